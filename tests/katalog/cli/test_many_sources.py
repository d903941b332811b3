"""Folders, standard input and many catalogues on the command line."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from project import Run
from small import ONE_ROW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as an office has it: two decrees, decisions, a catalogue, a lock of Word, another folder."""
    here = tmp_path / "masuk"
    (here / "arsip").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "arsip/c.txt", "~$a.docx", ".tersembunyi"):
        (here / name).write_text(ONE_ROW, encoding="utf-8")
    (here / "koreksi.toml").write_text("", encoding="utf-8")
    (here / "lama.json").write_text("{}", encoding="utf-8")
    return here


def test_a_folder_stands_for_the_files_in_it(katalog: Run, folder: Path, tmp_path: Path) -> None:
    result = katalog("build", folder, "-o", tmp_path / "hasil")
    assert (result.returncode, result.stderr) == (0, "")
    assert sorted(path.name for path in (tmp_path / "hasil").iterdir()) == ["a.json", "b.json"]


def test_a_folder_without_files_is_said_and_the_others_are_built(katalog: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    result = katalog("build", tmp_path / "kosong", folder / "a.txt", "-o", tmp_path / "hasil")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1 and "kosong" in result.stderr
    assert (tmp_path / "hasil" / "a.json").is_file()


def test_a_folder_where_one_file_is_taken_is_told_from_an_empty_one(katalog: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    for given, says in ((folder, "Ini sebuah folder, bukan berkas."), (tmp_path / "kosong", "Folder ini tidak memuat")):
        result = katalog("extract", given, "-o", tmp_path / "x.json")
        assert result.returncode == 2 and says in result.stderr


def test_what_is_no_decree_in_a_folder_is_said(katalog: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "surat.txt").write_text("Dengan hormat,", encoding="utf-8")
    result = katalog("build", folder, "-o", tmp_path / "hasil")
    assert result.returncode == 2 and "surat.txt" in result.stderr
    assert (tmp_path / "hasil" / "b.json").is_file()


def test_standard_input(katalog: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ONE_ROW.encode())))
    # decisions beside the place where the command runs are not about it
    (tmp_path / "koreksi.toml").write_text("rusak", encoding="utf-8")
    assert katalog("build", "-", "-o", "hasil", cwd=tmp_path).returncode == 0
    made = json.loads((tmp_path / "hasil" / "stdin.json").read_text(encoding="utf-8"))
    assert (made["source"]["file"], made["source"]["slug"]) == ("stdin", "stdin")
    assert [block["jabatan"]["value"] for block in made["blocks"]] == ["Pengelola Data"]


def test_many_catalogues_in_one_export(katalog: Run, folder: Path, tmp_path: Path) -> None:
    katalog("build", folder, "-o", tmp_path / "hasil")
    both = [tmp_path / "hasil" / name for name in ("b.json", "a.json")]
    result = katalog("export", *both, "-f", "csv", "-o", tmp_path / "tabel")
    assert (result.returncode, result.stderr) == (0, "")
    for path in (tmp_path / "tabel").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        assert rows[0][0] == "keputusan"
        assert len(rows) == 1 or list(dict.fromkeys(row[0] for row in rows[1:])) == ["b", "a"], path


def test_catalogues_of_one_name_are_not_mixed(katalog: Run, folder: Path, tmp_path: Path) -> None:
    katalog("build", folder / "a.txt", "-o", tmp_path / "satu")
    katalog("build", folder / "a.txt", "-o", tmp_path / "dua")
    result = katalog("export", tmp_path / "satu/a.json", tmp_path / "dua/a.json", "-o", tmp_path / "t.xlsx")
    assert result.returncode == 2 and "bernama a" in result.stderr
    assert not (tmp_path / "t.xlsx").exists()


def test_one_bad_catalogue_of_many_writes_nothing(katalog: Run, folder: Path, tmp_path: Path) -> None:
    katalog("build", folder, "-o", tmp_path / "hasil")
    result = katalog("export", tmp_path / "hasil/a.json", folder / "lama.json", "-o", tmp_path / "t.sqlite")
    assert result.returncode == 2 and "lama.json" in result.stderr
    assert not (tmp_path / "t.sqlite").exists()


def test_a_format_and_a_suffix_that_disagree(katalog: Run, folder: Path, tmp_path: Path) -> None:
    result = katalog("export", folder / "a.txt", "-f", "csv", "-o", tmp_path / "t.xlsx")
    assert result.returncode == 2 and "Akhiran .xlsx berarti XLSX" in result.stderr
    assert katalog("export", folder / "a.txt", "-o", tmp_path / "t.xlsx").returncode == 0
    assert (tmp_path / "t.xlsx").read_bytes().startswith(b"PK")


def test_the_help_says_it(katalog: Run) -> None:
    said = " ".join(katalog("build", "--help").stdout.split())
    assert "folder" in said and "masukan baku" in said
