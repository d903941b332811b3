"""The same source gives the same bytes, whatever surrounds the run."""

from __future__ import annotations

from pathlib import Path

import pytest
from project import CORPUS, Run

from katalog.show.export import EXPORT_FORMATS


def tables(katalog_process: Run, folder: Path, **around: str) -> dict[str, bytes]:
    """Catalogue, tables and labelled documents of the corpus, built in a given environment."""
    cwd = Path(around.pop("cwd", str(folder.parent)))
    made = folder / "katalog"
    assert katalog_process("build", CORPUS, "-o", made, cwd=cwd, **around).returncode == 0
    (catalogue,) = made.iterdir()
    for one in EXPORT_FORMATS:
        output = folder / (one.name if one.per_table else f"a{one.suffixes[0]}")
        assert katalog_process("export", catalogue, "-f", one.name, "-o", output, cwd=cwd, **around).returncode == 0
    corpus = folder / "korpus.spacy"
    assert katalog_process("entities", catalogue, "-o", corpus, cwd=cwd, **around).returncode == 0
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Filled by the first test that needs it."""
    return {}


@pytest.mark.parametrize(
    "around",
    [
        {},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX", "TZ": "Asia/Makassar", "LANG": "id_ID.ISO-8859-1"},
        {"TZ": "Pacific/Kiritimati", "cwd": "/"},
    ],
    ids=["again", "seed", "locale", "zone", "folder"],
)
def test_same_bytes(katalog_process: Run, tmp_path: Path, reference: dict[str, bytes], around: dict[str, str]) -> None:
    if not reference:
        (tmp_path / "first").mkdir()
        reference.update(tables(katalog_process, tmp_path / "first", PYTHONHASHSEED="0"))
    (tmp_path / "other").mkdir()
    assert tables(katalog_process, tmp_path / "other", **dict(around)) == reference


def test_nothing_of_the_run_is_in_the_catalogue(
    reference: dict[str, bytes], katalog_process: Run, tmp_path: Path
) -> None:
    assert katalog_process("build", CORPUS, "-o", tmp_path).returncode == 0
    (catalogue,) = tmp_path.iterdir()
    text = catalogue.read_text(encoding="utf-8")
    assert str(CORPUS.parent) not in text
    assert str(tmp_path) not in text
