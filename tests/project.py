"""Where the project's files are, for tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
CORPUS = ROOT / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt"

#: The fixtures `katalog` and `katalog_process`: run the command line in this process, or in one of its own.
Run = Callable[..., CompletedProcess[str]]
