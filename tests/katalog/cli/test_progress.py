"""On a terminal the bar tells how far a source is, from what the log says of its pages."""

from __future__ import annotations

import logging

from katalog.cli.messages import _steps_shown

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
