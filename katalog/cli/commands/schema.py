"""`katalog schema`: the JSON Schema of what the program writes."""

from __future__ import annotations

import click

from katalog.cli.options import common, optional_output
from katalog.errors import OK
from katalog.store.files import emit


@click.command(
    "schema",
    short_help="JSON Schema (2020-12) berkas katalog atau diff.",
    epilog="Contoh: katalog schema catalogue -o catalogue.schema.json",
)
@click.argument("artifact", metavar="catalogue|diff", type=click.Choice(["catalogue", "diff"]))
@optional_output
@common
def command(artifact: str, output: str) -> int:
    """Menulis skema berkas katalog atau diff, untuk program yang membacanya."""
    from katalog.store.canonical import dumps
    from katalog.store.schema import catalogue_schema, diff_schema

    emit(output, dumps(catalogue_schema() if artifact == "catalogue" else diff_schema()))
    return OK
