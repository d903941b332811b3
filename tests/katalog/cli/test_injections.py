"""Texts and names that try to be more than text, through every command that shows or writes them."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from html.parser import HTMLParser
from pathlib import Path

import pytest
from kasus import HEADS
from openpyxl import load_workbook
from project import Run
from rich.table import Table
from rich.text import Text

import katalog as front
from katalog.show.terminal import on_terminal

TAG = "<x-inj onload=a>"
FORMULA = "=HYPERLINK(1)"
SQL = "'); DROP TABLE indikator;--"
TERMINAL = "\x9b31mmerah\u202e"
TOML = '"""]]\n[[koreksi]]'
#: Whatever a cell may hold, one in each column of the table, and each as label and heading.
PAYLOADS = [f"\"'>{TAG}", f"{FORMULA} dokumen", SQL, f"12 {TERMINAL}", TOML.replace("\n", " "), "{{7*7}} ${x} %s {0}"]
NAMES = ["<x-inj onload=a>.txt", "$(touch jahat);`x`.txt", "=1+1.txt",
         "\x1b[31mmerah\x07.txt", "a\nb\u202e.txt", "-o.txt", "CON.txt",
         "x" * 200 + ".txt", "'); DROP TABLE x;--.txt", "..%2f..%2fjahat.txt", "  .txt"]  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class _Tags(HTMLParser):
    """Collects what a browser would take for an element, a handler or a script's address."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "x-inj" or any(
            name.startswith("on") or (value or "").startswith("javascript:") for name, value in attrs
        ):
            self.bad.append(f"{tag} {attrs}")


def _source(folder: Path, name: str = "sk.txt") -> Path:
    cells = "\n".join(["1", PAYLOADS[0], PAYLOADS[2], "12 dokumen", PAYLOADS[4], PAYLOADS[5]])
    more = "\n".join(["2", PAYLOADS[1], PAYLOADS[3], "=5+5", PAYLOADS[1], TAG])
    path = folder / name
    path.write_text(
        f"INDIKATOR KINERJA INDIVIDU\nJabatan : Kepala {TAG} {TERMINAL}\nTugas : {FORMULA} {SQL}\nFungsi :\n1. {TAG};\n"
        f"{chr(10).join(HEADS)}\n{cells}\n{more}\n", "utf-8",
    )  # fmt: skip
    return path


@pytest.fixture
def made(tmp_path: Path) -> Path:
    source = _source(tmp_path)
    front.save(front.build(source), tmp_path / "sk.json")
    return tmp_path / "sk.json"


def _harmless(html: str) -> None:
    tags = _Tags()
    tags.feed(html)
    assert tags.bad == []


@pytest.mark.parametrize(
    "words", [["check"], ["summary"], ["diff", "LAIN"], ["log", "LAIN"], ["entities"], ["diff", "LAIN", "-f", "md"]]
)
def test_a_terminal_is_shown_no_escapes(made: Path, tmp_path: Path, katalog: Run, words: list[str]) -> None:
    other = tmp_path / "lain.txt"
    other.write_text(made.with_name("sk.txt").read_text("utf-8").replace("12 dokumen", f"13 {TERMINAL}"), "utf-8")
    ran = katalog(words[0], made, *(other if word == "LAIN" else word for word in words[1:]))
    assert ran.returncode in (0, 1), ran.stderr
    assert _CONTROL.findall(ran.stdout + ran.stderr) == []


def test_what_is_drawn_on_the_terminal_itself_holds_none(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table(f"Judul {TERMINAL}")
    table.add_row(f"12 {TERMINAL}")
    on_terminal([Text(f"Perubahan {TERMINAL}", style="bold"), table])
    said = capsys.readouterr().out
    assert _CONTROL.findall(said) == []
    assert said.count("<U+009B>31mmerah<U+202E>") == 3


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name(tmp_path: Path, katalog: Run, name: str) -> None:
    try:
        source = _source(tmp_path, name)
    except OSError:
        pytest.skip("no name for a file here")
    ran = katalog("build", source, "-o", tmp_path / "ke")
    assert ran.returncode in (0, 1, 2)
    assert _CONTROL.findall(ran.stdout + ran.stderr) == []
    assert {path.name for path in tmp_path.iterdir()} <= {name, "ke"}
    for catalogue in (tmp_path / "ke").glob("*.json") if ran.returncode < 2 else ():
        for words in (["diff", catalogue, source], ["review", catalogue]):
            page = katalog(*words, *(["-f", "html"] if words[0] == "diff" else []), "-o", tmp_path / "ke" / "x.html")
            assert page.returncode in (0, 1), page.stderr
            assert _CONTROL.findall(page.stdout + page.stderr) == []
            _harmless((tmp_path / "ke" / "x.html").read_text("utf-8"))


@pytest.mark.parametrize("words", [["diff", "LAIN", "-f", "html"], ["review"], ["entities", "-f", "displacy"]])
def test_a_page_holds_no_element_of_a_decree(made: Path, tmp_path: Path, katalog: Run, words: list[str]) -> None:
    other = tmp_path / "lain.txt"
    other.write_text(made.with_name("sk.txt").read_text("utf-8").replace("=5+5", TAG), "utf-8")
    page = tmp_path / "x.html"
    ran = katalog(words[0], made, *(other if word == "LAIN" else word for word in words[1:]), "-o", page)
    assert ran.returncode in (0, 1), ran.stderr
    _harmless(page.read_text("utf-8"))


def test_tables_hold_texts(made: Path, tmp_path: Path, katalog: Run) -> None:
    for form, to in (("csv", "tabel"), ("sqlite", "t.sqlite"), ("xlsx", "t.xlsx")):
        assert katalog("export", made, "-f", form, "-o", tmp_path / to).returncode == 0
    printed = {
        row["indikator_as_printed"]
        for row in csv.DictReader(io.StringIO((tmp_path / "tabel/indikator.csv").read_text("utf-8")))
    }
    with sqlite3.connect(tmp_path / "t.sqlite") as base:
        stored = {row[0] or "" for row in base.execute("select indikator_as_printed from indikator")}
    assert printed == stored and any(SQL in text for text in stored)
    book = load_workbook(tmp_path / "t.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
