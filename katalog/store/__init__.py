"""Files of the stages: read, checked, written as canonical bytes."""
