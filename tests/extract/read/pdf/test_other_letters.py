"""What a second reader of a PDF reads otherwise is said where it stands: in cells, in lines outside the tables, and
what the first one does not have at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cetak import Cetak

from extract.read.pdf.camelot_grid import Witness, witness
from extract.read.pdf.ink import Char, PageInk
from extract.read.pdf.ink_plumber import Plumber
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.reading import pages_read
from schemas.base import Finding


def printed(ruled: bool = True) -> Cetak:
    """A line above a table of two columns and two rows, ruled or parted by white alone."""
    doc = Cetak()
    doc.page()
    doc.text(40, 40, "LAMPIRAN KEPUTUSAN")
    for row in range(4):
        for column, text in enumerate((f"Jumlah arsip {row}", f"{row + 1} dokumen", f"Bidang {row}")):
            doc.text(48 + 200 * column, 110 + 30 * row, text)
    if ruled:
        for y in range(5):
            doc.line(40, 95 + 30 * y, 640, 95 + 30 * y)
        for x in range(4):
            doc.line(40 + 200 * x, 95, 40 + 200 * x, 215)
    return doc


def findings(doc: Cetak) -> list[Finding]:
    return pages_read(doc.save(), PdfOptions(reader="both"))[1]


def second_reading(monkeypatch: pytest.MonkeyPatch, change: Callable[[PageInk], None]) -> None:
    """pdfplumber reads what `change` makes of its ink."""
    read = Plumber.page_ink

    def changed(self: Plumber, index: int) -> PageInk:
        ink = read(self, index)
        change(ink)
        return ink

    monkeypatch.setattr(Plumber, "page_ink", changed)


def other(text: str, letter: str) -> Callable[[PageInk], None]:
    """The first letter of this text is another one."""

    def change(ink: PageInk) -> None:
        at = "".join(char.text for char in ink.chars).index(text)
        ink.chars[at] = ink.chars[at]._replace(text=letter)

    return change


@pytest.mark.parametrize("ruled", [True, False])
def test_readers_that_agree_say_nothing(ruled: bool) -> None:
    assert findings(printed(ruled)) == []


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(("text", "said"), [("LAMPIRAN", "1AMPIRAN KEPUTUSAN"), ("3 dokumen", "1 dokumen")])
def test_another_letter_is_said_at_its_cell_or_line(
    ruled: bool, text: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    second_reading(monkeypatch, other(text, "1"))
    (found,) = findings(printed(ruled))
    assert found.code == "pembaca-berbeda"
    assert dict(found.values) == {"pembaca": "pdfplumber", "bacaan": said}
    assert found.as_printed.startswith(text)
    (place,) = found.places
    assert place.page == 1 and place.bbox is not None
    x, y = (48 + 10, 40 - 3) if text == "LAMPIRAN" else (248 + 10, 170 - 3)
    assert place.bbox[0] < x < place.bbox[2] and place.bbox[1] < y < place.bbox[3]


def test_a_word_that_only_the_second_one_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def change(ink: PageInk) -> None:
        ink.chars += [Char(letter, 300 + 6 * i, 293, 306 + 6 * i, 302, 300, 9) for i, letter in enumerate("Catatan")]

    second_reading(monkeypatch, change)
    (found,) = findings(printed())
    assert dict(found.values) == {"pembaca": "pdfplumber", "tambahan": "Catatan"}
    assert found.places[0].bbox == (300, 293, 342, 302) and not found.as_printed


def test_a_line_that_only_the_first_one_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def change(ink: PageInk) -> None:
        ink.chars[:] = [char for char in ink.chars if char.base > 50]

    second_reading(monkeypatch, change)
    (found,) = findings(printed())
    assert found.as_printed == "LAMPIRAN KEPUTUSAN" and found.values["bacaan"] == ""


def test_camelot_is_asked_about_ruled_tables_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Witness, "_text", lambda *_: "lain")
    assert {one.values["pembaca"] for one in findings(printed())} == {"camelot"}
    assert len(findings(printed())) == 12
    assert findings(printed(ruled=False)) == []


def test_letters_of_a_watermark_in_camelots_cells_are_no_doubt() -> None:
    doc = printed()
    doc.text(0, 0, "SALINAN", size=20, matrix="0.8 0.6 -0.6 0.8 255 430")
    pages, found = pages_read(doc.save(), PdfOptions(reader="both"))
    assert [text for text, _, _ in pages[0].overlays] == ["SALINAN"]
    assert found == []
    seen = witness(doc.save(), [pages[0]._replace(overlays=[("KONSEP", (0, 0, 9, 9), "")])])
    assert [one.values["bacaan"] for one in seen if "dokumen" in one.as_printed]


def test_a_page_that_the_second_one_cannot_read_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def change(ink: PageInk) -> None:
        raise ValueError(ink.number)

    second_reading(monkeypatch, change)
    assert findings(printed()) == []
