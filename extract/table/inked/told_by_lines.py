"""Lines placed in columns -> what they tell of rows, before any row is known: which count on, which texts are cells of
their own, which lines had room for the next word, how far the lines of a cell stand apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise, zip_longest

from extract.read.column_numbers import numbered
from extract.read.row_numbers import row_number
from extract.table.inked.placed import PlacedLine
from extract.table.linear.tokens import width
from extract.table.meaning.evidence import is_whole_target

#: Columns of targets hold so large a share of them.
_TARGETS = 0.6
_NONE = ("-", "–", "—")
#: Shorter texts may stand again right below themselves (`00` in a number broken by its column).
_SHORT = 3
#: A number that no column breaks (`800`; not the rest of `1.500.` / `000`).
_BARE = re.compile(r"(?:[<>≤≥±]=?)?[1-9]\d{0,2}(?:,\d{1,2})?%?|H[+-]\d{1,2}")
#: A number in groups, which may go on below as such a text does (`1.500` / `.000`).
_GROUPED, _GOES_ON = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+"), ("0", ".", ",")
#: So much of a column a full line takes.
_FULL = 0.92


def counting_lines(lines: Sequence[PlacedLine]) -> frozenset[int]:
    """The lines whose first column counts on: a number each, rising by one."""
    found: list[int] = []
    last: int | None = None
    for i, line in enumerate(lines):
        if numbered([line.text(k) for k in line.filled]):
            # `(1) (2) (3)` counts columns
            continue
        number = row_number(line.text(0)) if line.cells[0] else None
        if number is not None and (last is None or number in (last + 1, 1)):
            found.append(i)
            last = number
    return frozenset(found)


def whole_cells(
    lines: Sequence[PlacedLine], across: Collection[int] = (), columns: Collection[int] = ()
) -> frozenset[tuple[int, int]]:
    """The lines and columns whose text is a cell of its own: whole targets (`12 dokumen`, `80`), or the mark of none,
    in `columns` of targets and in those that hold little else from the first one on (a heading stands above, lines
    `across` the columns are none of theirs); texts that stand again right below themselves."""
    found: list[tuple[int, int]] = []
    for k in range(1, len(lines[0].cells)):
        texts = _texts(lines, k, across)
        whole = _whole(texts)
        if k in columns or _are_targets(len(whole), _below(texts, whole)):
            found += [(i, k) for i in whole]
        again = [(i, j) for i, j in pairwise(texts) if texts[i] == texts[j] and len(texts[i]) > _SHORT]
        found += [(i, k) for pair in again for i in pair]
    return frozenset(found)


def target_columns(pages: Sequence[tuple[Sequence[PlacedLine], Collection[int]]]) -> frozenset[int]:
    """The columns of targets on all pages together (the lines of each, and those across its columns): a page with few
    rows does not show them."""
    found: list[int] = []
    for k in range(1, len(pages[0][0][0].cells) if pages else 0):
        own = [(texts, _whole(texts)) for texts in (_texts(lines, k, across) for lines, across in pages)]
        below = sum(_below(texts, whole) for texts, whole in own)
        if _are_targets(sum(len(whole) for _, whole in own), below):
            found.append(k)
    return frozenset(found)


def _are_targets(whole: int, texts: int) -> bool:
    return whole > 0 and whole >= _TARGETS * texts


def _below(texts: Mapping[int, str], whole: Sequence[int]) -> int:
    """How many texts stand at the first whole target or below it; a unit right below its number (`48` / `laporan`) is
    of that one."""
    units = {j for i, j in pairwise(texts) if j == i + 1 and i in whole and _is_unit_of(texts[i], texts[j])}
    return sum(i >= whole[0] and i not in units for i in texts) if whole else 0


def _is_unit_of(number: str, text: str) -> bool:
    return text[0].islower() and is_whole_target(f"{number} {text}")


def _texts(lines: Sequence[PlacedLine], k: int, across: Collection[int]) -> dict[int, str]:
    """The texts of a column by their lines."""
    return {i: line.text(k) for i, line in enumerate(lines) if line.cells[k] and i not in across}


def _whole(texts: Mapping[int, str]) -> list[int]:
    """The lines of texts that are whole targets, or the mark of none."""
    return [i for (i, text), below in zip_longest(texts.items(), [*texts.values()][1:]) if _is_whole(text, below)]


def _is_whole(text: str, below: str | None) -> bool:
    bare = _BARE.fullmatch(text) or (_GROUPED.fullmatch(text) and not (below or "").startswith(_GOES_ON))
    return text in _NONE or bool(bare) or _with_unit(text)


def _with_unit(text: str) -> bool:
    return " " in text and is_whole_target(text)


def roomy_lines(lines: Sequence[PlacedLine], widths: Sequence[int]) -> frozenset[tuple[int, int]]:
    """The lines and columns whose first word would have had room on the line above of its column."""
    found: list[tuple[int, int]] = []
    for k, wide in enumerate(widths):
        own = [i for i, line in enumerate(lines) if line.cells[k]] if wide else []
        for above, i in pairwise(own):
            whole = f"{lines[above].text(k)} {lines[i].cells[k][0].text}"
            if width(whole) <= _FULL * wide:
                found.append((i, k))
    return frozenset(found)


def pitch_of(lines: Sequence[PlacedLine]) -> int:
    """How far the lines of a cell stand apart: one line, or more where type is set with white between its lines."""
    steps = [b.at - a.at for a, b in pairwise(lines) if any(b.cells[k] and b.text(k)[0].islower() for k in a.filled)]
    return sorted(steps)[len(steps) * 3 // 4] if steps else 1
