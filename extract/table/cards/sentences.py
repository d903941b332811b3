"""A card in running text -> its entries: `1. Sasaran: Tertib arsip; Indikator: Jumlah arsip; Target: 12 berkas; ...`.

An item of a list prints a label, a colon and a value behind each other, over as many lines as it takes; a label may be
broken over two. An item is one of these if it begins with a label and has as many as a card has, each but the first
behind a semicolon, comma or point. The sign that ends a value is no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bahasa.entry_mark import BULLETS, NUMBER
from bahasa.headings import is_known_heading
from extract.table.cards.entry import COLONS, CardEntry, EntryPart, cell_of_words
from schemas.layout import Grid, Line, Word

#: A sentence has so many labels at least, a label so many words at most; its lines follow each other within so many
#: type sizes.
_FEWEST, _WORDS, _PITCH = 3, 6, 1.6
#: What ends a value before the next label: surely, before a heading that is known, or (of an abbreviation) maybe.
_ENDS, _BETWEEN, _MAY_END = ";", ";,", ";,."
_BULLETS = frozenset(BULLETS)


class _Printed(NamedTuple):
    """A word with the position of its line in the flow."""

    at: int
    word: Word


def sentence_at(flow: Sequence[Line | Grid], at: int) -> tuple[list[CardEntry], int] | None:
    """The entries of the sentence that begins with this line, and the position behind it; None where none begins."""
    first = flow[at]
    if isinstance(first, Grid) or first.sheet is None or not _has_label(first):
        return None
    if _label(_printed(at, first), 0) is None:
        return None
    stop = at + 1
    name = _name(_printed(at, first))
    while stop < len(flow) and _follows(flow[stop - 1], flow[stop], first, name):
        stop += 1
    words = [one for k in range(at, stop) for one in _printed(k, flow[k])]
    bounds = list(_labels(words))
    if len(bounds) < _FEWEST:
        return None
    ends = [*(begin for begin, _ in bounds[1:]), len(words)]
    spans = zip(bounds, ends, strict=True)
    entries = [_entry(words, begin, value, end, first.sheet.number) for (begin, value), end in spans]
    return entries, stop


def _has_label(line: Line) -> bool:
    """May a label stand in a line? It ends in a colon, which most lines don't have."""
    return any(colon in line.text for colon in COLONS)


def _printed(at: int, item: Line | Grid) -> list[_Printed]:
    return [_Printed(at, word) for word in item.words] if isinstance(item, Line) else []


def _follows(above: Line | Grid, line: Line | Grid, first: Line, name: str) -> bool:
    """Does a line go on with a sentence, whose first label is `name`: right below, and not the begin of the next
    one?"""
    if isinstance(above, Grid) or isinstance(line, Grid) or not line.words or line.sheet != first.sheet:
        return False
    if not 0 < line.base - above.base < _PITCH * line.size:
        return False
    # the next item is marked, or begins with the label that this one begins with
    if _is_mark(line.words[0].text) and line.words[0].x0 <= first.words[0].x0 + line.size:
        return False
    next_one = _name(_printed(0, line)) if _has_label(line) else ""
    return not next_one or next_one != name


def _name(words: Sequence[_Printed]) -> str:
    """The label that words begin with; empty where they begin with none."""
    value = _label(words, 0)
    begin = _marked(words, 0)
    return " ".join(one.word.text for one in words[begin:value]).strip(f" {COLONS}") if value is not None else ""


def _marked(words: Sequence[_Printed], begin: int) -> int:
    return begin + (begin < len(words) and _is_mark(words[begin].word.text))


def _is_mark(text: str) -> bool:
    return NUMBER.fullmatch(text) is not None or text in _BULLETS


def _labels(words: Sequence[_Printed]) -> Iterator[tuple[int, int]]:
    """Where each label begins, and where its value does."""
    at = 0
    while at < len(words):
        behind = at == 0 or words[at - 1].word.text[-1] in _MAY_END
        value = _label(words, at) if behind else None
        if value is not None:
            yield at, value
        at = max(at + 1, value or 0)


def _label(words: Sequence[_Printed], begin: int) -> int | None:
    """Where the value begins of a label that begins here, behind its number; None where none does. Behind a semicolon
    any name with a colon is one, elsewhere a heading that is known."""
    start = _marked(words, begin)
    for end in range(start, min(start + _WORDS, len(words))):
        text = words[end].word.text
        if text[-1] in COLONS:
            name = " ".join(one.word.text for one in words[start : end + 1]).strip(f" {COLONS}")
            sure = begin > 0 and words[begin - 1].word.text[-1] in _ENDS
            return end + 1 if name[:1].isupper() and (sure or is_known_heading(name)) else None
        if text[-1] in _ENDS:
            return None
    return None


def _entry(words: Sequence[_Printed], begin: int, value: int, end: int, page: int) -> CardEntry:
    """A label with its value, a part for each line; the sign that ends the value goes with the label."""
    label, own = list(words[begin:value]), list(words[value:end])
    if own and end < len(words) and len(own[-1].word.text) > 1 and own[-1].word.text[-1] in _BETWEEN:
        last = own[-1]
        own[-1] = last._replace(word=last.word._replace(text=last.word.text[:-1]))
        sign = last.word._replace(text=last.word.text[-1])
        label.append(last._replace(word=sign))
    parts = []
    for at in dict.fromkeys(one.at for one in (*label, *own)):
        cells = [[one.word for one in some if one.at == at] for some in (label, own)]
        named, valued = (((cell_of_words(cell),) if cell else ()) for cell in cells)
        parts.append(EntryPart(at, 0, page, named, valued))
    return CardEntry(parts)
