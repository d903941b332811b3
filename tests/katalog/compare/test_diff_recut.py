"""Cells in doubt that are cut again where the other decree, or other rows, show where they end."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from small import Holder, Printed, small

from bahasa.temuan import About, finding
from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.front import diff
from schemas.catalogue import Catalogue
from schemas.diff import CatalogueDiff
from schemas.source import MediaType, Source

SURAT = ("Tertibnya persuratan", "Jumlah surat masuk", "12 dokumen", "Buku agenda")
ARSIP = ("Tertatanya arsip", "Jumlah arsip", "4 berkas", "Buku ekspedisi")


def _decree(*rows: Printed, doubted: Iterable[int] = ()) -> Catalogue:
    made = small(Holder("Pengelola Kepegawaian", rows, ("Menyusun laporan",)))
    found = [
        finding("keyakinan-rendah", About("IKI", 1, f"rows/{row}/{column}"), kolom=column, keyakinan="0,60")
        for row in doubted
        for column in ("indikator", "target", "sumber_data")
    ]
    return made.model_copy(update={"findings": tuple(found)})


def _told(made: CatalogueDiff) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.field or one.object, one.old, one.new) for one in made.changes]


@pytest.mark.parametrize("first", [True, False])
def test_a_changed_word_beside_a_seam_is_one_change(first: bool) -> None:
    """Read with the source in the target, and an empty cell beside it; whichever edition was read so."""
    wrong = _decree((*SURAT[:2], "12 dokumen Buku agenda", ""), ARSIP, doubted=[1])
    right = _decree((*SURAT[:2], "12 dokumen baru", SURAT[3]), ARSIP)
    old, new = (wrong, right) if first else (right, wrong)
    made = diff(old, new)
    texts = ("12 dokumen", "12 dokumen baru")
    assert _told(made) == [("target", *(texts if first else texts[::-1]))]
    assert made.changes[0].doubted and made.summary.changes == 1
    assert {(one.field, one.old, one.new) for one in made.unsure} == {
        (
            "target",
            old.blocks[0].rows[0].cells["target"].text.as_printed,
            new.blocks[0].rows[0].cells["target"].text.as_printed,
        ),
        ("sumber_data", *(("", "Buku agenda") if first else ("Buku agenda", ""))),
    }
    assert apply_diff(made, old) == printed_content(new)


def test_without_a_doubt_cells_are_compared_as_they_were_read() -> None:
    old = _decree((*SURAT[:2], "12 dokumen Buku agenda", ""))
    new = _decree((*SURAT[:2], "12 dokumen baru", SURAT[3]))
    assert [one.field for one in diff(old, new).changes] == ["target", "sumber_data"]
    assert diff(old, new).unsure == ()


def test_a_target_that_is_cut_again_means_what_it_says() -> None:
    old = _decree((*SURAT[:2], "12", "dokumen Buku agenda"), doubted=[1])
    made = diff(old, _decree((*SURAT[:2], "15 dokumen", SURAT[3])))
    assert _told(made) == [("target", "12 dokumen", "15 dokumen")]
    target = made.changes[0].target
    assert target is not None and (target.difference, target.unit) == ("+3", "dokumen")


def test_what_only_one_edition_prints_fills_the_cell_that_would_be_empty() -> None:
    """The source is another one, and was read into the target."""
    new = _decree((*SURAT[:2], "12 dokumen Laporan bulanan", ""), ARSIP, doubted=[1])
    assert _told(diff(_decree(SURAT, ARSIP), new)) == [("sumber_data", "Buku agenda", "Laporan bulanan")]


@pytest.mark.parametrize("medium", ["text/plain", "application/pdf"])
def test_an_empty_cell_of_a_text_is_in_doubt_where_its_neighbour_may_have_its_words(medium: MediaType) -> None:
    """A page shows that a cell is empty, a text does not."""
    old, new = _decree(SURAT, ARSIP), _decree((*SURAT[:2], "12 dokumen Laporan bulanan", ""), ARSIP)
    old, new = (one.model_copy(update={"source": _as(one, medium)}) for one in (old, new))
    seen = [("target", "12 dokumen", "12 dokumen Laporan bulanan"), ("sumber_data", "Buku agenda", "")]
    assert _told(diff(old, new)) == (
        [("sumber_data", "Buku agenda", "Laporan bulanan")] if medium == "text/plain" else seen
    )


def _as(catalogue: Catalogue, medium: MediaType) -> Source:
    return catalogue.source.model_copy(update={"media_type": medium})


def test_both_editions_are_cut_where_another_row_shows_the_cell() -> None:
    other = ("Terkirimnya surat", "Jumlah surat keluar", "7 surat", "Buku agenda")
    old = _decree((*SURAT[:2], "12 dokumen Buku agenda", ""), other, doubted=[1])
    new = _decree((*SURAT[:2], "12 dokumen baru Buku agenda", ""), other, doubted=[1])
    made = diff(old, new)
    assert _told(made) == [("target", "12 dokumen", "12 dokumen baru")]
    assert apply_diff(made, old) == printed_content(new)


def test_a_row_whose_cells_are_all_parted_otherwise_is_one_row() -> None:
    """`... Jumlah kejadian 0,8` read into the sasaran, and `10.000 kendaraan` for the target."""
    old = _decree(
        ("Turunnya kecelakaan Rasio kejadian 0,8", "Jumlah dibagi", "10.000 unit", "Polres"), ARSIP, doubted=[1]
    )
    new = _decree(("Turunnya kecelakaan", "Rasio kejadian", "0,9", "Jumlah dibagi 10.000 unit Polres"), ARSIP)
    made = diff(old, new)
    assert _told(made) == [("target", "0,8", "0,9")]
    assert apply_diff(made, old) == printed_content(new)


def test_an_edition_against_itself_is_no_change_whatever_is_in_doubt() -> None:
    other = ("Terkirimnya surat", "Jumlah surat keluar", "7 surat", "Buku agenda")
    one = _decree((*SURAT[:2], "12 dokumen Buku agenda", ""), other, doubted=[1, 2])
    made = diff(one, one)
    assert (made.changes, made.unsure, made.respanned) == ((), (), ())


@pytest.mark.parametrize("above", ["Buku agenda", "Buku ekspedisi"])
def test_a_cell_cut_again_beside_one_that_a_merged_cell_hands_down_adds_up(above: str) -> None:
    old = _decree(SURAT, (*ARSIP[:2], "4 berkas Buku agenda", ""), doubted=[2])
    new = _decree((*SURAT[:3], above), (*ARSIP[:2], "4 berkas", None))
    made = diff(old, new)
    assert apply_diff(made, old) == printed_content(new)
