"""Random texts with a table's heading in them, as text extractors write them: what stands above it (titles, labels, a
list, the rows of another table), its columns from left to right with the parts of a column below the last one, the
column numbers, and rows. Each word with its tag, to learn extract/table/formed."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from extract.table.formed.glued import glued_at
from extract.table.formed.tags import NUMBER, OVER, TEXT, Tag, tags
from extract.table.linear.tokens import width
from training.align import role_of_column
from training.drawn_rows import HERE
from training.elsewhere import columns_elsewhere, other_headings, rows_elsewhere
from training.heads import Head, labelled_lines
from training.styles import Style, style_elsewhere
from training.tabular import TruthfulColumn
from training.typeset import typeset

#: How wide headings are in comparison with rows of the same style, and with those of any.
_ALIKE, _NARROW = (0.6, 1.0, 1.0, 1.0, 1.0, 1.6), (0.6, 1.0, 1.6, 3.0)
_MARKS = ("({})", "({})", "{}", "{}", "{}.")


@dataclass(frozen=True, slots=True)
class TaggedText:
    """The lines of a text, the tag of each of its words (an index into tags()), the roles of its table's columns."""

    lines: tuple[str, ...]
    tagged: tuple[int, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a heading: its wrapped lines and its tag's level and name."""

    lines: tuple[tuple[str, ...], ...]
    level: int
    name: str


_Lines = list[list[tuple[str, int]]]


@cache
def _titles() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads((HERE / "titles.toml").read_text(encoding="utf-8"))
    return found


def random_text(rng: random.Random, gold: Sequence[Head], most: int = 4, alike: bool = False) -> TaggedText:
    """A text with one heading or, now and then, none, above so many rows at most. Where they are drawn `alike`, the
    heading is mostly as wide as the rows, and what stands over others in the upper half of its row."""
    rows = rows_elsewhere(rng, rng.choice(gold)["rows"])
    start = rng.randrange(len(rows) - 1) if len(rows) > 3 and rng.random() < 0.3 else 0
    columns = columns_elsewhere(rng, rows[start : start + rng.randint(1, most)])
    style = style_elsewhere(rng) if alike else None
    lines: _Lines = []
    if rng.random() < 0.3:
        lines += _rows(rng, columns_elsewhere(rng, rows_elsewhere(rng, rng.choice(gold)["rows"])[-2:]), style)
    lines += _above(rng, gold)
    if rng.random() < 0.95:
        lines += _heading(rng, other_headings(rng, columns), style)
        if rng.random() < 0.3:
            mark = rng.choice(_MARKS)
            numbers = [mark.format(k) for k in range(1, len(columns) + 1)]
            if rng.random() < 0.1:
                numbers = [chr(97 + k) for k in range(len(columns))]
            lines += _numbers(rng, numbers)
    lines += _rows(rng, columns, style)
    if rng.random() < 0.3:
        lines += _above(rng, gold)
    printed = [line for line in lines if line]
    return TaggedText(
        tuple(" ".join(word for word, _ in line) for line in printed),
        tuple(tag for line in printed for word, tag in line for tag in _tags_of(word, tag)),
        tuple(column.role for column in columns),
    )


def _tags_of(word: str, at: int) -> list[int]:
    """The tags of a word, which may look like two that an extractor glued."""
    tag = tags()[at]
    return [at, _tag(tag.level, tag.name, not tag.level)] if glued_at(word) else [at]


def _numbers(rng: random.Random, numbers: Sequence[str]) -> _Lines:
    """The column numbers on one line; the first one broken by its column (`(1` / `)`), now and then each on its own."""
    tag = _tag(0, NUMBER)
    lines: _Lines = [[(number, tag) for number in numbers]]
    if len(numbers[0]) > 1 and rng.random() < 0.2:
        lines = [[(numbers[0][:-1], tag)], [(numbers[0][-1], tag)], lines[0][1:]]
    elif rng.random() < 0.08:
        lines = [[word] for word in lines[0]]
    return lines


@cache
def _tag(level: int, name: str, first: bool = True) -> int:
    return tags().index(Tag(level, name, first))


def _plain(lines: Sequence[str]) -> _Lines:
    return [[(word, _tag(0, TEXT)) for word in line.split()] for line in lines]


def _rows(rng: random.Random, columns: Sequence[TruthfulColumn], style: Style | None) -> _Lines:
    names = [f"{column.role}#{k}" for k, column in enumerate(columns)]
    cells = zip(*(column.seen.cells for column in columns), strict=True)
    # proper names and titles stand in cells as well: a capital alone is no heading
    case: Callable[[str], str] = str.upper
    if rng.random() < 0.95:
        case = str.title if rng.random() < 0.25 else str
    rows: list[dict[str, str | None]] = [dict(zip(names, map(case, row), strict=True)) for row in cells]
    lines, _, _ = typeset(rows, names, style or style_elsewhere(rng), rng)
    return _plain([line.text for line in lines])


def _above(rng: random.Random, gold: Sequence[Head]) -> _Lines:
    """Titles, labels with their values, a caption: what stands above a table."""
    t = _titles()
    lines: list[str] = []
    for title in rng.sample(t["judul"], rng.choice([0, 0, 1, 1, 2, 3])):
        lines.append(title if rng.random() < 0.7 else title.title())
    for _ in range(rng.choice([0, 0, 1, 2, 3])):
        lines += labelled_lines(rng, gold)
    if rng.random() < 0.25:
        lines.append(rng.choice(t["keterangan"]))
    if rng.random() < 0.1:
        lines.append(rng.choice(t["halaman"]))
    return _plain(lines)


def _heading(rng: random.Random, columns: Sequence[TruthfulColumn], style: Style | None) -> _Lines:
    """The lines of a heading: the cells of its first level, then those below."""
    upper, lower = _levels(rng, columns, style)
    height = rng.choice(["atas", "tengah", "sebaris"])
    tall, below_over = _tallest(upper), _tallest(lower)
    half = _tallest([cell for cell in upper if cell.name == OVER]) if style else tall
    above = _written(rng, upper, height, max(tall, half + below_over) if style else tall, half)
    below = _written(rng, lower, height, below_over, below_over)
    if above and below and rng.random() < 0.3:
        # an extractor that sees no new line where the text goes up on the page
        return [*above[:-1], above[-1] + below[0], *below[1:]]
    return [*above, *below]


def _tallest(cells: Sequence[_Cell]) -> int:
    return max((len(cell.lines) for cell in cells), default=0)


def _levels(
    rng: random.Random, columns: Sequence[TruthfulColumn], style: Style | None
) -> tuple[list[_Cell], list[_Cell]]:
    """The cells of both levels."""
    narrow, broken = rng.choice(_ALIKE if style else _NARROW), rng.random() < 0.25
    style = style or style_elsewhere(rng)
    upper: list[_Cell] = []
    lower: list[_Cell] = []
    before = ""
    for column in columns:
        room = int(style.widths[role_of_column(column.role)] * narrow)
        names = column.seen.headings
        if len(names) > 1:
            if names[0] != before and names[0]:
                upper.append(_Cell(_wrapped(names[0], 2 * room, broken), 1, OVER))
            lower.append(_Cell(_wrapped(names[1], room, broken), 2, column.role))
        elif names and names[0]:
            upper.append(_Cell(_wrapped(names[0], room, broken), 1, column.role))
        before = names[0] if len(names) > 1 else ""
    return upper, lower


def _wrapped(text: str, room: int, broken: bool) -> tuple[tuple[str, ...], ...]:
    """The lines of a cell; a word that is wider than its column is broken. Some documents begin a new line behind the
    first word (`broken`)."""
    first, _, rest = text.partition(" ")
    if broken and rest:
        return (*_wrapped(first, room, False), *_wrapped(rest, room, False))
    lines: list[list[str]] = []
    used = 0
    # a sign ends a line as a blank does: `Output/` / `Outcome`
    for word in re.sub(r"(?<=\w)/(?=\w)", "/ ", text).split():
        size = width(word)
        if lines and used + 250 + size <= room:
            lines[-1].append(word)
            used += 250 + size
            continue
        while width(word) > max(room, 1500) and len(word) > 2:
            cut = max(1, int(len(word) * room / width(word)))
            lines.append([word[:cut]])
            word = word[cut:]
        lines.append([word])
        used = width(word)
    return tuple(map(tuple, lines))


def _written(rng: random.Random, cells: Sequence[_Cell], height: str, tallest: int, half: int) -> _Lines:
    """Cell by cell; what stands on one height as the line before shares its line. What stands over others is in the
    upper `half` of the `tallest` lines."""
    lines: _Lines = []
    at: float = -1.0
    for cell in cells:
        room = half if cell.name == OVER else tallest
        top = (room - len(cell.lines)) / 2 if height == "tengah" else 0.0
        first = True
        for k, words in enumerate(cell.lines):
            run = [(word, _tag(cell.level, cell.name, first and not i)) for i, word in enumerate(words)]
            first = False
            beside = k == 0 and (top == at or (height == "sebaris" and rng.random() < 0.7))
            if lines and beside:
                lines[-1] += run
            else:
                lines.append(run)
            at = top + k
    return lines
