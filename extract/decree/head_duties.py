"""The head of a block -> the lines of its tugas and its fungsi.

At their labels; a tugas without one is what stands right below the office that a heading names (`I. INSPEKTUR DAERAH` /
`Membantu Gubernur membina ...`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bahasa.labels import starts_with_label
from bahasa.parts import head_labels
from extract.decree.announced import office_above, unnumbered
from extract.decree.blocks import BlockDraft
from extract.decree.inline import items_apart
from extract.decree.items import counts, items_of
from extract.decree.list_columns import in_one_column
from extract.decree.recognise import ITEM
from extract.decree.title import title_like
from extract.read.piece import Piece
from extract.table.meaning.fields import LIST_ITEM, names_office, says_tugas

#: A tugas without a label has so many lines at most.
_LINES = 12


class BareTugas(NamedTuple):
    """An office and the tugas right below it; both empty where there is none."""

    office: Sequence[Piece] = ()
    tugas: Sequence[Piece] = ()


def tugas_below_office(above: Sequence[Piece]) -> BareTugas:
    """What ends the lines right above a block, if it is a heading that names an office and a text of what somebody
    does."""
    for at in range(len(above) - 2, max(-1, len(above) - 2 - _LINES), -1):
        tugas = above[at + 1 :]
        told = says_tugas(tugas[0].text) and not title_like(tugas[0].text) and all(map(_goes_on, tugas))
        # a later line may begin as one does (`menjadi kewenangan Daerah`), below no heading
        if told and (office := office_above(above[: at + 1])):
            return BareTugas(office, tugas)
    return BareTugas()


def _goes_on(piece: Piece) -> bool:
    """May a line be one of running text?"""
    text = piece.text
    listed = LIST_ITEM.match(text) is not None or starts_with_label(text, *head_labels())
    return (
        not listed
        and not text.rstrip().endswith(":")
        and not (title_like(text) and names_office(unnumbered(piece).text))
    )


def duties_of(draft: BlockDraft) -> tuple[list[Piece], list[Piece]]:
    """The lines at the labels of tugas and fungsi."""
    return _parted(*_labelled(draft))


def _labelled(draft: BlockDraft) -> tuple[list[Piece], list[Piece]]:
    """The lines of tugas and fungsi. Of two labels of a tugas the first of which has a sentence, the second a list, and
    no fungsi beside them, the list says what the holder does (`Ikhtisar Jabatan` / `Melakukan pelayanan ...` / `Uraian
    Tugas` / `1. Memeriksa ...`)."""
    fungsi = draft.pieces("fungsi")
    labelled = [section for section in draft.head if section.part == "tugas" and section.printed and section.pieces]
    if len(labelled) == 2 and not fungsi and [_is_list(section.pieces) for section in labelled] == [False, True]:
        return [*labelled[0].pieces], items_apart(labelled[1].pieces)
    return draft.pieces("tugas"), items_apart(in_one_column(fungsi))


def _is_list(pieces: Sequence[Piece]) -> bool:
    """Are these lines the items of a list, several of them?"""
    return LIST_ITEM.match(pieces[0].text) is not None and len(items_of(items_apart(pieces)).items) > 1


def _parted(tugas: list[Piece], fungsi: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Tugas and fungsi, where the label `Fungsi` stands beside the middle of its list in aligned text: the list then
    starts at `c.`, and its `a.` and `b.` were read as the end of the tugas."""
    if counts(items_of(fungsi).items):
        return tugas, fungsi
    for at in range(1, len(tugas)):
        if ITEM.match(tugas[at].text) and counts(items_of([*tugas[at:], *fungsi]).items):
            return tugas[:at], [*tugas[at:], *fungsi]
    return tugas, fungsi
