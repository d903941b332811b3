"""`katalog corpus`: thousands of decrees as one corpus."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from katalog.cli.commands.corpus_changes import changes_command, log_command
from katalog.cli.commands.corpus_query import query_command, search_command
from katalog.cli.messages import counting, tell, warn
from katalog.cli.options import common, output
from katalog.cli.pdf import worker_pdf_options
from katalog.errors import UNUSABLE

if TYPE_CHECKING:
    from extract.read.pdf.options import PdfOptions
    from katalog.corpus.record import SourceRecord
    from katalog.corpus.run import CorpusRun

#: Failures that are named one by one; all of them stand in the manifest.
_NAMED = 20


@click.group(
    "corpus",
    commands=[changes_command, log_command, query_command, search_command],
    short_help="Ribuan keputusan menjadi satu korpus: katalog, tabel Parquet, manifes.",
    epilog="Contoh: katalog corpus build arsip/ -o korpus/",
)
@common
def command() -> None:
    """Mengolah ribuan keputusan sebagai satu korpus."""


@command.command(
    "build",
    short_help="Membangun katalog dan tabel dari semua sumber di ALAMAT.",
    epilog="Contoh: katalog corpus build arsip/ --list daftar.txt -o korpus/",
)
@click.argument("addresses", metavar="ALAMAT...", nargs=-1)
@click.option(
    "--list", "lists", metavar="BERKAS", multiple=True, help="Berkas teks dengan satu alamat di setiap baris."
)
@output("Folder korpus, atau URL-nya.")
@click.option("--workers", metavar="N", type=click.IntRange(min=1), help="Banyaknya proses; bawaan: satu per inti.")
@click.option(
    "--scheduler", metavar="ALAMAT", help="Penjadwal Dask, misalnya tcp://10.0.0.1:8786; bawaan: komputer ini."
)
@click.option("--no-spelling", is_flag=True, help="Tanpa perbaikan ejaan: nilai baku sama dengan teks tercetak.")
@click.option("--again", is_flag=True, help="Coba lagi juga sumber yang dahulu tidak dapat dipakai.")
@click.option("--prune", is_flag=True, help="Buang dari korpus yang tidak lagi ada di antara ALAMAT.")
@worker_pdf_options
@common
def build_command(
    addresses: tuple[str, ...],
    lists: tuple[str, ...],
    output: str,
    workers: int | None,
    scheduler: str | None,
    no_spelling: bool,
    again: bool,
    prune: bool,
    pdf: PdfOptions,
) -> int:
    """Membangun katalog semua sumber di ALAMAT (folder beserta isinya, berkas, atau URL seperti s3://…) ke dalam satu
    korpus: katalog/<nama>.json, tabel/ dalam bentuk Parquet, dan manifest.csv yang menyebut hasil setiap sumber.

    Yang merevisi keputusan lain memakai id-nya (seperti build --previous); setelah tab, baris --list boleh menyebut
    alamat yang direvisi. Yang sudah dibangun dan tidak berubah tidak dikerjakan lagi, juga setelah terhenti. Batas
    memori dan waktu berlaku untuk setiap sumber. Kode keluar seperti katalog build.
    """
    from katalog.corpus.engine import engine, require_corpus
    from katalog.corpus.folder import CorpusFolder
    from katalog.corpus.listing import listed_sources
    from katalog.corpus.record import Manner
    from katalog.corpus.run import build_corpus

    require_corpus()
    if not addresses and not lists:
        raise click.UsageError("Sebutkan sekurangnya satu ALAMAT, atau --list.")
    sources = listed_sources(addresses, lists)
    with counting("Membangun") as told:
        run = build_corpus(
            sources,
            CorpusFolder(output),
            partial(engine, scheduler, workers),
            Manner(pdf, spelling=not no_spelling),
            again=again,
            prune=prune,
            told=lambda record, done, total: told(record.sumber, done, total),
        )
    _summarize(run)
    return max((record.keluar for record in run.records), default=0)


def _summarize(run: CorpusRun) -> None:
    built = [record for record in run.records if record.built]
    pages, rows = sum(record.halaman or 0 for record in built), sum(record.baris for record in built)
    tell(
        f"{len(run.records)} sumber, {len(run.built)} dikerjakan dalam {run.seconds:.0f} detik; {len(built)} katalog, "
        f"{pages} halaman, {rows} baris indikator, {run.shares} bagian tabel ditulis"
    )
    failed = [record for record in run.records if record.keluar == UNUSABLE]
    for line in _failures(failed):
        warn(line)


def _failures(failed: Sequence[SourceRecord]) -> list[str]:
    """The failures by kind, the most frequent first, with the names of some."""
    kinds: dict[str, list[str]] = {}
    for record in failed:
        kinds.setdefault(record.kesalahan, []).append(record.sumber)
    return [
        f"{len(names)} sumber tidak dapat dipakai: {why} ({', '.join(names[:_NAMED])}{', …' if names[_NAMED:] else ''})"
        for why, names in sorted(kinds.items(), key=lambda one: (-len(one[1]), one[0]))
    ]
