"""Rows of a table through the stage: what a target is read as, which edits are on record, what is asked of a person."""

from __future__ import annotations

from typing import Any

import pytest
from extracted_decrees import extracted, row, text
from several_targets import COVERED, built

from normalize.decree import normalize
from normalize.koreksi.file import KoreksiFile
from normalize.koreksi.kinds import SalahKetik
from schemas.decree import Block, Heading, NormalizedDecree, Row


def read(*rows: Row, koreksi: tuple[SalahKetik, ...] = ()) -> NormalizedDecree:
    """The rows, of the first table of a decree."""
    block = Block(kind="IKU", order=1, jabatan=text("Dinas"), rows=rows)
    return normalize(extracted(block), koreksi=[KoreksiFile(koreksi)])


def target_of(result: NormalizedDecree, at: int = 0) -> dict[str, Any]:
    """The reading of a row's target, without what is empty in it."""
    target = result.decree.blocks[0].rows[at].target
    assert target is not None
    return target.model_dump(exclude_defaults=True)


def edits_of(result: NormalizedDecree) -> list[tuple[str, str, str, str, str]]:
    return [(one.place, one.rule, one.before, one.after, one.evidence) for one in result.edits]


APART = "satuan baku, terpisah dari bilangan"
SWAPPED = "huruf tertukar; “dokumen” satuan baku"
COLUMN = "satuan dari kolom satuan"


@pytest.mark.parametrize(
    ("cells", "target", "edit"),
    [
        ({"target": "3dokumen"}, ("count", "3", "dokumen", None), ("target", "3dokumen", "3 dokumen", APART)),
        ({"target": "12 dokuemn"}, ("count", "12", "dokumen", None), ("target", "12 dokuemn", "12 dokumen", SWAPPED)),
        ({"target": "100 persen"}, ("percent", "100", "%", None), ("target", "100 persen", "100%", APART)),
        (
            {"target": "5", "satuan": "Dok."},
            ("count", "5", "dokumen", COLUMN),
            ("satuan", "Dok.", "dokumen", "satuan baku"),
        ),
        (
            {"target": "5", "satuan": "dokuemn"},
            ("count", "5", "dokumen", COLUMN),
            ("satuan", "dokuemn", "dokumen", SWAPPED),
        ),
        ({"target": "1.500"}, ("count", "1500", None, None), None),
        ({"indikator": "Jumlah"}, ("missing", None, None, "tanpa kolom target"), None),
        ({"target": "sda"}, ("text", None, None, None), None),
    ],
)
def test_what_a_target_is_and_what_was_changed_for_it(
    cells: dict[str, str], target: tuple[str | None, ...], edit: tuple[str, str, str, str] | None
) -> None:
    result = read(row(**cells))
    told = target_of(result)
    assert tuple(told.get(name) for name in ("kind", "value", "unit", "note")) == target
    place, *rest = edit or ("", "", "", "")
    assert edits_of(result) == ([(f"IKU/1/rows/1/{place}", "satuan", *rest)] if edit else [])
    values = {role: cell.text.value for role, cell in result.decree.blocks[0].rows[0].cells.items()}
    assert values == {**cells, **({place: rest[1]} if edit else {})}
    assert result.findings == ()


@pytest.mark.parametrize(
    ("cells", "code", "values"),
    [
        (
            {"target": "1 3dokumen"}, "target-ambigu",
            {
                "teks": "1 3dokumen", "calon": "13 dokumen atau 3 dokumen",
                "catatan": "dua bilangan tercetak dalam satu sel",
            },
        ),
        (
            {"target": "70", "indikator": "Persentase ASN"}, "target-tersirat",
            {"teks": "70", "baca": "70%", "catatan": "satuan % dari indikator; sel hanya memuat bilangan"},
        ),
        (
            {"target": "85", "indikator": "Indeks kepuasan"}, "target-tersirat",
            {
                "teks": "85", "baca": "nilai/indeks",
                "catatan": "jenis nilai/indeks dari indikator; sel hanya memuat bilangan",
            },
        ),
        ({"target": "1,2E+06 objek"}, "target-bulat", {"teks": "1,2E+06 objek", "baca": "1200000"}),
        ({"target": "tepat waktu"}, "target-teks", {"teks": "tepat waktu"}),
        ({"target": "3 bungkus"}, "satuan-tak-dikenal", {"satuan": "bungkus"}),
    ],
)  # fmt: skip
def test_what_a_person_is_asked(cells: dict[str, str], code: str, values: dict[str, str]) -> None:
    result = read(row(**cells))
    (found,) = result.findings
    assert (found.code, found.values, found.as_printed) == (code, values, cells["target"])
    assert (found.kind, found.order, found.field) == ("IKU", 1, "rows/1/target")
    assert result.edits == ()


@pytest.mark.parametrize(
    ("cells", "role", "decision", "target", "edit"),
    [
        ({"target": "12 dokuemn"}, "target", {"putusan": "tolak"}, ("12", "dokuemn"), None),
        (
            {"target": "12 dokuemn"},
            "target",
            {"putusan": "terima", "menjadi": "12 laporan"},
            ("12", "laporan"),
            "12 laporan",
        ),
        ({"target": "5", "satuan": "Dok."}, "satuan", {"putusan": "tolak"}, ("5", "dokumen"), None),
        (
            {"target": "5", "satuan": "Dok."},
            "satuan",
            {"putusan": "terima", "menjadi": "laporan"},
            ("5", "laporan"),
            "laporan",
        ),
    ],
)
def test_a_person_goes_before_the_vocabulary(
    cells: dict[str, str], role: str, decision: dict[str, Any], target: tuple[str, str], edit: str | None
) -> None:
    path = f"IKU/1/rows/1/{role}"
    result = read(row(**cells), koreksi=(SalahKetik(tempat=path, tercetak=cells[role], **decision),))
    told = target_of(result)
    assert (told["value"], told["unit"]) == target
    assert edits_of(result) == ([(path, "koreksi", cells[role], edit, "keputusan")] if edit else [])
    assert result.decree.blocks[0].rows[0].cells[role].text.value == (edit or cells[role])  # type: ignore[index]


def test_a_target_of_the_row_above_says_why() -> None:
    below = Row(cells={**row(indikator="Jumlah b").cells, "target": COVERED})
    merged = read(row(indikator="Jumlah a", target="4 dokumen"), below)
    assert target_of(merged, 1) == {
        "kind": "count", "value": "4", "unit": "dokumen", "note": "sel gabungan dengan baris di atasnya",
    }  # fmt: skip
    same = read(row(indikator="Jumlah a", target="4"), row(indikator="Persentase b", target="sda"))
    assert target_of(same) == {"kind": "count", "value": "4"}
    assert target_of(same, 1) == {
        "kind": "percent", "value": "4", "unit": "%",
        "note": "sama dengan baris di atasnya; satuan % dari indikator; sel hanya memuat bilangan",
    }  # fmt: skip
    assert merged.findings == same.findings == ()


YEAR = "satuan dari target setahun pada baris ini"


def test_quarters_take_the_unit_of_the_year_and_only_bare_ones() -> None:
    made = built(["TARGET", "TW I", "TW II", "TW III"], ["12 dokuemn", "1", "3 laporna", "tepat waktu"])
    (one,) = made.blocks[0].rows
    assert [(x.target.kind, x.target.value, x.target.unit, x.target.note) for x in one.targets] == [
        ("count", "12", "dokumen", None), ("count", "1", "dokumen", YEAR), ("count", "3", "laporan", None),
        ("text", None, None, None),
    ]  # fmt: skip
    assert [(x.place, x.before, x.after) for x in made.edits] == [
        ("IKI/1/rows/1/targets/1", "12 dokuemn", "12 dokumen"), ("IKI/1/rows/1/targets/3", "3 laporna", "3 laporan"),
    ]  # fmt: skip
    assert [(x.code, x.field) for x in made.findings if x.code.startswith("target")] == [
        ("target-teks", "rows/1/targets/4")
    ]


@pytest.mark.parametrize(
    ("headings", "cells", "units"),
    [
        (["TARGET 2021", "TARGET 2022", "TW I"], ["1 laporan", "2 dokumen", "3"], ["laporan", "dokumen", None]),
        (["TARGET 2021", "TARGET 2022", "TW I"], ["1 laporan", "2 laporan", "3"], ["laporan", "laporan", "laporan"]),
        (["TARGET", "SEMESTER I"], ["80%", "40"], ["%", "%"]),
        (["TARGET", "SEMESTER I"], ["BB", "40"], [None, None]),
    ],
)
def test_a_unit_of_the_year_only_where_there_is_one(
    headings: list[str], cells: list[str | None], units: list[str | None]
) -> None:
    (one,) = built(headings, cells).blocks[0].rows
    assert [x.target and x.target.unit for x in one.targets] == units


def test_a_quarter_in_the_unit_of_the_year_is_no_doubt() -> None:
    """`40` beside `80%` is a share, and nobody is asked whether it is."""
    made = built(["TARGET", "SEMESTER I"], ["80%", "40"])
    assert [x.target and x.target.kind for x in made.blocks[0].rows[0].targets] == ["percent", "percent"]
    assert not [one for one in made.findings if one.code == "target-tersirat"]


def test_a_merged_target_is_in_the_unit_of_its_own_row() -> None:
    below = Row(cells={**row(indikator="Jumlah b", satuan="laporan").cells, "target": COVERED})
    result = read(row(indikator="Jumlah a", target="4", satuan="dokumen"), below)
    assert [target_of(result, at)["unit"] for at in range(2)] == ["dokumen", "laporan"]
    assert target_of(result, 1)["note"] == "sel gabungan dengan baris di atasnya; satuan dari kolom satuan"


def test_a_table_without_rows_has_nothing_to_say() -> None:
    result = read()
    assert (result.decree.blocks[0].rows, result.edits, result.findings) == ((), (), ())


@pytest.mark.parametrize(
    ("heading", "cells", "target"),
    [
        ("TARGET (%)", {"target": "92,5"}, ("percent", "92.5", "%")),
        ("TARGET 2024 (Rp. juta)", {"target": "1,5"}, ("money", "1500000", "Rp")),
        ("Target (dalam dokumen)", {"target": "4"}, ("count", "4", "dokumen")),
        # what is nearer to the row goes before it
        ("TARGET (%)", {"target": "12 dokumen"}, ("count", "12", "dokumen")),
        ("TARGET (%)", {"target": "12", "satuan": "orang"}, ("count", "12", "orang")),
        ("TARGET (%)", {"target": "12", "indikator": "Pegawai yang dilatih (orang)"}, ("count", "12", "orang")),
        # what the target is for, or nothing that is known
        ("TARGET (TAHUN)", {"target": "12"}, ("count", "12", None)),
        ("TARGET (KINERJA)", {"target": "12"}, ("count", "12", None)),
    ],
)
def test_a_unit_in_the_heading_of_the_targets(heading: str, cells: dict[str, str], target: tuple[object, ...]) -> None:
    headings = (Heading(role="target", text=text(heading)),)
    block = Block(kind="IKU", order=1, jabatan=text("Dinas"), headings=headings, rows=(row(**cells),))
    read = normalize(extracted(block)).decree.blocks[0].rows[0].target
    assert read is not None
    assert (read.kind, read.value, read.unit) == target
