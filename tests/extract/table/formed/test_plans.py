"""A heading cut into the usual columns."""

from __future__ import annotations

from extract.table.formed.paths import table_paths
from extract.table.formed.plans import planned_paths, usual_plans
from extract.table.formed.spans import WeighedWords
from extract.table.formed.tags import NUMBER, OVER, TEXT, tags

_HEADING = ["No", "Sasaran Indikator Kinerja", "Target", "Formula", "Jumlah Satuan", "(1) (2) (3) (4) (5) (6)"]
_ROW = ["1 Tersedianya data Jumlah data", "2 dokumen Data yang tersusun"]
_CUT = ["no", "sasaran", "indikator", "indikator", OVER, "rumus", "target", "satuan", *[NUMBER] * 6]


def named(path: list[int]) -> list[str]:
    return [tags()[tag].name for tag in path]


def test_each_plan_is_another_one() -> None:
    plans = usual_plans()
    assert len(set(plans)) == len(plans)
    assert all((OVER in plan.upper) == bool(plan.lower) for plan in plans)


def test_a_heading_of_two_levels_is_cut_into_its_columns() -> None:
    text = WeighedWords.of([*_HEADING, *_ROW])
    found = {tuple(named(path)): total for total, path in planned_paths(text.words, text.sums, text.model)}
    rest = [TEXT] * (len(text.words) - len(_CUT))
    assert (*_CUT, *rest) in found


def test_the_sum_of_a_plan_is_that_of_its_path() -> None:
    text = WeighedWords.of([*_HEADING, *_ROW])
    beam = {tuple(path): total for total, path in table_paths(text.words, text.sums, text.model)}
    both = [
        (total, beam[tuple(path)])
        for total, path in planned_paths(text.words, text.sums, text.model)
        if tuple(path) in beam
    ]
    assert both and all(abs(one - other) < 1e-6 for one, other in both)
