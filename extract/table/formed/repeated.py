"""Lines that stand in the same words above the first row of several tables: a heading, whatever its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from bahasa.headings import heading_letters
from extract.table.formed.evidence import FIRST_ROW
from extract.table.meaning.fields import FORM

#: So many tables print it; so many lines does it take at most.
_PRINTS, _LINES = 3, 24


def repeated_lines(texts: Sequence[str]) -> list[tuple[int, int]]:
    """(first line, end) of the lines above first rows (`1 Meningkatnya ...`) that several tables share, in order; no
    labels of heads, and nothing above them.

    >>> head = ["Jabatan : Camat", "Butir", "Arah Hasil"]
    >>> repeated_lines([*head, "1 Aman", *head, "1 Rapi", *head, "1 Tertib"])
    [(1, 3), (5, 7), (9, 11)]
    """
    above: dict[str, list[int]] = defaultdict(list)
    for at in range(1, len(texts)):
        if FIRST_ROW.match(texts[at]):
            above[heading_letters(texts[at - 1])].append(at)
    found: list[tuple[int, int]] = []
    for letters, ends in above.items():
        size = _shared(texts, ends) if letters and len(ends) >= _PRINTS else 0
        found += [(end - size, end) for end in ends if size]
    return sorted(found)


def shared_below(texts: Sequence[str], ends: Sequence[int]) -> int:
    """How many lines below all prints of a heading (`ends`: the line behind each) say the same: they are of it, its
    words were not understood to the last. A number alone begins rows.

    >>> shared_below(["Target", "KET. /", "CAT.", "1 Aman", "Target", "KET. /", "CAT.", "1 Rapi"] * 2, [1, 5, 9, 13])
    2
    """

    def same(on: int) -> bool:
        lines = {heading_letters(texts[end + on]) if end + on < len(texts) else "" for end in ends}
        text = texts[ends[0] + on] if ends[0] + on < len(texts) else ""
        return len(lines) == 1 and any(map(str.isalpha, text)) and not (FORM.match(text) or FIRST_ROW.match(text))

    return sum(1 for _ in takewhile(same, range(_LINES))) if len(ends) >= _PRINTS else 0


def _shared(texts: Sequence[str], ends: Sequence[int]) -> int:
    """How many lines above all of these are the same, up to a label or the first line of the text."""

    def same(back: int) -> bool:
        if back > min(ends):
            return False
        lines = [texts[end - back] for end in ends]
        return not FORM.match(lines[0]) and len({heading_letters(line) for line in lines}) == 1

    return sum(1 for _ in takewhile(same, range(1, _LINES + 1)))
