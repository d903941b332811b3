"""`katalog review`: the page on which a person checks a catalogue against its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.messages import tell
from katalog.cli.options import common, lang_option, output
from katalog.errors import OK
from katalog.front import opened
from katalog.store.files import STDOUT, emit

if TYPE_CHECKING:
    from bahasa.temuan import Lang
    from normalize.koreksi.file import KoreksiFile


@click.command(
    "review",
    short_help="Halaman pemeriksaan: gambar sumbernya di samping bacaannya, putusan dengan satu tombol.",
    epilog="Contoh: katalog review katalog/keputusan-2022.json keputusan-2022.pdf -o periksa.html",
)
@click.argument("catalogue", metavar="KATALOG", type=click.Path(path_type=Path))
@click.argument("source", metavar="[SUMBER]", required=False, type=click.Path(path_type=Path))
@output("Berkas HTML; “-” untuk keluaran baku.")
@click.option("--all-pages", is_flag=True, help="Sertakan gambar semua halaman, bukan hanya yang ditunjuk temuan.")
@click.option(
    "--koreksi",
    metavar="BERKAS",
    type=click.Path(path_type=Path),
    help="Putusan terdahulu (koreksi.toml), bila tidak di samping sumbernya.",
)
@lang_option("halaman")
@common
def command(
    catalogue: Path, source: Path | None, output: str, all_pages: bool, koreksi: Path | None, lang: Lang
) -> int:
    """Menulis halaman pemeriksaan KATALOG: satu berkas HTML yang dibuka di peramban tanpa jaringan. Di kiri gambar
    halaman SUMBER dengan kotak selnya, di kanan baris seperti terbaca; yang paling meragukan di atas.

    Setiap hal diputuskan dengan satu tombol, dan putusannya diunduh sebagai koreksi.toml, yang dipakai oleh build.
    Tanpa SUMBER dipakai berkas sumber di samping KATALOG bila isinya sama; bila tidak ada, halamannya tanpa gambar.
    KATALOG boleh juga keputusan (teks, docx, atau PDF) yang dibaca di tempat.
    """
    from katalog.show.review.html import review_page
    from katalog.show.review.source import shown_source
    from katalog.store.origin import source_beside

    content = opened(catalogue)
    at_hand = source or source_beside(catalogue, content.source.file, content.source.sha256)
    shown = shown_source(at_hand, content, all_pages) if at_hand else None
    page = review_page(content, shown, koreksi=_decided(koreksi, at_hand), lang=lang)
    emit(output, page)
    if output != STDOUT:
        pictures = f"{len(shown.pictures)} gambar halaman" if shown else "tanpa gambar: sumbernya tidak ditemukan"
        tell(f"{output}: {len(page) / 1e6:.1f} MB, {pictures}")
    return OK


def _decided(koreksi: Path | None, source: Path | None) -> KoreksiFile | None:
    """What was decided before: in the file that was named, or beside the source."""
    from katalog.decisions import beside, decisions_in

    path = koreksi or (beside(source) if source else None)
    return decisions_in(path) if path else None
