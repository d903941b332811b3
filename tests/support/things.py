"""Things of a catalogue's tree made by hand, so that matching is tested apart from decrees."""

from __future__ import annotations

from collections.abc import Iterable

from katalog.compare.match.likeness import Likeness
from katalog.compare.match.thing import Said, Thing


def thing(name: str, printed: str, hint: str = "") -> Thing:
    """A thing of the list `name` with one text, which is its id as well."""
    return Thing(id=f"{name}/{printed}", list_name=name, fields={"text": Said(printed, printed)}, hint=hint)


def indikator(printed: str, **cells: str) -> Thing:
    """A row of a table."""
    texts = {"indikator": printed, **cells}
    return Thing(
        id=f"indikator/{printed}", list_name="indikator", fields={name: Said(t, t) for name, t in texts.items()}
    )


def holder(name: str, rows: Iterable[Thing] = (), fungsi: Iterable[str] = ()) -> Thing:
    """A jabatan; rows may stand under a sasaran."""
    made = thing("jabatan", name)
    made.kind = "IKI"
    listed = list(rows)
    made.add("tugas", [])
    made.add("fungsi", [thing("fungsi", text) for text in fungsi])
    made.add("sasaran", list({id(row.sasaran): row.sasaran for row in listed if row.sasaran}.values()))
    made.add("indikator", listed)
    for one in made.walk():
        one.block = made
    return made


def below(sasaran: Thing, *rows: Thing) -> list[Thing]:
    """The rows, standing under the sasaran."""
    for row in rows:
        row.sasaran = sasaran
    sasaran.rows = list(rows)
    return list(rows)


def decree_of(*holders: Thing) -> Thing:
    """A decree that holds these jabatan and nothing else."""
    root = Thing(id="decree", list_name="decree", fields={})
    root.add("jabatan", holders)
    return root


def likeness_of(*roots: Thing) -> Likeness:
    """Knows all words of these things."""
    return Likeness(said.value for root in roots for one in (root, *root.walk()) for said in one.fields.values())


def names(pairs: Iterable[tuple[Thing, Thing]]) -> set[tuple[str, str]]:
    """Pairs by their texts."""
    return {(old.said.printed, new.said.printed) for old, new in pairs}
