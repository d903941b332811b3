"""Signs that a font does not name, told from their picture.

A font may have no code, or one for private use, for some of its signs (`%`, `≥`, all of one font in a page of several).
The words that hold one are cut out of the page as a picture and read by the recogniser of scanned pages; a reading is
taken if it has the letters that are known, in their places. Whatever it does not settle stays the replacement
character, and is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from extract.errors import UnusableSource
from extract.read.pdf.ink import PageInk
from extract.read.pdf.unmapped import is_unnamed
from extract.read.picture.ppocr import PpOcr
from extract.read.picture.recogniser import Reading
from extract.read.picture.touching import touching_parts
from schemas.layout import Box, Page, Word

#: Words are read together if they stand so near (type sizes) on a base line that differs by at most so much.
_NEAR, _LEVEL = 1.2, 0.1
#: The picture is so many pixels an inch, and has so much of the page (type sizes) around the words.
_DPI = 300
_AROUND = 0.12
#: A letter is read from this certainty on.
_SURE = 0.8
#: Darker pixels are ink; a box is so many pixels wide and high, and so much of each side is drawn.
_DARK, _BOX, _STRAIGHT = 140, 8, 0.93
_PART = re.compile(r"\S+")
#: Pictures of a page that are read, at most.
_MOST = 200

#: A box of the page as grey pixels, and what is written in such pictures.
Picture = Callable[[Box], Any]
Read = Callable[[Sequence[Any]], list[Reading]]


def named_words(document: Any, index: int, ink: PageInk, words: list[Word]) -> list[Word]:
    """The words of page `index` (0-based) of an open PDF; as they are where no recogniser is installed, or the page is
    turned."""
    if ink.turn:
        return words
    try:
        reader = PpOcr()
    except UnusableSource:
        return words
    page = document[index]
    try:
        shown = Page(ink.number, ink.width, ink.height, fold=ink.fold).shown
        return with_glyphs(words, lambda box: _picture(page, shown(box)), reader.readings)
    finally:
        page.close()


def _picture(page: Any, box: Box) -> Any:
    """A box of a page, as displayed, as rows of grey pixels."""
    width, height = page.get_size()
    crop = (max(0.0, box[0]), max(0.0, height - box[3]), max(0.0, width - box[2]), max(0.0, box[1]))
    picture = page.render(scale=_DPI / 72, crop=crop, grayscale=True).to_numpy()
    return picture.reshape(picture.shape[:2]).copy()


def with_glyphs(words: list[Word], picture: Picture, read: Read) -> list[Word]:
    """The words, with the signs that the pictures of the page show in place of those that have no name."""
    groups = [group for group in _groups(words) if _is_wanted([words[i].text for i in group])][:_MOST]
    shown = [(group, picture(_box([words[i] for i in group]))) for group in groups]
    drawn = [(group, grey) for group, grey in shown if not has_hollow_box(grey)]
    told = {i: [word] for i, word in enumerate(words)}
    for group, reading in zip([group for group, _ in drawn], read([grey for _, grey in drawn]), strict=True):
        told[group[0]] = _told([words[i] for i in group], reading)
        told |= {i: [] for i in group[1:]}
    return [word for i in range(len(words)) for word in told[i]]


def _is_wanted(texts: Sequence[str]) -> bool:
    """Is a sign without a name among these words, and not the bullet before them alone?"""
    unnamed = [i for i, text in enumerate(texts) if is_unnamed(text)]
    return bool(unnamed) and (unnamed != [0] or len(texts[0]) > 1 or len(texts) == 1)


def has_hollow_box(grey: Any) -> bool:
    """Has a picture an upright box in outline: what is drawn for a letter that the font doesn't have?"""
    ink = (grey < _DARK).astype(np.uint8)
    count, labels, stats, _ = touching_parts(ink)
    for n in range(1, count):
        x, y, wide, high, area = (int(value) for value in stats[n])
        if wide < _BOX or high < _BOX or area > 0.7 * wide * high:
            continue
        own = labels[y : y + high, x : x + wide] == n
        # the outline may be two pixels off the edge of what is barely dark
        sides = (own[:3].any(axis=0), own[-3:].any(axis=0), own[:, :3].any(axis=1), own[:, -3:].any(axis=1))
        if all(side.mean() > _STRAIGHT for side in sides):
            return True
    return False


def _groups(words: Sequence[Word]) -> list[list[int]]:
    """Words that follow each other on one line, by their places."""
    groups: list[list[int]] = [[0]] if words else []
    for i, (a, b) in enumerate(pairwise(words), start=1):
        near = abs(a.base - b.base) <= _LEVEL * a.size and -0.2 * a.size < b.x0 - a.x1 < _NEAR * a.size
        if near:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _box(words: Sequence[Word]) -> Box:
    around = _AROUND * max(word.size for word in words)
    return (
        min(word.x0 for word in words) - around,
        min(word.top for word in words) - around,
        max(word.x1 for word in words) + around,
        max(word.bottom for word in words) + around,
    )


def _told(words: list[Word], reading: Reading) -> list[Word]:
    """The words as the picture reads, where it has as many letters and the known ones among them."""
    letters = [letter for letter in reading if letter.sign != " "]
    printed = "".join(word.text for word in words)
    if len(words) == 1 and len(letters) < len(printed) == len(reading):
        # the font names its blank as little as its letters
        letters = list(reading)
    if len(letters) != len(printed) or any(letter.sure < _SURE for letter in letters):
        return words
    pairs = zip(printed, letters, strict=True)
    if any(not is_unnamed(sign) and sign.casefold() != letter.sign.casefold() for sign, letter in pairs):
        return words
    told: list[Word] = []
    at = 0
    for word in words:
        own = letters[at : at + len(word.text)]
        at += len(word.text)
        text = "".join(letter.sign if is_unnamed(sign) else sign for sign, letter in zip(word.text, own, strict=True))
        sure = min([word.sure, *(letter.sure for sign, letter in zip(word.text, own, strict=True) if is_unnamed(sign))])
        told += _parted(word._replace(text=text, sure=sure))
    return told


def _parted(word: Word) -> list[Word]:
    """The words of a text that has blanks; it has the end of each of its characters."""
    starts = (word.x0, *word.ends[:-1])
    if " " not in word.text or len(word.ends) != len(word.text):
        return [word]
    parts = [(part[0], slice(*part.span())) for part in _PART.finditer(word.text)]
    return [
        word._replace(
            text=text,
            x0=starts[own.start],
            x1=word.ends[own.stop - 1],
            ends=word.ends[own],
            blank=word.blank or own.stop < len(word.text),
        )
        for text, own in parts
    ]
