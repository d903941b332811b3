"""The tables that were written for training, and rows drawn from them."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise
from typing import Any

from extract.table.linear.words import bare_word
from training.drawn_rows import plain_rows
from training.written import OF_TABLE, pairs_elsewhere, written_pairs, written_tables, written_words


def test_each_row_names_what_is_measured() -> None:
    rows = [row for table in written_tables() for row in table]
    assert len(rows) > 700 and all(row["indikator"].strip() for row in rows)
    assert {key for row in rows for key in row} == {
        "no", "sasaran", "indikator", "target", "rumus", "sumber_data", "penanggung_jawab", OF_TABLE,
    }  # fmt: skip


def test_rows_are_numbered_where_a_sasaran_begins() -> None:
    for table in written_tables():
        counted = [row["no"] for row in table if row["no"]]
        assert counted == [str(k) for k in range(1, len(counted) + 1)]
        assert all(bool(row["no"]) == bool(row["sasaran"]) for row in table[1:])


def test_words_of_one_office_alone_are_not_learned() -> None:
    held = [
        {word.strip(".,;:()").lower() for row in table for cell in row.values() for word in cell.split()}
        for table in written_tables()
    ]
    assert "persentase" in written_words() and "puskesmas" in written_words()
    assert all(sum(word in words for words in held) >= 16 for word in ("persentase", "puskesmas"))
    assert not any(word in written_words() for words in held[:1] for word in words if sum(word in o for o in held) == 1)


def test_tables_are_drawn_from_labelled_written_and_made_rows(gold: dict[str, Any]) -> None:
    rng = random.Random(4)
    labelled = {row["indikator"] for row in gold["j01"]["rows"]}
    written = {row["indikator"] for table in written_tables() for row in table}
    seen = [{row["indikator"] for row in plain_rows(rng, gold["j01"]["rows"])} for _ in range(200)]
    shares = [sum(bool(own & texts) for own in seen) / 200 for texts in (labelled, written)]
    assert 0.1 < shares[0] < 0.3 and 0.55 < shares[1] < 0.75 and sum(shares) < 0.97


def test_pairs_of_words_are_known_from_other_tables() -> None:
    assert ("tindak", "lanjut") in written_pairs() and ("lokakarya", "keluarga") not in written_pairs()
    sets = [{pair for row in table for cell in row.values() for pair in _pairs(cell)} for table in written_tables()]
    tables = Counter(pair for own in sets for pair in own)
    for table, own in zip(written_tables(), sets, strict=True):
        assert all(tables[pair] > 1 for pair in pairs_elsewhere(table) & own)


def _pairs(cell: str) -> set[tuple[str, str]]:
    words = [bare_word(word) for word in cell.split()]
    return set(pairwise(words))
