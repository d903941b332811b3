"""`katalog inspect`: a page of a PDF with what was seen on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.options import common, output
from katalog.cli.pdf import pdf_options
from katalog.errors import OK, Unusable
from katalog.store.files import emit

if TYPE_CHECKING:
    from extract.read.pdf.options import PdfOptions


@click.command(
    "inspect",
    short_help="Gambar satu halaman PDF dengan kata, sel, kolom, dan sambungan halamannya.",
    epilog="Contoh: katalog inspect keputusan-2022.pdf --page 4 -o halaman-4.png",
)
@click.argument("source", metavar="SUMBER", type=click.Path(path_type=Path))
@click.option("--page", required=True, metavar="N", type=click.IntRange(min=1), help="Nomor halaman, mulai dari 1.")
@output("Berkas PNG; “-” untuk keluaran baku.")
@pdf_options
@common
def command(source: Path, page: int, output: str, pdf: PdfOptions) -> int:
    """Menggambar halaman N dari PDF SUMBER untuk melihat mengapa sebuah sel terbaca demikian.

    Kotak abu-abu: kata; biru: sel tabel dan peran kolomnya; jingga: kotak yang bukan tabel indikator; ungu: cap dan
    tanda air. Di atas tabel yang bersambung tertulis putusan pada pergantian halaman, per kolom, beserta alasannya:
    hijau bila baris berlanjut, merah bila baris baru.
    """
    from extract.errors import UnusableSource
    from extract.source import read_source
    from katalog.show.page import page_image

    try:
        described, data = read_source(source)
        if described.media_type != "application/pdf":
            raise Unusable(
                source, "Berkas ini bukan PDF.", "Sebutkan PDF keputusan itu; teks tidak punya gambar halaman."
            )
        emit(output, page_image(data, page, pdf))
    except UnusableSource as error:
        raise Unusable(source, error.cause, error.remedy) from error
    return OK
