"""`katalog inspect`: a page of a source with what was seen on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.options import common, output
from katalog.cli.pdf import pdf_options
from katalog.errors import OK, KatalogError, Unusable
from katalog.store.files import emit, refuse_terminal

if TYPE_CHECKING:
    from extract.read.pdf.options import PdfOptions


@click.command(
    "inspect",
    short_help="Satu halaman dengan kata, sel, kolom, baris, dan sambungan halamannya.",
    epilog="Contoh: katalog inspect keputusan-2022.pdf --page 4 -o halaman-4.png",
)
@click.argument("source", metavar="SUMBER", type=click.Path(path_type=Path))
@click.option("--page", required=True, metavar="N", type=click.IntRange(min=1), help="Nomor halaman, mulai dari 1.")
@output("Berkas PNG (PDF, gambar) atau HTML (teks, docx); “-” untuk keluaran baku.")
@pdf_options
@common
def command(source: Path, page: int, output: str, pdf: PdfOptions) -> int:
    """Menggambar halaman N dari SUMBER untuk melihat mengapa sebuah sel terbaca demikian.

    PDF, gambar, dan hasil pindai menjadi gambar PNG. Kotak abu-abu: kata; biru: sel tabel dan peran kolomnya; jingga:
    kotak yang bukan tabel indikator; ungu: cap dan tanda air. Di atas tabel yang bersambung tertulis putusan pada
    pergantian halaman, per kolom, beserta alasannya: hijau bila baris berlanjut, merah bila baris baru.

    Teks dan dokumen Word (docx) menjadi halaman HTML: setiap sel diwarnai menurut perannya dan menyebut alasannya.
    Dokumen Word dan teks tanpa tanda halaman adalah satu halaman (--page 1).
    """
    from extract.door import as_pdf, layout_of
    from extract.errors import UnusableSource
    from extract.media import DOCX
    from extract.source import read_source
    from katalog.show.page import page_image
    from katalog.show.text_page import text_page

    try:
        described, data = read_source(source)
        in_lines = described.media_type in ("text/plain", DOCX)
        _check_suffix(output, in_lines)
        if in_lines:
            emit(output, text_page(layout_of(described, data), page))
        else:
            refuse_terminal(output, "PNG")
            emit(output, page_image(as_pdf(described, data, pdf), page, pdf))
    except UnusableSource as error:
        raise Unusable(source, error.cause, error.remedy) from error
    return OK


def _check_suffix(output: str, in_lines: bool) -> None:
    """KatalogError where the file's name promises what the page is not: no viewer opens a picture named `.html`."""
    source, made, label = ("teks atau docx", ".html", "HTML") if in_lines else ("PDF atau gambar", ".png", "PNG")
    suffix = Path(output).suffix.lower()
    if suffix in (".png", ".html", ".htm") and not suffix.startswith(made[:4]):
        raise KatalogError(
            f"{output}: Halaman {source} menjadi {label}, bukan {suffix}.", f"Beri berkas itu akhiran {made}."
        )
