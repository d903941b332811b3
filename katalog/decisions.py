"""A person's decisions about a source: `koreksi.toml` beside it.

`keputusan-2022.koreksi.toml` goes before `koreksi.toml`, so that a folder may hold several sources. Capitals don't
matter, so that a folder gives the same on every system; a file that is nearly called so is not used, and that is said.
"""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from extract.source import STDIN
from katalog.errors import Unusable
from katalog.show.visible import visible
from katalog.store.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from normalize.koreksi.file import KoreksiFile
    from schemas.catalogue import Catalogue

    #: A file of decisions, or what it says.
    Decided = KoreksiFile | str | os.PathLike[str]

NAME = "koreksi.toml"
_LOG = logging.getLogger("katalog")
#: What systems and people make of the name: `koreksi.toml.txt` (Windows hides the last part), `koreksi (1).toml`,
#: `koreksi.txt`, `koreksi.json`.
_NEARLY = re.compile(r"koreksi(?:[ _-]*\(?\d+\)?| - (?:copy|salinan))?\.(?:toml|txt|json)(?:\.txt|\.bak|~)?", re.I)


def beside(source: Path) -> Path | None:
    """The file of decisions that lies beside the source, None where there is none; nothing lies beside standard
    input. Files that are nearly called so are logged."""
    if source == STDIN:
        return None
    own = f"{source.stem}.{NAME}".casefold()
    found: dict[str, Path] = {}
    for file in _files_named_so(source.parent):
        name = file.name.casefold()
        if name in (own, NAME):
            found.setdefault(name, source.with_name(file.name))
        elif _NEARLY.fullmatch(name.removeprefix(f"{source.stem.casefold()}.")):
            said = "%s tidak dipakai sebagai berkas koreksi; bila memang itu, beri nama %s."
            _LOG.warning(said, visible(file.name), NAME)
    return found.get(own) or found.get(NAME)


def _files_named_so(folder: Path) -> list[Path]:
    """The files of a folder that have `koreksi` in their names; none of one that can't be listed."""
    try:
        with os.scandir(folder) as listed:
            return sorted(Path(one) for one in listed if "koreksi" in one.name.casefold() and one.is_file())
    except OSError:
        return []


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
        way = "Simpan ulang sebagai UTF-8 (Notepad: Simpan Sebagai, Pengodean: UTF-8)."
        raise Unusable(path, "Berkas koreksi bukan teks UTF-8.", way) from error
    except BadKoreksi as error:
        raise Unusable(path, str(error), remedy) from error
