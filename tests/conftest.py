"""What tests of several packages share."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from project import CORPUS, GOLD, ROOT, Run

# no property fails because the machine is busy, or because its first example loads the dictionary, and each run tries
# the same examples: others are drawn by `make fuzz`
settings.register_profile("unhurried", deadline=None, derandomize=True)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def gold() -> dict[str, Any]:
    """The labelled parts of the Paser decree by their name (`j01`, `p01_iku`)."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))}


@pytest.fixture(scope="session")
def corpus_text() -> Path:
    """The decree's text as received."""
    return CORPUS


@pytest.fixture
def katalog(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process: `katalog("build", path, "-o", folder)`."""

    def run(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
        from katalog.cli.program import main

        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with monkeypatch.context() as around:
            around.chdir(cwd)
            around.setattr(sys, "stdout", out)
            around.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as left:
                main([str(argument) for argument in arguments])
        # line ends as a text stream gives them, so that both fixtures tell the same
        said = [
            stream.buffer.getvalue().decode("utf-8", errors="replace").replace("\r\n", "\n") for stream in (out, err)
        ]
        return subprocess.CompletedProcess([*map(str, arguments)], int(left.value.code or 0), *said)

    return run


@pytest.fixture
def katalog_process() -> Run:
    """The same in a process of its own, where that is the point: `katalog_process("build", path, LC_ALL="C")`."""

    def run(*arguments: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        environ = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        command = [sys.executable, "-m", "katalog", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environ, check=False)

    return run
