"""The words of the pages in a language: labels from istilah.toml, what else has a name from its own table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bahasa.roles import column_roles
from bahasa.temuan import Lang
from katalog.compare.kinds import EVENTS, Bilingual, Event


@cache
def _told(table: str) -> dict[str, Bilingual]:
    told: dict[str, Any] = tomllib.loads(files("katalog.show.browse").joinpath("istilah.toml").read_text("utf-8"))
    return {key: Bilingual.model_validate(entry) for key, entry in told[table].items()}


class PageWords:
    """Words in one language.

    >>> PageWords("id").label("search"), PageWords("en").part("fungsi"), PageWords("id").part("rows")
    ('Cari', 'Fungsi', 'Baris indikator')
    """

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def label(self, key: str, **values: object) -> str:
        """A fixed label or sentence."""
        return _told("label")[key].said(self.lang).format(**values)

    @property
    def labels(self) -> Mapping[str, str]:
        """All fixed labels."""
        return {key: entry.said(self.lang) for key, entry in _told("label").items()}

    def part(self, name: str) -> str:
        """A part of a catalogue; one without a word is called as its field is."""
        word = _told("bagian").get(name)
        return word.said(self.lang) if word else name.replace("_", " ").capitalize()

    def role(self, name: str) -> str:
        """A column; one without a role as it is headed."""
        roles: dict[str, Any] = dict(column_roles())
        return str(getattr(roles[name], self.lang)) if name in roles else name

    def severity(self, name: str) -> str:
        """How grave a finding is."""
        return _told("tingkat")[name].said(self.lang)

    def event(self, event: Event) -> str:
        """What became of a thing in a revision."""
        return EVENTS[event].said(self.lang)

    def number(self, text: str) -> str:
        """A decimal number with the decimal sign of the language."""
        return text.replace(".", ",") if self.lang == "id" else text
