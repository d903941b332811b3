"""`make fuzz MINUTES=5`: odd inputs of every kind, one after the other by number; it goes on where it last stopped.

A find is a crash (anything but KatalogError), a process that died, a hang (over 20 s), memory (over 1 GiB), or other
bytes in a second run, in a process whose hashes are seeded otherwise. Each is kept in build/fuzz with its traceback; a
small one belongs into tests/fixtures/ganjil. Exit code 1 where anything was found.

    run.py --minutes 5 [--kind pdf]      # all kinds (or one) in turn
    run.py --until 10000 --kind pdf      # numbers below 10,000 that were not tried yet

Counts stand in build/fuzz/counts.json.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "fuzz")]

from inputs import KINDS, drawn, good_files  # noqa: E402
from tried import what_comes_of  # noqa: E402

SECONDS, MEMORY, ADDRESSES = 20, 1 << 30, 6 << 30
KEPT = ROOT / "build" / "fuzz"
#: Inputs that one process tries.
BLOCK = {"text": 500, "pdf": 250, "docx": 80, "catalogue": 100, "koreksi": 100}


def work(kind: str, first: int, behind: int, folder: Path) -> None:
    """In a process of its own: tries inputs, and says in the file `said` what came of each, a line each."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    good = good_files(folder)
    path = folder / f"masukan{KINDS[kind][1]}"
    gc.freeze()
    # a pipe or a file would fill the disk with what libraries complain of
    with (folder / "said").open("a") as said, (folder / "trace").open("w") as trace:
        faulthandler.register(signal.SIGPROF, file=trace, chain=True)
        for number in range(first, behind):
            print(json.dumps({"number": number}), file=said, flush=True)
            path.write_bytes(drawn(kind, number, good))
            # of the processor, so that what else the machine does is no find; one that waits is ended by the clock
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            faulthandler.dump_traceback_later(20 * SECONDS, exit=True, file=trace)
            told = _one(kind, path, folder, number)
            faulthandler.cancel_dump_traceback_later()
            large = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > MEMORY
            print(json.dumps(told | ({"find": "memory"} if large else {})), file=said, flush=True)
            if large:
                return


def _one(kind: str, path: Path, folder: Path, number: int) -> dict[str, Any]:
    try:
        came = what_comes_of(kind, path, folder, number)
        return {"digest": hashlib.sha256(came).hexdigest()[:16], "refused": not came.startswith(b"{")}
    except MemoryError:
        return {"find": "memory", "trace": traceback.format_exc()}
    except Exception:
        return {"find": "crash", "trace": traceback.format_exc()}


def outcomes(kind: str, first: int, behind: int, hashes: int) -> dict[int, dict[str, Any]]:
    """What came of each input, of however many processes it took."""
    found: dict[int, dict[str, Any]] = {}
    while first < behind:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            call = [sys.executable, __file__, "--work", kind, str(first), str(behind), name]
            environment = {**os.environ, "PYTHONHASHSEED": str(hashes)}
            ended = subprocess.run(call, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            number = first
            for line in (folder / "said").read_text().splitlines():
                told = json.loads(line)
                number = told.get("number", number)
                found[number] = told
            if "number" in found.get(number, {"number": 0}):
                trace = (folder / "trace").read_text()
                found[number] = {"find": "hang" if trace else f"died ({ended.returncode})", "trace": trace}
            first = number + 1
    return found


def tried_twice(kind: str, first: int, behind: int) -> dict[int, dict[str, Any]]:
    """The outcomes of the first run; those that differ in a second one are finds."""
    one, other = (outcomes(kind, first, behind, hashes) for hashes in (1, 2))
    for number, told in one.items():
        if "find" not in told and told != other[number]:
            told |= {"find": other[number].get("find", "other bytes"), "trace": other[number].get("trace", "")}
    return one


def keep(kind: str, number: int, told: dict[str, Any], good: bytes) -> None:
    """The input of a find, and where it happened."""
    name = KEPT / f"{kind}-{number}-{told['find'].split()[0]}"
    name.with_suffix(KINDS[kind][1]).write_bytes(drawn(kind, number, good))
    name.with_suffix(".traceback").write_text(told.get("trace", ""))


def blocks(kinds: list[str], counts: dict[str, Any], until: int, minutes: float) -> Iterator[tuple[str, int, int]]:
    """What is to be tried next, until time or numbers are up."""
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end and (open_kinds := [kind for kind in kinds if counts[kind]["tried"] < until]):
        kind = min(open_kinds, key=lambda kind: counts[kind]["tried"] / BLOCK[kind])
        first = counts[kind]["tried"]
        # short runs get to every kind
        yield kind, first, min(until, first + (BLOCK[kind] if minutes > 10 else BLOCK[kind] // 10))


def main(wanted: argparse.Namespace) -> int:
    KEPT.mkdir(parents=True, exist_ok=True)
    file = KEPT / "counts.json"
    counts = json.loads(file.read_text()) if file.exists() else {}
    kinds = [kind for kind in KINDS if kind in (wanted.kind or list(KINDS))]
    for kind in kinds:
        counts.setdefault(kind, {"tried": 0, "refused": 0, "finds": {}})
    with tempfile.TemporaryDirectory() as name:
        good = good_files(Path(name))
    for kind, first, behind in blocks(kinds, counts, wanted.until, wanted.minutes):
        count = counts[kind]
        for number, told in tried_twice(kind, first, behind).items():
            count["refused"] += bool(told.get("refused"))
            if "find" in told:
                count["finds"].setdefault(told["find"], []).append(number)
                keep(kind, number, told, good)
        count["tried"] = behind
        file.write_text(json.dumps(counts, indent=1))
        print(f"{kind}: {behind} tried, {count['refused']} refused, finds {count['finds'] or 0}", flush=True)
    return 1 if any(counts[kind]["finds"] for kind in kinds) else 0


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--until", type=int, default=10**9)
    parser.add_argument("--kind", action="append", choices=list(KINDS))
    parser.add_argument("--work", nargs=4)
    return parser


if __name__ == "__main__":
    given = options().parse_args()
    if given.work:
        kind, first, behind, folder = given.work
        work(kind, int(first), int(behind), Path(folder))
    else:
        sys.exit(main(given))
