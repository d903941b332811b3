"""Is a line set like a title, and whom does a title name?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from bahasa.block_kinds import block_kinds
from bahasa.function_words import function_words
from bahasa.headings import is_known_heading
from bahasa.openers import offices
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading

#: A title stands at most so many lines above its holder or table.
TITLE_REACH = 12
#: An entry of a table of contents (`Perjanjian Kinerja ........ 12`).
CONTENTS_ENTRY = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
# asked where dots and blanks begin alone, or a long run of them would be gone through from each of its signs
_PAGE = re.compile(r"(?<![\s.…])(?:[\s.…]*\d{1,3}|[\s.…]+)$")


def title_like(text: str) -> bool:
    """Whether a line may belong to a title: capitals, or each word but the smallest with a capital."""
    words = text.split()
    if not words or len(words) > 16 or text.rstrip().endswith(";"):
        return False
    letters = [character for character in text if character.isalpha()]
    if sum(map(str.isupper, letters)) >= 0.8 * len(letters):
        return True
    return all(not word[0].islower() or word in function_words("kecil") for word in words)


def capitals_below(rows: Sequence[FlowRow], at: int) -> int:
    """How many lines right below one are in capitals."""
    return sum(1 for _ in takewhile(lambda row: row.text.isupper(), rows[at + 1 : at + 1 + TITLE_REACH]))


def office_below(rows: Sequence[FlowRow], at: int, table: Callable[[int], TableHeading | None]) -> str:
    """The office that a title above a table names last (`KEPALA BIDANG KEBUDAYAAN`, over its agency); empty where it
    names none."""
    below = takewhile(lambda row: not table(row), range(at + 1, min(at + 1 + TITLE_REACH, len(rows))))
    return next((rows[row].text for row in reversed(list(below)) if offices().match(rows[row].text.upper())), "")


def without_contents(lines: Sequence[Piece]) -> Sequence[Piece]:
    """The lines of a title behind a list of contents in it: down to the last entry that has dots, or a page's number
    where a line below prints one of them again.

    >>> from schemas.layout import Line
    >>> texts = ["DAFTAR LAMPIRAN", "A. KEPALA BIDANG GEOLOGI 2", "B. SEKRETARIS 3", "A. KEPALA BIDANG GEOLOGI"]
    >>> [piece.text for piece in without_contents([Piece(text, Line(text, n), n) for n, text in enumerate(texts)])]
    ['A. KEPALA BIDANG GEOLOGI']
    """
    last = max((at for at, piece in enumerate(lines) if CONTENTS_ENTRY.search(piece.text)), default=-1)
    paged = [at for at, piece in enumerate(lines) if _PAGE.search(piece.text)]
    below = {piece.text.strip() for piece in lines[max(paged, default=-1) + 1 :]}
    if any(_PAGE.sub("", lines[at].text).strip() in below for at in paged):
        last = max(last, *paged)
    return lines[last + 1 :]


def numbers_table(text: str) -> bool:
    """`IKU 1`, `IKU-1`, `Indikator Kinerja 2`: the number of a table of a kind, or of what it is about."""
    name = text.rstrip(" .:-0123456789")
    return name != text and (name in block_kinds() or is_known_heading(name))
