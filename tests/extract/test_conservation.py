"""Nothing lost, nothing invented: every character of the source is in one field, in a mark, or in unparsed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from segments import unread

import extract.door
import extract.table.text
from bahasa.labels import labels
from extract.decree.sections import sections_of
from extract.door import Read, decree_of
from extract.errors import UnusableSource
from extract.read.text import layout_of_lines, layout_of_text
from schemas.decree import Block, Penetapan, Text
from schemas.source import Source

HERE = Path(__file__).resolve().parent
TEXTS = HERE.parent / "fixtures" / "teks"
CORPUS = HERE.parent.parent / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt"


@pytest.fixture(autouse=True)
def _tables_stay_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract.table.text, "table_in_text", unread, raising=False)


def characters(*texts: str) -> Counter[str]:
    return Counter("".join("".join(texts).split()))


def fields(read: Read) -> Iterator[Text | None]:
    """Every text of the decree that holds print of its own. Headings of tables are marks."""
    preamble = read.decree.preamble
    yield from (*preamble.kepala, preamble.nomor, preamble.judul, preamble.pejabat, preamble.menetapkan)
    yield from (item.text for item in (*preamble.menimbang, *preamble.mengingat, *preamble.memperhatikan))
    for diktum in preamble.diktum:
        yield from (diktum.text, *(item.text for item in diktum.butir))
    for closing in (preamble.penetapan, *(lampiran.penetapan for lampiran in read.decree.lampiran)):
        yield from closing_texts(closing)
    yield from (lampiran.label for lampiran in read.decree.lampiran)
    for block in read.decree.blocks:
        yield from head(block)
    yield from read.decree.unparsed


def closing_texts(closing: Penetapan | None) -> Iterator[Text | None]:
    if closing:
        signed = closing.penandatangan
        yield from (closing.tempat, closing.tanggal, signed.jabatan, signed.nama, signed.pangkat, signed.nip)


def head(block: Block) -> Iterator[Text | None]:
    yield from (block.jabatan, block.tugas, *block.judul)
    yield from (item.text for item in (*block.tujuan, *block.fungsi))


def kept(read: Read) -> Counter[str]:
    """Fields and marks, what stands in both counted once."""
    texts = characters(*(text.as_printed for text in fields(read) if text))
    marks = characters(*(mark.piece.text for mark in read.marks))
    twice = [text.as_printed for text in read.shared]
    reasons = {mark.reason for mark in read.marks}
    twice += [text.as_printed for text in read.decree.unparsed if set(text.reasons) & reasons]
    total = texts + marks
    total.subtract(characters(*twice))
    return +total


@pytest.mark.parametrize("path", [CORPUS, *sorted(TEXTS.glob("*.txt"))], ids=lambda path: path.stem)
def test_fixture_is_conserved(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert kept(decree_of(layout_of_text(text.encode()))) == characters(text)


LINES = st.one_of(
    st.text(),
    st.sampled_from([label.contoh for label in labels()]),
    st.sampled_from(
        [
            "NO. SASARAN INDIKATOR KINERJA TARGET", "NO SASARAN INDIKATOR KINERJA TARGET SATUAN", "1 2 3 4", "SUMBER",
            "Program Anggaran (Rp) Keterangan", "Nama", "Organisasi", "Tugas", "Fungsi", ":", ": a.", "a.", "b. Dua;",
            "1. Satu;", "Menimbang", "Tana Paser, 3 Januari 2023", "Drs. Suwito", "Pembina Tk. I", "- 3 -", "\f",
            "\f12",
            "KABUPATEN PASER",
            "Jabatan :", "NIP. 19650808INDIKATOR KINERJA INDIVIDU", "ttd", "perundang-", "",
        ]
    ),
)  # fmt: skip


# texts of more lines are the fuzzer's (`make fuzz`): here each costs seconds, and a head, a table and an end fit
@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=16), st.sampled_from(["\n", "\n\n", "\f", "\r\n"]))
def test_any_text_is_conserved(lines: list[str], end: str) -> None:
    text = end.join(lines)
    pages = layout_of_lines(text)
    found = sections_of(pages.lines)
    pieces = [piece.text for section in found.sections for piece in section.pieces]
    marks = [mark.piece.text for mark in found.marks]
    assert characters(*pieces, *marks) == characters(text)
    try:
        read = decree_of(pages)
    except UnusableSource:
        return
    assert kept(read) == characters(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=12))
def test_a_table_keeps_all_its_lines(lines: list[str]) -> None:
    """The body that a table's segmentation is given holds every line of its section, blank ones included."""
    text = "\n".join(["NO. SASARAN INDIKATOR KINERJA TARGET", *lines])
    for section in sections_of(layout_of_lines(text).lines).sections:
        if section.table:
            body = characters(*(line.text for line in section.body))
            assert characters(*(piece.text for piece in section.pieces)) == body


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_give_a_decree_or_a_reason(data: bytes) -> None:
    source = Source(file="x", slug="x", sha256="", media_type="text/plain")
    try:
        extract.door.extract(source, data)
    except UnusableSource as error:
        assert error.cause and error.remedy
