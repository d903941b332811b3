"""Texts as they were sent to a terminal or a printer: codes of colour and type, letters struck twice or underlined.

Input: a decoded text. Output: the letters that are seen, each in its column, and how many codes and strikes were taken
out. What would stand elsewhere than where the text has it (a cursor that is moved, another letter over one) raises
UnusableSource: nobody can say what was printed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.errors import UnusableSource

#: ECMA-48: control sequences (`\x1b[1;32m`), the title of a window, a link; letters are ASCII.
_SEQUENCE = re.compile("(?:\x1b\\[|\x9b)([0-?]*)([@-~])")
_STRING = re.compile("\x1b\\][0128];[^\x07\x1b\r\n\f]*(?:\x07|\x1b\\\\)")
_SET = re.compile("\x1b[()*+]B|\x1b[=>]")
#: ESC/P: type of a printer, without a parameter and with one. `\x1b$` moves, `\x1b*` draws, `\x1bS` prints small above
#: the line, `\x1bJ` below it.
_TYPE = re.compile(
    "\x1b(?:[@EFGH45MPg0129OT<6]|-[01\x00\x01]|[xkWwptlQCNr!U].|[3A][^\x00]|[Ra][0\x00]|C\x00.)|[\x0e\x0f\x12\x14]",
    re.S,
)
_BLANK = " \u00a0"
_STRIKE, _BACK, _LINE = "_", "\b", re.compile("\r?\n|[\x0b\f\x85\u2028\u2029]")
#: Codes that hide letters, cross them out, print them small above or below the line; those that the numbers of a colour
#: follow (`38;5;9`), by how many there are.
_CHANGES = frozenset({"8", "9", "73", "74"})
_COLOURS, _NUMBERS = frozenset({"38", "48", "58"}), {"5": 1, "2": 3}
#: Codes `h` and `l` that change nothing on the screen: the cursor's look, keys, pasting.
_MODES = frozenset({"?1", "?12", "?25", "?1004", "?2004"})
_FARTHEST = 300
#: What erases behind the cursor: nothing stands there in a text whose lines only go on.
_ERASES, _GOES_BACK = re.compile("(?:\x1b\\[|\x9b)0?K"), re.compile("[\b]|\r(?!\n)")
#: Lines of a file that ends them with CR alone are no lines struck twice.
_OVER = re.compile("[^\r\n]\r(?=[^\r\n])")
#: Signs that are others with a line below them: `<` and `_` may be `≤`, or a `<` in what is underlined.
_SIGNS_WITH_LINE = frozenset("<>+")
_COLUMNS = re.compile(r"\s\s\S")
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
    lines, ends = [line.split("\r") for line in _LINE.split(text)], [*_LINE.findall(text), ""]
    parts = [[_struck(part) for part in line] for line in lines]
    # one CR that ends a line, and no other is sure to print over one
    once = all(_again(line[0][0], text) for line in parts for text, _ in line[1:] if text)
    seen = [_as_seen(line, once) for line in parts]
    return Cleaned(
        "".join(line + end for (line, _), end in zip(seen, ends, strict=True)), codes, sum(n for _, n in seen)
    )


def _without_escapes(text: str) -> tuple[str, int]:
    if _SEQUENCE.search(text) is None and "\x1b]" not in text:
        shown, codes = _TYPE.subn("", text)
    elif _ERASES.search(text) and _GOES_BACK.search(text):
        raise _screen()
    else:
        shown, strings = _STRING.subn("", text)
        shown, sets = _SET.subn("", shown)
        codes = strings + sets + len(_SEQUENCE.findall(shown))
        shown = _SEQUENCE.sub(_shown, shown)
    if "\x1b" in shown:
        raise UnusableSource("Teks ini berisi kode printer atau terminal yang tidak dikenal.", _PRINT)
    return shown, codes


def _shown(match: re.Match[str]) -> str:
    """What a control sequence leaves: nothing where it colours or erases what is empty, blanks where it moves to the
    right."""
    said, kind = match[1], match[2]
    if kind == "m" and _only_looks(_types(said)):
        return ""
    if kind == "C" and len(said) < 4 and (said or "1").isdecimal() and int(said or "1") <= _FARTHEST:
        return " " * int(said or "1")
    if kind == "t" or (kind in "hl" and said in _MODES) or (kind == "K" and said in ("", "0")):
        return ""
    raise _screen()


def _only_looks(types: list[str]) -> bool:
    """Are letters seen as before: not hidden or raised, and not of the colour of their ground (`30;40`)?"""
    same = any(f"3{colour}" in types and f"4{colour}" in types for colour in range(8))
    return not same and _CHANGES.isdisjoint(types)


def _screen() -> UnusableSource:
    return UnusableSource(
        "Teks ini rekaman layar terminal: kodenya memindahkan, menyembunyikan, atau mencoret huruf.", _PRINT
    )


def _types(said: str) -> list[str]:
    """The codes of `\\x1b[1;38;5;9m` without the numbers of its colours (`1`, `38`), and without `:3` behind one."""
    codes = [code.partition(":")[0].lstrip("0") for code in said.split(";")]
    found: list[str] = []
    at = 0
    while at < len(codes):
        found.append(codes[at])
        at += 1
        if codes[at - 1] in _COLOURS and at < len(codes):
            at += 1 + _NUMBERS.get(codes[at], 0)
    return found


def _as_seen(parts: list[tuple[str, int]], once: bool) -> tuple[str, int]:
    """A line whose letters were struck one over another (`once`), or lines that end in CR; and how many were."""
    struck = sum(count for _, count in parts)
    if not once:
        return "\r".join(text for text, _ in parts), struck
    (first, _), *more = parts
    blind = "\r" * sum(not text for text, _ in more)
    return first + blind, struck + sum(letter not in _BLANK for text, _ in more for letter in text)


def _again(first: str, text: str) -> bool:
    """Is a line printed over another one to make it bold or underlined, for sure? The same line in columns, or nothing
    but lines below its letters; a lone `Dokumen` below `Dokumen` may as well be the next line."""
    if text.strip(_BLANK + _STRIKE):
        return text.rstrip() == first.rstrip() and _COLUMNS.search(text.rstrip()) is not None
    if not text.strip() or len(text.rstrip()) > len(first.rstrip()):
        return False
    for below, letter in zip(first, text, strict=False):
        _over(below, letter)
    return True


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
    if _STRIKE in (below, letter) and not _SIGNS_WITH_LINE.isdisjoint((below, letter)):
        raise UnusableSource(f"Pada teks ini tanda “{below}” dan “{letter}” tercetak di satu tempat.", _PRINT)
    if letter == below or letter in _BLANK or (letter == _STRIKE and below not in _BLANK):
        return below
    if below in _BLANK or below == _STRIKE:
        return letter
    raise UnusableSource(
        f"Pada teks ini huruf lain tercetak di atas sebuah huruf (“{letter}” di atas “{below}”).", _PRINT
    )
