"""Reports and tables: the catalogue and the diff for people and programs."""
