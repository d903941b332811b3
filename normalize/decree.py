"""From what the decree prints to what it says: the one way through this package.

Input: an ExtractedDecree. Output: a NormalizedDecree; `Text.value` is set for every text, `Row.target` for every row,
`Item.law` in Mengingat, `Penetapan.tanggal_iso`; merged cells are filled down. What is printed is never changed; every
change of words, of punctuation or of units is an Edit, every doubt a Finding. Pure and total: the same decree gives the
same result, and a decree that prints the values of another has the same values.
"""

from __future__ import annotations

from collections.abc import Sequence

from normalize.citations import cite
from normalize.document import Document, read_document
from normalize.fill import fill_down
from normalize.fold import fold
from normalize.letters import correct_letters
from normalize.pipeline import Corrected, correct
from normalize.place import PROSE, Field
from normalize.rows import type_rows
from normalize.rules import Context, Rule
from normalize.slips import correct_slips
from normalize.spacing import correct_spacing, split_units
from normalize.temuan import finding
from normalize.walk import list_texts, map_texts
from schemas.base import Edit, Finding
from schemas.decree import Decree, ExtractedDecree, NormalizedDecree, Text

#: The rules of the first storey, in order.
RULES: tuple[Rule, ...] = (correct_spacing, split_units, correct_letters, correct_slips)


def normalize(extracted: ExtractedDecree) -> NormalizedDecree:
    """The decree with values beside what is printed, every edit and doubt on record."""
    worded = _Words(read_document(_prose(extracted.decree)), RULES)
    decree = map_texts(extracted.decree, worded.visit)
    decree, found = cite(decree)
    blocks, edits, findings = [], worded.edits, [*extracted.findings, *worded.findings, *found]
    for block in decree.blocks:
        typed, target_edits, target_findings = type_rows(block)
        blocks.append(typed.model_copy(update={"rows": fill_down(typed.rows)}))
        edits += target_edits
        findings += target_findings
    decree = decree.model_copy(update={"blocks": tuple(blocks)})
    return NormalizedDecree(source=extracted.source, decree=decree, edits=tuple(edits), findings=tuple(findings))


def _prose(decree: Decree) -> list[str]:
    return [fold(text.as_printed) for field, text in list_texts(decree) if field.role in PROSE]


class _Words:
    """Visits the texts and keeps what was changed and proposed. A sentence that repeats (sumber data) is read once."""

    def __init__(self, document: Document, rules: Sequence[Rule]) -> None:
        self.document, self.rules = document, rules
        self.edits: list[Edit] = []
        self.findings: list[Finding] = []
        self._seen: dict[str, Corrected] = {}

    def visit(self, field: Field, text: Text) -> Text:
        folded = fold(text.as_printed)
        if field.role == "no":
            return text.model_copy(update={"value": folded.rstrip(".):").rstrip()})
        if field.role not in PROSE or not folded:
            return text.model_copy(update={"value": folded})
        corrected = self._correct(folded, field)
        self.edits += [edit.model_copy(update={"place": field.path}) for edit in corrected.edits]
        self.findings += [
            finding("ejaan-usulan", field, text, sebelum=p.before, sesudah=p.after, bukti=p.evidence)
            for p in corrected.proposals
        ]
        return text.model_copy(update={"value": corrected.value})

    def _correct(self, folded: str, field: Field) -> Corrected:
        if (seen := self._seen.get(folded)) is None:
            seen = self._seen[folded] = correct(folded, self.rules, Context(field, self.document))
        return seen
