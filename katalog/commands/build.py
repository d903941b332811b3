"""`katalog build`: sources to catalogues."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.commands.messages import complain, detail, progress, tell
from katalog.commands.options import common, output
from katalog.commands.options import manner as manner_options
from katalog.commands.pdf import pdf_options
from katalog.decisions import Manner
from katalog.errors import FINDINGS, OK, UNUSABLE, KatalogError, Unusable
from katalog.files import STDOUT, emit

if TYPE_CHECKING:
    from extract.pdf.options import PdfOptions
    from schemas.catalogue import Catalogue


@click.command(
    "build",
    short_help="Keputusan (teks atau PDF) menjadi katalog kanonik.",
    epilog="Contoh: katalog build keputusan-2022.txt keputusan-2023.txt -o katalog/",
)
@click.argument("sources", metavar="SUMBER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@output("Folder untuk <slug>.json; “-” untuk keluaran baku (satu sumber saja).")
@manner_options
@pdf_options
@common
def command(sources: tuple[Path, ...], output: str, koreksi: Path | None, no_spelling: bool, pdf: PdfOptions) -> int:
    """Membaca setiap SUMBER dan menulis katalognya sebagai <slug>.json ke dalam folder TUJUAN.

    Setiap sumber berdiri sendiri: yang tidak dapat dibaca dilaporkan, yang lain tetap dikerjakan. Kode keluar 0: semua
    selesai; 1: selesai, tetapi ada temuan berat; 2: ada sumber yang tidak dapat dipakai.

    Putusan dalam koreksi.toml (atau <nama sumber>.koreksi.toml) di samping SUMBER ikut diterapkan.
    """
    if output == STDOUT and len(sources) > 1:
        raise KatalogError("“-o -” hanya untuk satu sumber.", "Sebutkan sebuah folder setelah -o.")
    if koreksi and len(sources) > 1:
        raise KatalogError("“--koreksi” hanya untuk satu sumber.", "Bangun sumber itu sendiri.")
    manner = Manner(not no_spelling, koreksi)
    written: dict[str, Path] = {}
    worst = OK
    with progress(sources, "Membaca") as listed:
        for source in listed:
            worst = max(worst, _independent(source, output, written, manner, pdf))
    return worst


def _independent(source: Path, output: str, written: dict[str, Path], manner: Manner, pdf: PdfOptions) -> int:
    """Build one source. Whatever goes wrong with it, the others go on."""
    try:
        return _build(source, output, written, manner, pdf)
    except Exception as error:
        complain(error, source)
        return UNUSABLE


def _build(source: Path, output: str, written: dict[str, Path], manner: Manner, pdf: PdfOptions) -> int:
    from katalog.canonical import canonical_bytes
    from katalog.pipeline import catalogue_from

    catalogue = catalogue_from(source, manner, pdf)
    slug = catalogue.source.slug
    if slug in written:
        cause = f"Katalognya akan menimpa katalog dari {written[slug]} ({slug}.json)."
        raise Unusable(source, cause, "Ganti nama salah satu berkas, atau bangun ke folder lain.")
    target = STDOUT if output == STDOUT else str(Path(output) / f"{slug}.json")
    emit(target, canonical_bytes(catalogue))
    written[slug] = source
    return _summary(catalogue, source, target)


def _summary(catalogue: Catalogue, source: Path, target: str) -> int:
    from katalog.findings.label import located

    count = {level: sum(f.severity == level for f in catalogue.findings) for level in ("error", "warning", "info")}
    rows = sum(len(block.rows) for block in catalogue.blocks)
    tell(
        f"{source}: {len(catalogue.blocks)} tabel, {rows} baris indikator, {len(catalogue.findings)} temuan "
        f"({count['error']} berat, {count['warning']} perlu diperiksa, {count['info']} catatan)"
    )
    for finding in catalogue.findings:
        detail(f"  {located(finding, catalogue)}: {finding.message} [{finding.code}]")
    if not count["error"]:
        return OK
    where = f"; lihat: katalog check {target}" if target != STDOUT else ""
    click.echo(f"katalog: {source}: {count['error']} temuan berat{where}", file=sys.stderr)
    return FINDINGS
