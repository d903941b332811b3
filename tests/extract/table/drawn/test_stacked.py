"""Several indicators in one drawn row: parted where the lines show which belong together, else a finding."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak
from word_files import SOURCE, blank_document, saved

from extract.door import extract
from schemas.decree import ExtractedDecree

PDF = SOURCE.model_copy(update={"media_type": "application/pdf"})
HEADING = ("NO", "SASARAN", "INDIKATOR KINERJA", "TARGET", "SUMBER DATA")


def _decree(
    indikator: Sequence[str],
    target: Sequence[str],
    sumber: Sequence[str] = ("Seksi Arsip",),
    headings: Sequence[str] = HEADING,
) -> ExtractedDecree:
    """A decree whose table has one drawn row with these lines in its last three columns."""
    document = blank_document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    document.add_paragraph("Jabatan : Kepala Seksi Arsip")
    made = document.add_table(rows=2, cols=len(headings))
    lines = [("1",), ("Meningkatnya tertib arsip",), indikator, target, sumber]
    for column, (heading, cell) in enumerate(zip(headings, lines, strict=True)):
        made.cell(0, column).text = heading
        made.cell(1, column).text = "\n".join(cell)
    return extract(SOURCE, saved(document))


def _rows(read: ExtractedDecree) -> list[tuple[str, ...]]:
    roles = ("no", "sasaran", "indikator", "target", "sumber_data")
    return [tuple(row.cells[role].text.as_printed for role in roles) for row in read.decree.blocks[0].rows]  # type: ignore[index]


LISTED = ("1. Persentase arsip tertib", "2. Jumlah daftar arsip")


def test_enumerated_indicators_with_a_target_each() -> None:
    """What is printed once for all of them spans the parts."""
    read = _decree(LISTED, ("85 %", "12 dokumen"))
    assert _rows(read) == [
        ("1", "Meningkatnya tertib arsip", "1. Persentase arsip tertib", "85 %", "Seksi Arsip"),
        ("", "", "2. Jumlah daftar arsip", "12 dokumen", ""),
    ]
    rows = read.decree.blocks[0].rows
    assert [row.stacked for row in rows] == [True, True]
    assert rows[1].cells["sasaran"].span == "covered"


def test_beside_the_items_of_a_list_a_text_that_is_no_target_by_itself_is_one() -> None:
    read = _decree((*LISTED, "3. Nilai investasi"), ("Rp. 350 Milyar", "12 dokumen", "US$ 4 Juta"))
    assert [row[2:4] for row in _rows(read)] == [
        ("1. Persentase arsip tertib", "Rp. 350 Milyar"),
        ("2. Jumlah daftar arsip", "12 dokumen"),
        ("3. Nilai investasi", "US$ 4 Juta"),
    ]
    # no line of which is a target
    assert len(_rows(_decree(LISTED, ("sesuai rencana", "sesuai jadwal")))) == 1


def test_units_beside_the_items_of_a_list_are_theirs() -> None:
    heading = ("NO", "SASARAN", "INDIKATOR KINERJA", "SATUAN", "TARGET")
    read = _decree(LISTED, ("%", "Dokumen"), ("85", "12"), heading)
    rows = read.decree.blocks[0].rows
    assert [(row.cells["satuan"].text.as_printed, row.cells["target"].text.as_printed) for row in rows] == [
        ("%", "85"),
        ("Dokumen", "12"),
    ]


def test_each_column_that_has_a_text_for_each() -> None:
    read = _decree(LISTED, ("85 %", "12 dokumen"), ("Seksi Arsip", "Sub Bagian Umum"))
    assert [row[4] for row in _rows(read)] == ["Seksi Arsip", "Sub Bagian Umum"]


@pytest.mark.parametrize(
    ("indikator", "target"),
    [
        ((*LISTED, "3. Jumlah berita acara"), ("85 %", "12 dokumen")),
        (("Persentase arsip tertib", "yang diserahkan"), ("85 %", "12 dokumen")),
        (("Persentase arsip tertib", "Jumlah daftar arsip"), ("85 %", "12 dokumen")),
    ],
)
def test_what_is_not_sure_stays_whole(indikator: Sequence[str], target: Sequence[str]) -> None:
    """Another number of targets than of items; a target beside no beginning of an indikator; lines without marks in a
    Word file, which does not tell where a line is full."""
    read = _decree(indikator, target)
    assert len(_rows(read)) == 1
    assert [f.field for f in read.findings if f.code == "indikator-bertumpuk"] == ["rows/1/indikator"]


@pytest.mark.parametrize("target", [("12 dokumen",), ("12", "dokumen"), ("100 %", "(seratus persen)")])
def test_one_target_is_one_indikator(target: Sequence[str]) -> None:
    """A list in an indikator, a target over two lines."""
    read = _decree(LISTED, target)
    assert len(_rows(read)) == 1
    assert not [f for f in read.findings if f.code == "indikator-bertumpuk"]


EDGES = (40.0, 80.0, 320.0, 620.0, 800.0)
#: Lines of one drawn row: sasaran, indikator, target (set flush right), as offices print several sasaran in one row.
SEVERAL = (
    ("Meningkatnya produksi arsip", "Jumlah arsip yang ditata, yang terdiri", ""),
    ("", "atas :", ""),
    ("", "a. Arsip statis", "12.317 berkas"),
    ("", "b. Arsip dinamis", "280.179.881.463.299 berkas"),
    ("", "", ""),
    ("Menurunnya kehilangan arsip", "Persentase arsip yang hilang", "10,90 %"),
)


def _drawn(lines: Sequence[tuple[str, str, str]]) -> ExtractedDecree:
    """A decree as a PDF whose table has one drawn row with these lines."""
    doc = Cetak(9)
    doc.page()
    doc.text(40, 60, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 80, "Jabatan : Kepala Seksi Arsip")
    edges = (100.0, 120.0, 124.0 + 11 * len(lines))
    for y in edges:
        doc.line(EDGES[0], y, EDGES[-1], y)
    for x in EDGES:
        doc.line(x, edges[0], x, edges[-1])
    for x, heading in zip(EDGES, ("NO", "SASARAN", "INDIKATOR", "TARGET"), strict=False):
        doc.text(x + 4, 114, heading)
    for k, (sasaran, indikator, target) in enumerate(lines):
        texts = ("1" if not k else "", sasaran, indikator, target)
        places = [x + 4 for x in EDGES[:3]] + [EDGES[-1] - 4 - 5.4 * len(target)]
        for x, text in zip(places, texts, strict=True):
            if text:
                doc.text(x, 130 + 11 * k, text)
    return extract(PDF, doc.save())


def test_several_sasaran_and_a_list_with_its_lead_in_one_row() -> None:
    """Each sasaran spans the indicators beside it and below; what leads a list in has no target, its items have one."""
    rows = _drawn(SEVERAL).decree.blocks[0].rows
    read = [tuple(row.cells[role].text.as_printed for role in ("sasaran", "indikator", "target")) for row in rows]  # type: ignore[index]
    assert read == [
        ("Meningkatnya produksi arsip", "Jumlah arsip yang ditata, yang terdiri atas :", ""),
        ("", "a. Arsip statis", "12.317 berkas"),
        ("", "b. Arsip dinamis", "280.179.881.463.299 berkas"),
        ("Menurunnya kehilangan arsip", "Persentase arsip yang hilang", "10,90 %"),
    ]
    assert [row.cells["sasaran"].span for row in rows] == ["own", "covered", "covered", "own"]


@pytest.mark.parametrize(
    ("at", "line"),
    [
        (5, ("Menurunnya kehilangan arsip", "", "")),  # a sasaran beside no indicator
        (3, ("", "b. Arsip dinamis", "")),  # an item of a list without a target
    ],
)
def test_several_sasaran_that_leave_a_doubt_stay_whole(at: int, line: tuple[str, str, str]) -> None:
    lines = [*SEVERAL[:at], line, *SEVERAL[at + 1 :]]
    lines += [("", "Persentase arsip yang hilang", "10,90 %")] if at == 5 else []
    read = _drawn(lines)
    assert len(read.decree.blocks[0].rows) == 1
    assert [f.field for f in read.findings if f.code == "indikator-bertumpuk"] == ["rows/1/indikator"]


#: Targets beside the last lines of the items of an outline.
OUTLINE = (
    ("Meningkatnya populasi", "1.1.2.1 Prosentase kelahiran ternak", ""),
    ("", "domba di UPTD (persen)", "110"),
    ("", "1.1.2.2 Prosentase kematian ternak", ""),
    ("", "domba di UPTD (persen)", "8"),
)


def test_targets_beside_the_last_lines_of_an_outline() -> None:
    rows = _drawn(OUTLINE).decree.blocks[0].rows
    read = [tuple(row.cells[role].text.as_printed for role in ("sasaran", "indikator", "target")) for row in rows]  # type: ignore[index]
    assert read == [
        ("Meningkatnya populasi", "1.1.2.1 Prosentase kelahiran ternak domba di UPTD (persen)", "110"),
        ("", "1.1.2.2 Prosentase kematian ternak domba di UPTD (persen)", "8"),
    ]


def test_targets_beside_some_line_of_an_outline_leave_a_doubt() -> None:
    lines = [*OUTLINE[:2], ("", "1.1.2.2 Prosentase kematian ternak", "8"), ("", "domba di UPTD (persen)", "")]
    read = _drawn(lines)
    assert len(read.decree.blocks[0].rows) == 1
    assert [f.code for f in read.findings if f.field == "rows/1/indikator"] == ["indikator-bertumpuk"]


def _without_target(*texts: Sequence[str]) -> ExtractedDecree:
    """A decree as a PDF whose table has no targets, and one drawn row with these lines in its last three columns."""
    doc = Cetak(9)
    doc.page()
    doc.text(40, 60, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 80, "Jabatan : Kepala Seksi Arsip")
    edges = (40.0, 80.0, 240.0, 420.0, 620.0, 800.0)
    headings = ("NO", "SASARAN", "INDIKATOR KINERJA UTAMA", "FORMULASI PENGUKURAN", "SUMBER DATA")
    for y in (100, 120, 200):
        doc.line(edges[0], y, edges[-1], y)
    for x in edges:
        doc.line(x, 100, x, 200)
    for x, heading, lines in zip(edges, headings, (("1",), ("Meningkatnya kesiapsiagaan",), *texts), strict=False):
        doc.text(x + 4, 114, heading)
        for k, line in enumerate(lines):
            doc.text(x + 4, 132 + 11 * k, line)
    return extract(PDF, doc.save())


#: Beside each indicator, each below a blank line or an item of a list, a formula and a source.
APART = ("Indeks risiko bencana", "", "Persentase desa tangguh")
MARKED = ("1. Indeks risiko bencana", "", "2. Persentase desa tangguh")
FORMULAS = ("Nilai bahaya x kerentanan", "", "Jumlah desa dibagi desa")
SOURCES = ("Buku IRBI", "", "Bidang Pencegahan")


@pytest.mark.parametrize("indikator", [APART, MARKED])
def test_indicators_without_targets_that_stand_apart_as_what_is_beside_them_does(indikator: Sequence[str]) -> None:
    rows = _without_target(indikator, FORMULAS, SOURCES).decree.blocks[0].rows
    read = [tuple(row.cells[role].text.as_printed for role in ("indikator", "rumus", "sumber_data")) for row in rows]  # type: ignore[index]
    assert read == [one for one in zip(indikator, FORMULAS, SOURCES, strict=True) if any(one)]
    assert [row.cells["sasaran"].span for row in rows] == ["own", "covered"]


@pytest.mark.parametrize(
    ("indikator", "rumus", "sumber", "doubt"),
    [
        (MARKED, FORMULAS[:1], SOURCES[:1], True),  # a list, and one text for all of it
        (APART, FORMULAS, SOURCES[:1], True),  # one column alone is set apart as they are
        (APART, (*FORMULAS, "", "dikali 100 %"), SOURCES, True),  # more formulas than indicators
        (APART[:1], FORMULAS, SOURCES, False),  # one indicator
        (APART, FORMULAS[:1], SOURCES[:1], False),  # a blank line in an indicator
    ],
)
def test_indicators_without_targets_that_leave_a_doubt_stay_whole(
    indikator: Sequence[str], rumus: Sequence[str], sumber: Sequence[str], doubt: bool
) -> None:
    read = _without_target(indikator, rumus, sumber)
    assert len(read.decree.blocks[0].rows) == 1
    assert [f.field for f in read.findings if f.code == "indikator-bertumpuk"] == ["rows/1/indikator"] * doubt
