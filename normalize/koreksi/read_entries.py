"""Corrections of reading of a list's entries (fungsi, tujuan, menimbang, butir): joined, split, dropped, added.

Each function applies one decision to the opened decree. No letter is lost, but of an entry that a person says is not
printed; what it read is kept with the decision.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bahasa.entry_mark import count_alike, own_mark
from bahasa.fold import fold
from normalize.koreksi.demands import ink_of
from normalize.koreksi.kinds import GabungButir, HapusButir, PisahButir, TambahButir
from normalize.koreksi.look_up import AlreadySo, LookUp, Reading, StaleKoreksi
from normalize.koreksi.opened import OpenDecree, Spot, split_path, what_stands_at
from normalize.koreksi.putusan import Putusan
from normalize.koreksi.row_cells import BETWEEN, joined, seen_text, tokens_of
from schemas.decree import Item, Text

#: A number may stand between texts that are one.
_NUMBERED = r"\(?\w{0,5}[.)]*"


def join_entries(decision: GabungButir, where: LookUp) -> Reading:
    """The next entries are the rest of this one. A number that was read at their beginning is a part of the text."""
    parts = (ink_of(said) for said in (decision.tercetak, *decision.isi))
    whole = re.compile(_NUMBERED.join(re.escape(part) for part in parts))
    spot = _found(
        decision,
        decision.tercetak,
        where,
        lambda keys: whole.fullmatch(ink_of(_said(where.decree, keys[0]))) is not None,
    )
    decree, old = where.decree, where.decree.text(spot)
    _, keys, at = _beside(spot, decree)
    below = keys[at + 1 : at + 1 + len(decision.isi)]
    if [_said(decree, key) for key in below] != [fold(one) for one in decision.isi]:
        said = BETWEEN.join(_said(decree, key) for key in below)
        raise StaleKoreksi(f"butir berikutnya membaca “{said}”", spot, said)
    texts = [part for key in below for part in (decree.lists.items[key].no or "", decree.texts[key].as_printed)]
    made = seen_text(joined(old.as_printed, *texts), old, *(decree.texts[key] for key in below))
    before = BETWEEN.join((old.as_printed, *decision.isi))
    for key in below:
        decree.drop_entry(key, spot.path)
    decree.put(spot, made)
    return Reading(spot, before, made.as_printed)


def split_entry(decision: PisahButir, where: LookUp) -> Reading:
    """An entry that is several."""
    first, *rest = decision.isi
    spot = _found(decision, decision.tercetak, where, lambda keys: _read_so(where.decree, keys, decision.isi))
    decree, old = where.decree, where.decree.text(spot)
    path, _, at = _beside(spot, decree)
    decree.put(spot, seen_text(first, old))
    for number, part in enumerate(rest, at + 1):
        decree.add_entry(path, number, _new(part, path, decree, old))
    return Reading(spot, old.as_printed, BETWEEN.join(decision.isi))


def drop_entry(decision: HapusButir, where: LookUp) -> Reading:
    """An entry that is not printed."""
    try:
        spot = _found(decision, decision.tercetak, where)
    except StaleKoreksi:
        if _is_gone(decision, where):
            raise AlreadySo from None
        raise
    before = where.decree.text(spot).as_printed
    where.decree.drop_entry(spot.path)
    return Reading(spot, before, "")


def _is_gone(decision: HapusButir, where: LookUp) -> bool:
    """Does the holder stand in the decree, and read nothing like it?"""
    if not any(where.likeness(decision, Spot(block)).holder for block in where.decree.blocks):
        return False
    spots = where.decree.spots(what_stands_at(decision.tempat))
    mine = [where.decree.text(spot).as_printed for spot in spots if where.likeness(decision, spot).holder]
    wanted = tokens_of([decision.tercetak])
    return all(2 * len(wanted & tokens_of([said])) < len(wanted) for said in mine)


def add_entries(decision: TambahButir, where: LookUp) -> Reading:
    """Entries that were not read, below another one or above the first."""
    path, at = _anchor(decision, where)
    decree = where.decree
    keys = decree.lists.keys(path) or ()
    if _read_so(decree, keys[at:], decision.isi):
        raise AlreadySo(_spot(path, keys[at], decree))
    added = [decree.add_entry(path, number, _new(part, path, decree)) for number, part in enumerate(decision.isi, at)]
    return Reading(added[0], "", BETWEEN.join(decision.isi))


def _anchor(decision: TambahButir, where: LookUp) -> tuple[str, int]:
    """The list, and behind how many of its entries the new ones stand."""
    if decision.tercetak:
        path, _, at = _beside(_found(decision, decision.tercetak, where), where.decree)
        return path, at + 1
    listed = decision.tempat.rpartition("/")[0]
    if split_path(decision.tempat)[0]:
        listed = f"{where.block(decision).path}/{what_stands_at(decision.tempat)}"
    if where.decree.lists.keys(listed) is None or not (where.near or decision.jabatan):
        raise StaleKoreksi(f"tidak ada daftar {listed}")
    return listed, 0


def _found(decision: Putusan, words: str, where: LookUp, so: Callable[[Sequence[str]], bool] = lambda _: False) -> Spot:
    """The entry that reads these words; AlreadySo where it, or another one of the holder, reads as wanted: `so` is
    asked with its key and those below it."""
    try:
        spot = where.text(decision, words)
    except StaleKoreksi:
        for spot in where.decree.spots(what_stands_at(decision.tempat)):
            found = where.decree.lists.beside(spot.path)
            if found and where.likeness(decision, spot).holder and so(found[1][found[2] :]):
                raise AlreadySo(spot) from None
        raise
    _, keys, at = _beside(spot, where.decree)
    now = _said(where.decree, spot.path)
    if now != fold(words):
        raise AlreadySo(spot) if so(keys[at:]) else StaleKoreksi(f"sudah dibetulkan menjadi “{now}”", spot, now)
    return spot


def _beside(spot: Spot, decree: OpenDecree) -> tuple[str, tuple[str, ...], int]:
    found = decree.lists.beside(spot.path) if spot.row is None else None
    if found is None:
        raise StaleKoreksi("hanya butir daftar yang dapat digabung, dipisah, dihapus, atau ditambah begitu", spot)
    return found


def _new(printed: str, path: str, decree: OpenDecree, *read: Text) -> Item:
    """An entry as a person saw it. Its number is one only where the list's other numbers count as it does: `A.n.` below
    `1` and `2` is text."""
    no, rest = own_mark(printed)
    others = [number for key in decree.lists.keys(path) or () if (number := decree.lists.items[key].no)]
    if no and others and not any(count_alike(no, one) for one in others):
        no, rest = None, printed
    return Item(no=no, text=seen_text(rest, *read))


def _read_so(decree: OpenDecree, keys: Sequence[str], parts: Sequence[str]) -> bool:
    """Do the first of these entries read the parts, with their numbers or without?"""
    said = [_said(decree, key) for key in keys[: len(parts)]]
    return len(said) == len(parts) and all(
        one in (fold(part), fold(own_mark(part)[1])) for one, part in zip(said, parts, strict=True)
    )


def _said(decree: OpenDecree, key: str) -> str:
    return fold(decree.texts[key].as_printed)


def _spot(path: str, key: str, decree: OpenDecree) -> Spot:
    return next(spot for spot in decree.spots(what_stands_at(f"{path}/1")) if spot.path == key)
