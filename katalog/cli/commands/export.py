"""`katalog export`: tidy tables for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from katalog.cli.messages import tell
from katalog.cli.options import common, format_option, output
from katalog.errors import OK
from katalog.front import opened
from katalog.show.export import EXPORT_FORMATS, TABLES, output_help, write_tables
from katalog.show.formats import format_for
from katalog.store.files import STDOUT


@click.command(
    "export",
    short_help=f"Tabel rapi dari katalog: {', '.join(one.label for one in EXPORT_FORMATS)}.",
    epilog="Contoh: katalog export katalog/keputusan-2022.json -f csv -o tabel/",
)
@click.argument("catalogue", metavar="KATALOG", type=click.Path(path_type=Path))
@format_option(EXPORT_FORMATS)
@click.option(
    "--table", type=click.Choice(TABLES), default="indikator", help="Tabel bila hanya satu; bawaan: indikator."
)
@output(output_help())
@common
def command(catalogue: Path, kind: str | None, table: str, output: str) -> int:
    """Menulis tabel indikator, jabatan, fungsi, temuan, edits, unit, sumber_data, program, dan others dari KATALOG.

    KATALOG boleh juga keputusan (teks, docx, atau PDF) yang dibaca di tempat.
    """
    from katalog.show.export.tables import tables_of

    chosen = format_for(EXPORT_FORMATS, kind, output)
    tables = tables_of(opened(catalogue))
    write_tables(tables, chosen, output, table)
    if output != STDOUT:
        listed = ", ".join(f"{one.name} {len(one.rows)}" for one in tables)
        tell(f"{output}: {listed} baris")
    return OK
