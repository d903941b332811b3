"""What decrees name, as tables for the terminal: one for each decree, a row a thing with its first places."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.console import Console
from rich.table import Table

from bahasa.mentions import mention_kinds
from katalog.labelled.catalogues import LabelledCatalogue
from katalog.labelled.named import MentionPlace, NamedThing
from katalog.show.label import path_named

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FRACTION = re.compile(r"\b(\d+)\.(\d+)\b")
#: Width of the tables, and how many places are named of each thing.
_WIDTH, _SHOWN = 150, 3


def entities_text(given: Sequence[LabelledCatalogue]) -> bytes:
    """The tables, with a line of counts below each."""
    stream = io.StringIO()
    console = Console(file=stream, width=_WIDTH, markup=False, highlight=False, color_system=None)
    for one in given:
        console.print(_table(one))
        console.print(_counts(one))
    text = "\n".join(line.rstrip() for line in stream.getvalue().splitlines())
    return f"{text}\n".encode("utf-8", errors="replace")


def _table(one: LabelledCatalogue) -> Table:
    table = Table(title=one.catalogue.source.slug, title_justify="left")
    for name in ("Jenis", "Yang disebut", "Kali", "Tempat", "Janggal"):
        table.add_column(name, justify="right" if name == "Kali" else "left", overflow="fold")
    before = ""
    for thing in one.things:
        if before and thing.label != before:
            table.add_section()
        kind = mention_kinds()[thing.label].nama if thing.label != before else ""
        before = thing.label
        table.add_row(kind, _named(thing), str(len(thing.places)), "; ".join(_places(thing.places)), thing.odd)
    return table


def _named(thing: NamedThing) -> str:
    if thing.label == "UANG":
        return f"Rp{_NUMBER.sub(_as_written, thing.value.removesuffix(' Rp'))}"
    if thing.label == "JUMLAH":
        return _FRACTION.sub(r"\1,\2", thing.value)
    return f"{thing.value} tentang {thing.tentang}" if thing.tentang else thing.value


def _as_written(number: re.Match[str]) -> str:
    """`1037280089.5` as Indonesian texts write it: `1.037.280.089,5`."""
    return f"{Decimal(number[0]):,}".translate(str.maketrans(",.", ".,"))


def _places(places: Sequence[MentionPlace]) -> Iterator[str]:
    """`IKI 3 baris 2, hlm. 4`, the first ones; of one text once."""
    names = list(dict.fromkeys(_where(place) for place in places))
    yield from names[:_SHOWN]
    if len(names) > _SHOWN:
        yield f"dan {len(names) - _SHOWN} tempat lain"


def _where(place: MentionPlace) -> str:
    named = path_named(place.path)
    if place.page is not None:
        return f"{named}, hlm. {place.page}"
    return f"{named}, brs. {place.lines[0]}" if place.lines else named


def _counts(one: LabelledCatalogue) -> str:
    counts = {label: [thing for thing in one.things if thing.label == label] for label in mention_kinds()}
    said = (f"{mention_kinds()[label].nama.lower()} {len(things)}" for label, things in counts.items() if things)
    odd = sum(bool(thing.odd) for thing in one.things)
    return f"{one.catalogue.source.slug}: {', '.join(said)}; janggal {odd}\n"
