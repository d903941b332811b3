"""Words that are struck out, and note marks that are raised: what a person passes over when reading a number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from extract.read.pdf.ink import Char, PageInk, Ruling
from extract.read.symbols import raised
from schemas.layout import Box, Word

#: A line through letters runs between these shares of the type size above the base line, and is at most so thick.
_LOW, _HIGH, _THICK = 0.1, 0.5, 3.2
#: It begins and ends with letters, at most this share of the type size away, and this share of it runs through letters.
_ENDS, _FULL = 0.6, 0.75
#: A slanting line does so to at least so many letters, rises by this share of the type size, reaches so far below and
#: above the base line, and is no steeper than this; so many are looked at.
_SLANTED, _RISING, _DEEP, _TOP, _STEEPEST, _MANY = 2, 0.2, 0.4, 1.2, 1.2, 500
#: Larger type (points) is no text that somebody strikes out: a watermark, through which a table's lines run.
_LARGE = 24.0
#: A raised mark: its type is at most this share of that before it, its base line higher and its distance less than
#: these shares.
_SMALL, _RISEN, _FAR, _NEAR = 0.85, 0.15, 0.75, 0.35
_BASE, _SIZE = (itemgetter(Char._fields.index(name)) for name in ("base", "size"))
_FIGURES = frozenset("0123456789()+-=nabcdef")


def without_struck(ink: PageInk) -> tuple[list[Char], list[Ruling], list[Char]]:
    """The page's characters and rulings without those that strike out and are struck out, and these."""
    level = _near_letters(ink)
    slanting = [box for box, _ in ink.slants[:_MANY] if _STEEPEST * (box[2] - box[0]) > box[3] - box[1]]
    if not level and not slanting:
        return ink.chars, ink.rulings, []
    at = [char.base for char in ink.chars]
    order = sorted(range(len(at)), key=at.__getitem__)
    bases = [at[i] for i in order]
    gone: set[int] = set()
    lines: set[Ruling] = set()
    for ruling, reach in level:
        through = _through(ruling, reach, ink.chars, order, bases)
        if through:
            gone.update(through)
            lines.add(ruling)
    for box in slanting:
        gone.update(_below_slant(box, ink.chars, order, bases))
    kept = [char for i, char in enumerate(ink.chars) if i not in gone]
    return kept, [r for r in ink.rulings if r not in lines], [ink.chars[i] for i in sorted(gone)]


def _near_letters(ink: PageInk) -> list[tuple[Ruling, float]]:
    """The level lines that may run through letters, each with how far below it their base line may be: type of up to 60
    points, and no larger than the page has. Most lines of a table run between the letters."""
    if not ink.rulings or not ink.chars:
        return []
    bases = sorted(set(map(_BASE, ink.chars)))
    reach = min(30.0, 1.01 * _HIGH * max(map(_SIZE, ink.chars)))
    level = [r for r in ink.rulings if r.bottom - r.top <= _THICK and r.x1 - r.x0 > 2.0]
    return [(r, reach) for r in level if bisect_left(bases, _middle(r)) < bisect_left(bases, _middle(r) + reach)]


def _middle(ruling: Ruling) -> float:
    return (ruling.top + ruling.bottom) / 2


def _through(
    ruling: Ruling, reach: float, chars: Sequence[Char], order: Sequence[int], bases: Sequence[float]
) -> list[int]:
    """The characters that a line strikes out; none where it is a line of a table that runs through them. `order` has
    the characters by their base lines (`bases`), which are at most `reach` below the line."""
    y = _middle(ruling)
    near = order[bisect_left(bases, y) : bisect_left(bases, y + reach)]
    found = [i for i in near if chars[i].x0 <= ruling.x1 and chars[i].x1 >= ruling.x0 and _crosses(ruling, y, chars[i])]
    inked = [chars[i] for i in found if chars[i].text != " "]
    if not inked:
        return []
    size = max(char.size for char in inked)
    if size > _LARGE:
        return []
    left, right = min(c.x0 for c in inked), max(c.x1 for c in inked)
    covered = sum(chars[i].x1 - chars[i].x0 for i in found)
    if abs(left - ruling.x0) > _ENDS * size or abs(right - ruling.x1) > _ENDS * size:
        return []
    return found if covered >= _FULL * (ruling.x1 - ruling.x0) else []


def _below_slant(box: Box, chars: Sequence[Char], order: Sequence[int], bases: Sequence[float]) -> list[int]:
    """The characters that a slanting line strikes out: of one line of text, as high as it, from its first letter to its
    last one."""
    x0, top, x1, bottom = box
    near = order[bisect_left(bases, bottom - _DEEP * _LARGE) : bisect_left(bases, bottom + _LARGE)]
    found = [
        i for i in near
        if x0 <= (chars[i].x0 + chars[i].x1) / 2 <= x1
        and chars[i].base - _TOP * chars[i].size <= top and bottom <= chars[i].base + _DEEP * chars[i].size
    ]  # fmt: skip
    inked = [chars[i] for i in found if chars[i].text != " "]
    if len(inked) < _SLANTED or len({char.base for char in inked}) > 1:
        return []
    size = inked[0].size
    left, right = min(c.x0 for c in inked), max(c.x1 for c in inked)
    ends = abs(left - x0) <= _ENDS * size and abs(right - x1) <= _ENDS * size
    return found if ends and bottom - top >= _RISING * size else []


def _crosses(ruling: Ruling, y: float, char: Char) -> bool:
    middle = (char.x0 + char.x1) / 2
    return ruling.x0 <= middle <= ruling.x1 and _LOW * char.size <= char.base - y <= _HIGH * char.size


def with_raised(words: list[Word]) -> list[Word]:
    """The words; small figures, or a letter, raised behind another word are those of Unicode (`85` with a `1` is
    `85¹`), so that they never become a part of what stands before them."""
    sizes = sorted(word.size for word in words)
    if not sizes or sizes[0] > _SMALL * sizes[-1]:
        return words
    # no larger than a mark behind the page's largest type; only type that much larger than the smallest has marks
    most, least = _SMALL * sizes[-1], sizes[0] / _SMALL
    larger = [word for word in words if word.size >= 0.999 * least]
    return [_raised(word, larger) if word.size <= most and _is_mark(word) else word for word in words]


def _is_mark(word: Word) -> bool:
    return _FIGURES.issuperset(word.text)


def _raised(word: Word, words: Sequence[Word]) -> Word:
    text = raised(word.text)
    return word._replace(text=text) if text and any(_behind(word, other) for other in words) else word


def _behind(word: Word, other: Word) -> bool:
    size = other.size
    return (
        word.size <= _SMALL * size
        and _RISEN * size < other.base - word.base < _FAR * size
        and abs(word.x0 - other.x1) < _NEAR * size
    )
