"""The command line. Commands are loaded when they are called or listed, and import their stages when they run."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

import click

from katalog.cli.formatter import Formatter
from katalog.cli.messages import complain
from katalog.cli.options import common
from katalog.cli.usage import explained
from katalog.cli.version import version_option
from katalog.cli.watch import Desk, watched
from katalog.errors import OK, UNUSABLE, KatalogError

#: In the order of the work.
COMMANDS = (
    "build",
    "check",
    "review",
    "summary",
    "diff",
    "log",
    "export",
    "entities",
    "serve",
    "inspect",
    "extract",
    "normalize",
    "assemble",
    "schema",
    "docs",
    "cache",
    "corpus",
)

click.Context.formatter_class = Formatter


class Commands(click.Group):
    """A group that finds its commands in `katalog.cli.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"katalog.cli.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Contoh: katalog build keputusan.txt -o katalog/ && katalog export katalog/keputusan.json -f csv -o tabel/",
)
@version_option
@common
def group() -> None:
    """Membaca keputusan tentang indikator kinerja (IKU, IKI, PK) menjadi katalog yang kanonik."""


def process() -> NoReturn:
    """The program `katalog`: run a command and end the process with its exit code. A child does the work, this process
    watches (`katalog.cli.watch`).

    It ends at once, when all is written and what libraries have to do at the end is done: to free the many small parts
    of a catalogue one by one before the system takes the memory back takes a fifteenth of the time.
    """
    # pydantic would look for plugins in all that is installed; what stands in a catalogue hangs on nothing else anyway
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # sums are small: OpenBLAS (of numpy and OpenCV) has a thread for each other core that waits by asking on and on
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    watched_code, desk = watched()
    if watched_code is not None:
        os._exit(watched_code)
    with _seldom_collecting():
        code = _run(None, desk)
        atexit._run_exitfuncs()
        sys.stderr.flush()
        os._exit(code)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command within a Python program; SystemExit has its exit code. Nothing is forked, and nothing watched."""
    with _seldom_collecting():
        code = _run(arguments, Desk())
    sys.exit(code)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Artifacts are many and hold no cycles: looking for some after every 700 of them takes a tenth of the time. A
    decree of a hundred pages stays below this number, so that it is never looked through; what is freed counts back."""
    usual = gc.get_threshold()
    gc.set_threshold(1_000_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.enable()


def _run(arguments: Sequence[str] | None, desk: Desk) -> int:
    """The exit code of a command. The one place where errors become messages."""
    chosen: dict[str, object] = {"desk": desk}
    try:
        result = group.main(arguments, prog_name="katalog", standalone_mode=False, obj=chosen)
        sys.stdout.flush()
        return result if isinstance(result, int) else OK
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.Abort:
        click.echo("katalog: dihentikan.", err=True)
        return 130
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return UNUSABLE
    except click.ClickException as error:
        complain(KatalogError(*explained(error)), debug="debug" in chosen)
        return UNUSABLE
    except BrokenPipeError:
        # the reader of the pipe (`| head`) has enough; nothing more may be written when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        complain(error, debug="debug" in chosen)
        return UNUSABLE
