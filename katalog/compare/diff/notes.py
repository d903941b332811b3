"""Notes in Indonesian: what a change has to do with other things."""

from __future__ import annotations

from collections.abc import Sequence

from katalog.compare.match.node import Node
from katalog.compare.match.reshape import Reshaped
from schemas.diff import Note, NoteCode


def note(code: NoteCode, text: str, others: Sequence[Node] = ()) -> Note:
    """A note that names the things concerned."""
    return Note(code=code, text=text, names=tuple(one.said.printed for one in others), ids=tuple(o.id for o in others))


def moved_within(old: Node, new: Node) -> Note:
    """`Dari urutan ke-2 menjadi ke-5.`"""
    return note("moved_within", f"Dari urutan ke-{old.place + 1} menjadi ke-{new.place + 1}.")


def moved_across(old: Node, new: Node) -> Note:
    """`Dialihkan dari Pengelola Gaji kepada Bendahara.`"""
    holders = [node.block for node in (old, new) if node.block is not None]
    names = [holder.said.printed for holder in holders]
    return note("moved_across", f"Dialihkan dari {names[0]} kepada {names[-1]}.", holders)


def regrouped(old: Node, new: Node) -> Note:
    """`Dari sasaran “...” ke sasaran “...”.`"""
    ours, theirs = (f"“{one.sasaran.said.printed}”" if one.sasaran else "(tanpa sasaran)" for one in (old, new))
    groups = [one.sasaran for one in (old, new) if one.sasaran is not None]
    return note("regrouped", f"Dari sasaran {ours} ke sasaran {theirs}.", groups)


def reshaped_notes(reshaped: Sequence[Reshaped]) -> dict[int, Note]:
    """The note of each jabatan that merged or split, by the `id()` of its tree."""
    found: dict[int, Note] = {}
    for one in reshaped:
        names = " dan ".join(part.said.printed for part in one.parts)
        whole = one.whole.said.printed
        code: NoteCode = "merged" if one.merged else "split"
        text = f"Gabungan dari {names}." if one.merged else f"Dipecah menjadi {names}."
        found[id(one.whole)] = note(code, text, one.parts)
        for part in one.parts:
            text = f"Dilebur ke dalam {whole}." if one.merged else f"Pecahan dari {whole}."
            found[id(part)] = note(code, text, [one.whole])
    return found
