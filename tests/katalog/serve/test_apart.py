"""Work in a process of its own: its result, its error, its death."""

from __future__ import annotations

import os
import signal
import stat
import time
from contextlib import suppress
from multiprocessing import resource_tracker
from pathlib import Path

import pytest

from katalog.errors import Unusable
from katalog.serve.apart import apart


def _doubled(number: int, more: int = 0) -> int:
    return 2 * number + more


def _refusing() -> None:
    raise Unusable("sk.pdf", "Rusak.", "Minta lagi.")


def _dying() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _falling_silent() -> None:
    """Says how long its answer is, and a little of it, through every pipe but that of Python's own watcher."""
    others = {0, 1, 2, resource_tracker.getfd()}
    for number in {int(path.name) for path in Path("/proc/self/fd").iterdir()} - others:
        with suppress(OSError):
            if stat.S_ISFIFO(os.fstat(number).st_mode):
                os.write(number, b"\x00\x00\x10\x00half")
    time.sleep(300)


def _saying_much() -> bytes:
    return bytes(100_000)


def test_what_it_makes() -> None:
    assert apart(_doubled, 21, more=1) == 43


def test_an_error_that_has_a_remedy_is_raised_here() -> None:
    with pytest.raises(Exception, match=r"sk\.pdf: Rusak\. Minta lagi\."):
        apart(_refusing)


def test_a_process_that_dies_makes_nothing() -> None:
    assert apart(_dying) is None


def test_one_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.serve.apart._SECONDS", 0.5)
    begun = time.monotonic()
    assert apart(time.sleep, 300) is None
    assert time.monotonic() - begun < 60


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="pipes are found in /proc")
def test_one_that_stops_in_the_middle_of_its_answer_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.serve.apart._SECONDS", 3.0)
    begun = time.monotonic()
    assert apart(_falling_silent) is None
    assert time.monotonic() - begun < 60


def test_one_that_says_too_much_makes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.serve.apart._MOST", 10_000)
    assert apart(_saying_much) is None
