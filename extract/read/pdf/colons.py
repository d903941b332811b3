"""Colons of a scan that were read as another sign, or overlooked -> colons.

`Jabatan   1   Pengelola Gaji` / `Tugas   :   Melaksanakan` / `Fungsi   I   a. Pengumpulan`: at 100 dots an inch the two
dots of a colon are one faint mark, which is read as anything as thin, or not found at all. A lone sign between a label
and its text is a colon where others stand below or above it, or a label of a head before it; and where a label and its
text stand in the columns of such lines without a sign between them, it was overlooked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bahasa.labels import is_whole_label
from bahasa.parts import head_labels
from extract.read.pdf.strips import APART
from extract.read.pdf.words import TextLine, lines_of
from schemas.layout import Grid, Word

#: A lone sign is so wide at most, and signs below each other are so far apart sideways at most (type sizes).
_THIN, _BELOW = 0.8, 0.5
#: So sure is a lone sign that is what it was read as, whatever stands around it.
_SURE = 0.9
#: What a colon of two faint dots is read as for sure; anything else that is sure is what it was read as.
_ALIKE = frozenset("1Il|;!")
#: A colon that was not read is so sure: nothing of it was seen but the white in which it stands. No more is one that
#: was read as another sign for sure, or stands behind words that are no label.
_UNSEEN = 0.5


class _Signed(NamedTuple):
    """A line with a lone sign between a label and its text: the label's words, the sign and the first word behind it.
    `named`: the label is one of a head."""

    label: Sequence[Word]
    sign: Word
    text: Word
    named: bool

    @property
    def x(self) -> float:
        return (self.sign.x0 + self.sign.x1) / 2

    def is_below(self, other: _Signed) -> bool:
        return self is not other and abs(self.x - other.x) <= _BELOW * self.sign.size


def with_colons(words: Sequence[Word], grids: Sequence[Grid]) -> list[Word]:
    """The words of a recognised page, with the colons of its heads; `grids` are its ruled areas, whose words stay."""
    lines = lines_of([word for word in words if not any(_is_in(word, grid) for grid in grids)], wide=True)
    signed = [one for line in lines if (one := _signed(line)) is not None]
    colons = [one for one in signed if _is_colon(one, [other for other in signed if one.is_below(other)])]
    mended = {one.sign.order: _as_colon(one) for one in colons if one.sign.text != ":"}
    known = [mended.get(word.order, word) for word in words]
    return [*known, *(colon._replace(order=len(known) + n) for n, colon in enumerate(_overlooked(lines, colons)))]


def _as_colon(one: _Signed) -> Word:
    guessed = one.sign.sure >= _SURE or not one.named
    return one.sign._replace(text=":", sure=min(one.sign.sure, _UNSEEN) if guessed else one.sign.sure)


def _is_in(word: Word, grid: Grid) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return grid.xs[0] < x < grid.xs[-1] and grid.ys[0] < y < grid.ys[-1]


def _signed(line: TextLine) -> _Signed | None:
    """The first lone sign of a line that stands apart from what is before it."""
    for at in range(1, len(line.words) - 1):
        before, sign, behind = line.words[at - 1 : at + 2]
        if sign.x0 - before.x1 < APART * line.size:
            continue
        if len(sign.text) > 1 or sign.x1 - sign.x0 > _THIN * line.size or behind.x0 <= sign.x1:
            return None
        return _Signed(line.words[:at], sign, behind, _is_named(line.words[:at]))
    return None


def _is_named(words: Sequence[Word]) -> bool:
    return is_whole_label(" ".join(word.text for word in words), *head_labels())


def _is_colon(one: _Signed, below: Sequence[_Signed]) -> bool:
    """Is a sign a colon: as it was read, or for the company that it keeps?"""
    if one.sign.text == ":":
        return True
    if one.sign.sure >= _SURE:
        return one.sign.text in _ALIKE and one.named and any(other.sign.text == ":" for other in below)
    if not one.named and one.sign.text.isdecimal() and one.sign.text not in _ALIKE:
        return False  # a column of figures may stand below the colons of a head (`Jumlah guru   2   orang`)
    return one.named or any(other.named or other.sign.text == ":" for other in below)


def _overlooked(lines: Sequence[TextLine], colons: Sequence[_Signed]) -> Iterator[Word]:
    """The colons between labels and their texts that stand below or above those of lines with one."""
    for line in lines:
        at = next((k for k in range(1, len(line.words)) if _apart(line, k)), 0)
        label, rest = line.words[:at], line.words[at:]
        if not label or not _is_named(label):
            continue
        like = next((one for one in colons if _stands_as(label, rest[0], one)), None)
        if like is not None:
            sign = like.sign
            yield label[-1]._replace(
                text=":", x0=sign.x0, x1=sign.x1, blank=True, ends=(sign.x1,), sure=_UNSEEN, formula=False
            )


def _apart(line: TextLine, at: int) -> bool:
    return line.words[at].x0 - line.words[at - 1].x1 >= APART * line.size


def _stands_as(label: Sequence[Word], text: Word, one: _Signed) -> bool:
    """Do a label and its text begin where those of a line with a colon do, and is there white where its colon is?"""
    near = _BELOW * one.sign.size
    begins = abs(label[0].x0 - one.label[0].x0) <= near and abs(text.x0 - one.text.x0) <= near
    return begins and label[-1].x1 < one.sign.x0 and one.sign.x1 < text.x0
