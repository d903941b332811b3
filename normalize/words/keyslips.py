"""What a typing hand does to a word: transposed, doubled, omitted, extra or neighbouring letters.

Input: the printed word and the word it may stand for, both in lower case. Output: the kind of slip and its cost (the
lower, the likelier), or None where no single slip of the hand, or two, lead from one to the other.
"""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbours() -> dict[str, str]:
    """Keys that touch on a QWERTY keyboard; each row stands half a key to the right of the one above."""
    near: dict[str, str] = {}
    for y, row in enumerate(_ROWS):
        for x, key in enumerate(row):
            beside = [row[i] for i in (x - 1, x + 1) if 0 <= i < len(row)]
            above = [_ROWS[y - 1][i] for i in (x, x + 1) if y and i < len(_ROWS[y - 1])]
            below = [_ROWS[y + 1][i] for i in (x - 1, x) if y + 1 < len(_ROWS) and 0 <= i < len(_ROWS[y + 1])]
            near[key] = "".join([*beside, *above, *below])
    return near


NEAR = _neighbours()


class Slip(NamedTuple):
    """`name` is Indonesian, for the evidence of an edit."""

    name: str
    cost: float


def classify(printed: str, meant: str) -> Slip | None:
    """The slip that leads from `meant` to `printed`."""
    if printed == meant:
        return None
    start = _common_start(printed, meant)
    end = _common_start(printed[start:][::-1], meant[start:][::-1])
    a, b = printed[start : len(printed) - end], meant[start : len(meant) - end]
    if len(printed) == len(meant) and len(a) == 1:
        return _substitution(a, b, start)
    if not b and len(a) == 1:
        return _extra(printed, a, start)
    if not a and len(b) == 1:
        return _omission(meant, b, start)
    if sorted(a) == sorted(b):
        return Slip("huruf tertukar", 0.4 if len(a) == 2 else 0.6)
    return _double(printed, meant, a, b, start)


def _common_start(a: str, b: str) -> int:
    at, least = 0, min(len(a), len(b))
    while at < least and a[at] == b[at]:
        at += 1
    return at


def _substitution(a: str, b: str, start: int) -> Slip:
    cost = 0.5 if a in NEAR.get(b, "") else 0.9
    name = "tombol bersebelahan" if cost == 0.5 else "satu huruf lain"
    return Slip(name, cost + (0.3 if start == 0 and cost > 0.5 else 0.0))


def _extra(printed: str, a: str, at: int) -> Slip:
    around = printed[at - 1 : at] + printed[at + 1 : at + 2]
    if a in around:
        return Slip("huruf ganda", 0.4)
    near = any(a in NEAR.get(letter, "") for letter in around)
    return Slip("huruf berlebih", 0.5 if near else 0.7)


def _omission(meant: str, b: str, at: int) -> Slip:
    around = meant[at - 1 : at] + meant[at + 1 : at + 2]
    return Slip("huruf kurang", 0.4 if b in around else 0.6)


def _double(printed: str, meant: str, a: str, b: str, at: int) -> Slip | None:
    """Two slips: a syllable left out or repeated, or two single ones in a long word."""
    if not a and 2 <= len(b) <= 3:
        repeated = meant[at - len(b) : at] == b or meant[at + len(b) : at + 2 * len(b)] == b
        # at either end two letters are an affix: `laporan` is no slip for `dilaporkan`
        inside = 0 < at < len(printed)
        cost = 0.6 if repeated else 1.1
        return Slip("suku kata kurang", cost) if len(meant) >= 8 and (repeated or inside) else None
    if not b and 2 <= len(a) <= 3:
        repeated = printed[at - len(a) : at] == a or printed[at + len(a) : at + 2 * len(a)] == a
        return Slip("suku kata ganda", 0.6) if len(printed) >= 8 and repeated else None
    if sorted(printed) == sorted(meant) and len(meant) >= 6:
        return Slip("huruf tertukar", 0.7)
    if len(meant) >= 7 and distance(printed, meant) == 2:
        return Slip("dua huruf", 1.2)
    return None


def distance(a: str, b: str, most: int = 2) -> int:
    """Letters omitted, extra, substituted or transposed between two words; `most` + 1 stands for any number above."""
    return int(OSA.distance(a, b, score_cutoff=most))
