"""What no process can catch in itself: memory without end, a call that never returns, a crash of a library."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from project import CORPUS, ROOT

from katalog.cli.watch import complaint, crashed, limits_of

pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")

#: The command line with a reader that misbehaves at sources whose name says so.
PROGRAM = """
import os, signal, subprocess, sys, time
from pathlib import Path
import katalog.cli.commands.build as command
import katalog.cli.watch as watch

watch._GRACE = 0.0
usual = command.build

def build(path, **options):
    match path.stem:
        case "boros":
            taken = [b"x" * 2**20 for _ in range(1200)]
            time.sleep(60)
        case "beranak":
            subprocess.run([sys.executable, "-c", "taken = b'x' * (1200 * 2**20); import time; time.sleep(60)"])
        case "macet":
            Path(path).with_suffix(".pid").write_text(str(os.getpid()))
            time.sleep(60)
        case "runtuh":
            os.kill(os.getpid(), signal.SIGSEGV)
    return usual(path, **options)

command.build = build
from katalog.cli.program import process
process()
"""


def command(folder: Path, *options: str) -> list[str]:
    return [sys.executable, "-c", PROGRAM, "build", str(folder), "-o", str(folder / "hasil"), *options]


def sources(folder: Path, *names: str) -> list[Path]:
    made = [folder / f"{name}.txt" for name in names]
    for path in made:
        path.write_bytes(CORPUS.read_bytes())
    return made


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("boros", ("--max-memory", "600"),
         "lebih dari 600 MB memori. Pecah berkas itu, atau naikkan batasnya dengan --max-memory."),
        ("beranak", ("--max-memory", "600"), "lebih dari 600 MB memori"),
        ("macet", ("--max-seconds", "20"),
         "belum selesai setelah 20 detik. Pecah berkas itu, atau naikkan batasnya dengan --max-seconds."),
        ("runtuh", (), "berhenti mendadak (SIGSEGV)"),
    ],
)  # fmt: skip
def test_a_source_that_is_stopped_is_named_and_the_others_are_built(
    tmp_path: Path, name: str, options: tuple[str, ...], said: str
) -> None:
    awal, stopped, _ = sources(tmp_path, "awal", name, "zakhir")
    ran = subprocess.run(command(tmp_path, *options), capture_output=True, text=True, cwd=ROOT, timeout=100)
    assert ran.returncode == 2
    assert [line for line in ran.stderr.splitlines() if str(stopped) in line and said in line]
    assert sorted(path.name for path in (tmp_path / "hasil").iterdir()) == ["awal.json", "zakhir.json"]
    assert ran.stderr.count(str(awal)) <= 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_who_ends_the_program_ends_its_process(tmp_path: Path, number: int) -> None:
    (source,) = sources(tmp_path, "macet")
    running = subprocess.Popen(command(tmp_path), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT)
    note = source.with_suffix(".pid")
    until = time.monotonic() + 60
    while not (note.exists() and note.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    running.send_signal(number)
    assert running.wait(30) == (130 if number == signal.SIGINT else 143)
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


def test_two_sources_of_one_name_are_told_apart_also_after_a_stop(tmp_path: Path) -> None:
    """What was written before the stop is not overwritten behind it."""
    sources(tmp_path, "awal", "runtuh")
    again = tmp_path / "lagi"
    again.mkdir()
    (same,) = sources(again, "awal")
    ran = subprocess.run([*command(tmp_path), str(same)], capture_output=True, text=True, cwd=ROOT, timeout=100)
    assert ran.returncode == 2
    assert f"{same}: Katalognya akan menimpa katalog dari" in ran.stderr


def test_a_stop_is_said_with_the_name_of_the_file_as_a_terminal_may_show_it() -> None:
    said = "berhenti mendadak (SIGSEGV). Mintalah berkas baru, atau cetak ulang dokumen aslinya ke PDF.\n"
    assert complaint("a\x1b[31m.pdf", crashed(-signal.SIGSEGV)) == f"katalog: a<U+001B>[31m.pdf: Pembacanya {said}"


def test_catalogues_may_be_as_many_as_they_are_a_source_is_one_decree(tmp_path: Path) -> None:
    """`export` of thousands of catalogues takes what it takes; `diff` builds a PDF on the fly."""
    catalogue, source = tmp_path / "a.json", tmp_path / "b.pdf"
    for path in (catalogue, source):
        path.touch()
    assert limits_of(["export", str(catalogue), "-o", "tabel"])["memory"] == math.inf
    assert limits_of(["diff", str(catalogue), str(source)]) == {"memory": 2**31, "seconds": 900.0}


def test_a_command_without_the_option_sends_to_the_one_that_has_it(tmp_path: Path) -> None:
    program = """
import time
import katalog.cli.commands.check as command
import katalog.cli.watch as watch

watch.limits_of = lambda words: {"memory": 300.0 * 2**20, "seconds": 900.0}

def opened(path):
    taken = [b"x" * 2**20 for _ in range(600)]
    time.sleep(60)

command.opened = opened
from katalog.cli.program import process
process()
"""
    (source,) = sources(tmp_path, "boros")
    ran = subprocess.run(
        [sys.executable, "-c", program, "check", str(source)], capture_output=True, text=True, cwd=ROOT, timeout=100
    )
    assert ran.returncode == 2
    assert f"{source}: Dihentikan" in ran.stderr
    assert "katalog build --max-memory" in ran.stderr


@pytest.mark.parametrize(("said", "used"), [(None, "1"), ("3", "3")])
def test_sums_of_the_program_have_one_thread_unless_the_user_says_more(said: str | None, used: str) -> None:
    """OpenBLAS starts a thread for each other core, which waits by asking on and on."""
    code = (
        "import os; from katalog.cli import program; program._run = lambda *_: print(os.environ[name], flush=True) or 0"
    )
    code = f"name = 'OPENBLAS_NUM_THREADS'; {code}; program.process()"
    told = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    told |= {"OPENBLAS_NUM_THREADS": said} if said else {}
    assert subprocess.check_output([sys.executable, "-c", code], env=told, text=True).split() == [used]
