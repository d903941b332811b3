"""Where the blocks of a text or of pages begin whose title no vocabulary knows: it is printed above each head again.

Input: the non-blank lines, the heading of the table that starts at a line, and whether a line is the label of a head.
Output: the positions of the first lines of such titles. In linear text nothing but this parts the last row of a table
from `CASCADING KINERJA INDIVIDU` / `PPUPD AHLI MUDA` / `Fungsi yang Dilaksanakan : ...` below it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeGuard

from bahasa.headings import heading_letters
from bahasa.units import begins_with, unit_nouns
from extract.decree.announced import kinds_titled
from extract.decree.title import title_like
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading
from extract.table.meaning.evidence import squashed
from extract.table.meaning.fields import FORM

#: A title stands above so many tables at least, so many lines above each at most, and has so many words at least.
_PRINTS, _REACH, _WORDS = 2, 60, 2
#: A letterhead takes so many lines at most.
_LETTERHEAD = 4


class _Print(NamedTuple):
    """A line that may begin a title, the heading of the table that it stands `above`, what the head below opens with,
    its labels down to that heading and its whole text; whether nothing but its places tell that it is no cell
    (`plain`)."""

    at: int
    above: int
    opens: str
    labels: frozenset[str]
    head: str
    plain: bool


def shared_titles(
    rows: Sequence[FlowRow], table: Callable[[int], TableHeading | None], is_label: Callable[[str], bool]
) -> frozenset[int]:
    """The positions of the first lines of titles that stand above several heads, in text those in capitals, that name
    a kind of table (`Rencana Indikator Kinerja Individu`), or that stand above the first head as well, where no row can
    end. Each time the same label, or its first line (`A. Jabatan` /
    `Struktural/Fungsional` / `: Camat`), stands right below the title; a group's row in capitals has rows below it.
    What stands anywhere else too is no title, nor is the head of a page, which has the same lines below it each time;
    but in text either is part of the title that it stands right above each time (`PEMERINTAH PROVINSI ...`)."""
    prints: dict[str, list[_Print]] = defaultdict(list)
    for first, end in _gaps(rows, table):
        for one in _prints(rows, first, end, is_label):
            prints[heading_letters(rows[one.at].text)].append(one)
    times = Counter(heading_letters(row.text) for row in rows if isinstance(row, Piece))
    opened = _above_all_labels(rows, table, is_label)
    found: set[int] = set()
    for letters, same in prints.items():
        if same[0].plain and same[0].at >= opened:
            continue
        shared = frozenset.intersection(*(one.labels for one in same))
        apart = min(len({one.head for one in same}), len({one.above for one in same}))
        if shared and len({one.opens for one in same}) == 1 and len(same) == apart == times[letters] >= _PRINTS:
            above = _shared_above(rows, [one.at for one in same])
            found.update(one.at - up for one in same for up in range(above + 1))
    return frozenset(_top(rows, at) for at in found if at - 1 not in found)


def _above_all_labels(
    rows: Sequence[FlowRow], table: Callable[[int], TableHeading | None], is_label: Callable[[str], bool]
) -> int:
    """The position of the first label of a head, or table."""
    return next((at for at, row in enumerate(rows) if table(at) or is_label(row.text)), len(rows))


def _shared_above(rows: Sequence[FlowRow], places: Sequence[int]) -> int:
    """How many lines right above all prints of a title in text, the first of all among them, are alike."""

    def alike(up: int) -> bool:
        if up > min(places):
            return False
        lines = [rows[at - up] for at in places]
        plain = all(isinstance(line, Piece) and line.line.sheet is None and title_like(line.text) for line in lines)
        return plain and len({heading_letters(line.text) for line in lines}) == 1

    return sum(1 for _ in takewhile(alike, range(1, _LETTERHEAD + 1)))


def _top(rows: Sequence[FlowRow], at: int) -> int:
    """The first line of the title that a shared one belongs to: on a page as printed, where cells stand apart, lines in
    capitals right above it (`LURAH` over `APARATUR INSPEKTORAT DAERAH`) are of it."""
    top, own = at, rows[at]
    while top and _titles_page(own) and _titles_page(above := rows[top - 1]) and above.line.page == own.line.page:
        top, own = top - 1, above
    # `... di wilayah binaan` / `BPP`: the end of another text
    above_all = rows[top - 1] if top else None
    ends = isinstance(above_all, Piece) and isinstance(own, Piece) and above_all.line.page == own.line.page
    return at if ends else top


def begins_page(rows: Sequence[FlowRow], at: int) -> bool:
    """Does a line in capitals begin a page below text in small letters (`Tugas Umum : Melaksanakan ...` / `PENYULUH
    SOSIAL` / `Fungsi : ...`, the title above it taken for the head of the page)?"""
    above = rows[at - 1] if at else None
    own = rows[at]
    if not isinstance(above, Piece) or not _titles_page(own) or above.text.isupper():
        return False
    ended = above.text.rstrip().endswith((".", ";"))
    if len(own.text.split()) < _WORDS or (begins_with(own.text, unit_nouns(referred=False)) and not ended):
        # `... di lingkungan` / `DINAS KOMUNIKASI`: a sentence goes on
        return False
    return above.line.page != own.line.page


def _titles_page(row: FlowRow) -> TypeGuard[Piece]:
    return isinstance(row, Piece) and row.line.sheet is not None and row.text.isupper() and title_like(row.text)


def _gaps(rows: Sequence[FlowRow], table: Callable[[int], TableHeading | None]) -> Iterator[tuple[int, int]]:
    """(first line, heading) of the lines between two headings, as far above the lower one as a head may begin."""
    at = above = 0
    while at < len(rows):
        heading = table(at)
        if heading is not None:
            yield max(above, at - _REACH), at
            above = max(heading.end, at + 1)
        at = above if heading is not None else at + 1


def _prints(rows: Sequence[FlowRow], first: int, end: int, is_label: Callable[[str], bool]) -> Iterator[_Print]:
    """The lines of a gap that are set as a title, nothing but such lines between each and the head below, which has a
    label."""
    labels = frozenset[str]()
    head: list[str] = []
    opens = ""
    for at in reversed(range(first, end)):
        if not isinstance(rows[at], Piece):
            return
        text = rows[at].text
        form = FORM.match(text)
        label = squashed(form["label"]) if form and is_label(text) else ""
        labels |= {label} - {""}
        own = rows[at]
        paged = isinstance(own, Piece) and own.line.sheet is not None
        told = text.isupper() or paged or bool(kinds_titled([text]))
        titled = bool(labels) and not form and title_like(text)
        if titled and len(text.split()) >= _WORDS:
            yield _Print(at, end, opens, labels, "\n".join(head), not told)
        if not (titled and told):
            opens = label or heading_letters(text)
        head.append(heading_letters(text))
