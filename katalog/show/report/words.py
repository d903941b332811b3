"""The words of a report in its language: labels from istilah.toml, those of the diff's own kinds from their tables."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bahasa.roles import OTHERS, column_roles
from katalog.compare.kinds import EVENTS, KINDS, LISTS, NATURES, NOTES, OBJECTS, Bilingual, Event
from katalog.compare.match.names import column_in, named_target, role_in
from schemas.diff import Change, ChangeKind, Nature, Object, Sides


@cache
def _told(table: str) -> dict[str, Bilingual]:
    """A table of istilah.toml."""
    told: dict[str, Any] = tomllib.loads(files("katalog.show.report").joinpath("istilah.toml").read_text("utf-8"))
    return {key: Bilingual.model_validate(entry) for key, entry in told[table].items()}


@cache
def _fields() -> dict[str, Bilingual]:
    """Names of what a change's `field` may be: a text of the decree, or a column of an indikator."""
    columns: dict[str, Bilingual] = {role.name: Bilingual(id=role.id, en=role.en) for role in column_roles().values()}
    texts = {entry.text_field: entry.words for entry in LISTS.values() if entry.text_field and entry.words}
    return {**columns, **_told("kolom"), **texts}


class Terms:
    """Words in one language, `id` or `en`.

    >>> Terms("id").kind("moved"), Terms("en").field("kolom"), Terms("id").field("others/BUKTI DUKUNG")
    ('Dipindahkan', 'Column heading', 'BUKTI DUKUNG')
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def label(self, key: str, **values: object) -> str:
        """A fixed label or sentence."""
        return _told("label")[key].said(self.lang).format(**values)

    def labels(self) -> dict[str, str]:
        """All fixed labels; sentences with the names of their values."""
        return {key: entry.said(self.lang) for key, entry in _told("label").items()}

    def kind(self, kind: ChangeKind) -> str:
        """A kind of change."""
        return KINDS[kind].said(self.lang)

    def nature(self, nature: Nature) -> str:
        """Of substance, or of spelling."""
        return NATURES[nature].said(self.lang)

    def thing(self, name: Object) -> str:
        """An object of the diff."""
        return OBJECTS[name].said(self.lang)

    def field(self, name: str) -> str:
        """A field; a column without a role is called as it is headed, one of several targets by both."""
        words, column = _fields().get(role_in(name)), column_in(name)
        if words is None or role_in(name) == OTHERS:
            return column or name
        return f"{words.said(self.lang)} ({column})" if column else words.said(self.lang)

    def target_of(self, column: Sides) -> str:
        """One of several targets: `Target (TARGET 2022)`, `Target (TARGET 2022 → TARGET 2023)`."""
        named = dict.fromkeys(one for one in (column.old, column.new) if one)
        return self.field(named_target(" → ".join(named)))

    def event(self, event: Event) -> str:
        """What became of a thing in a revision."""
        return EVENTS[event].said(self.lang)

    def note(self, change: Change) -> str:
        """What a change has to do with other things; empty without a note."""
        note = change.note
        if note is None:
            return ""
        first, second, *_ = (*note.names, "–", "–")
        places = {"old": change.position.old, "new": change.position.new}
        sentence = NOTES[note.code].sentence[change.kind].said(self.lang)
        return sentence.format(names=", ".join(note.names), first=first, second=second, **places)

    def number(self, text: str) -> str:
        """A decimal number with the decimal sign of the language."""
        return text.replace(".", ",") if self.lang == "id" else text
