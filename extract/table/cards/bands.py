"""A card without lines between its bands, but one between labels and values -> the cells of each of its entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.read.pdf.words import TextLine, cell_lines
from schemas.layout import DrawnCell

#: So many lines with labels have such a card at least, and what a page break cuts off it.
_FEWEST, _REST = 4, 2
#: Lines that stand beside each other have base lines within so many type sizes.
_BESIDE = 0.6


def lines_apart(cells: Sequence[DrawnCell], alone: bool) -> list[list[DrawnCell]]:
    """The cells of a band entry by entry, where the first one holds labels below each other, each at the height of
    where its value begins; empty where it is one label. `alone`: no other bands are drawn."""
    lines = cell_lines(cells[0])
    labels = _labels(lines) if len(cells) > 1 else []
    if len(labels) < (_REST if alone else _FEWEST):
        return []
    size = lines[0].size
    tops = [*(label[0].base - _BESIDE * size for label in labels[1:]), float("inf")]
    values = [cell_lines(cell) for cell in cells[1:]]
    if any(own and own[0].base < labels[0][0].base - _BESIDE * size for own in values):
        return []
    entries: list[list[DrawnCell]] = []
    for label, (begin, end) in zip(labels, pairwise([float("-inf"), *tops]), strict=True):
        parts = [(cells[0], label)]
        parts += [
            (cell, [line for line in own if begin <= line.base < end])
            for cell, own in zip(cells[1:], values, strict=True)
        ]
        entries.append([_of_lines(cell, own) for cell, own in parts if own])
    return entries


def _labels(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The lines of labels below each other: one that begins small goes on with the one above it."""
    labels: list[list[TextLine]] = []
    for line in lines:
        if labels and not (line.text[0].isupper() or line.text[0].isdigit()):
            labels[-1].append(line)
        else:
            labels.append([line])
    return labels


def _of_lines(cell: DrawnCell, lines: Sequence[TextLine]) -> DrawnCell:
    words = [word for line in lines for word in line.words]
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return replace(cell, top=top, bottom=bottom, words=words)
