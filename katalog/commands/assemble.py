"""`katalog assemble`: values to the catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from katalog.commands.options import common, output
from katalog.errors import OK
from katalog.files import emit


@click.command(
    "assemble",
    short_help="Tahap 3: katalog dari hasil tahap 2.",
    epilog="Contoh: katalog assemble keputusan-2022.normalized.json -o keputusan-2022.json",
)
@click.argument("normalized", metavar="BERKAS", type=click.Path(path_type=Path))
@output("Berkas hasil; “-” untuk keluaran baku.")
@common
def command(normalized: Path, output: str) -> int:
    """Membaca BERKAS hasil “katalog normalize” dan menyusun katalognya, sama dengan hasil “katalog build”."""
    from katalog.assemble import assemble
    from katalog.canonical import canonical_bytes
    from katalog.pipeline import read_artifact
    from schemas.decree import NormalizedDecree

    decree = read_artifact(normalized, NormalizedDecree, "katalog normalize")
    emit(output, canonical_bytes(assemble(decree)))
    return OK
