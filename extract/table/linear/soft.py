"""How sure a reading is: by how much the best path beats each rival that merges with it.

A decision is as sure as the nearest rival path that decides otherwise (a soft-output Viterbi search).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.table.linear.path import ROW, History, Piece


@dataclass(slots=True)
class Way:
    """A piece's beginning: where, behind which node, of which kind; and the second-best way to begin it there."""

    start: int
    node: Node | None
    kind: int
    rival: Node | None = None
    rival_kind: int = ROW
    behind: float = float("inf")


@dataclass(slots=True)
class Node:
    """The best way to a state: its last piece, how it began, the row's history, and the runner-up with its distance."""

    piece: Piece
    way: Way
    history: History
    score: float
    second: Way | None = None
    margin: float = float("inf")


@dataclass(slots=True)
class Reading:
    """A path (with the attributes of the gaps that it was read with) and, for each piece, the margin by which it was
    preferred and the piece that the next best reading has in its place."""

    path: list[Piece]
    margins: list[float]
    rivals: list[Piece | None]
    score: float
    gaps: list[list[str]] = field(default_factory=list)


def _chain(node: Node | None) -> list[Node]:
    out: list[Node] = []
    while node is not None:
        out.append(node)
        node = node.way.node
    return out[::-1]


def soften(ends: list[Node]) -> Reading:
    """Margins of all decisions on the best path: each rival that merges with it bounds those in which they differ."""
    best = ends[0]
    nodes = _chain(best)
    index = {id(node): k for k, node in enumerate(nodes)}
    reading = Reading([node.piece for node in nodes], [float("inf")] * len(nodes), [None] * len(nodes), best.score)
    if len(ends) > 1:
        _bound(reading, index, [ends[1].piece], ends[1].way.node, best.score - ends[1].score, len(nodes))
    for k, node in enumerate(nodes):
        piece, way = node.piece, node.way
        if node.second is not None:
            rival = Piece(node.second.start, piece.end, piece.column, node.second.kind)
            _bound(reading, index, [rival], node.second.node, node.margin, k + 1)
        if way.rival is not None:
            rival = Piece(piece.start, piece.end, piece.column, way.rival_kind)
            _bound(reading, index, [rival], way.rival, way.behind, k + 1)
    return reading


def _key(piece: Piece) -> tuple[int, int, int, int]:
    return piece.start, piece.end, piece.column, piece.kind


def _bound(
    reading: Reading, index: dict[int, int], rival: list[Piece], before: Node | None, margin: float, upto: int
) -> None:
    """Bounds the margins of the pieces between the point where the rival left the best path and piece `upto`."""
    while before is not None and id(before) not in index:
        rival.append(before.piece)
        before = before.way.node
    low = index[id(before)] + 1 if before is not None else 0
    shared = {_key(piece) for piece in rival}
    for k in range(low, upto):
        piece = reading.path[k]
        if _key(piece) not in shared and margin < reading.margins[k]:
            reading.margins[k] = margin
            reading.rivals[k] = next((r for r in rival if r.start <= piece.start < r.end), None)
