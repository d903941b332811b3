"""Texts as they were sent to a terminal or a printer: codes of colour and type, letters struck twice or underlined.

Input: a decoded text. Output: the letters that are seen, each in its column, and how many codes and strikes were taken
out. What would stand elsewhere than where the text has it (a cursor that is moved, another letter over one) raises
UnusableSource: nobody can say what was printed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.errors import UnusableSource

#: ECMA-48: control sequences (`\x1b[1;32m`), strings (the title of a window, a link), sets of letters.
_SEQUENCE = re.compile("(?:\x1b\\[|\x9b)([0-?]*)[ -/]*([@-~])")
_STRING = re.compile("\x1b[\\]PX^_].*?(?:\x07|\x1b\\\\)", re.S)
_SET = re.compile("\x1b[()*+][0-9A-Z]|\x1b[=>78c]")
#: ESC/P: type of a printer, without a parameter and with one. `\x1b$` moves, `\x1b*` draws.
_TYPE = re.compile("\x1b(?:[@EFGH45MPg:0129OT<>6]|[-xkWSpwRtlQCNA3Jar!U].|C\x00.)|[\x0e\x0f\x12\x14]", re.S)
_BLANK = " \u00a0"
_STRIKE, _BACK, _LINE = "_", "\b", re.compile("\r?\n|[\x0b\f\x85\u2028\u2029]")
#: Codes that hide letters or cross them out.
_HIDES = frozenset({"8", "9"})
#: Lines of a file that ends them with CR alone are no lines struck twice.
_OVER = re.compile("[^\r\n]\r(?=[^\r\n])")
_PRINT = "Cetak dokumen aslinya ke PDF, atau simpan sebagai teks biasa tanpa kode, lalu ulangi."


class Cleaned(NamedTuple):
    """A text without codes; how many there were, and how many letters stood under others."""

    text: str
    codes: int = 0
    struck: int = 0


def without_codes(text: str) -> Cleaned:
    """The text as it looks.

    >>> without_codes("\\x1b[1mTARGET\\x1b[0m 85 %"), without_codes("T\\bTA\\bA _\\b5").text
    (Cleaned(text='TARGET 85 %', codes=2, struck=0), 'TA 5')
    """
    codes = 0
    if "\x1b" in text or "\x9b" in text:
        text, codes = _without_escapes(text)
    if _BACK not in text and not ("\n" in text and _OVER.search(text)):
        return Cleaned(text, codes)
    lines, ends = _LINE.split(text), [*_LINE.findall(text), ""]
    seen = [_as_seen(line) for line in lines]
    return Cleaned(
        "".join(line + end for (line, _), end in zip(seen, ends, strict=True)), codes, sum(n for _, n in seen)
    )


def _without_escapes(text: str) -> tuple[str, int]:
    if _SEQUENCE.search(text) is None and "\x1b]" not in text:
        shown, codes = _TYPE.subn("", text)
    else:
        shown, strings = _STRING.subn("", text)
        shown, sets = _SET.subn("", shown)
        codes = strings + sets + len(_SEQUENCE.findall(shown))
        shown = _SEQUENCE.sub(_shown, shown)
    if "\x1b" in shown:
        raise UnusableSource("Teks ini berisi kode printer atau terminal yang tidak dikenal.", _PRINT)
    return shown, codes


def _shown(match: re.Match[str]) -> str:
    """What a control sequence leaves: nothing where it colours or erases, blanks where it moves to the right."""
    said, kind = match[1], match[2]
    if kind == "m" and _HIDES.isdisjoint(said.split(";")):
        return ""
    if kind == "C" and (said or "1").isdecimal() and int(said or "1") < 1000:
        return " " * int(said or "1")
    if kind in "Khlqt" and not said.startswith("1049"):
        return ""
    raise UnusableSource(
        "Teks ini rekaman layar terminal: kodenya memindahkan, menyembunyikan, atau mencoret huruf.", _PRINT
    )


def _as_seen(line: str) -> tuple[str, int]:
    """A line whose letters were struck one over another, and how many were."""
    first, *more = [_struck(part) for part in line.split("\r")]
    if not all(_again(first[0], text) for text, _ in more):
        # CR ends lines here as well
        return "\r".join(text for text, _ in (first, *more)), sum(count for _, count in (first, *more))
    return first[0], first[1] + sum(letter not in _BLANK for text, _ in more for letter in text)


def _again(first: str, text: str) -> bool:
    """Does a line that is printed over another one make it bold or underlined, and nothing else?"""
    letters = zip(first.ljust(len(text)), text, strict=False)
    return bool(text.strip()) and all(letter in (below, _STRIKE) or letter in _BLANK for below, letter in letters)


def _struck(line: str) -> tuple[str, int]:
    if _BACK not in line:
        return line, 0
    cells: list[str] = []
    at = struck = 0
    for letter in line:
        if letter == _BACK:
            at = max(0, at - 1)
            continue
        if at < len(cells):
            struck += cells[at] not in _BLANK and letter not in _BLANK
            cells[at] = _over(cells[at], letter)
        else:
            cells.append(letter)
        at += 1
    return "".join(cells), struck


def _over(below: str, letter: str) -> str:
    """What is seen of two letters on one place."""
    if letter == below or letter in _BLANK or (letter == _STRIKE and below not in _BLANK):
        return below
    if below in _BLANK or below == _STRIKE:
        return letter
    raise UnusableSource(
        f"Pada teks ini huruf lain tercetak di atas sebuah huruf (“{letter}” di atas “{below}”).", _PRINT
    )
