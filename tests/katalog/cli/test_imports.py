"""Which command loads which heavy library: each is imported where its job is done, and nowhere else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from project import CORPUS, ROOT

LAMA, BARU = (ROOT / "corpus" / name / f"{name}.pdf" for name in ("contoh-lama", "contoh-baru"))
#: Libraries that nobody should wait for who doesn't need them; pyarrow is loaded by pandas, where it is installed.
HEAVY = {"pandas", "pdfplumber", "camelot", "spacy", "thinc", "onnxruntime", "cv2", "rapidocr", "scipy"} | {
    "starlette",
    "uvicorn",
    "anyio",
}
NOTHING: set[str] = set()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two revisions as catalogues."""
    folder = tmp_path_factory.mktemp("katalog")
    loaded("build", str(LAMA), str(BARU), "-o", str(folder))
    return folder


def loaded(*arguments: str) -> set[str]:
    """The heavy libraries that a command imports, as `python -X importtime` tells."""
    command = [sys.executable, "-X", "importtime", "-m", "katalog", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode in (0, 1), done.stderr[-2000:]
    names = re.findall(r"^import time:.*\|\s+(\w+)", done.stderr, re.MULTILINE)
    assert "katalog" in names
    return HEAVY & set(names)


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["export", "--help"], ["build", "--help"], ["entities", "--help"], ["serve", "--help"]],
)
def test_help_waits_for_none(arguments: list[str]) -> None:
    assert loaded(*arguments) == NOTHING


@pytest.mark.parametrize("source", [LAMA, CORPUS], ids=["pdf", "text"])
def test_neither_does_a_build(source: Path, tmp_path: Path) -> None:
    assert loaded("build", str(source), "-o", str(tmp_path)) == NOTHING


@pytest.mark.parametrize("command", ["check", "summary"])
def test_nor_what_reads_a_catalogue(command: str, built: Path) -> None:
    assert loaded(command, str(built / "contoh-lama.json")) == NOTHING


@pytest.mark.parametrize("form", ["text", "json", "html", "xlsx"])
def test_nor_a_diff(form: str, built: Path, tmp_path: Path) -> None:
    files = (str(built / f"{path.stem}.json") for path in (LAMA, BARU))
    assert loaded("diff", *files, "-f", form, "-o", str(tmp_path / "d")) == NOTHING


@pytest.mark.parametrize("form", ["csv", "sqlite"])
def test_an_export_needs_pandas(form: str, built: Path, tmp_path: Path) -> None:
    assert loaded("export", str(built / "contoh-lama.json"), "-f", form, "-o", str(tmp_path / "t")) == {"pandas"}


def test_the_list_of_entities_needs_spacy(built: Path, tmp_path: Path) -> None:
    found = loaded("entities", str(built / "contoh-lama.json"), "-o", str(tmp_path / "e.csv"))
    assert {"spacy", "thinc"} <= found <= {"spacy", "thinc", "pandas"}


def test_pictures_of_pages_need_pdfplumber(tmp_path: Path) -> None:
    assert loaded("inspect", str(LAMA), "--page", "4", "-o", str(tmp_path / "a.png")) == {"pdfplumber"}


def test_witnesses_are_pdfplumber_and_camelot_which_needs_pandas(tmp_path: Path) -> None:
    found = loaded("extract", str(LAMA), "--reader", "both", "-o", str(tmp_path / "a.json"))
    assert {"pdfplumber", "camelot"} <= found <= {"pdfplumber", "camelot", "pandas", "cv2"}
