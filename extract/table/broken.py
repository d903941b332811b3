"""Is this one word that a column too narrow for it broke over lines (`dokume` / `n`), or two words?

What tells them apart is the document itself: it prints the whole word elsewhere and a part of it never, or each part by
itself. For a word that it prints nowhere else the dictionary says the same. Where neither knows, the page decides if it
shows that the line had no room for another letter; without that only a lone letter below what is no word is its rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.kamus import is_known
from extract.table.context import WORD, DocumentWords

#: A part of a broken word may look like a word of its own, but one so many times rarer than the whole.
_RARER = 10
#: A word printed this often is no accident (`ngan` may be a slip, `dan` is not).
_COMMON = 2
#: How sure it is that a lone letter is the rest of a word that nobody knows.
GUESSED = 0.8
_LEAST_HEAD = 3
#: A word of the language so long is whole by no accident, and so many letters are more than an ending.
_LONG_HEAD, _LONG_TAIL = 6, 4
# `9.590.400.000`, `1.250,5`
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?")
_LAST = re.compile(r"[^\W\d_]+$")


def one_word(parts: Sequence[str], words: DocumentWords, alone: bool = False, full: bool = False) -> float:
    """How sure it is (0 to 1) that these ends and beginnings of lines are one word that was broken.

    If the first part looks like a word, it must stand `alone` on its line: `berjalan di` / `bandingkan` was printed so.
    `full`: the page shows that the next letter did not fit on the line, so that what nobody knows is one word.
    `one_word(("dokume", "n"), words)` is 1.0 where the document prints `dokumen` elsewhere."""
    if is_broken_number(parts):
        return 1.0
    if not (pieces := _pieces(parts)):
        return 0.0
    low = [piece.lower() for piece in pieces]
    if words.inside[low[0]] >= _COMMON and not alone:
        return 0.0
    if _printed_whole(low, words):
        return 1.0
    if not full and _printed_apart(low, words):
        return 0.0
    whole, apart = is_known("".join(low)), _stand_apart(low)
    if whole != apart:
        return float(whole)
    return float(_fills_its_line(low, words)) if full else _rest(pieces, words)


def is_broken_number(parts: Sequence[str]) -> bool:
    """Are these the parts of one number whose groups of three digits only the whole has?

    >>> is_broken_number(("12.317.", "066")), is_broken_number(("463.29", "9")), is_broken_number(("2.000", "500"))
    (True, True, False)
    >>> is_broken_number(("463.", "299")), is_broken_number(("2.", "500"))
    (True, False)
    """
    joined = "".join(parts)
    if "." not in joined:
        return False
    whole = all(_GROUPED.fullmatch(part) for part in parts)
    # `2.` / `500` is a row's number above a count; no table has `463.` rows
    counts = len(parts[0]) < 4 and parts[0].endswith(".")
    return not whole and not counts and _GROUPED.fullmatch(joined) is not None


def _pieces(parts: Sequence[str]) -> list[str]:
    """The letters that would make one word; none where marks, digits or capitals keep them apart."""
    if parts[0][-1].isupper() < parts[-1][0].isupper():
        return []  # nearly all: `kinerja` / `Bidang`
    head, tail = _LAST.search(parts[0]), WORD.match(parts[-1])
    if not head or not tail or not all(map(WORD.fullmatch, parts[1:-1])):
        return []
    if len(tail[0]) == 1 and parts[-1][1:2] in {".", ")"} and not ("(" in parts[0] and parts[-1][1] == ")"):
        return []  # `a.` counts, but not the rest of `(Hija` / `u)`
    pieces = [head[0], *parts[1:-1], tail[0]]
    capitals = head[0].isupper() and len(head[0]) > 1
    # `APIP` / `dan`
    alike = all(piece.isupper() == capitals == piece[0].isupper() for piece in pieces[1:])
    return pieces if alike else []


def _printed_whole(low: Sequence[str], words: DocumentWords) -> bool:
    """Does the document print the word whole, and a part of it (nearly) never by itself?"""
    whole = "".join(low)
    if not words.all[whole] or min(words.inside[piece] for piece in low) * _RARER > words.all[whole]:
        return False
    # `petajabatan` may be printed elsewhere: a slip, and no witness against `peta` / `jabatan`
    return is_known(whole) or not all(map(is_known, low))


def _printed_apart(low: Sequence[str], words: DocumentWords) -> bool:
    """Is each part a word that the document prints by itself, the whole at most by a slip?"""
    return words.all["".join(low)] > 0 or all(words.inside[piece] >= _COMMON for piece in low)


def _stand_apart(low: Sequence[str]) -> bool:
    """Is each part a word of the language, or a letter beside one? `tahun n` / `yang` and `Program` / `a` are two,
    though `nyang` and `programa` are known."""
    return any(len(piece) > 1 for piece in low) and all(len(piece) == 1 or is_known(piece) for piece in low)


def _fills_its_line(low: Sequence[str], words: DocumentWords) -> bool:
    """Of a word that alone filled its line: is it likelier broken than followed by another one?"""
    whole, head, tail = "".join(low), low[0], low[-1]
    if words.all[whole] or len(head) == 1 or len(tail) == 1:
        return True
    if words.inside[head] or (is_known(head) and len(head) >= _LONG_HEAD and len(tail) >= _LONG_TAIL):
        # `Penyaluran` / `bansos`: a word of the language, above more than its ending
        return False
    return words.inside[tail] < _COMMON or any(word.startswith(whole) for word in words.all)


def _rest(pieces: Sequence[str], words: DocumentWords) -> float:
    """A lone small letter below a part that is no word either is its rest, but less surely."""
    head, tail = pieces[0].lower(), pieces[-1]
    lone = len(pieces) == 2 and len(tail) == 1 and tail.islower()
    return GUESSED if lone and len(head) >= _LEAST_HEAD and not words.inside[head] and not is_known(head) else 0.0
