"""A long PDF for measurements: the pages of one file over and over, each time as objects of their own."""

from __future__ import annotations

import sys
from pathlib import Path

import pikepdf


def repeated(source: Path, times: int, target: Path) -> None:
    """Write `times` copies of all pages of `source` to `target`."""
    with pikepdf.open(source) as once, pikepdf.new() as pdf:
        for _ in range(times):
            pdf.pages.extend(once.pages)
        pdf.save(target)


if __name__ == "__main__":
    repeated(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
