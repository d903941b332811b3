"""The source that a catalogue was read from, where it is at hand. It is known by its bytes, whatever it is called now:
a catalogue has no paths."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def source_beside(given: Path, name: str, sha256: str, folders: Iterable[Path] = ()) -> Path | None:
    """The source of these bytes: what was named itself, a file of the source's name beside it or in one of the folders;
    None where none of them has these bytes.

    >>> source_beside(Path("katalog/sk.json"), "sk.pdf", "00" * 32) is None
    True
    """
    candidates = (given, given.parent / name, *(folder / name for folder in folders))
    return next((path for path in candidates if has_bytes(path, sha256)), None)


def has_bytes(path: Path, sha256: str) -> bool:
    """Whether the file is there, can be read, and has this digest."""
    return sha256 == digest_of(path)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes in hex; empty for one that can't be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
