"""A normalized decree to the catalogue: ids, units, blocks, findings."""
