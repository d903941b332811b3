"""The documents of the program: in the wheel beside the code, in a copy of the project in `docs/`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from katalog.errors import KatalogError

_PACKAGE = Path(__file__).resolve().parents[1]
#: `pyproject.toml` maps the package `katalog.docs` to the project's `docs/`: files that are there once.
_FOLDERS = (_PACKAGE / "docs", _PACKAGE.parent / "docs")


@dataclass(frozen=True, slots=True)
class DocsPage:
    """A document: the name that `katalog docs` takes, and its file (Markdown)."""

    name: str
    path: Path

    @property
    def text(self) -> str:
        """The whole text."""
        return self.path.read_text(encoding="utf-8")

    @property
    def title(self) -> str:
        """Its first heading."""
        return self.text.partition("\n")[0].removeprefix("# ")


def documents() -> tuple[DocsPage, ...]:
    """All of them, by name.

    >>> [document.title for document in documents() if document.name == "panduan"]
    ['Panduan']
    """
    folder = next((folder for folder in _FOLDERS if folder.is_dir()), None)
    return tuple(DocsPage(path.stem, path) for path in sorted(folder.glob("*.md"))) if folder else ()


def document_named(name: str) -> DocsPage:
    """The document of this name (`panduan` or `panduan.md`); KatalogError where there is none."""
    every = documents()
    found = next((one for one in every if name in (one.name, one.path.name)), None)
    if found is None:
        choices = ", ".join(one.name for one in every)
        raise KatalogError(f"Dokumen {name} tidak ada.", f"Pilihannya: {choices}.")
    return found
