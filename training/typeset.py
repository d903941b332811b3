"""Typesets labelled rows anew, in the order in which text extractors emit a ruled table.

One cell after the other; a cell's wrapped lines in turn; cells whose lines stand on one height share a line. A page
break cuts a row: the upper parts of all cells come first, then the rests. This gives training tables without end whose
labels are known exactly. Widths are those of extract.table.linear.tokens.width.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from bahasa.roles import SASARAN
from extract.table.linear.tokens import width
from schemas.layout import Line
from training.align import WordLabel, role_of_column
from training.styles import Style

Cells = dict[str, str | None]


def wrap(text: str, limit: int) -> list[list[str]]:
    """Greedy line filling, as word processors do; a word wider than the column stands alone."""
    lines: list[list[str]] = []
    used = 0
    for word in text.split():
        size = width(word)
        if lines and used + width(" ") + size <= limit:
            lines[-1].append(word)
            used += width(" ") + size
        else:
            lines.append([word])
            used = size
    return lines


@dataclass(slots=True)
class _Piece:
    row: int
    role: str
    cont: bool
    top: float
    lines: list[list[str]]
    last: bool = True


@dataclass(slots=True)
class _Emitter:
    """Writes pieces as lines; `height` is where the last written line stands on its page."""

    style: Style
    rng: random.Random
    lines: list[list[tuple[str, WordLabel]]] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    wrapped: list[bool] = field(default_factory=list)
    height: tuple[int, float] = (-1, -1.0)

    def piece(self, page: int, piece: _Piece) -> None:
        label = WordLabel(piece.row, piece.role, piece.cont)
        for k, words in enumerate(piece.lines):
            run = [(word, label) for word in words]
            here = (page, piece.top + k)
            if k == 0 and here == self.height:
                self.lines[-1].extend(run)
            else:
                self._open(page, run, k)
            self.wrapped[-1] = k + 1 < len(piece.lines) or not piece.last
            self.height = here

    def _open(self, page: int, run: list[tuple[str, WordLabel]], k: int) -> None:
        new_page = bool(self.pages) and page != self.pages[-1]
        boundary = self.style.blanks if k == 0 else self.style.stray_blank
        gap = int(self.rng.random() < boundary)
        if new_page:
            gap = max(gap, self.style.gap_at_page)
        elif gap and self.rng.random() < 0.03:
            gap = self.rng.randint(2, 4)
        self.lines.append(run)
        self.gaps.append(gap)
        self.pages.append(page)
        self.wrapped.append(False)


def typeset(
    rows: Sequence[Cells], roles: Sequence[str], style: Style, rng: random.Random
) -> tuple[tuple[Line, ...], frozenset[int], list[WordLabel]]:
    """(lines, seams, labels): the table as an extractor would write it, and the label of each word in order."""
    emitter = _Emitter(style, rng)
    if style.one_line:
        for index, row in enumerate(rows):
            for role in roles:
                emitter.piece(
                    0, _Piece(index, role, False, index, [(row.get(role) or "").split()] * bool(row.get(role)))
                )
    else:
        _Layout(rows, roles, style, rng, emitter).run()
    return _write(emitter, style, rng)


class _Layout:
    """Places rows on pages. Heights are in lines; `y` is the height of the next free line on `page`."""

    def __init__(
        self, rows: Sequence[Cells], roles: Sequence[str], style: Style, rng: random.Random, emitter: _Emitter
    ) -> None:
        self.rows, self.roles, self.style, self.rng, self.emitter = rows, roles, style, rng, emitter
        self.page, self.y, self.limit = 0, 0, style.first_height
        self.merged: tuple[int, list[list[str]]] | None = None
        self.started = False

    def run(self) -> None:
        for index, row in enumerate(self.rows):
            cells = {r: wrap(row.get(r) or "", self.style.widths[role_of_column(r)]) for r in self.roles}
            self._row(index, cells)

    def _row(self, index: int, cells: dict[str, list[list[str]]]) -> None:
        merged_here = self._starts_merge(index, cells)
        tall = max((len(lines) for r, lines in cells.items() if not (r == SASARAN and merged_here)), default=1) or 1
        if merged_here or self.merged:
            tall = max(tall, self._last_of_merge(index, tall))
        if self.limit - self.y < 1 or (not self.style.split and tall > self.limit - self.y and self.y > 0):
            self._new_page()
        if merged_here:
            self.merged = (index, list(cells[SASARAN]))
        self._fragments(index, cells, tall, merged_here)

    def _starts_merge(self, index: int, cells: dict[str, list[list[str]]]) -> bool:
        follows = index + 1 < len(self.rows) and not self.rows[index + 1].get(SASARAN)
        if cells.get(SASARAN):
            self.merged = None
        return bool(self.style.merge and cells.get(SASARAN) and follows)

    def _last_of_merge(self, index: int, tall: int) -> int:
        """The last row of a merged group grows until the merged text has room."""
        last = index + 1 >= len(self.rows) or bool(self.rows[index + 1].get(SASARAN))
        return len(self.merged[1]) if last and self.merged else tall

    def _new_page(self) -> None:
        self.page, self.y, self.limit = self.page + 1, 0, self.style.page_height

    def _fragments(self, index: int, cells: dict[str, list[list[str]]], tall: int, merged_here: bool) -> None:
        left = {r: list(lines) for r, lines in cells.items() if lines and not (r == SASARAN and merged_here)}
        begun: set[str] = set()
        first = True
        while first or left:
            room = max(1, self.limit - self.y)
            take = self._take(left, room, first)
            self._emit(index, take, left, begun, merged_here and first, min(room, tall))
            done = max([len(v) for v in take.values()] + [0])
            used = min(room, max(done, tall if not left else room))
            self.y += used
            tall = max(0, tall - used)
            first = False
            if self.merged:
                self._eat_merged(used)
            if left:
                self._new_page()

    def _take(self, left: dict[str, list[list[str]]], room: int, first: bool) -> dict[str, list[list[str]]]:
        take = {}
        for role, lines in left.items():
            k = min(room, len(lines))
            if first and self.style.widow and k < len(lines) and (k < 2 or len(lines) - k < 2) and len(left) > 1:
                k = 0
            take[role] = lines[:k]
        if not any(take.values()):
            take = {role: lines[: min(room, len(lines))] for role, lines in left.items()}
        return take

    def _emit(
        self,
        index: int,
        take: dict[str, list[list[str]]],
        left: dict[str, list[list[str]]],
        begun: set[str],
        opens_merge: bool,
        height: int,
    ) -> None:
        for role in self.roles:
            if role == SASARAN and self.merged and (opens_merge or self._pending_merged()):
                self._emit_merged(opens_merge)
            lines = take.get(role)
            if not lines:
                continue
            rest = left[role][len(lines) :]
            centred = self.style.middle or role_of_column(role) in self.style.centred
            top = self.y + ((height - len(lines)) / 2 if centred and not rest else 0)
            self.emitter.piece(self.page, _Piece(index, role, role in begun, top, lines, not rest))
            begun.add(role)
            if rest:
                left[role] = rest
            else:
                del left[role]

    def _pending_merged(self) -> bool:
        """At the top of a page, the rest of a merged text is written before the cells of the row that stands there."""
        return self.y == 0 and self.page > 0 and bool(self.merged and self.merged[1])

    def _emit_merged(self, opens: bool) -> None:
        assert self.merged
        row, lines = self.merged
        room = max(1, self.limit - self.y)
        part = lines[:room]
        if part:
            self.emitter.piece(self.page, _Piece(row, SASARAN, not opens, self.y, part, len(lines) <= room))

    def _eat_merged(self, used: int) -> None:
        assert self.merged
        row, lines = self.merged
        room_ended = self.y >= self.limit
        whole = lines if not room_ended else lines[used:]
        # the text was written at once down to the page's end; what did not fit is what the page could not hold
        self.merged = (row, lines[used:] if room_ended or used >= len(lines) else whole[used:])


def _write(
    emitter: _Emitter, style: Style, rng: random.Random
) -> tuple[tuple[Line, ...], frozenset[int], list[WordLabel]]:
    lines: list[Line] = []
    seams: set[int] = set()
    labels: list[WordLabel] = []
    number, last_page = 1, 0
    for run, gap, page, wrapped in zip(emitter.lines, emitter.gaps, emitter.pages, emitter.wrapped, strict=True):
        for _ in range(gap):
            lines.append(Line("", number, page if style.form_feed else None))
            number += 1
        if page != last_page and style.heading_repeated:
            seams.add(number)
        last_page = page
        text = _join(run, style, rng)
        trail = style.trail == "all" or (style.trail == "wrapped" and wrapped and rng.random() < 0.95)
        lines.append(Line(text + " " * trail, number, page if style.form_feed else None))
        labels += [label for _, label in run]
        number += 1
    return tuple(lines), frozenset(seams), labels


def _join(run: list[tuple[str, WordLabel]], style: Style, rng: random.Random) -> str:
    text = run[0][0]
    for (_, before), (word, label) in itertools.pairwise(run):
        change = before != label
        tab = style.one_line and change
        text += "\t\t" if tab else "  " if rng.random() < style.wide * (3 if change else 1) else " "
        text += word
    return text
