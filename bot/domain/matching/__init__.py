"""How each fact answers a question: what it accounts for, and a score of few features."""
