"""Catalogues as tables: which there are and what their columns hold (tables.toml), and their rows. What writes tables,
and what describes them, reads both here."""
