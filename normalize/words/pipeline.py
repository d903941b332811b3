"""Runs the rules over a text until none of them has anything to say.

Input: a folded text, the rules in order, the context. Output: the corrected text, the edits made and the corrections
proposed. Running it on its own output changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from normalize.words.protect import overlaps, protected_spans
from normalize.words.rules import APPLY, Context, Correction, Rule
from schemas.base import Edit

# a text needs two or three rounds (`berlaku ,dan` -> `berlaku,dan` -> `berlaku, dan`); the limit is for safety only
_ROUNDS = 12


class Corrected(NamedTuple):
    """`value` is the corrected text. `edits` were applied, in order; `proposals` refer to `value`."""

    value: str
    edits: tuple[Edit, ...] = ()
    proposals: tuple[Edit, ...] = ()


def edit_of(correction: Correction, text: str, place: str) -> Edit:
    """The record of a correction."""
    return Edit(
        rule=correction.rule,
        before=text[correction.start : correction.end],
        after=correction.after,
        evidence=correction.evidence,
        certainty=correction.certainty,
        place=place,
    )


def apply(text: str, corrections: Sequence[Correction]) -> tuple[str, list[Correction]]:
    """The text with the corrections made, and those that were: where two overlap, the one that starts first."""
    made: list[Correction] = []
    pieces: list[str] = []
    at = 0
    for correction in sorted(corrections, key=lambda c: (c.start, -c.end)):
        if correction.start < at or text[correction.start : correction.end] == correction.after:
            continue
        pieces += [text[at : correction.start], correction.after]
        at = correction.end
        made.append(correction)
    return "".join([*pieces, text[at:]]), made


Decide = Callable[[str, Correction], Correction | None]


def _as_is(text: str, correction: Correction) -> Correction:
    return correction


def correct(text: str, rules: Sequence[Rule], context: Context, decide: Decide = _as_is) -> Corrected:
    """The text after all rules, with what was changed and what is proposed. `decide` is a person's word on each
    correction: as it is, another certainty, or none."""
    edits: list[Edit] = []
    visited = {text}
    for _ in range(_ROUNDS):
        after, made, proposals = _round(text, rules, context, decide)
        if after == text or after in visited:
            # nothing more to say, or two rules at odds: what stands is left standing
            return Corrected(text, tuple(edits), tuple(proposals) if after == text else ())
        visited.add(after)
        edits += made
        text = after
    return Corrected(text, tuple(edits))


def _round(text: str, rules: Sequence[Rule], context: Context, decide: Decide) -> tuple[str, list[Edit], list[Edit]]:
    """(text, edits, proposals) after each rule has spoken once."""
    edits: list[Edit] = []
    proposals: list[Edit] = []
    for rule in rules:
        said = rule(text, context)
        if not said or not (found := _allowed(text, said, decide)):
            continue
        text_after, made = apply(text, [c for c in found if c.certainty >= APPLY])
        edits += [edit_of(c, text, context.field.path) for c in made]
        proposals += [edit_of(c, text, context.field.path) for c in found if c.certainty < APPLY]
        text = text_after
    return text, edits, proposals


def _allowed(text: str, corrections: list[Correction], decide: Decide) -> list[Correction]:
    spans = protected_spans(text)
    free = (c for c in corrections if not overlaps(spans, c.start, c.end))
    return [decided for c in free if (decided := decide(text, c)) is not None]
