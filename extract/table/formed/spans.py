"""Where headings stand in the lines of a text, and the likely readings of each.

A heading that is printed several times is one: it is read once, with the best of its prints.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from bahasa.headings import heading_letters
from extract.table.formed.columns import TaggedColumn, columns_of
from extract.table.formed.evidence import FIRST_ROW, SeenWord, counted_columns, evidence_of_words, seen_words
from extract.table.formed.narrow_columns import words_made_whole
from extract.table.formed.parted import begins_below
from extract.table.formed.paths import table_paths
from extract.table.formed.plans import planned_paths
from extract.table.formed.tagger import NEVER, Floats, TagModel, best_path, tag_model
from extract.table.formed.tags import NUMBER, TEXT, Tag, tags
from extract.table.linear.facts import number_in
from extract.table.linear.groups import names_group
from schemas.base import Role

#: A heading is read with so many words around it, and so many of its own at most.
_AROUND, _LONGEST = 12, 160
#: Words above more prints than that are hardly the same by chance.
_SEVERAL = 2
#: So many numbers in a row may count parts of a year.
_QUARTERS = 4
#: What counts columns has no such word in it (`6=4x5` may), least of all a group's name below (`<BIDANG UMUM>`).
_WORD = re.compile(r"^[^\d]*[^\W\d_]{3}[^\d]*$")
_NUMBERS = tags().index(Tag(0, NUMBER))
#: Sums of weights to natural logarithms.
UNIT = 100.0


@dataclass(frozen=True, slots=True)
class HeadingReading:
    """A reading of a heading: its columns (words by their positions in the text), the first of its words, the ends of
    its headings and of its column numbers, how far it is behind the best one (0 or less), and how far the words are
    from being mere text."""

    columns: tuple[TaggedColumn, ...]
    first: int
    body: int
    end: int
    score: float
    odds: float

    @property
    def roles(self) -> tuple[Role, ...]:
        """The role of each column."""
        return tuple(column.role for column in self.columns)


@dataclass(frozen=True, slots=True)
class WeighedWords:
    """The words of a text and, for each tag, the sums of their evidence."""

    lines: tuple[str, ...]
    words: list[SeenWord]
    sums: Floats
    model: TagModel

    @classmethod
    def of(cls, lines: Sequence[str]) -> WeighedWords:
        words, model = seen_words(lines), tag_model()
        sums = model.emissions(evidence_of_words(words, lines))
        whole, rests = words_made_whole(words, lines)
        heads = [at for at, (one, word) in enumerate(zip(whole, words, strict=True)) if one is not word]
        if heads:
            sums[heads] = model.emissions(evidence_of_words(whole, lines))[heads]
            sums[[[at] for at in rests], [k for k, tag in enumerate(tags()) if tag.level and tag.first]] = NEVER
        if again := _said_again(words):
            sums[[[at] for at in again], [k for k, tag in enumerate(tags()) if tag.level and not tag.first]] = NEVER
        return cls(tuple(lines), words, sums, model)

    def letters(self, first: int, end: int) -> str:
        """What two prints of the same words share."""
        return " ".join(filter(None, (heading_letters(word.text) for word in self.words[first:end])))

    def prints_of(self, first: int, end: int) -> list[int]:
        """Where these words are printed, each time from the opening of a line on: the positions of their first one."""
        names = [heading_letters(word.text) for word in self.words]
        wanted, size = names[first:end], end - first
        starts = (at for at, name in enumerate(names) if name == wanted[0] and self.words[at].first)
        ends = {*(at for at, word in enumerate(self.words) if word.first), len(self.words)}
        return [at for at in starts if names[at : at + size] == wanted and at + size in ends]


def _said_again(words: Sequence[SeenWord]) -> list[int]:
    """The words that stand behind themselves: no heading says a word twice in a row, the second begins one of its own
    (`SUMBER DATA DATA DUKUNG`, `Target Target per Triwulan`)."""
    names = [heading_letters(word.text) for word in words]
    pairs = enumerate(pairwise(names), 1)
    return [at for at, (left, right) in pairs if left == right and right.isalpha() and len(right) > 1]


def heading_spans(text: WeighedWords) -> list[tuple[int, int]]:
    """(first word, end) of what is tagged as a heading, column numbers included, in order."""
    names = tags()
    path = [names[tag] for tag in best_path(text.words, text.sums, text.model)] if text.words else []
    spans: list[tuple[int, int]] = []
    for at, tag in enumerate(path):
        if tag.name == TEXT:
            continue
        if spans and spans[-1][1] == at and not (path[at - 1].name == NUMBER and tag.level):
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return _shared_on(text, _whole_prints(text, [_counted_on(text, path, span) for span in spans]))


def _whole_prints(text: WeighedWords, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Prints of one heading as far as the longest one goes: what follows one of them may hide its last column."""
    ends = dict(spans)
    for first, end in sorted(spans, key=lambda span: span[0] - span[1]):
        for place in text.prints_of(first, end) if ends[first] == end else ():
            if place in ends:
                ends[place] = max(ends[place], place + end - first)
    return list(ends.items())


def _shared_on(text: WeighedWords, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of one heading, printed several times, with the lines below it that all of its prints share: the rows below
    it differ, and begin at their numbers or at a group's row at the latest."""
    prints: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for span in spans:
        prints[text.letters(*span)].append(span)
    more = {letters: _shared_below(text, same) for letters, same in prints.items() if len(same) > _SEVERAL}
    ends = {span: span[1] + more.get(letters, 0) for letters, same in prints.items() for span in same}
    return [(first, ends[first, end]) for first, end in spans]


def _shared_below(text: WeighedWords, prints: Sequence[tuple[int, int]]) -> int:
    """How many words below all prints of a heading are the same, whole lines, down to a row."""
    below = [text.words[end : end + _AROUND] for _, end in prints]
    whole = 0
    for k, words in enumerate(zip(*below, strict=False)):
        if words[0].first:
            whole = k
        first = words[0].first and text.lines[words[0].line]
        row = first and (number_in(words[0].text) is not None or names_group(first))
        if row or len({(heading_letters(word.text), word.first) for word in words}) > 1:
            return whole
    return 0


def _counted_on(text: WeighedWords, path: Sequence[Tag], span: tuple[int, int]) -> tuple[int, int]:
    """A heading with all its column numbers: `(1) (2) (3` / `)` / `(4)` goes on counting."""
    numbers = next((at for at in range(*span) if path[at].name == NUMBER), span[1])
    end = numbers + counted_columns([word.text for word in text.words[numbers : span[1] + _LONGEST]])[1]
    opens = end == len(text.words) or (end > span[1] and text.words[end].first)
    return (span[0], end) if opens else span


def readings_of(text: WeighedWords, prints: Sequence[tuple[int, int]]) -> list[HeadingReading]:
    """The likely readings of the heading around the first of its prints, best first. A word that an extractor glued
    begins the lower level (glued.py), if that gives any."""
    below = begins_below(text.words, *prints[0])
    if below is not None and (again := _begun_alike(text, below, prints[0][1])):
        # in the text's own sums, so that no cut is moved there later
        later = [[at] for at in range(below, prints[0][1]) if at not in again]
        text.sums[[[at] for at in again], [k for k, tag in enumerate(tags()) if not tag.first]] = NEVER
        text.sums[later, [k for k, tag in enumerate(tags()) if tag.level and tag.first]] = NEVER
    return (_readings(text, prints, below) if below is not None else []) or _readings(text, prints)


def _readings(text: WeighedWords, prints: Sequence[tuple[int, int]], below: int | None = None) -> list[HeadingReading]:
    start, stop = _window(text, prints[0])
    words, sums = text.words[start:stop], _bounded(text, prints, start, stop)
    if below is not None:
        sums[: below - start, [k for k, tag in enumerate(tags()) if tag.level > 1]] = NEVER
        sums[below - start, [k for k, tag in enumerate(tags()) if tag.level < 2 or not tag.first]] = NEVER
    stays = sum(float(text.model.steps[int(word.first), 0, 0]) for word in words[1:])
    plain = float(text.sums[start:stop, 0].sum()) + stays
    paths = [*table_paths(words, sums, text.model), *planned_paths(words, sums, text.model)]
    above = max(start, prints[0][0] - _shared_above(text, prints))
    if len(prints) > _SEVERAL and above < prints[0][0] and words[above - start].first:
        # what stands above each of them is likely theirs, whatever its words are elsewhere (`Angka` / `Kinerja Utama`)
        sums[above - start : prints[0][0] - start, tags().index(Tag(0, TEXT))] = NEVER
        paths += planned_paths(words, sums, text.model)
    paths = [one for one in paths if one[0] > NEVER / 2]
    best = max((score for score, _ in paths), default=0.0)
    found: dict[tuple[object, ...], HeadingReading] = {}
    for score, path in paths:
        odds = (score - best) / UNIT, (score - plain) / UNIT
        reading = _reading([tags()[tag] for tag in path], [word.text for word in words], start, *odds)
        if reading is not None:
            found.setdefault((reading.columns, reading.first, reading.end), reading)
    return sorted(found.values(), key=lambda reading: -reading.score)


def _begun_alike(text: WeighedWords, below: int, end: int) -> list[int]:
    """Where the columns of a lower level begin that all begin with one word (`Aspek Kuantitas Aspek Kualitas Aspek
    Waktu`), which the level above may end with, too."""
    names = [heading_letters(word.text) for word in text.words[below:end]]
    same = [below + at for at, name in enumerate(names) if name == names[0] and name.isalpha()]
    return same if len(same) > 1 and all(behind - at > 1 for at, behind in pairwise(same)) else []


def _bounded(text: WeighedWords, prints: Sequence[tuple[int, int]], start: int, stop: int) -> Floats:
    """The sums of the words start..stop around the first print of a heading, where it begins and ends at the least and
    at the most."""
    span, sums = prints[0], text.sums[start:stop].copy()
    sums[[at for at, word in enumerate(text.words[start:stop]) if _WORD.search(word.text)], _NUMBERS] = NEVER
    # where it ends is told well by what follows: a heading that lacks a column must not find it in the first row
    sums[max(0, furthest(text, span) - start) :, 1:] = NEVER
    # and it begins with nothing that stands above one of its prints only
    sums[: max(0, span[0] - _shared_above(text, prints) - start), 1:] = NEVER
    if (numbers := _numbers(text, span)) is not None:
        sums[numbers - start : span[1] - start, [k for k, tag in enumerate(tags()) if tag.name != NUMBER]] = NEVER
    if len(prints) > _SEVERAL and span[1] <= stop:
        # what all prints share is theirs to the end
        sums[span[1] - 1 - start, tags().index(Tag(0, TEXT))] = NEVER
    return sums


def _shared_above(text: WeighedWords, prints: Sequence[tuple[int, int]]) -> int:
    """How many words above all prints of a heading are the same; as many as may be where there is one print only."""
    if len(prints) == 1:
        return _LONGEST
    above = [[heading_letters(word.text) for word in text.words[max(0, at - _AROUND) : at]][::-1] for at, _ in prints]
    shared = (len(set(words)) == 1 for words in zip(*above, strict=False))
    return sum(takewhile(bool, shared))


def furthest(text: WeighedWords, span: tuple[int, int]) -> int:
    """Where a heading ends at the latest: at the first row if that shows itself soon below, else where its words do."""
    below = range(span[1], min(span[1] + _AROUND, len(text.words)))
    opens = (at for at in below if text.words[at].first and FIRST_ROW.match(text.lines[text.words[at].line]))
    return next(opens, span[1])


def _numbers(text: WeighedWords, span: tuple[int, int]) -> int | None:
    """Where the column numbers begin that end a heading: `1 2 3 4` may be the quarters of a year, more are no words of
    it."""
    for at in range(*span):
        if text.words[at].first:
            count, taken = counted_columns([word.text for word in text.words[at : span[1]]])
            if at + taken == span[1] and count > _QUARTERS:
                return at
    return None


def _window(text: WeighedWords, span: tuple[int, int]) -> tuple[int, int]:
    """A few words more on either side, whole lines."""
    start, stop = max(0, span[0] - _AROUND), min(len(text.words), min(span[1], span[0] + _LONGEST) + _AROUND)
    while start and not text.words[start].first:
        start -= 1
    while stop < len(text.words) and not text.words[stop].first:
        stop += 1
    return start, stop


def _reading(path: Sequence[Tag], words: Sequence[str], start: int, score: float, odds: float) -> HeadingReading | None:
    """The first heading of a path as a reading of the whole text."""
    inside = [at for at, tag in enumerate(path) if tag.name != TEXT]
    if not inside or inside[-1] - inside[0] + 1 != len(inside):
        return None
    first, end = inside[0], inside[-1] + 1
    body = next((at for at in inside if path[at].name == NUMBER), end)
    columns = columns_of(path[first:end], words[first:end])
    if columns is None:
        return None
    moved = tuple(
        TaggedColumn(column.role, tuple(tuple(first + start + at for at in level) for level in column.words))
        for column in columns
    )
    return HeadingReading(moved, first + start, body + start, end + start, score, odds)
