"""Findings that need the whole catalogue."""

from __future__ import annotations

from typing import Any

import pytest
from labelled import SOURCE, block, items, row, text

from bahasa.temuan import threshold
from katalog.assemble.catalogue import assemble
from katalog.assemble.findings.numbering import values_of
from schemas.base import Finding
from schemas.catalogue import Catalogue
from schemas.decree import (
    Block,
    Cell,
    Decree,
    Diktum,
    Heading,
    Item,
    Lampiran,
    Law,
    NormalizedDecree,
    Penetapan,
    Preamble,
    Row,
    Text,
)


def findings(*blocks: Block, preamble: Preamble | None = None, lampiran: tuple[Lampiran, ...] = ()) -> list[Finding]:
    """All findings of a decree."""
    decree = Decree(preamble=preamble or Preamble(), lampiran=lampiran, blocks=blocks)
    return list(assemble(NormalizedDecree(source=SOURCE, decree=decree)).findings)


def codes(found: list[Finding], code: str) -> list[str]:
    """The fields that a code was raised for."""
    return [finding.field for finding in found if finding.code == code]


def numbered(*numbers: str | None) -> tuple[Item, ...]:
    """Fungsi with these printed numbers."""
    return items([{"no": no, "text": f"Fungsi {position}"} for position, no in enumerate(numbers)])


@pytest.mark.parametrize(
    ("numbers", "values"),
    [
        (["7", "07.", "g", "G)"], [7, 7, 7, 7]),
        (["", None, "ab", "²ab", "-"], [None] * 5),
        # one that was put in between
        (["2", "2A)", "3"], [2, 2, 3]),
        (["I", "II", "III", "IV"], [1, 2, 3, 4]),
        (["i.", "ii."], [1, 2]),
        # one row, or single letters alone: the style that starts at one
        (["I"], [1]),
        (["I", "V"], [1, 5]),
        # the ninth and tenth of a list of letters
        (["h", "i", "j"], [8, 9, 10]),
        # one of another style is read by itself
        (["I", "II", "3"], [1, 2, 3]),
        (["0", "1"], [0, 1]),
    ],
)
def test_values_of_printed_numbers(numbers: list[str | None], values: list[int | None]) -> None:
    assert values_of(numbers) == values


@pytest.mark.parametrize(
    ("numbers", "skips", "repeats", "missing"),
    [
        (("1", "2", "3"), [], [], []),
        (("a", "b", "c"), [], [], []),
        (("I", "II", "III"), [], [], []),
        (("i", "ii", "iv"), ["fungsi/3"], [], []),
        # one number left out
        (("1", "3", "4"), ["fungsi/2"], [], []),
        # one printed twice: counting goes on from it
        (("1", "2", "2", "3"), [], ["fungsi/3"], []),
        # backwards
        (("1", "5", "2"), ["fungsi/2"], ["fungsi/3"], []),
        # the list begins late
        (("2", "3"), ["fungsi/1"], [], []),
        # one entry without number stands in its number's place
        (("1", None, "3"), [], [], ["fungsi/2"]),
        # a list that has no numbers at all
        ((None, None), [], [], []),
    ],
)
def test_numbering(numbers: tuple[str | None, ...], skips: list[str], repeats: list[str], missing: list[str]) -> None:
    found = findings(block("IKI", 1, "Analis", fungsi=numbered(*numbers)))
    assert codes(found, "penomoran-lompat") == skips
    assert codes(found, "penomoran-berulang") == repeats
    assert codes(found, "penomoran-kosong") == missing


@pytest.mark.parametrize(
    ("printed", "skips", "repeats"),
    [
        # a number with a colon announces a list: it counts for itself, and the list goes on behind it
        ("a b: 1 2 c", [], []),
        ("a: a b b c", [], []),
        ("1: 1 2 2", [], []),
        ("a: 1 2: a b b", [], []),
        ("I: 1 2 II III", [], []),
        # the list, or one within it, left a number out
        ("I: 1 2 III IV", ["fungsi/4"], []),
        ("a: 1 2 c", ["fungsi/4"], []),
        # nothing announces it
        ("a b 1 2 c", [], ["fungsi/3"]),
    ],
)
def test_a_list_within_a_list_counts_for_itself(printed: str, skips: list[str], repeats: list[str]) -> None:
    entries = [{"no": no.rstrip(":"), "text": f"urusan{':' * no.endswith(':')}"} for no in printed.split()]
    found = findings(block("IKI", 1, "Analis", fungsi=items(entries)))
    assert codes(found, "penomoran-lompat") == skips
    assert codes(found, "penomoran-berulang") == repeats


def test_numbering_of_rows_passes_over_merged_numbers() -> None:
    rows = (row({"no": "1", "indikator": "A"}), row({"indikator": "B"}), row({"no": "3", "indikator": "C"}))
    found = findings(block("IKI", 1, "Analis", rows=rows))
    assert codes(found, "penomoran-lompat") == ["rows/3/no"]


def clauses(*labels: str) -> Preamble:
    """A preamble with these diktum."""
    return Preamble(diktum=tuple(Diktum(label=label, text=text(f"Isi {label}")) for label in labels))


def test_diktum_printed_twice_or_skipped() -> None:
    found = findings(preamble=clauses("KESATU", "KEDUA", "KETIGA", "KETIGA"))
    assert codes(found, "diktum-berulang") == ["diktum/4"]
    assert codes(found, "diktum-lompat") == []
    assert codes(findings(preamble=clauses("KESATU", "KETIGA")), "diktum-lompat") == ["diktum/2"]
    # the blank may be missing
    tens = ["KESEPULUH", "KESEBELAS", "KEDUABELAS", "KETIGA BELAS"]
    assert codes(findings(preamble=clauses(*tens)), "diktum-lompat") == ["diktum/1"]
    # other labels are left alone
    assert codes(findings(preamble=clauses("PERTAMA", "KEDUA")), "diktum-lompat") == []


def closing(iso: str) -> Penetapan:
    """Ditetapkan on a day."""
    return Penetapan(tanggal=text(iso), tanggal_iso=iso)


def test_two_dates() -> None:
    preamble = Preamble(penetapan=closing("2022-12-29"))
    differing = (Lampiran(penetapan=closing("2022-12-29")), Lampiran(penetapan=closing("2023-01-03")))
    found = findings(preamble=preamble, lampiran=differing)
    (finding,) = [one for one in found if one.code == "tanggal-berbeda"]
    assert finding.field == "lampiran/2/ditetapkan"
    assert (
        finding.message == "Keputusan ditetapkan tanggal 29 Desember 2022, tetapi lampirannya tanggal 3 Januari 2023."
    )


def test_number_and_date_of_different_years() -> None:
    preamble = Preamble(nomor=text("NOMOR 44 TAHUN 2021"), penetapan=closing("2022-12-29"))
    assert codes(findings(preamble=preamble), "tahun-berbeda") == ["tahun"]


def test_periods_that_differ() -> None:
    preamble = Preamble(judul=text("IKI TAHUN 2021-2026"), menetapkan=text("IKU TAHUN 2020-2024"))
    inner = block("IKU", 1, "Badan", judul=(text("TAHUN 2022"),))
    assert codes(findings(inner, preamble=preamble), "periode-berbeda") == ["periode"]


def test_law_younger_than_the_decree() -> None:
    law = Law(jenis="Peraturan Bupati", nomor="1", tahun=2023, tentang=None)
    preamble = Preamble(
        nomor=text("NOMOR 44 TAHUN 2022"), mengingat=(Item(no="1", text=text("Peraturan Bupati ..."), law=law),)
    )
    assert codes(findings(preamble=preamble), "peraturan-mendahului") == ["mengingat/1"]


@pytest.mark.parametrize(
    ("heading", "set_on", "raised"),
    [
        # the year is over, or nearly so, when its target is set
        ("TARGET TAHUN 2021", "2022-03-01", True),
        ("TARGET TAHUN 2022", "2022-12-29", True),
        ("TARGET TAHUN 2022", "2022-01-15", False),
        ("TARGET TAHUN 2023", "2022-12-29", False),
        # outside the period of the decree
        ("TARGET TAHUN 2027", "2022-01-15", True),
        ("TARGET", "2022-12-29", False),
    ],
)
def test_year_of_the_target_column(heading: str, set_on: str, raised: bool) -> None:
    preamble = Preamble(judul=text("TAHUN 2021-2026"), penetapan=closing(set_on))
    one = block("IKU", 1, "Badan", rows=(row({"indikator": "A", "target": "1"}),))
    headings = tuple(Heading(role="target", text=text(heading)) if h.role == "target" else h for h in one.headings)
    found = findings(one.model_copy(update={"headings": headings}), preamble=preamble)
    assert bool(codes(found, "tahun-target")) is raised


@pytest.mark.parametrize(
    ("cell", "outside", "mixed"),
    [
        ("Dokumen Anggaran tahun 2024", [], []),
        # before and after the period
        ("Dokumen Anggaran tahun 2019", ["rows/1/rumus"], []),
        # two years in one row
        ("Anggaran tahun 2023 dan Anggaran Perubahan 2024", [], ["rows/1/rumus"]),
        # amounts and numbers are no years
        ("Rp2.000.000 untuk 2050 pegawai", [], []),
        # nor is the year of a regulation
        ("sesuai Perda Nomor 5 Tahun 2003 dan PP 11 Tahun 2017", [], []),
    ],
)
def test_years_of_a_row(cell: str, outside: list[str], mixed: list[str]) -> None:
    preamble = Preamble(judul=text("TAHUN 2021-2026"))
    found = findings(block("IKI", 1, "Analis", rows=(row({"indikator": "A", "rumus": cell}),)), preamble=preamble)
    assert codes(found, "tahun-di-luar-periode") == outside
    assert codes(found, "tahun-tidak-seragam") == mixed


def test_a_jabatan_without_tugas_fungsi_or_table() -> None:
    found = findings(block("IKI", 1, "Analis"))
    assert {finding.code for finding in found} >= {"tanpa-tugas", "tanpa-fungsi", "tanpa-tabel"}
    assert [finding.code for finding in found if finding.severity == "error"] == ["tanpa-tabel"]


def test_an_iku_needs_no_tugas() -> None:
    found = findings(block("IKU", 1, "Badan", rows=(row({"indikator": "A"}),)))
    assert not {finding.code for finding in found} & {"tanpa-tugas", "tanpa-fungsi"}


def test_missing_columns_and_cells() -> None:
    bare = Row(cells={"sasaran": Cell(text=text("A"))})
    found = findings(block("IKI", 1, "Analis", rows=(bare,), headings=()))
    levels = {
        finding.message.rsplit(" ", 1)[1]: finding.severity for finding in found if finding.code == "kolom-hilang"
    }
    assert levels == {"indikator.": "error", "target.": "info"}
    found = findings(block("IKI", 1, "Analis", rows=(row({"sasaran": "A", "target": "1"}),)))
    assert codes(found, "indikator-kosong") == ["rows/1/indikator"]
    assert codes(found, "sel-kosong") == ["rows/1/rumus", "rows/1/sumber_data"]


@pytest.mark.parametrize(
    ("sure", "whole", "severity"), [(0.99, 1, "warning"), (1.0, 1, "info"), (0.99, 2, "info"), (0.99, 3, "info")]
)
def test_a_missing_column_of_a_scan_whose_cells_stand_apart(sure: float, whole: int, severity: str) -> None:
    # `Jumlah dokumen   10 dokumen` in one cell of most rows
    apart = Text(as_printed="Jumlah dokumen 10 dokumen", character_confidence=sure, border_confidence=0.5)
    rows = (
        *[Row(cells={"indikator": Cell(text=apart)})] * 2,
        *[Row(cells={"indikator": Cell(text=text("B"))})] * whole,
    )
    found = findings(block("IKI", 1, "Analis", rows=rows, headings=()))
    levels = {one.values["kolom"]: one.severity for one in found if one.code == "kolom-hilang"}
    assert levels == {"sasaran": severity, "target": severity}


def test_a_missing_column_that_another_one_is_called_by() -> None:
    """`Kpi` and `Target (%)` were read as one column, by its cells that of indikator: its target may be in them."""
    rows = (Row(cells={"sasaran": Cell(text=text("A")), "indikator": Cell(text=text("B 80%"))}),)
    for called, severity in (("Kpi Target (%)", "warning"), ("Indikator Sasaran", "info")):
        headings = (Heading(text=text(called), role="indikator"),)
        found = findings(block("IKI", 1, "Analis", rows=rows, headings=headings))
        assert [one.severity for one in found if one.code == "kolom-hilang"] == [severity]


def test_a_decree_without_number_date_or_title() -> None:
    told = {"tanpa-nomor": "nomor", "tanpa-tanggal": "tanggal", "tanpa-judul": "judul"}
    assert {one.code: one.field for one in findings() if one.code in told} == told


@pytest.mark.parametrize(
    ("characters", "borders", "raised", "says"),
    [
        (1.0, 0.41, ["keyakinan-rendah"], "Batas sel indikator “Jumlah data” tidak pasti (keyakinan 0,41)."),
        # print beside a page break where little speaks either way: nothing of it was read by OCR
        (1.0, 0.6, ["keyakinan-rendah"], "(keyakinan 0,60)"),
        (0.62, 1.0, ["ocr-ragu"], "Teks ini dibaca dengan OCR dan keyakinannya hanya 62%; periksa halamannya."),
        (0.62, 0.6, ["ocr-ragu", "keyakinan-rendah"], "62%"),
        (threshold("ocr-ragu") - 0.05, 1.0, ["ocr-ragu"], "%"),
        (threshold("ocr-ragu"), threshold("keyakinan-rendah"), [], ""),
    ],
)
def test_unsure_cells_say_of_what(characters: float, borders: float, raised: list[str], says: str) -> None:
    unsure = Text(as_printed="Jumlah data", character_confidence=characters, border_confidence=borders)
    rows = (Row(cells={"indikator": Cell(text=unsure)}),)
    made = findings(block("IKI", 1, "Analis", rows=rows))
    found = [one for one in made if one.code in ("ocr-ragu", "keyakinan-rendah")]
    assert [one.code for one in found] == raised
    assert {(one.field, one.as_printed, one.kind, one.order) for one in found} <= {
        ("rows/1/indikator", "Jumlah data", "IKI", 1)
    }
    assert not raised or says in found[0].message


@pytest.mark.parametrize(
    ("indikator", "targets", "sure", "found"),
    [
        ("Persentase surat", ("1008",), 0.97, [1]),
        ("Persentase surat", ("80", "100%"), 0.97, [1]),
        # a share that is printed without its sign, a number of things, print
        ("Persentase surat", ("80",), 0.97, []),
        ("Jumlah surat", ("1008",), 0.97, []),
        ("Persentase surat (lembar)", ("1008",), 0.97, []),
        ("Persentase surat", ("1008",), 1.0, []),
        ("Persentase surat", ("100 %",), 0.97, []),
    ],
)
def test_a_share_without_its_sign_in_a_scan(
    indikator: str, targets: tuple[str, ...], sure: float, found: list[int]
) -> None:
    share = Cell(text=text(indikator))
    read = [Cell(text=Text(as_printed=said, character_confidence=sure)) for said in targets]
    rows = tuple(Row(cells={"indikator": share, "target": cell}) for cell in read)
    made = findings(block("IKI", 1, "Analis", rows=rows))
    assert codes(made, "ocr-ragu") == [f"rows/{at}/target" for at in found]


def test_heads_that_ocr_is_not_sure_of_are_pointed_at() -> None:
    sure, unsure = (Text(as_printed="Menyusun laporan", character_confidence=share) for share in (0.95, 0.7))
    fungsi = (Item(no="1", text=sure), Item(no="2", text=unsure))
    made = findings(block("IKI", 1, "Analis", tugas=unsure, fungsi=fungsi))
    assert [one.field for one in made if one.code == "ocr-ragu"] == ["tugas", "fungsi/2"]


def test_a_column_whose_role_is_not_sure_is_pointed_at_cell_by_cell() -> None:
    headings = tuple(
        Heading(role=role, text=Text(as_printed=name), role_confidence=sure)
        for role, name, sure in (
            ("indikator", "ALAT UKUR", 0.62),
            ("target", "SASARAN MUTU", threshold("kolom-ragu")),
            ("others", "CATATAN", 0.5),
        )
    )
    rows = (
        row({"indikator": "A", "target": "1 %"}),
        row({"indikator": "B", "target": "2 %"}).model_copy(update={"others": {"CATATAN": Cell(text=text("baru"))}}),
    )
    unsure = block("IKI", 1, "Analis", rows=rows).model_copy(update={"headings": headings})
    found = [one for one in findings(unsure) if one.code == "kolom-ragu"]
    assert [(one.field, one.as_printed, one.order) for one in found] == [
        ("rows/1/indikator", "A", 1),
        ("rows/2/indikator", "B", 1),
        ("rows/2/others/CATATAN", "baru", 1),
    ]
    assert found[0].message == "Arti kolom “ALAT UKUR” tidak pasti: dibaca sebagai indikator (keyakinan 0,62)."


@pytest.mark.parametrize(
    ("sasaran", "indikator", "doubted"),
    [
        (("Jumlah arsip", "Nilai SAKIP"), ("Tertibnya arsip", "Meningkatnya kinerja"), True),
        (("Tertibnya arsip", "Meningkatnya kinerja"), ("Jumlah arsip", "Nilai SAKIP"), False),
        # offices that print an indikator as they print its sasaran
        (("Tertibnya arsip", "Meningkatnya kinerja"), ("Tertibnya arsip", "Meningkatnya nilai SAKIP"), False),
        (("Arsip", "Kinerja"), ("Meningkatnya arsip", "Nilai SAKIP"), False),
    ],
)
def test_columns_that_read_as_if_exchanged_are_in_doubt(
    sasaran: tuple[str, str], indikator: tuple[str, str], doubted: bool
) -> None:
    rows = tuple(row({"sasaran": a, "indikator": b}) for a, b in zip(sasaran, indikator, strict=True))
    found = [one for one in findings(block("IKI", 1, "Analis", rows=rows)) if one.code == "kolom-ragu"]
    fields = [f"rows/{n}/{role}" for role in ("sasaran", "indikator") for n in (1, 2)]
    assert [one.field for one in found] == (fields if doubted else [])


@pytest.mark.parametrize(("numbers", "doubted"), [(("1.", "2."), False), (("2", "4"), True), (("1",), True)])
def test_a_first_column_whose_numbers_count_on_is_that_of_numbers(numbers: tuple[str, ...], doubted: bool) -> None:
    headings = tuple(
        Heading(role=role, text=Text(as_printed=name), role_confidence=0.6)
        for role, name in (("no", "URUT"), ("indikator", "ALAT UKUR"))
    )
    rows = tuple(row({"no": number, "indikator": "A"}) for number in numbers)
    unsure = block("IKI", 1, "Analis", rows=rows).model_copy(update={"headings": headings})
    fields = [one.field for one in findings(unsure) if one.code == "kolom-ragu"]
    assert ("rows/1/no" in fields, "rows/1/indikator" in fields) == (doubted, True)


def test_a_blank_cell_at_an_unsure_page_break() -> None:
    blank = Cell(text=Text(as_printed="", border_confidence=0.6), span="covered")
    rows = (row({"sasaran": "A"}), Row(cells={"sasaran": blank}))
    made = findings(block("IKI", 1, "Analis", rows=rows))
    (found,) = [one for one in made if one.code == "keyakinan-rendah"]
    assert found.field == "rows/2/sasaran"
    assert found.message == "Batas sel sasaran tidak pasti (keyakinan 0,60); di sel itu tidak ada yang tercetak."


def test_copied_fungsi_and_table() -> None:
    fungsi = items([{"no": str(n), "text": f"Menyusun laporan {n}"} for n in range(1, 6)])
    rows = tuple(row({"indikator": f"Jumlah {n}", "rumus": f"Jumlah data {n}"}) for n in range(4))
    one, two = (block("IKI", order, name, fungsi=fungsi, rows=rows) for order, name in ((1, "Analis"), (2, "Pranata")))
    found = findings(one, two)
    assert [(f.code, f.order) for f in found if f.code.endswith("-ganda")] == [("fungsi-ganda", 2), ("tabel-ganda", 2)]
    # a common last fungsi is no copy
    other = block("IKI", 2, "Pranata", fungsi=(*numbered("1", "2", "3"), fungsi[-1]), rows=rows[:2])
    assert [f.code for f in findings(one, other) if f.code.endswith("-ganda")] == []


def test_fungsi_and_indikator_printed_twice() -> None:
    fungsi = items([{"no": "1", "text": "Menyusun laporan;"}, {"no": "2", "text": "Menyusun  laporan"}])
    rows = (row({"indikator": "Jumlah arsip"}), row({"indikator": "Jumlah arsip"}))
    found = findings(block("IKI", 1, "Analis", fungsi=fungsi, rows=rows))
    assert codes(found, "fungsi-berulang") == ["fungsi/2"]
    assert codes(found, "indikator-berulang") == ["rows/2/indikator"]


def test_iku_and_head_disagree(catalogue: Catalogue) -> None:
    found = [finding for finding in catalogue.findings if finding.code == "target-iku-iki"]
    assert [(f.kind, f.order, f.field) for f in found] == [
        ("IKI", 1, f"rows/{number}/target") for number in (2, 3, 4, 6)
    ]
    assert "“BB (70)”" in found[0].message
    assert "“B (65)”" in found[0].message


def test_sumber_data_that_names_no_unit(catalogue: Catalogue) -> None:
    found = [f for f in catalogue.findings if f.code == "sumber-data-tanpa-unit" and f.order == 20]
    assert [(f.as_printed, f.field) for f in found] == [("Bidang pengadaan dan Pemberhentian", "rows/1/sumber_data")]
    assert "(baris 1–4)" in found[0].message


def test_majority_of_sumber_data_against_the_order_of_printing() -> None:
    rows = tuple(row({"indikator": f"Jumlah {n}", "sumber_data": "Bidang B"}) for n in range(3))
    names = ("Kepala Bidang A", "Analis", "Kepala Bidang B")
    blocks = [block("IKI", n, name, rows=rows if name == "Analis" else ()) for n, name in enumerate(names, start=1)]
    (finding,) = [f for f in findings(*blocks) if f.code == "unit-berbeda"]
    assert finding.message == (
        "Jabatan ini tercantum di Bidang A, tetapi 3 dari 3 baris menyebut Bidang B sebagai sumber data."
    )


def test_findings_of_earlier_stages_stay(normalized: NormalizedDecree) -> None:
    earlier = Finding(code="teks-tersisa", severity="error", message="Teks tidak dikenal.", kind="IKI", order=3)
    made = assemble(normalized.model_copy(update={"findings": (earlier, earlier)}))
    assert [finding for finding in made.findings if finding.code == "teks-tersisa"] == [earlier]


def test_findings_follow_the_decree(catalogue: Catalogue) -> None:
    kinds: dict[Any, int] = {None: 0, "IKU": 1, "IKI": 2, "PK": 3}
    places = [(kinds[finding.kind], finding.order or 0) for finding in catalogue.findings]
    assert places == sorted(places)


def test_letters_without_a_name_are_said() -> None:
    """In a cell and in the head; `85` stays."""
    cells = {"no": "1", "indikator": "Jumlah \ue012 arsip", "target": "\ufffd\ufffd"}
    rows = (row(cells), row({"no": "2", "indikator": "Jumlah surat", "target": "85"}))
    made = block("IKI", 1, "Kepala Seksi \ufffdrsip", rows=rows)
    assert codes(findings(made), "huruf-tak-dikenal") == ["jabatan", "rows/1/indikator", "rows/1/target"]
