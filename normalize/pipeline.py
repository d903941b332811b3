"""Runs the rules over a text until none of them has anything to say.

Input: a folded text, the rules in order, the context. Output: the corrected text, the edits made and the corrections
proposed. Running it on its own output changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from normalize.protect import overlaps, protected_spans
from normalize.rules import APPLY, Context, Correction, Rule
from schemas.base import Edit

# a text needs two or three rounds (`berlaku ,dan` -> `berlaku,dan` -> `berlaku, dan`); the limit is for safety only
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Corrected:
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


def correct(text: str, rules: Sequence[Rule], context: Context) -> Corrected:
    """The text after all rules, with what was changed and what is proposed."""
    edits: list[Edit] = []
    for _ in range(_ROUNDS):
        before = text
        proposals: list[Edit] = []
        for rule in rules:
            found = _allowed(text, rule(text, context))
            if not found:
                continue
            text_after, made = apply(text, [c for c in found if c.certainty >= APPLY])
            edits += [edit_of(c, text, context.field.path) for c in made]
            proposals += [edit_of(c, text, context.field.path) for c in found if c.certainty < APPLY]
            text = text_after
        if text == before:
            return Corrected(text, tuple(edits), tuple(proposals))
    return Corrected(text, tuple(edits), tuple(proposals))


def _allowed(text: str, corrections: list[Correction]) -> list[Correction]:
    if not corrections:
        return corrections
    spans = protected_spans(text)
    return [c for c in corrections if not overlaps(spans, c.start, c.end)]
