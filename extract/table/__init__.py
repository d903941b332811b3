"""Tables: their heading, their columns' meaning, their rows."""
