"""Decisions about slips of the pen, put where their words stand now.

Input: the opened decree, read right, and the decisions. Output: for each the fields that it holds for (`tempat` is the
path there), or why it fits none. What it does to their values is said in `normalize.koreksi.overrule`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bahasa.fold import fold
from normalize.koreksi.kinds import SalahKetik
from normalize.koreksi.look_up import AlreadySo, LookUp, StaleKoreksi
from normalize.koreksi.opened import OpenDecree, Spot, what_stands_at
from normalize.koreksi.overrule import whole_words
from normalize.koreksi.putusan import Putusan
from normalize.koreksi.readings import Outcome
from normalize.place import is_value_path


class PlacedSlips:
    """The decisions with where each holds. `listed` are those for the speller and the targets, each about one field."""

    def __init__(self, decree: OpenDecree, decisions: Sequence[tuple[Putusan, bool]]) -> None:
        self._decree = decree
        self._by: dict[tuple[str, str], Outcome] = {}
        self.listed: list[SalahKetik] = []
        self.outcomes: list[Outcome] = []
        slips = [(one, carried) for one, carried in decisions if isinstance(one, SalahKetik)]
        # what was decided here goes before what was decided everywhere, and for this source before another
        for decision, carried in sorted(slips, key=lambda pair: (pair[1], pair[0].di == "semua")):
            self.outcomes.append(self._placed(decision, Outcome(decision, carried)))

    def _placed(self, decision: SalahKetik, outcome: Outcome) -> Outcome:
        where = LookUp(self._decree, near=not outcome.carried)
        try:
            spots = self._everywhere(decision) if decision.di == "semua" else [self._here(decision, where)]
        except AlreadySo as so:
            outcome.status, outcome.spot = "already", so.spot
            return outcome
        except StaleKoreksi as stale:
            outcome.fits_none(stale)
            # what is said of its place is said by who corrects the words
            spots = [Spot(path=decision.tempat)] if where.near and not _is_named(decision) else []
        for spot in spots:
            self._listed(decision, self._decree.path_of(spot), outcome)
            outcome.spot = outcome.spot or spot
        if spots:
            outcome.status, outcome.before, outcome.after = "applied", decision.tercetak, decision.menjadi
        return outcome

    def _listed(self, decision: SalahKetik, path: str, outcome: Outcome) -> None:
        """The decision about the field at this path, unless one about the same words there goes before it."""
        key = (path, fold(decision.tercetak))
        if key not in self._by:
            self._by[key] = outcome
            self.listed.append(replace(decision, tempat=path))

    def _everywhere(self, decision: SalahKetik) -> list[Spot]:
        spots = [spot for spot in self._decree.all_spots() if self._reads(decision, spot)]
        if not spots:
            raise StaleKoreksi(f"“{decision.tercetak}” tidak tercetak di mana pun")
        return spots

    def _here(self, decision: SalahKetik, where: LookUp) -> Spot:
        try:
            return where.text(decision, decision.tercetak, lambda spot: self._reads(decision, spot), loose=True)
        except StaleKoreksi as stale:
            # the words may be none that is printed, but such as a correction brings
            if stale.nearest is None or not _is_named(decision):
                raise
            like = where.likeness(decision, stale.nearest)
            if not (like.row and like.holder):
                raise
            if decision.menjadi and whole_words(decision.menjadi).search(stale.words):
                raise AlreadySo(stale.nearest) from None
            return stale.nearest

    def _reads(self, decision: SalahKetik, spot: Spot) -> bool:
        """Do its words stand there? A target or a satuan is decided as a whole, and only by a decision about one."""
        words, printed = fold(decision.tercetak), fold(self._decree.text(spot).as_printed)
        if is_value_path(f"/{spot.kind}") or is_value_path(decision.tempat):
            return words == printed and spot.kind == what_stands_at(decision.tempat)
        return whole_words(words).search(printed) is not None

    def tell(self, unfit: Iterable[tuple[SalahKetik, str]]) -> None:
        """What the speller found to fit nothing, with the reason."""
        unfitted: dict[int, list[tuple[SalahKetik, str]]] = {}
        for decision, reason in unfit:
            outcome = self._by[decision.tempat, fold(decision.tercetak)]
            unfitted.setdefault(id(outcome), []).append((decision, reason))
        for outcome in self.outcomes:
            told = unfitted.get(id(outcome), [])
            if told and len(told) == sum(1 for by in self._by.values() if by is outcome):
                outcome.status, outcome.reason, outcome.after, outcome.spot = "stale", told[0][1], "", None
            elif outcome.status == "applied":
                outcome.reason, outcome.nearest, outcome.words = "", None, ""


def _is_named(decision: Putusan) -> bool:
    return bool(decision.indikator or decision.jabatan)
