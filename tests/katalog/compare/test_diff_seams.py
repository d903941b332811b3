"""Words that are parted into other cells where a reading is in doubt: said, and no change."""

from __future__ import annotations

import pytest
from small import Holder, small

from bahasa.temuan import About, finding
from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.front import diff
from katalog.show.report.view import report_of
from schemas.catalogue import Catalogue

SURAT = ("Tertibnya persuratan", "Jumlah surat masuk", "12 dokumen", "Buku agenda")


def _decree(*row: str) -> Catalogue:
    return small(Holder("Pengelola Kepegawaian", (row,), ("Menyusun laporan",)))


def _doubted(catalogue: Catalogue, code: str = "keyakinan-rendah", field: str = "rows/1/target") -> Catalogue:
    values = {"kolom": "target", "keyakinan": "0,60"} if code == "keyakinan-rendah" else {}
    found = finding(code, About("IKI", 1, field), **values)
    return catalogue.model_copy(update={"findings": (found,)})


OLD = _decree(*SURAT)
#: The last word of the target read as the first of the source.
CUT = _decree("Tertibnya persuratan", "Jumlah surat masuk", "12", "dokumen Buku agenda")


@pytest.mark.parametrize("doubtful", [(True, False), (False, True)])
def test_words_parted_otherwise_are_no_change(doubtful: tuple[bool, bool]) -> None:
    old, new = (_doubted(one) if doubt else one for one, doubt in zip((OLD, CUT), doubtful, strict=True))
    made = diff(old, new)
    assert made.changes == () and made.summary.changes == 0
    assert [(one.field, one.old, one.new) for one in made.unsure] == [
        ("target", "12 dokumen", "12"),
        ("sumber_data", "Buku agenda", "dokumen Buku agenda"),
    ]
    assert apply_diff(made, old) == printed_content(new)
    assert any("Mungkin salah baca" in remark for remark in report_of(made, "id").remarks)


@pytest.mark.parametrize("found", [None, ("target-kosong", "rows/1/target"), ("keyakinan-rendah", "tugas")])
def test_without_a_doubt_of_the_row_they_are_changes(found: tuple[str, str] | None) -> None:
    made = diff(OLD, _doubted(CUT, *found) if found else CUT)
    assert len(made.changes) == 2 and made.unsure == ()


def test_another_word_is_a_change_whatever_is_in_doubt() -> None:
    new = _doubted(_decree("Tertibnya persuratan", "Jumlah surat masuk", "13", "dokumen Buku agenda"))
    made = diff(OLD, new)
    assert [(one.old, one.new, one.doubted) for one in made.changes] == [("12 dokumen", "13 dokumen", True)]
    assert [(one.field, one.new) for one in made.unsure] == [("target", "13"), ("sumber_data", "dokumen Buku agenda")]
    assert apply_diff(made, OLD) == printed_content(new)


@pytest.mark.parametrize(
    ("field", "doubted"),
    [("rows/1/target", ["target"]), ("rows/1", ["target", "sumber_data"]), ("rows/1/rumus", []), ("fungsi/1", [])],
)
def test_a_change_of_a_cell_in_doubt_says_so(field: str, doubted: list[str]) -> None:
    new = _decree("Tertibnya persuratan", "Jumlah surat masuk", "15 dokumen", "Buku ekspedisi")
    made = diff(_doubted(OLD, field=field), new)
    assert [one.field for one in made.changes if one.doubted] == doubted
    notes = [line.note for line in report_of(made, "id").lines]
    assert sum("meragukan" in note for note in notes) == len(doubted)


def test_a_word_that_went_over_another_cell_is_a_change() -> None:
    """`... agenda` / `12` / `dokumen` in print: no reading of the same words parts them so."""
    old = _doubted(_decree("Tertibnya persuratan", "Jumlah surat dalam agenda", "12", "Buku"))
    new = _decree("Tertibnya persuratan", "Jumlah surat dalam", "12", "agenda Buku")
    made = diff(old, new)
    assert [(one.old, one.new) for one in made.changes] == [
        ("Jumlah surat dalam agenda", "Jumlah surat dalam"),
        ("Buku", "agenda Buku"),
    ]


def test_words_in_another_order_are_changes() -> None:
    new = _doubted(_decree("Tertibnya persuratan", "Jumlah surat masuk", "Buku agenda", "12 dokumen"))
    assert [one.field for one in diff(OLD, new).changes] == ["target", "sumber_data"]
