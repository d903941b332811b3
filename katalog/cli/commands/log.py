"""`katalog log`: the life of each jabatan and indikator over several revisions."""

from __future__ import annotations

from pathlib import Path

import click

from katalog.cli.options import catalogues_argument, common, format_option, lang_option, optional_output
from katalog.errors import OK
from katalog.front import history
from katalog.show.formats import format_for
from katalog.show.report import LIFE_FORMATS
from katalog.store.files import emit, is_read_at_once


@click.command(
    "log",
    short_help="Riwayat setiap jabatan dan indikator dalam beberapa revisi.",
    epilog="Contoh: katalog log katalog/2021.json katalog/2022.json katalog/2023.json -f csv -o riwayat.csv",
)
@catalogues_argument
@format_option(LIFE_FORMATS)
@optional_output
@lang_option("laporan")
@common
def command(catalogues: tuple[Path, ...], kind: str | None, output: str, lang: str) -> int:
    """Menunjukkan kapan setiap jabatan dan indikator muncul, berubah, dipindahkan, dan hilang.

    KATALOG disebut dari revisi yang paling lama; boleh juga keputusan (teks, docx, atau PDF) yang dibaca di tempat.
    """
    from katalog.show.report.life import print_history

    chosen = format_for(LIFE_FORMATS, kind, output)
    told = history(catalogues)
    if chosen is LIFE_FORMATS[0] and is_read_at_once(output):
        print_history(told, lang)
    else:
        emit(output, chosen.written(told, lang))
    return OK
