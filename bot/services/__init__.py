"""What the bot does, one verb a file, over the Protocols in ports."""
