"""`katalog export`: tidy tables for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from katalog.cli.messages import tell
from katalog.cli.options import common, output
from katalog.errors import OK
from katalog.store.files import STDOUT

_FORMATS = ("csv", "xlsx", "sqlite", "parquet")
TABLES = ("indikator", "jabatan", "fungsi", "temuan", "edits", "unit", "sumber_data", "others")


@click.command(
    "export",
    short_help="Tabel rapi dari katalog: CSV, XLSX, SQLite, Parquet.",
    epilog="Contoh: katalog export katalog/keputusan-2022.json -f csv -o tabel/",
)
@click.argument("catalogue", metavar="KATALOG", type=click.Path(path_type=Path))
@click.option("-f", "--format", "kind", type=click.Choice(_FORMATS), default="csv", help="Bentuk tabel; bawaan: csv.")
@click.option("--table", type=click.Choice(TABLES), default="indikator", help="Tabel yang ditulis oleh “-f csv -o -”.")
@output("Folder (csv, parquet) atau berkas (xlsx, sqlite); “-” untuk keluaran baku (csv, xlsx, sqlite).")
@common
def command(catalogue: Path, kind: str, table: str, output: str) -> int:
    """Menulis tabel indikator, jabatan, fungsi, temuan, edits, unit, sumber_data, dan others dari KATALOG."""
    from katalog.pipeline import read_artifact
    from katalog.show.export import export
    from katalog.show.export.tables import tables_of
    from schemas.catalogue import Catalogue

    content = read_artifact(catalogue, Catalogue, "katalog build")
    tables = tables_of(content)
    export(tables, kind, output, table)
    if output != STDOUT:
        listed = ", ".join(f"{one.name} {len(one.rows)}" for one in tables)
        tell(f"{output}: {listed} baris")
    return OK
