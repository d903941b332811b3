"""Substantive or editorial: editorial where both texts mean the same, spelled, cased, spaced or numbered otherwise.

A label that only names another edition is editorial as well."""

from __future__ import annotations

from katalog.compare.diff.edition import beside_edition
from katalog.compare.diff.signs import same_signs
from katalog.compare.diff.spelling import Spelling
from katalog.compare.kinds import LISTS
from katalog.compare.match.key import key_of
from katalog.compare.match.thing import Said
from schemas.decree import Law, Target
from schemas.diff import Nature

#: Fields whose words are names, numbers or dates: one letter makes another.
_EXACT = frozenset(entry.text_field for entry in LISTS.values() if entry.exact)
#: Labels that stand above the tables of every edition and name it.
_NAMES_EDITION = frozenset(entry.text_field for entry in LISTS.values() if entry.names_edition)
#: Notes of a target that say what it means, and not how it was read.
_MEANT = ("keterangan:", "persen dari:", "batas pada nilai:", "batas")


def nature(old: Said, new: Said, field: str | None, spelling: Spelling) -> Nature:
    """The nature of a change from `old` to `new`, which are printed differently."""
    return "editorial" if _same(old, new, field, spelling) else "substantive"


def _same(old: Said, new: Said, field: str | None, spelling: Spelling) -> bool:
    if old.target is not None and new.target is not None and field == "target":
        if old.target.kind == new.target.kind == "text" and spelling.same(old.value, new.value):
            return True
        return _target(old.target, old.value, spelling) == _target(new.target, new.value, spelling)
    if field == "rumus" and not same_signs(old.value, new.value):
        return False
    if old.law is not None and new.law is not None and _numbered(old.law) != _numbered(new.law):
        return False
    if field in _EXACT:
        return old.key == new.key
    if field in _NAMES_EDITION and (said := beside_edition(old.value)) and said == beside_edition(new.value):
        return True
    return spelling.same(old.value, new.value) or key_of(old.printed) == key_of(new.printed)


def _numbered(law: Law) -> tuple[str | None, int | None]:
    return law.nomor, law.tahun


def _target(target: Target, value: str, spelling: Spelling) -> tuple[object, ...]:
    """What the target says. A text target is compared by its words, a number by its value, unit and conditions."""
    if target.kind in ("text", "ambiguous"):
        return target.kind, key_of(value)
    notes = [note for note in (target.note or "").split("; ") if note.startswith(_meaning())]
    unit = key_of(target.unit or "")
    return target.kind, target.value, target.upper, unit, target.grade, target.date, tuple(map(key_of, notes))


def _meaning() -> tuple[str, ...]:
    from bahasa.data import entries_of

    return (*_MEANT, *(str(entry["catatan"]) for entry in entries_of("target", "pembatas")))
