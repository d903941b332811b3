"""Tables whose rows print several targets, made by hand."""

from __future__ import annotations

from typing import Any

from labelled import SOURCE, block, text

from bahasa.target_scope import scopes_of
from extract.read.unmarked import PAGE_EDGE
from katalog.assemble.catalogue import assemble
from normalize.decree import normalize
from normalize.koreksi.file import KoreksiFile
from normalize.koreksi.kinds import SalahKetik
from schemas.catalogue import Catalogue
from schemas.decree import Cell, Decree, ExtractedDecree, Heading, PrintedTarget, Row, Text

COVERED = Cell(text=Text(as_printed=""), span="covered")


def printed(said: str | None) -> Cell:
    """A cell; None is one that a merged cell above spans."""
    return COVERED if said is None else Cell(text=text(said))


def built(headings: list[str], *rows: list[str | None], koreksi: tuple[SalahKetik, ...] = (), **more: Any) -> Catalogue:
    """A table with these columns of targets; `more` are parts of the block, `satuan` the cell of each row, `foot` what
    each page prints."""
    satuan, foot = more.pop("satuan", None), more.pop("foot", "")
    columns = [Heading(role="indikator", text=text("INDIKATOR"))]
    scopes = scopes_of([(heading,) for heading in headings])
    columns += [Heading(role="target", text=text(h), scope=s) for h, s in zip(headings, scopes, strict=True)]
    made = []
    for number, cells in enumerate(rows, start=1):
        own = {"indikator": Cell(text=text(f"Jumlah laporan {number}"))}
        own |= {"satuan": Cell(text=text(satuan))} if satuan else {}
        several = tuple(PrintedTarget(cell=printed(said)) for said in cells)
        own |= {"target": several[0].cell} if len(several) == 1 else {}
        made.append(Row.model_validate({"cells": own, "targets": several if len(several) > 1 else ()}))
    feet = (Text(as_printed=foot, reasons=(PAGE_EDGE,)),) if foot else ()
    table = block("IKI", 1, "Analis", headings=tuple(columns), rows=tuple(made), **more)
    decree = Decree(blocks=(table,), unparsed=feet)
    return assemble(normalize(ExtractedDecree(source=SOURCE, decree=decree), koreksi=[KoreksiFile(koreksi)]))
