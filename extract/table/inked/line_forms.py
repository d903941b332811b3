"""A line of a text by its form, before any table is known: a stamp, a label of a head, a group row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.table.inked.ink import Ink, InkLine
from extract.table.meaning.fields import FORM

#: Labels and group rows begin so near to the left edge (characters).
_EDGE = 4
#: A stamp has so many words at most, and so many blank lines above it.
_STAMP, _FREE = 2, 3
_COUNTS = re.compile(r"(?:[A-Z]|[IVX]{1,4}|\d{1,2})\.")
_MARK = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)]|[-•*–]")
_LETTER = re.compile(r"(?:[A-Z]|[IVX]{2,4})\.")


def is_stamp(page: Sequence[InkLine], k: int) -> bool:
    """Is a line print over the page (`SALINAN`): one or two words in capitals, far from what stands above?"""
    line = page[k]
    far = k > 0 and line.at - page[k - 1].at > _FREE
    return (
        far
        and len(line.parts) == 1
        and len(line.ink) <= _STAMP
        and line.line.text.strip().isupper()
        and k + 1 < len(page)
    )


def is_label(line: InkLine, left: int) -> bool:
    """Has a line the form of a label at a page's left edge, with or without its value?"""
    texts = line.texts
    if line.ink[0].left > left + _EDGE:
        return False
    if any(text.startswith(":") for text in texts[1:2]) or texts[0].endswith(":"):
        return True
    return FORM.match(line.line.text) is not None


def value_lines(label: InkLine, below: Sequence[InkLine]) -> int:
    """How many lines below a label go on with its value: each right below the one before, one text, that begins where
    the value does, or behind the mark of an item of it (`a. Penyusunan`)."""
    colon = next((at for at, ink in enumerate(label.ink) if ink.text.endswith(":")), len(label.ink))
    lefts = _begins(label.ink[colon + 1 :])
    above, count = label, 0
    for line in below if lefts else ():
        if line.at - above.at > 1 or len(line.parts) > 2 or line.ink[0].left not in lefts:
            break
        lefts |= _begins(line.ink)
        above, count = line, count + 1
    return count


def _begins(ink: Sequence[Ink]) -> set[int]:
    """Where the lines of a value begin: with its first word, or behind the mark before that."""
    marked = len(ink) > 1 and _MARK.fullmatch(ink[0].text) is not None
    return {one.left for one in ink[: 1 + marked]}


def is_group(line: InkLine) -> bool:
    """Is a line one text with a colon behind its first words (`SASARAN 1 : Mewujudkan aparatur yang profesional`,
    `MISI 1: ...`), or that counts (`A. BIDANG KEPEGAWAIAN`, `BIDANG A. BIDANG KEPEGAWAIAN`)?"""
    first = [ink.text for ink in line.ink[:2]]
    counts = len(line.ink) > 1 and (_COUNTS.fullmatch(first[0]) or (first[0].isupper() and _LETTER.fullmatch(first[1])))
    return len(line.parts) == 1 and (bool(counts) or any(ink.text.endswith(":") for ink in line.ink))
