"""What changed between two catalogues, as data."""
