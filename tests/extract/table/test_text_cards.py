"""Cards of one indicator each in plain texts: read as those of a printed page are."""

from __future__ import annotations

from textwrap import fill

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.flow import _may_have_cards
from schemas.decree import Block
from schemas.layout import Line

HEAD = """INDIKATOR KINERJA INDIVIDU

Jabatan : Kepala Seksi Kebersihan
Tugas   : Melaksanakan penyiapan bahan pengelolaan kebersihan kota
Fungsi  :
  1. Penyusunan rencana kegiatan seksi;
  2. Pelaporan pelaksanaan kegiatan seksi.

"""
CARDS = [
    ["Meningkatnya kebersihan kota", "Persentase sampah yang terangkut", "85 %", "Sampah terangkut dibagi timbulan"],
    ["Terlaksananya pembinaan bank sampah", "Jumlah bank sampah yang dibina", "24 unit", "Bank sampah yang dibina"],
]
LABELS = ["Sasaran", "Indikator", "Target", "Rumus"]
ROLES = ["sasaran", "indikator", "target", "rumus"]


def read(text: str) -> list[Block]:
    return list(decree_of(layout_of_lines(text)).decree.blocks)


def values_of(block: Block) -> list[list[str]]:
    return [[row.cells[role].text.as_printed for role in ROLES] for row in block.rows]  # type: ignore[index]


def entries(form: str, labels: list[str] | None = None) -> list[str]:
    return ["\n".join(form.format(*one) for one in zip(labels or LABELS, card, strict=True)) for card in CARDS]


@pytest.mark.parametrize(
    "form", ["{:<10}: {}", "{}: {}", "{} : {}", "{:<14}{}", "{}\t: {}", "{}:\n  {}", "{:<10}: {}\n"]
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_labels_with_their_values_are_rows(form: str, between: str) -> None:
    (block,) = read(HEAD + between.join(entries(form)))
    assert values_of(block) == CARDS
    assert len(block.fungsi) == 2


def test_the_lines_above_cards_that_number_them_are_no_fungsi() -> None:
    text = "\n\n".join(f"Indikator {n}\n{card}" for n, card in enumerate(entries("{:<10}: {}"), 1))
    (block,) = read(HEAD + text)
    assert (len(block.fungsi), values_of(block)) == (2, CARDS)


@pytest.mark.parametrize("indent", ["", "  ", "    "])
def test_running_text_goes_on_below_a_value(indent: str) -> None:
    """The first word of a line ends left of the value above it, and is no rest of its label all the same."""
    text = "\n".join(entries("{}: {}")).replace(" yang ", f"\n{indent}yang ").replace(" dibagi ", f"\n{indent}dibagi ")
    (block,) = read(HEAD + text)
    assert values_of(block) == CARDS
    assert not block.rows[0].others


def test_lines_of_a_value_in_its_column_go_on_with_it() -> None:
    text = "\n".join(entries("{:<10}: {}")).replace(" yang ", f"\n{'':12}yang ")
    (block,) = read(HEAD + text)
    assert values_of(block) == CARDS


def test_cards_beside_a_table_in_columns() -> None:
    """Tables first: the lines of their cells begin as labels with their values do."""
    table = "NO   SASARAN                   INDIKATOR KINERJA              TARGET\n"
    table += "1    Meningkatnya mutu jalan   Persentase jalan yang mantap   80 %\n"
    table += "2    Terpeliharanya jembatan   Jumlah jembatan terpelihara    6 unit\n\n"
    other = HEAD.replace("Kebersihan", "Jalan").replace("INDIKATOR KINERJA INDIVIDU\n\n", "")
    first, second = read(HEAD + "\n\n".join(entries("{:<10}: {}")) + "\n\n" + other + table)
    assert values_of(first) == CARDS
    assert [row.cells["indikator"].text.as_printed for row in second.rows] == [
        "Persentase jalan yang mantap",
        "Jumlah jembatan terpelihara",
    ]


def test_the_place_of_a_value_is_its_line() -> None:
    (block,) = read(HEAD + "\n".join(entries("{:<10}: {}")))
    (place,) = block.rows[0].cells["target"].text.places
    assert place.lines == (11, 11)


def test_heads_of_holders_are_no_cards() -> None:
    (block,) = read(HEAD + "NO   SASARAN   INDIKATOR KINERJA   TARGET\n1   Tertib mutasi   Jumlah SK   12 SK\n")
    assert [row.cells["indikator"].text.as_printed for row in block.rows] == ["Jumlah SK"]


def sentences(form: str, between: str = "; ") -> list[str]:
    own = [between.join(map(": ".join, zip(LABELS, card, strict=True))) for card in CARDS]
    return [form.format(n, text) for n, text in enumerate(own, 1)]


@pytest.mark.parametrize("form", ["{0}. {1}.", "{0}) {1}.", "{1}.", "- {1}.", "{0}. {1}.\n"])
@pytest.mark.parametrize("between", ["; ", ", "])
@pytest.mark.parametrize(("width", "indent"), [(40, "   "), (61, "   "), (61, ""), (400, "")])
def test_a_sentence_of_labels_is_a_row(form: str, between: str, width: int, indent: str) -> None:
    text = "\n".join(fill(one, width, subsequent_indent=indent) for one in sentences(form, between))
    (block,) = read(HEAD + text)
    assert values_of(block) == [[*card[:-1], f"{card[-1]}."] for card in CARDS]
    assert len(block.fungsi) == 2


def test_a_label_that_breaks_over_lines_is_whole() -> None:
    text = "\n".join(sentences("{0}. {1}")).replace("Rumus: ", "Sumber\n   Data: Buku ")
    (block,) = read(HEAD + text)
    assert [row.cells["sumber_data"].text.as_printed for row in block.rows] == [f"Buku {card[-1]}" for card in CARDS]


def test_a_list_with_one_colon_in_an_item_is_no_card() -> None:
    listed = HEAD.replace("Pelaporan", "Pelaporan; Target: semua")
    table = "NO   SASARAN   INDIKATOR KINERJA   TARGET\n1   Tertib mutasi   Jumlah SK   12 SK\n"
    (block,) = read(listed + table)
    assert (len(block.fungsi), len(block.rows)) == (2, 1)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("INDIKATOR KINERJA INDIVIDU\nJabatan : Camat\nSASARAN\nINDIKATOR KINERJA\nTARGET", False),
        ("Menimbang : a. bahwa;\nIndikator Kinerja Individu;\nTugas : Menata", False),
        ("2. Indikator Kinerja : Jumlah arsip", True),
        ("1. Sasaran: Tertib arsip; Indikator\nKinerja: Jumlah arsip; Target: 2 berkas", True),
    ],
)
def test_titles_and_headings_alone_are_no_labels_of_cards(text: str, may: bool) -> None:
    # a whole decree was laid out as print and looked through for cards, a thirteenth of its time
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    assert _may_have_cards(lines) is may
