"""What to install, by commands that work where the program runs: from a wheel as well, and without a Makefile.

The optional packages are those of the program's own metadata (its extras `parquet`, `readers`, `ocr`).
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from importlib.metadata import PackageNotFoundError, distribution, requires
from importlib.util import find_spec
from pathlib import Path

_EXTRA = re.compile(r"""extra\s*==\s*["'](.+?)["']""")
_NAME = re.compile(r"[\w.-]+")
#: By the first installer of system packages that is there: what brings tesseract with its language `ind`.
_TESSERACT = {
    "apt-get": "apt-get install tesseract-ocr tesseract-ocr-ind",
    "dnf": "dnf install tesseract tesseract-langpack-ind",
    "brew": "brew install tesseract tesseract-lang",
}


def install(extra: str) -> str:
    """The command that installs what is missing of an extra into the environment of this program.

    >>> install("parquet").endswith('"pyarrow>=17"')
    True
    """
    wanted = requirements(extra)
    missing = [one for one in wanted if not _is_installed(one)] or wanted
    if missing:
        return " ".join((_installer(), *(f'"{one}"' for one in missing)))
    # not installed, run from a copy of the project
    return f'{_installer()} "{Path(__file__).resolve().parents[1]}[{extra}]"'


def install_ocr() -> str:
    """The commands for OCR: tesseract with its language `ind`, and the packages that drive it."""
    return f"{_tesseract()}; {install('ocr')}"


def requirements(extra: str) -> list[str]:
    """The requirements of an extra (`pyarrow>=17`), by the program's metadata; none where it is not installed."""
    try:
        lines = requires("katalog") or []
    except PackageNotFoundError:
        return []
    parts = [line.partition(";") for line in lines]
    return [name.strip() for name, _, marker in parts if (found := _EXTRA.search(marker)) and found[1] == extra]


def _is_installed(requirement: str) -> bool:
    name = _NAME.match(requirement)
    try:
        distribution(name[0] if name else requirement)
    except PackageNotFoundError:
        return False
    return True


def _installer() -> str:
    """What installs packages into this environment: pipx and uv keep environments without pip."""
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    prefix = Path(sys.prefix)
    if (prefix / "pipx_metadata.json").is_file():
        return f"pipx inject {prefix.name}"
    if find_spec("pip") is None and shutil.which("uv"):
        return f"uv pip install --python {python}"
    return f"{python} -m pip install" if find_spec("pip") else f"pip --python {python} install"


def _tesseract() -> str:
    tool = next((tool for tool in _TESSERACT if shutil.which(tool)), None)
    if tool is None:
        return "tesseract dengan data bahasanya `ind`"
    # Homebrew refuses to run as root
    needs_root = tool != "brew" and getattr(os, "geteuid", lambda: 0)() != 0
    return f"{'sudo ' if needs_root else ''}{_TESSERACT[tool]}"
