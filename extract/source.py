"""File -> Source and its bytes.

Input: a path. Output: the Source (name, slug, sha256, media type by content, not by name) and the bytes as read.
Guarantee: a path that can't be read raises UnusableSource, nothing else.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from extract.errors import UnusableSource
from extract.media import medium_of
from schemas.source import Source


def read_source(path: str | Path) -> tuple[Source, bytes]:
    """The source at `path` and its bytes; raises UnusableSource for a missing file, a folder, or one without access."""
    file = Path(path)
    data = _bytes(file)
    source = Source(
        file=file.name,
        slug=slug(file.stem),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=medium_of(data).media_type,
    )
    return source, data


def slug(stem: str) -> str:
    """A file's stem in lower case with dashes: `IKU DISPARBUD 2016 jadi ttd` -> `iku-disparbud-2016-jadi-ttd`."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "dokumen"


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise UnusableSource("Berkas tidak ditemukan.", "Periksa nama dan letak berkasnya.") from None
    except IsADirectoryError:
        raise UnusableSource("Ini sebuah folder, bukan berkas.", "Sebutkan berkas di dalamnya satu per satu.") from None
    except PermissionError:
        raise UnusableSource("Berkas tidak boleh dibaca.", "Mintalah hak baca atas berkas itu.") from None
    except (OSError, ValueError) as error:
        raise UnusableSource(f"Berkas tidak dapat dibaca ({error}).", "Periksa nama, letak, dan medianya.") from None
