"""`katalog --version`, and with `-v` what the program rests on: its word list and packages, with their licences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from importlib.metadata import Distribution

Group = TypeVar("Group", bound=Callable[..., Any])


def version_option(group: Group) -> Group:
    """`--version`. It waits for `-v`, which may stand behind it."""
    return click.option(
        "--version",
        is_flag=True,
        expose_value=False,
        callback=_show,
        help="Tampilkan versi program; dengan -v juga daftar kata dan pustakanya, masing-masing dengan lisensinya.",
    )(group)


def _show(context: click.Context, _: click.Parameter, value: bool) -> None:
    if not value or context.resilient_parsing:
        return
    from importlib.metadata import distribution

    program = distribution("katalog")
    click.echo(f"katalog {program.version}")
    if context.ensure_object(dict).get("verbose"):
        click.echo("\n".join((*_code(program), "", *_word_list(), "", *_packages())))
    context.exit()


def _code(program: Distribution) -> Iterator[str]:
    from katalog.licences import licence_of

    yield f"Lisensi: {licence_of(program.metadata)} (kode dan daftar kata)"


def _word_list() -> Iterator[str]:
    from bahasa.kamus import word_list

    told = word_list()
    yield f"Daftar kata: {told.nama}"
    yield f"  sumber    {told.sumber}"
    yield f"  hak cipta {told.hak_cipta}"
    yield f"  lisensi   {told.lisensi} (bahasa/kamus.LGPL-3.0.txt, bahasa/kamus.GPL-3.0.txt)"
    yield f"  perubahan {told.perubahan} ({told.diubah})"


def _packages() -> Iterator[str]:
    from katalog.licences import dependencies

    rows = [(one.name, one.version, one.licence, one.needed_by) for one in dependencies()]
    heads = ("Pustaka", "versi", "lisensi", "diperlukan oleh")
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        yield "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
