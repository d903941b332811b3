"""Work on a source in a process of its own: what a hostile file does to the libraries that draw it does not reach the
server."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

from katalog.errors import KatalogError

Given = ParamSpec("Given")
Made = TypeVar("Made")

#: Seconds that it may take, and the memory (bytes of addresses) that it may have.
_SECONDS, _MEMORY = 120.0, 4 * 1024**3


def apart(function: Callable[Given, Made], *arguments: Given.args, **named: Given.kwargs) -> Made | None:
    """What a function of a module makes; None where its process dies, or takes too long. A KatalogError is raised here
    as well."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, function, arguments, named), daemon=True)
    process.start()
    theirs.close()
    try:
        told: dict[str, Any] = ours.recv() if ours.poll(_SECONDS) else {}
    except EOFError:
        told = {}
    finally:
        process.kill()
        process.join()
        ours.close()
    if "cause" in told:
        raise KatalogError(**told)
    return told.get("made")


def _work(pipe: Connection, function: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        pipe.send({"made": function(*arguments, **named)})
    except KatalogError as error:
        pipe.send({"cause": error.cause, "remedy": error.remedy})
