"""Words looked for in all indikator of a corpus: those that have all of them, the best first, and how many there are of
each region, office, year, kind and finding.

A word is found in any form of its root (`penyusunan` finds `tersusunnya`), or where one begins with it (`dokum`); what
stands in quotes is found as it stands. A word counts more the fewer indikator have it, four times as much in the
indikator itself as in its rumus, and a little more in the very form that was asked for. All of it is worked out from
whole numbers, so that the order is the same on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bahasa.fold import fold, fold_words
from bahasa.function_words import function_words
from bahasa.kamus import root_of
from katalog.questions.answers import AnswerTable, asked, explained_errors
from katalog.questions.faceted import FacetedQuestion

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: What can be chosen, in the order of a page, and where it stands.
INDICATOR_FACETS: Final = {
    "wilayah": "wilayah",
    "kantor": "kantor",
    "tahun": "CAST(tahun_terbit AS VARCHAR)",
    "jenis": "kind",
    "temuan": "temuan",
}
#: How much a word counts in each text of the table `kata`.
_WEIGHTS: Final = {"indikator": 4, "sasaran": 2, "jabatan": 2, "lain": 1}
#: Words of a question; more are left out. Values that are counted of each facet.
_MOST, _LISTED = 12, 12
#: A long indikator has any word sooner than a short one: what is added to its length.
_LENGTH = 8
_TABLES = "kata indikator kantor"
_ROWS = """
SELECT i.indikator, i.sasaran, i.target, i.rumus, k.kantor, k.wilayah, h.tahun_terbit AS tahun, i.jabatan, i.unit,
  h.keputusan, h.kind, h.jabatan_order, h.row, h.path, i.page
FROM halaman h
JOIN indikator i ON i.keputusan = h.keputusan AND i.indikator_id = h.indikator_id
JOIN kantor k ON k.keputusan = h.keputusan
"""
_ORDER = "wilayah NULLS LAST, kantor NULLS LAST, tahun_terbit, keputusan, kind, jabatan_order, row"


@dataclass(frozen=True, slots=True)
class SoughtIndicators(FacetedQuestion):
    """`chosen` are values of `INDICATOR_FACETS`, exact ones, or parts of names where `within` says so; `size` is how
    many rows a page has."""

    size: int = 40
    within: bool = False

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """The words that are looked for, each with its root; those that only link others are left out.

        >>> SoughtIndicators('penyusunan dan dokum "tepat waktu"').forms
        (('penyusunan', 'susun'), ('dokum', 'dokum'))
        """
        linking = function_words("henti")
        loose = fold_words(re.sub(r'"[^"]*"', " ", fold(self.words))).split()
        return tuple((word, root_of(word)) for word in dict.fromkeys(loose) if word not in linking)[:_MOST]

    @property
    def phrases(self) -> tuple[str, ...]:
        """What is looked for as it stands.

        >>> SoughtIndicators('dokumen "Tepat waktu"').phrases
        ('tepat waktu',)
        """
        quoted = (fold_words(phrase) for phrase in re.findall(r'"([^"]*)"', fold(self.words)))
        return tuple(phrase for phrase in dict.fromkeys(quoted) if phrase)[:_MOST]

    @property
    def asks_nothing(self) -> bool:
        """Whether words were given, and none of them is looked for."""
        return bool(self.words.strip()) and not self.forms and not self.phrases


@dataclass(frozen=True, slots=True)
class FoundIndicators:
    """How many there are, those of the page asked for (a mapping a row), and the facets: value and count, the most
    frequent first."""

    total: int
    rows: tuple[Mapping[str, Any], ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]]


def found_indicators(connection: DuckDBPyConnection, sought: SoughtIndicators, counted: bool = True) -> FoundIndicators:
    """The indikator of the opened tables (those of `search_tables`) that fit; facets only where they are to be
    `counted`."""
    if sought.asks_nothing:
        return FoundIndicators(0, (), dict.fromkeys(INDICATOR_FACETS, ()))
    values = _values(sought)
    with explained_errors():
        connection.execute(f"CREATE OR REPLACE TEMP TABLE hasil AS {_hits(sought)}", values or None)
        connection.fetchall()
    chosen = {f"pilihan_{name}": value for name, value in sought.chosen}
    where = _where(sought)
    total = asked(connection, f"SELECT count(*) FROM hasil {where}", chosen).rows[0][0]
    first = {"banyak": sought.size, "lewat": (sought.page - 1) * sought.size}
    ranked = f"SELECT * FROM hasil {where} ORDER BY nilai DESC, {_ORDER} LIMIT $banyak OFFSET $lewat"
    shown = f"WITH halaman AS ({ranked}) {_ROWS} ORDER BY h.nilai DESC, {_ORDER.replace('tahun_terbit', 'tahun')}"
    page = asked(connection, shown, {**chosen, **first})
    facets = {name: _counted(connection, sought, name) for name in INDICATOR_FACETS} if counted else {}
    return FoundIndicators(total, tuple(dict(zip(page.columns, row, strict=True)) for row in page.rows), facets)


def found_table(found: FoundIndicators, words: str) -> AnswerTable:
    """The rows as an answer."""
    columns = ("indikator", "target", "kantor", "wilayah", "tahun", "jabatan", "keputusan", "kind", "row", "page")
    # the share of the decrees without a year is called 0
    known = ({**row, "tahun": row["tahun"] or None} for row in found.rows)
    rows = (tuple(row[name] for name in columns) for row in known)
    return AnswerTable(words, columns, tuple(rows))


def search_tables() -> list[str]:
    """What is to be opened for a search, as `opened_tables` takes it."""
    return [_TABLES]


def _hits(sought: SoughtIndicators) -> str:
    """All rows that have the words, with what tells facets, and how well they fit."""
    measured = "".join(f", {_measure(at)} AS m{at}" for at in range(len(sought.forms)))
    counts = "".join(f", count(*) FILTER (m{at} > 0) AS d{at}" for at in range(len(sought.forms)))
    fitting = [*(f"m{at} > 0" for at in range(len(sought.forms)))]
    fitting += [f"contains(bunyi, $frasa_{at})" for at in range(len(sought.phrases))]
    rare = " + ".join(f"m{at} * ln(1 + (n - d{at} + 0.5) / (d{at} + 0.5))" for at in range(len(sought.forms)))
    fits = f"CAST(round(1000 * ({rare or 0}) / ({_LENGTH} + len(string_split(dicari.indikator, ' ')))) AS BIGINT)"
    return f"""
WITH dicari AS (SELECT *{measured} FROM kata), banyak AS (SELECT count(*) AS n{counts} FROM dicari)
SELECT dicari.keputusan, kind, jabatan_order, row, indikator_id, path, dicari.tahun_terbit, temuan, kantor, wilayah,
  {fits} AS nilai
FROM dicari JOIN kantor ON kantor.keputusan = dicari.keputusan, banyak WHERE {" AND ".join(fitting) or "true"}
"""


def _measure(at: int) -> str:
    """How much a word counts in a row: by its root in each text, by its own form anywhere."""
    roots = " + ".join(f"{weight} * contains({name}, $akar_{at})::INT" for name, weight in _WEIGHTS.items())
    return f"{roots} + contains(bunyi, $kata_{at})::INT"


def _values(sought: SoughtIndicators) -> dict[str, object]:
    words = enumerate(sought.forms)
    held: dict[str, object] = {}
    for at, (word, root) in words:
        # `dokum` is what `dokumen` begins with
        held |= {f"akar_{at}": f" {root} ", f"kata_{at}": f" {word}"}
    return held | {f"frasa_{at}": f" {phrase} " for at, phrase in enumerate(sought.phrases)}


def _where(sought: SoughtIndicators, without: str = "") -> str:
    """The conditions of all facets that were chosen but `without`."""
    listed = list(_conditions(sought, without))
    return f"WHERE {' AND '.join(listed)}" if listed else ""


def _conditions(sought: SoughtIndicators, without: str) -> Iterator[str]:
    for name, _ in sought.chosen:
        if name == without:
            continue
        if name == "temuan":
            yield "list_contains(temuan, $pilihan_temuan)"
        elif sought.within and name in ("wilayah", "kantor"):
            yield f"contains(lower({INDICATOR_FACETS[name]}), lower($pilihan_{name}))"
        else:
            yield f"{INDICATOR_FACETS[name]} = $pilihan_{name}"


def _counted(connection: DuckDBPyConnection, sought: SoughtIndicators, name: str) -> tuple[tuple[str, int], ...]:
    """How many rows each value of a facet has, of those that the other facets leave."""
    column = "unnest(temuan)" if name == "temuan" else INDICATOR_FACETS[name]
    sql = (
        f"SELECT nilai, count(*) AS banyak FROM (SELECT {column} AS nilai FROM hasil {_where(sought, name)}) "
        f"WHERE nilai IS NOT NULL GROUP BY nilai ORDER BY banyak DESC, nilai LIMIT {_LISTED}"
    )
    chosen = {f"pilihan_{one}": value for one, value in sought.chosen}
    return tuple((str(value), many) for value, many in asked(connection, sql, chosen).rows)
