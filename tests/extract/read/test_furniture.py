"""Page furniture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.read.furniture import page_furniture
from extract.read.text import layout_of_lines
from schemas.layout import Line, Page, Word


def taken(text: str) -> list[str]:
    lines = layout_of_lines(text).lines
    found = page_furniture(lines)
    return [line.text for line in lines if line.number in found]


def pages(*texts: str) -> str:
    return "\n\f".join(texts)


def placed(*printed: tuple[float, str], page: int) -> list[Line]:
    """The lines of a page, numbered through all pages: each with its base, and its text."""
    numbered = enumerate(printed, page * len(printed))
    return [
        Line(text, at, page, (Word(text, 50.0, base - 8, 200.0, base + 2, base, 10.0, False, at, (55.0,)),))
        for at, (base, text) in numbered
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n- 12 -\nb", ["- 12 -"]),  # by its form, without pages
        ("a\n     Halaman 3 dari 40\nb", ["     Halaman 3 dari 40"]),
        ("a\n12\nb", []),  # a bare number may be a cell
        ("Halaman ini sengaja dikosongkan", []),
        # a footer with a running number
        (pages("a\nx\nBKPSDM - 1", "b\ny\nBKPSDM - 2", "c\nz\nBKPSDM - 3"), ["BKPSDM - 1", "BKPSDM - 2", "BKPSDM - 3"]),
        # a header of two lines
        (
            pages("Kop Dinas\nJalan A 1\na\nx", "Kop Dinas\nJalan A 1\nb\ny", "Kop Dinas\nJalan A 1\nc\nz"),
            ["Kop Dinas", "Jalan A 1"] * 3,
        ),
        # the agency's name in the header of each page is a line of a title as well
        (
            pages(*[f"Kop Kota\nDINAS A\n{c}\nDINAS A\n{c}{c}" for c in "pqr"]),
            ["Kop Kota", "DINAS A"] * 3,
        ),
        # bare numbers that count with the pages, and one that doesn't
        (pages("a\n7", "b\n8", "c\n9", "d\n65"), ["7", "8", "9"]),
        # at the foot of all pages, and once among the first lines
        (pages("a\nDINAS A\nx\nDINAS A", "b\ny\nDINAS A", "c\nz\nDINAS A"), ["DINAS A"] * 3),
        # a title of no known kind begins a head on each page; the head of pages has other lines below it
        (pages(*[f"Manual Indikator Kinerja Individu\n{c}\nTugas : {c}{c}" for c in "pqr"]), []),
        (pages(*[f"Indikator Kinerja Perorangan (IKI)\n{c}\nTugas : {c}{c}" for c in "pqr"]), []),
        (pages(*[f"PENETAPAN I.K.U.\n{c}\nTugas : {c}{c}" for c in "pqr"]), []),
        (pages(*[f"DINAS PK\n{c}\nTugas : {c}{c}" for c in "pqr"]), ["DINAS PK"] * 3),
        (
            pages(*[f"Manual Indikator Kinerja Individu\n{c}\n{c}{c}" for c in "pqr"]),
            ["Manual Indikator Kinerja Individu"] * 3,
        ),
        # the end of a cell on most pages, which stands elsewhere too
        (pages("a\nKeuangan\nx\nKeuangan", "b\nKeuangan", "c\nKeuangan"), []),
        # what the decree repeats for its own reasons
        (pages(*[f"INDIKATOR KINERJA INDIVIDU\n{c}\n{c}{c}" for c in "pqrs"]), []),
        (pages(*["NO. SASARAN INDIKATOR\nTARGET RUMUS"] * 4), []),
        (pages("Kop\na", "Kop\nb"), []),  # two pages show no rule
        # a running head that says what the title below it says
        (
            pages(
                "INDIKATOR KINERJA UTAMA - DINAS A\nINDIKATOR KINERJA UTAMA\na\nx",
                *[f"INDIKATOR KINERJA UTAMA - DINAS A\n{c}\n{c}{c}" for c in "pq"],
            ),
            ["INDIKATOR KINERJA UTAMA - DINAS A"] * 3,
        ),
        # and one above the rest of a list: no title parts its items
        (
            pages(
                *[
                    f"INDIKATOR KINERJA UTAMA - DINAS A\n{below}\nx{below}"
                    for below in ("a", "(4) Penyiapan bahan;", "c")
                ]
            ),
            ["INDIKATOR KINERJA UTAMA - DINAS A"] * 3,
        ),
    ],
)
def test_furniture(text: str, expected: list[str]) -> None:
    assert taken(text) == expected


def test_what_stands_above_each_table_is_no_furniture() -> None:
    # `3) Pelaksanaan fungsi lain.` is the last line of each page outside its table
    lines = [
        line
        for page in range(1, 5)
        for line in placed(
            (40.0, "Kop Dinas"), (90.0, f"Uraian {'abcd'[page - 1]}"), (102.0, "Fungsi lain."), page=page
        )
    ]
    tables = {page: [(120.0, 400.0)] for page in range(1, 5)}
    assert {line.text for line in lines if line.number in page_furniture(lines, tables)} == {"Kop Dinas"}
    assert {line.text for line in lines if line.number in page_furniture(lines)} == {"Kop Dinas", "Fungsi lain."}


def test_the_feet_of_pages_that_lie_stand_as_far_from_the_edge() -> None:
    heights = {1: 842.0, 2: 595.0, 3: 842.0, 4: 595.0}
    for foot, expected in ((40.0, 4), (None, 0)):
        lines = [
            replace(line, sheet=Page(page, 842.0, height))
            for page, height in heights.items()
            for line in placed(
                (90.0, f"Uraian {'abcd'[page - 1]}"),
                (height - (foot or 60.0 * page), f"Renstra hal. {page}"),
                page=page,
            )
        ]
        assert len(page_furniture(lines)) == expected


def test_furniture_stands_at_one_height() -> None:
    for step in (0.0, 60.0):
        lines = [line for page in range(1, 5) for line in placed((100.0 + step * page, "Fungsi lain."), page=page)]
        assert bool(page_furniture(lines)) == (not step)


@pytest.mark.parametrize(("step", "expected"), [(0.0, 4), (60.0, 0)])
def test_a_footer_is_one_although_titles_print_it_as_well(step: float, expected: int) -> None:
    # the agency below the title of each block, and at the foot of each page; at another height on each it is a cell
    lines = [
        line
        for page in range(1, 5)
        for line in placed(
            (90.0, f"Uraian {'abcd'[page - 1]}"),
            (102.0, "BADAN KEPEGAWAIAN"),
            (114.0, f"Rincian {'abcd'[page - 1]}"),
            (560.0 + step * page, "BADAN KEPEGAWAIAN"),
            page=page,
        )
    ]
    found = page_furniture(lines)
    assert [at.number % 4 for at in lines if at.number in found] == [3] * expected


_HEAD = "DINAS PENDIDIKAN\nJalan Merdeka 1\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind page numbers, where a list goes on
        (
            f"a\n- 1 -\n{_HEAD}2. Penyusunan bahan;\n- 2 -\n{_HEAD}Uraian\nDINAS PENDIDIKAN\n- 3 -\n{_HEAD}z",
            ["DINAS PENDIDIKAN", "Jalan Merdeka 1"] * 3,
        ),
        # no number anywhere: it parts two sentences
        (
            f"{_HEAD}bahan dan\n{_HEAD}data\nsesuai dengan\n{_HEAD}ketentuan\nDINAS PENDIDIKAN\na\n{_HEAD}b",
            ["DINAS PENDIDIKAN", "Jalan Merdeka 1"] * 4,
        ),
        # the heading of a table, known or not
        ("Uraian\nTugas\na\nb\nc\nd\n" + "bahan dan\nBUTIR HASIL\nx\nmutu yang\nBUTIR HASIL\n" * 2, []),
        ("NO SASARAN\ndata dan\nNO SASARAN\nx\nmutu yang\nNO SASARAN\n", []),
        # one sentence, printed again
        ("pengadaan dan\nDINAS PENDIDIKAN\nx\n" * 3, []),
        # the stamp of a copy
        ("SALINAN\na\nSALINAN\nb\nKEPALA\nSALINAN\nKEPALA\nc\nKEPALA", ["SALINAN"] * 3),
        # cells that come again, one behind a word that joins
        ("Umum dan\nKepegawaian\na\nData dan\nKepegawaian\nb\nKepegawaian\n", []),
    ],
)
def test_furniture_of_a_text_that_marks_no_pages(text: str, expected: list[str]) -> None:
    assert [line for line in taken(text) if "- " not in line] == expected


def test_the_heading_of_a_table_that_goes_on_is_none() -> None:
    heading = "BUTIR HASIL UKURAN\n"
    cut = f"SALINAN\n{heading}"
    head = "SALINAN\nUraian\nTugas\nNama\nUnit\n"
    text = f"{head}{heading}1 bahan dan\n{cut}data\n2 tersedianya atau\n{cut}tidak\n3 laporan yang\n{cut}ada"
    assert taken(text) == ["SALINAN"] * 4


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((800.0, "Inspektorat Kab. Lubuk 1"), (800.5, "Inspektorat Kab. Lubuk 2"), 2),
        ((800.0, "Inspektorat Kab. Lubuk 1"), (640.0, "Inspektorat Kab. Lubuk 2"), 0),  # another height
        ((800.0, "5 dokumen"), (800.0, "8 dokumen"), 0),  # does not count with the pages
        ((800.0, "Pembina Utama Muda"), (800.0, "Pembina Utama Muda"), 0),  # signed twice
    ],
)
def test_the_feet_of_two_pages(first: tuple[float, str], second: tuple[float, str], expected: int) -> None:
    lines = [*placed((60, "a"), first, page=1), *placed((60, "b"), second, page=2)]
    assert len(page_furniture(lines)) == expected
    below_tables = {1: [(820.0, 900.0)], 2: [(820.0, 900.0)]}
    assert len(page_furniture(lines, below_tables)) == 0


def test_the_last_items_of_lists_that_count_with_the_pages_are_text() -> None:
    feet = [placed((60, "ab"[page - 1]), (700, f"b. pelaporan tahap {page}"), page=page) for page in (1, 2)]
    lines = [replace(line, number=number) for number, line in enumerate([*feet[0], *feet[1]])]
    assert not page_furniture(lines)


def test_the_feet_of_a_lampiran_alone() -> None:
    """The decree before it has none, so that they stand on half of the pages."""
    decree = [line for page in (1, 2) for line in placed((60, f"decree {page}"), (700 + page, "text"), page=page)]
    feet = [placed((60, f"row {page}"), (800.0, f"Lampiran Keputusan - {page}"), page=page) for page in (3, 4)]
    lines = [replace(line, number=number) for number, line in enumerate([*decree, *feet[0], *feet[1]])]
    found = page_furniture(lines)
    assert [line.text for line in lines if line.number in found] == ["Lampiran Keputusan - 3", "Lampiran Keputusan - 4"]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("INDIKATOR KINERJA UTAMA", None, 2),  # the second page goes on with the table
        ("INDIKATOR KINERJA UTAMA", "INDIKATOR KINERJA UTAMA", 0),  # a title of each page's table
        ("KEPALA BIDANG MUTASI", None, 0),  # what begins both pages may be a title that nobody knows
        (None, None, 0),
    ],
)
def test_the_heads_of_two_pages(above: str | None, below: str | None, expected: int) -> None:
    head = (40.0, "Lampiran Keputusan Gubernur Nomor 060/77/2025")
    first = [head, *([(60.0, above)] if above else []), (700.0, "a")]
    second = [head, *([(60.0, below)] if below else []), (700.0, "b")]
    lines = [*placed(*first, page=1), *placed(*second, page=2)]
    assert len(page_furniture(lines, {1: [(80.0, 600.0)], 2: [(80.0, 600.0)]})) == expected


@pytest.mark.parametrize("title", ["INDIKATOR KINERJA INDIVIDU", "PERJANJIAN KINERJA TAHUN 2024"])
def test_the_titles_of_two_pages_are_no_running_heads(title: str) -> None:
    """The first one has its holder below; or it heads the letter, and the second one its table."""
    lines = [
        *placed((40.0, title), (60.0, "KEPALA BIDANG MUTASI"), page=1),
        *placed((40.0, title), (700.0, "b"), page=2),
    ]
    assert not page_furniture(lines, {1: [(80.0, 600.0)], 2: [(80.0, 600.0)]})
