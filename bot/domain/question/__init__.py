"""From a reading to a question: what each word does in it, and what it asks."""
