"""What the revisions of a corpus changed, over all offices: a line a decree for people, a row a change for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from rich.table import Table
from rich.text import Text

from katalog.show.csv_file import csv_bytes
from katalog.show.report.words import Terms
from katalog.show.terminal import on_terminal, without_colour

_WIDTH = 160
#: A change as `katalog.corpus.changes` keeps it.
ChangeRow = dict[str, Any]
_COUNTED = ("added", "removed", "changed", "rise", "fall", "substantive", "editorial")


def changes_csv(rows: Sequence[ChangeRow], columns: Sequence[str], lang: str) -> bytes:
    """UTF-8, comma, header row; the names and values are those of the table `perubahan`, in every language."""
    return csv_bytes(columns, ([row[name] for name in columns] for row in rows))


def changes_json(rows: Sequence[ChangeRow], columns: Sequence[str], lang: str) -> bytes:
    """A list with an object a change; null where there is nothing to say."""
    return f"{json.dumps(list(rows), ensure_ascii=False, indent=1)}\n".encode()


def changes_text(rows: Sequence[ChangeRow], columns: Sequence[str], lang: str) -> bytes:
    """The table of decrees without colour."""
    return without_colour(_parts(rows, Terms(lang)), _WIDTH)


def print_changes(rows: Sequence[ChangeRow], lang: str) -> None:
    """The table of decrees on a terminal."""
    on_terminal(_parts(rows, Terms(lang)))


def _parts(rows: Sequence[ChangeRow], terms: Terms) -> list[Table | Text]:
    table = Table()
    for name in ("office", "decree", "revises"):
        table.add_column(terms.label(name), overflow="fold", ratio=2)
    for name in _COUNTED:
        table.add_column(terms.label(name), justify="right")
    doubts, total = [], Counter[str]()
    for slug, held in groupby(rows, key=lambda row: str(row["keputusan"])):
        changes = list(held)
        counted, first = _counted(changes), changes[0]
        total += counted
        basis = terms.label(f"basis_{first['dasar_revisi']}") + "?" * bool(first["ragu_revisi"])
        office = ", ".join(part for part in (first["kantor"], first["wilayah"]) if part)
        table.add_row(office, slug, f"{first['merevisi']} ({basis})", *(str(counted[name]) for name in _COUNTED))
        if first["ragu_revisi"] and first["dasar_revisi"] != "isi":
            doubts.append(Text(f"{slug}: {first['ragu_revisi']}"))
    table.add_section()
    table.add_row(terms.label("all"), "", "", *(str(total[name]) for name in _COUNTED))
    return [table, Text(terms.label("guessed")), *doubts] if rows else [Text(terms.label("none"))]


def _counted(changes: Iterable[ChangeRow]) -> Counter[str]:
    """Indikator that came, went or changed, targets that rose or fell, and changes by their nature."""
    found: Counter[str] = Counter()
    altered = set()
    for one in changes:
        found[one["nature"]] += 1
        if one["object"] != "indikator":
            continue
        if one["kind"] in ("added", "removed"):
            found[one["kind"]] += 1
        else:
            altered.add(one["new_id"])
        if one["difference"]:
            found["rise" if one["difference"] > 0 else "fall"] += 1
    found["changed"] = len(altered)
    return found
