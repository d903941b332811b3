"""Options that say how a PDF is read, and within which limits; the defaults are those of `PdfOptions`."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, get_args

import click

from extract.read.pdf.options import OcrMode, PdfOptions, ReaderName
from katalog.cli.options import desk_of_command

Command = TypeVar("Command", bound=Callable[..., Any])

_MB = 1024 * 1024
_USUAL = PdfOptions()
_COUNT = click.IntRange(min=1)
_Range = click.IntRange | click.FloatRange
_POSITIVE = click.FloatRange(min=0, min_open=True)
#: Processes of one command.
MAX_JOBS = 64
#: Fields that an option gives as they are.
_FIELDS = ("reader", "ocr", "jobs", "max_pages", "max_chars", "max_side", "seconds")


def pdf_options(command: Command) -> Command:
    """All of them; the command gets them as one argument, `pdf`. The limits hold for its process."""

    def told(pdf: PdfOptions) -> None:
        desk_of_command().limit(memory=pdf.memory, seconds=pdf.seconds)

    return _jobs(_gathering(command, told))


def worker_pdf_options(command: Command) -> Command:
    """The same for a command whose workers each keep to the limits; its own process has none. A worker reads its source
    alone: the other cores have other sources."""

    def told(_: PdfOptions) -> None:
        desk_of_command().limit(memory=math.inf, seconds=math.inf)

    return _gathering(command, told, jobs=1)


def _gathering(command: Command, told: Callable[[PdfOptions], None], **fixed: int) -> Command:
    @wraps(command)
    def gathered(*args: Any, max_size: int, max_content: int, max_memory: int, **rest: Any) -> Any:
        chosen = fixed | {name: rest.pop(name) for name in _FIELDS if name not in fixed}
        pdf = PdfOptions(max_bytes=max_size * _MB, max_content=max_content * _MB, memory=max_memory * _MB, **chosen)
        told(pdf)
        return command(*args, pdf=pdf, **rest)

    for option in reversed(_OPTIONS):
        gathered = option(gathered)
    return gathered  # type: ignore[return-value]


def _limit(flag: str, name: str, unit: str, usual: float, text: str, kind: _Range = _COUNT) -> Any:
    return click.option(flag, name, metavar=unit, type=kind, default=usual, help=f"Batas: {text} (baku {usual:g}).")


_OPTIONS = (
    click.option(
        "--reader",
        type=click.Choice(get_args(ReaderName)),
        default=_USUAL.reader,
        help="PDF: siapa yang membaca huruf dan garis tabel. pdfium (baku) paling cepat; camelot memakai kisi camelot; "
        "both membaca seperti pdfium dan menandai tulisan yang dibaca lain oleh pdfplumber atau camelot.",
    ),
    click.option(
        "--ocr",
        type=click.Choice(get_args(OcrMode)),
        default=_USUAL.ocr,
        help="PDF: auto (baku) membaca dengan OCR hanya halaman yang teksnya tidak dapat dipakai; always setiap "
        "halaman; never tidak pernah.",
    ),
    _limit("--max-size", "max_size", "MB", _USUAL.max_bytes // _MB, "ukuran berkas PDF"),
    _limit("--max-pages", "max_pages", "N", _USUAL.max_pages, "halaman satu PDF"),
    _limit("--max-content", "max_content", "MB", _USUAL.max_content // _MB, "isi satu halaman setelah dikembangkan"),
    _limit("--max-chars", "max_chars", "N", _USUAL.max_chars, "huruf pada satu halaman"),
    _limit("--max-side", "max_side", "POIN", _USUAL.max_side, "sisi halaman, 1/72 inci; sisanya dipotong", _POSITIVE),
    _limit("--max-memory", "max_memory", "MB", _USUAL.memory // _MB, "memori semua proses untuk satu sumber"),
    _limit("--max-seconds", "seconds", "DETIK", _USUAL.seconds, "lama mengerjakan satu sumber", _POSITIVE),
)

_jobs = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(0, MAX_JOBS),
    default=_USUAL.jobs,
    help="Banyaknya proses, untuk beberapa sumber (build) atau halaman PDF; 0 (baku): satu per inti prosesor, kecuali "
    "untuk teks satu PDF, yang dibaca satu proses.",
)
