"""On a terminal the bar tells how far a source is, from what the log says of its pages."""

from __future__ import annotations

import io
import logging
import sys
from pathlib import Path

import pytest

from katalog.cli.messages import _steps_shown, counting, progress

LOG = logging.getLogger("katalog")


def test_the_steps_of_a_source_are_shown() -> None:
    seen: list[str] = []
    before = LOG.level
    with _steps_shown(seen.append):
        LOG.info("OCR: halaman 1 terbaca", extra={"step": "1 dari 2 halaman, kira-kira 4 detik lagi"})
        LOG.info("OCR: halaman 2 teksnya sendiri dipakai")
    LOG.info("sesudahnya", extra={"step": "2 dari 2 halaman"})
    assert seen == ["1 dari 2 halaman, kira-kira 4 detik lagi"]
    assert LOG.level == before


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_name_in_the_bar_is_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "rencana [final] \x1b[31m.txt"
    for counted in (False, True):
        monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
        if counted:
            with counting("Membaca", ticking=False) as show:
                show(name, 1, 2)
        else:
            with progress([Path(name)], "Membaca") as items:
                assert [item.name for item in items] == [name]
        assert "rencana [final] <U+001B>[31m.txt" in terminal.getvalue().replace("\n", "")
