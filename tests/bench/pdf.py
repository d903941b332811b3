"""What a PDF costs: the whole build against the readers that it could have been made with, all in one run.

With `--long` a PDF of 100 and one of 1,000 pages as well, made by repeating the same file: time a page, peak memory,
and the 1,000 pages with two processes. Exit code 1 if a bound is passed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from long_pdf import repeated
from ratios import PDF, ROOT, STOCK, report, run, seconds

_CAMELOT = (
    "from camelot.io import read_pdf; "
    f"read_pdf({str(PDF)!r}, pages='all', flavor='lattice', engine={{engine!r}}, suppress_stdout=True)"
)
READERS = {
    "pdfplumber extract_tables": STOCK,
    "camelot lattice, vector": _CAMELOT.format(engine="vector"),
    "camelot lattice, raster": _CAMELOT.format(engine="raster"),
    "pdfplumber page.chars": f"import pdfplumber; [page.chars for page in pdfplumber.open({str(PDF)!r}).pages]",
    "pypdfium2 text": (
        f"import pypdfium2; [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument({str(PDF)!r})]"
    ),
}
#: At most so many times the reader's own time, and how little it should be; the others are shown for comparison.
BOUNDS = {"pdfplumber extract_tables": 0.6, "camelot lattice, vector": 1.1}
AIMS = {"pdfplumber extract_tables": 0.5, "camelot lattice, vector": 0.95}
#: So much more a page may take in the file's pages four times over than in them twice.
LINEAR = 1.2

#: MiB, and how much longer a page may take in 1,000 pages than in 100.
MEMORY, GROWTH = 500, 1.15


def compared() -> bool:
    """One line a reader; whether the bounds are kept."""
    with tempfile.TemporaryDirectory() as folder:
        build = seconds(run("-m", "katalog", "build", str(PDF), "-o", folder), 3)
        extract = seconds(run("-m", "katalog", "extract", str(PDF), "-o", str(Path(folder) / "x.json")), 3)
    print(f"{'katalog extract (PDF)':32} {extract:7.3f} s")
    kept = []
    for name, code in READERS.items():
        theirs = seconds(run("-c", code), 2)
        if name in BOUNDS:
            kept.append(report("katalog build (PDF)", build, name, theirs, BOUNDS[name], AIMS[name]))
        else:
            print(
                f"{'katalog build (PDF)':32} {build:7.3f} s   {name:32} {theirs:7.3f} s   ratio {build / theirs:5.2f}"
            )
    return all(kept)


def linear() -> bool:
    """Work for the pages once, twice and four times; whether further pages cost as much as the first ones."""
    work = {}
    with tempfile.TemporaryDirectory() as name:
        for times in (1, 2, 4):
            source = Path(name) / f"{times}.pdf"
            repeated(PDF, times, source)
            work[times] = seconds(run("-m", "katalog", "build", str(source), "-o", name), 3)
            print(f"katalog build, the pages {times} x    {work[times]:7.3f} s")
    ratio = (work[4] - work[2]) / 2 / (work[2] - work[1])
    print(f"a page of the third and fourth time against one of the second: {ratio:.2f} (at most {LINEAR})")
    return ratio <= LINEAR


def long() -> bool:
    """Time a page and peak memory on long files. Growth goes by the processor's time: what else the machine does in
    half a minute is no cost of ours."""
    each, peaks = {}, []
    with tempfile.TemporaryDirectory() as name:
        for pages, jobs in ((108, 1), (1008, 1), (1008, 2)):
            source = Path(name) / f"{pages}.pdf"
            repeated(PDF, pages // 36, source)
            took, cpu, memory = _build(source, Path(name), jobs)
            each[pages, jobs] = cpu / pages * 1e3
            peaks.append(memory)
            work = f"{each[pages, jobs]:5.1f} ms of work a page"
            print(f"katalog build, {pages:4} pages, --jobs {jobs} {took:7.2f} s   {work}   {memory:4.0f} MiB")
    growth = each[1008, 1] / each[108, 1]
    print(f"a page of 1,008 against one of 108: {growth:.2f} (at most {GROWTH}); memory at most {MEMORY} MiB")
    return growth <= GROWTH and max(peaks) <= MEMORY


def _build(source: Path, folder: Path, jobs: int) -> tuple[float, float, float]:
    """Seconds by the clock and of the processor, and the peak of memory in MiB (the largest of its processes)."""
    command = [sys.executable, "-m", "katalog", "build", str(source), "-o", str(folder), "--jobs", str(jobs)]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    kept = compared()
    kept = linear() and kept
    if "--long" in sys.argv[1:]:
        kept = long() and kept
    sys.exit(0 if kept else 1)
