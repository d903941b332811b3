"""`katalog assemble`: values to the catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from katalog.cli.options import common, output
from katalog.errors import OK, Unusable
from katalog.front import assembled
from katalog.store.files import emit


@click.command(
    "assemble",
    short_help="Tahap 3: katalog dari hasil tahap 2.",
    epilog="Contoh: katalog assemble keputusan-2022.normalized.json -o keputusan-2022.json",
)
@click.argument("normalized", metavar="BERKAS", type=click.Path(path_type=Path))
@output("Berkas hasil; “-” untuk keluaran baku.")
@click.option(
    "--previous",
    metavar="KATALOG",
    type=click.Path(path_type=Path),
    help="Katalog revisi sebelumnya; yang tetap ada tetap memakai id-nya.",
)
@common
def command(normalized: Path, output: str, previous: Path | None) -> int:
    """Membaca BERKAS hasil “katalog normalize” dan menyusun katalognya, sama dengan hasil “katalog build”."""
    from katalog.store.artifact import read_artifact
    from katalog.store.canonical import canonical_pieces
    from schemas.decree import NormalizedDecree

    decree = read_artifact(normalized, NormalizedDecree, "katalog normalize")
    if "edits" not in decree.model_fields_set:  # a file of the first stage fits as well, but has no values
        raise Unusable(
            normalized, "Berkas ini belum melalui tahap 2.", "Buatlah berkas itu dengan “katalog normalize”."
        )
    emit(output, canonical_pieces(assembled(decree, previous=previous)))
    return OK
