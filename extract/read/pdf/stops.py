"""Stops within a sentence of a scan: a `.` behind which a small letter goes on may be a comma that lost its tail.

`Nomor surat/naskah dinas. penggandaan dan pengadministrasian`: the dictionary knows the word, each letter is sure, and
nothing but the next word tells. Only in the cells of tables and within a line: an item may end above one that begins
small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bahasa.kamus import is_known
from extract.read.pdf.words import TextLine, cell_lines, line_of
from schemas.layout import Grid, Word

#: Words of fewer letters are abbreviations (`No. urut`, `dll. yang`), or marks of items.
_FEWEST = 4
#: So sure is such a stop at most.
_DOUBT = 0.5


def with_stops_doubted(grids: Sequence[Grid], lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines outside the tables of a recognised page with such stops in doubt; those in `grids` are put in doubt in
    their cells."""
    for cell in (cell for grid in grids for cell in grid.cells):
        doubted = {id(word) for word in _stops([word for line in cell_lines(cell) for word in line.words])}
        if doubted:
            cell.words[:] = [_less_sure(word) if id(word) in doubted else word for word in cell.words]
    return [_doubted(line) for line in lines]


def _doubted(line: TextLine) -> TextLine:
    doubted = {id(word) for word in _stops(line.words)}
    return line_of([_less_sure(word) if id(word) in doubted else word for word in line.words]) if doubted else line


def _less_sure(word: Word) -> Word:
    return word._replace(sure=min(word.sure, _DOUBT))


def _stops(words: Sequence[Word]) -> Iterator[Word]:
    for word, after in pairwise(words):
        core = word.text[:-1]
        if word.text.endswith(".") and len(core) >= _FEWEST and core.isalpha() and is_known(core.lower()):
            bare = after.text.strip("().,;:")
            if len(bare) >= _FEWEST and bare.islower():
                yield word
