"""Formats of output: every entry of every table is asked for every answer."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from project import CORPUS, ROOT, Run

from katalog.errors import KatalogError
from katalog.front import frames
from katalog.show.entities import ENTITY_FORMATS
from katalog.show.export import EXPORT_FORMATS, ExportFormat, write_tables
from katalog.show.formats import OutputFormat, format_choices, format_for
from katalog.show.report import LIFE_FORMATS, REPORT_FORMATS
from katalog.store.canonical import canonical_bytes
from schemas.catalogue import Catalogue

TABLES = {"export": EXPORT_FORMATS, "diff": REPORT_FORMATS, "log": LIFE_FORMATS, "entities": ENTITY_FORMATS}
ENTRIES = [pytest.param(formats, one, id=f"{n}-{one.name}") for n, formats in TABLES.items() for one in formats]


@pytest.mark.parametrize(("formats", "one"), ENTRIES)
def test_every_format_answers_every_question(formats: tuple[OutputFormat, ...], one: OutputFormat) -> None:
    assert one.name == one.name.lower() and one.label and one.suffixes
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in one.suffixes)
    module, _, function = one.writer.partition(":")
    assert callable(getattr(importlib.import_module(module), function))
    assert one.name in format_choices(formats)


@pytest.mark.parametrize(("formats", "one"), ENTRIES)
def test_a_format_is_chosen_by_name_and_by_suffix(formats: tuple[OutputFormat, ...], one: OutputFormat) -> None:
    assert format_for(formats, one.name, "-") is one
    assert format_for(formats, one.name, "berkas") is one
    for suffix in one.suffixes:
        # of formats with one suffix the first is meant
        first = next(other for other in formats if suffix in other.suffixes)
        assert format_for(formats, None, f"berkas{suffix.upper()}") is first
        assert format_for(formats, one.name, f"berkas{suffix}") is one
    for other in formats:
        if one.suffixes[0] not in other.suffixes:
            with pytest.raises(KatalogError, match=rf"berkas\{one.suffixes[0]}: Akhiran .* -f meminta {other.name}"):
                format_for(formats, other.name, f"berkas{one.suffixes[0]}")


@pytest.mark.parametrize("formats", TABLES.values(), ids=TABLES)
def test_without_name_and_suffix_it_is_the_first(formats: tuple[OutputFormat, ...], tmp_path: Path) -> None:
    (tmp_path / "tabel.2022").mkdir()
    for output in ("-", "berkas", "folder.d/", str(tmp_path / "tabel.2022")):
        assert format_for(formats, None, output) is formats[0]
    with pytest.raises(KatalogError, match=r"berkas\.ods: Akhiran \.ods tidak dikenal"):
        format_for(formats, None, "berkas.ods")


@pytest.mark.parametrize(
    ("arguments", "label"),
    [
        (("export", CORPUS, "-o", "-", "-f", "xlsx"), "XLSX"),
        (("export", CORPUS, "-o", "-", "-f", "sqlite"), "SQLite"),
        (("export", CORPUS, "-o", "-", "-f", "parquet"), "Parquet"),
        (("diff", CORPUS, CORPUS, "-f", "xlsx"), "XLSX"),
        (("entities", CORPUS, "-f", "spacy"), "DocBin spaCy"),
    ],
)
def test_what_is_no_text_is_not_shown_on_a_terminal(arguments: tuple[object, ...], label: str) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "katalog", *map(str, arguments)]
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2 and f"{label} bukan teks" in done.stderr and "setelah -o" in done.stderr


@pytest.mark.parametrize("one", EXPORT_FORMATS, ids=lambda one: one.name)
def test_one_table_is_asked_for_only_where_one_is_written(one: ExportFormat, katalog: Run, tmp_path: Path) -> None:
    for output in (tmp_path / "hasil", f"{tmp_path}/hasil/"):
        whole = katalog("export", CORPUS, "-f", one.name, "-o", output, "--table", "unit")
        assert whole.returncode == 2 and "“--table” hanya untuk satu berkas tabel (csv, parquet)" in whole.stderr
        assert "-o unit.csv" in whole.stderr and not list(tmp_path.iterdir())


@pytest.mark.parametrize("arguments", [("export", CORPUS, "-f"), ("diff", CORPUS, CORPUS, "-f")])
def test_paper_is_asked_for_only_where_sheets_are_printed(
    arguments: tuple[object, ...], katalog: Run, tmp_path: Path
) -> None:
    for one in TABLES[str(arguments[0])]:
        if not one.printed:
            refused = katalog(*arguments, one.name, "-o", tmp_path / "hasil", "--paper", "a4")
            assert refused.returncode == 2 and f"bukan {one.name}. Hilangkan --paper" in refused.stderr
    assert not list(tmp_path.iterdir())
    assert katalog(*arguments, "xlsx", "-o", tmp_path / "hasil.xlsx", "--paper", "f4").returncode == 0


@pytest.mark.parametrize("one", EXPORT_FORMATS, ids=lambda one: one.name)
def test_every_export_format_writes_files_or_says_why_not(
    one: ExportFormat, catalogue: Catalogue, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    tables = frames(catalogue)
    filled = {name for name, frame in tables.items() if len(frame)}
    assert "indikator" in filled
    target = tmp_path / (f"hasil{one.suffixes[0]}" if not one.per_table else "hasil")
    write_tables(tables, one, str(target), "indikator")
    files = sorted(target.iterdir()) if one.per_table else [target]
    # a table without rows may be a file without a byte
    assert all(file.stat().st_size for file in files if not one.per_table or file.stem in filled)
    # beside those of the tables there may be others, such as what describes them all
    assert len([file for file in files if file.suffix == one.suffixes[0]]) == (len(tables) if one.per_table else 1)
    if one.per_table:
        write_tables(tables, one, str(tmp_path / f"satu{one.suffixes[0]}"), "jabatan")
        whole = (target / f"jabatan{one.suffixes[0]}").read_bytes()
        assert (tmp_path / f"satu{one.suffixes[0]}").read_bytes() == whole
    if one.per_table and one.binary:
        with pytest.raises(KatalogError, match="beberapa berkas"):
            write_tables(tables, one, "-", "indikator")
    else:
        write_tables(tables, one, "-", "indikator")
        assert capfdbinary.readouterr().out


@pytest.mark.parametrize("one", EXPORT_FORMATS, ids=lambda one: one.name)
def test_every_export_format_writes_the_same_bytes_twice(one: ExportFormat, catalogue: Catalogue) -> None:
    tables = frames(catalogue)
    for written in tables.items() if one.per_table else [(tables,)]:
        assert one.written(*written) == one.written(*written)


def test_every_module_of_the_export_is_that_of_a_format() -> None:
    modules = {path.stem for path in (ROOT / "katalog/show/export").glob("*.py")} - {"__init__"}
    assert modules == {one.writer.partition(":")[0].rpartition(".")[2] for one in EXPORT_FORMATS}


def test_the_command_line_takes_the_format_of_the_suffix(katalog: Run, catalogue: Catalogue, tmp_path: Path) -> None:
    source = tmp_path / "k.json"
    source.write_bytes(canonical_bytes(catalogue))
    assert katalog("export", source, "-o", tmp_path / "t.xlsx").returncode == 0
    assert (tmp_path / "t.xlsx").read_bytes()[:2] == b"PK"
    wrong = katalog("export", source, "-f", "csv", "-o", tmp_path / "u.xlsx")
    assert wrong.returncode == 2 and "Akhiran .xlsx berarti XLSX" in wrong.stderr and not (tmp_path / "u.xlsx").exists()
    assert katalog("diff", source, source, "-o", tmp_path / "d.html").returncode == 0
    assert (tmp_path / "d.html").read_text(encoding="utf-8").startswith("<!")
    assert katalog("diff", source, source, "-f", "md", "-o", tmp_path / "e.json").returncode == 2
    assert katalog("log", source, source, "-o", tmp_path / "l.csv").returncode == 0
    assert "," in (tmp_path / "l.csv").read_text(encoding="utf-8").splitlines()[0]
