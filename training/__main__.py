"""Learns the weights that the program ships.

`python -m training train` makes extract/table/linear/model.json; `surroundings` what the words around a gap say
together (surroundings.npz beside it), and with it `agencies` agencies.json for tables of other agencies; `evaluate`
measures the first by cross-validation, every table read by a model that has seen neither it nor a layout of its rows;
`margins` how sure the second is, on texts whose truth is known; `meaning` makes those of
extract/table/meaning and extract/table/formed: what columns, headings and labels mean, and which words of a text are a
heading; `deciding`, which reads with all of these, what its words and its rows are worth for the columns of a heading;
`worth` measures what each kind of evidence of the roles is worth, and what their probabilities mean; `left_out` that
and more by cross-validation, agencies and layouts left out; `documents` reads whole documents, by how they are drawn.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from extract.table.linear.kinds import ANY
from extract.table.linear.model import Model, from_json, steps_of, to_json
from training.crossval import FOLDS, Fold, held_out, summary, sure_steps
from training.data import DECREE, GOLD, ROOT, TABLES, examples_of
from training.deciding import learn_deciding
from training.documents import by_drawing
from training.fit import Plan, fit
from training.formed import learn_formed
from training.heads import Head, learn_fields
from training.left_out import left_out
from training.margins import measured_steps
from training.meaning import learn_meaning
from training.surroundings import learn_surroundings
from training.worth import measured

MODEL = ROOT / "extract" / "table" / "linear" / "model.json"
AGENCIES = ROOT / "extract" / "table" / "linear" / "agencies.json"
SURROUNDINGS = AGENCIES.with_name("surroundings.npz")
#: How the model of tables of other agencies is learned.
FOREIGN = Plan(passes=56, runs=2, others=0.8)
LEARNED = ("train", "surroundings", "agencies", "margins", "deciding", "meaning")
STEPS = (*LEARNED, "worth", "left_out", "documents", "evaluate")
MEANING = ROOT / "extract" / "table" / "meaning"
FORMED = ROOT / "extract" / "table" / "formed"
CONFIDENCE = ROOT / "training" / "confidence.json"
ELSEWHERE = ROOT / "training" / "confidence-agencies.json"


def train(plan: Plan, path: Path = MODEL) -> None:
    """Learns from all labelled tables and writes the model."""
    model = fit(list(examples_of(DECREE.read_bytes()).values()), TABLES, plan)
    _write(model, path)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes")


def _write(model: Model, path: Path = MODEL) -> None:
    """The model with the confidences that the last evaluation measured."""
    measured = CONFIDENCE if path == MODEL else ELSEWHERE
    if measured.exists():
        steps = json.loads(measured.read_text(encoding="utf-8"))
        model.sure, model.sure_of = steps_of(steps.pop(ANY)), {kind: steps_of(own) for kind, own in steps.items()}
    path.write_text(to_json(model), encoding="utf-8")


def measure_margins(folders: list[Path], jobs: int) -> None:
    """Writes how sure the model of other agencies is, by the texts of some folders, also into its weights."""
    ELSEWHERE.write_text(json.dumps(measured_steps(folders, jobs)) + "\n", encoding="utf-8")
    _write(from_json(AGENCIES.read_text(encoding="utf-8")), AGENCIES)


def evaluate(plan: Plan, texts: list[Path], jobs: int) -> None:
    """Cross-validation by jabatan on the decree's text and on other texts of the same jabatan."""
    folds = [Fold(k, plan, tuple(texts)) for k in range(FOLDS)]
    with ProcessPoolExecutor(jobs) as pool:
        results = [result for fold in pool.map(held_out, folds) for result in fold]
    print(summary(results))
    CONFIDENCE.write_text(json.dumps({ANY: sure_steps(results)}) + "\n", encoding="utf-8")
    if MODEL.exists():
        _write(from_json(MODEL.read_text(encoding="utf-8")))


def learn_what_tables_mean() -> None:
    """Learns roles, headings and labels from random tables and the gold, and writes their weights."""
    heads = _labelled_heads()
    learn_meaning([head["rows"] for head in heads], MEANING)
    learn_fields(heads, MEANING)
    learn_formed(heads, FORMED)
    for path in sorted((*MEANING.glob("*.json"), *FORMED.glob("*.json"))):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes")


def _labelled_heads() -> list[Head]:
    return [json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8")) for name in TABLES if name.startswith("j")]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--passes", type=int, default=Plan().passes)
    parser.add_argument("--runs", type=int, help=f"models that are averaged (train: {Plan().runs}, evaluate: 1 a fold)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--text",
        type=Path,
        action="append",
        default=[],
        help="another text of the labelled jabatan; margins, documents: a folder",
    )
    args = parser.parse_args()
    if args.step == "train":
        train(Plan(passes=args.passes, runs=args.runs or Plan().runs, jobs=args.jobs))
    elif args.step == "surroundings":
        learn_surroundings(SURROUNDINGS, args.jobs)
    elif args.step == "agencies":
        train(replace(FOREIGN, jobs=args.jobs), AGENCIES)
    elif args.step == "margins":
        measure_margins(args.text, args.jobs)
    elif args.step == "deciding":
        learn_deciding(_labelled_heads(), FORMED)
    elif args.step == "meaning":
        learn_what_tables_mean()
    elif args.step == "worth":
        print("\n".join(measured([head["rows"] for head in _labelled_heads()])))
    elif args.step == "left_out":
        print("\n".join(left_out([head["rows"] for head in _labelled_heads()])))
    elif args.step == "documents":
        print("\n".join(by_drawing(args.text, args.jobs)))
    else:
        evaluate(Plan(passes=args.passes, runs=args.runs or 1), args.text, args.jobs)


if __name__ == "__main__":
    main()
