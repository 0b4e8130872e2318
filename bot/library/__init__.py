"""The knowledge folder and the domain: reading, checking and proving."""
