"""The closing of a decree or lampiran: place, date, and who signed."""

from __future__ import annotations

import pytest

from extract.decree.sections import Section
from extract.decree.signature import closing_of
from extract.read.piece import Piece
from schemas.layout import Line


def section(part: str, *texts: str) -> Section:
    """A section of these lines."""
    pieces = [Piece(text, Line(number=rank, text=text), rank) for rank, text in enumerate(texts, start=1)]
    return Section(part, pieces=pieces)  # type: ignore[arg-type]


def signed(*lines: str, nip: str | None = None) -> tuple[str | None, ...]:
    """(jabatan, nama, pangkat, nip) as printed."""
    sections = [section("ttd", *lines), *([section("nip", nip)] if nip else [])]
    who = closing_of(sections).penetapan.penandatangan
    assert who is not None
    return tuple(text and text.as_printed for text in (who.jabatan, who.nama, who.pangkat, who.nip))


@pytest.mark.parametrize(
    ("lines", "nip", "says"),
    [
        (
            ("KEPALA BADAN", "KABUPATEN PASER,", "Drs. SUWITO", "Pembina Utama Muda"),
            "19640101 199003 1 010",
            ("KEPALA BADAN KABUPATEN PASER,", "Drs. SUWITO", "Pembina Utama Muda", "19640101 199003 1 010"),
        ),
        # a bupati has neither pangkat nor NIP
        (("BUPATI PASER,", "FAHMI FADLI"), None, ("BUPATI PASER,", "FAHMI FADLI", None, None)),
        # the hand-written signature is a mark, not a name
        (("BUPATI PASER,", "ttd", "FAHMI FADLI"), None, ("BUPATI PASER,", "FAHMI FADLI", None, None)),
        # nobody has signed
        (("BUPATI PASER,",), None, ("BUPATI PASER,", None, None, None)),
        ((), None, (None, None, None, None)),
    ],
    ids=["whole", "bupati", "signature", "office alone", "nothing"],
)
def test_who_signed(lines: tuple[str, ...], nip: str | None, says: tuple[str | None, ...]) -> None:
    assert signed(*lines, nip=nip) == says


def test_place_and_date() -> None:
    made = closing_of([section("ditetapkan", "Tana Paser"), section("tanggal", "29 Desember 2022")])
    penetapan = made.penetapan
    assert penetapan.tempat is not None and penetapan.tanggal is not None
    assert (penetapan.tempat.as_printed, penetapan.tanggal.as_printed) == ("Tana Paser", "29 Desember 2022")


def test_nothing_is_lost_behind_a_long_signature() -> None:
    lines = [f"baris {number}" for number in range(1, 12)]
    made = closing_of([section("ttd", *lines, "(tanda tangan)")])
    assert [piece.text for piece in made.left][:3] == ["baris 9", "baris 10", "baris 11"]
    assert len(made.left) + len(made.marks) == 4
