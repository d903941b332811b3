"""What the system says about running processes (Linux: /proc), and how many may run."""

from __future__ import annotations

import os
from pathlib import Path


def cores() -> int:
    """How many processes can work at the same time: the cores that this one may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
