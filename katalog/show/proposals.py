"""What awaits a person's decision, as the text of a koreksi.toml: proposals, and targets that read two ways."""

from __future__ import annotations

from collections.abc import Iterator

from bahasa.block_kinds import block_named
from bahasa.fold import fold
from bahasa.roles import TARGET
from katalog.show.known_by import known_by
from katalog.show.label import located
from normalize.koreksi.file import KoreksiFile, asked_decisions, write_koreksi, written_entry
from normalize.place import target_path
from schemas.base import Edit, Finding, Kind
from schemas.catalogue import Catalogue

#: The findings that say what is proposed.
PROPOSAL_CODES = ("ejaan-usulan", "target-ambigu")
_HEAD = """\
# Usulan yang menunggu putusan untuk {slug}.
# Salin ke koreksi.toml di samping sumbernya. putusan = "terima" menerapkan usulan, "tolak" menolaknya untuk seterusnya;
# “menjadi” boleh diganti. Yang belum diputuskan jangan disalin: ia akan muncul lagi di sini."""


def waiting(catalogue: Catalogue) -> Iterator[str]:
    """The entries in the order of the decree, each below a comment that says where its words stand."""
    asked = undecided(catalogue)
    yield _HEAD.format(slug=catalogue.source.slug)
    if not asked:
        yield "# Tidak ada usulan."
        return
    yield write_koreksi(KoreksiFile((), (catalogue.source.sha256,), (catalogue.source.file,))).rstrip("\n")
    findings = {_path(f.kind, f.order, f.field): f for f in catalogue.findings if f.code in PROPOSAL_CODES}
    for proposal in asked:
        yield ""
        yield from _context(findings.get(proposal.place), proposal, catalogue)
        yield from (written_entry(known_by(one, catalogue)).rstrip("\n") for one in asked_decisions([proposal]))


def undecided(catalogue: Catalogue) -> list[Edit]:
    """The proposals that a person has to decide, each once."""
    return _once([*catalogue.proposals, *_ambiguous(catalogue)])


def _context(finding: Finding | None, proposal: Edit, catalogue: Catalogue) -> Iterator[str]:
    """`# IKI 13 (Pengelola Kepegawaian), baris 11, hlm. 9: rumus`, and the text where it is more than the words."""
    if finding is None:
        return
    role = finding.field.split("/")[2] if finding.field.count("/") == 2 and finding.field.startswith("rows/") else ""
    yield f"# {located(finding, catalogue)}" + (f": {role}" if role else "")
    printed = fold(finding.as_printed)
    if printed != proposal.before:
        yield f"# “{printed}”"


def _once(proposals: list[Edit]) -> list[Edit]:
    """The first of those that a single decision settles."""
    first = {(p.place, p.before): p for p in reversed(proposals)}
    return [p for p in proposals if first[p.place, p.before] is p]


def _ambiguous(catalogue: Catalogue) -> Iterator[Edit]:
    """Targets that read two ways, with the likeliest reading as the proposal."""
    for block in catalogue.blocks:
        for row in block.rows:
            for one in row.targets:
                if one.target.kind != "ambiguous" or not one.target.candidates or one.cell.span == "covered":
                    continue
                readings = [f"{reading} {one.target.unit or ''}".strip() for reading in one.target.candidates]
                path = f"{_path(block.kind, block.order, 'rows')}/{row.row}"
                yield Edit(
                    rule="target",
                    before=fold(one.cell.text.as_printed),
                    after=readings[0],
                    evidence=f"dapat dibaca {' atau '.join(readings)}",
                    certainty=0.5,
                    place=target_path(path, one.position) if len(row.targets) > 1 else f"{path}/{TARGET}",
                )


def _path(kind: Kind | None, order: int | None, field: str) -> str:
    """The path of a field of the decree (`IKI/13/rows/11/rumus`), as edits give it."""
    return field if order is None else f"{block_named(kind, order)}/{field}"
