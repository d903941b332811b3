"""What the program costs, as ratios measured in one run on one machine (`make bench`).

Each figure is the least work of several runs, since everything else on the machine only adds to it. Exit code 1 if a
bound is passed.
"""

from __future__ import annotations

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: Indicators of the diffs whose times are compared.
SIZES = (1_000, 10_000)
ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt"
PDF = ROOT / "tests" / "fixtures" / "pdf" / "paser-a.pdf"

#: What reading a PDF's tables with the stock reader takes, in a process of its own as `katalog build` is.
STOCK = f"import pdfplumber; [page.extract_tables() for page in pdfplumber.open({str(PDF)!r}).pages]"

#: A build in one process, stage by stage: what spelling adds to it (its dictionary loaded anew), and all the rest.
SPELLING = f"""
from pathlib import Path
from time import perf_counter as now
start = now()
from katalog.assemble.catalogue import assemble
from katalog.store.canonical import canonical_bytes
from katalog.front import extracted
from normalize.decree import normalize
extracted = extracted(Path({str(CORPUS)!r}))
read = now()
normalized = normalize(extracted)
spelled = now()
normalize(extracted, spelling=False)
plain = now()
canonical_bytes(assemble(normalized))
end = now()
print((spelled - read) - (plain - spelled), (read - start) + (plain - spelled) + (end - plain))
"""


#: Byte code is kept between runs as where the program is installed, whatever the environment says of it.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "katalog-bench-pyc")


def run(*arguments: str) -> Callable[[], None]:
    """A Python process with these arguments."""
    command = [sys.executable, *arguments]

    def once() -> None:
        result = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=False)
        if result.returncode not in (0, 1):
            raise SystemExit(f"failed: {' '.join(arguments)}")

    return once


def seconds(what: Callable[[], None], times: int) -> float:
    """The least work (of the processor, user and system) that one of some runs took, after one that fills the caches:
    what else the machine does meanwhile is no cost of theirs."""
    what()
    best = float("inf")
    for _ in range(times):
        start = work()
        what()
        best = min(best, work() - start)
    return best


def work() -> float:
    """Seconds that the processor has worked for the processes that are over."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def report(name: str, ours: float, other: str, theirs: float, bound: float, aim: float | None = None) -> bool:
    """One line; whether the ratio keeps the bound."""
    ratio = ours / theirs
    wanted = f"at most {bound:g}" + (f", aim {aim:g}" if aim else "")
    print(f"{name:32} {ours:7.3f} s   {other:32} {theirs:7.3f} s   ratio {ratio:5.2f}  ({wanted})")
    return ratio <= bound


def diff_grows() -> bool:
    """The diff of 1,000 and of 10,000 indicators: time that grows no faster than n log n, at most 1 GiB."""
    small, large = (best_of(3, "diff_scale.py", str(size)) for size in SIZES)
    for one in (small, large):
        counted = f"{one['rows']} indikator, {one['changes']} changes"
        print(f"diff of {counted:34} {one['seconds']:7.3f} s   {one['mib']:5.0f} MiB")
    grown = math.log(large["rows"] / small["rows"])
    exponent = math.log(large["seconds"] / small["seconds"]) / grown
    bound = 1 + math.log(math.log(large["rows"]) / math.log(small["rows"])) / grown
    print(f"exponent {exponent:.3f} (at most that of n log n: {bound:.3f}), memory at most 1024 MiB")
    return exponent <= bound and bool(large["mib"] <= 1024)


def best_of(times: int, *arguments: str) -> dict[str, Any]:
    """The fastest of some runs."""
    return min((measured(*arguments) for _ in range(times)), key=lambda one: float(one["seconds"]))


def diff_beside_others() -> None:
    """What others report of the same pair, which has 36 true changes."""
    for name, (changes, taken) in measured("diff_others.py").items():
        print(f"{name:32} {taken:7.3f} s   {changes:5} changes reported (36 are true)")


def measured(script: str, *arguments: str) -> dict[str, Any]:
    """What a script of this folder prints as JSON."""
    command = [sys.executable, str(Path(__file__).parent / script), *arguments]
    found: dict[str, Any] = json.loads(subprocess.check_output(command, cwd=ROOT, text=True))
    return found


def main() -> int:
    """Measure and print."""
    bare = seconds(run("-c", "pass"), 15)
    kept = [report("katalog --help", seconds(run("-m", "katalog", "--help"), 15), "python -c pass", bare, 10.0)]
    with tempfile.TemporaryDirectory() as folder:
        build = seconds(run("-m", "katalog", "build", str(CORPUS), "-o", str(Path(folder))), 3)
    stock = seconds(run("-c", STOCK), 3)
    kept.append(report("katalog build (decree's text)", build, "pdfplumber extract_tables (PDF)", stock, 1.0))
    spelling, rest = map(float, subprocess.check_output([sys.executable, "-c", SPELLING], cwd=ROOT, text=True).split())
    kept.append(report("spelling the decree's text", spelling, "all else in its build", rest, 1.0))
    kept.append(diff_grows())
    diff_beside_others()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
