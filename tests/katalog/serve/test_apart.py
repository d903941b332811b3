"""Work in a process of its own: its result, its error, its death."""

from __future__ import annotations

import os
import signal
import time

import pytest

from katalog.errors import Unusable
from katalog.serve.apart import apart


def _doubled(number: int, more: int = 0) -> int:
    return 2 * number + more


def _refusing() -> None:
    raise Unusable("sk.pdf", "Rusak.", "Minta lagi.")


def _dying() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


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
