"""From a text to a reading: the words that somebody meant, however they typed them."""
