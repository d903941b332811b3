"""`katalog export`: tidy tables for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.messages import tell
from katalog.cli.options import common, format_option, output
from katalog.errors import OK, Unusable
from katalog.front import opened
from katalog.show.export import EXPORT_FORMATS, TABLES, output_help, write_tables
from katalog.show.formats import format_for
from katalog.store.files import STDOUT

if TYPE_CHECKING:
    from schemas.catalogue import Catalogue


_HELP = f"""Menulis tabel {", ".join(TABLES[:-1])}, dan {TABLES[-1]} dari satu KATALOG atau beberapa.

Kolom pertama setiap tabel, keputusan, menyebut katalog asal barisnya. KATALOG boleh juga keputusan (teks, docx, atau
PDF) yang dibaca di tempat."""


@click.command(
    "export",
    help=_HELP,
    short_help=f"Tabel rapi dari katalog: {', '.join(one.label for one in EXPORT_FORMATS)}.",
    epilog="Contoh: katalog export katalog/keputusan-2022.json -f csv -o tabel/",
)
@click.argument("catalogues", metavar="KATALOG...", nargs=-1, required=True, type=click.Path(path_type=Path))
@format_option(EXPORT_FORMATS)
@click.option(
    "--table", type=click.Choice(TABLES), default="indikator", help="Tabel bila hanya satu; bawaan: indikator."
)
@output(output_help())
@common
def command(catalogues: tuple[Path, ...], kind: str | None, table: str, output: str) -> int:
    from katalog.show.export.tables import tables_of

    chosen = format_for(EXPORT_FORMATS, kind, output)
    tables = tables_of(_told_apart(catalogues))
    write_tables(tables, chosen, output, table)
    if output != STDOUT:
        listed = ", ".join(f"{one.name} {len(one.rows)}" for one in tables)
        tell(f"{output}: {listed} baris")
    return OK


def _told_apart(paths: Sequence[Path]) -> list[Catalogue]:
    """The catalogues; KatalogError where two have one name, since their rows could not be told apart."""
    found: dict[str, Path] = {}
    catalogues = []
    for path in paths:
        catalogue = opened(path)
        slug = catalogue.source.slug
        if slug in found:
            cause = f"Katalog ini bernama {slug}, sama dengan {found[slug]}, sehingga barisnya tidak terbedakan."
            raise Unusable(path, cause, "Ganti nama salah satu sumbernya lalu bangun lagi, atau tulis ke tujuan lain.")
        found[slug] = path
        catalogues.append(catalogue)
    return catalogues
