"""The office of the first party of an agreement is the holder of the table below its letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cetak import Cetak, Tabel

from extract.decree.letter import first_party
from extract.door import Read, decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.piece import Piece
from extract.read.text import layout_of_lines
from schemas.layout import Line

PARTIES = [
    "Nama    : Siti",
    "Jabatan : Kepala Dinas Kepemudaan dan",
    "          Olahraga",
    "Selanjutnya disebut pihak pertama",
    "Nama    : Budi",
    "Jabatan : Bupati Contoh",
    "Selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
]
LETTER = ["PERJANJIAN KINERJA TAHUN 2023", "Kami yang bertanda tangan di bawah ini :", *PARTIES]
TITLE = ["PERJANJIAN KINERJA TAHUN 2023", "DINAS KEPEMUDAAN DAN OLAHRAGA"]
HEADS = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
OFFICE = "Kepala Dinas Kepemudaan dan Olahraga"


def office(*lines: str) -> str | None:
    party = first_party([Piece(text, Line(text, n + 1), n) for n, text in enumerate(lines)])
    return party and " ".join(piece.text for piece in party.pieces)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            [
                "bertanda tangan di bawah ini:",
                "1. Siti, M.Pd., Kepala SMP Negeri 2 Rantau, selanjutnya",
                "disebut PIHAK PERTAMA.",
                "2. Budi, Kepala Dinas Pendidikan, selaku",
                "atasan langsung, selanjutnya disebut PIHAK KEDUA.",
            ],
            "Kepala SMP Negeri 2 Rantau",
        ),
        (
            [
                "Pada hari ini Siti selaku Dekan Fakultas",
                "Hukum, yang selanjutnya disebut Pihak Pertama, dan",
                "Budi selaku Rektor",
            ],
            "Dekan Fakultas Hukum",
        ),
        (["Budi, Camat Pulau, disebut PIHAK KEDUA; Siti, Lurah Atas,", "disebut PIHAK PERTAMA"], "Lurah Atas"),
        (["Siti, Budi dan Tono, selanjutnya disebut PIHAK PERTAMA"], None),
        (PARTIES, OFFICE),
        ([*PARTIES[4:], *PARTIES[:4]], OFFICE),
        (["Jabatan : Camat Contoh", "Yang selanjutnya disebut sebagai PIHAK KESATU,"], "Camat Contoh"),
        (
            ["Jabatan : Bupati", "Sebagai : PIHAK KEDUA", "Jabatan : Camat Kota", "Sebagai : PIHAK PERTAMA"],
            "Camat Kota",
        ),
        (["Jabatan : Camat Contoh", "menyatakan sanggup mewujudkan target"], "Camat Contoh"),
        # two parties, and no word of which is the first
        (["Jabatan : Camat Contoh", "Jabatan : Bupati Contoh"], None),
        (["Jabatan : -", "selanjutnya disebut pihak pertama"], None),
        ([], None),
    ],
)
def test_first_party(lines: list[str], wanted: str | None) -> None:
    assert office(*lines) == wanted


def of_text(title: list[str]) -> Read:
    table = ["NO SASARAN INDIKATOR KINERJA TARGET", "1 Meningkatnya mutu Nilai SAKIP BB", ""]
    return decree_of(layout_of_lines("\n".join([*LETTER, "", *title, *table])))


def of_pdf(title: list[str]) -> Read:
    doc = Cetak()
    doc.page()
    for n, line in enumerate(LETTER):
        doc.text(60, 60 + 16 * n, line)
    doc.page()
    for n, line in enumerate(title):
        doc.text(60, 60 + 16 * n, line)
    Tabel(doc, [30, 250, 250, 100], HEADS, top=110).build([["1", "Meningkatnya mutu", "Nilai SAKIP", "BB"]])
    return decree_of(layout_of_pdf(doc.save(), PdfOptions()))


@pytest.mark.parametrize("title", [TITLE, TITLE[1:], []])
@pytest.mark.parametrize("read", [of_text, of_pdf])
def test_holder_of_the_table_below(read: Callable[[list[str]], Read], title: list[str]) -> None:
    found = read(title)
    (block,) = found.decree.blocks
    assert (block.kind, block.label, block.jabatan.as_printed) == ("PK", "Jabatan", OFFICE)
    (place,) = block.jabatan.places
    assert place.page == 1 or place.lines == (4, 5)
    # the letter stays whole where it is
    kept = " ".join(text.as_printed for text in found.decree.unparsed)
    assert " ".join(" ".join(LETTER).split()) in " ".join(kept.split())


@pytest.mark.parametrize("read", [of_text, of_pdf])
def test_title_of_the_table_that_names_the_first_party_too(read: Callable[[list[str]], Read]) -> None:
    found = read(["LAMPIRAN PERJANJIAN KINERJA", "KEPALA DINAS KEPEMUDAAN DAN OLAHRAGA"])
    assert found.decree.blocks[0].jabatan.as_printed == OFFICE
    assert not any(one.code == "kepala-tersirat" for one in found.findings)


@pytest.mark.parametrize("read", [of_text, of_pdf])
def test_title_of_the_table_that_names_another_office_is_in_doubt(read: Callable[[list[str]], Read]) -> None:
    found = read(["LAMPIRAN PERJANJIAN KINERJA", "KEPALA BIDANG KEPEMUDAAN"])
    assert found.decree.blocks[0].jabatan.as_printed == "KEPALA BIDANG KEPEMUDAAN"
    assert any(one.code == "kepala-tersirat" for one in found.findings)


@pytest.mark.parametrize("title", [[], ["LAMPIRAN PERJANJIAN KINERJA", "UPTD PUSKESMAS KARANG"]])
def test_a_letter_below_its_letterhead_is_the_one_above_the_table_that_follows(title: list[str]) -> None:
    # the letterhead opened a block, and the letter went to the next one: each holder stood one table too late
    holders = ["Kepala UPTD Puskesmas Karang", "Kepala Subbagian Tata Usaha UPTD Puskesmas Karang"]
    lines: list[str] = []
    for holder in holders:
        lines += ["PEMERINTAH KABUPATEN CONTOH", "DINAS KESEHATAN", "UPTD PUSKESMAS KARANG", "Jl. Poros No. 12", ""]
        lines += [*LETTER[:2], "Nama : Siti", f"Jabatan : {holder}", "selanjutnya disebut PIHAK PERTAMA", *PARTIES[4:]]
        lines += ["", *title, "NO SASARAN INDIKATOR KINERJA TARGET", "1 Meningkatnya mutu Nilai SAKIP BB", ""]
    read = decree_of(layout_of_lines("\n".join(lines)))
    assert [block.jabatan.as_printed for block in read.decree.blocks] == holders
