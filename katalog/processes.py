"""What the system says about running processes (Linux: /proc)."""

from __future__ import annotations

import os
from pathlib import Path


def family_of(process: int) -> list[int]:
    """The process and all below it."""
    found = [process]
    for one in found:
        try:
            for thread in Path(f"/proc/{one}/task").iterdir():
                with (thread / "children").open("rb") as listed:
                    found += map(int, listed.read().split())
        except OSError:
            continue  # has ended meanwhile
    return found


def resident(process: int) -> int:
    """Bytes of memory that a process holds; 0 where it has ended, or where the system doesn't say."""
    try:
        with Path(f"/proc/{process}/statm").open("rb") as told:
            return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
