"""A line whose label is parted from its value by white alone (`Jabatan      Guru Matematika`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.labels import is_whole_label
from bahasa.parts import head_labels
from extract.table.meaning.fields import names_office, says_tugas

# `Tugas Pokok        Melaksanakan ...`, `3. Tugas       Melaksanakan ...`
_GAPPED = re.compile(
    r"\s*(?:\d{1,2}[.)]\s+)?(?P<label>[A-Z][^\W\d_]*(?:[ /.&-]{1,2}[^\W\d_]+){0,4})(?P<putih> {3,})(?P<nilai>\S.*)$"
)

#: So many known labels stand below each other at least.
_FEWEST = 2


def gapped_label(text: str) -> re.Match[str] | None:
    """The label, the white behind it and the value, None where a line is no such one by its form.

    >>> found = gapped_label("Jabatan      Guru Matematika")
    >>> found and (found["label"], found["nilai"])
    ('Jabatan', 'Guru Matematika')
    """
    match = _GAPPED.match(text)
    return match if match and ":" not in match["nilai"][:2] else None


def is_gapped_head(labels: Sequence[re.Match[str]]) -> bool:
    """Are such labels, below each other, those of a head: several known ones, one of them borne out by its value?"""
    known = [match for match in labels if is_whole_label(match["label"], *head_labels())]
    return len(known) >= _FEWEST and any(map(_is_borne_out, known))


def _is_borne_out(match: re.Match[str]) -> bool:
    """Does the value say what its label promises: an office, or what somebody does?"""
    if is_whole_label(match["label"], "tugas"):
        return says_tugas(match["nilai"])
    return is_whole_label(match["label"], "pemangku") and names_office(match["nilai"])
