"""`make fuzz MINUTES=5`: odd inputs of every kind, for as long as is said, in one process with limits.

A find is a crash (anything but KatalogError), a hang (over 20 s), memory over the limit, other bytes in a second run,
or a catalogue that differs from itself. Each is kept in build/fuzz with its traceback; a small one belongs into
tests/fixtures/ganjil. Exit code 1 where anything was found.
"""

from __future__ import annotations

import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "fuzz")]

from hypothesis.errors import NonInteractiveExampleWarning  # noqa: E402
from inputs import kinds  # noqa: E402
from kasus import PLAIN, decree  # noqa: E402

import katalog  # noqa: E402
from katalog.store.canonical import canonical_bytes  # noqa: E402

SECONDS, MEMORY = 20, 3 << 30


class HangError(Exception):
    """An input took too long."""


def _ring(number: int, frame: FrameType | None) -> None:
    raise HangError


def good_files(folder: Path) -> None:
    """A good file of each kind that is changed."""
    from word_files import blank_document, saved

    document = blank_document()
    for line in ("INDIKATOR KINERJA INDIVIDU", "Jabatan : Kepala Seksi Arsip", "Tugas : Melaksanakan urusan kearsipan"):
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=6)
    for cell, text in zip(
        table.rows[0].cells, ("NO", "SASARAN", "INDIKATOR", "TARGET", "RUMUS", "SUMBER"), strict=True
    ):
        cell.text = text
    for row in PLAIN:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    (folder / "baik.docx").write_bytes(saved(document))
    (folder / "baik.pdf").write_bytes(decree(PLAIN))
    katalog.save(katalog.build(folder / "baik.pdf"), folder / "baik.json")
    (folder / "putusan.toml").write_text(
        'sumber = "' + "0" * 64 + '"\n\n[[salah_ketik]]\ntempat = "IKI/1/rows/1/rumus"\n'
    )


def tried(kind: str, path: Path, good: Path) -> bytes:
    """What comes of an input: the catalogue's bytes, or the message that refuses it."""
    try:
        if kind == "catalogue":
            made = katalog.read(path)
            katalog.check(made)
        elif kind == "koreksi":
            made = katalog.build(good / "baik.pdf", koreksi=path)
        else:
            made = katalog.build(path)
        assert katalog.diff(made, made).changes == (), "differs from itself"
    except katalog.KatalogError as error:
        return f"{error.cause}\n{error.remedy}".encode()
    return canonical_bytes(made)


def one(kind: str, path: Path, good: Path) -> str:
    """The kind of find, empty where all is well."""
    signal.alarm(SECONDS)
    try:
        return "" if tried(kind, path, good) == tried(kind, path, good) else "other bytes"
    except HangError:
        return "hang"
    except MemoryError:
        return "memory"
    except Exception:
        path.with_suffix(".traceback").write_text(traceback.format_exc())
        return "crash"
    finally:
        signal.alarm(0)


def main(minutes: float, only: str = "") -> int:
    warnings.simplefilter("ignore", NonInteractiveExampleWarning)
    signal.signal(signal.SIGALRM, _ring)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    kept = ROOT / "build" / "fuzz"
    kept.mkdir(parents=True, exist_ok=True)
    count: Counter[str] = Counter()
    finds: Counter[str] = Counter()
    end = time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as name:
        good = Path(name)
        good_files(good)
        drawn = {kind: make() for kind, make in kinds(good).items() if only in kind}
        while time.monotonic() < end:
            kind = random.choice(list(drawn))
            strategy, suffix = drawn[kind]
            path = good / f"masukan{suffix}"
            path.write_bytes(strategy.example())
            count[kind] += 1
            if found := one(kind, path, good):
                finds[f"{kind}: {found}"] += 1
                to = kept / f"{kind}-{found.replace(' ', '-')}-{finds[f'{kind}: {found}']}{suffix}"
                to.write_bytes(path.read_bytes())
                if (trace := path.with_suffix(".traceback")).exists():
                    trace.replace(to.with_suffix(".traceback"))
    print(", ".join(f"{n} {kind}" for kind, n in sorted(count.items())))
    print("\n".join(f"{n} times {found}" for found, n in sorted(finds.items())) or "nothing found")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), *sys.argv[2:3]))
