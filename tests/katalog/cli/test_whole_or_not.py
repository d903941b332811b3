"""What goes wrong while files are read and written: the old file or the new one, a message, and never a half."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from kasus import PLAIN, changed, decree
from project import ROOT, Run

import katalog as front


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "sk.pdf"
    path.write_bytes(decree(PLAIN))
    return path


def _started(
    *words: object, before: Callable[[], None] | None = None, out: int = subprocess.PIPE
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "katalog", *map(str, words)],
        stdout=out, stderr=subprocess.PIPE, text=True, cwd=ROOT, preexec_fn=before,
    )  # fmt: skip


def _small_disk() -> None:
    """No file may grow over 2 kB."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
@pytest.mark.parametrize("words", [["build", "{dari}/sk.pdf", "-o", "{ke}"],
                                   ["export", "{dari}/sk.json", "-f", "sqlite", "-o", "{ke}/sk.sqlite"],
                                   ["export", "{dari}/sk.json", "-f", "xlsx", "-o", "{ke}/sk.xlsx"],
                                   ["diff", "{dari}/sk.json", "{dari}/sk.json", "-f", "html", "-o", "{ke}/sk.html"],
])  # fmt: skip
def test_a_full_disk_leaves_what_was_there(source: Path, tmp_path: Path, words: list[str]) -> None:
    to = tmp_path / "ke"
    to.mkdir()
    front.save(front.build(source), tmp_path / "sk.json")
    (to / f"sk.{words[-1].rpartition('.')[2] if '.' in words[-1] else 'json'}").write_bytes(b"lama")
    ran = _started(*(word.format(dari=tmp_path, ke=to) for word in words), before=_small_disk)
    said = ran.communicate()[1]
    assert ran.returncode == 2
    assert "tidak dapat ditulis" in said and "Traceback" not in said
    assert [path.read_bytes() for path in to.iterdir()] == [b"lama"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device is a file of Linux")
@pytest.mark.parametrize("words", [["build", "{}", "-o", "-"], ["diff", "{}", "{}", "-f", "json"]])
def test_a_full_disk_behind_standard_output_is_said(source: Path, words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ran = _started(*(word.format(source) for word in words), out=full.fileno())
        said = ran.communicate()[1]
    assert ran.returncode == 2
    assert said.startswith("katalog: ") and "Traceback" not in said


def test_a_folder_that_nobody_can_write_into(source: Path, katalog: Run) -> None:
    """Not even root can make a file there."""
    there = Path("/proc/katalog") if Path("/proc/self").exists() else source / "x"
    ran = katalog("build", source, "-o", there)
    assert ran.returncode == 2
    assert "tidak dapat ditulis" in ran.stderr


def test_two_builds_into_one_folder(source: Path, tmp_path: Path) -> None:
    running = [_started("build", source, "-o", tmp_path / "ke") for _ in range(2)]
    assert {one.communicate() and one.returncode for one in running} <= {0, 1}
    front.save(front.build(source), tmp_path / "sk.json")
    assert [path.name for path in (tmp_path / "ke").iterdir()] == ["sk.json"]
    assert (tmp_path / "ke" / "sk.json").read_bytes() == (tmp_path / "sk.json").read_bytes()


def test_a_source_that_changes_while_it_is_read_is_one_of_both(source: Path) -> None:
    both = [source.read_bytes(), decree(changed(r0c3="90 %"))]
    built = []
    for data in both:
        source.write_bytes(data)
        built.append(front.build(source))
    stop = threading.Event()

    def change() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            beside = source.with_suffix(".baru")
            beside.write_bytes(both[number % 2])
            beside.replace(source)

    changing = threading.Thread(target=change)
    changing.start()
    try:
        assert all(front.build(source) in built for _ in range(10))
    finally:
        stop.set()
        changing.join()


@pytest.mark.parametrize("words", [["extract", "{0}", "-o", "{0}"], ["diff", "{0}", "{1}", "-o", "{1}"],
                                   ["export", "{1}", "{0}", "-f", "xlsx", "-o", "{0}"],
                                   ["inspect", "{0}", "--page", "1", "-o", "{0}"],
                                   ["review", "{1}", "{0}", "-o", "{2}"],
                                   ["normalize", "{1}", "-o", "{1}"], ["assemble", "{1}", "-o", "{1}"],
])  # fmt: skip
def test_the_output_is_never_the_source(source: Path, tmp_path: Path, katalog: Run, words: list[str]) -> None:
    made, other = tmp_path / "sk.json", tmp_path / "tautan.pdf"
    front.save(front.build(source), made)
    other.symlink_to(source)
    before = source.read_bytes(), made.read_bytes()
    ran = katalog(*(word.format(source, made, other) for word in words))
    assert ran.returncode == 2, ran.stdout
    assert (source.read_bytes(), made.read_bytes()) == before


def test_nor_is_the_catalogue_in_the_folder(tmp_path: Path, katalog: Run) -> None:
    """A source is known by its bytes, whatever it is called."""
    source = tmp_path / "sk.json"
    source.write_bytes(decree(PLAIN))
    ran = katalog("build", source, "-o", tmp_path)
    assert ran.returncode == 2 and "menimpa" in ran.stderr
    assert source.read_bytes() == decree(PLAIN)


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
@pytest.mark.parametrize("words", [["build", "{}", "-o", "-"], ["diff", "{}", "{}", "-f", "json"], ["check", "{}"]])
def test_a_reader_that_has_enough_is_no_error(source: Path, words: list[str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    ran = _started(*(word.format(source) for word in words), out=theirs)
    os.close(theirs)
    assert "Traceback" not in ran.communicate()[1]
    assert ran.returncode in (0, 1)
