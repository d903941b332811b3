"""`katalog diff`: what changed between two catalogues."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.messages import tell, warn
from katalog.cli.options import common, format_option, lang_option, optional_output, paper_of, paper_option
from katalog.errors import CHANGED, OK, KatalogError
from katalog.front import diff
from katalog.show.formats import format_for
from katalog.show.report import REPORT_FORMATS, ReportFormat, report_bytes
from katalog.store.files import STDOUT, emit, is_read_at_once

if TYPE_CHECKING:
    from katalog.show.printed_sheet import Paper
    from schemas.diff import Identity, Summary


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
@click.option("--pages", is_flag=True, help="Sertakan gambar halaman yang memuat perubahan (html).")
@click.option(
    "--source",
    "sources",
    metavar="SUMBER",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Sumber LAMA atau BARU untuk --pages, bila tidak di samping katalognya; boleh dua kali.",
)
@common
def command(
    old: Path,
    new: Path,
    kind: str | None,
    output: str,
    lang: str,
    paper: Paper | None,
    pages: bool,
    sources: tuple[Path, ...],
) -> int:
    """Membandingkan LAMA dan BARU, dua katalog atau dua keputusan (teks, docx, atau PDF) yang dibaca di tempat.

    Kode keluar 0: tidak ada perubahan substansi; 1: ada; 2: ada berkas yang tidak dapat dipakai.
    """
    gc.disable()  # catalogues are large trees that live until the end: collecting takes half of the time
    chosen = format_for(REPORT_FORMATS, kind, output)
    sheets = paper_of(chosen, REPORT_FORMATS, paper)
    _refuse_pages(chosen, pages, sources)
    made = diff(old, new)
    if chosen is REPORT_FORMATS[0] and is_read_at_once(output):
        from katalog.show.report.text import print_report
        from katalog.show.report.view import report_of

        print_report(report_of(made, lang))
    else:
        from katalog.show.page_links import links_from

        sides = ((old, made.old), (new, made.new))
        links = links_from(output, [(path, side.file, side.sha256) for path, side in sides])
        drawn = _drawn_sources(sides, sources) if pages else ()
        report = report_bytes(made, chosen.name, lang, links, sheets, sources=drawn)
        emit(output, report)
        _tell_written(output, made.summary, len(report))
    return CHANGED if made.summary.substantive else OK


def _refuse_pages(chosen: ReportFormat, pages: bool, sources: tuple[Path, ...]) -> None:
    """KatalogError where pages are asked for and the format shows none, or sources and no pages."""
    if pages and not chosen.pictured:
        pictured = ", ".join(one.name for one in REPORT_FORMATS if one.pictured)
        raise KatalogError(
            f"“--pages” hanya untuk {pictured}, bukan {chosen.name}.",
            f"Hilangkan --pages, atau sebutkan -f {pictured}.",
        )
    if sources and not pages:
        raise KatalogError("“--source” hanya dipakai bersama --pages.", "Tambahkan --pages, atau hilangkan --source.")


def _drawn_sources(sides: tuple[tuple[Path, Identity], ...], named: tuple[Path, ...]) -> list[Path | None]:
    """The files of both sides, known by their bytes: those that were named, else what stands beside the catalogues.
    What is not at hand is said; KatalogError where none is, or where one that was named is of neither side."""
    from katalog.store.origin import digest_of, source_beside

    given = {digest_of(path): path for path in named}
    wanted = {side.sha256 for _, side in sides}
    for digest, path in given.items():
        if digest not in wanted:
            raise KatalogError(
                f"{path}: Berkas ini tidak ada, atau bukan sumber dari kedua katalog (isinya lain).",
                "Sebutkan berkas yang sama dengan saat katalognya dibangun.",
            )
    found = [given.get(side.sha256) or source_beside(path, side.file, side.sha256) for path, side in sides]
    missing = [
        f"{path}: Sumbernya, {side.file}, tidak ditemukan"
        for (path, side), at in zip(sides, found, strict=True)
        if not at
    ]
    remedy = "Letakkan berkas itu di samping katalognya, atau sebutkan dengan --source."
    if len(missing) == len(sides):
        raise KatalogError("; ".join(missing) + ".", remedy)
    for cause in missing:
        warn(f"{cause}, sehingga halamannya tidak bergambar. {remedy}")
    return found


def _tell_written(output: str, summary: Summary, size: int) -> None:
    if output != STDOUT:
        changes = f"{summary.changes} perubahan ({summary.substantive} substansi, {summary.editorial} redaksional)"
        tell(f"{output}: {changes}, {size / 1e6:.1f} MB")
