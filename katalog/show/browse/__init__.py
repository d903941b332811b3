"""A catalogue as pages to look through: its units, its jabatan, their history, and what a search finds. Read without
scripts."""
