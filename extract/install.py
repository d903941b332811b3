"""What to install, by commands that work where the program runs: from a wheel as well, and without a Makefile.

The optional packages are those of the program's own metadata (its extra `parquet`).
"""

from __future__ import annotations

import re
import shutil
import sys
from importlib.metadata import PackageNotFoundError, distribution, requires
from importlib.util import find_spec
from pathlib import Path

from extract.errors import UnusableSource

_EXTRA = re.compile(r"""extra\s*==\s*["'](.+?)["']""")
_NAME = re.compile(r"[\w.-]+")
#: What no extra names: the program always needs it.
ALWAYS = ""


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
    named = f"[{extra}]" if extra else ""
    return f'{_installer()} "{Path(__file__).resolve().parents[1]}{named}"'


def install_ocr() -> str:
    """The command that brings back what OCR needs; all of it is installed with the program."""
    return install(ALWAYS)


def no_ocr() -> UnusableSource:
    """What is said where a page needs OCR, and it is not there."""
    return UnusableSource(
        "Ada halaman hasil pindai, dan OCR tidak terpasang.", f"Pasang OCR ({install_ocr()}), lalu ulangi."
    )


def requirements(extra: str) -> list[str]:
    """The requirements of an extra (`pyarrow>=17`) or of the program itself, by its metadata; none where it is not
    installed."""
    try:
        lines = requires("katalog") or []
    except PackageNotFoundError:
        return []
    parts = [line.partition(";") for line in lines]
    return [name.strip() for name, _, marker in parts if _extra_of(marker) == extra]


def _extra_of(marker: str) -> str:
    found = _EXTRA.search(marker)
    return found[1] if found else ALWAYS


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
