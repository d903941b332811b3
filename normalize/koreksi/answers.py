"""What a person says is right as it was read, and what has to be decided again.

`benar` is about a text, a row, a block or the whole decree (`keputusan`): the findings about it are answered, wherever
in the pipeline they are raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bahasa.block_kinds import about_kind, block_kinds, block_named
from bahasa.fold import fold, fold_words
from bahasa.temuan import About, finding, shorten
from normalize.koreksi.file import decision_of
from normalize.koreksi.kinds import Benar
from normalize.koreksi.look_up import LookUp, StaleKoreksi
from normalize.koreksi.opened import OpenDecree, Spot, split_path, what_stands_at
from normalize.koreksi.putusan import BENAR, KETIK, Putusan
from normalize.koreksi.readings import Outcome
from schemas.base import Finding, Kind, KoreksiRecord

#: The path of the decree as a whole.
WHOLE = "keputusan"
#: Findings that ask for another kind of decision; `benar` answers them only where it names them.
_ASK = frozenset({"ejaan-usulan", "koreksi-usang", "target-ambigu"})


def seen(decree: OpenDecree, decisions: Sequence[tuple[Putusan, bool]]) -> list[Outcome]:
    """Where each `benar` among the decisions holds."""
    found = []
    for decision, carried in decisions:
        if isinstance(decision, Benar):
            found.append(_seen(decision, carried, LookUp(decree, near=not carried)))
    return found


def _seen(decision: Benar, carried: bool, where: LookUp) -> Outcome:
    outcome = Outcome(decision, carried)
    try:
        outcome.spot = _spot(decision, where)
    except StaleKoreksi as stale:
        outcome.fits_none(stale)
    else:
        outcome.status = "applied"
    return outcome


def _spot(decision: Benar, where: LookUp) -> Spot:
    if decision.tempat == WHOLE:
        return Spot(path=WHOLE)
    _, row, within = split_path(decision.tempat)
    if not within:
        return Spot(where.block(decision))
    if row and within.count("/") == 1:
        name = fold_words(decision.indikator or decision.tercetak)
        return where.named_row(decision, name)
    alike = where.decree.spots(what_stands_at(decision.tempat))
    if not any(where.decree.path_of(spot).count("/") == decision.tempat.count("/") for spot in alike):
        return _unprinted(decision, where)
    return where.text(decision, decision.tercetak)


def _unprinted(decision: Benar, where: LookUp) -> Spot:
    """Of what is printed nowhere as a text of its own: the decree's period, the headings of a table, a row's target
    without such a column."""
    block, row, within = split_path(decision.tempat)
    if not row:
        holder = where.block(decision) if block else None
        return Spot(holder, path=f"{holder.path}/{within}" if holder else decision.tempat)
    spot = where.named_row(decision, fold_words(decision.indikator))
    return Spot(spot.block, spot.row, within.split("/", 2)[2])


def answered(findings: Iterable[Finding], records: Sequence[KoreksiRecord]) -> Iterator[Finding]:
    """The findings, those that a person answered with the decision."""
    by_place: dict[str, list[Benar]] = {}
    for record in records:
        if record.decision.get("jenis") == BENAR and record.status == "applied":
            decision = decision_of(record.decision)
            assert isinstance(decision, Benar)
            by_place.setdefault(record.place, []).append(decision)
    for one in findings:
        by = next((b for b in by_place.get(path_of_finding(one) or WHOLE, ()) if _answers(b, one)), None)
        yield one.model_copy(update={"answered": by.evidence}) if by and not one.answered else one


def _answers(decision: Benar, about: Finding) -> bool:
    if decision.tempat == WHOLE:
        return about.code in decision.kode
    if decision.tercetak and about.as_printed and not _is_shown(about.as_printed, decision.tercetak):
        return False
    return about.code in decision.kode if decision.kode else about.code not in _ASK


def _is_shown(shown: str, printed: str) -> bool:
    """A finding shows a text, or how it begins."""
    return fold(printed).startswith(fold(shown))


def path_of_finding(about: Finding) -> str:
    """The full path of a finding's field (`IKI/3/rows/2/target`); the decree's own fields stand below `preamble`; empty
    for a finding about the decree as a whole.

    >>> path_of_finding(Finding(code="x", severity="info", message="", field="ditetapkan"))
    'preamble/penetapan/tanggal'
    """
    if about.order is not None:
        return f"{block_named(about.kind, about.order)}/{about.field}".rstrip("/")
    first = about.field.partition("/")[0]
    if not first or first in ("preamble", "lampiran", "tables", "unparsed"):
        return about.field.replace("/ditetapkan", "/penetapan/tanggal")
    return f"preamble/{about.field}".replace("/ditetapkan", "/penetapan/tanggal")


def stale_findings(records: Sequence[KoreksiRecord], sources: str) -> Iterator[Finding]:
    """What is to be decided again. `sources` names the sources that carried decisions were made for; of those only such
    are told again whose words have a likely successor, and one finding says how many hold."""
    carried = [one for one in records if one.carried]
    holding = sum(one.status != "stale" for one in carried)
    if carried:
        severity = "info" if holding else "warning"
        said = {"berkas": sources, "berlaku": holding, "jumlah": len(carried)}
        yield finding("koreksi-sumber", None, severity, **said)  # type: ignore[arg-type]
    for one in records:
        again = one.decision.get("jenis") == KETIK and one.nearest and holding
        if one.status == "stale" and (not one.carried or again):
            yield _stale_finding(one)


def _stale_finding(record: KoreksiRecord) -> Finding:
    tempat = str(record.decision["tempat"])
    severity = "info" if record.carried else "warning"
    said = {"tempat": tempat, "alasan": record.reason}
    if not record.nearest_place:
        return finding("koreksi-usang", About(field=tempat), severity, **said)  # type: ignore[arg-type]
    about = about_place(record.nearest_place, record.nearest)
    return finding("koreksi-usang", about, severity, **said, kini=shorten(record.nearest))  # type: ignore[arg-type]


def about_place(path: str, as_printed: str = "") -> About:
    """What a finding at this path is about.

    >>> about_place("IKI/3/rows/1/rumus").field, about_place("preamble/judul").field
    ('rows/1/rumus', 'preamble/judul')
    """
    block, _, within = split_path(path)
    if not block:
        return About(field=path, as_printed=as_printed)
    called, _, order = block.partition("/")
    kinds: list[Kind | None] = [*block_kinds(), None]
    kind = next(one for one in kinds if about_kind(one).called == called)
    return About(kind, int(order), within, as_printed)
