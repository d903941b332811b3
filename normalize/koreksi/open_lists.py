"""The lists of a decree while a person's decisions are applied to it: their entries may come and go.

An entry is known by the path that it was read at (its key), wherever it stands by now; one that comes later gets a key
that none had.
"""

from __future__ import annotations

from collections.abc import Mapping

from schemas.decree import Item, Text


class OpenLists:
    """The entries of each list, by its path (`IKI/3/fungsi`), as keys in their order. `items` has what each is but for
    its text."""

    def __init__(self, lists: Mapping[str, tuple[Item, ...]]) -> None:
        self._keys = {path: [f"{path}/{at}" for at in range(1, len(items) + 1)] for path, items in lists.items()}
        self.items = {f"{path}/{at}": item for path, items in lists.items() for at, item in enumerate(items, 1)}
        self._into: dict[str, str] = {}

    def keys(self, path: str) -> tuple[str, ...] | None:
        """The keys of a list's entries; None where no list is at the path."""
        return tuple(self._keys[path]) if path in self._keys else None

    def beside(self, key: str) -> tuple[str, tuple[str, ...], int] | None:
        """The path of an entry's list, the keys of all its entries, and which of them (from 0) it is; None for what is
        no entry."""
        path = key.rpartition("/")[0]
        keys = self.keys(path) or ()
        return (path, keys, keys.index(key)) if key in keys else None

    def add(self, path: str, at: int, item: Item) -> str:
        """A new entry behind so many; its key."""
        key = f"{path}/{1 + sum(one.rpartition('/')[0] == path for one in self.items)}"
        self.items[key] = item
        self._keys[path].insert(at, key)
        return key

    def drop(self, key: str, into: str = "") -> None:
        """The entry is none; `into` is the one whose rest it is."""
        self._keys[key.rpartition("/")[0]].remove(key)
        if into:
            self._into[key] = into

    def standing(self, key: str) -> str:
        """Where the entry stands now (the list's path where it is gone); any other path as it is."""
        while key in self._into:
            key = self._into[key]
        if key not in self.items:
            return key
        found = self.beside(key)
        return f"{found[0]}/{found[2] + 1}" if found else key.rpartition("/")[0]

    def closed(self, path: str, texts: Mapping[str, Text]) -> tuple[Item, ...]:
        """The list as it is now, with the texts by key."""
        return tuple(self.items[key].model_copy(update={"text": texts[key]}) for key in self._keys[path])
