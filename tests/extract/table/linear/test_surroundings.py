"""What the words around a gap say together: the networks' whole numbers, and what a reading makes of them."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from extract.table.context import DocumentContext
from extract.table.linear.evidence import NOTHING
from extract.table.linear.facts import TableFacts
from extract.table.linear.model import END, PARTS, Model, agency_model, model_of
from extract.table.linear.read import best_reading
from extract.table.linear.rows import linear_cells
from extract.table.linear.surroundings import (
    KIND_UNIT,
    KINDS,
    MOST,
    ORDERS,
    REACH,
    ROLES,
    UNIT,
    WORTH,
    GapNetworks,
    Network,
    kind,
    kinds_of,
    order_of,
    shipped_surroundings,
)
from extract.table.linear.tokens import TableWords, tokenize
from schemas.layout import Line

COLUMNS = ("indikator", "target", "rumus")


def words(*lines: str) -> TableWords:
    return tokenize([Line(text, number) for number, text in enumerate(lines, 1)])


def network(**opens: str) -> Network:
    """One that says of a word that it opens a cell of a column, and nothing else."""
    width = len(opens)
    kinds = np.zeros((KINDS, width))
    starts = np.zeros((2 * width, len(ROLES) + 1))
    for k, (word, role) in enumerate(opens.items()):
        kinds[kind(f"kata={word}"), k] = 127
        starts[width + k, ROLES.index(role) + 1] = 4 * UNIT
    blank = np.zeros(len(ROLES) + 1)
    layer = np.zeros(((2 * REACH + 2) * width, width))
    return Network(
        kinds,
        np.zeros((ORDERS, width)),
        (layer,),
        (np.zeros(width),),
        (1,),
        starts,
        blank - np.eye(len(ROLES) + 1)[0] * -UNIT,
        np.zeros_like(starts),
        blank,
    )


def told(*networks: Network) -> Model:
    """A model that knows nothing else."""
    gaps = np.zeros((1, len(PARTS), len(ROLES)))
    return Model({"awal": 0}, gaps, elsewhere=NOTHING._replace(surroundings=GapNetworks(networks)))


def test_kinds_tell_words_lines_and_targets() -> None:
    table = words("Nilai SAKIP 12 dokumen", "Laporan")
    facts = TableFacts(table, COLUMNS, DocumentContext())
    kinds = kinds_of(table, facts.targets.at)
    line = kind("\nbaris")
    assert [line in of for of in kinds] == [True, False, False, False, True]
    assert kind("kata=nilai") in kinds[0] and kind("lai") in kinds[0]
    assert kind("\ntarget") in kinds[2] and kind("\ndalam") in kinds[3]


def test_kinds_tell_how_wide_lines_are() -> None:
    """`Laporan` below a short line is another thing than below a long one."""
    short = kinds_of(words("Nilai", "Laporan"), ())[-1]
    long = kinds_of(words("Nilai akuntabilitas kinerja instansi", "Laporan"), ())[-1]
    assert set(short) != set(long)


def test_the_order_of_columns_is_told() -> None:
    assert order_of(COLUMNS) != order_of(COLUMNS[::-1])
    assert all(0 <= one < ORDERS for one in order_of(ROLES))


def test_what_a_word_opens_is_said_of_the_gap_before_it() -> None:
    table = words("Nilai SAKIP", "Jumlah surat")
    hints = GapNetworks((network(jumlah="rumus"),)).of(table, (), COLUMNS)
    assert hints.shape == (len(table) + 1, 2, len(COLUMNS))
    rumus = COLUMNS.index("rumus")
    assert int(hints[:, 0, rumus].argmax()) == 2 and hints[2, 0, rumus] > 0
    assert not hints[:, 1].any()
    spread = told(network(jumlah="rumus")).hints(TableFacts(table, COLUMNS, DocumentContext()))
    assert spread is not None and spread.shape == (len(table) + 1, len(PARTS), len(COLUMNS))
    assert all((spread[:, part] == hints[:, 0]).all() for part in range(END)) and not spread[:, END:].any()


def test_hints_are_whole_numbers_within_bounds() -> None:
    shipped = shipped_surroundings()
    assert shipped is not None
    for table in (words("Nilai SAKIP", "80", "Hasil evaluasi"), words("x"), words("\u0131\u00b9 \u2211", "%")):
        hints = shipped.of(table, (), ROLES)
        assert (hints == np.round(hints)).all() and np.abs(hints).max() <= MOST * WORTH


def test_weights_are_whole_numbers_far_below_what_floats_hold() -> None:
    shipped = shipped_surroundings()
    assert shipped is not None
    for one in shipped.networks:
        arrays = [one.kinds, one.order, *one.layers, *one.biases, one.starts, one.starts_bias, one.ends, one.ends_bias]
        assert all((array == np.round(array)).all() for array in arrays)
        # values of some thousands at most, sums of a few hundred of them
        assert max(np.abs(array).max() for array in arrays) < 2**20
        assert np.abs(one.kinds).max() < 2 * KIND_UNIT


def test_several_networks_say_their_mean() -> None:
    table = words("Nilai SAKIP", "Jumlah surat")
    one, other = network(jumlah="rumus"), network(surat="rumus")
    both = GapNetworks((one, other)).of(table, (), COLUMNS)
    single = [GapNetworks((each,)).of(table, (), COLUMNS) for each in (one, other)]
    assert np.abs(both - (single[0] + single[1]) / 2).max() <= 1


@pytest.mark.parametrize("length", [1, 2, 40])
def test_short_and_long_tables_have_hints(length: int) -> None:
    table = words(" ".join(["Nilai"] * length))
    shipped = shipped_surroundings()
    assert shipped is not None and len(shipped.of(table, (), COLUMNS)) == length + 1


def test_a_reading_follows_what_the_words_around_say() -> None:
    """Without any weight of words, `Jumlah` opens the column that the network says."""
    table = words("Nilai SAKIP Jumlah surat")
    found = {}
    for role in ("indikator", "rumus"):
        model = told(network(nilai="indikator", jumlah=role))
        path = best_reading(model, table, ("indikator", "rumus"), DocumentContext()).path
        found[role] = [(run.start, run.column) for run in path]
    assert found["rumus"] == [(0, 0), (2, 1)]
    assert found["indikator"] == [(0, 0), (2, 0)]


def test_a_cell_says_that_the_words_around_it_spoke() -> None:
    model = told(network(nilai="indikator", jumlah="rumus"))
    cells = linear_cells(model, words("Nilai SAKIP Jumlah surat"), ("indikator", "rumus"), DocumentContext())[0]
    assert "kata-kata di sekitarnya" in str(cells[1])


def test_tables_of_other_agencies_are_read_with_it() -> None:
    assert model_of(COLUMNS, True, Counter()).elsewhere.surroundings is shipped_surroundings()
    assert agency_model().elsewhere.surroundings is None and agency_model().elsewhere.habits
