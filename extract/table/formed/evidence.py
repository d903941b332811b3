"""What speaks for a word of a linear text being one of a heading: names of evidence, as in extract/table/meaning.

The word itself (also its parts: headings are broken and misspelled), the phrases that the vocabulary knows, the line
that it stands on, the lines around, and how far below a row or the column numbers begin. No kind decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bahasa.abbreviations import spelled_out
from bahasa.headings import heading_letters, known_headings
from bahasa.kamus import is_known
from extract.table.formed.glued import glued_at
from extract.table.meaning.evidence import kinds_of_opening, squashed, value_steps
from extract.table.meaning.fields import FORM

#: Letters of a part of a word; a longer word is not learned by heart.
_PART, _WHOLE = 4, 14
#: A phrase of the vocabulary takes so many words at most.
_PHRASE = 7
#: How far below a row's beginning is looked for.
_REACH = 16
#: Fewer numbers are no column numbers.
_FEWEST = 3
#: A line with which a table's first row begins.
FIRST_ROW = re.compile(r"\s*\(?1[.)]{0,2}(?:\s|$)")
#: Signs at a word's end.
_SIGNS = ".,;:/"
_MARK = re.compile(r"[(\[]?(\d{1,2}|[a-z])[)\].]?", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]|[-•*–])\s")


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word of a text: where its line is among the lines, and its place there."""

    text: str
    line: int
    start: int
    first: bool
    last: bool


def seen_words(lines: Sequence[str]) -> list[SeenWord]:
    """The words of lines that are not blank."""
    found: list[SeenWord] = []
    for at, text in enumerate(lines):
        runs = [run for match in re.finditer(r"\S+", text) for run in _apart(match[0], match.start())]
        last = len(runs) - 1
        found += [SeenWord(word, at, start, k == 0, k == last) for k, (word, start) in enumerate(runs)]
    return found


def _apart(text: str, start: int) -> list[tuple[str, int]]:
    """A word and where it begins; two, if an extractor glued them."""
    cut = glued_at(text)
    return [(text[:cut], start), (text[cut:], start + cut)] if cut else [(text, start)]


def counts_columns(line: str) -> bool:
    """Whether a line numbers columns: `(1) (2) (3)`, `1 2 3 4`, `a b c`."""
    marks = [match[1].lower() if (match := _MARK.fullmatch(word)) else "" for word in line.split()]
    if len(marks) < _FEWEST:
        return False
    numbered = marks == [str(k) for k in range(1, len(marks) + 1)]
    return numbered or marks == [chr(97 + k) for k in range(len(marks))]


def counted_columns(words: Sequence[str]) -> tuple[int, int]:
    """(how many columns are numbered by words that begin with column numbers, how many words those are), 0 where none
    do; a narrow column may break one (`(1) (2` / `)` / `(3)`).

    >>> counted_columns(["(1)", "(2", ")", "(3)", "Meningkatnya"]), counted_columns(["1", "Meningkatnya"])
    ((3, 4), (0, 0))
    """
    count = taken = 0
    for at, word in enumerate(words):
        match = _MARK.fullmatch(word)
        mark = match[1].lower() if match else ""
        if mark and mark in (str(count + 1), chr(97 + count)):
            count, taken = count + 1, at + 1
        elif any(map(str.isalnum, word)):
            break
        elif at == taken:
            taken = at + 1
    return (count, taken) if count >= _FEWEST else (0, 0)


def _goes_on_counting(words: Sequence[str]) -> bool:
    """`(2) (3) (4)` below `(1` / `)`, which a narrow column broke."""
    marks = [match[1] if (match := _MARK.fullmatch(word)) else "" for word in words]
    return len(marks) > 1 and marks == [str(k) for k in range(2, len(marks) + 2)]


def evidence_of_words(words: Sequence[SeenWord], lines: Sequence[str]) -> list[list[str]]:
    """The evidence of each word."""
    shapes = [_of_line(text) for text in lines]
    below = _rows_below(lines)
    around = [_around(lines, at, shapes, below) for at in range(len(lines))]
    known = _known(words)
    found: list[list[str]] = []
    for i, word in enumerate(words):
        names = [*_of_word(word.text, "w"), *around[word.line], *known[i]]
        names += [f"baris:{'awal' if word.first else 'lanjut'}", f"ujung:{int(word.last)}"]
        names += _of_left(words[i - 1], word) if i else ["kiri:-"]
        names += [f"huruf:{_case(words[i - 1].text)}>{_case(word.text)}:{int(word.first)}"] if i else []
        names += _of_word(words[i + 1].text, "kanan")[:3] if i + 1 < len(words) else ["kanan:-"]
        found.append(names)
    return found


def _of_left(left: SeenWord, word: SeenWord) -> list[str]:
    """What the word on the left says; at the opening of a line also whether a narrow column broke a word there
    (`SETAHU` / `N`), or a sign that goes on (`Output/` / `Outcome`)."""
    names = _of_word(left.text, "kiri")[:3]
    if left.text[-1] in _SIGNS:
        names.append(f"kiri:akhir{left.text[-1]}:{int(word.first)}")
    if word.first and left.text[-1].isalpha() and word.text[0].isalpha():
        head, tail = re.split(r"\W", left.text)[-1].lower(), re.split(r"\W", word.text)[0].lower()
        known = (is_known(head + tail), is_known(head), len(tail) > 1 and is_known(tail))
        names.append("pecah:" + "".join(str(int(one)) for one in known))
    return names


@lru_cache(maxsize=1 << 14)
def _of_word(text: str, mark: str) -> list[str]:
    name = squashed(spelled_out(text))
    if not name:
        return [f"{mark}:tanda", f"{mark}:{text[:3]}"]
    shape = "angka" if name.isdigit() else "tahun" if name == "#" else _case(text)
    whole = name if len(name) <= _WHOLE else "(panjang)"
    parts = [name[i : i + _PART] for i in range(1, len(name) - _PART)] if mark == "w" else []
    return [
        f"{mark}={whole}",
        f"{mark}:<{name[:_PART]}",
        f"{mark}:{shape}",
        f"{mark}:{name[-_PART:]}>",
        *(f"{mark}:{part}" for part in parts),
        *(f"{mark}:{kind}" for kind in kinds_of_opening(text.casefold())),
        *([f"{mark}:akhir{text[-1]}"] if text[-1] in _SIGNS else []),
    ]


def _case(text: str) -> str:
    return "kapital" if text.isupper() else "besar" if text[:1].isupper() else "kecil"


def _of_line(text: str) -> list[str]:
    words = text.split()
    letters = text.strip()
    names = [f"kata>{step}" for step in (1, 2, 4, 7, 11) if len(words) > step]
    names.append(
        "kapital" if letters.isupper() else "kecil" if letters[:1].islower() else "judul" if _titled(words) else "biasa"
    )
    if letters[-1:] in ".;:,":
        names.append(f"akhir{letters[-1]}")
    if any(map(str.isdigit, letters)):
        names.append("angka")
    if FORM.match(text):
        names.append("label")
    if _ITEM.match(text):
        names.append("butir")
    if counts_columns(text):
        names.append("deret")
    elif _goes_on_counting(words):
        names.append("deret lanjut")
    if FIRST_ROW.match(letters):
        names.append("satu")
    names += [f"mulai:{kind}" for kind in kinds_of_opening(words[0].casefold())] if words else []
    return names


def _titled(words: Sequence[str]) -> bool:
    return all(not word[0].isalpha() or word[0].isupper() or len(word) < 4 for word in words)


def _rows_below(lines: Sequence[str]) -> list[int]:
    """For each line how many lines below it a first row or the column numbers stand, `_REACH` where none does."""
    found = [_REACH] * (len(lines) + 1)
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].strip()
        begins = counts_columns(text) or FIRST_ROW.match(text)
        found[at] = 0 if begins else min(_REACH, found[at + 1] + 1)
    return found[: len(lines)]


def _around(lines: Sequence[str], at: int, shapes: Sequence[Sequence[str]], below: Sequence[int]) -> list[str]:
    names = [f"b:{name}" for name in shapes[at]]
    names += [f"atas:{name}" for name in shapes[at - 1]] if at else ["atas:-"]
    names += [f"bawah:{name}" for name in shapes[at + 1]] if at + 1 < len(lines) else ["bawah:-"]
    names += value_steps("turun", below[at], (0, 1, 2, 3, 5, 8, 12, _REACH - 1))
    return names


def _known(words: Sequence[SeenWord]) -> list[list[str]]:
    """The longest phrases that the vocabulary knows, left to right: their roles at their first and at their other
    words."""
    found: list[list[str]] = [[] for _ in words]
    letters = [heading_letters(spelled_out(word.text)) for word in words]
    at = 0
    while at < len(words):
        size = next((n for n in range(_PHRASE, 0, -1) if "".join(letters[at : at + n]) in known_headings()), 0)
        if size and letters[at]:
            role = known_headings()["".join(letters[at : at + size])].role
            for k in range(at, min(at + size, len(words))):
                found[k].append(f"k:{'mulai' if k == at else 'lanjut'} {role}")
        at += max(size, 1)
    return found
