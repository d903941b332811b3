"""Several targets of a row in the diff: each is compared with that of the same year, quarter or aspect."""

from __future__ import annotations

import pytest
from several_targets import built

from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.compare.match.carry import carry
from katalog.front import diff
from katalog.show.report import REPORT_FORMATS, report_bytes
from schemas.catalogue import Catalogue
from schemas.diff import CatalogueDiff

YEARS = ["TARGET 2021", "TARGET 2022", "TARGET 2023"]
Told = list[tuple[str | None, str | None, str | None, str | None, str | None]]


def targets_in(made: CatalogueDiff) -> Told:
    """The changes of targets: field, both columns, both prints."""
    return [(x.field, x.column.old, x.column.new, x.old, x.new) for x in made.changes if x.object == "indikator"]


def compared(old: Catalogue, new: Catalogue, carried: bool = False) -> CatalogueDiff:
    """The diff; applied to the old decree it gives the new one."""
    made = diff(old, carry(old, new) if carried else new)
    assert apply_diff(made, old) == printed_content(new)
    return made


@pytest.mark.parametrize("carried", [False, True], ids=["by content", "by id"])
def test_a_changed_year_is_one_change_that_names_it(carried: bool) -> None:
    old = built(YEARS, ["1 laporan", "2 laporan", "3 laporan"], ["5 %", "6 %", "7 %"])
    new = built(YEARS, ["1 laporan", "2 laporan", "4 laporan"], ["5 %", "6 %", "7 %"])
    made = compared(old, new, carried)
    assert targets_in(made) == [("target", "TARGET 2023", "TARGET 2023", "3 laporan", "4 laporan")]
    change = made.changes[0]
    assert (change.nature, change.target and change.target.difference) == ("substantive", "+1")


def test_another_spelling_of_a_target_is_editorial() -> None:
    made = compared(built(YEARS, ["1 laporan", "2", "3"]), built(YEARS, ["1 Laporan", "2", "3"]))
    assert [(x.field, x.nature) for x in made.changes] == [("target", "editorial")]


def test_years_that_move_on_are_compared_year_by_year() -> None:
    old = built(YEARS, ["1 laporan", "2 laporan", "3 laporan"])
    new = built(["TARGET 2022", "TARGET 2023", "TARGET 2024"], ["2 laporan", "5 laporan", "6 laporan"])
    assert targets_in(compared(old, new)) == [
        ("target", "TARGET 2023", "TARGET 2023", "3 laporan", "5 laporan"),
        ("target", None, "TARGET 2024", "", "6 laporan"),
        ("target", "TARGET 2021", None, "1 laporan", ""),
    ]


def test_other_words_for_a_year_are_the_same_year() -> None:
    old = built(["TARGET 2021", "TARGET 2022"], ["1 laporan", "2 laporan"])
    new = built(["Target Kinerja Tahun 2021", "Target Kinerja Tahun 2022"], ["1 laporan", "3 laporan"])
    made = compared(old, new)
    assert targets_in(made) == [("target", "TARGET 2022", "Target Kinerja Tahun 2022", "2 laporan", "3 laporan")]
    assert [x.old for x in made.headings] == ["TARGET 2021", "TARGET 2022"]


@pytest.mark.parametrize("turned", [False, True])
def test_one_target_is_compared_with_the_one_that_holds_for_the_document(turned: bool) -> None:
    alone = built(["TARGET"], ["4 laporan"], ["5 %"])
    several = built(["TW I", "TW II", "TARGET TAHUN 2022"], ["1", "2", "4 laporan"], ["1 %", "2 %", "6 %"])
    made = compared(several, alone) if turned else compared(alone, several)
    own = [x for x in made.changes if x.object == "indikator" and {x.old, x.new} == {"5 %", "6 %"}]
    assert len(own) == 1 and own[0].field == "target"
    assert not [x for x in made.changes if {x.old, x.new} == {"4 laporan"}]


def test_a_merged_target_among_several_that_changed_is_one_change() -> None:
    old = built(["2021", "2022"], ["1 %", "5 %"], ["2 %", None])
    new = built(["2021", "2022"], ["1 %", "6 %"], ["2 %", None])
    made = compared(old, new)
    assert targets_in(made) == [("target", "2022", "2022", "5 %", "6 %")]
    assert len(made.changes[0].also) == 1


@pytest.mark.parametrize("turned", [False, True])
def test_a_target_that_a_merged_cell_says_now_names_its_column(turned: bool) -> None:
    sides = (
        built(["2021", "2022"], ["1 %", "6 %"], ["2 %", "5 %"]),
        built(["2021", "2022"], ["1 %", "6 %"], ["2 %", None]),
    )
    made = compared(*(reversed(sides) if turned else sides))
    told = ("target", "2022", "2022", *(("6 %", "5 %") if turned else ("5 %", "6 %")))
    assert targets_in(made) == [told]
    (change,) = made.changes
    assert change.target and (change.target.difference, change.target.unit) == ("-1" if turned else "+1", "%")


@pytest.mark.parametrize("one", REPORT_FORMATS, ids=lambda one: one.name)
def test_every_report_says_which_target_changed(one: object) -> None:
    name = getattr(one, "name")  # noqa: B009
    made = diff(built(YEARS, ["1 laporan", "2", "3"]), built(YEARS, ["1 laporan", "2", "4"]))
    written = report_bytes(made, name, "id")
    if name != "xlsx":
        assert b"TARGET 2023" in written
