"""Documents with heads of blocks drawn at random, and what they say: title, labels, lists and table are drawn together.

Nothing here knows how katalog reads: the forms are those that offices use. `naskah(seed)` is one document."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from bagian_kepala import ADDED, ECHELON, fields_of, fungsi_lines, numbered, set_fields, set_sentences, side_by_side
from isi_jabatan import Isi, draw_isi_each
from ketikan import Baris, Ketikan
from rupa_kepala import Rupa, draw_rupa

_NAMES = ("Dr. Anindya Prasetya, M.Si.", "Bagas Wirawan, S.E.", "Citra Maheswari", "Drs. H. Danu Saputra")


@dataclass(frozen=True)
class Emas:
    """What one block says; `unit` is None where no label or title names it, `rows` are its indicators."""

    kind: str
    jabatan: str
    unit: str | None
    tugas: str | None
    fungsi: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Naskah:
    """A Word file, what its blocks say, and how it is set."""

    data: bytes
    blocks: tuple[Emas, ...]
    rupa: Rupa


def naskah(seed: int) -> Naskah:
    """The document of this seed."""
    rng = random.Random(f"kepala {seed}")
    rupa = draw_rupa(rng)
    isi = draw_isi_each(rng, rupa.count)
    page = Ketikan()
    agency = isi[0].unit
    _opening(page, rupa, agency, rng)
    if rupa.kind == "PK":
        blocks = [_letter(page, rupa, isi[0], rng)]
    elif rupa.place in ("band", "first column"):
        _title(page, rupa, None, agency)
        blocks = _one_table(page, rupa, isi)
    else:
        blocks = _blocks(page, rupa, isi, rng)
    if rupa.signed == "end":
        _signature(page, rng)
    return Naskah(page.save(), tuple(blocks), rupa)


def _opening(page: Ketikan, rupa: Rupa, agency: str, rng: random.Random) -> None:
    if rupa.opening == "kop":
        for line in ("PEMERINTAH KABUPATEN LEMBAH SARI", agency.upper(), "Jalan Pahlawan No. 7 Telp. (0421) 334455"):
            page.lines(line, centred=True)
    elif rupa.opening == "running head":
        page.running_head(f"{agency} - Dokumen Kinerja 2025")
    elif rupa.opening:
        said = (f"TENTANG {rupa.title.upper()}",) if rng.random() < 0.6 else ()
        lines = ("LAMPIRAN II KEPUTUSAN BUPATI LEMBAH SARI", "NOMOR 188.45/117/2025", "TANGGAL 6 JANUARI 2025", *said)
        for line in lines:
            page.lines("\t" * 6 + line if rupa.opening == "lampiran right" else line)


def _title(page: Ketikan, rupa: Rupa, isi: Isi | None, agency: str) -> str | None:
    """Prints the title; the unit that it names for the block, if it does."""
    bold, underlined = "bold" in rupa.letter, rupa.letter == "underlined"
    held: list[str] = []
    unit = isi.unit.upper() if isi and rupa.unit else None
    if isi and rupa.place in ("title", "brackets"):
        held = [isi.jabatan.upper() if rupa.place == "title" else f"({isi.jabatan.upper()})"]
    own = unit if held and rupa.place == "title" else None
    rest = [line.format(agency=agency.upper()) for line in rupa.title_lines]
    if own and own not in rest:
        rest.insert(0, own)
    joined = rupa.place == "title" and held and rupa.counted
    lines = [f"{rupa.title} {held[0]}", *rest] if joined else [rupa.title, *held, *rest]
    for line in lines:
        page.lines(line, bold=bold, underlined=underlined, centred=True)
    return own


def _blocks(page: Ketikan, rupa: Rupa, isi: list[Isi], rng: random.Random) -> list[Emas]:
    framed = rupa.carrier == "title row"
    if not rupa.each and not framed:
        _title(page, rupa, None, isi[0].unit)
    found = []
    for place, one in enumerate(isi):
        if place:
            _parted(page, rupa)
        own = _title(page, rupa, one, one.unit) if rupa.each and not framed else None
        found.append(_block(page, rupa, one, place, own, rng))
        if rupa.noted:
            page.lines(
                "Keterangan : target dihitung setahun" if rupa.noted == "note" else "Sumber : Bagian Organisasi, 2025"
            )
        if rupa.signed in ("each", "two", "two drawn"):
            _signature(page, rng, rupa.signed)
    return found


def _parted(page: Ketikan, rupa: Rupa) -> None:
    if rupa.parted == "page":
        page.page_break()
    elif rupa.parted == "section":
        page.new_section()
    else:
        page.lines("")


def _block(page: Ketikan, rupa: Rupa, isi: Isi, place: int, own: str | None, rng: random.Random) -> Emas:
    """One block: its head and its table, in their order."""
    if rupa.place == "numbered":
        number = f"{'ABC'[place]}." if rupa.number != "A." else f"{place + 1}."
        page.lines(f"{number} {isi.jabatan.upper() if rupa.upper else isi.jabatan}", bold="bold" in rupa.letter)
    inside = rupa.carrier == "title row" or rupa.carrier.startswith("in table")
    items, said = fungsi_lines(page, rupa, isi)
    fields = fields_of(rupa, isi, items, own)
    if inside:
        made = page.grid([], len(rupa.columns))
        if rupa.carrier == "title row":
            page.row(made, [rupa.title], [len(rupa.columns)])
        set_fields(page, rupa, fields, 0, made)
        _table(page, rupa, isi, made)
    elif rupa.below:
        _table(page, rupa, isi)
        _head(page, rupa, isi, fields, items)
    else:
        _head(page, rupa, isi, fields, items)
        _announced(page, rupa, isi, place, len(fields))
        _table(page, rupa, isi)
    return _gold(rupa, isi, said, own)


def _head(page: Ketikan, rupa: Rupa, isi: Isi, fields: list[tuple[str, list[Baris]]], items: list[Baris]) -> None:
    """The fields, sentences in their place: the tugas stands above the fungsi, however each is printed."""
    above = len(fields) if rupa.tugas_in != "sentence" else min(at for at, (label, _) in enumerate([*fields, ("", [])])
                                                                if label in ("", rupa.labels[3], ADDED))  # fmt: skip
    set_fields(page, rupa, fields[:above])
    set_sentences(page, rupa, isi, items)
    set_fields(page, replace(rupa, carrier="colon"), fields[above:], above)
    side_by_side(page, rupa, isi, items)


def _gold(rupa: Rupa, isi: Isi, said: tuple[str, ...], own: str | None) -> Emas:
    """What the block says, as it is printed."""
    upper = rupa.place in ("title", "brackets") or (rupa.upper and rupa.place in ("label", "numbered"))
    unit = own or (isi.unit.upper() if rupa.upper else isi.unit) if rupa.unit else None
    tugas = isi.tugas if rupa.tugas_in else None
    fungsi = isi.fungsi if rupa.fungsi_in == "listed" else said if rupa.fungsi_in else ()
    jabatan = isi.jabatan + (ECHELON if rupa.echelon else "")
    return Emas(rupa.kind, jabatan.upper() if upper else jabatan, unit, tugas, fungsi, _indicators(isi))


def _indicators(isi: Isi) -> tuple[str, ...]:
    return tuple(row[1] for row in isi.rows)


def _announced(page: Ketikan, rupa: Rupa, isi: Isi, place: int, count: int) -> None:
    """What stands right above the table."""
    kind = rupa.title.title().replace("(Iki)", "(IKI)").replace("(Iku)", "(IKU)")
    if rupa.place == "caption":
        page.lines(f"Tabel {place + 1}. {kind} {isi.jabatan}")
    elif rupa.carrier == "sections":
        page.lines("C. INDIKATOR KINERJA")
    elif rupa.announced == "caption":
        page.lines(f"Tabel {place + 1}. {kind}")
    elif rupa.announced == "sentence":
        page.lines("Pengukuran kinerja menggunakan indikator sebagai berikut:")
    elif rupa.announced == "point":
        page.lines(f"{numbered(rupa.number, count)} Indikator Kinerja :".strip())


def _cells(rupa: Rupa, isi: Isi) -> list[list[str]]:
    """The rows below this document's columns; the number of a table without one is left out."""
    numbers = rupa.columns[0].upper().startswith("NO")
    width = len(rupa.columns) - numbers
    return [[*([str(at)] if numbers else []), *row[:width]] for at, row in enumerate(isi.rows, 1)]


def _table(page: Ketikan, rupa: Rupa, isi: Isi, made: object = None) -> None:
    table = made or page.grid([], len(rupa.columns))
    page.row(table, rupa.columns)
    if rupa.counted:
        page.row(table, [f"({at})" for at in range(1, len(rupa.columns) + 1)])
    rows = [page.row(table, cells) for cells in _cells(rupa, isi)]
    if rupa.merged:
        column = int(rupa.columns[0].upper().startswith("NO"))
        first, second = rows[0].cells[column], rows[1].cells[column]
        page.fill(first.merge(second), isi.rows[0][0])


def _one_table(page: Ketikan, rupa: Rupa, isi: list[Isi]) -> list[Emas]:
    """One table for all holders, each over a band of its own or in a column."""
    columned = rupa.place == "first column"
    numbers = rupa.columns[0].upper().startswith("NO")
    heads = [*rupa.columns[:numbers], rupa.labels[0], *rupa.columns[numbers:]] if columned else [*rupa.columns]
    made = page.grid([heads])
    for place, one in enumerate(isi):
        if not columned:
            page.row(made, [f"{place + 1}. {one.jabatan}" if rupa.number == "1." else one.jabatan], [len(heads)])
        rows = []
        for cells in _cells(rupa, one):
            rows.append(page.row(made, [*cells[:numbers], "", *cells[numbers:]] if columned else cells))
        if columned:
            page.fill(rows[0].cells[numbers].merge(rows[-1].cells[numbers]), one.jabatan)
    return [Emas(rupa.kind, one.jabatan, None, None, (), _indicators(one)) for one in isi]


def _letter(page: Ketikan, rupa: Rupa, isi: Isi, rng: random.Random) -> Emas:
    """A Perjanjian Kinerja: the letter of two parties, then its table."""
    page.lines(rupa.title, bold=True, centred=True)
    page.lines(
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif dan akuntabel, yang bertanda tangan di bawah ini:"
    )
    jabatan = isi.jabatan.upper() if rupa.upper else isi.jabatan
    for name, office, party in ((_NAMES[0], jabatan, "pertama"), (_NAMES[1], "Bupati Lembah Sari", "kedua")):
        pairs = [("Nama", name), ("NIP", "197503021999031004"), ("Jabatan", office)]
        pairs = [pair for pair in pairs if pair[0] != "NIP" or rupa.others]
        if rupa.carrier == "colon" and rupa.merged:
            page.grid([[label, ":", value] for label, value in pairs])
        else:
            for label, value in pairs:
                page.lines(f"{label}\t\t: {value}")
        page.lines(f"selanjutnya disebut pihak {party}")
    page.lines("Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini.")
    sides = [[f"Pihak {name},", "", office, "", who] for name, office, who in
             (("Kedua", "Bupati Lembah Sari", _NAMES[1]), ("Pertama", jabatan, _NAMES[0]))]  # fmt: skip
    page.grid([[[Baris(line) for line in side] for side in sides]])
    page.page_break()
    for line in (f"LAMPIRAN {rupa.title.upper()}", *(one.format(agency=isi.unit.upper()) for one in rupa.title_lines)):
        page.lines(line, bold=True, centred=True)
    _table(page, rupa, isi)
    return Emas("PK", jabatan, None, None, (), _indicators(isi))


def _signature(page: Ketikan, rng: random.Random, how: str = "end") -> None:
    """Who signs below: one, or two beside each other."""
    sides = [
        ["Mengetahui,", "Sekretaris Daerah,", "", _NAMES[2]],
        ["Lembah Sari, 6 Januari 2025", "Yang Dinilai,", "", _NAMES[3]],
    ]
    if how.startswith("two"):
        page.lines("")
        page.grid([[[Baris(line) for line in side] for side in sides]], drawn=how == "two drawn")
        return
    for line in ("Lembah Sari, 6 Januari 2025", rng.choice(("BUPATI LEMBAH SARI,", "Kepala Dinas,")), "", _NAMES[3]):
        page.lines(line)
