"""Group rows of the tables of a document -> whether a line is called as they are.

`Agenda Prioritas A : Mewujudkan ...` stands inside a table; the last one on a page, with its rows on the next, stands
outside of what is drawn there, and looks like a label with its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.table.meaning.evidence import squashed
from extract.table.meaning.fields import FORM

#: What such a name counts with.
_COUNT = re.compile(r"\s+(?:[A-Z]|[IVX]{1,4})$")


def group_name(text: str) -> str:
    """What is shared by group rows that count (`agendaprioritas` of `Agenda Prioritas B : ...`); empty where a text is
    no label that counts.

    >>> group_name("Agenda Prioritas B : Mewujudkan aparatur"), group_name("Jabatan : Sekretaris")
    ('agendaprioritas', '')
    """
    match = FORM.match(text)
    label = match["label"] if match else ""
    return squashed(_COUNT.sub("", label)) if _COUNT.search(label) else ""


def group_names(texts: Iterable[str]) -> frozenset[str]:
    """The names of these group rows."""
    return frozenset(name for text in texts if (name := group_name(text)))
