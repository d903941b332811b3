"""What a command's sources stand for: files as they are, a folder for the files in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from extract.source import is_source_name


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files in the order of the paths, those of a folder (not of folders in it) by name. A folder without any stays
    as it is: whoever reads it says so."""
    return [file for path in paths for file in (_within(path) or [path] if path.is_dir() else [path])]


def _within(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.is_file() and is_source_name(file.name))
