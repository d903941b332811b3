"""The numbers of entries: what counts on from each that a list may begin with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bahasa.entry_mark import NUMBER, number_behind


@given(st.from_regex(NUMBER, fullmatch=True))
def test_any_number_has_one_behind_it_of_the_same_way_or_none(mark: str) -> None:
    found = NUMBER.match(mark)
    assert found is not None
    behind = number_behind(found["no"])
    assert not behind or (NUMBER.match(f"{behind}.") and behind != found["no"])


@pytest.mark.parametrize(("no", "behind"), [("ii", "iii"), ("IV", "V"), ("viii", "ix"), ("12b", "12c"), ("xx", "")])
def test_numbers_of_several_letters_count_on(no: str, behind: str) -> None:
    assert number_behind(no) == behind
