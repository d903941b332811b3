"""Where the closing of a decree begins without its label: a place and a date, or the office that signs.

Input: the rows of the flow, and a position. Output: what is found there. Guarantee: nothing is a closing without a
sign, a date's label or a civil servant's number below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from bahasa.date import place_with_date
from bahasa.labels import starts_with_label
from bahasa.openers import offices
from bahasa.parts import PartName, parts_after
from extract.decree.label import Found
from extract.decree.title import title_like
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading

#: A signature takes at most so many lines, from its place and date to its NIP; the name of an office and its holder's
#: number stand within so many.
_SIGNATURE_REACH, _SIGNED_REACH = 14, 5
#: `ttd`, `TTD.`, `(tanda tangan)`: stands for the hand-written signature.
SIGN = re.compile(r"\s*\(?\s*(?:ttd|cap|dto|tanda\s+tangan)\s*[.)]*\s*", re.IGNORECASE)


def signed_below(rows: Sequence[FlowRow], at: int) -> bool:
    """Whether a sign, a date or a number stands soon below a line."""
    below = rows[at + 1 : at + 1 + _SIGNATURE_REACH]
    return any(SIGN.fullmatch(row.text) or starts_with_label(row.text, "tanggal", "nip") for row in below)


def place_and_date(rows: Sequence[FlowRow], at: int, text: str, part: PartName) -> Found | None:
    """`Bandung, 2014` above a signature."""
    dated = place_with_date(text) if "tempat_tanggal" in parts_after(part) else None
    if not dated or not signed_below(rows, at):
        return None
    return Found("tempat_tanggal", None, "", "\n".join(dated), colon=True)


def signing_office(
    rows: Sequence[FlowRow], at: int, text: str, part: PartName, table: Callable[[int], TableHeading | None]
) -> Found | None:
    """`BUPATI PASER,` / `ttd` / name: a closing without place and date; among cells it stands in capitals, or has its
    comma and whose name and number stand below (`Kepala Dinas,` / name / `NIP ...`)."""
    if "ttd" not in parts_after(part):
        return None
    if part == "fungsi" and not _numbered_below(rows, at, table):
        # an item in capitals; below a table the list may be the last thing before the signature
        return None
    ends_list = part == "fungsi" and text.isupper() and text.rstrip().endswith(",")
    if not ends_list and not offices().match(text.upper()):
        return None
    named = title_like(text) and (part == "lain" or (text.rstrip().endswith(",") and _numbered_below(rows, at, table)))
    if not (named or text.isupper()) or not signed_below(rows, at):
        return None
    return Found("ttd", None, "", text.strip(), colon=True)


def _is_named(text: str) -> bool:
    return starts_with_label(text, "identitas") and not starts_with_label(text, "nip")


def _numbered_below(rows: Sequence[FlowRow], at: int, table: Callable[[int], TableHeading | None]) -> bool:
    """Whether a civil servant's number stands below a few lines, and no table before it, nor the head of the next
    block (`Nama : ...` / `NIP : ...`)."""
    below = range(at + 1, min(at + 1 + _SIGNED_REACH, len(rows)))
    near = takewhile(lambda row: not table(row) and not _is_named(rows[row].text), below)
    return any(starts_with_label(rows[row].text, "nip") for row in near)
