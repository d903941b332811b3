"""`katalog corpus changes` and `katalog corpus log`: what the revisions of a corpus changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from katalog.cli.messages import warn
from katalog.cli.options import common, format_option, lang_option, optional_output
from katalog.errors import OK
from katalog.show.formats import format_for
from katalog.show.report import CHANGES_FORMATS, LIFE_FORMATS
from katalog.store.files import emit, is_read_at_once

if TYPE_CHECKING:
    from katalog.corpus.folder import CorpusFolder


@click.command(
    "changes",
    short_help="Apa yang berubah dalam satu tahun di semua kantor.",
    epilog="Contoh: katalog corpus changes korpus/ --year 2024 -f csv -o perubahan.csv",
)
@click.argument("corpus", metavar="KORPUS")
@click.option("--year", metavar="TAHUN", type=int, help="Tahun keputusan yang mengubah; bawaan: yang terakhir.")
@click.option("--all-years", is_flag=True, help="Semua tahun.")
@format_option(CHANGES_FORMATS)
@optional_output
@lang_option("laporan")
@common
def changes_command(corpus: str, year: int | None, all_years: bool, kind: str | None, output: str, lang: str) -> int:
    """Menunjukkan apa yang berubah dalam satu tahun di semua kantor: setiap keputusan dibandingkan dengan yang
    direvisinya.

    Bentuk teks memuat satu baris per keputusan, csv dan json satu baris per perubahan (juga tersimpan dalam
    KORPUS/tabel/perubahan).
    """
    from katalog.corpus.changes import CHANGE_COLUMNS, read_changes, years_of
    from katalog.corpus.engine import require_corpus
    from katalog.corpus.folder import CorpusFolder
    from katalog.show.report.yearly import print_changes

    require_corpus()
    chosen = format_for(CHANGES_FORMATS, kind, output)
    folder = CorpusFolder(corpus)
    if year is None and not all_years:
        year = max(years_of(folder), default=None)
    rows = read_changes(folder, year)
    if not rows and (reason := _nothing_compared(folder, year)):
        warn(f"{corpus}: {reason}")
    if chosen is CHANGES_FORMATS[0] and is_read_at_once(output):
        print_changes(rows, lang)
    else:
        emit(output, chosen.written(rows, tuple(CHANGE_COLUMNS), lang))
    return OK


def _nothing_compared(folder: CorpusFolder, year: int | None) -> str:
    """Why no decree was compared with another one; empty where some were. That nothing changed is another thing."""
    from katalog.corpus.changes import years_of

    if not any(record.merevisi for record in folder.ended().values()):
        return (
            "Tidak ada keputusan yang diketahui merevisi keputusan lain, sehingga tidak ada yang dibandingkan. "
            "Sebutkan yang direvisinya setelah tab dalam --list, lalu bangun lagi dengan katalog corpus build."
        )
    if year is not None and year not in (years := years_of(folder)):
        return f"Tidak ada keputusan tahun {year}. Yang ada: {', '.join(map(str, years))}."
    return ""


@click.command(
    "log",
    short_help="Riwayat setiap jabatan dan indikator sampai sebuah keputusan.",
    epilog="Contoh: katalog corpus log korpus/ dinas-kesehatan-2024 -f csv -o riwayat.csv",
)
@click.argument("corpus", metavar="KORPUS")
@click.argument("decree", metavar="KEPUTUSAN")
@format_option(LIFE_FORMATS)
@optional_output
@lang_option("laporan")
@common
def log_command(corpus: str, decree: str, kind: str | None, output: str, lang: str) -> int:
    """Menunjukkan riwayat setiap jabatan dan indikator sampai KEPUTUSAN (nama katalognya dalam KORPUS), melalui semua
    keputusan yang direvisinya, seperti katalog log.
    """
    from katalog.corpus.chains import revisions_to
    from katalog.corpus.engine import require_corpus
    from katalog.corpus.folder import CorpusFolder
    from katalog.front import history
    from katalog.show.report.life import print_history

    require_corpus()
    chosen = format_for(LIFE_FORMATS, kind, output)
    folder = CorpusFolder(corpus)
    folder.require()
    told = history(revisions_to(folder, decree))
    if chosen is LIFE_FORMATS[0] and is_read_at_once(output):
        print_history(told, lang)
    else:
        emit(output, chosen.written(told, lang))
    return OK
