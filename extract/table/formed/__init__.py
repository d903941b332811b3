"""Headings of tables in linear text, told by how their words and lines stand and by the rows below them."""
