"""`katalog serve` as a command: what it says, what it refuses, how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from project import ROOT, Run

from katalog.cli.watch import Desk, limits_of


@contextmanager
def running(*arguments: str, cache: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command, and the address that it prints."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)}
    command = [sys.executable, "-m", "katalog", "serve", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def ended(process: subprocess.Popen[str], number: signal.Signals) -> tuple[int, str]:
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    return process.returncode, said


def test_it_prints_its_address_and_ends_cleanly(tmp_path: Path) -> None:
    (tmp_path / "k").mkdir()
    with running(str(tmp_path / "k"), "--port", "0", cache=tmp_path) as (process, address):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", address)
        with urllib.request.urlopen(address, timeout=60) as page:
            assert b"belum berisi katalog" in page.read()
        code, said = ended(process, signal.SIGINT)
    assert code == 0
    assert said.splitlines() == [
        f"katalog: {tmp_path / 'k'}: Belum ada katalog di sini. Bangun dahulu: katalog build SUMBER -o {tmp_path / 'k'}"
    ]


def test_a_signal_to_end_ends_it_too(tmp_path: Path) -> None:
    with running(str(tmp_path), "--port", "0", cache=tmp_path / "c") as (process, address):
        assert address
        code, said = ended(process, signal.SIGTERM)
    assert code in (0, 128 + signal.SIGTERM) and "Traceback" not in said


def test_a_port_that_is_taken_is_said(katalog: Run, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = katalog("serve", tmp_path, "--port", port)
    assert done.returncode == 2
    assert done.stderr == f"katalog: Porta {port} sedang dipakai. Sebutkan porta lain dengan --port, atau --port 0.\n"


@pytest.mark.parametrize("arguments", [["tidak-ada"], [".", "--sources", "tidak-ada"], ["README.md"]])
def test_what_is_no_folder_is_said(katalog: Run, arguments: list[str]) -> None:
    done = katalog("serve", *arguments)
    assert done.returncode == 2 and "Bukan folder, atau tidak ada. Sebutkan folder" in done.stderr


def test_an_address_that_cannot_be_had_is_said(katalog: Run, tmp_path: Path) -> None:
    done = katalog("serve", tmp_path, "--host", "203.0.113.7")
    assert done.returncode == 2 and "Periksa --host dan --port" in done.stderr


def test_it_is_not_stopped_by_the_limits_of_a_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, katalog: Run
) -> None:
    """Also where a file of the command line's words would give it some."""
    assert limits_of(["serve", str(ROOT / "README.md")])["seconds"] < float("inf")
    said: list[dict[str, float]] = []
    monkeypatch.setattr(Desk, "limit", lambda self, **limits: said.append(limits))
    katalog("serve", tmp_path, "--host", "203.0.113.7")
    assert said == [{"memory": float("inf"), "seconds": float("inf")}]
