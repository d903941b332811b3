"""Addresses of the pages, all below one root (`/token/`)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class PageAddresses:
    """The addresses; `key` is that of a catalogue.

    >>> PageAddresses("/t/").jabatan("sk-2022", 3, "/blocks/3/rows/0")
    '/t/katalog/sk-2022/jabatan/4#p-blocks-3-rows-0'
    """

    root: str

    def home(self) -> str:
        """Where one begins: all catalogues, of a corpus the search."""
        return self.root

    def decrees(self, number: int = 1) -> str:
        """A page of the list of all catalogues."""
        return f"{self.root}keputusan{f'?halaman={number}' if number > 1 else ''}"

    def decree(self, key: str, path: str = "") -> str:
        """A catalogue, or what stands at a JSON Pointer of it."""
        return f"{self.root}katalog/{quote(key, safe='')}{_hash(path)}"

    def unit(self, key: str, number: int) -> str:
        """A unit by its 0-based position among those that have jabatan."""
        return f"{self.decree(key)}/unit/{number + 1}"

    def jabatan(self, key: str, block: int, path: str = "") -> str:
        """A block by its 0-based position."""
        return f"{self.decree(key)}/jabatan/{block + 1}{_hash(path)}"

    def history(self, key: str) -> str:
        """What became of a decree in its revisions."""
        return f"{self.decree(key)}/riwayat"

    def review(self, key: str) -> str:
        """The page on which a person checks."""
        return f"{self.decree(key)}/periksa"

    def decisions(self, key: str, page: str) -> str:
        """Where an open page on which a person checks sends what is decided."""
        return f"{self.decree(key)}/putusan?{urlencode({'halaman': page})}"

    def comparison(self, old: str, new: str) -> str:
        """The matriks sandingan of two."""
        return f"{self.root}sandingan/{quote(old, safe='')}/{quote(new, safe='')}"

    def search(self, **asked: object) -> str:
        """What a search finds."""
        given = {name: value for name, value in asked.items() if value not in (None, "", 1)}
        return f"{self.root}cari{'?' if given else ''}{urlencode(given)}"

    def found(self, key: str, block: int | None, path: str) -> str:
        """A passage on its page."""
        return self.decree(key, path) if block is None else self.jabatan(key, block, path)


def anchor(path: str) -> str:
    """The id of what stands at a JSON Pointer.

    >>> anchor("/blocks/3/rows/0")
    'p-blocks-3-rows-0'
    """
    return "p" + path.replace("/", "-").replace(".", "-")


def _hash(path: str) -> str:
    return f"#{quote(anchor(path))}" if path else ""
