"""Spacing that office typing gets wrong, and what only looks like it."""

from __future__ import annotations

import pytest

from normalize.place import Field
from normalize.words.document import Document
from normalize.words.rules import APPLY, Context, Correction
from normalize.words.spacing import correct_spacing, split_units

CONTEXT = Context(Field("IKI/1/fungsi/1", "fungsi"), Document())


def corrected(text: str, found: list[Correction]) -> str:
    """The text with what is applied without asking."""
    for one in sorted(found, key=lambda one: -one.start):
        if one.certainty >= APPLY:
            text = text[: one.start] + one.after + text[one.end :]
    return text


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("menyusun program , laporan", "menyusun program, laporan"),
        ("data,laporan", "data, laporan"),
        ("rencana strategis /aktual", "rencana strategis/aktual"),
        ("apel/ rekap", "apel/rekap"),
        ("Undang - Undang", "Undang-Undang"),
        ("tahun 2021 - 2026", "tahun 2021-2026"),
        ("( satu ) berkas", "(satu) berkas"),
        ("pegawai(orang)", "pegawai (orang)"),
        ("tahun n + 1", "tahun n+1"),
        # operators of a formula, words with a stroke, a hyphen between two different words
        ("A : B x 100%", "A : B x 100%"),
        ("(A) / (B) x 100", "(A) / (B) x 100"),
        ("dan/atau", "dan/atau"),
        ("Sekretariat - Bidang", "Sekretariat - Bidang"),
        # only proposed: both sides are spaced, so that it may be meant
        ("barang / jasa", "barang / jasa"),
    ],
)
def test_spacing(printed: str, value: str) -> None:
    assert corrected(printed, correct_spacing(printed, CONTEXT)) == value


def test_a_stroke_between_blanks_is_proposed() -> None:
    (one,) = correct_spacing("barang / jasa", CONTEXT)
    assert (one.after, one.certainty < APPLY) == ("barang/jasa", True)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3dokumen", "3 dokumen"),
        ("12Laporan", "12 Laporan"),
        ("KP4", "KP4"),
        ("PP23", "PP23"),
        ("1.3dokumen", "1.3dokumen"),
    ],
)
def test_a_number_glued_to_its_unit(printed: str, value: str) -> None:
    assert corrected(printed, split_units(printed, CONTEXT)) == value
