"""`katalog diff`: what changed between two catalogues."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.messages import tell
from katalog.cli.options import common, format_option, lang_option, optional_output, paper_of, paper_option
from katalog.errors import CHANGED, OK
from katalog.front import diff
from katalog.show.formats import format_for
from katalog.show.report import REPORT_FORMATS, report_bytes
from katalog.store.files import STDOUT, emit

if TYPE_CHECKING:
    from katalog.show.printed_sheet import Paper


@click.command(
    "diff",
    short_help="Apa yang berubah antara dua katalog atau dua keputusan.",
    epilog="Contoh: katalog diff katalog/keputusan-2022.json katalog/keputusan-2023.json -f html -o perubahan.html",
)
@click.argument("old", metavar="LAMA", type=click.Path(path_type=Path))
@click.argument("new", metavar="BARU", type=click.Path(path_type=Path))
@format_option(REPORT_FORMATS)
@optional_output
@lang_option("laporan")
@paper_option
@common
def command(old: Path, new: Path, kind: str | None, output: str, lang: str, paper: Paper | None) -> int:
    """Membandingkan LAMA dan BARU, dua katalog atau dua keputusan (teks, docx, atau PDF) yang dibaca di tempat.

    Kode keluar 0: tidak ada perubahan substansi; 1: ada; 2: ada berkas yang tidak dapat dipakai.
    """
    gc.disable()  # catalogues are large trees that live until the end: collecting takes half of the time
    chosen = format_for(REPORT_FORMATS, kind, output)
    sheets = paper_of(chosen, REPORT_FORMATS, paper)
    made = diff(old, new)
    if chosen is REPORT_FORMATS[0] and output == STDOUT and sys.stdout.isatty():
        from katalog.show.report.text import print_report
        from katalog.show.report.view import report_of

        print_report(report_of(made, lang))
    else:
        from katalog.show.page_links import links_from

        sides = ((old, made.old), (new, made.new))
        links = links_from(output, [(path, side.file, side.sha256) for path, side in sides])
        emit(output, report_bytes(made, chosen.name, lang, links, sheets))
    summary = made.summary
    if output != STDOUT:
        tell(
            f"{output}: {summary.changes} perubahan ({summary.substantive} substansi, {summary.editorial} redaksional)"
        )
    return CHANGED if summary.substantive else OK
