"""Rows of the tables of places: whatever has a place in the catalogue, found by walking the catalogue itself.

So a field that the schema gets tomorrow is in these tables without a line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from bahasa.akn import akn_iri
from bahasa.roles import OTHERS, TARGET
from katalog.show.tables.indicators import as_json, holder
from katalog.show.tables.registry import TableRow
from schemas.base import Finding, Frozen, Place
from schemas.catalogue import Attachment, Catalogue, Clause, Entry, IndicatorBlock, IndicatorRow, Origin
from schemas.decree import Cell, Heading, KeptTable, Text

#: What nothing is inside of.
_PLAIN = (str, int, float, type(None))


class PrintedThing(NamedTuple):
    """Something with places: its JSON Pointer, the models that hold it, outermost first, and itself."""

    path: str
    holders: tuple[Frozen, ...]
    model: Any

    @property
    def part(self) -> str:
        """The list or field of the catalogue, the block or the decree that it is from."""
        steps = [step for step in self.path.split("/")[1:] if not step.isdigit()]
        return next((step for step in steps if step not in ("decree", "blocks")), steps[0])

    @property
    def role(self) -> str | None:
        """The role of the column that it stands in, None where it stands in none."""
        if isinstance(self.holders[-1], Heading):
            return self.holders[-1].role
        if not any(isinstance(holder, IndicatorRow) for holder in self.holders):
            return None
        # /blocks/0/rows/0/cells/rumus/text, /blocks/0/rows/0/targets/1/cell/text, /blocks/0/rows/0/others/KET./text
        kept, key = self.path.split("/")[5:7]
        return {"cells": key, "targets": TARGET}.get(kept, OTHERS)


def text_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`teks`: whatever has a place."""
    for thing in printed_things(catalogue):
        row: TableRow = {"path": thing.path, "part": thing.part, "role": thing.role}
        for model in (*thing.holders, thing.model):
            row |= _said_by(model)
        yield row


def place_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`tempat`: the places of each."""
    for thing in printed_things(catalogue):
        for position, place in enumerate(thing.model.places, 1):
            yield {"path": thing.path, "position": position, **_place(place)}


def law_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`peraturan`: the laws that entries cite."""
    for thing in printed_things(catalogue):
        entry = thing.holders[-1]
        if isinstance(entry, Entry) and entry.law is not None:
            law = entry.law
            iri = akn_iri(law)
            yield {"part": thing.part, "entry_id": entry.id, **law.model_dump(), "akn": iri, "path": thing.path}


def _said_by(model: Frozen) -> TableRow:
    """What a model says of all that it holds."""
    match model:
        case IndicatorBlock():
            return holder(model)
        case Finding() | KeptTable():
            printed = model.as_printed if isinstance(model, Finding) else ""
            return {"kind": model.kind, "jabatan_order": model.order, "as_printed": printed}
        case IndicatorRow():
            return {"indikator_id": model.id}
        case Entry():
            return {"entry_id": model.id, "no": model.no}
        case Clause():
            return {"entry_id": model.id, "no": model.label}
        case Attachment():
            return {"entry_id": model.id}
        case Cell():
            return {"span": model.span, "formula": model.formula}
        case Origin():
            return model.model_dump(exclude={"places"})
        case Text():
            read = model.model_dump(exclude={"places", "value", "reasons"})
            return {**read, "text": model.value, "reasons": as_json(model.reasons)}
    return {}


def _place(place: Place) -> TableRow:
    first, last = place.lines or (None, None)
    x0, top, x1, bottom = place.bbox or (None,) * 4
    return {
        "page": place.page, "line_first": first, "line_last": last, "x0": x0, "top": top, "x1": x1, "bottom": bottom
    }  # fmt: skip


def printed_things(catalogue: Catalogue) -> list[PrintedThing]:
    """Whatever has places, in the order of the catalogue."""
    found: list[PrintedThing] = []
    _gather(catalogue, "", (), found)
    return found


def _gather(value: Any, path: str, holders: tuple[Frozen, ...], found: list[PrintedThing]) -> None:
    if isinstance(value, tuple):
        held: Iterable[tuple[object, Any]] = enumerate(value)
    elif isinstance(value, dict):
        held = ((_step(key), one) for key, one in value.items())
    else:
        if "places" in type(value).model_fields:
            found.append(PrintedThing(path, holders, value))
        held, holders = value, (*holders, value)
    for step, one in held:
        if not isinstance(one, _PLAIN):
            _gather(one, f"{path}/{step}", holders, found)


def _step(key: str) -> str:
    """A key as a step of a JSON Pointer (RFC 6901, section 3)."""
    return key.replace("~", "~0").replace("/", "~1")
