"""What changed between two catalogues: match, diff, apply."""
