"""Work on a source in a process of its own: what a hostile file does to the libraries that draw it does not reach the
server."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Timer
from typing import Any, ParamSpec, TypeVar

from katalog.errors import KatalogError

Given = ParamSpec("Given")
Made = TypeVar("Made")

#: Seconds until it has said all, the memory (bytes of addresses) that it may have, the most (bytes) that it may say.
_SECONDS, _MEMORY, _MOST = 120.0, 4 * 1024**3, 512 * 1024**2


def apart(function: Callable[Given, Made], *arguments: Given.args, **named: Given.kwargs) -> Made | None:
    """What a function of a module makes; None where its process dies, takes too long or says too much. A KatalogError
    is raised here as well."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, function, arguments, named), daemon=True)
    process.start()
    theirs.close()
    # one that stops in the middle of what it says keeps who listens waiting: its death ends that as well
    clock = Timer(_SECONDS, process.kill)
    clock.start()
    told: dict[str, Any] = {}
    try:
        with suppress(EOFError, OSError):
            told = pickle.loads(ours.recv_bytes(_MOST))
    finally:
        clock.cancel()
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
