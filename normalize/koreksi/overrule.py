"""Applies a person's decisions to the texts of a decree.

Input: the decisions and the folded prints by path. Output: what the rules may no longer change in a field, the
corrections accepted there, the words that a person put in, and the decisions that fit nothing any more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from normalize.place import is_value_path
from normalize.words.protect import overlaps
from normalize.words.rules import Correction
from schemas.base import Edit

if TYPE_CHECKING:
    from normalize.koreksi.kinds import SalahKetik

#: The rule's name of a human edit.
HUMAN = "koreksi"


@dataclass(slots=True, eq=False)
class Decisions:
    """The decisions about one field."""

    refused: frozenset[str] = frozenset()
    #: Accepted as proposed, by their words; and with what the person wants instead.
    accepted: dict[str, SalahKetik] = field(default_factory=dict)
    written: list[SalahKetik] = field(default_factory=list)
    #: Accepted words that a rule did propose.
    used: set[str] = field(default_factory=set)

    def decide(self, text: str, correction: Correction) -> Correction | None:
        """The correction as the person wants it: none where refused, certain where accepted."""
        before = text[correction.start : correction.end]
        if before in self.refused or self._is_written(text, correction):
            return None
        if (koreksi := self.accepted.get(before) or self._rewritten(before)) is None:
            return correction
        self.used.add(before)
        evidence = f"{koreksi.evidence}; {correction.evidence}"
        return Correction(correction.start, correction.end, koreksi.menjadi or correction.after, HUMAN, evidence, 1.0)

    def _rewritten(self, before: str) -> SalahKetik | None:
        """A decision about a word that is not printed, but was brought by a correction (`inventarsir`, corrected to
        `inventarisir`, for which `inventarisasi` is proposed)."""
        return next((k for k in self.written if k.tercetak == before), None)

    def _is_written(self, text: str, correction: Correction) -> bool:
        """True inside words that the person wrote."""
        spans = [m.span() for k in self.written for m in whole_words(k.menjadi).finditer(text)]
        return overlaps(spans, correction.start, correction.end)

    def write(self, text: str, place: str) -> tuple[str, list[Edit]]:
        """The text with the words that the person put in, and the edits."""
        edits = []
        for koreksi in self.written:
            changed = whole_words(koreksi.tercetak).sub(lambda _, new=koreksi.menjadi: new, text)  # type: ignore[misc]
            if changed != text:
                text = " ".join(changed.split())
                edits.append(_human(koreksi, place))
        return text, edits


def _human(koreksi: SalahKetik, place: str) -> Edit:
    return Edit(rule=HUMAN, before=koreksi.tercetak, after=koreksi.menjadi, evidence=koreksi.evidence, place=place)


def whole_words(words: str) -> re.Pattern[str]:
    """The words where they are not part of longer ones, as a pattern."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def decisions_of(koreksi: Sequence[SalahKetik]) -> dict[str, Decisions]:
    """The decisions by the path of their field."""
    found: dict[str, Decisions] = {}
    for decision in koreksi:
        about = found.setdefault(decision.tempat, Decisions())
        if not decision.terima:
            about.refused |= {decision.tercetak}
        elif not decision.menjadi:
            about.accepted[decision.tercetak] = decision
        else:
            about.written.append(decision)
    return found


def stale(
    koreksi: Sequence[SalahKetik], printed: Mapping[str, str], prose: Set[str], brought: Mapping[str, Sequence[str]]
) -> list[tuple[SalahKetik, str]]:
    """The decisions that fit nothing, with the reason in Indonesian: no such place, other words printed there, or a
    field (a name, a code) that is never corrected. `prose` are the paths of the fields that are; `brought` are the
    words that corrections brought to a field: a decision may be about these, or be made by them already."""
    found = []
    for decision in koreksi:
        place, words = decision.tempat, whole_words(decision.tercetak)
        if place not in printed:
            found.append((decision, "tempat itu tidak ada dalam keputusan ini"))
        elif is_value_path(place):
            if decision.tercetak != printed[place]:
                found.append((decision, f"sel itu mencetak “{printed[place]}”, bukan “{decision.tercetak}”"))
            elif decision.terima and not decision.menjadi:
                found.append((decision, "isian “menjadi” belum ada"))
        elif not any(
            words.search(text) or text == decision.menjadi for text in (printed[place], *brought.get(place, ()))
        ):
            found.append((decision, f"“{decision.tercetak}” tidak tercetak di sana"))
        elif place not in prose:
            found.append((decision, "bidang itu tidak pernah diubah"))
    return found
