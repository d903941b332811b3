"""The path of a field in the decree: the one scheme that edits, findings and corrections use.

`preamble/menimbang/1`, `preamble/diktum/2/butir/1`, `lampiran/1/penetapan/tanggal`, `IKI/3/jabatan`, `IKI/3/fungsi/2`,
`IKI/3/rows/1/rumus`, `IKI/3/rows/1/targets/2` (of a row that prints several), `IKI/3/rows/1/others/Program`,
`tables/1/cells/2`, `unparsed/1`. All positions are 1-based. A heading used as a path
segment has its `/` written as `|`, so that a path can be split at `/` again.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bahasa.parts import about_part, parts_where
from bahasa.roles import SATUAN, TARGET, roles_where
from bahasa.temuan import About, about_text
from schemas.base import Kind
from schemas.decree import Text


class Field(NamedTuple):
    """A field of the decree: its path, the role of its text, and the block it stands in (None outside the blocks)."""

    path: str
    role: str
    kind: Kind | None = None
    order: int | None = None

    @property
    def within(self) -> str:
        """The path below the block (`rows/1/rumus`); the whole path outside the blocks."""
        return self.path.split("/", 2)[2] if self.order is not None else self.path

    def about(self, text: Text | None = None) -> About:
        """What a finding about the text of this field is about."""
        return about_text(text, self.within, self.kind, self.order)


def target_path(row: str, position: int) -> str:
    """The path of one of several targets of a row: its place among them, from the left.

    >>> target_path("IKI/3/rows/1", 2)
    'IKI/3/rows/1/targets/2'
    """
    return f"{row}/targets/{position}"


#: Cells that mean one value each: a target, alone or among several, and a satuan.
_VALUE = re.compile(rf"/(?:{TARGET}|targets/\d+|{SATUAN})$")


def is_value_path(path: str) -> bool:
    """Is it the path of a cell that means one value, and is decided as a whole?

    >>> is_value_path("IKI/3/rows/1/targets/2"), is_value_path("IKI/3/rows/1/rumus")
    (True, False)
    """
    return _VALUE.search(path) is not None


#: Roles whose text is Indonesian prose: words may be corrected. All others (numbers, names, codes, dates, headings)
#: are only folded.
PROSE: frozenset[str] = frozenset(
    {
        *(about_part(name).field for name in parts_where(lambda part: part.prose)),
        "butir",
        *roles_where(lambda role: role.prose),
    }
)
