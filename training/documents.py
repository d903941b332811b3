"""Whole documents of other agencies, by how their tables are drawn: cells that are right, and what sureness means.

A folder holds documents (`N.pdf`, `N.docx` or `N.txt`), their truth (`N.json`: `blocks` with `rows`, each a cell by
role) and how they are set (`N.traits.json`). Nothing is learned from them. A cell that is read is right if the truth of
its document has its text under its role; it is as sure as its borders, its characters and the role of its column.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from bahasa.roles import SATUAN, TARGET, about_role
from extract.door import extract
from extract.errors import UnusableSource
from extract.source import read_source
from schemas.base import ROLES
from schemas.decree import Block, Cell
from training.worth import Told, calibration

#: What of a document's traits tells its drawing; texts of an extractor have none of it, but its order of columns.
_TRAITS = ("borders", "targets", "without", "narrow", "middle", "groups", "heading_repeats", "head")
_SUFFIXES = ("pdf", "docx", "txt")
#: A trait that fewer documents have tells nothing.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document's traits by name, how many cells its truth has and how many of them are read, and each cell that is
    read: how sure it is, and whether it is right."""

    traits: tuple[tuple[str, str], ...]
    labelled: int
    found: int
    told: tuple[Told, ...]


def by_drawing(folders: Sequence[Path], jobs: int) -> Iterator[str]:
    """Lines of a report."""
    paths = sorted(chain.from_iterable(folder.glob(f"*.{suffix}") for folder in folders for suffix in _SUFFIXES))
    with ProcessPoolExecutor(jobs) as pool:
        read = list(pool.map(_read, paths))
    kinds: dict[tuple[str, str], list[ReadDocument]] = defaultdict(list)
    for one in read:
        for trait in one.traits:
            kinds[trait].append(one)
    for (name, value), own in sorted(kinds.items()):
        if len(own) >= _FEWEST:
            yield _line(f"{name}: {value or '-'}", own)
    yield _line("semua dokumen", read)
    yield from calibration([told for one in read for told in one.told], "sel")


def _line(name: str, read: Sequence[ReadDocument]) -> str:
    labelled, found = sum(one.labelled for one in read), sum(one.found for one in read)
    return f"{name:48s} {found / max(1, labelled):.4f} dari {labelled} sel terbaca dalam {len(read)} dokumen"


def _read(path: Path) -> ReadDocument:
    blocks = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["blocks"]
    rows = [row for block in blocks for row in block["rows"] if "group" not in row]
    truth, right = Counter(map(_key, chain.from_iterable(map(_cells, rows)))), _right(rows)
    traits_at = path.with_suffix(".traits.json")
    traits = json.loads(traits_at.read_text(encoding="utf-8")) if traits_at.exists() else {}
    named = (("media", path.suffix[1:]), *((name, str(traits[name])) for name in _TRAITS if name in traits))
    try:
        read = extract(*read_source(path)).decree.blocks
    except UnusableSource:
        read = ()
    printed = [one for block in read for one in _printed(block)]
    have = Counter(key for key, _ in printed)
    found = sum(min(count, have[key]) for key, count in truth.items())
    return ReadDocument(named, truth.total(), found, tuple((sure, key in right) for key, sure in printed))


def _cells(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The cells of a row of the truth with a role of their own."""
    return ((role, text) for role, text in row.items() if role in ROLES and isinstance(text, str) and text.strip())


def _right(rows: Sequence[dict[str, Any]]) -> frozenset[tuple[str, str]]:
    """All that counts as right; further columns of targets and units stand under `others` of a row."""
    found = {_key(cell) for row in rows for cell in _cells(row)}
    for row in rows:
        found |= {_key((role, text)) for role, texts in row.get("any", {}).items() for text in texts if text}
        found |= {
            _key((role, text)) for text in (row.get("others") or {}).values() if text for role in (TARGET, SATUAN)
        }
    return frozenset(found)


def _key(cell: tuple[str, str]) -> tuple[str, str]:
    return cell[0], "".join(cell[1].split())


def _printed(block: Block) -> Iterator[tuple[tuple[str, str], float]]:
    """Each printed cell with a role of its own, and how sure it is. Of several targets each is one."""
    roles = {
        heading.role: heading.role_confidence for heading in block.headings if not about_role(heading.role).repeats
    }
    targets = [heading.role_confidence for heading in block.headings if heading.role == TARGET]
    for row in block.rows:
        cells: list[tuple[str, Cell, float]] = [(role, cell, roles.get(role, 1.0)) for role, cell in row.cells.items()]
        cells += [(TARGET, one.cell, sure) for one, sure in zip(row.targets, targets, strict=False)]
        for role, cell, sure in cells:
            if cell.span == "own" and (text := "".join(cell.text.as_printed.split())):
                yield (role, text), min(sure, cell.text.border_confidence, cell.text.character_confidence)
