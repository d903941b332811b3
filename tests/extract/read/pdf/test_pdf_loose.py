"""Tables without upright lines: their columns are the white between words, their rows the white between lines."""

from __future__ import annotations

from cetak import Cetak
from flows import flow_of_pdf

from extract.table.drawn.table import DrawnTable

LEFT = (40.0, 80.0, 260.0, 480.0, 600.0)
HEAD = ("URUT", "OUTCOME YANG DICAPAI", "ALAT UKUR", "RENCANA CAPAIAN", "ASAL DATA")
ROWS = (
    (
        "1",
        ("Meningkatnya mutu layanan", "kepegawaian"),
        ("Jumlah dokumen mutu", "layanan"),
        "12 dokumen",
        "Bidang Mutasi",
    ),
    ("2", ("Terwujudnya tertib arsip",), ("Persentase arsip tertata",), "80 %", "Seksi Arsip"),
    ("3", ("Tersedianya data pegawai",), ("Jumlah data pegawai yang", "tersedia"), "31 data", "Bidang Data"),
)


def printed(doc: Cetak) -> list[list[str]]:
    (table,) = (item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable))
    return [[cell.text.as_printed for cell in row.cells.values()] for row in table.rows]


def draw(doc: Cetak, top: float, rule: bool = False, heading: bool = True) -> float:
    base = top
    if heading:
        for x, text in zip(LEFT, HEAD, strict=True):
            doc.text(x, base, text)
        base += 24
    for number, sasaran, indikator, target, source in ROWS:
        if rule:
            doc.line(36, base - 14, 780, base - 14)
        for x, lines in zip(LEFT, ((number,), sasaran, indikator, (target,), (source,)), strict=True):
            for i, line in enumerate(lines):
                doc.text(x, base + 11 * i, line)
        base += 24 + 11 * (max(len(sasaran), len(indikator)) - 1)
    if rule:
        doc.line(36, base - 14, 780, base - 14)
    return base


def wanted() -> list[list[str]]:
    return [[n, " ".join(s), " ".join(i), t, d] for n, s, i, t, d in ROWS]


def start() -> Cetak:
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Kepala Bidang Mutasi")
    return doc


def test_no_line_at_all() -> None:
    doc = start()
    draw(doc, 90)
    assert printed(doc) == wanted()


def test_lines_across_only() -> None:
    doc = start()
    draw(doc, 90, rule=True)
    assert printed(doc) == wanted()


def test_a_box_only() -> None:
    doc = start()
    bottom = draw(doc, 90)
    for x0, y0, x1, y1 in ((36, 76, 780, 76), (36, bottom, 780, bottom), (36, 76, 36, bottom), (780, 76, 780, bottom)):
        doc.line(x0, y0, x1, y1)
    assert printed(doc) == wanted()


def test_it_goes_on_on_the_next_page() -> None:
    doc = start()
    draw(doc, 90)
    doc.page()
    draw(doc, 60, heading=False)
    rows = printed(doc)
    assert len(rows) == 6 and rows[3:] == wanted()


def test_running_text_is_no_table() -> None:
    doc = start()
    for i in range(12):
        doc.text(40, 90 + 14 * i, "Dalam rangka mewujudkan pemerintahan yang efektif maka kami menyatakan sanggup")
    assert not [item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable)]


def test_labels_and_values_are_no_table() -> None:
    doc = start()
    for i, (label, value) in enumerate(
        (("Unit Kerja", "Bidang Mutasi"), ("Tugas", "Melaksanakan"), ("Pangkat", "Pembina"))
    ):
        for x, text in ((40.0, label), (160.0, ":"), (180.0, value)):
            doc.text(x, 90 + 24 * i, text)
    assert not [item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable)]
