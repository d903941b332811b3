"""`katalog extract`: a source to what it says, verbatim."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.options import common, output
from katalog.cli.pdf import pdf_options
from katalog.errors import OK
from katalog.front import extracted, laid_out
from katalog.store.files import emit

if TYPE_CHECKING:
    from extract.read.pdf.options import PdfOptions


@click.command(
    "extract",
    short_help="Tahap 1: isi keputusan persis seperti tercetak.",
    epilog="Contoh: katalog extract keputusan-2022.txt -o keputusan-2022.extracted.json",
)
@click.argument("source", metavar="SUMBER", type=click.Path(path_type=Path))
@output("Berkas hasil; “-” untuk keluaran baku.")
@click.option(
    "--layout", is_flag=True, help="Tulis halamannya saja: baris dan kisi tabel beserta tempatnya, sebelum dipahami."
)
@pdf_options
@common
def command(source: Path, output: str, layout: bool, pdf: PdfOptions) -> int:
    """Membaca SUMBER dan menulis isinya persis seperti tercetak, beserta tempatnya, sebagai JSON."""
    from katalog.store.canonical import canonical_pieces

    read = laid_out(source, pdf=pdf) if layout else extracted(source, pdf=pdf)
    emit(output, canonical_pieces(read))
    return OK
