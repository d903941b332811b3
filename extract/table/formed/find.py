"""The headings of a text that the vocabulary does not know to the last column, by the row where each begins.

Input: the non-blank lines of a text source. Output: for each line where such a heading begins the heading, as
extract/table/heading.py gives those that the vocabulary knows. All prints of one heading are read alike: what the rows
below each of them say counts for all.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from bahasa.headings import heading_letters, stood_in
from bahasa.roles import NO, OTHERS, TARGET
from bahasa.target_scope import borne_out, scopes_of
from extract.read.piece import Piece, text_of
from extract.table.formed.below import body_below
from extract.table.formed.called import badly_called
from extract.table.formed.choose import ChosenHeading, chosen, names_of
from extract.table.formed.headless import tables_without_heading
from extract.table.formed.plain import PRINTS, all_prints_plain, plain_headings, printed_with_more, prints_go_on
from extract.table.formed.repeated import repeated_lines, shared_below
from extract.table.formed.spans import HeadingReading, WeighedWords, heading_spans, readings_of
from extract.table.formed.torn import holds_all, rest_below
from extract.table.heading import TableHeading
from extract.table.linear.groups import counted_lines, first_groups, labelled_groups, unit_groups
from schemas.base import Role
from schemas.decree import Heading, TargetScope

#: So many prints of a heading are looked at; so many that have most below them are read, so many lines of all of them.
_PRINTS, _READ, _BELOW = 9, 3, 120
#: Two prints that share so many of their words are one heading.
_ALIKE = 0.6
#: A heading is so far from mere text, and so far in comparison with the clearest one of its document: names in capitals
#: stand in cells too.
_ODDS, _SHARE = 200.0, 0.15
#: One that is printed once in a document that prints another one so often is likelier a row.
_OFTEN, _LONE = 3, 0.5
#: The columns of a heading of which some words are left are no surer than that.
_EVEN = 0.5
#: The words of such a heading say less of its columns (natural logarithms) where it is a row.
_CALLED = 0.6

Span = tuple[int, int]


def headings_of_text(lines: Sequence[Piece]) -> dict[int, TableHeading]:
    """The headings of a text in one column whose tables the vocabulary doesn't know to the last column; of one that it
    knows, and that is printed once only, the tables below it that print none."""
    plain = dict(islice(plain_headings(lines), PRINTS))
    if plain and all_prints_plain(lines, plain) and not (prints_go_on(lines, plain) or printed_with_more(lines, plain)):
        return tables_without_heading(lines, plain) if len(plain) == 1 else {}
    return formed_headings(lines)


def formed_headings(rows: Sequence[Piece]) -> dict[int, TableHeading]:
    """The headings by the position of their first row. Group rows between a heading and its first row are no part of
    either."""
    texts = [row.text for row in rows]
    across = {*counted_lines(texts), *first_groups(texts), *labelled_groups(texts), *unit_groups(texts)}
    printed = _printed_headings([row for at, row in enumerate(rows) if at not in across])
    found: dict[int, TableHeading] = {}
    for one in printed:
        first, last = one.pieces[0].rank, [*one.pieces, *one.numbers][-1].rank
        if last - first < len(one.pieces) + len(one.numbers):
            found[first] = one._replace(end=last + 1)
    return found | tables_without_heading(rows, found)


def _printed_headings(rows: Sequence[Piece]) -> list[TableHeading]:
    """The headings printed in these rows, their ends as positions among them."""
    if not rows:
        return []
    text = WeighedWords.of([row.text for row in rows])
    spans, again = heading_spans(text), _repeated(text)
    found = _told(rows, text, spans)
    if any(_taken(text, span, found) for span in again):
        return found
    # where nothing else is one: words that nobody knows, printed again and again, are a heading
    return _told(rows, text, again, least=-math.inf) or found or _told(rows, text, _often(text, spans), least=0.0)


def _often(text: WeighedWords, spans: Sequence[Span]) -> list[Span]:
    """The spans whose words are printed often."""
    prints = Counter(text.letters(*span) for span in spans)
    return [span for span in spans if prints[text.letters(*span)] >= _OFTEN]


def _repeated(text: WeighedWords) -> list[Span]:
    """What tables print above their first rows again and again: headings though their words look like none."""
    ends = {word.line: at + 1 for at, word in enumerate(text.words)}
    firsts = {word.line: at for at, word in enumerate(text.words) if word.first}
    return [(firsts[first], ends[end - 1]) for first, end in repeated_lines(text.lines)]


def _told(rows: Sequence[Piece], text: WeighedWords, spans: Sequence[Span], least: float = _ODDS) -> list[TableHeading]:
    """The headings among these words, each read alike wherever it is printed; one is so far from mere text at
    `least`."""
    prints: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        prints[text.letters(*span)].append(span)
    proposed = [(readings_of(text, same), same) for same in prints.values()]
    proposed = sorted((one for one in proposed if one[0]), key=lambda one: (-len(one[1]), -one[0][0].odds))
    clearest = max((readings[0].odds for readings, _ in proposed), default=0.0)
    often = any(len(same) >= _OFTEN for _, same in proposed)
    found: list[TableHeading] = []
    known: list[tuple[str, TableHeading]] = []
    for readings, same in proposed:
        left = [span for span in same if not _taken(text, span, found)]
        if not left:
            continue
        own = text.letters(*left[0])
        same_as = (one for letters, one in known if _alike(letters, own) or _torn(rows, text, left[0], letters, one))
        like = next(same_as, None)
        share = _LONE if often and len(same) == 1 and like is None else _SHARE
        if readings[0].odds < max(least, share * clearest):
            continue
        if like is not None:
            # the same heading with a word more or less: a page broke it, or something stands across it
            made = [_again(rows, text, span, like) for span in left if not _taken(text, span, found)]
        else:
            alike = [span for span in spans if _alike(own, text.letters(*span))]
            made = _headings(rows, text, readings, left, alike)
            if known and len(same) == 1 and not any(map(_is_called, made)):
                continue
            known += [(own, one) for one in made[:1]]
        found += made
    return found


def _is_called(heading: TableHeading) -> bool:
    """Whether its words alone name its columns, on the average rather than not: beside another heading of its document
    words above `1 2 3 4` are a row (`Seksi Kesiapsiagaan 4 Destana`, of which so many are due each quarter)."""
    called = [(one.role, [one.text.as_printed]) for one in heading.headings if one.role != NO]
    return badly_called(*zip(*called, strict=True)) < _CALLED * len(called) if called else False


def _headings(
    rows: Sequence[Piece],
    text: WeighedWords,
    readings: Sequence[HeadingReading],
    same: Sequence[Span],
    alike: Sequence[Span],
) -> list[TableHeading]:
    """The prints of one heading wherever its words stand, read alike; none where the rows below speak against it.
    `alike` are all spans that print it, with a word more or less: words in rows that look like a heading end none."""
    above = {row.text.strip() for row in rows[: text.words[same[0][0]].line]}
    most = _BELOW // min(len(same), _READ)
    bodies = sorted(
        (body_below(rows, text, span, alike, above, most) for span in same[:_PRINTS]), key=len, reverse=True
    )
    best = chosen(text, readings, [body for body in bodies[:_READ] if len(body)], shared=len(same) > 1)
    if best is None:
        return []
    places = text.prints_of(best.reading.first, best.reading.end)
    return _whole(rows, [_heading(rows, text, _moved(best, place - best.reading.first)) for place in places])


def _whole(rows: Sequence[Piece], prints: Sequence[TableHeading]) -> list[TableHeading]:
    """The prints of a heading with the lines that stand below each of them in the same words (`KET. /` / `CAT.`): they
    are no first row. What its columns are is in doubt then."""
    more = (
        0
        if any(one.numbers for one in prints)
        else shared_below([row.text for row in rows], [one.end for one in prints])
    )
    if not more:
        return [*prints]
    return [
        one._replace(
            headings=tuple(
                h.model_copy(update={"role_confidence": min(h.role_confidence, _EVEN)}) for h in one.headings
            ),
            pieces=(*one.pieces, *rows[one.end : one.end + more]),
            end=one.end + more,
        )
        for one in prints
    ]


def _taken(text: WeighedWords, span: Span, found: Sequence[TableHeading]) -> bool:
    first, last = text.words[span[0]].line, text.words[span[1] - 1].line
    return any(one.end - len(one.pieces) - len(one.numbers) <= last and first < one.end for one in found)


def _alike(letters: str, others: str) -> bool:
    a, b = Counter(letters.split()), Counter(others.split())
    return 2 * (a & b).total() > _ALIKE * (a.total() + b.total())


def _torn(rows: Sequence[Piece], text: WeighedWords, span: Span, letters: str, whole: TableHeading) -> bool:
    """Whether a print has some words of the `whole` heading, and what it lacks stands below it. Without that it is the
    heading of a table with fewer columns."""
    return holds_all(letters, text.letters(*span)) and _rest(rows, text, span, whole) > 0


def _rest(rows: Sequence[Piece], text: WeighedWords, span: Span, whole: TableHeading) -> int:
    first, end = text.words[span[0]].line, _line(rows, text, span[1])
    return rest_below([row.text for row in rows[first:end]], [row.text for row in rows[end:]], whole.pieces)


def _again(rows: Sequence[Piece], text: WeighedWords, span: Span, like: TableHeading) -> TableHeading:
    first, end = text.words[span[0]].line, _line(rows, text, span[1])
    end += _rest(rows, text, span, like)
    return like._replace(pieces=tuple(rows[first:end]), numbers=(), end=end)


def _moved(best: ChosenHeading, by: int) -> ChosenHeading:
    """The same reading at another print of its words."""
    old = best.reading
    columns = tuple(
        type(column)(column.role, tuple(tuple(at + by for at in level) for level in column.words))
        for column in old.columns
    )
    return ChosenHeading(
        replace(old, columns=columns, first=old.first + by, body=old.body + by, end=old.end + by), best.sure
    )


def _heading(rows: Sequence[Piece], text: WeighedWords, best: ChosenHeading) -> TableHeading:
    reading = best.reading
    names = [_printed(rows, text, [at for level in column.words for at in level]) for column in reading.columns]
    first, body = text.words[reading.first].line, _line(rows, text, reading.body)
    end = _line(rows, text, reading.end)
    roles = _roles(names_of(text, reading), reading)
    headings = tuple(
        Heading(role=role, text=text_of(pieces), role_confidence=round(sure, 3), scope=scope)
        for (role, scope), pieces, sure in zip(roles, names, best.sure, strict=True)
    )
    return TableHeading(
        headings=_with_stand_ins(headings),
        pieces=tuple(rows[first:body]),
        numbers=tuple(rows[body:end]),
        end=end,
        key=tuple("".join(heading_letters(piece.text) for piece in pieces) for pieces in names),
        indicators=True,
        by_form=True,
    )


def _with_stand_ins(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings; one that stands in for a role which no column has (`TUJUAN STRATEGIS` for a sasaran) is unsure."""
    standing = stood_in([(one.text.as_printed, one.role) for one in headings])
    return tuple(
        one.model_copy(update={"role": standing[at], "role_confidence": round(1 - one.role_confidence, 3)})
        if at in standing
        else one
        for at, one in enumerate(headings)
    )


def _line(rows: Sequence[Piece], text: WeighedWords, at: int) -> int:
    return text.words[at].line if at < len(text.words) else len(rows)


def _printed(rows: Sequence[Piece], text: WeighedWords, words: Sequence[int]) -> list[Piece]:
    """The pieces of lines that some words take; words beside each other are one piece."""
    pieces: list[Piece] = []
    last = -2
    for at in words:
        word = text.words[at]
        stop = word.start + len(word.text)
        if at == last + 1 and not word.first:
            start = pieces.pop().span[0] - (rows[word.line].span or (0, 0))[0]  # type: ignore[index]
        else:
            start = word.start
        pieces.append(rows[word.line].cut(start, stop))
        last = at
    return pieces


def _roles(names: Sequence[Sequence[str]], reading: HeadingReading) -> list[tuple[Role, TargetScope | None]]:
    """The role of each column, and what it is for if it is a target's: of those only that their headings bear out, or
    that stand for the whole of what the others are parts of (`Besar Capaian` before `TW I` to `TW IV`)."""
    levels = {k: tuple(names[k]) for k, column in enumerate(reading.columns) if column.role == TARGET}
    true = dict(zip(levels, borne_out(list(levels.values())), strict=True))
    scopes = dict(zip(levels, scopes_of(list(levels.values())), strict=True))
    if (whole := _whole_of_parts(scopes)) is not None:
        true[whole] = True
    targets = [k for k in levels if true[k]]
    scopes = dict(zip(targets, scopes_of([levels[k] for k in targets]), strict=True))
    roles = (OTHERS if k in levels and not true[k] else column.role for k, column in enumerate(reading.columns))
    return [(role, scopes.get(k)) for k, role in enumerate(roles)]


def _whole_of_parts(scopes: Mapping[int, TargetScope]) -> int | None:
    """The one column of targets that is for no part of the year, beside those of its parts; None where there is none or
    more than one."""
    parts = [k for k, scope in scopes.items() if scope.period not in (None, "tahun")]
    wholes = [k for k in scopes if k not in parts]
    beside = len(parts) > 1 and len(wholes) == 1 and (wholes[0] + 1 in parts or wholes[0] - 1 in parts)
    return wholes[0] if beside else None
