"""A person's decisions about a source: `koreksi.toml` beside it.

`keputusan-2022.koreksi.toml` goes before `koreksi.toml`, so that a folder may hold several sources.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extract.source import STDIN
from katalog.errors import Unusable
from katalog.store.files import read_bytes

if TYPE_CHECKING:
    from normalize.koreksi.file import KoreksiFile
    from schemas.catalogue import Catalogue

NAME = "koreksi.toml"


def beside(source: Path) -> Path | None:
    """The file of decisions that lies beside the source, None where there is none; nothing lies beside standard
    input."""
    if source == STDIN:
        return None
    named = (source.with_name(f"{source.stem}.{NAME}"), source.with_name(NAME))
    return next((path for path in named if path.is_file()), None)


def made_before(previous: Catalogue) -> KoreksiFile:
    """What was decided about an earlier revision, as its catalogue keeps it."""
    from normalize.koreksi.file import KoreksiFile, decision_of

    decided = tuple(decision_of(record.decision) for record in previous.koreksi)
    return KoreksiFile(decided, (previous.source.sha256,), (previous.source.file,))


def decisions_in(path: Path) -> KoreksiFile:
    """What the file decides; `Unusable` where it is no such file."""
    from normalize.koreksi.file import BadKoreksi, read_koreksi

    remedy = "Perbaiki berkas itu; contohnya ada di “katalog docs panduan”."
    try:
        return read_koreksi(read_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unusable(path, "Berkas koreksi bukan teks UTF-8.", remedy) from error
    except BadKoreksi as error:
        raise Unusable(path, str(error), remedy) from error
