"""The decree read right: a person's corrections of reading applied to it, and what became of each.

Input: what the source says as read, and the decisions. Output: the decree as the person saw it, its findings pointed at
where their texts stand now (those about corrected texts are answered), and a record of every decision. Corrections of
reading come before anything is normalized: what they change is `as_printed`, and no revision differs by them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bahasa.block_kinds import block_named
from bahasa.fold import fold
from normalize.koreksi.file import data_of
from normalize.koreksi.kinds import (
    BacaTeks,
    GabungBaris,
    GabungButir,
    GabungSel,
    HapusBaris,
    HapusButir,
    PeranKolom,
    PindahTeks,
    PisahBaris,
    PisahButir,
    PisahSel,
    TambahBaris,
    TambahButir,
)
from normalize.koreksi.look_up import AlreadySo, LookUp, Reading, StaleKoreksi
from normalize.koreksi.opened import OpenDecree, Spot, split_path
from normalize.koreksi.putusan import BACA, Putusan
from normalize.koreksi.read_cells import join_cells, move_words, read_text, split_cell
from normalize.koreksi.read_columns import give_role
from normalize.koreksi.read_entries import add_entries, drop_entry, join_entries, split_entry
from normalize.koreksi.read_rows import add_row, drop_row, join_rows, split_row
from schemas.base import Finding, KoreksiRecord, KoreksiStatus
from schemas.decree import ExtractedDecree

#: What applies each kind of correction of reading.
APPLIES: dict[type[Putusan], Callable[[Any, LookUp], Reading]] = {
    BacaTeks: read_text, PindahTeks: move_words, GabungSel: join_cells, PisahSel: split_cell, GabungBaris: join_rows,
    PisahBaris: split_row, HapusBaris: drop_row, TambahBaris: add_row, GabungButir: join_entries,
    PisahButir: split_entry, HapusButir: drop_entry, TambahButir: add_entries, PeranKolom: give_role,
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Outcome:
    """What became of a decision, while the decree is open. `carried`: it was made for another source."""

    decision: Putusan
    carried: bool = False
    status: KoreksiStatus = "stale"
    spot: Spot | None = None
    before: str = ""
    after: str = ""
    reason: str = ""
    nearest: Spot | None = None
    words: str = ""

    def fits_none(self, stale: StaleKoreksi) -> None:
        """It fits nothing: why, and the likeliest of today."""
        self.reason, self.nearest, self.words = stale.reason, stale.nearest, fold(stale.words)

    def record(self, path_of: Callable[[Spot], str]) -> KoreksiRecord:
        """As it is kept in the catalogue."""
        data = {
            key: tuple(value) if isinstance(value, list) else value for key, value in data_of(self.decision).items()
        }
        return KoreksiRecord(
            decision=data,
            status=self.status,
            place=path_of(self.spot) if self.spot else "",
            before=self.before,
            after=self.after,
            reason=self.reason,
            nearest=self.words,
            nearest_place=path_of(self.nearest) if self.nearest else "",
            carried=self.carried,
        )


@dataclass(slots=True, eq=False)
class ReadRight:
    """The opened decree and what became of the decisions about its reading."""

    decree: OpenDecree
    outcomes: list[Outcome] = field(default_factory=list)

    def read_right(self) -> ExtractedDecree:
        """The decree as it is now, its findings where their texts stand."""
        extracted = self.decree.extracted
        findings = tuple(self._moved(one) for one in extracted.findings)
        return extracted.model_copy(update={"decree": self.decree.closed(), "findings": findings})

    def _moved(self, finding: Finding) -> Finding:
        """The finding at the row and column that its text has now; one about a text that was corrected is answered."""
        if finding.order is None:
            return self._listed(finding, "", finding.field)
        path = block_named(finding.kind, finding.order)
        block = next((one for one in self.decree.blocks if one.path == path), None)
        row = split_path(f"{path}/{finding.field}")[1]
        if block is None or not row:
            return self._listed(finding, f"{path}/", finding.field)
        column = "/".join(finding.field.split("/")[2:])
        now = next((at for at, one in enumerate(block.rows, 1) if row in one.was), None)
        if now is None:
            gone = next((one for one in self.outcomes if one.spot and one.spot.row and row in one.spot.row.was), None)
            said = gone.decision.evidence if gone else ""
            return finding.model_copy(update={"field": "", "answered": said})
        column = block.renamed.get(column, column)
        place = f"rows/{now}/{column}" if column else f"rows/{now}"
        return self._answered(finding.model_copy(update={"field": place}), f"{path}/{place}")

    def _listed(self, finding: Finding, before: str, within: str) -> Finding:
        """A finding outside the rows, at the place of its entry where it is about one of a list."""
        now = self.decree.standing(f"{before}{within}")
        if now != f"{before}{within}":
            finding = finding.model_copy(update={"field": now.removeprefix(before)})
        return self._answered(finding, now)

    def _answered(self, finding: Finding, path: str) -> Finding:
        by = next((one for one in self.outcomes if one.status == "applied" and self._is_about(one, path)), None)
        return finding.model_copy(update={"answered": by.decision.evidence}) if by else finding

    def _is_about(self, outcome: Outcome, path: str) -> bool:
        place = self.decree.path_of(outcome.spot) if outcome.spot else ""
        return path == place or (place.count("/") == 3 and path.startswith(f"{place}/"))


def corrected(extracted: ExtractedDecree, decisions: Sequence[tuple[Putusan, bool]]) -> ReadRight:
    """Applies the corrections of reading among the decisions, in their order; of each it is said whether it was made
    for another source."""
    decided = ReadRight(OpenDecree(extracted))
    for decision, carried in decisions:
        if decision.JENIS == BACA:
            decided.outcomes.append(_applied(decision, carried, LookUp(decided.decree, near=not carried)))
    return decided


def _applied(decision: Putusan, carried: bool, where: LookUp) -> Outcome:
    outcome = Outcome(decision, carried)
    try:
        done = APPLIES[type(decision)](decision, where)
    except AlreadySo as so:
        outcome.status, outcome.spot = "already", so.spot
    except StaleKoreksi as stale:
        outcome.fits_none(stale)
    else:
        outcome.status, outcome.spot, outcome.before, outcome.after = "applied", done.spot, done.before, done.after
    return outcome
