"""Signs of arithmetic and brackets of a rumus: whether two rumus of the same words calculate the same.

`Cuti selesai / usulan cuti` divides, `Cuti selesai usulan cuti` doesn't; `(A + B) / C` is not `A + (B / C)`. But most
of these signs are punctuation as well (`barang/data`, `surat-menyurat`, `Rumus: A`), and how a sign is printed tells
which it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

#: One sign in several print forms.
_ALIKE = str.maketrans({":": "/", "÷": "/", "–": "-", "—": "-", "×": "x", "X": "x", "*": "x", "Σ": "∑"})
_BRACKETS = str.maketrans("[]{}", "()()")
# `x` is a sign where no letter touches it (`A x 100%`, `2x12`); Σ and √ stand before their operand
_SIGN = re.compile(r"(\s*)([-–—/:÷+*×=]|(?<![^\W\d_])[xX](?![^\W\d_])|[∑Σ√])(\s*)")
_PREFIX = "∑√"
_BRACKET = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign with the number of letters and figures before it. `sure` where it can only be one of arithmetic, `loose`
    where it may be punctuation even in a formula; a sign that is neither divides in a formula, and only there."""

    sign: str
    before: int
    sure: bool = False
    loose: bool = False


def same_signs(old: str, new: str) -> bool:
    """Whether the two texts have the same signs between the same operands, and the same brackets around them."""
    ours, theirs = (_signs(text.translate(_BRACKETS)) for text in (old, new))
    formula = any(one.sure for one in (*ours, *theirs))
    # where a word is spelled otherwise, the signs are compared by their order alone
    placed = _letters(old) == _letters(new)
    return not _replaced(ours, theirs, placed) and _agree(ours, theirs, formula, placed)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _signs(text: str) -> list[_Sign]:
    """The signs of arithmetic and the brackets that hold one, in their order."""
    signs = {match.start(2): match for match in _SIGN.finditer(text) if _between_operands(text, match)}
    brackets = {at for pair in _pairs(text) if any(pair[0] < at < pair[1] for at in signs) for at in pair}
    brackets |= {at for pair in _pairs(text) if text[: pair[0]].rstrip()[-1:] in ("√", "∑") for at in pair}
    before = list(accumulate(map(str.isalnum, text), initial=0))
    return [
        _sign(text, signs[at], before[at]) if at in signs else _Sign(text[at], before[at], sure=True)
        for at in sorted({*signs, *brackets})
    ]


def _between_operands(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 1]
    opens = after.isalnum() or after in ("(", *_PREFIX, '"', "“") if after else False
    if match[2] in _PREFIX + "Σ":
        return opens
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    return opens and bool(before) and (before.isalnum() or before in ')%"”')


def _sign(text: str, match: re.Match[str], before: int) -> _Sign:
    sign = match[2].translate(_ALIKE)
    around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if sign in _PREFIX:
        return _Sign(sign, before, sure=True)
    if sign == "x":
        # a letter too, and compared as a word
        return _Sign("x", before, sure=True, loose=True)
    apart = bool(match[1] and match[3]) or around[0] == ")" or around[1] == "("
    figures = match[2] != "/" and all(one.isdecimal() for one in around) and not match[1]
    if apart or figures:
        return _Sign(sign, before, sure=True)
    return _Sign(sign, before, loose=match[2] not in "/÷")


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """The places of brackets that belong together; a lone one (`a) Jumlah`) has no partner."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            yield opened.pop(), match.start()


def _replaced(old: Sequence[_Sign], new: Sequence[_Sign], placed: bool) -> bool:
    """Whether one sign took the place of another (`A-B`, `A/B`), which is more than a stroke of punctuation lost."""
    if not placed:
        return len(old) == len(new) and [one.sign for one in old] != [one.sign for one in new]
    ours, theirs = ({one.before: one.sign for one in signs if one.sign not in "()"} for signs in (old, new))
    return any(theirs.get(before, sign) != sign for before, sign in ours.items())


def _agree(old: Sequence[_Sign], new: Sequence[_Sign], formula: bool, placed: bool) -> bool:
    """Whether each sign has its like on the other side, but for those that may be punctuation."""

    def may_miss(one: _Sign) -> bool:
        return one.loose or not (one.sure or formula)

    def alike(one: _Sign, other: _Sign) -> bool:
        return one.sign == other.sign and (not placed or one.before == other.before)

    # the places in `new` that the signs of `old` so far can have led to
    reached = _with_skips({0}, new, may_miss)
    for one in old:
        matched = {at + 1 for at in reached if at < len(new) and alike(one, new[at])}
        reached = _with_skips(matched | (reached if may_miss(one) else set()), new, may_miss)
    return len(new) in reached


def _with_skips(reached: set[int], new: Sequence[_Sign], may_miss: Callable[[_Sign], bool]) -> set[int]:
    """These places and those that lie behind signs that may be missing."""
    found = set(reached)
    for at, one in enumerate(new):
        if at in found and may_miss(one):
            found.add(at + 1)
    return found
