"""What a command's sources stand for: files as they are, a folder for the files in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

#: No decrees: what this program writes or takes beside a source, and what systems leave in folders.
_APART = frozenset({".json", ".toml", ".db", ".ini"})
#: Hidden files, and the lock that Word leaves beside an open one (`~$putusan.docx`).
_HIDDEN = (".", "~$")


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files in the order of the paths, those of a folder (not of folders in it) by name. A folder without any stays
    as it is: whoever reads it says so."""
    return [file for path in paths for file in (_within(path) or [path] if path.is_dir() else [path])]


def _within(folder: Path) -> list[Path]:
    files = (file for file in folder.iterdir() if file.is_file())
    return sorted(f for f in files if not f.name.startswith(_HIDDEN) and f.suffix.lower() not in _APART)
