"""The history as table and CSV, from lives made by hand."""

from __future__ import annotations

import csv
import io

import pytest

from katalog.compare.diff.life import Life, RevisionHistory
from katalog.compare.kinds import EVENTS, LANGUAGES, Event
from katalog.show.report.life import COLUMNS, history_csv, history_text


def lived(*events: Event, text: str = "Jumlah surat", about: str = "indikator") -> Life:
    """A thing to which this happened; a changed one changed its target."""
    details = [[("target", "12", "24")] if event == "changed" else [] for event in events]
    texts = ["" if event in ("absent", "removed") else text for event in events]
    return Life(about, "i", "Bendahara", text, list(events), texts, details)


def history(*lives: Life) -> RevisionHistory:
    return RevisionHistory(tuple(f"sk-{number}" for number in range(len(lives[0].events))), lives)


def test_csv_has_a_row_for_each_revision_in_which_the_thing_was() -> None:
    told = history(lived("absent", "added", "changed", "removed"))
    rows = list(csv.DictReader(io.StringIO(history_csv(told, "id").decode())))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["revision"], row["event"], row["field"], row["old"], row["new"]) for row in rows] == [
        ("sk-1", "muncul", "", "", ""), ("sk-2", "berubah", "target", "12", "24"), ("sk-3", "hilang", "", "", ""),
    ]  # fmt: skip
    assert [row["text"] for row in rows] == ["Jumlah surat", "Jumlah surat", ""]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("event", EVENTS)
def test_every_event_is_told_in_both(event: Event, lang: str) -> None:
    told = history(lived("present", event))
    word = EVENTS[event].said(lang)
    assert word in history_text(told, lang).decode()
    assert (f",{word}," in history_csv(told, lang).decode()) == (event != "absent")


def test_the_table_names_the_columns_that_changed_and_indents_indikator() -> None:
    told = history(lived("present", "kept", text="Bendahara", about="jabatan"), lived("present", "changed"))
    lines = history_text(told, "id").decode().splitlines()
    (row,) = [line for line in lines if "Jumlah surat" in line]
    assert "berubah: target" in row
    assert row.index("Jumlah surat") == next(line.index("Bendahara") for line in lines if "Bendahara" in line) + 2
