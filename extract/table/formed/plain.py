"""The headings of a text that the vocabulary knows to the last column, by the position of their first row.

One whose words go on is none of them: `No` / `Sasaran` / `Indikator Kinerja` / `Bersama` / `Cara Menghitung` begins
with three columns that the vocabulary knows. Nor is one whose words may be cut otherwise (`SASARAN PROGRAM`: one column
or two), or whose rows are numbered though no column of it is for numbers: its first words stand above it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from bahasa.headings import heading_letters
from bahasa.roles import NO, OTHERS, TARGET
from extract.read.piece import Piece
from extract.table import heading
from extract.table.formed.cuts import may_be_parts, two_headings
from extract.table.formed.evidence import FIRST_ROW, counted_columns
from extract.table.formed.spans import WeighedWords, heading_spans
from extract.table.heading import TableHeading

#: So many lines below a heading are looked at for words that go on with it.
_BELOW = 16
#: What stands below so many prints of a heading is hardly the same by chance.
PRINTS = 3
#: Another print of a heading has so many times its words at most.
_MORE = 3


def plain_headings(rows: Sequence[Piece]) -> Iterator[tuple[int, TableHeading]]:
    """The headings of indicators of which the vocabulary knows each column, each role once, with the position of their
    first row. Several targets mostly stand in two levels, whose order a text doesn't show."""
    end = 0
    for at in range(len(rows)):
        one = _plain_at(rows, at) if at >= end else None
        if one is not None:
            end = one.end
            yield at, one


def _plain_at(rows: Sequence[Piece], at: int) -> TableHeading | None:
    one = heading.find(rows, at)
    return one if one and one.indicators and _plain(one) and not _goes_on(rows, at, one) else None


def all_prints_plain(rows: Sequence[Piece], plain: Mapping[int, TableHeading]) -> bool:
    """Whether none of these headings is printed further up in the same words, where it is not plain: what stands below
    one print of it (`SATUAN JUMLAH` below `TARGET`) may hide that its words go on."""
    letters = [heading_letters(row.text) for row in rows[: max(plain)]]

    def printed_above(at: int) -> Iterator[int]:
        words = [heading_letters(piece.text) for piece in plain[at].pieces]
        return (k for k in range(at) if letters[k : k + len(words)] == words)

    return all(k in plain for at in plain for k in printed_above(at))


def printed_with_more(rows: Sequence[Piece], plain: Mapping[int, TableHeading]) -> bool:
    """Whether another print of one of these headings has more words between its own: an extractor wrote this one line
    by line (`NO. SASARAN TARGET` above `URUT STRATEGIS KUANTITAS`), all others cell by cell (`NO. URUT` / `SASARAN
    STRATEGIS` ...)."""
    words = [[heading_letters(word) for word in row.text.split()] for row in rows]
    inside = {at for first, one in plain.items() for at in range(first, one.end)}
    wanted = {tuple(_letters(one)) for one in plain.values()}
    more = (
        at
        for at, own in enumerate(words)
        if at not in inside
        for asked in wanted
        if own[0] == asked[0] and _holds(chain.from_iterable(words[at : at + _BELOW]), asked)
    )
    return any(_plain_at(rows, at) is None for at in more)


def prints_go_on(rows: Sequence[Piece], plain: Mapping[int, TableHeading]) -> bool:
    """Whether the same line, no row of numbers, stands below several prints of one of these headings: it is likely
    theirs (`TARGET` / `SUMBER DATA PENDUKUNG` / `SATUAN JUMLAH`: the parts of the target below all columns)."""
    below: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for one in plain.values():
        if one.end < len(rows) and not FIRST_ROW.match(rows[one.end].text):
            below[tuple(_letters(one))][heading_letters(rows[one.end].text)] += 1
    return any(count >= PRINTS for lines in below.values() for line, count in lines.items() if line)


def _letters(found: TableHeading) -> list[str]:
    return [heading_letters(word) for piece in found.pieces for word in piece.text.split()]


def _holds(words: Iterable[str], asked: Sequence[str]) -> bool:
    """Whether some words hold those asked for in their order, soon enough, and others between them."""
    near = islice(words, _MORE * len(asked))
    return all(word in near for word in asked)


def _plain(found: TableHeading) -> bool:
    roles = [one.role for one in found.headings if one.role != OTHERS]
    return found.known and len(set(roles)) == len(roles) and not (_two_columns(found) or _parts_last(found))


def _two_columns(found: TableHeading) -> bool:
    """Whether the words of one column may as well head two that the table lacks."""
    columns = list(found.headings)
    return any(
        list(two_headings(one.text.as_printed.split(), [other.role for other in columns if other is not one]))
        for one in columns
        if one.text
    )


def _parts_last(found: TableHeading) -> bool:
    """Whether the last words may be the parts of a target that stands further left (`TARGET` / `SUMBER` / `SATUAN
    TARGET`)."""
    last = found.headings[-1].text
    targets = any(one.role == TARGET for one in found.headings[:-1])
    return targets and last is not None and may_be_parts(last.as_printed.split())


def _goes_on(rows: Sequence[Piece], at: int, found: TableHeading) -> bool:
    """Whether what stands below a heading shows more columns: they are numbered so, read so, or hold numbers."""
    below = [row.text for row in rows[found.end - len(found.numbers) : found.end + _BELOW]]
    unnumbered = all(one.role != NO for one in found.headings)
    counted, _ = counted_columns([word for text in below for word in text.split()])
    if counted:
        # `NO.` / `BARIS` stands above, and some of these are one column (`SUMBER DATA` / `INDIKATOR`)
        numbered = bool(found.numbers) and below[len(found.numbers) :] and FIRST_ROW.match(below[len(found.numbers)])
        return counted != len(found.headings) or bool(numbered and unnumbered)
    if not below or FIRST_ROW.match(below[0]):
        return bool(below) and unnumbered
    text = WeighedWords.of([row.text for row in rows[at : found.end + _BELOW]])
    last = found.end - len(found.numbers) - at
    spans = [(text.words[first].line, text.words[end - 1].line) for first, end in heading_spans(text)]
    return any(first < last <= end for first, end in spans)
