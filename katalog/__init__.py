"""Reads Indonesian decrees on performance indicators (IKU, IKI, PK) into a canonical catalogue, and tells what changed.

    import katalog

    old = katalog.build("keputusan-2022.pdf")
    new = katalog.build("keputusan-2023.pdf", previous=old)
    for finding in katalog.check(new):
        print(finding.severity, finding.message)
    for change in katalog.diff(old, new).changes:
        print(change.kind, change.jabatan.new, change.field, change.old, change.new)
    katalog.save(new, "keputusan-2023.json")
    tables = katalog.frames([old, new])  # pandas

The functions stand in `katalog.front`, the artifacts in `schemas`. Errors that a user can do something about are
`KatalogError` with `cause` and `remedy` (in Indonesian). What is done is logged to the logger `katalog`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from katalog.errors import KatalogError
from katalog.front import assembled, build, check, diff, extracted, frames, history, nlp, normalized, opened, read, save

if TYPE_CHECKING:
    from extract.read.pdf.options import PdfOptions
    from katalog.compare.diff.life import RevisionHistory
    from katalog.corpus.folder import CorpusFolder
    from schemas.base import Finding
    from schemas.catalogue import Catalogue
    from schemas.decree import ExtractedDecree, NormalizedDecree
    from schemas.diff import CatalogueDiff

#: Types that are imported when they are asked for, so that `import katalog` costs next to nothing.
_TYPES = {
    "Catalogue": "schemas.catalogue",
    "CatalogueDiff": "schemas.diff",
    "CorpusFolder": "katalog.corpus.folder",
    "ExtractedDecree": "schemas.decree",
    "Finding": "schemas.base",
    "RevisionHistory": "katalog.compare.diff.life",
    "NormalizedDecree": "schemas.decree",
    "PdfOptions": "extract.read.pdf.options",
}

__all__ = [
    "Catalogue",
    "CatalogueDiff",
    "CorpusFolder",
    "ExtractedDecree",
    "Finding",
    "KatalogError",
    "NormalizedDecree",
    "PdfOptions",
    "RevisionHistory",
    "assembled",
    "build",
    "check",
    "diff",
    "extracted",
    "frames",
    "history",
    "nlp",
    "normalized",
    "opened",
    "read",
    "save",
]


#: What `spacy.load("katalog")` calls.
load = nlp


def __getattr__(name: str) -> object:
    if name not in _TYPES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_TYPES[name]), name)
