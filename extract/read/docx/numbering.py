"""Numbers that Word prints in front of paragraphs (`1.`, `a)`, `II.`, `•`): no text of the file holds them.

A paragraph names a list (`numId`) and a level; the list rests on an abstract one, which says how each level is written
and which all its lists count together (ECMA-376, part 1, 17.9). A list may begin a level anew, once.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.read.docx.names import Element, W, at, value, whole_number
from extract.read.docx.styles import Styles
from extract.read.symbols import readable

_LEVELS = 9
_SLOT = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
#: What a bullet is shown as whose letter is a picture of a font.
_BULLET = "•"


class ListNumbers:
    """Counts the lists of a file. Ask for each paragraph once, in the order of the file."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstracts = () if root is None else root.findall(W + "abstractNum")
        self._abstracts = {one.get(W + "abstractNumId", ""): one for one in abstracts}
        self._lists = {} if root is None else {one.get(W + "numId", ""): one for one in root.findall(W + "num")}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: Element) -> str:
        """What Word prints in front of this paragraph, with the blank that follows; empty where nothing is."""
        found = self._list_of(paragraph)
        if found is None:
            return ""
        name, level = found
        abstract = self._abstract(name)
        if abstract is None:
            return ""
        form = self._form(name, abstract, level)
        return "" if form is None else self._written(name, abstract, level, form)

    def _written(self, name: str, abstract: Element, level: int, form: Element) -> str:
        counts = self._counted(name, abstract, level)
        text = value(form, "lvlText") or ""
        kind = value(form, "numFmt") or "decimal"
        if kind == "bullet":
            text = _bullet(text, form)
        elif kind == "none":
            text = _SLOT.sub("", text)
        else:
            plain = at(form, "isLgl") is not None
            text = _SLOT.sub(lambda slot: self._number(name, abstract, counts, int(slot[1]) - 1, plain), text)
        if not text.strip():
            return ""
        return text if value(form, "suff") == "nothing" else f"{text} "

    def _number(self, name: str, abstract: Element, counts: list[int | None], level: int, plain: bool) -> str:
        """The number of one level. In a list of law (`isLgl`) all are written in figures."""
        form, count = self._form(name, abstract, level), counts[level]
        if count is None:
            # of a level that no paragraph had yet
            count = self._start(name, abstract, level)
        kind = "decimal" if plain else value(form, "numFmt") or "decimal"
        return written_number(kind, count)

    def _counted(self, name: str, abstract: Element, level: int) -> list[int | None]:
        """The counts of all levels with this paragraph counted."""
        counts = self._counts.setdefault(abstract.get(W + "abstractNumId", ""), [None] * _LEVELS)
        now = counts[level]
        # a list's own start holds from its first paragraph on that level
        anew = self._own_start(name, level) is not None and (name, level) not in self._begun
        self._begun.add((name, level))
        counts[level] = self._start(name, abstract, level) if now is None or anew else now + 1
        for below in range(level + 1, _LEVELS):
            restart = whole_number(value(self._form(name, abstract, below), "lvlRestart"), below)
            if restart and level < restart:
                counts[below] = None
        return counts

    def _list_of(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and level of a paragraph, by itself or by its style; list 0 takes the numbering off."""
        own = at(paragraph, "pPr/numPr")
        style = self._styles.paragraph_style(paragraph)
        by_style = self._styles.numbering(style)
        name = value(own, "numId") or (value(by_style[1], "numId") if by_style else None)
        if name is None or name == "0" or name not in self._lists:
            return None
        level = value(own, "ilvl") or (value(by_style[1], "ilvl") if by_style else None)
        if level is None and by_style:
            level = self._level_of_style(name, by_style[0])
        return name, min(max(whole_number(level, 0), 0), _LEVELS - 1)

    def _level_of_style(self, name: str, style: str) -> str | None:
        abstract = self._abstract(name)
        levels = () if abstract is None else abstract.findall(W + "lvl")
        return next((one.get(W + "ilvl") for one in levels if value(one, "pStyle") == style), None)

    def _abstract(self, name: str) -> Element | None:
        """The abstract list that a list rests on, by way of a list style where it names one."""
        abstract = self._abstracts.get(value(self._lists.get(name), "abstractNumId") or "")
        link = value(abstract, "numStyleLink")
        if link is None:
            return abstract
        return next((one for one in self._abstracts.values() if value(one, "styleLink") == link), abstract)

    def _own_start(self, name: str, level: int) -> str | None:
        return value(self._override(name, level), "startOverride")

    def _start(self, name: str, abstract: Element, level: int) -> int:
        form = self._form(name, abstract, level)
        usual = whole_number(value(form, "start"), 0 if form is None else 1)
        return whole_number(self._own_start(name, level), usual)

    def _override(self, name: str, level: int) -> Element | None:
        found = () if name not in self._lists else self._lists[name].findall(W + "lvlOverride")
        return next((one for one in found if whole_number(one.get(W + "ilvl"), 0) == level), None)

    def _form(self, name: str, abstract: Element, level: int) -> Element | None:
        """How a level is written: as the list says, or else the abstract one."""
        own = at(self._override(name, level), "lvl")
        if own is not None:
            return own
        return next((one for one in abstract.findall(W + "lvl") if whole_number(one.get(W + "ilvl"), 0) == level), None)


def _bullet(text: str, form: Element) -> str:
    font = value(form, "rPr/rFonts", "ascii") or ""
    shown = readable(text, font)
    return _BULLET if font == "Courier New" or any("\ue000" <= letter <= "\uf8ff" for letter in shown) else shown


def _letter(count: int) -> str:
    """a, b, ... z, aa, bb, ...: the letter is doubled, not counted on."""
    return chr(97 + (count - 1) % 26) * min((count - 1) // 26 + 1, 9) if count > 0 else ""


def written_number(kind: str, count: int) -> str:
    """A number as Word writes it in lists of this kind (`numFmt`).

    >>> written_number("lowerLetter", 28), written_number("upperRoman", 4), written_number("decimal", 3)
    ('bb', 'IV', '3')
    """
    return _WRITTEN.get(kind, str)(count)


def roman(count: int) -> str:
    """A Roman number in capitals."""
    text = ""
    for size, sign in _ROMAN:
        text += sign * (count // size)
        count %= size
    return text


_WRITTEN: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": lambda count: roman(min(count, 4999)).lower(),
    "upperRoman": lambda count: roman(min(count, 4999)),
    "decimalZero": lambda count: f"{count:02}",
}
