"""Thousands of decrees as one corpus: built by Dask's workers, kept as catalogues and as one set of Parquet tables."""
