"""What is done with an odd input: built or refused, compared with itself, told as tables."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import katalog
from extract.read.pdf.options import PdfOptions
from katalog.show.tables.rows import ROWS
from katalog.store.canonical import canonical_bytes

#: Of so many inputs one is compared with itself, one told as tables, and of one its pictures are read, which takes a
#: hundred times as long.
COMPARED, TOLD, PICTURED = 4, 10, 50
_FAST, _WHOLE = PdfOptions(ocr="never", jobs=1), PdfOptions(jobs=1)


@cache
def _read_once(path: Path) -> katalog.ExtractedDecree:
    return katalog.extracted(path)


def _made(kind: str, path: Path, good: Path, number: int) -> katalog.Catalogue:
    if kind == "catalogue":
        made = katalog.read(path)
        katalog.check(made)
        katalog.diff(katalog.read(good / "baik.json"), made)
        return made
    if kind == "koreksi":
        return katalog.assembled(katalog.normalized(_read_once(good / "baik.pdf"), koreksi=path))
    return katalog.build(path, pdf=_FAST if number % PICTURED else _WHOLE)


def what_comes_of(kind: str, path: Path, good: Path, number: int) -> bytes:
    """The catalogue's bytes, or the message that refuses it; AssertionError where it differs from itself."""
    try:
        made = _made(kind, path, good, number)
    except katalog.KatalogError as error:
        return f"{error.cause}\n{error.remedy}".replace(str(path), path.name).encode()
    if number % COMPARED == 0:
        assert katalog.diff(made, made).changes == (), "differs from itself"
    if number % TOLD == 0:
        assert all(isinstance(row, dict) for rows in ROWS.values() for row in rows(made))
    return canonical_bytes(made)
