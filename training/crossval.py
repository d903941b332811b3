"""Cross-validation by jabatan: the tables of a fold are read by a model learned from the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.table.linear.model import Model
from extract.table.linear.read import best_reading
from extract.table.linear.runs import CONT, ROW, WordRun
from training.data import DECREE, TABLES, examples_of, regions_of
from training.fit import Plan, fit
from training.learn import Example, gold_path

FOLDS = 6

Cells = list[dict[str, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Fold:
    """Fold `number` of FOLDS: how to learn, and which other texts to read."""

    number: int
    plan: Plan
    texts: tuple[Path, ...]

    def held(self) -> tuple[str, ...]:
        """Names of the tables that are held out."""
        return TABLES[self.number :: FOLDS]


@dataclass(frozen=True, slots=True)
class Result:
    """One held-out table: its cells right, labelled and read; those of rows cut by a page; margin and truth of each
    read cell."""

    text: str
    name: str
    right: int
    labelled: int
    read: int
    seam_right: int
    seam_labelled: int
    margins: tuple[tuple[float, bool], ...]


def held_out(fold: Fold) -> list[Result]:
    """The results of one fold."""
    examples = examples_of(DECREE.read_bytes())
    known = [name for name in TABLES if name not in fold.held()]
    model = fit([examples[name] for name in known], known, fold.plan)
    results = [_result(model, DECREE.name, examples[name]) for name in fold.held()]
    for path in fold.texts:
        data = path.read_bytes()
        names = TABLES if len(regions_of(data)) >= len(TABLES) else TABLES[1:]
        texts = examples_of(data, names)
        results += [_result(model, path.name, texts[name]) for name in fold.held() if name in texts]
    return results


def _result(model: Model, text: str, example: Example) -> Result:
    reading = best_reading(model, example.tokens, example.roles, example.context)
    gold = gold_path(example.labels, example.columns)
    want, _ = cells_of(gold, example.roles)
    got, sources = cells_of(reading.path, example.roles)
    # a cell is right if a row has the same words in the same column, and the row has the same first word
    truth = {(role, words) for row in want for role, words in row.items()}
    mine = {(role, words) for row in got for role, words in row.items()}
    cut = {k for k, row in enumerate(want) if _is_cut(row)}
    seam = {(role, words) for k in cut for role, words in want[k].items()}
    margins = tuple(
        (min(reading.margins[k] for j in pieces for k in (j, j + 1) if k < len(reading.path)), (role, words) in truth)
        for (role, words), pieces in sources.items()
    )
    return Result(
        text,
        example.name,
        len(truth & mine),
        len(truth),
        len(mine),
        len(seam & mine),
        len(seam),
        margins,
    )


def _is_cut(row: dict[str, tuple[int, ...]]) -> bool:
    return any(words != tuple(range(words[0], words[-1] + 1)) for words in row.values())


def cells_of(
    path: Sequence[WordRun], roles: Sequence[str]
) -> tuple[Cells, dict[tuple[str, tuple[int, ...]], list[int]]]:
    """(rows of cells as the positions of their words, cell -> its pieces)."""
    rows: list[dict[str, list[int]]] = []
    pieces: list[dict[str, list[int]]] = []
    for number, run in enumerate(path):
        role = roles[run.column]
        if run.kind == ROW or not rows:
            rows.append(defaultdict(list))
            pieces.append(defaultdict(list))
        at = len(rows) - 1
        if run.kind == CONT and role not in rows[at]:
            at = next((k for k in range(at, -1, -1) if role in rows[k]), at)
        rows[at][role] += range(run.start, run.end)
        pieces[at][role].append(number)
    cells = [{role: tuple(words) for role, words in row.items()} for row in rows]
    sources = {
        (role, tuple(row[role])): numbers[role] for row, numbers in zip(rows, pieces, strict=True) for role in row
    }
    return cells, sources


def summary(results: Sequence[Result]) -> str:
    """A line a text: F1 of the cells, rows cut by a page apart."""
    lines = []
    for text in dict.fromkeys(result.text for result in results):
        mine = [result for result in results if result.text == text]
        right, labelled, read_ = (sum(getattr(r, k) for r in mine) for k in ("right", "labelled", "read"))
        seam, cut = sum(r.seam_right for r in mine), sum(r.seam_labelled for r in mine)
        wrong = [r.name for r in mine if r.right < max(r.labelled, r.read)]
        lines.append(
            f"{text}: cells {right} / {labelled} labelled, {read_} read, F1 {2 * right / (labelled + read_):.4f}; "
            f"in rows cut by a page {seam} / {cut}; tables with a slip: {', '.join(wrong) or 'none'}"
        )
    return "\n".join(lines)


def sure_steps(results: Sequence[Result], least: int = 60) -> list[tuple[float, float]]:
    """(margin, share of right cells) from the smallest margin up, in steps of `least` cells, never falling."""
    return rising_steps((pair for result in results for pair in result.margins), least)


def rising_steps(margins: Iterable[tuple[float, bool]], least: int) -> list[tuple[float, float]]:
    """(margin, share of right cells) of cells given as (margin, right), in steps of `least` of them."""
    cells = sorted(margins)
    steps: list[tuple[float, float]] = []
    for start in range(0, len(cells), least):
        group = cells[start : start + least]
        share = sum(right for _, right in group) / len(group)
        steps.append((group[0][0] if start else 0.0, round(share, 3)))
    return _rising(steps)


def _rising(steps: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Equal neighbours as one step; a step is at least as sure as the one below it."""
    out: list[tuple[float, float]] = []
    for margin, share in steps:
        share = max(share, out[-1][1]) if out else share
        if not out or share > out[-1][1]:
            out.append((margin, share))
    return out
