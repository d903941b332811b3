"""From what the decree prints to what it says: the one way through this package.

Input: an ExtractedDecree. Output: a NormalizedDecree; `Text.value` is set for every text, `Row.target` (or that of
each of `Row.targets`) for every row,
`Item.law` in Mengingat, `Penetapan.tanggal_iso`; merged cells are filled down. What is printed is never changed; every
change of words, of punctuation or of units is an Edit, every doubt a Finding. Pure and total: the same decree gives the
same result, and a decree that prints the values of another has the same values.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from normalize.fill import fill_down
from normalize.place import is_value_path
from normalize.values.citations import cite
from normalize.values.rows import type_rows
from normalize.walk import map_texts
from normalize.words.texts import DecreeTexts
from schemas.decree import ExtractedDecree, NormalizedDecree

if TYPE_CHECKING:
    from normalize.koreksi.file import KoreksiFile
    from normalize.koreksi.settle import Settled


def normalize(
    extracted: ExtractedDecree, spelling: bool = True, koreksi: Sequence[KoreksiFile] = ()
) -> NormalizedDecree:
    """The decree with values beside what is printed, every edit and doubt on record.

    Without `spelling` the values are the printed texts, folded (and filled down); targets, laws and dates are read all
    the same.
    `koreksi` are files of a person's decisions (koreksi.toml), of this source and of earlier revisions; they hold
    with and without `spelling`. Those about the reading come before anything else: they correct what is printed.
    """
    settled = _settled(extracted, koreksi) if koreksi else None
    extracted, slips = (settled.extracted, settled.slips) if settled else (extracted, [])
    worded = DecreeTexts(extracted.decree, slips)
    if spelling:
        worded.correct()
    decree = map_texts(extracted.decree, worded.put)
    decree, found = cite(decree)
    decided = {k.tempat: k for k in slips if is_value_path(k.tempat)}
    blocks, edits, findings = [], worded.edits(), [*extracted.findings, *worded.findings(), *found]
    for block in decree.blocks:
        typed, target_edits, target_findings = type_rows(block, decided, spelling)
        blocks.append(typed.model_copy(update={"rows": fill_down(typed.rows)}))
        edits += target_edits
        findings += target_findings
    decree = decree.model_copy(update={"blocks": tuple(blocks)})
    records = settled.records(worded.unfit()) if settled else ()
    findings += settled.findings(records) if settled else ()
    return NormalizedDecree(
        source=extracted.source,
        decree=decree,
        edits=tuple(edits),
        proposals=tuple(worded.proposals()),
        findings=tuple(findings),
        koreksi=records,
    )


def _settled(extracted: ExtractedDecree, koreksi: Sequence[KoreksiFile]) -> Settled | None:
    # most decrees are built without decisions, and need not wait for what applies them
    from normalize.koreksi.settle import settle

    return settle(extracted, koreksi)
