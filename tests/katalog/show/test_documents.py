"""The documents, reached from the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from project import ROOT, Run

from katalog.errors import KatalogError
from katalog.show.documents import document_named, documents

FILES = {path.stem: path for path in (ROOT / "docs").glob("*.md")}


def test_all_are_listed_with_their_titles(katalog: Run) -> None:
    assert {one.name for one in documents()} == set(FILES) >= {"panduan", "temuan", "glossary", "decisions"}
    lines = katalog("docs").stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(FILES)
    assert all(line.split(maxsplit=1)[1] and "#" not in line for line in lines)


@pytest.mark.parametrize("name", sorted(FILES))
def test_each_is_printed_as_it_is(katalog: Run, name: str) -> None:
    assert katalog("docs", name).stdout == FILES[name].read_text(encoding="utf-8")


def test_into_a_file(katalog: Run, tmp_path: Path) -> None:
    assert katalog("docs", "panduan.md", "-o", tmp_path / "panduan.md").returncode == 0
    assert (tmp_path / "panduan.md").read_bytes() == FILES["panduan"].read_bytes()


def test_one_that_is_not_there(katalog: Run) -> None:
    result = katalog("docs", "pandua")
    assert (result.returncode, result.stdout) == (2, "")
    assert "Dokumen pandua tidak ada." in result.stderr and "panduan" in result.stderr
    with pytest.raises(KatalogError):
        document_named("../README")
