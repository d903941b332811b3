"""The lines between the tables of a document -> the head of each table, and the labels that stand below tables.

In text nothing tells where a table ends: what stands above the next one begins with the cells of the one before. The
first head has none above it, so that its labels and titles show where the others begin (`FORMULIR PENETAPAN IKI` /
`Sebutan Jabatan : ...`). A label that no line above the first table has, and that stands below most tables belongs to
the table above it (`Uraian Singkat Tugas : ...` below each).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from extract.table.meaning.evidence import squashed
from extract.table.meaning.fields import SeenHead, heads_in, label_form, small_labels

#: So many tables at least must have a label below them, and so large a share.
_FEWEST, _MOST = 2, 0.6


class DocumentHeads(NamedTuple):
    """The heads of a document's tables, top to bottom; the keys of labels `below` tables, and of those without a
    capital (`small`)."""

    heads: tuple[SeenHead, ...]
    below: frozenset[str]
    small: frozenset[str]


def document_heads(above: Sequence[Sequence[str]], tail: Sequence[str] = ()) -> DocumentHeads:
    """`above` are the lines above each table, down from the one before; `tail` those below the last one.

    >>> rows = ["1 Tertibnya arsip", "Mandat : Mengelola arsip"]
    >>> above = [["Sebutan : Arsiparis"], [*rows, "Sebutan : Pranata"], [*rows, "Sebutan : Pengelola"]]
    >>> found = document_heads(above, rows)
    >>> sorted(found.below), [[field.label for field in head.fields] for head in found.heads]
    (['mandat'], [['Sebutan', 'Mandat'], ['Sebutan', 'Mandat'], ['Sebutan', 'Mandat']])
    """
    small = small_labels(above)
    starts = _starts(above, small)
    parted = [at for at, start in enumerate(starts) if at and start is not None]
    ends = [_keys(above[at][: starts[at]], small) for at in parted] + [_keys(tail, small)]
    below = _recurring(ends) - _keys(above[0], small) if above else frozenset()
    heads = [heads_in(texts[start or 0 :], small) for texts, start in zip(above, starts, strict=True)]
    rests = [texts[: start or 0] for texts, start in zip(above, starts, strict=True)][1:]
    whole = (_with_below(own, rest, below, small) for own, rest in zip(heads, [*rests, tail], strict=False))
    return DocumentHeads(tuple(head for own in whole for head in own), below, small)


def _starts(above: Sequence[Sequence[str]], small: frozenset[str]) -> list[int | None]:
    """Where the head begins among the lines above each table: at a line that is printed above the first head, or at a
    label of it; None where neither is."""
    if not above:
        return []
    first = above[0]
    keys = _keys(first, small)
    labelled = next((at for at, text in enumerate(first) if _key(text, small)), len(first))
    titles = {text.strip() for text in first[:labelled]}

    def begins(text: str) -> bool:
        return text.strip() in titles or _key(text, small) in keys

    return [0, *(next((at for at, text in enumerate(texts) if begins(text)), None) for texts in above[1:])]


def _recurring(ends: Sequence[Collection[str]]) -> frozenset[str]:
    """The keys that most of these have, and so many at least."""
    counts = Counter(key for keys in ends for key in keys)
    return frozenset(key for key, count in counts.items() if count >= max(_FEWEST, _MOST * len(ends)))


def _with_below(
    heads: Sequence[SeenHead], texts: Sequence[str], below: frozenset[str], small: frozenset[str]
) -> list[SeenHead]:
    """The heads above a table, the last of them with the labels below the table."""
    fields = tuple(field for one in heads_in(texts, small) for field in one.fields if field.key in below)
    if not fields:
        return list(heads)
    last = heads[-1] if heads else SeenHead(())
    return [*heads[:-1], last._replace(fields=(*last.fields, *fields))]


def _keys(texts: Sequence[str], small: frozenset[str]) -> frozenset[str]:
    return frozenset(key for text in texts if (key := _key(text, small)))


def _key(text: str, small: frozenset[str]) -> str:
    match = label_form(text, small)
    return squashed(match["label"]) if match else ""
