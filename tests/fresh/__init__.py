"""A bank of answers to every question, written before anyone had read the rules."""
