"""`katalog normalize`: what a source says to values."""

from __future__ import annotations

from pathlib import Path

import click

from katalog.cli.options import common, manner, output
from katalog.errors import OK
from katalog.front import normalized
from katalog.store.files import emit


@click.command(
    "normalize",
    short_help="Tahap 2: nilai baku di samping teks tercetak.",
    epilog="Contoh: katalog normalize keputusan-2022.extracted.json -o keputusan-2022.normalized.json",
)
@click.argument("extracted", metavar="BERKAS", type=click.Path(path_type=Path))
@output("Berkas hasil; “-” untuk keluaran baku.")
@manner
@common
def command(extracted: Path, output: str, koreksi: Path | None, no_spelling: bool) -> int:
    """Membaca BERKAS hasil “katalog extract” dan menambahkan nilai baku; setiap perubahan dicatat."""
    from katalog.store.artifact import read_artifact
    from katalog.store.canonical import canonical_pieces
    from schemas.decree import ExtractedDecree

    decree = read_artifact(extracted, ExtractedDecree, "katalog extract")
    emit(output, canonical_pieces(normalized(decree, koreksi=koreksi or (), spelling=not no_spelling)))
    return OK
