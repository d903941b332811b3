"""Wrong command lines, explained in Indonesian."""

from __future__ import annotations

import re

import click


def explained(error: click.ClickException) -> tuple[str, str]:
    """What is wrong and what to do, for an error that click raised while reading the command line."""
    return _wrong(error), f"Lihat: {_command(error)} --help."


def _command(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return context.command_path if context is not None else "katalog"


def _wrong(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"Opsi {error.option_name} tidak dikenal."
    if isinstance(error, click.MissingParameter):
        return f"{_sentence(_named(error))} belum disebut."
    if isinstance(error, click.BadParameter):
        return f"Nilai untuk {_named(error)} tidak dapat dipakai ({_choices(error)})."
    if isinstance(error, click.NoSuchCommand):
        return f"Perintah {error.command_name} tidak dikenal."
    if isinstance(error, click.BadOptionUsage):
        # click tells the two ways apart by its sentence alone
        without = "tidak memakai nilai" if "does not take" in error.message else "memerlukan nilai"
        return f"Opsi {error.option_name} {without}."
    if extra := re.match(r"Got unexpected extra arguments? \((.*)\)$", error.message, re.DOTALL):
        return f"Terlalu banyak argumen: {extra[1]}."
    return f"Baris perintah tidak dapat dipahami ({error.format_message().rstrip('.')})."


def _named(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return "argumen"
    if isinstance(parameter, click.Option):
        return f"opsi {'/'.join(parameter.opts)}"
    return f"argumen {parameter.metavar or parameter.name}"


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return f"pilihannya: {', '.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange | click.FloatRange):
        least = f"{'lebih dari' if kind.min_open else 'paling sedikit'} {kind.min:g}"
        return f"harus bilangan {least}" + (f" dan paling banyak {kind.max:g}" if kind.max is not None else "")
    if isinstance(kind, click.types.IntParamType):
        return "harus bilangan bulat"
    return error.message.rstrip(".")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
