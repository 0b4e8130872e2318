"""The words, facts and rules of the product; pure Python over values."""
