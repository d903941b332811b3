"""Lists (menimbang, mengingat, butir, tujuan, fungsi) with ids."""

from __future__ import annotations

from collections.abc import Iterable

from katalog.assemble.identity import Ids, law_path, short_slug
from katalog.text import value_of
from schemas.catalogue import Entry
from schemas.decree import Item


def entries(path: str, items: Iterable[Item], ids: Ids) -> tuple[Entry, ...]:
    """Items with ids below `path`, taken in printed order."""
    return tuple(
        Entry(id=ids.take(f"{path}/{_item_slug(item)}"), no=item.no, text=item.text, law=item.law) for item in items
    )


def _item_slug(item: Item) -> str:
    if item.law is not None:
        return law_path(item.law.jenis, item.law.nomor, item.law.tahun)
    return short_slug(value_of(item.text))
