"""`katalog export`: tidy tables for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.messages import tell
from katalog.cli.options import catalogues_argument, common, format_option, output, paper_of, paper_option
from katalog.errors import OK
from katalog.front import frames
from katalog.show.export import EXPORT_FORMATS, TABLES, output_help, refuse_table, write_tables
from katalog.show.formats import format_for
from katalog.show.page_links import links_from
from katalog.store.files import STDOUT

if TYPE_CHECKING:
    from katalog.show.printed_sheet import Paper

_HELP = f"""Menulis tabel {", ".join(TABLES[:-1])}, dan {TABLES[-1]} dari satu KATALOG atau beberapa.

Kolom pertama setiap tabel, keputusan, menyebut katalog asal barisnya. KATALOG boleh juga keputusan (teks, docx, atau
PDF) yang dibaca di tempat."""


@click.command(
    "export",
    help=_HELP,
    short_help=f"Tabel rapi dari katalog: {', '.join(one.label for one in EXPORT_FORMATS)}.",
    epilog="Contoh: katalog export katalog/keputusan-2022.json -f csv -o tabel/",
)
@catalogues_argument
@format_option(EXPORT_FORMATS)
@click.option("--table", type=click.Choice(TABLES), default=None, help="Tabel bila hanya satu; bawaan: indikator.")
@output(output_help())
@paper_option
@common
def command(catalogues: tuple[Path, ...], kind: str | None, table: str | None, output: str, paper: Paper | None) -> int:
    chosen = format_for(EXPORT_FORMATS, kind, output)
    sheets = paper_of(chosen, EXPORT_FORMATS, paper)
    if table:
        refuse_table(chosen, output, table)
    tables = frames(catalogues)
    decrees = tables["keputusan"]
    named = zip(catalogues, decrees["source"], decrees["sha256"], strict=True)
    links = links_from(output, named) if chosen.printed else None
    write_tables(tables, chosen, output, table or "indikator", links, sheets)
    if output != STDOUT:
        listed = ", ".join(f"{name} {len(rows)}" for name, rows in tables.items())
        tell(f"{output}: {listed} baris")
    return OK
