"""Characters to words and words to lines, by where they stand.

A word is a run of characters that touch, in the order of the page's content; whether a blank stands between two words
is decided where a line is put together: a blank of the text layer, or a gap too wide for the type's own spacing (some
producers lose the blanks). Doubled characters (fake bold) count once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from extract.read.pdf.ink import Char
from extract.read.pdf.narrow import NARROWEST, blanks_in
from extract.read.pdf.tracked import tracking_of
from schemas.layout import Box, DrawnCell, Word

#: Share of the type size that a gap must have to part two words where the text layer has no blank.
GAP = 0.19
#: Letters of one word overlap by at most this share of the type size.
_OVERPRINT = 0.35
# the orders of words and of a line's words; asked for at every cell
_DOWNWARDS = itemgetter(*map(Word._fields.index, ("base", "x0", "order")))
_RIGHTWARDS = itemgetter(*map(Word._fields.index, ("x0", "order")))
#: Letters of one base line that are no further apart (points, of the smallest type) stand in one word.
_TOUCHING = 0.07
#: So many single letters are a word that is spaced out, each at most so many type sizes from the next.
_SPACED, _SPACING = 4, 0.65
#: Share of the type size by which base lines of one line may differ (raised and lowered signs).
RISE = 0.45


@dataclass(slots=True)
class TextLine:
    """Words on one base line, left to right; `blank` tells that the text layer has a blank at the end of it."""

    words: list[Word]
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    blank: bool

    @property
    def box(self) -> Box:
        return self.x0, self.top, self.x1, self.bottom


def runs_of(chars: list[Char]) -> list[Word]:
    """Words in the order of the content, doubled ones once. A blank belongs to the word before it, wherever the next
    one stands: at the end of a line it tells that no word was broken there."""
    runs: list[Word] = []
    now: list[Char] = []
    blank = narrow = False
    spaced = tracking_of(chars)
    last = Char("", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for char in chars:
        if char[0] == " ":
            blank = True
            continue
        # nearly all letters touch the one before them
        if now and (blank or char[5] != last[5] or not -_TOUCHING < char[1] - last[3] < _TOUCHING):
            gap = -1.0 if blank else _touch(last, char, spaced.get(last[6], 0.0) if spaced else 0.0)
            if gap < 0:
                _end(now, blank, narrow, runs)
                now, narrow = [], False
            elif gap > NARROWEST and last[6] not in spaced:
                narrow = True
        blank = False
        if now and last[0] == char[0] and _doubled(last, char):
            continue
        now.append(char)
        last = char
    if now:
        _end(now, blank, narrow, runs)
    return _once(runs)


def _end(chars: list[Char], blank: bool, narrow: bool, runs: list[Word]) -> None:
    """Adds characters that touch as a word, or as several where `narrow` gaps among them are its blanks."""
    if not narrow:
        runs.append(_run(chars, blank, len(runs)))
        return
    start = 0
    for at in (*blanks_in("".join([char.text for char in chars]), chars), len(chars)):
        runs.append(_run(chars[start:at], blank or at < len(chars), len(runs)))
        start = at


def _touch(a: Char, b: Char, spaced: float) -> float:
    """How far (type sizes) two characters of one word are apart, 0 where they overlap; below 0 where they are of two
    words. Type that is spaced out may be as far apart as `spaced` says."""
    _, a0, _, a1, _, a_base, size = a
    _, b0, _, _, _, b_base, _ = b
    gap = b0 - a1
    if not -1.2 * size < gap < (max(GAP * size, spaced) if spaced else GAP * size) or not -0.7 < a_base - b_base < 0.7:
        return -1.0
    # the parts of a ligature share one place; what else begins so far before the end of another is printed over it
    if gap > -_OVERPRINT * size or -0.1 * size < b0 - a0 < 0.1 * size:
        return gap / size if gap > 0 else 0.0
    return -1.0


def _doubled(a: Char, b: Char) -> bool:
    """The same character printed again on its place. The parts of a ligature (`ff`, `tt`) share one place exactly."""
    if abs(a.x0 - b.x0) > 0.12 * a.size or abs(a.base - b.base) > 0.12 * a.size:
        return False
    return not (a.text in "ft" and a.x0 == b.x0 and a.x1 == b.x1)


def _run(chars: list[Char], blank: bool, order: int) -> Word:
    _, x0, top, _, bottom, base, size = chars[0]
    ends = tuple([c[3] for c in chars])
    text = "".join([c[0] for c in chars])
    return Word(text, x0, top, max(ends), bottom, base, size, blank, order, ends)


def _once(runs: list[Word]) -> list[Word]:
    """Leaves out a run that repeats an earlier one on (almost) the same place: bold made by printing twice."""
    seen: dict[str, list[Word]] = {}
    kept: list[Word] = []
    for run in runs:
        same = seen.setdefault(run.text, [])
        if same and _repeats(run, same):
            continue
        same.append(run)
        kept.append(run)
    return kept


def _repeats(run: Word, others: list[Word]) -> bool:
    reach, x0, base = 0.12 * run.size, run.x0, run.base
    return any(-reach <= o[1] - x0 <= reach and -reach <= o[5] - base <= reach for o in others)


def split_run(run: Word, at: float) -> tuple[Word, Word]:
    """The parts of a run left and right of `at`; characters go by their middle."""
    starts = (run.x0, *run.ends[:-1])
    k = sum((a + b) / 2 < at for a, b in zip(starts, run.ends, strict=True))
    k = max(1, min(k, len(run.ends) - 1))
    left = run._replace(text=run.text[:k], x1=max(run.ends[:k]), blank=False, ends=run.ends[:k])
    right = run._replace(text=run.text[k:], x0=run.ends[k - 1], ends=run.ends[k:])
    return left, right


#: Marks that stand alone between a label and its text, or before an item.
_MARKS = frozenset(":-–.")


def lines_of(runs: Iterable[Word], wide: bool = False) -> list[TextLine]:
    """Lines top to bottom. With `wide`, a gap of several blanks' width is kept as that many blanks, so that columns of
    unruled text can still be told apart."""
    lines: list[list[Word]] = []
    base = size = 0.0
    bare = False
    for run in sorted(runs, key=_DOWNWARDS):
        below, own = run.base - base, run.size
        if not lines or (below > RISE * size and below > RISE * min(own, 1.5 * size)):
            lines.append([])
            base, size, bare = run.base, own, True
        lines[-1].append(run)
        if bare:
            # where a line stands is told by its letters: a colon of a scan may stand higher, between its label and text
            bare, base = run.text in _MARKS, run.base
        if own > size:
            size = own
    return [_line(group if len(group) == 1 else sorted(group, key=_RIGHTWARDS), wide) for group in lines]


def cell_lines(cell: DrawnCell, wide: bool = False) -> Sequence[TextLine]:
    """The lines of a cell, as `lines_of` makes them: once, however many ask for them. A reader that moves words into a
    cell or out of it gets them anew."""
    words, lines = cell.made.get(wide, (None, ()))
    if words != cell.words:
        lines = lines_of(cell.words, wide)
        cell.made[wide] = list(cell.words), lines
    return lines


def line_of(runs: Sequence[Word]) -> TextLine:
    """The line that words make in the order given, wide gaps kept."""
    return _line(list(runs), True)


def _line(runs: list[Word], wide: bool) -> TextLine:
    if len(runs) == 1:
        text, x0, top, x1, bottom, base, size, blank, *_ = runs[0]
        return TextLine(runs, text, x0, top, x1, bottom, base, size, blank)
    text = runs[0].text
    spaced = _letterspaced(runs)
    for i, (a, b) in enumerate(pairwise(runs)):
        text += ("" if i in spaced else _between(a, b, wide)) + b.text
    last = runs[-1]
    return TextLine(
        runs,
        text,
        runs[0].x0,
        min([r.top for r in runs]),
        max([r.x1 for r in runs]),
        max([r.bottom for r in runs]),
        runs[0].base,
        max([r.size for r in runs]),
        last.blank,
    )


def _letterspaced(runs: list[Word]) -> set[int]:
    """The places (after run `i`) of blanks that only space out the letters of a word (`P R O V I N S I   J A W A`): of
    four letters or more that stand alone, one after the other, those with no more white than the narrowest."""
    found: set[int] = set()
    if len(runs) < _SPACED:
        return found
    alone = [len(run.text) == 1 and run.text.isalnum() for run in runs]
    start = 0
    for end in range(len(runs) + 1):
        if end < len(runs) and alone[end]:
            continue
        if end - start >= _SPACED and runs[start].text.isalpha():
            gaps = {i: runs[i + 1].x0 - runs[i].x1 for i in range(start, end - 1)}
            most = min(gaps.values()) + GAP * runs[start].size
            found |= {i for i, gap in gaps.items() if gap < most and gap < _SPACING * runs[i].size}
        start = end + 1
    return found


def _between(a: Word, b: Word, wide: bool) -> str:
    gap, size = b.x0 - a.x1, min(a.size, b.size)
    if wide and gap > 1.4 * size:
        return " " * max(2, round(gap / (0.5 * size)))
    return " " if a.blank or gap > GAP * size else ""
