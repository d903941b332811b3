"""`katalog diff`: what changed between two catalogues."""

from __future__ import annotations

from pathlib import Path

import click

from katalog.commands.messages import tell
from katalog.commands.options import common
from katalog.errors import CHANGED, OK
from katalog.files import STDOUT, emit

_FORMATS = ("json",)


@click.command(
    "diff",
    short_help="Apa yang berubah antara dua katalog atau dua keputusan.",
    epilog="Contoh: katalog diff katalog/keputusan-2022.json katalog/keputusan-2023.json -f json -o perubahan.json",
)
@click.argument("old", metavar="LAMA", type=click.Path(path_type=Path))
@click.argument("new", metavar="BARU", type=click.Path(path_type=Path))
@click.option("-f", "--format", "kind", type=click.Choice(_FORMATS), default="json", help="Bentuk; bawaan: json.")
@click.option("-o", "--output", default=STDOUT, metavar="TUJUAN", help="Berkas hasil; bawaan: keluaran baku.")
@common
def command(old: Path, new: Path, kind: str, output: str) -> int:
    """Membandingkan LAMA dan BARU, dua katalog atau dua keputusan (teks atau PDF) yang dibaca di tempat.

    Kode keluar 0: tidak ada perubahan substansi; 1: ada; 2: ada berkas yang tidak dapat dipakai.
    """
    from katalog.canonical import canonical_bytes
    from katalog.diff.compare import diff
    from katalog.pipeline import catalogue_at

    made = diff(catalogue_at(old), catalogue_at(new))
    emit(output, canonical_bytes(made))
    summary = made.summary
    tell(f"{summary.changes} perubahan ({summary.substantive} substansi, {summary.editorial} redaksional)")
    return CHANGED if summary.substantive else OK
