"""File -> Source and its bytes.

Input: a path, or `-` for standard input, whose Source is called `stdin`. Output: the Source (name, slug, sha256, media
type by content, not by name) and the bytes as read. Guarantee: what can't be read raises UnusableSource, nothing else.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import unicodedata
from pathlib import Path, PurePath
from typing import Final

from extract.errors import UnusableSource
from extract.media import medium_of
from schemas.source import Source

#: The path of standard input.
STDIN: Final = Path("-")
_STDIN_NAME = "stdin"
#: No decrees: what this program writes or takes beside a source, and what systems leave in folders.
_APART = frozenset({".json", ".toml", ".db", ".ini"})
#: Hidden files, and the lock that Word leaves beside an open one (`~$putusan.docx`).
_HIDDEN = (".", "~$")


def read_source(path: str | Path) -> tuple[Source, bytes]:
    """The source at `path` and its bytes; raises UnusableSource for a missing file, a folder, or one without access."""
    file = Path(path)
    data = sys.stdin.buffer.read() if file == STDIN else _bytes(file)
    source = Source(
        file=_STDIN_NAME if file == STDIN else file.name,
        slug=slug_of(file),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=medium_of(data).media_type,
    )
    return source, data


def slug_of(file: Path) -> str:
    """What the catalogue of a source is called: its file's stem as a slug."""
    return slug(_STDIN_NAME if file == STDIN else file.stem)


def slug(stem: str) -> str:
    """A file's stem in lower case with dashes: `IKU DISPARBUD 2016 jadi ttd` -> `iku-disparbud-2016-jadi-ttd`."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "dokumen"


def is_source_name(name: str) -> bool:
    """Whether a file of a folder may be a decree, by its name.

    >>> is_source_name("keputusan.pdf"), is_source_name("koreksi.toml"), is_source_name("~$putusan.docx")
    (True, False, False)
    """
    return not name.startswith(_HIDDEN) and PurePath(name).suffix.lower() not in _APART


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise UnusableSource("Berkas tidak ditemukan.", "Periksa nama dan letak berkasnya.") from None
    except IsADirectoryError:
        # for a folder commands read the files in it: itself it comes here where one takes a single file, or it has none
        with os.scandir(file) as inside:
            holds = any(one.is_file() and is_source_name(one.name) for one in inside)
        raise UnusableSource(
            "Ini sebuah folder, bukan berkas." if holds else "Folder ini tidak memuat berkas yang dapat dibaca.",
            "Sebutkan berkas di dalamnya." if holds else "Sebutkan berkasnya, atau folder yang langsung memuatnya.",
        ) from None
    except PermissionError:
        raise UnusableSource("Berkas tidak boleh dibaca.", "Mintalah hak baca atas berkas itu.") from None
    except (OSError, ValueError) as error:
        raise UnusableSource(f"Berkas tidak dapat dibaca ({error}).", "Periksa nama, letak, dan medianya.") from None
