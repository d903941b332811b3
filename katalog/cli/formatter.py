"""Help pages in Indonesian: the words that click adds by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

_WORDS = {
    "Options": "Opsi",
    "Commands": "Perintah",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "required]": "wajib]",
}


class Formatter(click.HelpFormatter):
    """Help formatter with Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        arguments = args.replace("[OPTIONS]", "[OPSI]").replace("COMMAND [ARGS]...", "PERINTAH ...")
        super().write_usage(prog, arguments, "Pemakaian: " if prefix is None else prefix)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_WORDS.get(name, name)):
            yield

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, _translated(text)) for term, text in rows], col_max, col_spacing)


def _translated(text: str) -> str:
    for english, indonesian in _WORDS.items():
        if text.endswith(english):
            return text.removesuffix(english) + indonesian
    return text
