"""Tables in linear text, cell by cell, where the columns are gone: a path of pieces with the highest weight."""
