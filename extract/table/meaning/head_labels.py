"""The labels of a document's heads, decided over all of their prints -> the part that a line `label : value` opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bahasa.headings import is_known_heading, role_of_heading
from bahasa.labels import LABEL_BORDER, word_part
from bahasa.parts import PartName, filled_parts
from bahasa.program import program_role
from bahasa.roles import INDIKATOR, RUMUS, SASARAN, TARGET
from extract.table.meaning.document_heads import document_heads
from extract.table.meaning.evidence import squashed
from extract.table.meaning.fields import OTHER_PART, label_form, label_parts, may_label

#: What only a table says opens no field of a head (`Sasaran : 1. Meningkatnya ...` above it).
ONLY_COLUMNS = (SASARAN, INDIKATOR, TARGET, RUMUS)


class FormedLabel(NamedTuple):
    """A label told by its form: the part that it opens, how sure that is, its words, the value and where it begins."""

    part: PartName
    sure: float
    printed: str
    rest: str
    end: int


class HeadLabels:
    """The labels of a document, decided once, over all of its heads: `above` are the lines above each table, down from
    the one before, `tail` those below the last one."""

    def __init__(self, above: Iterable[Sequence[str]], tail: Sequence[str] = ()) -> None:
        document = document_heads(list(above), tail)
        self._small, self._below = document.small, document.below
        self.parts = label_parts(document.heads)

    def formed(self, text: str) -> FormedLabel | None:
        """The label of a line `label : value` that opens a field of a block, None where it is none.

        >>> above = ["Nomenklatur   : Kepala Bidang Mutasi", "Mandat   : Melaksanakan urusan mutasi pegawai"]
        >>> labels = HeadLabels([above])
        >>> [found.part for text in above if (found := labels.formed(text))]
        ['pemangku', 'tugas']
        """
        match = label_form(text, self._small)
        found = self.parts.get(squashed(match["label"])) if match else None
        if match is None or found is None or found.part == OTHER_PART:
            return None
        if heads_column(match["label"]) or _heads_money(match["label"], match["nilai"]):
            return None
        beside = LABEL_BORDER in text[match.end("label") : match.start("nilai")]
        if beside and (may_label(match["nilai"]) or word_part(match["nilai"], *filled_parts())):
            # `PEMERINTAH KOTA BANDUNG | PERIODE PENILAIAN : 2025`: two texts side by side; `No | RINCIAN FUNGSI`
            return None
        return FormedLabel(found.part, found.sure, match["label"], match["nilai"].strip(), match.start("nilai"))

    def has(self, text: str) -> bool:
        """Is a line one of these labels with its value, whatever it opens?"""
        match = label_form(text, self._small)
        return match is not None and squashed(match["label"]) in self.parts

    def stands_below(self, text: str) -> bool:
        """Does a line begin with a label that each table has below it?"""
        match = label_form(text, self._small)
        return match is not None and squashed(match["label"]) in self._below


def heads_column(label: str) -> bool:
    """Is it the heading of a column of a table of indicators (`Sasaran`, `Target`), or of one of programs and their
    money (`Anggaran :` above `1. Program Dukungan Manajemen  Rp. 6.712.455.000,-`)?"""
    return (is_known_heading(label) and role_of_heading(label) in ONLY_COLUMNS) or program_role(label) == "anggaran"


def _heads_money(label: str, value: str) -> bool:
    """Is a label alone on its line the heading of a list of money by one of its words (`Jumlah anggaran kegiatan:`)?"""
    worded = any(program_role(word) == "anggaran" for word in label.split())
    return worded and not value.strip() and word_part(label, *filled_parts()) is None
