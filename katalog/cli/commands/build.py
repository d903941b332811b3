"""`katalog build`: sources to catalogues."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.messages import complain, detail, progress, tell, warn
from katalog.cli.options import common, desk_of_command, output, refuse_onto
from katalog.cli.options import manner as manner_options
from katalog.cli.pdf import MAX_JOBS, pdf_options
from katalog.cli.sources import files_of
from katalog.errors import FINDINGS, OK, UNUSABLE, KatalogError, Unusable
from katalog.front import build, opened
from katalog.processes import cores
from katalog.store.files import STDOUT, emit

if TYPE_CHECKING:
    from extract.read.pdf.options import PdfOptions
    from katalog.cli.watch import Desk
    from schemas.catalogue import Catalogue

    Reader = Callable[[Path], Catalogue]


@click.command(
    "build",
    short_help="Keputusan (teks, docx, PDF, atau gambar) menjadi katalog kanonik.",
    epilog="Contoh: katalog build keputusan-2022.txt keputusan-2023.txt -o katalog/",
)
@click.argument("sources", metavar="SUMBER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@output("Folder untuk <slug>.json; “-” untuk keluaran baku (satu sumber saja).")
@click.option(
    "--previous",
    metavar="KATALOG",
    type=click.Path(path_type=Path),
    help="Katalog revisi sebelumnya; yang tetap ada tetap memakai id-nya.",
)
@manner_options
@pdf_options
@common
def command(
    sources: tuple[Path, ...],
    output: str,
    previous: Path | None,
    koreksi: Path | None,
    no_spelling: bool,
    pdf: PdfOptions,
) -> int:
    """Membaca setiap SUMBER dan menulis katalognya sebagai <slug>.json ke dalam folder TUJUAN.

    SUMBER boleh folder, yang berarti semua berkas di dalamnya, atau “-”, yang berarti masukan baku (katalognya bernama
    stdin).

    Beberapa sumber dibangun bersamaan, sebanyak inti prosesor atau --jobs; dengan --previous satu demi satu. Pesannya
    tetap menurut urutan SUMBER.

    Setiap sumber berdiri sendiri: yang tidak dapat dibaca dilaporkan, yang lain tetap dikerjakan. Kode keluar 0: semua
    selesai; 1: selesai, tetapi ada temuan berat; 2: ada sumber yang tidak dapat dipakai.

    Putusan dalam koreksi.toml (atau <nama sumber>.koreksi.toml) di samping SUMBER ikut diterapkan.
    """
    listed_sources = files_of(sources)
    if output == STDOUT and len(listed_sources) > 1:
        raise KatalogError("“-o -” hanya untuk satu sumber.", "Sebutkan sebuah folder setelah -o.")
    if koreksi and len(listed_sources) > 1:
        raise KatalogError("“--koreksi” hanya untuk satu sumber.", "Bangun sumber itu sendiri.")
    # the earlier revision is read once, before any source
    earlier = opened(previous) if previous else None
    read = partial(build, previous=earlier, koreksi=koreksi, spelling=not no_spelling)
    desk = desk_of_command()
    available = pdf.jobs or min(cores(), MAX_JOBS)
    workers = min(available, len(listed_sources))
    if workers < 2 or previous or desk.pipe is None:
        return _one_after_another(listed_sources, output, partial(read, pdf=pdf), desk)
    # each worker has limits of its own; of the cores it has its share
    desk.limit(memory=math.inf, seconds=math.inf)
    limits = {"memory": pdf.memory, "seconds": pdf.seconds}
    return _abreast(listed_sources, output, partial(read, pdf=replace(pdf, jobs=available // workers)), workers, limits)


def _abreast(sources: list[Path], output: str, read: Reader, workers: int, limits: dict[str, float]) -> int:
    from extract.source import slug_of
    from katalog.cli.crew import Crew

    def work(source: Path, earlier: Path | None) -> int:
        return _independent(source, output, {slug_of(source): earlier} if earlier else {}, read)

    return Crew(sources, [slug_of(source) for source in sources], work, workers, limits).run()


def _one_after_another(sources: list[Path], output: str, read: Reader, desk: Desk) -> int:
    """All of them but what an earlier process has done, before it was stopped at the last of those."""
    left = list(sources)
    for done, _ in desk.done:
        if Path(done) in left:
            left.remove(Path(done))
    written = _written_before(desk)
    worst = max((code for _, code in desk.done), default=OK)
    with progress(left, "Membaca") as listed:
        for source in listed:
            with desk.source(source) as codes:
                codes.append(_independent(source, output, written, read))
            worst = max(worst, codes[-1])
    return worst


def _written_before(desk: Desk) -> dict[str, Path]:
    """The slugs that an earlier process has written."""
    if not desk.done:
        return {}
    from extract.source import slug_of

    return {slug_of(Path(source)): Path(source) for source, code in desk.done if code != UNUSABLE}


def _independent(source: Path, output: str, written: dict[str, Path], read: Reader) -> int:
    """Build one source. Whatever goes wrong with it, the others go on."""
    try:
        return _build(source, output, written, read)
    except BrokenPipeError:
        # the reader of what is written has enough, and of the other sources as well
        raise
    except Exception as error:
        complain(error, source)
        return UNUSABLE


def _build(source: Path, output: str, written: dict[str, Path], read: Reader) -> int:
    from katalog.store.canonical import canonical_pieces

    catalogue = read(source)
    slug = catalogue.source.slug
    if slug in written:
        cause = f"Katalognya akan menimpa katalog dari {written[slug]} ({slug}.json)."
        raise Unusable(source, cause, "Ganti nama salah satu berkas, atau bangun ke folder lain.")
    target = STDOUT if output == STDOUT else str(Path(output) / f"{slug}.json")
    refuse_onto(target, source)
    emit(target, canonical_pieces(catalogue))
    written[slug] = source
    return _summary(catalogue, source, target)


def _summary(catalogue: Catalogue, source: Path, target: str) -> int:
    from katalog.show.label import located

    open_ones = [finding for finding in catalogue.findings if not finding.answered]
    count = {level: sum(f.severity == level for f in open_ones) for level in ("error", "warning", "info")}
    rows = sum(len(block.rows) for block in catalogue.blocks)
    tell(
        f"{source}: {len(catalogue.blocks)} tabel, {rows} baris indikator, {len(open_ones)} temuan "
        f"({count['error']} berat, {count['warning']} perlu diperiksa, {count['info']} catatan)"
    )
    for finding in open_ones:
        detail(f"  {located(finding, catalogue)}: {finding.message} [{finding.code}]")
    if not count["error"]:
        return OK
    where = f"; lihat: katalog check {target}" if target != STDOUT else ""
    warn(f"{source}: {count['error']} temuan berat{where}")
    return FINDINGS
