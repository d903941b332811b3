"""The tables of a diff (kinds.toml): kinds of change, natures, notes, objects, lists, events of a history.

Each entry has all answers about its kind, and code asks the entry instead of listing names:
`KINDS["moved"].leaves`, `LISTS["kolom"].repeated`, `NOTES["merged"].sentence["added"].said("id")`.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any, Final, Literal

from pydantic import Field

from schemas.base import Frozen
from schemas.diff import ChangeKind, Nature, NoteCode, Object

#: The languages of all words.
LANGUAGES: Final = ("id", "en")

#: What becomes of a thing in a revision: a change of its own, or none.
Event = ChangeKind | Literal["present", "kept", "edited", "absent"]


class Bilingual(Frozen):
    """A word or sentence in Indonesian and English."""

    id: str
    en: str

    def said(self, lang: str) -> str:
        """In the language `id` or `en`."""
        return self.id if lang == "id" else self.en


class EventEntry(Bilingual):
    """What became of a thing, with its colour on the terminal."""

    colour: str = ""


class KindEntry(Bilingual):
    """A kind of change: what it does to a thing, and how reports mark it."""

    event: Bilingual
    leaves: bool = False
    arrives: bool = False
    writes: bool = False
    nature: Nature | None = None
    weight: int = 0
    sign: str
    colour: str
    ink: str

    @property
    def one_sided(self) -> bool:
        """Whether the thing is in one of the two decrees only."""
        return self.leaves != self.arrives


class NatureEntry(Bilingual):
    """Whether a change of this nature is one of substance."""

    substantive: bool = False


class NoteEntry(Frozen):
    """What a change has to do with other things, as a sentence for each kind of change that may have the note."""

    sentence: dict[ChangeKind, Bilingual]
    stays: bool = False


class ObjectEntry(Bilingual):
    """What a change is about."""

    followed: bool = False


class ListEntry(Frozen):
    """A list that things of one kind stand in. `field` is None where the things are no field of their object."""

    name: str
    holder: Literal["decree", "diktum", "lampiran", "jabatan"]
    object: Object
    field: str | None = None
    text_field: str | None = None
    text_kind: ChangeKind = "changed"
    shape: Literal["text", "texts", "entries", "plain"] | None = None
    of: str
    single: bool = False
    placed: bool = False
    own: bool = False
    apart: bool = False
    repeated: bool = False
    form: bool = False
    counted: bool = True
    exact: bool = False
    names_edition: bool = False
    wrapped: bool = False
    words: Bilingual | None = Field(default=None)


def _list_entry(name: str, told: dict[str, Any]) -> ListEntry:
    """An entry with what it doesn't say: a list with words of its own is a field of the same name."""
    words = {lang: told.pop(lang) for lang in LANGUAGES if lang in told}
    field = told.pop("field", None if "text_field" in told or not words else name)
    return ListEntry.model_validate(
        {"name": name, "of": name, "field": field, "text_field": field, "words": words or None, **told}
    )


_TOLD: Final[dict[str, Any]] = tomllib.loads(files("katalog.compare").joinpath("kinds.toml").read_text("utf-8"))

KINDS: Final[dict[ChangeKind, KindEntry]] = {k: KindEntry.model_validate(v) for k, v in _TOLD["kind"].items()}
EVENTS: Final[dict[Event, EventEntry]] = {k: EventEntry.model_validate(v) for k, v in _TOLD["event"].items()} | {
    name: EventEntry(id=kind.event.id, en=kind.event.en, colour=kind.colour) for name, kind in KINDS.items()
}
NATURES: Final[dict[Nature, NatureEntry]] = {k: NatureEntry.model_validate(v) for k, v in _TOLD["nature"].items()}
NOTES: Final[dict[NoteCode, NoteEntry]] = {k: NoteEntry.model_validate(v) for k, v in _TOLD["note"].items()}
OBJECTS: Final[dict[Object, ObjectEntry]] = {k: ObjectEntry.model_validate(v) for k, v in _TOLD["object"].items()}
LISTS: Final[dict[str, ListEntry]] = {name: _list_entry(name, dict(v)) for name, v in _TOLD["list"].items()}


def lists_in(holder: str) -> tuple[ListEntry, ...]:
    """The lists of a decree, a diktum, a lampiran or a jabatan, in the order of the report."""
    return tuple(entry for entry in LISTS.values() if entry.holder == holder)
