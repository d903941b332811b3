"""A line of a text by its form, before any table is known: a stamp, a label of a head, a group row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bahasa.headings import role_of_heading
from bahasa.roles import NO
from extract.table.inked.ink import Ink, InkLine
from extract.table.meaning.fields import FORM

#: Labels and group rows begin so near to the left edge (characters).
_EDGE = 4
#: A stamp has so many words at most, and so many blank lines above it.
_STAMP, _FREE = 2, 3
#: A label, its colon and its value.
_FIELD = 3
#: The lines of an item begin so near each other, and their words stand so near (characters; justified type).
_DRIFT, JUSTIFIED = 2, 12
_COUNTS = re.compile(r"(?:[A-Z]|[IVX]{1,4})[.)]|\d{1,2}\.")
_WORD = re.compile(r"[^\W\d_]{2,}[.,]?|[/&]")
_MARK = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)]|[-•*–]")
_ITEM = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]")
_LETTER = re.compile(r"(?:[A-Z]|[IVX]{2,4})[.)]")


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
    """Has a line the form of a label at a page's left edge, with or without its value? One of more texts behind it is
    a line of a heading (`No:   Kinerja Utama   Capaian   (DEFINISI,`), as is one that names a column behind that of the
    numbers (`NO:   INDIVIDU YANG`)."""
    texts = line.texts
    if line.ink[0].left > left + _EDGE or (len(texts) > _FIELD and ":" not in " ".join(texts[1:_FIELD])):
        return False
    if _heads_numbers(line):
        return False
    if any(text.startswith(":") for text in texts[1:2]) or texts[0].endswith(":"):
        return True
    return FORM.match(line.line.text) is not None


def _heads_numbers(line: InkLine) -> bool:
    """`NO:   INDIVIDU YANG` within a heading: what a decree is numbered with is no words (`NOMOR : 800/12/2022`)."""
    name, colon, value = line.line.text.partition(":")
    words = value.split()
    apart = bool(colon) and not name.endswith(" ") and value.startswith("  ")
    return apart and bool(words) and all(map(_WORD.fullmatch, words)) and role_of_heading(name.strip()) == NO


def label_name(line: InkLine) -> str:
    """What stands before the colon of a label, its numbers alike (`BIDANG #`)."""
    return re.sub(r"\d+", "#", line.line.text.split(":")[0]).strip()


def value_lines(label: InkLine, below: Sequence[InkLine]) -> int:
    """How many lines below a label go on with its value: each right below the one before, one text, that begins where
    the value does, or behind the mark of an item of it (`a. Penyusunan`); beside it the label may go on (`3. Tugas
    Pokok (Perbup  :  Melaksanakan urusan` / `SOTK)             pemerintahan di bidang`)."""
    colon = next((at for at, ink in enumerate(label.ink) if ink.text.endswith(":")), len(label.ink))
    lefts = _begins(label.ink[colon + 1 :])
    above, count = label, 0
    for line in below if lefts else ():
        value = line.parts[1] if _goes_on_beside(label, line, colon) else line.ink
        if line.at - above.at > 1 or len(line.parts) > 2 or value[0].left not in lefts:
            break
        lefts |= _begins(value)
        above, count = line, count + 1
    return count


def _goes_on_beside(label: InkLine, line: InkLine, colon: int) -> bool:
    """Has a line two parts, the first of which begins where the label does and ends before its colon?"""
    off = abs(line.ink[0].left - label.ink[0].left)
    return len(line.parts) == 2 and off <= _DRIFT and line.parts[0][-1].right <= label.ink[colon].left


def is_item(line: InkLine) -> bool:
    """Is a line an item of a list (`2. deteksi dini konflik sosial`): a mark that counts, and a text?"""
    return len(line.ink) > _STAMP and _ITEM.fullmatch(line.ink[0].text) is not None and len(line.parts) <= _STAMP


def item_lines(lines: Sequence[InkLine]) -> int:
    """How many lines go on with an item, the first of these: right below it, a text that begins where its own does (an
    extractor sets each line on a grid of its own)."""
    item, count = lines[0], 0
    for line in lines[1:]:
        off = abs(line.ink[0].left - item.ink[1].left)
        if widest_white(line) > JUSTIFIED or line.at - lines[count].at > 1 or off > _DRIFT:
            break
        count += 1
    return count


def widest_white(line: InkLine) -> int:
    """How many blanks stand between two words of a line at most."""
    return max((b.left - a.right for a, b in pairwise(line.ink)), default=0)


def _begins(ink: Sequence[Ink]) -> set[int]:
    """Where the lines of a value begin: with its first word, or behind the mark before that."""
    return {one.left for one in ink[: 1 + _marked(ink)]}


def is_marked(line: InkLine) -> bool:
    """Begins a line with the mark of an item, counted or not (`-   pelayanan masyarakat`)?"""
    return _marked(line.ink)


def _marked(ink: Sequence[Ink]) -> bool:
    return len(ink) > 1 and _MARK.fullmatch(ink[0].text) is not None


def is_group(line: InkLine) -> bool:
    """Is a line one text with a colon behind its first words (`SASARAN 1 : Mewujudkan aparatur yang profesional`,
    `MISI 1: ...`), or that counts (`A. BIDANG KEPEGAWAIAN`, `BIDANG A. BIDANG KEPEGAWAIAN`)?"""
    first = [ink.text for ink in line.ink[:2]]
    counts = len(line.ink) > 1 and (_COUNTS.fullmatch(first[0]) or (first[0].isupper() and _LETTER.fullmatch(first[1])))
    return len(line.parts) == 1 and (bool(counts) or any(ink.text.endswith(":") for ink in line.ink))
