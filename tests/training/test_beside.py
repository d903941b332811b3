"""Columns beside those of a random table that look like its own."""

from __future__ import annotations

import random

from training.beside import with_others_beside
from training.drawn_rows import phrases
from training.reasons import MadeColumn
from training.strangers import table_of_others
from training.tabular import terms

COLUMNS: list[MadeColumn] = [
    (("NO",), ["1", "", "2"], "no"),
    (("SASARAN",), ["Meningkatnya mutu", "", "Tertib arsip"], "sasaran"),
    (("INDIKATOR",), ["Nilai", "Jumlah", "Persentase"], "indikator"),
    (("TARGET", "2022"), ["1", "2", "3"], "target"),
    (("TARGET", "2023"), ["2", "3", "4"], "target"),
]


def drawn() -> list[list[MadeColumn]]:
    rng = random.Random(5)
    return [with_others_beside(rng, COLUMNS, terms(), phrases()) for _ in range(300)]


def test_what_the_superior_is_to_bring_about_stands_before_the_own_sasaran_as_it_is_merged() -> None:
    led = [table for table in drawn() if table[1][2] == "others" and table[2][2] == "sasaran"]
    assert led
    assert all([bool(cell) for cell in table[1][1]] == [True, False, True] for table in led)


def test_no_column_of_the_table_is_lost() -> None:
    for table in drawn():
        assert [cells for _, cells, _ in COLUMNS] == [
            cells for _, cells, _ in table if cells in [c[1] for c in COLUMNS]
        ]


def test_two_persons_side_by_side_are_no_indicators() -> None:
    rng = random.Random(2)
    tables = [table_of_others(rng, terms(), phrases()) for _ in range(80)]
    persons = [table for table in tables if sum(names == ("NO",) for names, _, _ in table) == 2]
    assert persons
    assert {role for table in persons for _, _, role in table} == {"no", "others"}
    assert all(len({len(cells) for _, cells, _ in table}) == 1 for table in persons)
