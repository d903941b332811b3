"""Links to the page of a PDF, where the file that a catalogue was read from is at hand."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from katalog.store.files import STDOUT
from katalog.store.origin import source_beside

#: What can't be told from the link's own signs, and how long a link may be.
_UNFIT, _LONGEST_PATH = frozenset("#%"), 200


@dataclass(frozen=True, slots=True)
class Linked:
    """A page number, and where it leads to (None: nowhere)."""

    page: int | None
    url: str | None = None
    tip: str | None = None


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The PDFs at hand, by the SHA-256 of their bytes: their paths from the folder of the file that has the links."""

    paths: dict[str, str] = field(default_factory=dict)

    def to(self, sha256: str, page: int | None) -> Linked:
        """A page of a source.

        >>> PageLinks({"00": "sk.pdf"}).to("00", 4).url
        'external:sk.pdf#page=4'
        """
        path = self.paths.get(sha256)
        if page is None or path is None:
            return Linked(page)
        return Linked(page, f"external:{path}#page={page}", f"{path}, hlm. {page}")


def links_from(output: str, sources: Iterable[tuple[Path, str, str]]) -> PageLinks:
    """Links for a file at `output` to sources, each given as what the user named (a catalogue's file or the source
    itself), the source's file name and its SHA-256.

    A PDF is at hand if it is what was named, or stands beside it or beside the output, with the same bytes. `-` has no
    place from which to link.
    """
    if output == STDOUT:
        return PageLinks()
    start = Path(output).resolve().parent
    found: dict[str, str] = {}
    for given, name, sha256 in sources:
        candidate = source_beside(given, name, sha256, [start])
        if candidate is not None and candidate.suffix.lower() == ".pdf":
            path = Path(os.path.relpath(candidate.resolve(), start)).as_posix()
            if not _UNFIT & set(path) and len(path) < _LONGEST_PATH:
                found[sha256] = path
    return PageLinks(found)
