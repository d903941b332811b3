"""Page furniture."""

from __future__ import annotations

import pytest

from extract.read.furniture import page_furniture
from extract.read.text import layout_of_lines


def taken(text: str) -> list[str]:
    lines = layout_of_lines(text).lines
    found = page_furniture(lines)
    return [line.text for line in lines if line.number in found]


def pages(*texts: str) -> str:
    return "\n\f".join(texts)


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
        # the end of a cell on most pages, which stands elsewhere too
        (pages("a\nKeuangan\nx\nKeuangan", "b\nKeuangan", "c\nKeuangan"), []),
        # what the decree repeats for its own reasons
        (pages(*[f"INDIKATOR KINERJA INDIVIDU\n{c}\n{c}{c}" for c in "pqrs"]), []),
        (pages(*["NO. SASARAN INDIKATOR\nTARGET RUMUS"] * 4), []),
        (pages("Kop\na", "Kop\nb"), []),  # two pages show no rule
    ],
)
def test_furniture(text: str, expected: list[str]) -> None:
    assert taken(text) == expected
