"""A person's decisions about corrections."""
