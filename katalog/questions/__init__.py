"""Questions to a corpus: SQL over its Parquet tables within this process, questions with names, and a search."""
