"""The form of a line `label : value`."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from extract.table.meaning.fields import FORM

#: The same form without the look at what ends a label.
BARE = re.compile(FORM.pattern.removeprefix("(?=[^:：\\t]*[:：\\t])"))
PIECES = (
    "Jabatan", "Unit", "tugas", "IV.", "2. ", "a) ", ":", "：", "\t", "....", "/", "(", ")", "[JF]", "\n", " ", "  ",
)  # fmt: skip


def test_most_lines_are_told_by_what_ends_a_label() -> None:
    assert BARE.pattern != FORM.pattern


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_a_look_at_what_ends_a_label_changes_nothing(line: str) -> None:
    ours, theirs = FORM.match(line), BARE.match(line)
    assert (ours and ours.regs) == (theirs and theirs.regs)
