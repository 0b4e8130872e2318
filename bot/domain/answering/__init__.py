"""From ranked facts to a reply: whether to assert, what is compared, corrected or listed, and its words."""
