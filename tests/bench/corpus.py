"""A corpus of simulated decrees: its cost beside that of building them one by one, and what stops do to it.

    python tests/bench/corpus.py FOLDER 200 2000        # cost, for each number of decrees, and of a second run
    python tests/bench/corpus.py FOLDER 200 --stops 10  # the same bytes after so many kills at random
    python tests/bench/corpus.py FOLDER 200 --cluster   # the same bytes from a cluster that loses a worker

Everything is made below FOLDER and stays there. What is compared is run in turn, each with a cache of its own of pages
read from pictures, empty at first. Exit code 1 where a bound is not kept:
the work (of the processor, all processes) of `xargs -P2 -n1 katalog build`, 10 s for a run that has nothing to do, the
same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ratios import ENVIRONMENT, ROOT
from tree import TreeCost, cost, kill_tree

#: A second run, in which nothing has changed, takes at most so many seconds.
_IDLE = 10.0
#: A run is stopped after so many seconds at the earliest: its workers have begun.
_BEGUN = 8.0
_SIMULATED = ROOT / "tests" / "support" / "simulated.py"
_MB = 1024 * 1024
_KATALOG = [sys.executable, "-m", "katalog"]


def archive(folder: Path, count: int) -> Path:
    """So many decrees, made once."""
    made = folder / f"arsip-{count}"
    if not made.exists():
        command = [sys.executable, str(_SIMULATED), str(count), str(made)]
        subprocess.run(command, env=ENVIRONMENT | {"PYTHONPATH": str(ROOT / "tests")}, check=True)
    return made


def build(sources: Path, corpus: Path, *more: str, until: Callable[[float], bool] = lambda _: False) -> TreeCost:
    """One run of `katalog corpus build`."""
    command = [*_KATALOG, "corpus", "build", str(sources), "-o", str(corpus), *more]
    return cost(command, environment=_reading_anew(corpus), until=until)


def one_by_one(sources: Path, folder: Path) -> TreeCost:
    """The same decrees by `xargs`, a process each, two at a time. Offices name their files alike: each has a folder."""
    each = f'{" ".join(_KATALOG)} build "$1" -o {folder}/"$(dirname "$1")" 2>/dev/null'
    command = f"find {sources}/ -type f -print0 | xargs -0 -P2 -n1 sh -c '{each}' one"
    return cost(["sh", "-c", command], environment=_reading_anew(folder), until=lambda _: False)


def _reading_anew(result: Path) -> dict[str, str]:
    """The environment of what writes this folder: what was read for another one is not at hand."""
    return {**ENVIRONMENT, "XDG_CACHE_HOME": f"{result}.cache"}


def digest(corpus: Path) -> str:
    """Of all files of a corpus, their names and bytes."""
    whole = hashlib.sha256()
    for file in sorted(path for path in corpus.rglob("*") if path.is_file()):
        whole.update(str(file.relative_to(corpus)).encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def costs(folder: Path, counts: list[int]) -> bool:
    """A line a run; whether the bounds are kept."""
    kept = True
    for count in counts:
        sources, corpus = archive(folder, count), folder / f"korpus-{count}"
        singly = folder / f"satu-{count}"
        for earlier in (corpus, singly):
            shutil.rmtree(earlier, ignore_errors=True)
            shutil.rmtree(f"{earlier}.cache", ignore_errors=True)
        ours, theirs = build(sources, corpus), one_by_one(sources, singly)
        again = build(sources, corpus)
        pages = _pages(corpus)
        for name, each in (("corpus build", ours), ("xargs -P2 -n1", theirs), ("second run", again)):
            print(f"{count:6} {name:14} {_told(each, pages)}", flush=True)
        kept &= ours.work <= theirs.work and again.wall <= _IDLE
    return kept


def _told(each: TreeCost, pages: int) -> str:
    per_page = f"{1000 * each.work / pages:5.1f} ms a page"
    return f"wall {each.wall:7.1f} s, processor {each.work:7.1f} s, {per_page}, memory {each.memory / _MB:5.0f} MB"


def _pages(corpus: Path) -> int:
    catalogues = (corpus / "katalog").glob("*.json")
    return sum(json.loads(path.read_bytes())["source"]["pages"] or 1 for path in catalogues)


def stopped(folder: Path, count: int, stops: int) -> bool:
    """Whether a corpus whose run is killed so many times has the bytes of one that is not: each time when a random
    number of its files is there, so that every part of a run is met."""
    sources, whole, corpus = archive(folder, count), folder / f"korpus-{count}", folder / f"terhenti-{count}"
    shutil.rmtree(corpus, ignore_errors=True)
    if not (whole / "manifest.csv").exists():
        build(sources, whole)
    chance = random.Random(stops)
    for at in sorted(chance.randrange(1, _files(whole)) for _ in range(stops)):
        ended = build(sources, corpus, until=lambda now, at=at: now > _BEGUN and _files(corpus) >= at)  # type: ignore[misc]
        held = ", ".join(f"{len([*corpus.glob(f'{name}/*')])} {name}" for name in ("kerja", "katalog", "dasar"))
        print(f"{count:6} stopped at {at} files after {ended.wall:5.1f} s (code {ended.code}): {held}", flush=True)
    build(sources, corpus)
    same = digest(corpus) == digest(whole)
    print(f"{count:6} after {stops} stops: {'the same bytes' if same else 'OTHER BYTES'}", flush=True)
    return same


def _files(corpus: Path) -> int:
    return sum(path.is_file() for path in corpus.rglob("*"))


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler with so many workers, each a process of its own; the processes of the workers."""
    at = folder / "penjadwal.json"
    at.unlink(missing_ok=True)
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(at), "--nthreads", "1"]
    quiet = {"cwd": ROOT, "env": ENVIRONMENT, "stderr": subprocess.DEVNULL}
    running = [subprocess.Popen([*dask, "--scheduler-file", str(at)], **quiet)]  # type: ignore[call-overload]
    try:
        running += [
            subprocess.Popen([*worker, "--no-nanny", "--no-dashboard"], **quiet)  # type: ignore[call-overload]
            for _ in range(workers)
        ]
        while not (at.exists() and at.read_text().endswith("}")):
            time.sleep(0.1)
        yield json.loads(at.read_text())["address"], running[1:]
    finally:
        for process in running:
            kill_tree(process.pid)
            process.wait()


def on_cluster(folder: Path, count: int) -> bool:
    """Whether a cluster of three workers, one of which is killed in the middle, gives the same bytes."""
    sources, whole, corpus = archive(folder, count), folder / f"korpus-{count}", folder / f"gugus-{count}"
    shutil.rmtree(corpus, ignore_errors=True)
    if not (whole / "manifest.csv").exists():
        build(sources, whole)
    with cluster(folder, 3) as (address, workers):

        def kill_one(now: float) -> bool:
            if workers and len([*corpus.glob("kerja/*")]) > count // 3:
                kill_tree(workers.pop().pid)
                workers.clear()
            return False

        ended = build(sources, corpus, "--scheduler", address, until=kill_one)
        lost = not workers
    same = digest(corpus) == digest(whole)
    told = "the same bytes" if same else "OTHER BYTES"
    print(
        f"{count:6} cluster, a worker {'killed' if lost else 'NOT killed'}: {told}, wall {ended.wall:.1f} s", flush=True
    )
    return same and lost


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("counts", type=int, nargs="+", metavar="N")
    parser.add_argument("--stops", type=int, default=0)
    parser.add_argument("--cluster", action="store_true")
    chosen = parser.parse_args(arguments)
    folder: Path = chosen.folder.resolve()
    if chosen.stops:
        return 0 if all(stopped(folder, count, chosen.stops) for count in chosen.counts) else 1
    if chosen.cluster:
        return 0 if all(on_cluster(folder, count) for count in chosen.counts) else 1
    return 0 if costs(folder, chosen.counts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
