"""Numbers of rows that are none in digits alone: `1.1`, `1a`, `b.`, `IV`, `IKU 3`, `IKI-2`, `SP4`, `A1`.

What counts the rows of a table is written alike in all of them and counts on. So the first line of a table shows how,
and the lines that begin with what follows are its rows. The reader of linear text knows numbers in digits: it is given
these as if they were (`1.1`, `1.2`, `2.1` as 1, 2, 3); what is printed is kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bahasa.target_at import target_at
from extract.read.row_numbers import ROW_NUMBER_FIRST, row_number
from extract.table.linear.tokens import TableWords

#: A group row may stand above the first row: it has so many lines at most.
_ABOVE = 3
#: A name that counts (`IKU 3`) may leave out so many numbers: those of others' indicators.
_LEFT_OUT = 4
_MARK = re.compile(
    r"\(?(?:(?P<nama>[A-Z]{2,6})[.–-]?(?=\d))?"
    r"(?P<angka>\d{1,2}(?:[.–-]\d{1,2}){0,3}[a-z]?|[A-Za-z](?:[.–-]?\d{1,2}){0,2}|[IVX]{1,5}|[ivx]{1,5})"
    r"(?P<tanda>[.)]{0,2})$"
)
#: A name before a number that is a word of its own.
_NAME = re.compile(r"[A-Z]{2,6}[.–-]?$")
#: The parts of a number that a narrow column broke.
_HEAD, _TAIL = re.compile(r"\d{1,2}[.–-]$"), re.compile(r"\d{1,2}[.)]?$")
_COUNTER = re.compile(r"\d+|[A-Za-z]+")


class RowMark(NamedTuple):
    """A row's number: the name before it, what each of its parts may count (`I` the ninth letter or one), how its parts
    are written, the sign behind, and how many words it takes."""

    name: str
    counts: tuple[tuple[int, ...], ...]
    form: str
    sign: str
    words: int

    @property
    def single(self) -> bool:
        """Whether one letter or Roman number is all of it."""
        return not self.name and len(self.counts) == 1


def row_mark(words: Sequence[str]) -> RowMark | None:
    """The number that a row beginning with these words has; None for none, and for one in digits alone.

    >>> row_mark(["IKU", "3", "Opini"]).counts, row_mark(["b.", "Opini"]).sign, row_mark(["12.", "Opini"])
    (((3,),), '.', None)
    """
    taken = 2 if len(words) > 1 and _NAME.match(words[0]) and words[1][:1].isdigit() else 1
    match = _MARK.match("".join(words[:taken]))
    if match is None or words[taken : taken + 1] == [":"]:
        return None
    parts = _COUNTER.findall(match["angka"])
    if not match["nama"] and (len(parts) == 1 and parts[0].isdecimal()):
        return None
    form = _COUNTER.sub(lambda found: "1" if found[0].isdecimal() else "a" if found[0].islower() else "A", match[0])
    return RowMark(match["nama"] or "", tuple(map(_values, parts)), form, match["tanda"], taken)


def _values(part: str) -> tuple[int, ...]:
    if part.isdecimal():
        return (int(part),)
    letter = (ord(part.lower()) - ord("a") + 1,) if len(part) == 1 else ()
    roman = row_number(part.upper())
    return (*((roman,) if roman else ()), *letter)


def _begins(mark: RowMark) -> bool:
    return bool(mark.name) or 1 in mark.counts[-1]


def _follows(before: RowMark, mark: RowMark) -> bool:
    """Whether a number counts on from another one: one part goes on, those behind it begin again."""
    if (before.name, before.form, len(before.counts)) != (mark.name, mark.form, len(mark.counts)):
        return False
    furthest = _LEFT_OUT if mark.name else 1
    for at, (old, new) in enumerate(zip(before.counts, mark.counts, strict=True)):
        goes_on = any(0 < after - one <= furthest for one in old for after in new)
        if goes_on and all(1 in rest for rest in mark.counts[at + 1 :]):
            return True
        if not set(old) & set(new):
            return False
    return False


def numbered_lines(texts: Sequence[str]) -> dict[int, RowMark]:
    """The lines of a table that begin with the number of a row where these are none in digits alone: those that count
    on from the first line, or from one of the next where a group row stands above it (`A. BIDANG ...` above `1`: rows
    are more than groups).

    >>> list(numbered_lines(["1.1 Opini", "2 laporan", "1.2 Nilai", "2.1 Indeks"]))
    [0, 2, 3]
    """
    best: dict[int, RowMark] = {}
    for first in range(min(_ABOVE + 1, len(texts))):
        if _in_digits(texts, first, best) >= max(1, len(best)):
            return {}
        found = dict(_counted_on(texts, first))
        if len(found) >= len(best):
            best = found
    return best


def _in_digits(texts: Sequence[str], first: int, groups: Collection[int]) -> int:
    """How many lines from the first one on begin with numbers in digits that count on, or anew below the next group
    row (`1`, `2` below `A. BIDANG ...`, `1`, `2` below `B. BIDANG ...`); 0 where the first one has none."""
    count = reached = 0
    for at in range(first, len(texts)):
        number = _digits(texts[at])
        anew = number == 1 and any(above in groups for above in range(at - first, at))
        if number is not None and (anew or number == reached + 1):
            count, reached = count + 1, number
        elif at == first:
            return 0
    return count


def _digits(text: str) -> int | None:
    """The number in digits that a line begins with, if it is not a target (`1 laporan`)."""
    match = ROW_NUMBER_FIRST.match(text)
    if match is None:
        return None
    words = text.split()
    end, kind = target_at(words, 0)
    return None if end == len(words) and kind in ("satuan", "persen") else int(match[1])


def _counted_on(texts: Sequence[str], first: int) -> Iterator[tuple[int, RowMark]]:
    last = row_mark(texts[first].split())
    if last is None or not _begins(last):
        return
    yield first, last
    for at in range(first + 1, len(texts)):
        mark = row_mark(texts[at].split())
        if mark is not None and _follows(last, mark):
            yield at, mark
            last = mark


def numbered_plainly(tokens: TableWords) -> TableWords:
    """The words of a table with the numbers of its rows as if they were in digits alone, each its place among all;
    their fragments are what is printed. A letter has that place wherever it opens a line, as where it counts the points
    of a cell (which of them begins a row is the reader's question)."""
    tokens = _joined(tokens)
    opening = [i for i in range(len(tokens)) if tokens.first[i]]
    texts = [_opening_words(tokens, i) for i in opening]
    found = numbered_lines(texts)
    if not found:
        return tokens
    marks = {opening[at]: (mark, place) for place, (at, mark) in enumerate(found.items(), 1)}
    if (one := next(iter(found.values()))).single:
        known = {mark.counts: place for mark, place in marks.values()}
        every = ((i, row_mark(text.split())) for i, text in zip(opening, texts, strict=True))
        marks = {
            i: (mark, known[mark.counts])
            for i, mark in every
            if mark is not None and mark.form == one.form and mark.counts in known
        }
    return _replaced(tokens, marks)


def _joined(tokens: TableWords) -> TableWords:
    """Numbers that a narrow column broke (`1.` / `1`, `IKU` / `3`) whole, where the table begins with one."""
    broken: list[int] = []
    for i in range(len(tokens) - 1):
        if _is_broken(tokens, i) and broken[-1:] != [i - 1]:
            broken.append(i)
    if broken[:1] != [0]:
        return tokens
    return tokens.merged({i: (2, None if _NAME.match(tokens.words[i]) else 1.0) for i in broken})


def _is_broken(tokens: TableWords, i: int) -> bool:
    head, tail = tokens.words[i : i + 2]
    alone = all(tokens.first[k] for k in range(i, min(i + 3, len(tokens))))
    return alone and bool((_HEAD.match(head) or _NAME.match(head)) and _TAIL.match(tail))


def _opening_words(tokens: TableWords, i: int) -> str:
    """The words that a line opens with, as far as a number may go."""
    stop = next((k for k in range(i + 1, min(i + 3, len(tokens))) if tokens.first[k]), i + 3)
    return " ".join(tokens.words[i:stop])


def _replaced(tokens: TableWords, marks: dict[int, tuple[RowMark, int]]) -> TableWords:
    whole = tokens.merged({i: (mark.words, None) for i, (mark, _) in marks.items()})
    words, broken, swallowed = list(whole.words), dict(whole.broken), 0
    for i, (mark, count) in sorted(marks.items()):
        at = i - swallowed
        words[at] = f"{count}{mark.sign}"
        broken[at] = whole.fragments(at)
        swallowed += mark.words - 1
    return replace(whole, words=tuple(words), broken=broken)
