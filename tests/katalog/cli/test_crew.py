"""Several sources at the same time: the same files, messages and exit code as one after another."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from project import ROOT
from small import ONE_ROW

pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")

#: The command line with a reader that speaks, and misbehaves at sources whose name says so.
PROGRAM = """
import os, signal, sys, time
from pathlib import Path
import katalog.cli.commands.build as command
import katalog.cli.watch as watch

watch._GRACE = 0.0
usual = command.build

def build(path, **options):
    os.write(2, f"membaca {path.name}\\n".encode())
    made = usual(path, **options)
    Path(path).with_suffix(".pid").write_text(str(os.getpid()))
    match path.stem.rpartition("-")[2]:
        case "boros":
            taken = [b"x" * 2**20 for _ in range(1200)]
            time.sleep(60)
        case "macet":
            time.sleep(60)
        case "runtuh":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "lambat":
            time.sleep(2)
        case "salah":
            raise ValueError("salah")
    return made

command.build = build
from katalog.cli.program import process
process()
"""


def sources(folder: Path, *names: str) -> list[Path]:
    made = [folder / f"{name}.txt" for name in names]
    for path in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            "Dengan hormat," if "surat" in path.name and path.parent == folder else ONE_ROW, encoding="utf-8"
        )
    return made


def command(folder: Path, given: list[Path], *options: str) -> list[str]:
    return [sys.executable, "-c", PROGRAM, "build", *map(str, given), "-o", str(folder), *options]


def built(folder: Path, given: list[Path], *options: str) -> tuple[int, str, str, dict[str, bytes]]:
    """Exit code, standard output and error, and the files."""
    ran = subprocess.run(command(folder, given, *options), capture_output=True, text=True, cwd=ROOT, timeout=200)
    return ran.returncode, ran.stdout, ran.stderr, {path.name: path.read_bytes() for path in folder.iterdir()}


def processes(given: list[Path]) -> set[str]:
    return {note.read_text() for path in given if (note := path.with_suffix(".pid")).exists()}


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    assert true()


def alive(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_the_same_as_one_after_another_with_bad_sources_and_stops_among_them(tmp_path: Path) -> None:
    given = sources(
        tmp_path, "a-lambat", "b-surat", "c", "d-runtuh", "e-salah", "lain/c", "f-boros", "g", "lain/b-surat", "h", "i"
    )
    given.insert(3, tmp_path / "tidak-ada.txt")
    given.append(given[2])
    folder = tmp_path / "hasil"
    options = ("--max-memory", "500", "-v")
    at_once = built(folder, given, "--jobs", "2", *options)
    assert len(processes(given)) > 2
    for path in folder.iterdir():
        path.unlink()
    assert at_once == built(folder, given, "--jobs", "1", *options)
    code, _, said, files = at_once
    assert code == 2
    assert sorted(files) == ["a-lambat.json", "b-surat.json", "c.json", "g.json", "h.json", "i.json"]
    order = [line.split()[1] for line in said.splitlines() if line.startswith("membaca ")]
    assert order == [path.name for path in given]
    assert said.count("Katalognya akan menimpa katalog dari") == 2
    assert f"katalog: {given[4]}: Pembacanya berhenti mendadak (SIGSEGV)." in said


def test_a_worker_takes_many_sources(tmp_path: Path) -> None:
    given = sources(tmp_path, *"abcdefgh")
    assert built(tmp_path / "hasil", given, "--jobs", "3")[0] == 0
    assert 1 < len(processes(given)) <= 3


def test_one_that_hangs_is_stopped_and_the_others_are_built(tmp_path: Path) -> None:
    given = sources(tmp_path, "a-macet", "b", "c", "d")
    code, _, said, files = built(tmp_path / "hasil", given, "--jobs", "2", "--max-seconds", "15")
    assert code == 2
    assert sorted(files) == ["b.json", "c.json", "d.json"]
    assert [line for line in said.splitlines() if not line.startswith("membaca ")] == [
        f"katalog: {given[0]}: Dihentikan: belum selesai setelah 15 detik. Pecah berkas itu, atau naikkan batasnya "
        "dengan --max-seconds."
    ]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_who_ends_the_program_ends_all_workers_and_keeps_what_is_done(tmp_path: Path, number: int) -> None:
    given = sources(tmp_path, "a-macet", "b", "c-surat", "d-macet", "e")
    folder = tmp_path / "hasil"
    running = subprocess.Popen(
        command(folder, given, "--jobs", "2"), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    until(lambda: all(given[at].with_suffix(".pid").exists() for at in (0, 3)))
    workers = processes(given)
    if number == signal.SIGKILL:  # of the process that has hired the workers: the one that watches it tells
        (hired_by,) = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
        os.kill(int(hired_by), number)
    else:
        running.send_signal(number)
    said = running.communicate(timeout=60)[1]
    assert running.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: 2}[number]
    until(lambda: not any(map(alive, workers)))
    assert [path.name for path in folder.iterdir()] == ["b.json"]
    if number != signal.SIGKILL:
        assert said.startswith("membaca b.txt\nmembaca c-surat.txt\nkatalog: ")
        assert ("dihentikan." in said) == (number == signal.SIGINT)


def test_a_worker_that_is_ended_from_without_is_told_of_with_its_source(tmp_path: Path) -> None:
    given = sources(tmp_path, "a-macet", "b")
    running = subprocess.Popen(
        command(tmp_path / "hasil", given, "--jobs", "2"), stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    note = given[0].with_suffix(".pid")
    until(lambda: note.exists() and note.read_text() != "")
    os.kill(int(note.read_text()), signal.SIGTERM)
    said = running.communicate(timeout=60)[1]
    assert running.returncode == 2
    assert f"katalog: {given[0]}: Pembacanya berhenti mendadak" in said
    assert [path.name for path in (tmp_path / "hasil").iterdir()] == ["b.json"]
