"""Small decrees in a few lines, so that a diff can be read and checked whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from labelled import SOURCE, block

from bahasa.roles import Role
from bahasa.target import parse_target
from katalog.assemble.catalogue import assemble
from schemas.base import Place
from schemas.catalogue import Catalogue
from schemas.decree import Cell, Decree, Diktum, Item, NormalizedDecree, Penandatangan, Penetapan, Preamble, Row, Text

#: A decree as text: one jabatan, one row.
ONE_ROW = """\
INDIKATOR KINERJA INDIVIDU

Jabatan : Pengelola Data
Tugas : Mengelola data.
Fungsi :
a. Menyusun data.

NO. SASARAN KINERJA INDIVIDU INDIKATOR KINERJA TARGET RUMUS SUMBER DATA
1. Tersusunnya data
Jumlah data
12 dokumen
Jumlah data yang disusun
Bidang Data
"""

#: Sasaran (None: the cell of the row above goes on), indikator, target, sumber data (None: likewise).
Printed = tuple[str | None, str, str, str | None]


@dataclass(frozen=True, slots=True)
class Holder:
    """A jabatan with its fungsi and its table."""

    name: str
    rows: tuple[Printed, ...] = ()
    fungsi: tuple[str, ...] = ()
    tugas: str = "Melaksanakan pekerjaan kantor"


def small(*holders: Holder, **preamble: Any) -> Catalogue:
    """The catalogue of a decree with these jabatan, each on a page of its own; the preamble is on the first."""
    blocks = tuple(_block(order, holder) for order, holder in enumerate(holders, start=1))
    decree = Decree(preamble=_preamble(**preamble), blocks=blocks)
    return assemble(NormalizedDecree(source=SOURCE.model_copy(update={"media_type": "application/pdf"}), decree=decree))


def _text(printed: str, page: int = 1) -> Text:
    return Text(as_printed=printed, places=(Place(page=page, bbox=(10.0, 20.0, 30.0, 40.0)),))


def _listed(texts: tuple[str, ...], page: int) -> tuple[Item, ...]:
    return tuple(Item(no=f"{no}.", text=_text(one, page)) for no, one in enumerate(texts, start=1))


def _preamble(mengingat: tuple[str, ...] = (), butir: tuple[str, ...] = (), nama: str = "Drs. Suwito") -> Preamble:
    diktum = (Diktum(label="KESATU", text=_text("Menetapkan indikator."), butir=_listed(butir, 1)),) if butir else ()
    signed = Penandatangan(jabatan=_text("Kepala"), nama=_text(nama))
    penetapan = Penetapan(
        tempat=_text("Tana Paser"), tanggal=_text("3 Januari 2023"), tanggal_iso="2023-01-03", penandatangan=signed
    )
    return Preamble(mengingat=_listed(mengingat, 1), diktum=diktum, penetapan=penetapan)


def _block(order: int, holder: Holder) -> Any:
    page = order + 1
    rows = tuple(_row(number, printed, page) for number, printed in enumerate(holder.rows, start=1))
    fungsi = _listed(holder.fungsi, page)
    made = block("IKI", order, holder.name, tugas=_text(holder.tugas, page), fungsi=fungsi, rows=rows)
    return made.model_copy(update={"jabatan": _text(holder.name, page)})


def _row(number: int, printed: Printed, page: int) -> Row:
    sasaran, indikator, target, source = printed
    cells: dict[Role, Cell] = {
        "no": _cell(str(number), page),
        "sasaran": _cell(sasaran, page),
        "indikator": _cell(indikator, page),
        "target": _cell(target, page),
        "sumber_data": _cell(source, page),
    }
    return Row(cells=cells, target=parse_target(target, indikator), page=page)


def _cell(printed: str | None, page: int) -> Cell:
    return Cell(text=Text(as_printed=""), span="covered") if printed is None else Cell(text=_text(printed, page))
