"""Lines of one text that are only broken at other words: no change.

The heading of a decree is set in the middle of the page, and breaks where the office's typeface has it: `KEPALA DINAS
KESEHATAN KABUPATEN ENGGANG`, `KEPALA DINAS KESEHATAN` above `KABUPATEN ENGGANG`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from katalog.compare.diff.words_near import aligned
from katalog.compare.kinds import LISTS
from katalog.compare.match.key import parts
from katalog.compare.match.thing import Thing
from schemas.diff import Change


def broken_otherwise(changes: Sequence[Change], old: Thing, new: Thing) -> list[Change]:
    """Those of the changes in a list of `old` and `new` that say nothing but where its lines break."""
    found = []
    for name in dict.fromkeys(one.list_name for one in changes if one.list_name is not None):
        if LISTS[name].wrapped and name in old.lists and name in new.lists:
            ours, theirs = _words(old.lists[name]), _words(new.lists[name])
            same = aligned([word for _, word in ours], [word for _, word in theirs])
            gone, came = _all_but(ours, {*same}), _all_but(theirs, {*same.values()})
            found += [one for one in changes if one.list_name == name and _stays(one, gone, came)]
    return found


def _words(lines: Sequence[Thing]) -> list[tuple[str, str]]:
    """The words of all lines, each with the id of its line."""
    return [(one.id, word) for one in lines for word in parts(one.said.printed)]


def _all_but(words: Sequence[tuple[str, str]], same: Collection[int]) -> set[str]:
    """The lines with a word that the other print does not have; `same` are those that it has."""
    return {line for at, (line, _) in enumerate(words) if at not in same}


def _stays(change: Change, gone: set[str], came: set[str]) -> bool:
    """Whether both prints have all words of the lines of a change."""
    return change.old_id not in gone and change.new_id not in came
