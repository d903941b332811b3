"""`run.py`'s neighbour: commands killed (-9) at random moments; nothing may be half, nothing lost.

    kills.py 500

Every command writes over what an earlier run of it wrote from another decree. After the kill each file is, to the byte,
the old or the new one; beside them only hidden files of the writer stand, which no command takes for a source or
catalogue; and the same command run once more gives all of the new ones.
"""

from __future__ import annotations

import gc
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "support")]

from kasus import PLAIN, changed, decree  # noqa: E402

import katalog  # noqa: E402
from katalog.cli.program import main as run_command  # noqa: E402
from katalog.store.files import write  # noqa: E402
from normalize.koreksi.file import KoreksiFile, write_koreksi  # noqa: E402
from normalize.koreksi.kinds import SalahKetik  # noqa: E402

Files = dict[str, bytes]
#: Writes into a folder from the files of an edition (`lama` or `baru`).
Writer = Callable[[Path, Path], None]


@dataclass(frozen=True, slots=True)
class Finished:
    """What a writer makes of both editions, and the seconds that the second one takes."""

    old: Files
    new: Files
    seconds: float


def editions(folder: Path) -> tuple[Path, Path]:
    """Two folders, each with a decree of the same name and its catalogue."""
    for name, rows in (("lama", PLAIN), ("baru", changed(r0c3="90 %", r2c2="Jumlah daftar pertelaan"))):
        (folder / name).mkdir()
        (folder / name / "sk.pdf").write_bytes(decree(rows))
        katalog.save(katalog.build(folder / name / "sk.pdf"), folder / name / "sk.json")
    return folder / "lama", folder / "baru"


def command(*words: str) -> Writer:
    """A command line; `{dari}` is the edition's folder, `{ke}` that which is written into."""

    def write_it(edition: Path, to: Path) -> None:
        run_command([word.format(dari=edition, ke=to, lain=edition.parent / "lama") for word in words])

    return write_it


def decisions(edition: Path, to: Path) -> None:
    """What the server does with a person's decisions."""
    putusan = SalahKetik(tempat="IKI/1/tugas", tercetak="yag", putusan="tolak", alasan=edition.name * 3000)
    write(to / "koreksi.toml", write_koreksi(KoreksiFile((putusan,))).encode("utf-8"))


WRITERS: dict[str, Writer] = {
    "build": command("build", "{dari}/sk.pdf", "-o", "{ke}"),
    "diff": command("diff", "{lain}/sk.json", "{dari}/sk.json", "-f", "html", "-o", "{ke}/beda.html"),
    "export csv": command("export", "{dari}/sk.json", "-f", "csv", "-o", "{ke}"),
    "export sqlite": command("export", "{dari}/sk.json", "-f", "sqlite", "-o", "{ke}/tabel.sqlite"),
    "export xlsx": command("export", "{dari}/sk.json", "-f", "xlsx", "-o", "{ke}/tabel.xlsx"),
    "review": command("review", "{dari}/sk.json", "{dari}/sk.pdf", "-o", "{ke}/periksa.html"),
    "koreksi": decisions,
}


def files_in(folder: Path) -> Files:
    """What stands there, but for the hidden files of a writer that was killed."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def begun(writer: Writer, edition: Path, to: Path) -> int:
    """A process that writes, and says nothing."""
    child = os.fork()
    if child:
        return child
    os.setsid()
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)
    try:
        writer(edition, to)
    finally:
        os._exit(0)


def ended(writer: Writer, edition: Path, to: Path) -> float:
    """Writes to the end; the seconds that it takes."""
    start = time.monotonic()
    os.waitpid(begun(writer, edition, to), 0)
    return time.monotonic() - start


def finished(writer: Writer, old: Path, new: Path, folder: Path) -> Finished:
    ended(writer, old, folder)
    first = files_in(folder)
    seconds = ended(writer, new, folder)
    second = files_in(folder)
    assert first.keys() == second.keys() and first != second, "nothing to tell old from new by"
    return Finished(first, second, seconds)


def one_kill(writer: Writer, whole: Finished, new: Path, folder: Path, moment: float) -> Iterator[str]:
    """What is wrong after a kill; the folder holds the old files before."""
    for name, data in whole.old.items():
        (folder / name).write_bytes(data)
    child = begun(writer, new, folder)
    time.sleep(moment)
    os.killpg(child, signal.SIGKILL) if _is_leader(child) else os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    found = files_in(folder)
    yield from (f"{name} is lost" for name in whole.old.keys() - found.keys())
    for name, data in found.items():
        if data not in (whole.old.get(name), whole.new.get(name)):
            yield f"{name} is half: {len(data)} bytes"


def _is_leader(child: int) -> bool:
    try:
        return os.getpgid(child) == child
    except ProcessLookupError:
        return False


def kills(count: int, folder: Path, seed: int = 1) -> tuple[Counter[str], list[str]]:
    """How often each command was killed, by whether that left the old files, the new ones or some of both; and all that
    was wrong."""
    draw = random.Random(seed)
    old, new = editions(folder)
    gc.freeze()
    told: Counter[str] = Counter()
    wrong: list[str] = []
    whole: dict[str, Finished] = {}
    for number in range(count):
        name = list(WRITERS)[number % len(WRITERS)]
        to = folder / name.replace(" ", "-")
        if name not in whole:
            to.mkdir()
            whole[name] = finished(WRITERS[name], old, new, to)
        # what is written is written at the end
        moment = whole[name].seconds * draw.choice((draw.uniform(0, 1.1), draw.uniform(0.6, 1.1)))
        wrong += [f"{name}: {fault}" for fault in one_kill(WRITERS[name], whole[name], new, to, moment)]
        found = files_in(to)
        state = "old" if found == whole[name].old else "new" if found == whole[name].new else "some of both"
        told[f"{name}, {state}"] += 1
    for name, one in whole.items():
        ended(WRITERS[name], new, folder / name.replace(" ", "-"))
        if files_in(folder / name.replace(" ", "-")) != one.new:
            wrong.append(f"{name}: not as new when run again")
    return told, wrong


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        states, faults = kills(int(sys.argv[1]), Path(place))
    print("\n".join(f"{n:5} {state}" for state, n in sorted(states.items())))
    print("\n".join(faults) or f"{sum(states.values())} kills: nothing half, nothing lost")
    sys.exit(1 if faults else 0)
