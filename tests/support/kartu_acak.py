"""Documents with one card an indicator, labels beside their values, drawn at random; and what they say.

Manuals, dictionaries and metadata of indicators print each on a card of its own. How the cards are ruled, what their
labels are called, what stands above them, how many a page holds and where the page cuts them is drawn anew for each
seed. `kartu(seed)` is one document."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.shared import Cm
from isi_jabatan import Isi, draw_isi_each
from ketikan import Baris, Ketikan
from word_files import xml

#: What the labels of each role are called, in the order of a card.
LABELS = (
    {"sasaran": "Sasaran", "indikator": "Nama Indikator", "": "Definisi Operasional", "rumus": "Formula",
     "satuan": "Satuan", "target": "Target 2025", "sumber_data": "Sumber Data",
     "penanggung_jawab": "Penanggung Jawab", "_": "Periode Pelaporan"},
    {"sasaran": "Sasaran Strategis", "indikator": "Indikator Kinerja", "": "Penjelasan", "rumus": "Cara Perhitungan",
     "target": "Target", "sumber_data": "Sumber Data"},
    {"indikator": "Nama indikator", "sasaran": "Sasaran", "": "Definisi", "rumus": "Formula", "satuan": "Satuan",
     "target": "Target", "sumber_data": "Sumber data"},
    {"sasaran": "Sasaran Program", "indikator": "Indikator Kinerja Utama", "": "Alasan Pemilihan",
     "rumus": "Formulasi Pengukuran", "satuan": "Satuan Pengukuran", "target": "Target Kinerja",
     "sumber_data": "Sumber Data", "penanggung_jawab": "Unit Penanggung Jawab"},
    {"indikator": "Indikator", "": "Tujuan Pengukuran", "rumus": "Rumus Perhitungan", "target": "Target Tahun 2025",
     "sumber_data": "Sumber Data", "penanggung_jawab": "Pemilik Data"},
    {"": "Perspektif", "sasaran": "Sasaran Kinerja", "indikator": "Nama IKU", "_": "Deskripsi",
     "rumus": "Metode Penghitungan", "satuan": "Satuan Ukur", "target": "Target", "sumber_data": "Bukti/Sumber Data"},
)  # fmt: skip
#: Values of what has no role, and of columns that the rows of a block lack.
_PERSPECTIVES = ("Pemangku Kepentingan", "Proses Internal", "Pembelajaran dan Pertumbuhan")
_EXPLAINED = (
    "Ukuran capaian yang dinilai setiap semester menurut pedoman yang berlaku di lingkungan unit kerja",
    "Perbandingan antara hasil yang dicapai dan yang direncanakan dalam tahun berjalan",
    "Hasil yang telah diverifikasi oleh atasan langsung dan dicatat dalam aplikasi kinerja pada akhir triwulan, "
    "termasuk yang diselesaikan bersama unit lain",
    "Ukuran mutu layanan",
)
_PERIODS = ("Bulanan", "Triwulanan", "Semesteran", "Tahunan")
_WHO = ("Koordinator Data", "Subbagian Perencanaan", "Tim Kerja Mutu", "Sekretariat")
_UNITS = {"%": "Persen", "poin": "Poin"}

TITLES = {
    "IKU": ("MANUAL INDIKATOR KINERJA UTAMA", "KAMUS INDIKATOR KINERJA UTAMA (IKU)", "INDIKATOR KINERJA UTAMA"),
    "IKI": (
        "KAMUS INDIKATOR KINERJA INDIVIDU",
        "MANUAL INDIKATOR KINERJA INDIVIDU (IKI)",
        "INDIKATOR KINERJA INDIVIDU",
    ),
}
#: What stands above each card; `{n}` counts it.
CAPTIONS = ("", "", "IKU-{n}", "Indikator {n}", "IKU {n}", "{n}. {indikator}", "Kartu {n}", "Indikator Kinerja {n} :")
RULINGS = ("grid", "grid", "box", "across", "down", "none", "shaded labels")


@dataclass(frozen=True)
class Emas:
    """What one block says: `rows` by role, columns without one under their labels."""

    kind: str
    jabatan: str
    tugas: str | None
    fungsi: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Rupa:
    """How a document is set."""

    kind: str
    title: str
    labels: dict[str, str]
    ruling: str
    colon: str
    numbered: bool
    caption: str
    head: str
    apart: int
    omitted: float
    size: float


@dataclass(frozen=True)
class Kartu:
    """A Word file, what its blocks say, and how it is set."""

    data: bytes
    blocks: tuple[Emas, ...]
    rupa: Rupa


def draw_rupa(rng: random.Random) -> Rupa:
    kind = rng.choice(("IKU", "IKI"))
    heads = ("title", "title") if kind == "IKU" else ("numbered", "labels", "title each")
    return Rupa(
        kind,
        rng.choice(TITLES[kind]),
        dict(rng.choice(LABELS)),
        rng.choice(RULINGS),
        rng.choice(("", "", "own", "value")),
        rng.random() < 0.2,
        rng.choice(CAPTIONS),
        rng.choice(heads),
        rng.choice((1, 1, 1, 0)),
        rng.choice((0, 0, 0, 0.3)),
        rng.choice((5.0, 10.0, 20.0)),
    )


def kartu(seed: int) -> Kartu:
    """The document of this seed."""
    rng = random.Random(f"kartu {seed}")
    rupa = draw_rupa(rng)
    isi = draw_isi_each(rng, 1 if rupa.kind == "IKU" else rng.choice((1, 2, 3)))
    page = Ketikan()
    unit = isi[0].unit
    if rupa.head != "title each":
        for line in (rupa.title, unit.upper(), "TAHUN 2025"):
            page.lines(line, bold=True, centred=True)
    blocks = []
    for place, one in enumerate(isi):
        jabatan = _head(page, rupa, one, place, unit)
        rows = tuple(_row(rupa, row, rng) for row in _many(one, rng))
        for n, row in enumerate(rows, 1):
            _card(page, rupa, row, n, rng)
        named = rupa.kind == "IKI"
        blocks.append(Emas(rupa.kind, jabatan, one.tugas if named else None, one.fungsi if named else (), rows))
    return Kartu(page.save(), tuple(blocks), rupa)


def _many(isi: Isi, rng: random.Random) -> list[tuple[str, ...]]:
    """The rows of a block; a manual has up to nine of them."""
    rows = list(isi.rows)
    while len(rows) < 9 and rng.random() < 0.6:
        sasaran, indikator, target, rumus, sumber = rng.choice(isi.rows)
        rows.append((sasaran, f"{indikator} tahap {len(rows)}", target, rumus, sumber))
    return rows


def _row(rupa: Rupa, row: Sequence[str], rng: random.Random) -> dict[str, str]:
    sasaran, indikator, target, rumus, sumber = row
    amount, _, unit = target.partition(" ")
    texts = {
        "sasaran": sasaran,
        "indikator": indikator,
        "rumus": rumus,
        "satuan": _UNITS.get(unit, unit.capitalize()),
        "target": amount if "satuan" in rupa.labels else target,
        "sumber_data": sumber,
        "penanggung_jawab": rng.choice(_WHO),
        "": rng.choice(_PERSPECTIVES if rupa.labels.get("") == "Perspektif" else _EXPLAINED),
        "_": rng.choice(_PERIODS if rupa.labels.get("_") == "Periode Pelaporan" else _EXPLAINED),
    }
    kept = {role: texts[role] for role in rupa.labels}
    for role in ("", "_", "penanggung_jawab"):
        if role in kept and rng.random() < rupa.omitted:
            del kept[role]
    return kept


def _head(page: Ketikan, rupa: Rupa, isi: Isi, place: int, unit: str) -> str:
    """Prints the head of a block; its holder as printed."""
    if rupa.head == "title":
        return unit.upper()
    if rupa.head == "title each":
        for line in (rupa.title, isi.jabatan.upper(), unit.upper(), "TAHUN 2025"):
            page.lines(line, bold=True, centred=True)
    elif rupa.head == "numbered":
        page.lines(f"{'ABC'[place]}. {isi.jabatan.upper()}", bold=True)
    else:
        page.lines(f"Jabatan\t: {isi.jabatan}")
    page.lines(f"Tugas\t: {isi.tugas}")
    page.lines("Fungsi\t:")
    for n, text in enumerate(isi.fungsi, 1):
        page.lines(f"{n}. {text};")
    return isi.jabatan if rupa.head == "labels" else isi.jabatan.upper()


def _card(page: Ketikan, rupa: Rupa, row: dict[str, str], n: int, rng: random.Random) -> None:
    if rupa.caption:
        page.lines(rupa.caption.format(n=n, indikator=row["indikator"]), bold=True)
    made = page.grid([], 3 if rupa.colon == "own" else 2, drawn=False)
    for at, (role, text) in enumerate(row.items(), 1):
        label = rupa.labels[role]
        name = f"{at}. {label}" if rupa.numbered else label
        value = f": {text}" if rupa.colon == "value" else text
        cells = [[Baris(name, bold=rupa.ruling != "none")], *([":"] if rupa.colon == "own" else []), value]
        page.row(made, cells)
    _rule(made, rupa)
    for _ in range(rupa.apart):
        page.lines("")


def _rule(made: Any, rupa: Rupa) -> None:
    """The widths and lines of a card."""
    widths = (4.5, 0.5, 11.0) if rupa.colon == "own" else (5.0, 11.0)
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    sides = {
        "grid": ("top", "left", "bottom", "right", "insideH", "insideV"),
        "shaded labels": ("top", "left", "bottom", "right", "insideH", "insideV"),
        "box": ("top", "left", "bottom", "right"),
        "across": ("top", "bottom", "insideH"),
        "down": ("top", "left", "bottom", "right", "insideV"),
        "none": (),
    }[rupa.ruling]
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in sides)
    made._tbl.tblPr.append(xml("tblBorders", inner=lines))
    if rupa.ruling == "shaded labels":
        for cell in made.columns[0].cells:
            cell._tc.get_or_add_tcPr().append(xml("shd", 'w:val="clear" w:fill="E2EFD9"'))
