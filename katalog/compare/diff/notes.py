"""Notes: what a change has to do with other things."""

from __future__ import annotations

from collections.abc import Sequence

from katalog.compare.match.reshape import Reshaped
from katalog.compare.match.thing import Thing
from schemas.diff import Note, NoteCode


def note(code: NoteCode, others: Sequence[Thing] = ()) -> Note:
    """A note that names the things concerned."""
    return Note(code=code, names=tuple(one.said.printed for one in others), ids=tuple(one.id for one in others))


def moved_within() -> Note:
    """From one place to another of its list: the change says from which to which."""
    return note("moved_within")


def moved_across(old: Thing, new: Thing) -> Note:
    """From one jabatan to another."""
    return note("moved_across", [one.block for one in (old, new) if one.block is not None])


def regrouped(old: Thing, new: Thing) -> Note:
    """From one sasaran to another."""
    return note("regrouped", [one.sasaran for one in (old, new) if one.sasaran is not None])


def reshaped_notes(reshaped: Sequence[Reshaped]) -> dict[int, Note]:
    """The note of each jabatan that merged or split, by the `id()` of its tree."""
    found: dict[int, Note] = {}
    for one in reshaped:
        code: NoteCode = "merged" if one.merged else "split"
        found[id(one.whole)] = note(code, one.parts)
        found.update({id(part): note(code, [one.whole]) for part in one.parts})
    return found
