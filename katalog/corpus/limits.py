"""Keeps a worker within its limits: a thread of it watches the source that it works on.

A library that hangs in one call, or takes all memory, can't be stopped from within its own thread. So the watching
thread says what happened and ends the process as a whole; Dask's nanny starts another worker, and the other sources
go on.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from katalog.processes import family_of, resident

_MB = 1024 * 1024
_LOOK = 0.2
#: The readers' own clock speaks first, as it knows how far they got.
_GRACE = 15.0
#: The exit code of a worker that ended itself.
OVER = 70


@contextmanager
def within_limits(memory: float, seconds: float, say: Callable[[str], None]) -> Iterator[None]:
    """While a source is worked on: beyond `memory` (bytes of this process and those below it) or `seconds` of wall time
    `say` is called with the reason, and the process ends with `OVER`."""
    ended = threading.Event()
    watching = threading.Thread(target=_watch, args=(ended, memory, seconds, say), daemon=True)
    watching.start()
    try:
        yield
    finally:
        ended.set()
        watching.join()


def _watch(ended: threading.Event, memory: float, seconds: float, say: Callable[[str], None]) -> None:
    begun = time.monotonic()
    while not ended.wait(_LOOK):
        if time.monotonic() - begun > seconds + _GRACE:
            _end(say, f"Dihentikan: belum selesai setelah {seconds:.0f} detik.")
        if sum(map(resident, family_of(os.getpid()))) > memory:
            _end(say, f"Dihentikan: memerlukan lebih dari {memory / _MB:.0f} MB memori.")


def _end(say: Callable[[str], None], why: str) -> None:
    try:
        say(why)
    finally:
        os._exit(OVER)
