"""Questions to the index: which passages have these words, of which unit, kind, part and finding, and how many."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bahasa.fold import fold
from katalog.questions.faceted import FacetedQuestion

#: Passages on a page of results, and values that a facet lists.
PAGE, _LISTED = 40, 12
#: Facets and where they stand; the order is that of the page.
FACETS: Final = {
    "keputusan": "c.key",
    "unit": "p.unit",
    "jenis": "p.kind",
    "bagian": "p.part",
    "temuan": "r.code",
}
#: Sides of a hit within an excerpt: no text has them.
MARK: Final = ("\x02", "\x03")


@dataclass(frozen=True, slots=True)
class Answer:
    """Passages of one page (`excerpt` with hits between `MARK`), how many there are, and the facets: value and count,
    the most frequent first. `names` are the slugs of all decrees by their keys."""

    rows: tuple[sqlite3.Row, ...]
    total: int
    facets: dict[str, tuple[tuple[str, int], ...]]
    names: Mapping[str, str] = field(default_factory=dict)


def matching(words: str) -> str:
    """What full-text search takes for words as people write them: each may go on, a phrase stands in quotes.

    >>> matching('dokumen "laporan kinerja" 1.000')
    '"dokumen"* "laporan kinerja" "1.000"*'
    """
    found = []
    for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', fold(words)):
        if any(letter.isalnum() for letter in phrase or word):
            found.append(f'"{phrase}"' if phrase else f'"{word}"*')
    return " ".join(found)


def answer_to(index: sqlite3.Connection, question: FacetedQuestion) -> Answer:
    """The passages that fit."""
    match = matching(question.words)
    if question.words.strip() and not match:
        return Answer((), 0, dict.fromkeys(FACETS, ()))
    total = index.execute(f"SELECT count(*) {_from(question, match)}", _values(question, match)).fetchone()[0]
    facets = {name: _counted(index, question, match, name) for name in FACETS}
    names = dict(index.execute("SELECT key, slug FROM catalogue WHERE slug IS NOT NULL").fetchall())
    return Answer(tuple(_rows(index, question, match)), total, facets, names)


def _rows(index: sqlite3.Connection, question: FacetedQuestion, match: str) -> list[sqlite3.Row]:
    excerpt = "snippet(words, 0, char(2), char(3), ' … ', 24)" if match else "p.title"
    order = "ORDER BY rank" if match else "ORDER BY c.key, p.id"
    return index.execute(
        f"SELECT p.*, c.key, c.slug, {excerpt} AS excerpt {_from(question, match)} {order} LIMIT ? OFFSET ?",
        [*_values(question, match), PAGE, (question.page - 1) * PAGE],
    ).fetchall()


def _from(question: FacetedQuestion, match: str, without: str = "", remarks: bool = False) -> str:
    """Tables and conditions; of facets all that were chosen but `without`."""
    words = "words JOIN passage p ON p.id = words.rowid" if match else "passage p"
    conditions = ["words MATCH ?"] if match else ["1"]
    for name, _ in question.chosen:
        if name == without:
            continue
        if name == "temuan":
            conditions.append("EXISTS (SELECT 1 FROM remark r WHERE r.passage = p.id AND r.code = ?)")
        else:
            conditions.append(f"{FACETS[name]} = ?")
    joined = " JOIN remark r ON r.passage = p.id" if remarks else ""
    return f"FROM {words} JOIN catalogue c ON c.id = p.catalogue{joined} WHERE {' AND '.join(conditions)}"


def _values(question: FacetedQuestion, match: str, without: str = "") -> list[object]:
    return [*([match] if match else []), *(value for name, value in question.chosen if name != without)]


def _counted(
    index: sqlite3.Connection, question: FacetedQuestion, match: str, name: str
) -> tuple[tuple[str, int], ...]:
    """How many passages each value of a facet has, of those that the other facets leave."""
    column = FACETS[name]
    counted = index.execute(
        f"SELECT {column} AS value, count(DISTINCT p.id) AS many {_from(question, match, name, name == 'temuan')} "
        f"AND {column} IS NOT NULL GROUP BY 1 ORDER BY many DESC, value LIMIT ?",
        [*_values(question, match, name), _LISTED],
    )
    return tuple((row["value"], row["many"]) for row in counted)
