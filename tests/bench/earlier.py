"""Is a build slower than an earlier state of the program? `make bench OLD=FOLDER`, a checkout that has its `.venv`.

Both build the decree's text and its PDF in turn, so that whatever else the machine does meets both alike; the figure is
the median of the ratios of their work (of the processor, user and system, in whole processes). Exit code 1 if a build
takes more work than it took there.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from ratios import CORPUS, ENVIRONMENT, PDF, ROOT, work

#: Builds of each source by each state, after one that fills the caches.
_TIMES = 9
#: A build may take so many times the earlier work: two runs of one state differ by so much.
_BOUND = 1.02


def built(checkout: Path, source: Path, folder: str) -> float:
    """The work of one build, in seconds."""
    command = [str(checkout / ".venv" / "bin" / "python"), "-m", "katalog", "build", str(source), "-o", folder]
    before = work()
    result = subprocess.run(command, cwd=checkout, env=ENVIRONMENT, capture_output=True, check=False)
    if result.returncode not in (0, 1):
        raise SystemExit(f"failed: {' '.join(command)}\n{result.stderr.decode(errors='replace')}")
    return work() - before


def compared(earlier: Path, source: Path) -> bool:
    """One line; whether the bound is kept."""
    now, then = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(_TIMES + 1):
            then.append(built(earlier, source, folder))
            now.append(built(ROOT, source, folder))
    ratios = [a / b for a, b in zip(now[1:], then[1:], strict=True)]
    least = f"{min(now[1:]):7.3f} s, there {min(then[1:]):7.3f} s"
    print(f"katalog build {source.name:28} {least}   ratio {median(ratios):5.2f}  (at most {_BOUND:g}, {_TIMES} runs)")
    return median(ratios) <= _BOUND


def main(arguments: list[str]) -> int:
    """Measure and print."""
    if len(arguments) != 1:
        raise SystemExit("usage: earlier.py FOLDER")
    kept = [compared(Path(arguments[0]).resolve(), source) for source in (CORPUS, PDF)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
