"""All decisions of a person about one decree: those about its reading first, then slips of the pen, then what is right.

Input: the decree as extracted, the files of decisions (those made for this source before those of an earlier
revision). Output: the decree read right, the slips by field, a record of each decision and the findings about them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from normalize.koreksi.answers import seen, stale_findings
from normalize.koreksi.file import KoreksiFile, data_of
from normalize.koreksi.kinds import SalahKetik
from normalize.koreksi.putusan import Putusan
from normalize.koreksi.readings import Outcome, corrected
from normalize.koreksi.slips import PlacedSlips
from schemas.base import Finding, KoreksiRecord
from schemas.decree import ExtractedDecree

#: What does not make another decision.
_BY_THE_WAY = ("id", "halaman", "oleh", "waktu", "alasan")


class Settled:
    """The decisions, applied to a decree: `extracted` is that decree read right."""

    def __init__(self, extracted: ExtractedDecree, files: Sequence[KoreksiFile]) -> None:
        self._decisions = _once(extracted.source.sha256, files)
        self._elsewhere = [file for file in files if _is_carried(extracted.source.sha256, file)]
        reading = corrected(extracted, self._decisions)
        self._decree = reading.decree
        self._outcomes: list[Outcome] = [*reading.outcomes, *seen(self._decree, self._decisions)]
        self._slips = PlacedSlips(self._decree, self._decisions)
        self.extracted = reading.read_right() if reading.outcomes else extracted

    @property
    def slips(self) -> list[SalahKetik]:
        """The decisions about slips of the pen, each about the field at its `tempat`."""
        return self._slips.listed

    def records(self, unfit: Iterable[tuple[SalahKetik, str]]) -> tuple[KoreksiRecord, ...]:
        """What became of each decision, in the order of the files; `unfit` are slips that fitted nothing, with the
        reason."""
        self._slips.tell(unfit)
        by = {id(one.decision): one for one in (*self._outcomes, *self._slips.outcomes)}
        return tuple(by[id(decision)].record(self._decree.path_of) for decision, _ in self._decisions)

    def findings(self, records: Sequence[KoreksiRecord]) -> list[Finding]:
        """What is to be decided again, and that decisions were made for another source."""
        names = [name for file in self._elsewhere for name in (file.berkas or (sha[:12] for sha in file.sumber))]
        return list(stale_findings(records, ", ".join(names)))


def settle(extracted: ExtractedDecree, files: Sequence[KoreksiFile]) -> Settled | None:
    """The decisions of the files applied to the decree; None where nobody decided anything."""
    return Settled(extracted, files) if any(file.putusan for file in files) else None


def _is_carried(sha256: str, file: KoreksiFile) -> bool:
    """Was the file made for other sources only?"""
    return bool(file.sumber) and sha256 not in file.sumber


def _once(sha256: str, files: Sequence[KoreksiFile]) -> list[tuple[Putusan, bool]]:
    """The decisions, each once, with whether it was made for another source; those for this source first."""
    found: dict[str, tuple[Putusan, bool]] = {}
    for file in sorted(files, key=lambda one: _is_carried(sha256, one)):
        for decision in file.putusan:
            said = {key: value for key, value in data_of(decision).items() if key not in _BY_THE_WAY}
            found.setdefault(repr(said), (decision, _is_carried(sha256, file)))
    return list(found.values())
