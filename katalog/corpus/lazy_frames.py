"""The tables of a corpus as frames that are read when something is computed of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.corpus.listing import opened_address
from katalog.corpus.packages import require_packages

if TYPE_CHECKING:
    import dask.dataframe as dd

    from katalog.corpus.folder import CorpusFolder


def lazy_frames(corpus: CorpusFolder) -> dict[str, dd.DataFrame]:
    """Each table of a corpus as a Dask frame by its name, a partition a share: what `katalog.frames` gives of its
    catalogues, and the columns `tahun_terbit` and `porsi` of the share. Of the files only their schema is read before
    `.compute()` or `.head()`. KatalogError where the corpus has no table, or Dask is not installed.
    """
    require_packages("Tabel korpus", ("dask", "fsspec", "pyarrow"))
    import dask.dataframe as dd

    system, root = opened_address(corpus.address)
    # integers may be missing and stay integers; exact numbers, dates and categories are those of the files
    return {
        name: dd.read_parquet(f"{root}/tabel/{name}", filesystem=system, dtype_backend="numpy_nullable")
        for name in corpus.table_names()
    }
