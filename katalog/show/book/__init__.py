"""The sheets of an export's workbook: what a person reads (overview, reading, columns), and the tables for programs."""
