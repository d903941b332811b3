"""`katalog.frames` of a corpus: what it gives of the corpus' catalogues, read when something is computed of it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from small_corpus import catalogues, write_corpus

import katalog
from katalog.show.tables.registry import export_tables

dask = pytest.importorskip("dask", reason="dask is not installed")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> katalog.CorpusFolder:
    return write_corpus(tmp_path_factory.mktemp("korpus"), catalogues())


def test_a_corpus_gives_what_its_catalogues_give(corpus: katalog.CorpusFolder) -> None:
    whole, lazy = katalog.frames(catalogues()), katalog.frames(corpus)
    assert set(lazy) >= set(export_tables())
    for name in export_tables():
        columns = list(whole[name].columns)
        assert list(lazy[name].columns) == [*columns, "tahun_terbit", "porsi"]
        with dask.config.set(scheduler="synchronous"):
            read = lazy[name][columns].compute()
        assert _rows(read) == _rows(whole[name]), name


def _rows(frame: object) -> list[tuple[str, ...]]:
    """The rows by what they say, in one order; a decimal of any number of zeros is the same number, a day
    without a time the same day."""
    cells = frame.astype(object).where(frame.notna(), None)  # type: ignore[attr-defined]
    return sorted(tuple(_said(cell) for cell in row) for row in cells.itertuples(index=False))


def _said(cell: object) -> str:
    return str(cell.normalize()) if isinstance(cell, Decimal) else str(cell).removesuffix(" 00:00:00")


def test_numbers_that_a_decree_prints_stay_exact(corpus: katalog.CorpusFolder) -> None:
    with dask.config.set(scheduler="synchronous"):
        values = katalog.frames(corpus)["indikator"]["target_value"].dropna().compute()
    assert len(values) > 100
    assert {type(value) for value in values} == {Decimal}


def test_a_question_over_partitions(corpus: katalog.CorpusFolder) -> None:
    rows = katalog.frames(corpus)["indikator"]
    assert rows.npartitions > 1
    with dask.config.set(scheduler="synchronous"):
        counted = rows.groupby("keputusan").size().compute().to_dict()
    assert counted == {one.source.slug: sum(len(block.rows) for block in one.blocks) for one in catalogues()}


def test_what_is_no_corpus_is_said(tmp_path: Path) -> None:
    with pytest.raises(katalog.KatalogError, match=r"Bukan korpus.*\n?.*katalog corpus build"):
        katalog.frames(katalog.CorpusFolder(str(tmp_path)))
