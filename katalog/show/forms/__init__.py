"""Forms of other applications, filled from the tables: which column takes what stands in forms.toml."""
