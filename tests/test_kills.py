"""A few kills (-9) of commands that write, in every run of the tests; `tests/fuzz/kills.py 500` does many."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from project import ROOT, Run

sys.path.insert(0, str(ROOT / "tests" / "fuzz"))
from kills import WRITERS, editions, kills


@pytest.mark.skipif(not hasattr(os, "fork"), reason="commands are begun by fork")
def test_nothing_half_and_nothing_lost(tmp_path: Path) -> None:
    states, faults = kills(2 * len(WRITERS), tmp_path)
    assert faults == []
    assert sum(states.values()) == 2 * len(WRITERS)


def test_what_a_killed_writer_leaves_is_no_source(tmp_path: Path, katalog: Run) -> None:
    """A hidden file with the beginning of what it would have written."""
    old, _ = editions(tmp_path)
    (old / ".sk.pdf.x7a2").write_bytes((old / "sk.pdf").read_bytes()[:500])
    (old / "sk.json").unlink()
    ran = katalog("build", old, "-o", tmp_path / "katalog")
    assert ran.returncode in (0, 1), ran.stderr
    assert [path.name for path in (tmp_path / "katalog").iterdir()] == ["sk.json"]
