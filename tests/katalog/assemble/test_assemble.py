"""The catalogue of a decree: nothing lost, nothing invented, merged cells filled down."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from labelled import SOURCE, block, items, row, text

from katalog.assemble.catalogue import assemble
from katalog.assemble.decree_data import periode_of
from katalog.store.canonical import canonical_bytes, content_hash
from katalog.store.integrity import faults
from katalog.text import value_of
from normalize.decree import normalize
from schemas.catalogue import Catalogue, Periode
from schemas.decree import (
    Cell,
    Decree,
    Diktum,
    ExtractedDecree,
    Item,
    Lampiran,
    NormalizedDecree,
    Preamble,
    Row,
    Text,
)


def test_decree_data(catalogue: Catalogue) -> None:
    decree = catalogue.decree
    assert decree.jenis == "Keputusan Kepala BKPSDM"
    assert decree.nomor == "800/015/Sek. II/BKPSDM"
    assert decree.tahun == 2022
    assert decree.periode == Periode(awal=2021, akhir=2026)
    assert decree.instansi == "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA KABUPATEN PASER"
    assert (decree.ditetapkan.tempat, decree.ditetapkan.tanggal) == ("Tana Paser", "2022-12-29")
    assert decree.penandatangan.nama == "Drs. Suwito"
    assert catalogue.lampiran[0].ditetapkan.tanggal == "2023-01-03"


def test_the_same_columns_are_filled_down_as_in_the_stage_before() -> None:
    """A merged target holds for each row, and so does its reading."""
    first = row({"indikator": "Jumlah arsip", "sasaran": "Tertib", "target": "2 dokumen", "sumber_data": "Sekretariat"})
    spanned = {role: Cell(text=Text(as_printed=""), span="covered") for role in ("sasaran", "target", "sumber_data")}
    second = Row.model_validate({"cells": {**row({"indikator": "Jumlah surat"}).cells, **spanned}})
    third = Row.model_validate({"cells": {**second.cells, "indikator": spanned["target"]}})
    rows = (first, second, third)
    decree = Decree(blocks=(block("IKU", 1, "Sekretariat", rows=rows),))
    for stage in (decree, normalize(ExtractedDecree(source=SOURCE, decree=decree)).decree):
        made = assemble(NormalizedDecree(source=SOURCE, decree=stage)).blocks[0].rows
        assert [value_of(one.cells["sumber_data"].text) for one in made] == ["Sekretariat"] * 3
        assert [value_of(one.cells["target"].text) for one in made] == ["2 dokumen"] * 3
        assert value_of(made[2].cells["indikator"].text) == ""
        assert made[2].id == f"{made[1].id}-2"  # named after the indikator that spans it
    assert [one.target and one.target.kind for one in made] == ["count"] * 3


def test_every_plain_value_has_an_origin(catalogue: Catalogue) -> None:
    decree = catalogue.decree
    plain = {name: getattr(decree, name) for name in ("jenis", "nomor", "tahun", "tentang", "instansi", "periode")}
    plain |= {f"ditetapkan.{name}": value for name, value in decree.ditetapkan}
    plain |= {f"penandatangan.{name}": value for name, value in decree.penandatangan}
    assert {name for name, value in plain.items() if value is not None} == set(decree.origins)
    assert decree.origins["nomor"].note == "dari label lampiran"
    assert decree.origins["nomor"].as_printed.endswith("800/ 015 /Sek. II/BKPSDM")


@pytest.mark.parametrize(
    ("kepala", "nomor", "tahun", "jenis"),
    [
        # the number under the heading, with its year
        (["KEPUTUSAN KEPALA DINAS X", "NOMOR 44 TAHUN 2022"], "44", 2022, "KEPUTUSAN KEPALA DINAS X"),
        (["PERATURAN BUPATI Y", "NOMOR : 7 TAHUN 2020"], "7", 2020, "PERATURAN BUPATI Y"),
        # the heading in one line
        (["KEPUTUSAN BUPATI Y NOMOR 188.4/12/2021 TENTANG"], "188.4/12/2021", None, "KEPUTUSAN BUPATI Y"),
        # its date behind it
        (["KEPUTUSAN BUPATI Y NOMOR : 8/19/2022 TANGGAL : 1 Mei 2022"], "8/19/2022", None, "KEPUTUSAN BUPATI Y"),
        # a number left open for writing by hand
        (["KEPUTUSAN BUPATI Y", "NOMOR : 800 / / BKD"], "800//BKD", None, "KEPUTUSAN BUPATI Y"),
        # the heading over several lines, below that of the letter
        (
            ["PEMERINTAH KABUPATEN Y", "KEPUTUSAN", "KEPALA DINAS X", "KABUPATEN Y", "NOMOR 4 TAHUN 2022"],
            "4",
            2022,
            "KEPUTUSAN KEPALA DINAS X KABUPATEN Y",
        ),
        (
            ["KEPUTUSAN KEPALA DINAS X,", "Z DAN W", "NOMOR : 08/I/2021"],
            "08/I/2021",
            None,
            "KEPUTUSAN KEPALA DINAS X, Z DAN W",
        ),
        (["SALINAN"], None, None, None),
    ],
)
def test_number_of_the_decree(kepala: list[str], nomor: str | None, tahun: int | None, jenis: str | None) -> None:
    preamble = Preamble(kepala=tuple(text(line) for line in kepala))
    decree = assemble(NormalizedDecree(source=SOURCE, decree=Decree(preamble=preamble))).decree
    assert (decree.nomor, decree.tahun, decree.jenis) == (nomor, tahun, jenis)


@pytest.mark.parametrize(
    ("title", "periode"),
    [
        ("IKU TAHUN 2021 - 2026", (2021, 2026)),
        ("RENSTRA 2018–2023", (2018, 2023)),
        ("TAHUN 2021 s.d. 2026", (2021, 2026)),
        ("TAHUN 2021 sampai dengan 2026", (2021, 2026)),
        ("PERJANJIAN KINERJA TAHUN 2022", (2022, 2022)),
        ("REVIU INDIKATOR KINERJA UTAMA PERIODE 2022", (2022, 2022)),
        # years that run backwards are no period; neither is a number
        ("TAHUN ANGGARAN 2022", (2022, 2022)),
        ("NOMOR 2021-2026-A TAHUN", (2021, 2026)),
        ("2026 - 2021", None),
        # the number of the decree that is amended is none of the period
        ("PERUBAHAN ATAS KEPUTUSAN BUPATI NOMOR 8 TAHUN 2021 TENTANG IKU TAHUN 2022", (2022, 2022)),
        ("PERUBAHAN ATAS KEPUTUSAN BUPATI NOMOR 8 TAHUN 2021", None),
        ("NIP 19650808 199203 1 019", None),
        ("UU ITE No. 11 Tahun 2008", None),
        ("INDIKATOR KINERJA UTAMA NO. 3 TAHUN 2024", (2024, 2024)),
    ],
)
def test_periode(title: str, periode: tuple[int, int] | None) -> None:
    found = periode_of(title)
    assert (found and (found.awal, found.akhir)) == periode


def test_merged_cells_are_filled_down_and_empty_ones_are_not() -> None:
    rows = (
        row({"sasaran": "Tersedianya data", "indikator": "Jumlah data", "sumber_data": "Bidang A"}),
        row({"indikator": "Jumlah laporan"}),
    )
    blocks = (block("IKI", 1, "Analis", rows=rows),)
    second = assemble(NormalizedDecree(source=SOURCE, decree=Decree(blocks=blocks))).blocks[0].rows[1]
    assert second.cells["sasaran"].text.value == "Tersedianya data"
    assert second.cells["sasaran"].text.as_printed == ""
    assert second.cells["sumber_data"].text.value is None
    assert second.sasaran_id == "iki.instansi.analis/sasaran/tersedianya-data"


def _texts(decree: Decree) -> list[str]:
    """Every printed text of a decree."""
    preamble, found = decree.preamble, [one.as_printed for one in decree.unparsed]
    found += [one.as_printed for one in (*preamble.kepala, preamble.judul, preamble.menetapkan) if one]
    found += [item.text.as_printed for item in (*preamble.menimbang, *preamble.mengingat)]
    for diktum in preamble.diktum:
        found += [diktum.text.as_printed, *(item.text.as_printed for item in diktum.butir)]
    for one in decree.blocks:
        found += [one.jabatan.as_printed, *(item.text.as_printed for item in one.fungsi)]
        found += [cell.text.as_printed for line in one.rows for cell in line.cells.values()]
    return found


def _strings(data: Any) -> list[str]:
    """Every string value of plain data."""
    if isinstance(data, str):
        return [data]
    children = data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ()
    return [text for child in children for text in _strings(child)]


def test_no_text_of_the_decree_is_lost(normalized: NormalizedDecree, catalogue: Catalogue) -> None:
    kept = set(_strings(catalogue.model_dump(exclude={"findings", "edits"})))
    assert [printed for printed in _texts(normalized.decree) if printed not in kept] == []


printed = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    [
        "Kepala Bidang A",
        "Sekretaris",
        "Bidang A",
        "NOMOR 1 TAHUN 2022",
        "TAHUN 2021-2026",
        "KESATU",
        "1",
        "a",
        "tahun 1999",
    ]
)
some_text = st.builds(
    Text, as_printed=printed, value=st.none() | printed, border_confidence=st.floats(0, 1, allow_nan=False)
)
some_items = st.lists(st.builds(Item, no=st.none() | printed, text=some_text), max_size=4).map(tuple)
cells = st.dictionaries(st.sampled_from(["no", "sasaran", "indikator", "target", "sumber_data"]), st.none() | printed)
some_blocks = st.builds(
    block,
    st.sampled_from(["IKU", "IKI", "PK"]),
    st.integers(1, 3),
    printed,
    rows=st.lists(st.builds(row, cells), max_size=4).map(tuple),
    fungsi=some_items,
    judul=st.lists(some_text, max_size=2).map(tuple),
)
some_preambles = st.builds(
    Preamble,
    kepala=st.lists(some_text, max_size=3).map(tuple),
    judul=st.none() | some_text,
    pejabat=st.none() | some_text,
    mengingat=some_items,
    menetapkan=st.none() | some_text,
    diktum=st.lists(st.builds(Diktum, label=printed, text=some_text, butir=some_items), max_size=3).map(tuple),
)
some_decrees = st.builds(
    Decree,
    preamble=some_preambles,
    lampiran=st.lists(st.builds(Lampiran, label=st.none() | some_text), max_size=2).map(tuple),
    blocks=st.lists(some_blocks, max_size=4).map(tuple),
    unparsed=st.lists(some_text, max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some_decrees)
def test_any_decree_gives_a_catalogue(decree: Decree) -> None:
    """Total; every text kept; ids unique; the file reads back as the same catalogue."""
    made = assemble(NormalizedDecree(source=SOURCE, decree=decree))
    kept = set(_strings(made.model_dump(exclude={"findings", "edits"})))
    assert set(_texts(decree)) <= kept
    assert faults(made) == []
    data = canonical_bytes(made)
    again = Catalogue.model_validate_json(data)
    assert canonical_bytes(again) == data
    assert content_hash(again) == made.content_hash


def test_items_keep_their_printed_numbers() -> None:
    fungsi = items([{"no": "1", "text": "A"}, {"no": None, "text": "B"}])
    made = assemble(NormalizedDecree(source=SOURCE, decree=Decree(blocks=(block("IKI", 1, "X", fungsi=fungsi),))))
    assert [(item.no, item.text.as_printed) for item in made.blocks[0].fungsi] == [("1", "A"), (None, "B")]
