"""Forms of page numbers, and stamps (furniture.toml): lines that belong to the page and not to the decree."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bahasa.data import entries_of


class PageNumberForm(NamedTuple):
    """A form of page numbers; `pattern` matches the whole line without the blanks around it."""

    name: str
    pattern: re.Pattern[str]


@cache
def page_number_forms() -> tuple[PageNumberForm, ...]:
    """All forms, in file order."""
    return tuple(PageNumberForm(e["nama"], re.compile(e["pola"])) for e in entries_of("furniture", "pola"))


def page_number_form(line: str) -> str | None:
    """The name of the form of page number that a whole line has (`Halaman 3 dari 40`: `halaman sekian dari sekian`),
    or None."""
    text = line.strip()
    return next((form.name for form in page_number_forms() if form.pattern.fullmatch(text)), None)


@cache
def page_stamps() -> frozenset[str]:
    """What a copy prints at the head of each page, alone on its line: `SALINAN`."""
    return frozenset(entry["kata"] for entry in entries_of("furniture", "cap"))
