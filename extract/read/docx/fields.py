"""Fields of a Word file (ECMA-376, part 1, 17.16): their code is never printed, their last result is.

The code may hold text and fields of its own, which Word keeps as any other text (`IF` of a merged letter: both of its
texts). And some fields have no result in the file, since Word draws them when it prints: fractions (`EQ \\f`), signs
(`SYMBOL`), the chosen entry of a form (`FORMDROPDOWN`), automatic numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.read.docx.equations import equation_of
from extract.read.docx.names import Element, W, at, switched, value, whole_number
from extract.read.symbols import readable

_CODES = frozenset(W + name for name in ("instrText", "delInstrText"))
_NUMBERS = frozenset(["AUTONUM", "AUTONUMLGL", "AUTONUMOUT"])


@dataclass(slots=True, eq=False)
class _Open:
    """A field that was begun: its code, what stands in that, and whether a result was printed."""

    begin: Element
    code: list[str] = field(default_factory=list)
    held: list[Element] = field(default_factory=list)
    printed: bool = False


class Fields:
    """The fields of a document. `hidden` are the parts of runs that stand in the code of a field that is closed; one
    that never ends is text like any other."""

    def __init__(self, root: Element) -> None:
        self.hidden: set[Element] = set()
        self._drawn: dict[Element, str] = {}
        self._count = 0
        self._open: list[_Open] = []
        self._codes: list[_Open] = []
        for part in _parts(root):
            self._see(part)

    def drawn(self, end: Element) -> str:
        """What Word draws for the field that ends here, where the file has no result of it."""
        return self._drawn.get(end, "")

    def simple(self, element: Element) -> str:
        """The same for a field that is one element (`fldSimple`)."""
        printed = any(text.text for text in element.iter(W + "t"))
        return "" if printed else self._printed(element.get(W + "instr", ""), element)

    def _see(self, part: Element) -> None:
        """One more part. `_open` are the fields that were begun, `_codes` those of them whose result has not begun."""
        kind = part.get(W + "fldCharType") if part.tag == W + "fldChar" else None
        if self._codes and kind is None:
            self._codes[0].held.append(part)
        if kind == "begin":
            self._open.append(_Open(part))
            self._codes.append(self._open[-1])
        elif not self._open:
            return
        elif kind == "separate":
            self._end_code()
        elif kind == "end":
            self._close(part)
        elif part.tag in _CODES:
            self._open[-1].code.append(part.text or "")
        elif not self._codes:
            self._open[-1].printed |= part.tag != W + "t" or bool(part.text)

    def _end_code(self) -> None:
        if self._codes and self._codes[-1] is self._open[-1]:
            self._codes.pop()

    def _close(self, end: Element) -> None:
        self._end_code()
        closed = self._open.pop()
        self.hidden.update(closed.held)
        if self._codes:
            return
        if not closed.printed:
            self._drawn[end] = self._printed("".join(closed.code), closed.begin)
        if self._open:
            self._open[-1].printed |= closed.printed or bool(self.drawn(end))

    def _printed(self, code: str, begin: Element) -> str:
        """What a field prints that has no result."""
        name, _, rest = code.strip().partition(" ")
        kind = name.upper()
        if kind == "EQ" or kind.startswith("EQ\\"):
            return f" {equation_of(code.strip()[2:])} "
        if kind == "SYMBOL":
            return _symbol(rest)
        if kind == "FORMDROPDOWN":
            return _chosen(begin)
        if kind == "FORMCHECKBOX":
            return _box(begin)
        if kind == "MACROBUTTON":
            return rest.strip().partition(" ")[2]
        if kind in _NUMBERS:
            self._count += 1
            return f"{self._count}."
        return ""


def _parts(root: Element) -> Iterator[Element]:
    """What stands in runs, in the order of the file, without deleted text and the form of letters."""
    for run in root.iter(W + "r"):
        parent = run.getparent()
        if parent is None or parent.tag not in (W + "del", W + "moveFrom"):
            yield from (child for child in run if isinstance(child.tag, str) and child.tag != W + "rPr")


def _symbol(code: str) -> str:
    """`179 \\f "Symbol" \\s 11` -> `≥`."""
    number, _, switches = code.strip().partition(" ")
    try:
        letter = chr(int(number, 0))
    except (ValueError, OverflowError):
        return ""
    font = switches.partition("\\f")[2].strip().strip('"').partition('"')[0]
    return readable(chr(0xF000 + ord(letter)) if font and ord(letter) < 0x100 else letter, font)


def _chosen(begin: Element) -> str:
    entries = at(begin, "ffData/ddList")
    if entries is None:
        return ""
    texts = [one.get(W + "val", "") for one in entries.findall(W + "listEntry")]
    chosen = whole_number(value(entries, "result") or value(entries, "default"), 0)
    return texts[chosen] if 0 <= chosen < len(texts) else ""


def _box(begin: Element) -> str:
    checked = switched(begin, "ffData/checkBox/checked")
    if checked is None:
        checked = switched(begin, "ffData/checkBox/default")
    return "☒" if checked else "☐"
