"""How sure a reading is: by how much the best path beats each rival that merges with it.

A decision is as sure as the nearest rival path that decides otherwise (a soft-output Viterbi search).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.table.linear.kept import Floats
from extract.table.linear.runs import ROW, RowSoFar, WordRun


@dataclass(slots=True)
class Way:
    """A run's beginning: where, behind which node, of which kind; and the second-best way to begin it there."""

    start: int
    node: Arrival | None
    kind: int
    rival: Arrival | None = None
    rival_kind: int = ROW
    behind: float = float("inf")


@dataclass(slots=True)
class Arrival:
    """The best way to a state: its last run, how it began, the row's row, and the runner-up with its distance."""

    run: WordRun
    way: Way
    row: RowSoFar
    score: float
    second: Way | None = None
    margin: float = float("inf")


@dataclass(slots=True)
class TableReading:
    """A path (with the attributes of the gaps that it was read with, and what the words around each say together:
    surroundings.py) and, for each run, the margin by which it was preferred and the run that the next best reading has
    in its place."""

    path: list[WordRun]
    margins: list[float]
    rivals: list[WordRun | None]
    score: float
    gaps: list[list[str]] = field(default_factory=list)
    hints: Floats | None = None


def _chain(node: Arrival | None) -> list[Arrival]:
    out: list[Arrival] = []
    while node is not None:
        out.append(node)
        node = node.way.node
    return out[::-1]


def soften(ends: list[Arrival]) -> TableReading:
    """Margins of all decisions on the best path: each rival that merges with it bounds those in which they differ."""
    best = ends[0]
    nodes = _chain(best)
    index = {id(node): k for k, node in enumerate(nodes)}
    reading = TableReading([node.run for node in nodes], [float("inf")] * len(nodes), [None] * len(nodes), best.score)
    if len(ends) > 1:
        _bound(reading, index, [ends[1].run], ends[1].way.node, best.score - ends[1].score, len(nodes))
    for k, node in enumerate(nodes):
        run, way = node.run, node.way
        if node.second is not None:
            rival = WordRun(node.second.start, run.end, run.column, node.second.kind)
            _bound(reading, index, [rival], node.second.node, node.margin, k + 1)
        if way.rival is not None:
            rival = WordRun(run.start, run.end, run.column, way.rival_kind)
            _bound(reading, index, [rival], way.rival, way.behind, k + 1)
    return reading


def _key(run: WordRun) -> tuple[int, int, int, int]:
    return run.start, run.end, run.column, run.kind


def _bound(
    reading: TableReading, index: dict[int, int], rival: list[WordRun], before: Arrival | None, margin: float, upto: int
) -> None:
    """Bounds the margins of the runs between the point where the rival left the best path and run `upto`."""
    while before is not None and id(before) not in index:
        rival.append(before.run)
        before = before.way.node
    low = index[id(before)] + 1 if before is not None else 0
    shared = {_key(run) for run in rival}
    for k in range(low, upto):
        run = reading.path[k]
        if _key(run) not in shared and margin < reading.margins[k]:
            reading.margins[k] = margin
            reading.rivals[k] = next((r for r in rival if r.start <= run.start < r.end), None)
