"""How a document sets its heads, drawn at random: each choice by itself, so that most of their unions are new."""

from __future__ import annotations

import random
from dataclasses import dataclass

#: Labels as offices print them, of common and of rare words.
_JABATAN = (
    "Posisi Jabatan",
    "Sebutan Jabatan",
    "Formasi Jabatan",
    "Jabatan",
    "Nama Jabatan",
    "Jabatan Struktural",
    "Nomenklatur Jabatan",
    "Pemangku Jabatan",
    "Jabatan/Eselon",
)
_UNIT = (
    "Unit Penempatan",
    "Bagian/Bidang",
    "Unit Kerja",
    "Unit Organisasi",
    "Perangkat Daerah",
    "Instansi",
    "Satuan Kerja",
    "SKPD",
    "OPD",
    "Unit Eselon II",
)
_TUGAS = (
    "Pokok Tugas",
    "Ringkasan Tugas",
    "Tugas",
    "Tugas Pokok",
    "Tugas Jabatan",
    "Ikhtisar Jabatan",
    "Uraian Tugas",
    "Rumusan Tugas",
    "Tugas Utama",
)
_FUNGSI = (
    "Fungsi Utama",
    "Pelaksanaan Fungsi",
    "Fungsi",
    "Fungsi Jabatan",
    "Uraian Fungsi",
    "Penyelenggaraan Fungsi",
    "Rincian Fungsi",
)
_NUMBERS = ("", "", "", "1.", "A.", "I.", "a.", "1)")
MARKS = ("a.", "1.", "a)", "1)", "(1)", "(a)", "i.", "-", "•", "–", "➢", "", "word a.", "word 1)", "word •")
#: What carries the labels.
CARRIERS = (
    "colon",
    "tabs",
    "wide tabs",
    "leader",
    "own line",
    "capitals over",
    "grid 2",
    "grid 3",
    "grid 4",
    "grid rows",
    "numbers in cells",
    "box",
    "captions over",
    "across",
    "in table",
    "in table 2",
    "spaces",
    "sections",
    "title row",
    "split row",
)
#: Where the holder stands.
PLACES = (
    "label",
    "label",
    "label",
    "label",
    "title",
    "numbered",
    "brackets",
    "caption",
    "sentence",
    "band",
    "first column",
)
TITLES = {
    "IKI": (
        "INDIKATOR KINERJA INDIVIDU",
        "INDIKATOR KINERJA INDIVIDU (IKI)",
        "PENETAPAN INDIKATOR KINERJA INDIVIDU",
        "FORMULIR INDIKATOR KINERJA INDIVIDU",
        "RENCANA INDIKATOR KINERJA INDIVIDU",
        "INDIKATOR KINERJA INDIVIDU PEGAWAI",
        "Indikator Kinerja Individu",
    ),
    "IKU": (
        "INDIKATOR KINERJA UTAMA",
        "INDIKATOR KINERJA UTAMA (IKU)",
        "DAFTAR INDIKATOR KINERJA UTAMA",
        "MATRIKS INDIKATOR KINERJA UTAMA",
        "Indikator Kinerja Utama",
    ),
    "PK": ("PERJANJIAN KINERJA", "PERJANJIAN KINERJA TAHUN 2025", "FORMULIR PERJANJIAN KINERJA"),
}
_COLUMNS = (
    ("No", "Sasaran", "Indikator Kinerja", "Target", "Formulasi Pengukuran", "Sumber Data"),
    ("NO.", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET"),
    ("No", "Kinerja Utama", "Indikator Kinerja", "Target", "Penjelasan/Formula", "Sumber Data"),
    ("SASARAN KEGIATAN", "INDIKATOR", "TARGET", "RUMUS PERHITUNGAN"),
    ("No", "Sasaran Program", "Indikator Kinerja Individu", "Target Tahun 2025"),
)


@dataclass(frozen=True)
class Rupa:
    """The choices of one document.

    `opening` stands above all (a letterhead, the label of a lampiran), `title` is the words that say the kind, with
    `title_lines` more below; `each` prints them above each block. `place` is where the holder stands, `carrier` what
    carries the labels, `labels` are jabatan, unit, tugas and fungsi, `number` numbers them. `tugas_in` and `fungsi_in`
    are `label`, `sentence` (in one `wording` of several), `side` (two columns), `listed` (a table of its own) or empty
    for none; `mark` marks the items, which end by `stop`. `letter` writes the titles in capitals, bold, underlined,
    `upper` the values in capitals. `others` are fields of no role in the same head: `before` (`Nama`), `behind` (`Kelas
    Jabatan`), `superior` (`Atasan Langsung : Bupati`) or `added` (`Tugas Tambahan`); `echelon` stands behind the
    jabatan. `announced` stands right above the table, `below` sets the head below it."""

    kind: str
    count: int
    opening: str
    title: str
    title_lines: tuple[str, ...]
    each: bool
    place: str
    carrier: str
    labels: tuple[str, str, str, str]
    number: str
    colon: str
    unit: str
    unit_first: bool
    tugas_in: str
    fungsi_in: str
    mark: str
    stop: str
    nested: bool
    letter: str
    upper: bool
    others: str
    announced: str
    columns: tuple[str, ...]
    merged: bool
    counted: bool
    below: bool
    parted: str
    signed: str
    noted: str
    wording: int
    echelon: bool


def draw_rupa(rng: random.Random) -> Rupa:
    """The choices of one document, most of them each for itself."""
    kind = rng.choices(("IKI", "IKU", "PK"), (5, 3, 2))[0]
    place = "label" if kind == "PK" else rng.choice(PLACES)
    letter = rng.choice(("", "", "capitals", "bold", "underlined", "bold capitals"))
    labels = tuple(rng.choice(words) for words in (_JABATAN, _UNIT, _TUGAS, _FUNGSI))
    upper, number = rng.random() < 0.3, rng.choice(_NUMBERS)
    carrier = rng.choice(CARRIERS if place != "sentence" else CARRIERS[:6])
    below, bare = (
        place == "label" and kind != "PK" and rng.random() < 0.1,
        place in ("band", "first column", "caption") or kind == "PK",
    )
    count, each = 1 if kind == "PK" else rng.choice((1, 2, 2, 3)), place in ("title", "brackets") or rng.random() < 0.35
    fungsi_in = "" if bare else rng.choice(("", "label", "label", "sentence", "side", "listed"))
    tugas_in = "" if bare else rng.choice(("", "label", "label", "sentence"))
    if fungsi_in == "side" and rng.random() < 0.7:
        tugas_in = "side"
    if place == "sentence":
        tugas_in, fungsi_in = "sentence", fungsi_in.replace("side", "label")
    if carrier == "title row" and place != "label":
        carrier = "in table"
    if carrier in ("sections", "title row") or carrier.startswith(
        "in table"
    ):  # a sentence above the table would stand above its holder
        tugas_in, fungsi_in = (part and "label" for part in (tugas_in, fungsi_in))
    return Rupa(
        kind=kind,
        count=count,
        opening=rng.choice(("", "", "", "kop", "lampiran", "lampiran right", "running head")),
        title=rng.choice(TITLES[kind]),
        title_lines=rng.choice(((), (), ("TAHUN 2025",), ("{agency}",), ("{agency}", "TAHUN ANGGARAN 2025"))),
        each=each,
        place=place,
        carrier="colon" if bare else carrier,
        labels=tuple(label.upper() if upper else label for label in labels),  # type: ignore[arg-type]
        number=number,
        colon=rng.choice((" :", " :", ":", "")),
        unit=rng.choice(("", "label", "label")) if not bare and (kind, place) != ("IKU", "sentence") else "",
        unit_first=rng.random() < 0.35,
        tugas_in=tugas_in,
        fungsi_in=fungsi_in,
        mark=rng.choice([mark for mark in MARKS if mark.removeprefix("word ") != number or not mark]),
        stop=rng.choice((";", ";", "", ".", ",")),
        nested=rng.random() < 0.12,
        letter=letter,
        upper=rng.random() < 0.25,
        others=rng.choice(("", "", "", "", "before", "behind", "superior", "added")),
        announced=rng.choice(("", "", "", "point", "caption", "sentence")),
        columns=rng.choice(_COLUMNS),
        merged=rng.random() < 0.3,
        counted=rng.random() < 0.25,
        below=below and carrier[:2] not in ("in", "ti", "se") and (each or count == 1),
        parted=rng.choice(("", "", "page", "section")),
        signed=rng.choice(("", "", "", "end", "each", "two", "two drawn")),
        noted=rng.choice(("", "", "", "note", "source")),
        wording=rng.randrange(4),
        echelon=place == "label" and kind != "PK" and rng.random() < 0.1,
    )
