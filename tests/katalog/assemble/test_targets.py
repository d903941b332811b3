"""Which of several targets is the row's target, and what becomes of the others."""

from __future__ import annotations

import csv
import io

import pytest
from labelled import SOURCE, block, text
from several_targets import COVERED, built, printed

from bahasa.target_scope import scopes_of
from katalog.assemble.catalogue import assemble
from katalog.assemble.decree_data import year_of
from katalog.assemble.targets import TargetColumns, chosen_target
from katalog.front import frames
from katalog.show.export.csv import table_csv
from katalog.show.proposals import waiting
from katalog.store.canonical import content_hash
from katalog.text import value_of
from normalize.decree import normalize
from normalize.koreksi.kinds import SalahKetik
from schemas.base import Place
from schemas.catalogue import Catalogue
from schemas.decree import (
    Cell,
    Decree,
    ExtractedDecree,
    Heading,
    Lampiran,
    Penetapan,
    PrintedTarget,
    Row,
    Text,
)

QUARTERS = ["TARGET", "TW I", "TW II", "TW III", "TW IV"]


@pytest.mark.parametrize(
    ("headings", "year", "expected"),
    [
        (["TARGET TAHUN 2022"], None, 0),
        (["TARGET TW I"], None, 0),  # the only one
        (QUARTERS, None, 0),
        (["TW I", "TW II", "TW III", "TW IV", "TARGET 2022"], None, 4),
        (["TW I", "TW II", "TW III", "TW IV"], 2022, None),
        (["SEMESTER I", "SEMESTER II", "TARGET TAHUNAN"], None, 2),
        (["2021", "2022", "2023"], 2022, 1),
        (["2021", "2022", "2023"], None, None),
        (["2021", "2022", "2023"], 2030, None),
        (["TARGET 2021-2026", "2021", "2022"], None, 0),  # for the whole of the period
        (["TARGET 2021-2026", "2021", "2022"], 2022, 2),
        (["TAHUN KE-1", "TAHUN KE-2"], 2022, None),
        (["TARGET SEBELUM PERUBAHAN", "TARGET SESUDAH PERUBAHAN"], None, 1),
        (["TARGET", "TARGET PERUBAHAN"], None, 1),
        (["TARGET MURNI 2022", "TARGET PERUBAHAN 2022", "TARGET 2023"], 2022, 1),
        (["KUANTITAS", "KUALITAS", "WAKTU", "BIAYA"], None, 0),
        (["KUALITAS", "WAKTU"], None, None),
        (["TARGET", "TARGET"], 2022, None),  # nothing tells them apart
        ([], 2022, None),
    ],
)
def test_it_is_the_one_that_holds_for_the_whole_period(
    headings: list[str], year: int | None, expected: int | None
) -> None:
    assert chosen_target(scopes_of([(heading,) for heading in headings]), year) == expected


def exported(catalogue: Catalogue, name: str) -> list[dict[str, str]]:
    """A table as its users read it."""
    data = table_csv(name, frames(catalogue)[name])
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_quarters_beside_the_year() -> None:
    made = built(QUARTERS, ["4 laporan", "1", "2", "3", "4"])
    (row,) = made.blocks[0].rows
    assert (value_of(row.cells["target"].text), row.target and row.target.unit) == ("4 laporan", "laporan")
    assert row.others == {}
    lines = exported(made, "target")
    assert [(x["position"], x["heading"], x["period"], x["period_number"]) for x in lines][:2] == [
        ("1", "TARGET", "", ""),
        ("2", "TW I", "triwulan", "1"),
    ]
    # the quarters are counted in what the year is counted in
    assert [(x["target_kind"], x["target_value"], x["target_unit"]) for x in lines] == [
        ("count", value, "laporan") for value in ("4", "1", "2", "3", "4")
    ]
    assert [x["target_as_printed"] for x in lines] == ["4 laporan", "1", "2", "3", "4"]
    assert {(x["keputusan"], x["kind"], x["jabatan_order"], x["row"], x["indikator_id"]) for x in lines} == {
        (SOURCE.slug, "IKI", "1", "1", row.id)
    }


def test_a_column_of_units_goes_before_the_unit_of_the_year() -> None:
    made = built(QUARTERS, ["4", "1", "2", "3", "4"], satuan="dokumen")
    assert {x["target_unit"] for x in exported(made, "target")} == {"dokumen"}


def test_the_year_that_the_title_is_about() -> None:
    years = ["TARGET 2021", "TARGET 2022"]
    made = built(years, ["80 %", "85 %"], judul=(text("PERJANJIAN KINERJA TAHUN 2022"),))
    (line,) = exported(made, "indikator")
    assert (line["target"], line["target_kind"], line["target_value"]) == ("85%", "percent", "85")
    assert [one.chosen for one in made.blocks[0].rows[0].targets] == [False, True]


TITLE = "INDIKATOR KINERJA UTAMA"


@pytest.mark.parametrize(
    ("titles", "label", "dates", "expected"),
    [
        ([f"{TITLE} TAHUN 2022"], None, ["2021-03-01"], 2022),
        ([f"{TITLE} TAHUN 2021 - 2026"], None, ["2022-03-01"], None),  # about all of them
        ([TITLE], None, ["2022-01-04"], 2022),
        ([TITLE], None, ["2021-12-30"], None),  # too late for the year itself
        ([TITLE], None, ["2021-01-04", "2022-01-04"], None),
        ([TITLE], "Lampiran Keputusan Bupati Nomor 12 Tahun 2021 tentang Indikator Kinerja Tahun 2022", [], 2022),
        ([TITLE], "Lampiran Keputusan Bupati Nomor 12 Tahun 2021", [], None),
        ([TITLE], "Lampiran Keputusan Bupati Nomor 050/213/2025 Tanggal 11 Agustus 2025", [], 2025),
        ([TITLE], "Lampiran Keputusan Bupati Nomor 050/213/2025 Tanggal 11 November 2025", [], None),
        ([TITLE], "Lampiran Keputusan Bupati Nomor 050/213/2025 Tanggal 11 Agustus 2025", ["2026-01-04"], 2026),
        ([], None, [], None),
    ],
)
def test_the_year_that_a_document_is_about(
    titles: list[str], label: str | None, dates: list[str], expected: int | None
) -> None:
    one = block("IKU", 1, "Dinas", judul=tuple(text(title) for title in titles))
    closings = [Lampiran(penetapan=Penetapan(tanggal=text(date), tanggal_iso=date)) for date in dates]
    labelled = [Lampiran(label=text(label))] if label else []
    assert year_of(one, Decree(blocks=(one,), lampiran=(*labelled, *closings))) == expected


@pytest.mark.parametrize(
    ("unread", "expected"),
    [
        (["RENCANA KERJA TAHUNAN DINAS PERIKANAN TAHUN ANGGARAN 2026"], 2026),
        (["RENCANA KERJA TAHUNAN TAHUN 2026", "PRAKIRAAN TAHUN 2027"], 2025),
        (["Rencana kerja ini disusun pada tahun 2026"], 2025),  # a sentence
    ],
)
def test_a_title_that_nobody_knows_says_the_year_rather_than_the_date(unread: list[str], expected: int) -> None:
    one = block("IKU", 1, "Dinas")
    closing = Lampiran(penetapan=Penetapan(tanggal=text("3 Maret 2025"), tanggal_iso="2025-03-03"))
    decree = Decree(blocks=(one,), lampiran=(closing,), unparsed=tuple(map(text, unread)))
    assert year_of(one, decree) == expected


@pytest.mark.parametrize(
    ("cover", "page", "expected"),
    [
        ("INDIKATOR KINERJA INDIVIDU TAHUN 2026 DINAS PERIKANAN KATA PENGANTAR Puji syukur kami panjatkan", 1, 2026),
        ("INDIKATOR KINERJA INDIVIDU TAHUN 2026 DINAS PERIKANAN KATA PENGANTAR Puji syukur kami panjatkan", 3, 2025),
        ("APBD TAHUN 2026 sebagai dasar penyusunan target", 1, 2025),  # a sentence
        ("DINAS PERIKANAN Rencana kerja TAHUN 2026", 1, 2025),
    ],
)
def test_a_cover_says_the_year_rather_than_the_date(cover: str, page: int, expected: int) -> None:
    at = (Place(page=3, bbox=(0, 0, 1, 1)),)
    heading = Heading(role="target", text=Text(as_printed="TARGET", places=at))
    one = block("IKU", 1, "Dinas").model_copy(update={"headings": (heading,)})
    closing = Lampiran(penetapan=Penetapan(tanggal=text("3 Maret 2025"), tanggal_iso="2025-03-03"))
    unread = Text(as_printed=cover, places=(Place(page=page, bbox=(0, 0, 1, 1)),))
    assert year_of(one, Decree(blocks=(one,), lampiran=(closing,), unparsed=(unread,))) == expected


def test_what_nobody_filled_is_not_named() -> None:
    made = built(["2021", "TARGET", "2022"], ["1 laporan", "", "2 laporan"], judul=(text("TAHUN 2022"),))
    assert [one.chosen for one in made.blocks[0].rows[0].targets] == [False, False, True]
    assert [one.chosen for one in built(["2021", "TARGET"], ["1", ""]).blocks[0].rows[0].targets] == [True, False]


def test_a_column_whose_role_is_in_doubt_is_not_named() -> None:
    """`TARGET RUMUS PERHITUNGAN` beside years, where the reach of an upper heading was not plain."""
    said = [("TARGET 2021", 1.0), ("TARGET 2022", 1.0), ("TARGET RUMUS", 0.89)]
    scopes = scopes_of([(heading,) for heading, _ in said])
    headings = [
        Heading(role="target", text=text(heading), scope=scope, role_confidence=sure)
        for (heading, sure), scope in zip(said, scopes, strict=True)
    ]
    rows = [Row(cells={}, targets=tuple(PrintedTarget(cell=printed(one)) for one in ("1", "2", "Pemeriksaan")))]
    assert TargetColumns.of(headings, rows, 2022).chosen == 1
    assert TargetColumns.of(headings, rows, None).chosen is None
    # a heading that the vocabulary knows, broken by its column, is no doubt
    known = headings[2].model_copy(update={"text": text("Target Kinerj a")})
    assert TargetColumns.of([*headings[:2], known], rows, None).chosen == 2


def test_beside_parts_of_the_year_a_column_in_doubt_is_the_target() -> None:
    said = [("RENCANA CAPAIAN", 0.93), *((f"TRIWULAN {number}", 1.0) for number in ("I", "II", "III", "IV"))]
    scopes = scopes_of([(heading,) for heading, _ in said])
    headings = [
        Heading(role="target", text=text(heading), scope=scope, role_confidence=sure)
        for (heading, sure), scope in zip(said, scopes, strict=True)
    ]
    rows = [Row(cells={}, targets=tuple(PrintedTarget(cell=printed(one)) for one in "41234"))]
    assert TargetColumns.of(headings, rows, None).chosen == 0


def test_where_none_can_be_named_it_is_several_with_one_finding() -> None:
    rows: list[list[str | None]] = [["80 %", "85 %"], ["81 %", "86 %"]]
    made = built(["TARGET 2021", "TARGET 2022"], *rows)
    assert [(x["target"], x["target_kind"], x["target_as_printed"]) for x in exported(made, "indikator")] == [
        # no target can be named, and nothing says which years are the document's: what is printed is printed
        ("", "several", "80 % 85 %"), ("", "several", "81 % 86 %"),
    ]  # fmt: skip
    # columns with another one between them are no one text (`2014 TARGET`, `2014 REALISASI`, `2015 TARGET`)
    (block,) = made.blocks
    between = block.headings[0].model_copy(update={"role": "others"})
    apart = block.model_copy(update={"headings": (*block.headings[:2], between, *block.headings[2:])})
    parted = made.model_copy(update={"blocks": (apart,)})
    assert [x["target_as_printed"] for x in exported(parted, "indikator")] == ["", ""]
    (finding,) = [one for one in made.findings if one.code == "target-beberapa"]
    assert (finding.severity, finding.field) == ("info", "rows")
    assert finding.values["judul"] == "“TARGET 2021”, “TARGET 2022”"
    assert [x["target_value"] for x in exported(made, "target")] == ["80", "85", "81", "86"]


@pytest.mark.parametrize(
    ("headings", "judul"),
    [
        (["TARGET 2021", "TARGET 2022"], "INDIKATOR KINERJA UTAMA TAHUN 2021 - 2026"),
        (["TARGET TW I", "TARGET TW II", "TARGET TW III", "TARGET TW IV"], "RENCANA AKSI"),
    ],
)
def test_targets_that_are_known_to_be_none_of_the_whole_period_are_not_the_rows(
    headings: list[str], judul: str
) -> None:
    made = built(headings, [f"{number} laporan" for number, _ in enumerate(headings)], judul=(text(judul),))
    (row,) = exported(made, "indikator")
    assert (row["target"], row["target_kind"], row["target_as_printed"]) == ("", "several", "")
    assert len(exported(made, "target")) == len(headings)


@pytest.mark.parametrize(
    ("foot", "wanted"),
    [
        ("Renstra Tahun 2021-2026", ""),
        ("Renja Tahun 2022", "85 %"),
        ("hal. 2", "80 % 85 %"),
        # the year of a law that all signed by a certificate name
        ("Sesuai UU ITE No. 11 Tahun 2008 dokumen ini sah", "80 % 85 %"),
    ],
)
def test_what_each_page_prints_names_the_years_where_no_title_does(foot: str, wanted: str) -> None:
    made = built(["TARGET 2021", "TARGET 2022"], ["80 %", "85 %"], foot=foot)
    (row,) = exported(made, "indikator")
    assert row["target_as_printed"] == wanted


def test_one_target_is_one_row_with_its_range_and_date() -> None:
    made = built(["TARGET"], ["80 - 90 %"], ["31 Desember 2022"], ["-"])
    lines = exported(made, "target")
    assert [(x["position"], x["target_kind"], x["target_value"], x["upper"], x["date"]) for x in lines] == [
        ("1", "range", "80", "90", ""),
        ("1", "date", "", "", "2022-12-31"),
        ("1", "none", "", "", ""),
    ]


@pytest.mark.parametrize("headings", [["TARGET"], QUARTERS])
def test_a_merged_target_holds_for_each_row_that_it_spans(headings: list[str]) -> None:
    rest: list[str | None] = ["1", None, "3", "4"] if len(headings) > 1 else []
    made = built(headings, ["4 laporan", *rest], [None, *rest])
    first, second = exported(made, "indikator")
    assert (first["target"], second["target"]) == ("4 laporan", "4 laporan")
    assert (first["target_as_printed"], second["target_as_printed"]) == ("4 laporan", "")
    assert (second["target_kind"], second["target_value"]) == ("count", "4")
    assert not [one for one in made.findings if one.code == "target-kosong" and "/targets/3" not in one.field]


@pytest.mark.parametrize("headings", [["TARGET"], QUARTERS])
def test_a_target_that_refers_to_the_one_above_is_read_as_that(headings: list[str]) -> None:
    rest: list[str | None] = ["1", "2", "3", "4"] if len(headings) > 1 else []
    made = built(headings, ["4 laporan", *rest], ["sda", *rest])
    _, second = exported(made, "indikator")
    assert (second["target"], second["target_kind"], second["target_value"]) == ("4 laporan", "count", "4")
    assert second["target_as_printed"] == "sda"
    assert not [one for one in made.findings if one.code == "target-teks"]


def test_a_merged_target_tells_no_other_hash_than_a_blank_one() -> None:
    def hashed(below: Cell) -> str:
        rows = [{"cells": {"indikator": Cell(text=text("A")), "target": cell}} for cell in (printed("5 %"), below)]
        one = block("IKI", 1, "Analis", rows=tuple(Row.model_validate(row) for row in rows))
        return content_hash(assemble(normalize(ExtractedDecree(source=SOURCE, decree=Decree(blocks=(one,))))))

    assert hashed(COVERED) == hashed(Cell(text=Text(as_printed=""), span="empty"))


def test_blank_targets_are_found_but_for_parts_of_a_year() -> None:
    made = built(QUARTERS, ["4 laporan", "", "2", "", "4"], ["", "1", "", "", ""], ["", "", "", "", ""])
    missing = [one.field for one in made.findings if one.code == "target-kosong"]
    assert missing == ["rows/2/targets/1", "rows/3/target"]


def test_a_decision_about_one_of_several() -> None:
    wanted = SalahKetik(tempat="IKI/1/rows/1/targets/2", tercetak="1.500", putusan="terima", menjadi="1500 laporan")
    made = built(["TARGET", "TW I"], ["4 laporan", "1.500"], koreksi=(wanted,))
    assert [x["target_value"] for x in exported(made, "target")] == ["4", "1500"]
    assert not [one for one in made.findings if one.code == "koreksi-usang"]


def test_a_target_among_several_that_reads_two_ways_waits_for_a_decision() -> None:
    made = built(["TARGET", "TW I"], ["4 laporan", "1 3dokumen"])
    asked = "\n".join(waiting(made))
    assert "# IKI 1 (Analis), baris 1, target 2, brs. teks 1\n" in asked
    assert 'tempat = "IKI/1/rows/1/targets/2"' in asked and 'tercetak = "1 3dokumen"' in asked
