"""Stretches of entries -> families of cards: those of one list, told by the labels that they share.

A card ends where a label comes again, where one of a block's head stands, or where its stretch does. What the labels of
a family mean is decided once, from the values of all its cards: they are cards of indicators if together they are
headings of a table of indicators. A card may leave a label out (`Keterangan` where there is none).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from bahasa.headings import is_known_heading, role_of_heading
from bahasa.labels import is_whole_label, starts_with_label
from bahasa.roles import INDIKATOR, OTHERS, about_role
from extract.table.cards.entry import Card, CardEntry, Stretch
from extract.table.meaning.evidence import SeenColumn
from extract.table.meaning.fields import names_office
from extract.table.meaning.head_labels import heads_column
from extract.table.meaning.roles import decide

#: A list of cards has so many labels at least, a card so many at least and at most (a glossary has more); so large a
#: share of those of the shorter one two cards of a family share.
_LABELS, _FEWEST, _MOST, _SHARED = 4, 3, 40, 0.6
#: So sure must the indikator be, and so many columns with a role beside it.
_SURE, _ROLES = 0.8, 2

#: Cards of one list, and what their labels are called: first the key, then the label as the first card prints it.
Family = tuple[list[Card], dict[str, str]]


def families_of(stretches: Sequence[Stretch]) -> list[Family]:
    """The families of cards of indicators, each in the order of its cards."""
    groups: list[list[Card]] = []
    for card in (card for stretch in stretches for card in _cards(stretch)):
        alike = next((group for group in groups if any(_alike(card, other) for other in group)), None)
        if alike is None:
            groups.append([card])
        else:
            alike.append(card)
    return [family for group in groups if (family := _told(group)) is not None]


def _cards(stretch: Stretch) -> Iterator[Card]:
    card, keys = Card(), set[str]()
    for entry in stretch:
        of_head = _is_of_head(entry)
        if of_head or entry.key in keys:
            yield from _whole(card)
            card, keys = Card(), set()
        if not of_head:
            card.entries.append(entry)
            keys.add(entry.key)
    yield from _whole(card)


def _whole(card: Card) -> Iterator[Card]:
    """A card from its first label with a value on: `Indikator :` above it calls it."""
    while card.entries and not card.entries[0].text:
        card.entries.pop(0)
    if _FEWEST <= len(card.entries) <= _MOST and not any(map(_heads_table, card.entries)):
        yield card


def _heads_table(entry: CardEntry) -> bool:
    """Is it the heading of a table of two columns (`INDIKATOR KINERJA | TARGET`), the rest of the card its rows?"""
    return role_of_heading(entry.name) == INDIKATOR and is_known_heading(entry.text)


def _is_of_head(entry: CardEntry) -> bool:
    """Is it the holder, the tugas or the fungsi of a block? No card has them."""
    return is_whole_label(entry.name, "pemangku") or starts_with_label(f"{entry.name} :", "tugas", "fungsi")


def _alike(a: Card, b: Card) -> bool:
    shared = len({*a.keys} & {*b.keys})
    return shared >= _SHARED * min(len(a.entries), len(b.entries))


def _told(cards: Sequence[Card]) -> Family | None:
    """The cards of a group that print an indikator, if their labels with the values of all are headings of a table of
    indicators."""
    _without_captions(cards)
    names = _names(cards)
    columns = [SeenColumn((name,), tuple(card.value_of(key) for card in cards)) for key, name in names.items()]
    called = any(role_of_heading(name) == INDIKATOR for name in names.values())
    if len(columns) < _LABELS or not (called or len(cards) > 1) or _heads_blocks(columns):
        return None
    decided = decide(columns)
    at = next((at for at, one in enumerate(decided) if one.role == INDIKATOR and one.sure >= _SURE), None)
    named = [one.role for one in decided if one.role not in (INDIKATOR, OTHERS) and one.sure >= _SURE]
    if at is None or len(named) < _ROLES or not any(about_role(role).telling for role in named):
        return None
    own = [card for card, text in zip(cards, columns[at].cells, strict=True) if text]
    # `Indikator Kinerja :` in a head is the caption of its table
    return (own, names) if len(own) == len(cards) or len(own) > 1 else None


def _heads_blocks(columns: Sequence[SeenColumn]) -> bool:
    """Does the first label of half of the cards or more name an office (`Nama Jab. : Kepala Dinas Sosial`; `Penata
    Laporan Keuangan` is none by its words), and no label head a column of indicators? They are heads of blocks,
    whatever their other labels are called."""
    offices = sum(map(names_office, columns[0].cells))
    return 2 * offices >= len(columns[0].cells) and not any(heads_column(one.headings[0]) for one in columns)


def _without_captions(cards: Sequence[Card]) -> None:
    """Takes what most cards lack and none has a value for off the ends of each: `Indikator Kinerja 2 :` calls the card
    below it."""
    counts = Counter(key for card in cards for key in card.keys)
    valued = {entry.key for card in cards for entry in card.entries if entry.text}
    for card in cards:
        while card.entries and _is_caption(card.entries[-1].key, counts, valued, len(cards)):
            card.entries.pop()


def _is_caption(key: str, counts: Counter[str], valued: Set[str], cards: int) -> bool:
    return key not in valued and 2 * counts[key] <= cards


def _names(cards: Sequence[Card]) -> dict[str, str]:
    """The labels of all cards in their order: one that the longest card lacks stands behind the one above it."""
    first = max(cards, key=lambda card: len(card.entries))
    order = list(first.keys)
    names = {entry.key: entry.name for card in (first, *cards) for entry in reversed(card.entries)}
    for card in cards:
        for above, key in zip(["", *card.keys], card.keys, strict=False):
            if key not in order:
                order.insert(order.index(above) + 1 if above else 0, key)
    return {key: names[key] for key in order}
