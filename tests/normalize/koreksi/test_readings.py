"""Corrections of reading: each kind on a small decree, what they keep, and that they are applied once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from extracted_decrees import extracted, row, text
from extracted_decrees import items as entries

from normalize.decree import normalize
from normalize.koreksi.file import KoreksiFile, decision_of
from normalize.koreksi.row_cells import row_cells_of
from schemas.base import Finding
from schemas.decree import Block, Cell, ExtractedDecree, Heading, NormalizedDecree, Row, Text

BENDAHARA: dict[str, Any] = {"jabatan": "Bendahara"}
COVERED = Cell(text=Text(as_printed=""), span="covered")


def decree() -> ExtractedDecree:
    first = row(no="1", sasaran="Tertibnya keuangan", indikator="Jumlah laporan", target="l2 laporan", rumus="Hitung")
    second = row(no="2", indikator="Jumlah dokumen yang", target="4 dokumen", rumus="Hitung semua")
    second = second.model_copy(update={"cells": {**second.cells, "sasaran": COVERED}})
    third = row(no="", indikator="disusun", target="", rumus="")
    headings = tuple(
        Heading(role=role, text=text(said), role_confidence=0.4)  # type: ignore[arg-type]
        for role, said in [("no", "NO"), ("sasaran", "SASARAN"), ("indikator", "INDIKATOR"), ("target", "TARGET"),
                           ("rumus", "FORMULA")]
    )  # fmt: skip
    found = Finding(code="x", severity="warning", message="", kind="IKI", order=1, field="rows/3/indikator")
    made = extracted(
        Block(kind="IKI", order=1, jabatan=text("Bendahara"), headings=headings, rows=(first, second, third)),
        Block(kind="IKI", order=2, jabatan=text("Analls"), fungsi=entries(["menyusun laporan"]), rows=(first,)),
    )
    return made.model_copy(update={"findings": (found,)})


def decided(*entries: dict[str, Any], of: ExtractedDecree | None = None) -> NormalizedDecree:
    file = KoreksiFile(tuple(decision_of(entry) for entry in entries))
    return normalize(of or decree(), koreksi=[file])


def baca(tindakan: str, tempat: str, **more: Any) -> dict[str, Any]:
    return {"jenis": "salah baca", "tindakan": tindakan, "tempat": tempat, **more}


def printed(result: NormalizedDecree, block: int = 1) -> list[list[str]]:
    """The rows of a block, blank cells as `^` where a merged cell spans them."""
    rows = result.decree.blocks[block - 1].rows
    return [[_said(cell) for cell in row_cells_of(one).values()] for one in rows]


def _said(cell: Cell) -> str:
    return "^" if cell.span == "covered" else cell.text.as_printed


AS_READ = [
    ["1", "Tertibnya keuangan", "Jumlah laporan", "l2 laporan", "Hitung"],
    ["2", "Jumlah dokumen yang", "4 dokumen", "Hitung semua", "^"],
    ["", "disusun", "", ""],
]
FIRST, SECOND = AS_READ[0], ["2", "Jumlah dokumen yang", "4 dokumen", "Hitung semua"]
LAPORAN, DOKUMEN = {"indikator": "Jumlah laporan", **BENDAHARA}, {"indikator": "Jumlah dokumen yang", **BENDAHARA}
TEKS = baca("teks", "IKI/1/rows/1/target", tercetak="l2 laporan", menjadi="12 laporan", **LAPORAN)

CASES = {
    "teks": (TEKS, {0: ["1", "Tertibnya keuangan", "Jumlah laporan", "12 laporan", "Hitung"]}),
    "pindah": (
        baca("pindah", "IKI/1/rows/2/rumus", tercetak="semua", ke="+1/rumus", **DOKUMEN),
        {1: ["2", "Jumlah dokumen yang", "4 dokumen", "Hitung", "^"], 2: ["", "disusun", "", "semua"]},
    ),
    "gabung sel": (
        baca("gabung sel", "IKI/1/rows/2/indikator", tercetak="Jumlah dokumen yang", dengan=["+1/indikator"],
             isi=["disusun"], **DOKUMEN),
        {1: ["2", "Jumlah dokumen yang disusun", "4 dokumen", "Hitung semua", "^"], 2: ["", "^", "", ""]},
    ),
    "pisah sel": (
        baca("pisah sel", "IKI/1/rows/1/indikator", tercetak="Jumlah laporan", ke=["indikator", "rumus"],
             isi=["Jumlah", "laporan"], **LAPORAN),
        {0: ["1", "Tertibnya keuangan", "Jumlah", "l2 laporan", "laporan Hitung"]},
    ),
    "gabung baris": (
        baca("gabung baris", "IKI/1/rows/2", tercetak=SECOND, isi=["disusun"], **BENDAHARA),
        {1: ["2", "Jumlah dokumen yang disusun", "4 dokumen", "Hitung semua", "^"], 2: None},
    ),
    "pisah baris": (
        baca("pisah baris", "IKI/1/rows/2", tercetak=SECOND, kolom=["indikator", "target"],
             isi=["Jumlah dokumen", "4"], bawah=["yang", "dokumen"], **BENDAHARA),
        {1: ["2", "Jumlah dokumen", "4", "Hitung semua", "^"], 2: ["^", "yang", "dokumen", "^", "^"], 3: AS_READ[2]},
    ),
    "hapus baris": (
        baca("hapus baris", "IKI/1/rows/1", tercetak=FIRST, **BENDAHARA),
        {0: ["2", "Jumlah dokumen yang", "4 dokumen", "Hitung semua", "Tertibnya keuangan"], 1: AS_READ[2], 2: None},
    ),
    "tambah baris": (
        baca("tambah baris", "IKI/1/rows/1", tercetak=FIRST, kolom=["indikator", "target"], isi=["Nilai", "85"],
             **BENDAHARA),
        {1: ["", "^", "Nilai", "85", ""], 2: AS_READ[1], 3: AS_READ[2]},
    ),
    "tambah di atas": (
        baca("tambah baris", "IKI/1/rows/0", kolom=["indikator"], isi=["Nilai"], **BENDAHARA),
        {0: ["", "", "Nilai", "", ""], 1: AS_READ[0], 2: AS_READ[1], 3: AS_READ[2]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_kind(name: str) -> None:
    entry, rows = CASES[name]
    wanted: list[Any] = [*AS_READ, None]
    for at, said in rows.items():
        wanted[at] = said
    result = decided(entry)
    assert printed(result) == [said for said in wanted if said is not None]
    (record,) = result.koreksi
    assert record.status == "applied" and record.place.startswith("IKI/1") and not record.reason
    # the other block prints the same row, and nobody decided about it
    assert printed(result, 2) == printed(normalize(decree()), 2)


@pytest.mark.parametrize("name", CASES)
def test_applied_twice_is_applied_once(name: str) -> None:
    """In one file, by somebody else on another day, and to a decree that was read right since."""
    entry, _ = CASES[name]
    once = decided(entry)
    again = decided(entry, {**entry, "oleh": "Orang lain", "waktu": "2026-11-27"})
    assert again.decree == once.decree and len(again.koreksi) == 1
    right = decree().model_copy(update={"decree": _unvalued(once, decree())})
    if name not in ("tambah di atas", "pisah baris"):
        later = decided(entry, of=right)
        assert printed(later) == printed(once)
        assert later.koreksi[0].status in ("already", "stale")


def test_a_row_that_is_split_already_has_its_place() -> None:
    entry, _ = CASES["pisah baris"]
    again = decided(entry, {**entry, "indikator": SECOND[1]})
    place = "IKI/1/rows/2"
    assert [(one.status, one.place) for one in again.koreksi] == [("applied", place), ("already", place)]


def _unvalued(result: NormalizedDecree, before: ExtractedDecree) -> Any:
    rows = tuple(_bare(one) for one in result.decree.blocks[0].rows)
    first, *others = before.decree.blocks
    return before.decree.model_copy(update={"blocks": (first.model_copy(update={"rows": rows}), *others)})


def _bare(one: Row) -> Row:
    cells = {
        role: cell.model_copy(update={"text": cell.text.model_copy(update={"value": None})})
        for role, cell in one.cells.items()
    }
    return one.model_copy(update={"cells": cells, "target": None})


def test_a_holder_is_a_text() -> None:
    result = decided(
        baca("teks", "IKI/2/jabatan", tercetak="Analls", menjadi="Analis"),
        # made before the holder was right, and after
        baca("teks", "IKI/2/fungsi/1", tercetak="menyusun laporan", menjadi="menyusun laporan baru", jabatan="Analls"),
        baca("teks", "IKI/2/rows/1/rumus", tercetak="Hitung", menjadi="Dihitung", **{**LAPORAN, "jabatan": "Analis"}),
    )  # fmt: skip
    block = result.decree.blocks[1]
    assert block.jabatan.as_printed == "Analis" and block.fungsi[0].text.as_printed == "menyusun laporan baru"
    assert block.rows[0].cells["rumus"].text.as_printed == "Dihitung"
    assert {one.status for one in result.koreksi} == {"applied"}


def test_two_columns_change_their_roles() -> None:
    result = decided(baca("peran kolom", "IKI/1", kolom="target", tercetak="Target", peran="rumus", **BENDAHARA))
    first = result.decree.blocks[0]
    assert first.rows[0].cells["rumus"].text.as_printed == "l2 laporan"
    assert first.rows[0].cells["target"].text.as_printed == "Hitung"
    roles = {heading.text.as_printed: (heading.role, heading.role_confidence) for heading in first.headings}
    assert roles["TARGET"] == ("rumus", 1.0) and roles["FORMULA"] == ("target", 1.0) and roles["NO"] == ("no", 0.4)


def test_a_column_without_a_role_is_kept_by_its_heading() -> None:
    result = decided(baca("peran kolom", "IKI/1", kolom="rumus", peran="others", **BENDAHARA))
    first = result.decree.blocks[0].rows[0]
    assert first.others["FORMULA"].text.as_printed == "Hitung" and "rumus" not in first.cells
    back = baca("peran kolom", "IKI/1", kolom="others/FORMULA", peran="target", **BENDAHARA)
    several = decided(baca("peran kolom", "IKI/1", kolom="rumus", peran="others", **BENDAHARA), back)
    assert [one.cell.text.as_printed for one in several.decree.blocks[0].rows[0].targets] == ["l2 laporan", "Hitung"]


def test_findings_go_with_their_rows() -> None:
    """The one about row 3 is about row 2, of which that is the rest; it was looked at."""
    (found,) = [one for one in decided(CASES["gabung baris"][0]).findings if one.code == "x"]
    assert (found.field, found.answered) == ("rows/2/indikator", "keputusan")
    (found,) = [one for one in decided(CASES["tambah di atas"][0]).findings if one.code == "x"]
    assert (found.field, found.answered) == ("rows/4/indikator", "")
    gone = baca("hapus baris", "IKI/1/rows/3", tercetak=["disusun"], oleh="Sekretaris", **BENDAHARA)
    (found,) = [one for one in decided(gone).findings if one.code == "x"]
    assert (found.field, found.answered) == ("", "keputusan Sekretaris")


def test_what_a_person_saw_is_in_no_doubt() -> None:
    doubtful = decree()
    block = doubtful.decree.blocks[0]
    cell = block.rows[0].cells["target"]
    rough = cell.model_copy(update={"text": Text(as_printed="l2 laporan", character_confidence=0.3)})
    first = block.rows[0].model_copy(update={"cells": {**block.rows[0].cells, "target": rough}})
    blocks = (block.model_copy(update={"rows": (first, *block.rows[1:])}), doubtful.decree.blocks[1])
    doubtful = doubtful.model_copy(update={"decree": doubtful.decree.model_copy(update={"blocks": blocks})})
    read = decided(TEKS, of=doubtful).decree.blocks[0].rows[0].cells["target"].text
    assert (read.as_printed, read.character_confidence) == ("12 laporan", 1.0)


STALE = [
    # other words
    {**TEKS, "tercetak": "l3 laporan"},
    # the same words in another row of the holder, and in a row of the same name of nobody's
    {**TEKS, "indikator": "Nilai"},
    {**CASES["gabung baris"][0], "isi": ["diperiksa"]},
    {**CASES["pisah baris"][0], "bawah": ["", "dokumen"]},
    {**CASES["gabung sel"][0], "isi": ["diperiksa"]},
    {**CASES["tambah baris"][0], "kolom": ["target", "satuan"]},
    {**CASES["pindah"][0], "ke": "+7/rumus"},
    {**CASES["hapus baris"][0], "tercetak": [*FIRST[:-1], "Bagi"]},
    baca("peran kolom", "IKI/1", kolom="satuan", peran="target", **BENDAHARA),
    baca("teks", "IKI/9/tugas", tercetak="a", menjadi="b"),
]


@pytest.mark.parametrize("entry", STALE)
def test_what_does_not_fit_is_said_and_changes_nothing(entry: dict[str, Any]) -> None:
    result = decided(entry)
    assert result.decree == normalize(decree()).decree
    (record,) = result.koreksi
    assert record.status == "stale" and record.reason
    (found,) = [one for one in result.findings if one.code == "koreksi-usang"]
    assert record.reason in found.message


def test_the_nearest_words_stand_beside_the_old_ones() -> None:
    result = decided({**TEKS, "tercetak": "l3 laporan"})
    assert (result.koreksi[0].nearest, result.koreksi[0].nearest_place) == ("l2 laporan", "IKI/1/rows/1/target")
    (found,) = [one for one in result.findings if one.code == "koreksi-usang"]
    assert (found.kind, found.order, found.field) == ("IKI", 1, "rows/1/target") and "“l2 laporan”" in found.message


def test_a_later_decision_about_the_same_words_is_told() -> None:
    """Two people read one cell: the second does not overwrite the first in silence."""
    result = decided(TEKS, {**TEKS, "menjadi": "13 laporan"})
    assert [one.status for one in result.koreksi] == ["applied", "stale"]
    assert "sudah dibetulkan menjadi “12 laporan”" in result.koreksi[1].reason


def test_a_cell_is_split_already_only_where_its_parts_stand() -> None:
    entry, _ = CASES["pisah sel"]
    again = decided(entry, {key: value for key, value in entry.items() if key != "indikator"})
    assert [one.status for one in again.koreksi] == ["applied", "already"]
    place = {"tempat": "IKI/1/rows/1/target", "tercetak": "l2 laporan"}
    other = decided(TEKS, {**entry, **place, "ke": ["target", "rumus"], "isi": ["l2", "laporan"]})
    assert [one.status for one in other.koreksi] == ["applied", "stale"]
    assert other.koreksi[1].nearest == "12 laporan"


def test_cells_are_joined_already_only_where_the_first_reads_all() -> None:
    entry, _ = CASES["gabung sel"]
    again = decided(entry, {key: value for key, value in entry.items() if key != "indikator"})
    assert [one.status for one in again.koreksi] == ["applied", "already"]
    gone = baca("teks", "IKI/1/rows/3/indikator", tercetak="disusun", menjadi="", **BENDAHARA)
    other = decided(gone, entry)
    assert [one.status for one in other.koreksi] == ["applied", "stale"]


def test_place_is_the_last_help() -> None:
    """Of two rows that read the same in every word."""
    twins = decree()
    block = twins.decree.blocks[0]
    blocks = (block.model_copy(update={"rows": (block.rows[0], block.rows[0])}),)
    twins = twins.model_copy(update={"decree": twins.decree.model_copy(update={"blocks": blocks})})
    result = decided({**TEKS, "tempat": "IKI/1/rows/2/target"}, of=twins)
    assert [row.cells["target"].text.as_printed for row in result.decree.blocks[0].rows] == ["l2 laporan", "12 laporan"]


def test_of_another_source_nothing_is_applied_by_place_alone() -> None:
    bare = decision_of(baca("teks", "IKI/1/rows/1/rumus", tercetak="Hitung", menjadi="Dihitung"))
    here, elsewhere = KoreksiFile((bare,), ("0" * 64,)), KoreksiFile((bare,), ("1" * 64,), ("lama.pdf",))
    assert normalize(decree(), koreksi=[here]).koreksi[0].status == "applied"
    result = normalize(decree(), koreksi=[elsewhere])
    assert result.koreksi[0].status == "stale" and result.koreksi[0].carried
    (found,) = [one for one in result.findings if one.code.startswith("koreksi")]
    assert (found.code, found.severity) == ("koreksi-sumber", "warning") and "lama.pdf" in found.message
    # with words to know it by it holds
    named = replace(bare, indikator="Jumlah laporan", jabatan="Bendahara")
    result = normalize(decree(), koreksi=[KoreksiFile((named,), ("1" * 64,))])
    assert result.koreksi[0].status == "applied"
    assert [one.severity for one in result.findings if one.code == "koreksi-sumber"] == ["info"]


def test_two_columns_under_one_heading_stay_two() -> None:
    twins = decree()
    block = twins.decree.blocks[0]
    same = tuple(one.model_copy(update={"text": text("KET")}) for one in block.headings)
    blocks = (block.model_copy(update={"headings": same}), twins.decree.blocks[1])
    twins = twins.model_copy(update={"decree": twins.decree.model_copy(update={"blocks": blocks})})
    made = decided(
        *(baca("peran kolom", "IKI/1", kolom=kolom, peran="others", **BENDAHARA) for kolom in ("target", "rumus")),
        of=twins,
    )
    others = made.decree.blocks[0].rows[0].others
    assert {heading: cell.text.as_printed for heading, cell in others.items()} == {
        "KET": "l2 laporan",
        "KET (2)": "Hitung",
    }


def test_a_heading_is_a_text() -> None:
    made = decided(
        baca("peran kolom", "IKI/1", kolom="rumus", peran="others", **BENDAHARA),
        baca("teks", "IKI/1/headings/5", tercetak="FORMULA", menjadi="KETERANGAN", **BENDAHARA),
    )
    block = made.decree.blocks[0]
    assert block.headings[4].text.as_printed == "KETERANGAN"
    assert block.rows[0].others["KETERANGAN"].text.as_printed == "Hitung"


def test_the_role_of_a_column_is_confirmed() -> None:
    made = decided(baca("peran kolom", "IKI/1", kolom="rumus", tercetak="FORMULA", peran="rumus", **BENDAHARA))
    assert [one.role_confidence for one in made.decree.blocks[0].headings] == [0.4, 0.4, 0.4, 0.4, 1.0]
    assert made.koreksi[0].status == "applied"
