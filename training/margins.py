"""How sure the reader of linear text of other agencies is: margins of its cells against the truth, on whole documents.

A folder holds texts (`N.txt`, as extractors write a typeset document) and their truth (`N.json`: `blocks` with `rows`,
each a cell by role). Nothing is learned from them but what a margin means: the steps of
training/confidence-agencies.json, which `make train` puts into agencies.json.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

from bahasa.roles import OTHERS
from extract.table.linear.kinds import ANY, kind_of_cell
from extract.table.linear.model import agency_reader, model_of
from extract.table.linear.read import best_reading
from extract.table.linear.together import words_read
from extract.table.region import TableRegion
from training.crossval import cells_of, rising_steps
from training.data import regions_of

#: (kind of a cell, its margin, whether it is right).
Margins = list[tuple[str, float, bool]]
#: A step has so many cells, or a fourth of those of its kind.
_CELLS_A_STEP, _STEPS = 150, 4


def measured_steps(folders: Sequence[Path], jobs: int) -> dict[str, list[tuple[float, float]]]:
    """By kind of cell (margin, share of right cells) over all texts of some folders, rising."""
    texts = sorted(chain.from_iterable(folder.glob("*.txt") for folder in folders))
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    with ProcessPoolExecutor(jobs) as pool:
        for kind, margin, right in chain.from_iterable(pool.map(_of_text, texts)):
            found[kind].append((margin, right))
    return {
        kind: rising_steps(cells, min(_CELLS_A_STEP, 1 + len(cells) // _STEPS)) for kind, cells in sorted(found.items())
    }


def _of_text(path: Path) -> Margins:
    blocks = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["blocks"]
    regions = regions_of(path.read_bytes())
    if len(regions) != len(blocks):
        return []
    found: Margins = []
    for region, block in zip(regions, blocks, strict=True):
        rows = [row for row in block["rows"] if "group" not in row]
        found += _of_table(region, {(role, text) for row in rows for role, text in _printed(row)})
    return found


def _printed(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each cell of a row of the truth, with all that counts as right."""
    for role, text in row.items():
        if isinstance(text, str):
            yield role, _bare(text)
    for role, texts in row.get("any", {}).items():
        yield from ((role, _bare(text)) for text in texts if text)


def _of_table(region: TableRegion, truth: set[tuple[str, str]]) -> Margins:
    """The margin of each cell with a role of its own, and whether the truth has it."""
    words = words_read(region)
    model, roles = model_of(region.roles, region.by_form, region.context.words.all), region.learned
    if not len(words) or model is not agency_reader():
        return []
    reading = best_reading(model, words, roles, region.context, region.context.layouts.get(region.names))
    _, sources = cells_of(reading.path, roles)
    return [
        (
            kind_of_cell(role, reading.path[runs[0]], words.words) if len(runs) == 1 else ANY,
            min(reading.margins[k] for run in runs for k in (run, run + 1) if k < len(reading.path)),
            (role, _bare("".join(words.words[i] for i in taken))) in truth,
        )
        for (role, taken), runs in sources.items()
        if role != OTHERS
    ]


def _bare(text: str) -> str:
    return "".join(text.split())
