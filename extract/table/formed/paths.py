"""The likely readings of a window of words that holds one heading: paths of tags that give a table.

A beam search from left to right. A path that can't become a table of indicators is given up at once: a role given
twice, parts of a column below nothing, other column numbers than columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from bahasa.roles import NO, about_role
from extract.table.formed.evidence import SeenWord
from extract.table.formed.tagger import Floats, TagModel
from extract.table.formed.tags import NUMBER, OVER, TEXT, forbidden, tags

#: So many paths are followed: with one level of headings, and with two, whatever those of one level weigh.
_WIDTHS = (140, 80)
_BEFORE, _INSIDE, _BEHIND = range(3)


class _Path(NamedTuple):
    """A path so far: its sum, last tag, where it is (before, inside or behind the heading), the roles given (as bits),
    and counts: what stands over columns, what stands below it, columns of the first level, column numbers; and the
    first tag of each."""

    score: float
    tag: int
    phase: int = _BEFORE
    given: int = 0
    overs: int = 0
    below: int = 0
    plain: int = 0
    numbers: int = 0
    begun: tuple[int, ...] = ()
    before: _Path | None = None

    @property
    def columns(self) -> int:
        """So many columns does it have."""
        return self.plain + self.below


#: How a path may go on: the sum that it would have then, the path, the tag of one more word.
_Way = tuple[float, _Path, int]
_START = _Path(0.0, 0)


def table_paths(words: Sequence[SeenWord], sums: Floats, model: TagModel) -> list[tuple[float, list[int]]]:
    """The best paths with their sums, best first."""
    steps = [matrix.tolist() for matrix in model.steps]
    rows = sums.tolist()
    ways: list[_Way] = [(rows[0][tag], _START, tag) for tag in _following(True)[0]]
    for before, word, row in zip(words, words[1:], rows[1:], strict=False):
        weights, nexts = steps[word.first], _following(word.first)
        ways = [
            (path.score + weights[path.tag][tag] + row[tag], path, tag)
            for path in _followed(_made(ways, before))
            for tag in nexts[path.tag]
        ]
    whole = (path for path in _made(ways, words[-1]) if path.phase != _BEFORE and _may_close(path))
    return [(path.score, _tags_of(path)) for path in _followed(whole)]


def _made(ways: list[_Way], word: SeenWord) -> Iterator[_Path]:
    """The paths that give a table, best first, made when they are asked for: few are followed."""
    for score, path, tag in sorted(ways, key=itemgetter(0), reverse=True):
        if (made := _step(path, tag, score, word)) is not None:
            yield made


def _followed(paths: Iterable[_Path]) -> list[_Path]:
    """The best of some paths (best first), one with the same columns: which words head them is the lesser question."""
    kept: dict[tuple[object, ...], _Path] = {}
    left = list(_WIDTHS)
    for path in paths:
        levels = bool(path.overs)
        if left[levels] and kept.setdefault((path.begun, path.tag), path) is path:
            left[levels] -= 1
            if not any(left):
                break
    return list(kept.values())


@cache
def _following(opens: bool) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(k for k, wrong in enumerate(row) if not wrong) for row in forbidden(opens))


@cache
def _bit(tag: int) -> int:
    """The bit of a role that one column may have, 0 for any other tag."""
    name = tags()[tag].name
    if tags()[tag].level == 0 or name == OVER or about_role(name).repeats:
        return 0
    return 1 << tag if tags()[tag].level == 1 else 1 << (tags().index(tags()[tag]._replace(level=1)))


def _step(path: _Path, tag: int, score: float, word: SeenWord) -> _Path | None:
    """A path with one more word, None where that gives no table."""
    level, name, first = tags()[tag]
    _, _, phase, given, overs, below, plain, numbers, begun, _ = path
    if name == TEXT:
        if phase == _INSIDE:
            if not _may_close(path):
                return None
            phase = _BEHIND
        return _Path(score, tag, phase, given, overs, below, plain, numbers, begun, path)
    if phase == _BEHIND:
        return None
    if name == NUMBER:
        # `(1` / `)`: one number
        counted = numbers + any(map(str.isalnum, word.text))
        made = _Path(score, tag, phase, given, overs, below, plain, counted, begun, path)
        return made if counted <= path.columns else None
    if not first:
        return _Path(score, tag, phase, given, overs, below, plain, numbers, begun, path)
    bit = _bit(tag)
    if given & bit or (level == 2 and not overs) or (name == NO and plain + below + overs):
        return None
    counts = overs + (name == OVER), below + (level == 2), plain + (level == 1 and name != OVER)
    return _Path(score, tag, _INSIDE, given | bit, *counts, numbers, (*begun, tag), path)


def _may_close(path: _Path) -> bool:
    """Whether the heading may end here."""
    parted = path.below >= 2 * path.overs and (not path.overs or path.below % path.overs == 0)
    return parted and path.columns > 2 and path.numbers in (0, path.columns)


def _tags_of(path: _Path) -> list[int]:
    found: list[int] = []
    step: _Path | None = path
    while step is not None and step.before is not None:
        found.append(step.tag)
        step = step.before
    return found[::-1]
