"""What the columns of a table mean: a role for each, by all evidence at once."""
