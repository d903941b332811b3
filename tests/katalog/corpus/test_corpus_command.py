"""`katalog corpus build` with worker processes of its own: limits, kills, messages."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from cetak import decree
from project import ROOT, Run
from test_corpus_build import everything

from katalog.corpus.folder import CorpusFolder

pytest.importorskip("distributed", reason="dask is not installed")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("arsip")
    for number in range(3):
        (folder / f"keputusan-{number}.pdf").write_bytes(decree(number + 1))
    return folder


def test_a_source_beyond_its_limit_is_named_and_the_others_are_built(
    katalog_process: Run, archive: Path, tmp_path: Path
) -> None:
    """No worker of Python fits into 40 MB: each source ends its worker, is tried once more alone, and is named."""
    shown = katalog_process(
        "corpus", "build", archive, "-o", tmp_path / "korpus", "--workers", "1", "--max-memory", "40"
    )
    assert shown.returncode == 2
    assert "3 sumber tidak dapat dipakai: Dihentikan: memerlukan lebih dari 40 MB memori." in shown.stderr
    again = katalog_process("corpus", "build", archive, "-o", tmp_path / "korpus", "--workers", "1")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert len(CorpusFolder(str(tmp_path / "korpus")).ended()) == 3


def test_two_corpora_are_built_at_a_time_without_a_word_about_ports(
    katalog_process: Run, archive: Path, tmp_path: Path
) -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # taken here, or by somebody else already
        with suppress(OSError):
            other.bind(("", 8787))
            other.listen()
        shown = katalog_process("corpus", "build", archive, "-o", tmp_path / "korpus", "--workers", "1")
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, "", "")


def test_a_killed_run_leaves_a_corpus_that_goes_on_to_the_same_bytes(
    katalog_process: Run, archive: Path, tmp_path: Path
) -> None:
    whole, killed = tmp_path / "utuh", tmp_path / "korpus"
    assert katalog_process("corpus", "build", archive, "-o", whole, "--workers", "1").returncode == 0
    command = [sys.executable, "-m", "katalog", "corpus", "build", str(archive), "-o", str(killed), "--workers", "1"]
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True) as running:
        _wait(lambda: any(killed.glob("kerja/*.json")))
        os.killpg(running.pid, signal.SIGKILL)
    assert not (killed / "manifest.csv").exists()
    assert katalog_process("corpus", "build", archive, "-o", killed, "--workers", "1").returncode == 0
    assert everything(killed) == everything(whole)


def test_what_is_missing_is_said(katalog: Run, tmp_path: Path) -> None:
    nothing = katalog("corpus", "build", "-o", tmp_path / "korpus")
    assert nothing.returncode == 2 and "--list" in nothing.stderr
    unlisted = katalog("corpus", "build", "--list", tmp_path / "tiada.txt", "-o", tmp_path / "korpus")
    assert unlisted.returncode == 2 and "dibaca (tidak ada berkas atau folder itu)." in unlisted.stderr
    gone = katalog("corpus", "build", tmp_path / "tiada", "-o", tmp_path / "korpus")
    assert gone.returncode == 2 and "tiada: Berkas atau folder tidak ditemukan." in gone.stderr
    silent = katalog("corpus", "build", ROOT / "corpus", "-o", tmp_path / "k", "--scheduler", "tcp://127.0.0.1:9")
    assert silent.returncode == 2 and "tidak menjawab" in silent.stderr


def test_what_to_install_is_said(katalog: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus needs packages that the program itself does not."""
    monkeypatch.setattr("katalog.corpus.packages.find_spec", lambda name: None if name == "fsspec" else object())
    bare = katalog("corpus", "build", archive, "-o", tmp_path / "korpus")
    assert bare.returncode == 2 and "belum terpasang: fsspec. Pasang dengan:" in bare.stderr
    assert not (tmp_path / "korpus").exists()


def test_a_worker_reads_its_source_alone(katalog: Run) -> None:
    assert "--jobs" not in katalog("corpus", "build", "--help").stdout
    assert "--jobs" in katalog("build", "--help").stdout


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(
    katalog_process: Run, archive: Path, tmp_path: Path
) -> None:
    """A scheduler and two workers as processes of their own, as on other machines; one is killed in the middle."""
    at = tmp_path / "penjadwal.json"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard", "--scheduler-file"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(at), "--nthreads", "1"]
    running = [subprocess.Popen([*dask, str(at)], cwd=ROOT, stderr=subprocess.DEVNULL)]
    try:
        for _ in range(2):
            alone = [*worker, "--no-nanny", "--no-dashboard"]
            running.append(subprocess.Popen(alone, cwd=ROOT, stderr=subprocess.DEVNULL))
        _wait(lambda: at.exists() and at.read_text().endswith("}"))
        address = json.loads(at.read_text())["address"]
        command = [sys.executable, "-m", "katalog", "corpus", "build", str(archive), "-o", str(tmp_path / "k")]
        with subprocess.Popen([*command, "--scheduler", address], cwd=ROOT) as run:
            _wait(lambda: any((tmp_path / "k").glob("kerja/*.json")))
            running[-1].kill()
            assert run.wait(300) == 0
    finally:
        for process in running:
            process.kill()
            process.wait()
    assert katalog_process("corpus", "build", archive, "-o", tmp_path / "sendiri", "--workers", "1").returncode == 0
    assert everything(tmp_path / "k") == everything(tmp_path / "sendiri")


def _wait(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 300
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.02)
