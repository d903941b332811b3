"""Labels that are wrapped beside their values -> whole labels.

`Tugas Pokok dan   :   a. Pengumpulan data` / `Fungsi                 dan kebijakan`: what stands below a label, with
the value going on beside it or alone where it had no room, is the label's own. It is moved to the label's line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bahasa.headings import is_known_heading
from bahasa.labels import is_whole_label, starts_with_label
from bahasa.parts import head_labels
from extract.read.pdf.strips import APART, parted_words
from extract.read.pdf.words import TextLine, line_of
from schemas.layout import Word

#: Lines of one label follow each other within so many type sizes.
_PITCH = 2.0
#: Cells of a head are padded by so many type sizes, both together; a blank takes so many.
_PADDED, _BLANK = 2.0, 0.3
#: A value that stands so far behind its colon (type sizes) has a column of its own.
_COLUMN = 3.0
# `4. Fungsi`, `c. Tugas`, `4   Fungsi`: the next label
_ITEM = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])[.)]$|\d{1,2}$|[IVX]{1,4}$")


class LabelledLine(NamedTuple):
    """A line that begins with a label: its words up to the colon, the colon and all behind it, and where its value
    begins (points)."""

    words: Sequence[Word]
    rest: Sequence[Word]
    value: float


def with_whole_labels(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, top to bottom, with each label in one."""
    found: list[TextLine] = []
    at: int | None = None
    right = max((line.x1 for line in lines), default=0.0)
    for line in lines:
        label = _labelled(found[at]) if at is not None else None
        parts = parted_words(line, APART)
        near = at is not None and line.base - found[-1].base < _PITCH * line.size
        alone = at == len(found) - 1 and label is not None and _wrapped_alone(label, parts, right)
        if at is not None and label is not None and near and (alone or _goes_on(label, parts)):
            end = label.words[-1]._replace(blank=True)
            found[at] = line_of([*label.words[:-1], end, *parts[0], *label.rest])
            if alone:
                continue
            line = line_of([word for part in parts[1:] for word in part])
        elif _labelled(line):
            at = len(found)
        elif len(parts) > 1 or line.text.startswith(":"):
            # `: Melaksanakan urusan` / `Tugas   pemerintahan`: a label that stands lower than its value
            at = None
        found.append(line)
    return found


def _labelled(line: TextLine) -> LabelledLine | None:
    """The label that a line begins with, if its value stands behind a colon."""
    at = next((i for i, word in enumerate(line.words) if word.text.startswith(":")), None)
    if not at:
        return None
    colon, behind = line.words[at], line.words[at + 1 :]
    if colon.text != ":" or not behind:
        return None
    return LabelledLine(line.words[:at], line.words[at:], behind[0].x0)


def _wrapped_alone(above: LabelledLine, parts: Sequence[Sequence[Word]], right: float) -> bool:
    """Is a line nothing but the rest of a label whose value takes one line (`JABATAN PENANGGUNG   :   Analis` /
    `JAWAB`)? It had no room before the colon, but behind the value, up to where lines end (`right`)."""
    if len(parts) > 1 or any(word.text.startswith(":") for word in parts[0]):
        return False
    rest = " ".join(word.text for word in parts[0])
    whole = " ".join(word.text for word in (*above.words, *parts[0]))
    if not is_whole_label(whole, *head_labels()) and (
        starts_with_label(rest, *head_labels()) or is_known_heading(rest)
    ):
        # a label of its own, without its colon (`FUNGSI`)
        return False
    first, size = parts[0][0], parts[0][0].size
    width = first.x1 - first.x0
    begins = abs(first.x0 - above.words[0].x0) < size and parts[0][-1].x1 < above.rest[0].x0
    # a colon that touches its label (`Tugas Umum : ...`) stands in no column
    white = above.rest[0].x0 - above.words[-1].x1
    full = APART * size < white < width + _PADDED * size
    # a value in a column of its own goes on there
    column = above.value - above.rest[0].x1 > _COLUMN * size
    return begins and full and (column or above.rest[-1].x1 + width + _BLANK * size < right)


def _goes_on(above: LabelledLine, parts: Sequence[Sequence[Word]]) -> bool:
    """Do the parts of a line go on below a label and below its value?"""
    if len(parts) < 2:
        return False
    left, size = parts[0][0].x0, parts[0][0].size
    # below the label or below its number (`3. Tugas Pokok dan`)
    begins = any(abs(left - word.x0) < size for word in above.words[: 2 if _ITEM.match(above.words[0].text) else 1])
    below = begins and parts[0][-1].x1 < above.rest[0].x0 + size
    named = any(word.text.startswith(":") for part in parts for word in part) or _ITEM.match(parts[0][0].text)
    return below and not named and parts[1][0].x0 > above.value - size and not _are_two(above.words, parts[0])


def _are_two(above: Sequence[Word], below: Sequence[Word]) -> bool:
    """Are these two labels (`Tugas Pokok` over `Fungsi`, its list beside it without a colon), and no wrapped one?"""
    upper, lower = (" ".join(word.text for word in words) for words in (above, below))
    whole = (is_whole_label(text, *head_labels()) for text in (upper, lower))
    return all(whole) and not is_whole_label(f"{upper} {lower}", *head_labels())
