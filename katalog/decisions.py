"""A person's decisions about a source: `koreksi.toml` beside it.

`keputusan-2022.koreksi.toml` goes before `koreksi.toml`, so that a folder may hold several sources.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from extract.source import STDIN
from katalog.errors import Unusable
from katalog.store.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from normalize.koreksi.file import KoreksiFile
    from schemas.catalogue import Catalogue

    #: A file of decisions, or what it says.
    Decided = KoreksiFile | str | os.PathLike[str]

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


def koreksi_files(given: Decided | Iterable[Decided]) -> list[KoreksiFile]:
    """What one file or several say, each by its path or as it was read; `Unusable` where one is none."""
    from normalize.koreksi.file import KoreksiFile

    listed = [given] if isinstance(given, str | os.PathLike | KoreksiFile) else given
    return [one if isinstance(one, KoreksiFile) else decisions_in(Path(one)) for one in listed]


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
