"""Options and arguments that several commands have, and what the running command was given."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from katalog.cli.watch import Desk
from katalog.errors import KatalogError, Unusable
from katalog.show.formats import OutputFormat, format_choices
from katalog.store.files import STDOUT

if TYPE_CHECKING:
    from katalog.show.printed_sheet import Paper

Command = TypeVar("Command", bound=Callable[..., Any])


def common(command: Command) -> Command:
    """`-v` and `--debug`. Their values are kept in the context's `obj`, where messages are made."""
    command = click.option(
        "--debug", is_flag=True, expose_value=False, callback=_keep, help="Tampilkan jejak kesalahan program."
    )(command)
    return click.option(
        "-v",
        "--verbose",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_keep,
        help="Tampilkan lebih banyak keterangan.",
    )(command)


def _keep(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and parameter.name:
        chosen = context.ensure_object(dict)
        if not {"verbose", "debug"} & chosen.keys():
            _listen(context)
        chosen[parameter.name] = True
        logging.getLogger("katalog").setLevel(logging.DEBUG if "debug" in chosen else logging.INFO)


def _listen(context: click.Context) -> None:
    """Show the log of the logger `katalog` on standard error, as long as the command runs."""
    log, handler = logging.getLogger("katalog"), logging.StreamHandler(sys.stderr)
    before = log.level
    log.addHandler(handler)

    def quiet() -> None:
        log.removeHandler(handler)
        log.setLevel(before)

    context.call_on_close(quiet)


def is_set(name: str) -> bool:
    """Whether a common option was given to the running command."""
    context = click.get_current_context(silent=True)
    return bool(context and (context.find_root().obj or {}).get(name))


def keep_terminal() -> None:
    """What this process says comes to a terminal in the end, though it writes to a file."""
    if context := click.get_current_context(silent=True):
        context.find_root().ensure_object(dict)["terminal"] = True


def desk_of_command() -> Desk:
    """Where the running command says what it works on."""
    context = click.get_current_context(silent=True)
    desk = (context.find_root().obj or {}).get("desk") if context else None
    return desk if isinstance(desk, Desk) else Desk()


def format_option(formats: Sequence[OutputFormat]) -> Callable[[Command], Command]:
    """`-f`, one of these; None where it is not given."""
    names = [one.name for one in formats]
    return click.option("-f", "--format", "kind", type=click.Choice(names), default=None, help=format_choices(formats))


def output(help_text: str) -> Callable[[Command], Command]:
    """`-o`, required; `-` is standard output."""
    option = click.option("-o", "--output", required=True, metavar="TUJUAN", help=help_text)
    return lambda command: option(_beside_its_input(command))


def optional_output(command: Command) -> Command:
    """`-o`; without it standard output."""
    return click.option(
        "-o", "--output", default=STDOUT, metavar="TUJUAN", help="Berkas hasil; bawaan: keluaran baku."
    )(_beside_its_input(command))


def _beside_its_input(command: Command) -> Command:
    """The command, which refuses to write over what it reads: that may be the only copy of a decree."""

    @wraps(command)
    def beside(**given: Any) -> Any:
        for value in given.values():
            for path in value if isinstance(value, tuple) else (value,):
                if isinstance(path, Path):
                    refuse_onto(given["output"], path)
        return command(**given)

    return cast("Command", beside)


def refuse_onto(output: str, source: Path) -> None:
    """Unusable where the output is the file that is read, under this or another name."""
    written = Path(output)
    if output != STDOUT and written.is_file() and source.is_file() and written.samefile(source):
        raise Unusable(
            source, "Hasilnya akan menimpa berkas ini, yang justru dibaca.", "Sebutkan berkas lain dengan -o."
        )


def catalogues_argument(command: Command) -> Command:
    """One catalogue or several, or sources that are built on the fly."""
    return click.argument("catalogues", metavar="KATALOG...", nargs=-1, required=True, type=click.Path(path_type=Path))(
        command
    )


def lang_option(what: str) -> Callable[[Command], Command]:
    """`--lang`, the language of this."""
    return click.option("--lang", type=click.Choice(["id", "en"]), default="id", help=f"Bahasa {what}; bawaan: id.")


def paper_option(command: Command) -> Command:
    """`--paper`, of workbooks; None where it is not given."""
    return click.option(
        "--paper", type=click.Choice(["a4", "f4"]), default=None, help="Kertas lembar kerja (xlsx); bawaan: a4."
    )(command)


def paper_of(chosen: OutputFormat, formats: Sequence[OutputFormat], paper: Paper | None) -> Paper:
    """The paper of the format that was chosen; KatalogError where one was given and the format has none."""
    if paper and not chosen.printed:
        printed = ", ".join(one.name for one in formats if one.printed)
        raise KatalogError(
            f"“--paper” hanya untuk lembar kerja ({printed}), bukan {chosen.name}.",
            "Hilangkan --paper, atau sebutkan bentuk lembar kerja dengan -f.",
        )
    return paper or "a4"


def manner(command: Command) -> Command:
    """`--no-spelling` and `--koreksi`."""
    command = click.option(
        "--koreksi",
        metavar="BERKAS",
        type=click.Path(path_type=Path),
        help="Putusan tentang perbaikan (koreksi.toml), bila tidak di samping sumbernya.",
    )(command)
    return click.option(
        "--no-spelling", is_flag=True, help="Tanpa perbaikan ejaan: nilai baku sama dengan teks tercetak."
    )(command)
