"""Whatever a person decides, right or wrong: no text goes without a word, and what does not fit changes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from typing import Any

from extracted_decrees import extracted, row, text
from hypothesis import given, settings
from hypothesis import strategies as st
from test_koreksi_file import decisions

from bahasa.block_kinds import block_named
from bahasa.fold import fold
from katalog.assemble.catalogue import assemble
from normalize.decree import normalize
from normalize.koreksi.demands import UnfitPutusan
from normalize.koreksi.file import KoreksiFile, decision_of
from normalize.koreksi.putusan import Putusan
from normalize.koreksi.row_cells import row_cells_of
from normalize.koreksi.settle import settle
from normalize.walk import list_texts
from schemas.decree import Block, Cell, Decree, ExtractedDecree, Heading, Item, Text

WORDS = st.sampled_from(["laporan", "laporan keuangan", "Jumlah", "Jumlah laporan", "12 dokumen", "", "dokumen"])
ENTRIES = st.sampled_from(["menyusun laporan", "menyusun; b. memeriksa laporan", "memeriksa", "A.n. Bupati", "2. x"])
COLUMNS = ("no", "sasaran", "indikator", "target", "rumus")
COVERED = Cell(text=Text(as_printed=""), span="covered")
SOMEWHERE = [
    "rumus",
    "target",
    "indikator",
    "+1/rumus",
    "-1/indikator",
    "+1/indikator",
    "+9/rumus",
    "satuan",
    "others/X",
]
TARGETS = st.sampled_from([*SOMEWHERE, "targets/2"])


@st.composite
def decrees(draw: st.DrawFn) -> ExtractedDecree:
    blocks = []
    for order in (1, 2):
        rows = []
        for _ in range(draw(st.integers(1, 4))):
            made = row(**{column: draw(WORDS) for column in COLUMNS})
            if rows and draw(st.booleans()):
                made = made.model_copy(update={"cells": {**made.cells, "sasaran": COVERED}})
            rows.append(made)
        headings = tuple(Heading(role=column, text=text(column.upper())) for column in COLUMNS)  # type: ignore[arg-type]
        fungsi = tuple(
            Item(no=draw(st.sampled_from([None, "a", "b", "2"])), text=text(draw(ENTRIES)))
            for _ in range(draw(st.integers(1, 4)))
        )
        holder = text(f"Analis {order}")
        blocks.append(
            Block(kind="IKI", order=order, jabatan=holder, fungsi=fungsi, headings=headings, rows=tuple(rows))
        )
    return extracted(*blocks)


@st.composite
def wild_entry(draw: st.DrawFn, decree: ExtractedDecree) -> Putusan | None:
    """A decision about some entry of a list, with words from there or from anywhere."""
    block = draw(st.sampled_from(decree.decree.blocks))
    read = [entry.text.as_printed for entry in block.fungsi]
    at = draw(st.integers(0, len(read) - 1))
    words, below = draw(st.sampled_from([read[at], read[0], "lain"])), read[at + 1 : at + draw(st.integers(2, 3))]
    cut = draw(st.integers(0, len(read[at])))
    own: dict[str, Any] = draw(
        st.sampled_from(
            [
                {"tindakan": "gabung butir", "isi": draw(st.sampled_from([below, ["lain"]]))},
                {"tindakan": "pisah butir", "isi": [read[at][:cut], read[at][cut:]]},
            ]
        )
    )
    place = f"{block_named(block.kind, block.order)}/{draw(st.sampled_from(['fungsi', 'fungsi', 'tujuan']))}"
    named = draw(st.sampled_from([{}, {"jabatan": block.jabatan.as_printed}]))
    entry = {"jenis": "salah baca", "tempat": f"{place}/{at + 1}", "tercetak": words, **own, **named}
    try:
        return decision_of(entry)
    except UnfitPutusan:
        return None


@st.composite
def wild(draw: st.DrawFn, decree: ExtractedDecree) -> Putusan | None:
    """A decision about some row, with words from there or from anywhere."""
    block = draw(st.sampled_from(decree.decree.blocks))
    at = draw(st.integers(0, len(block.rows) - 1))
    column = draw(st.sampled_from(COLUMNS))
    read = fold(block.rows[at].cells[column].text.as_printed)  # type: ignore[index]
    words = [one.text.as_printed for one in row_cells_of(block.rows[at]).values() if one.text.as_printed]
    path = f"{block_named(block.kind, block.order)}/rows/{at + draw(st.integers(0, 1))}"
    cut = draw(st.integers(0, len(read)))
    tindakan = draw(
        st.sampled_from(["pindah", "gabung sel", "pisah sel", "gabung baris", "pisah baris", "peran kolom"])
    )
    below = [one.text.as_printed for one in row_cells_of(block.rows[min(at + 1, len(block.rows) - 1)]).values()]
    own: dict[str, Any] = {
        "pindah": {"tercetak": draw(st.sampled_from([read, read.split(" ")[0], draw(WORDS)])), "ke": draw(TARGETS)},
        "gabung sel": {"tercetak": read, "dengan": [draw(TARGETS)], "isi": [draw(st.sampled_from([*below, ""]))]},
        "pisah sel": {"tercetak": read, "ke": [column, draw(TARGETS)], "isi": [read[:cut], read[cut:]]},
        "gabung baris": {"tercetak": words, "isi": below},
        "pisah baris": {"tercetak": words, "kolom": [column], "isi": [read[:cut]],
                        "bawah": [draw(st.sampled_from([read[cut:], ""]))]},
        "peran kolom": {"kolom": column, "peran": draw(st.sampled_from(["rumus", "target", "others", "no"])),
                        "di": draw(st.sampled_from(["sini", "semua"]))},
    }[tindakan]  # fmt: skip
    place = (
        path
        if "baris" in tindakan
        else path.rpartition("/rows")[0]
        if tindakan == "peran kolom"
        else f"{path}/{column}"
    )
    named = draw(st.sampled_from([{}, {"jabatan": block.jabatan.as_printed}, {"indikator": words[0] if words else ""}]))
    try:
        return decision_of({"jenis": "salah baca", "tindakan": tindakan, "tempat": place, **own, **named})
    except UnfitPutusan:
        return None


def ink(decree: Decree) -> Counter[str]:
    """Every letter and digit that the decree reads, in whatever text or number of an entry."""
    texts = [fold(said.as_printed) for _, said in list_texts(decree)]
    numbers = [entry.no or "" for block in decree.blocks for entry in block.fungsi]
    return Counter(sign for said in (*texts, *numbers) for sign in said if sign.isalnum())


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_letter_goes_without_a_word(data: st.DataObject) -> None:
    decree = data.draw(decrees())
    drawn = [data.draw(wild(decree) | wild_entry(decree)) for _ in range(data.draw(st.integers(1, 4)))]
    made = tuple(one for one in drawn if one is not None)
    settled = settle(decree, [KoreksiFile(made)])
    after = settled.extracted.decree if settled else decree.decree
    assert ink(after) == ink(decree.decree)
    records = settled.records(()) if settled else ()
    if all(one.status != "applied" for one in records):
        assert after == decree.decree


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_twice_is_once(data: st.DataObject) -> None:
    decree = data.draw(decrees())
    made = tuple(one for one in [data.draw(wild(decree) | wild_entry(decree)) for _ in range(2)] if one is not None)
    once, twice = (settle(decree, [KoreksiFile(made * times)]) for times in (1, 2))
    assert (once and once.extracted) == (twice and twice.extracted)


PATHS = st.sampled_from(
    ["IKI/1", "IKI/0", "IKI/1/rows/1", "IKI/1/rows/0", "IKI/2/rows/x/rumus", "IKI/1/rows/2/targets/0", "rows", "/",
     "IKI/1/headings/9", "IKI/1/headings/1", "IKI/1/jabatan", "IKI/1/fungsi/0",
     "IKI/2/fungsi/1", "preamble/mengingat/0", "IKI/2/rows/1/others/A|B", "keputusan",
     "preamble/periode", "a/1/b", "9/9"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_a_file_says_a_decree_comes_out(data: st.DataObject) -> None:
    """A hand-written file may name anything."""
    decree = data.draw(decrees())
    drawn = data.draw(st.lists(decisions(), min_size=1, max_size=3))
    odd = {"rumus", "+1/rumus", "others/", "targets/x", "", "+-1/rumus", "IKI"}
    strange = [replace(one, tempat=data.draw(PATHS), **_odd(one, data, sorted(odd))) for one in drawn]
    made = normalize(decree, koreksi=[KoreksiFile(tuple(strange))])
    assert len(made.koreksi) <= len(strange) and assemble(made).content_hash


def _odd(decision: Putusan, data: st.DataObject, names: list[str]) -> dict[str, Any]:
    """Other cells and columns, as many as it names, and other words."""
    found: dict[str, Any] = {}
    for one in fields(decision):
        value = getattr(decision, one.name)
        if one.name in ("ke", "kolom", "dengan"):
            many = tuple(data.draw(st.sampled_from(names)) for _ in value)
            found[one.name] = data.draw(st.sampled_from(names)) if isinstance(value, str) else many
    if (
        hasattr(decision, "tercetak")
        and isinstance(decision.tercetak, str)
        and decision.TINDAKAN in ("", "teks", "pindah")
    ):
        found["tercetak"] = data.draw(WORDS.filter(bool))
    return found
