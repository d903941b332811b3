"""What a command costs with all processes below it: wall time, processor time, memory."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from katalog.processes import family_of

#: Seconds between two looks at the processes of a command: short ones are looked at more often.
_LOOK, _FIRST_LOOKS = 0.5, 0.02


@dataclass(frozen=True, slots=True)
class TreeCost:
    """Seconds of wall and of processor time, the most memory of all processes together (bytes; what several share is
    counted once), and the exit code."""

    wall: float
    work: float
    memory: int
    code: int


def cost(command: Sequence[str | Path], *, environment: dict[str, str], until: Callable[[float], bool]) -> TreeCost:
    """Run the command to its end, or until `until`, which is told the seconds since its start, says so: then all of its
    processes are killed at once."""
    begun, memory = time.monotonic(), 0
    # a session of its own: its processes can be killed together
    process = subprocess.Popen(command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL)
    while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
        memory = max(memory, sum(map(_own_memory, family_of(process.pid))))
        if until(time.monotonic() - begun):
            kill_tree(process.pid)
            ended = os.wait4(process.pid, 0)
            break
        time.sleep(min(_LOOK, max(_FIRST_LOOKS, (time.monotonic() - begun) / 20)))
    used = ended[2].ru_utime + ended[2].ru_stime
    return TreeCost(time.monotonic() - begun, used, memory, os.waitstatus_to_exitcode(ended[1]))


def kill_tree(process: int) -> None:
    """Kill a process and all below it, as a machine does that goes off."""
    family = family_of(process)
    for one in family:
        try:
            os.kill(one, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _own_memory(process: int) -> int:
    """Bytes of a process, its part of what it shares with others; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
