"""What tests of several packages share."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from project import CORPUS, GOLD, ROOT, Run


@pytest.fixture(scope="session")
def gold() -> dict[str, Any]:
    """The labelled parts of the Paser decree by their name (`j01`, `p01_iku`)."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))}


@pytest.fixture(scope="session")
def corpus_text() -> Path:
    """The decree's text as received."""
    return CORPUS


@pytest.fixture
def katalog() -> Run:
    """Run the command line in a process of its own: `katalog("build", path, "-o", folder)`."""

    def run(*arguments: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        environ = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        command = [sys.executable, "-m", "katalog", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environ, check=False)

    return run
