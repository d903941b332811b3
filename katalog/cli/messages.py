"""What commands say on standard error, and the progress that is shown on a terminal only."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from katalog.cli.options import is_set
from katalog.errors import KatalogError
from katalog.show.visible import visible


def complain(error: BaseException, about: Path | str | None = None, debug: bool = False) -> None:
    """One message on standard error. An error that is no KatalogError is a fault of the program and says so. `debug`
    shows the traceback, also after the command has ended."""
    if debug or is_set("debug"):
        import traceback

        traceback.print_exception(error)
    if isinstance(error, KatalogError):
        _say(f"katalog: {error}")
        return
    subject = f"{about}: " if about else ""
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    _say(
        f"katalog: {subject}Kesalahan pada program ini ({what}). "
        "Jalankan lagi dengan --debug dan laporkan hasilnya bersama berkasnya."
    )


def _say(message: str) -> None:
    """On standard error; names and texts of files are shown, not obeyed."""
    click.echo(visible(message), err=True)


def tell(message: str) -> None:
    """A remark: on a terminal, or with `-v`."""
    if sys.stderr.isatty() or is_set("terminal") or is_set("verbose"):
        _say(message)


def warn(message: str) -> None:
    """A remark that is always made."""
    _say(f"katalog: {message}")


def detail(message: str) -> None:
    """A remark with `-v` only."""
    if is_set("verbose"):
        _say(message)


@contextmanager
def progress(items: Iterable[Path], what: str) -> Iterator[Iterator[Path]]:
    """The items, with a bar on standard error while they are worked on, if that is a terminal."""
    listed = list(items)
    if not sys.stderr.isatty():
        yield iter(listed)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=len(listed))

        now = ""

        def stepping() -> Iterator[Path]:
            nonlocal now
            for item in listed:
                now = f"{what} {_in_bar(item.name)}"
                bar.update(task, description=now)
                yield item
                bar.advance(task)

        with _steps_shown(lambda step: bar.update(task, description=f"{now}: {step}")):
            yield stepping()


@contextmanager
def counting(what: str, ticking: bool = True) -> Iterator[Callable[[str, int, int], None]]:
    """A function to be told what was done, how many are done, and of how many: a bar with rate and estimate on standard
    error, if that is a terminal. Its clock is `ticking` in a thread, or else it moves when something is done."""
    if not sys.stderr.isatty():
        yield lambda name, done, total: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*shown, TimeRemainingColumn(), console=console, transient=True, auto_refresh=ticking) as bar:
        task = bar.add_task(what, total=None)
        yield lambda name, done, total: bar.update(
            task, completed=done, total=total, description=f"{what} {_in_bar(name)}", refresh=not ticking
        )


def _in_bar(name: str) -> str:
    """A name as a bar shows it: what stands in square brackets is no style, and nothing moves the cursor."""
    from rich.markup import escape

    return escape(visible(name))


class _Steps(logging.Handler):
    """Shows the steps that the log tells of within one source: records with a `step` (a page that OCR has read)."""

    def __init__(self, show: Callable[[str], None]) -> None:
        super().__init__(logging.INFO)
        self._show = show

    def emit(self, record: logging.LogRecord) -> None:
        if step := getattr(record, "step", ""):
            self._show(step)


@contextmanager
def _steps_shown(show: Callable[[str], None]) -> Iterator[None]:
    log, handler = logging.getLogger("katalog"), _Steps(show)
    usual = log.level
    log.addHandler(handler)
    if not log.isEnabledFor(logging.INFO):
        log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(usual)
