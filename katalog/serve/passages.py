"""What of a catalogue can be found: its passages (a row of a table, a fungsi, an entry of the preamble), each with all
its texts, and the findings about it.

Found by walking the catalogue itself, as the tables of places are: a field that the schema gets tomorrow is searched
without a line here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bahasa.roles import INDIKATOR
from katalog.show.tables.printed import PrintedThing, printed_things
from katalog.text import value_of
from schemas.base import Finding, Kind
from schemas.catalogue import Catalogue, Origin
from schemas.decree import Text

#: A passage is all that stands below one of these; whatever else is printed is one by itself.
_WHOLE = re.compile(r"(/blocks/\d+/(?:rows|others|headings)/\d+|/tables/\d+|/decree/origins/[^/]+)(?:/|$)")


@dataclass(slots=True)
class Passage:
    """A passage. `path` is its JSON Pointer, `block` the 0-based position of its block (None for the decree's own),
    `number` its 1-based one in its list; `texts` are as printed and as meant. `findings` have code and severity."""

    path: str
    part: str
    block: int | None
    number: int | None
    page: int | None
    title: str = ""
    texts: dict[str, None] = field(default_factory=dict)
    findings: dict[tuple[str, str], None] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All its texts, each once."""
        return "\n".join(self.texts)


def passages_of(catalogue: Catalogue) -> list[Passage]:
    """All passages in printed order, with their findings."""
    found: dict[str, Passage] = {}
    for thing in printed_things(catalogue):
        if not isinstance(thing.model, Text | Origin):
            continue
        path = _passage_path(thing.path)
        if path not in found:
            found[path] = _begun(path, thing)
        _add(found[path], thing)
    _point(catalogue, found)
    return list(found.values())


def _passage_path(path: str) -> str:
    whole = _WHOLE.match(path)
    return whole[1] if whole else path.removesuffix("/text")


def _begun(path: str, thing: PrintedThing) -> Passage:
    steps = path.split("/")
    block = int(steps[2]) if steps[1] == "blocks" else None
    number = int(steps[-1]) + 1 if steps[-1].isdigit() else None
    return Passage(path, thing.part, block, number, next((one.page for one in thing.model.places), None))


def _add(passage: Passage, thing: PrintedThing) -> None:
    printed = thing.model.as_printed
    value = value_of(thing.model) if isinstance(thing.model, Text) else printed
    for text in (value, printed):
        if text:
            passage.texts[text] = None
    if value and (not passage.title or thing.role == INDIKATOR):
        passage.title = value


def _point(catalogue: Catalogue, found: Mapping[str, Passage]) -> None:
    """Put each finding that nobody has answered to the passage that it is about."""
    position = {(block.kind, block.order): number for number, block in enumerate(catalogue.blocks)}
    for finding in catalogue.findings:
        if finding.answered:
            continue
        passage = next((found[path] for path in _paths(finding, position) if path in found), None)
        if passage is not None:
            passage.findings[(finding.code, finding.severity)] = None


def _paths(finding: Finding, position: Mapping[tuple[Kind | None, int], int]) -> Iterator[str]:
    """Where a finding may stand, the nearest first: `rows/2/target` is `/blocks/0/rows/1`, then its jabatan."""
    steps = finding.field.removeprefix("preamble/").split("/") if finding.field else []
    moved = [str(int(step) - 1) if step.isdigit() else step for step in steps]
    block = position.get((finding.kind, finding.order)) if finding.order is not None else None
    root = "/decree" if block is None else f"/blocks/{block}"
    yield from ("/".join([root, *moved[:length]]) for length in range(len(moved), 0, -1))
    yield from (f"{root}/jabatan", f"{root}/judul", f"{root}/rows/0", f"{root}/diktum/0")
