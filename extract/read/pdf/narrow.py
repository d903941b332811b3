"""Blanks that are neither in the text layer nor as wide as a blank commonly is.

Some producers put every word where it stands and leave the blanks out; where the type is condensed, or a letter reaches
to the left (`j`), the white between two words is narrower than any fixed share of the type size may be. It is told by
the word itself: next to nothing between its other letters, clearly more in a few places, and words on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bahasa.kamus import is_known
from extract.read.pdf.ink import Char

#: Share of the type size that a narrow blank has at least.
NARROWEST = 0.075
#: Share of it that the letters of a word are apart at most, where a blank is told by its width alone; by which a blank
#: is wider than the widest gap between letters.
_TOUCHING, _WIDER = 0.04, 0.05
#: At most this share of a word's gaps may be blanks: in letterspaced type most gaps are wide.
_FEW = 0.4
_NUMBER = re.compile(r"[\d.,]+")
_WORD = re.compile(r"[^\W\d_]+")
#: No blank stands before these, and none behind those.
_CLOSING, _OPENING = ".,;:)]}”’/-–", "([{“‘/-–"


def blanks_in(text: str, chars: Sequence[Char]) -> list[int]:
    """The places (before character `i`) where a run of characters that touch has its narrow blanks."""
    if len(text) != len(chars):
        return []
    gaps = [(b.x0 - a.x1) / a.size for a, b in pairwise(chars)]
    bounds = sorted(gaps)
    jumps = [(b - a, b, n) for n, (a, b) in enumerate(pairwise(bounds), start=1) if b >= NARROWEST]
    if len(bounds) == 1 and bounds[0] >= NARROWEST:
        jumps = [(bounds[0], bounds[0], 0)]
    if not jumps:
        return []
    jump, least, letters = max(jumps)
    if jump < _WIDER or (len(gaps) > 3 and len(gaps) - letters > _FEW * len(gaps) + 1):
        return []
    found = [i for i, gap in enumerate(gaps, start=1) if gap >= least and _may_part(text, i)]
    return found if _are_words(text, found, bounds[letters - 1] if letters else 0.0) else []


def _may_part(text: str, at: int) -> bool:
    return text[at] not in _CLOSING and text[at - 1] not in _OPENING


def _are_words(text: str, places: Sequence[int], touching: float) -> bool:
    """Are the parts words, numbers or signs, and the whole no word? Where nothing else is between the letters, one part
    in two may be a name."""
    if _NUMBER.fullmatch(text) or (_WORD.fullmatch(text) and is_known(text.casefold())):
        return False
    parts = [text[a:b] for a, b in pairwise((0, *places, len(text)))]
    known = sum(all(is_known(word.casefold()) for word in _WORD.findall(part)) for part in parts)
    return known == len(parts) or (touching <= _TOUCHING and known * 2 >= len(parts))
