"""Every feature of the table model is declared, built and learned; every reason is one of a feature."""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest

from extract.table.linear.evidence import Phrases, gap_attributes
from extract.table.linear.explain import word_of
from extract.table.linear.features import GAP_FEATURES, RUN_FEATURES, WORD_FEATURES, Feature
from extract.table.linear.joints import JOINTS, joint_names
from extract.table.linear.model import Model, agency_model, agency_reader, model_of, table_model
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import WordRun
from extract.table.linear.steps import close_names
from extract.table.linear.wrap import FITS
from training.data import DECREE, TABLES, examples_of, set_anew
from training.learn import gold_path

#: Layouts that are set anew for each table.
_COPIES = 3
REASONS = tomllib.loads(files("extract.table.linear").joinpath("reasons.toml").read_text("utf-8"))["alasan"]


@cache
def built() -> tuple[frozenset[str], frozenset[str]]:
    """The names that the labelled tables, as printed and set anew, make: of gaps, of runs."""
    gaps, runs = set(FITS), {name for heights in JOINTS for joint in heights for name in joint_names(joint)}
    tables, rng = examples_of(DECREE.read_bytes()), random.Random(7)
    copies = [set_anew(name, TABLES, tables["j01"], rng) for name in TABLES for _ in range(_COPIES)]
    for table in (*tables.values(), *copies):
        phrases = Phrases.of(table.context.units)
        rules = TableRules.of(table.tokens, table.roles, phrases, [9000] * len(table.roles), table.context)
        attributes = gap_attributes(table.tokens, rules.facts.targets.at, phrases, agency_model().elsewhere)
        gaps.update(name for names in attributes for name in names)
        runs.update(_of_runs(rules, gold_path(table.labels, table.roles)))
    return frozenset(gaps), frozenset(runs)


def _of_runs(rules: TableRules, path: list[WordRun]) -> Iterator[str]:
    for run, previous, before, behind in rules.order.walk(path):
        yield from rules.names(run, previous, before)
        yield from close_names(rules.facts, run.column, behind)


def undeclared(names: frozenset[str], features: tuple[Feature, ...]) -> list[str]:
    return sorted(name for name in names if not any(feature.names(name) for feature in features))


def test_every_name_that_is_built_is_declared() -> None:
    gaps, runs = built()
    assert not undeclared(gaps, GAP_FEATURES) and not undeclared(runs, RUN_FEATURES)


@pytest.mark.parametrize("model", [table_model(), agency_model()], ids=["decree", "agencies"])
def test_every_name_of_a_model_is_declared(model: Model) -> None:
    assert not undeclared(frozenset({*model.attributes, *model.gate}), GAP_FEATURES)
    assert not undeclared(frozenset(model.rules), RUN_FEATURES)


@pytest.mark.parametrize("feature", [*GAP_FEATURES, *RUN_FEATURES], ids=lambda feature: feature.form)
def test_a_declared_feature_is_built_and_learned(feature: Feature) -> None:
    gaps, runs = built()
    names = gaps if feature in GAP_FEATURES else runs
    models = (table_model(), agency_model())
    learned = [name for m in models for name in (m.attributes if feature in GAP_FEATURES else m.rules)]
    assert any(map(feature.names, names)) and any(map(feature.names, learned))


@pytest.mark.parametrize("name", ["kata", "halaman3", "baris>kolom", "muat="])
def test_a_name_that_nobody_declared_is_found(name: str) -> None:
    assert undeclared(frozenset({name}), (*GAP_FEATURES, *RUN_FEATURES)) == [name]


@pytest.mark.parametrize("entry", REASONS, ids=lambda entry: entry["pola"])
def test_a_reason_belongs_to_a_feature_of_gaps(entry: dict[str, str]) -> None:
    models = (table_model(), agency_model())
    learned = {name for model in models for name in model.attributes if name.startswith(entry["pola"])}
    assert learned and not undeclared(frozenset(learned), GAP_FEATURES)
    assert ("{}" in entry["kata"]) <= entry["pola"].endswith("=")


def test_word_features_are_those_whose_names_are_open() -> None:
    assert {feature.form.removesuffix(".*") for feature in GAP_FEATURES if ".*" in feature.form} == set(WORD_FEATURES)


@pytest.mark.parametrize(
    ("roles", "by_form", "model"),
    [
        (["no", "sasaran", "indikator", "target", "rumus", "sumber_data"], False, table_model()),
        (["sasaran", "indikator", "rumus", "sumber_data", "target"], False, table_model()),
        (["sasaran", "indikator", "rumus", "sumber_data", "target"], True, agency_reader()),
        (["no", "indikator", "satuan", "target"], False, agency_reader()),
        (["no", "indikator", "target", "target"], False, agency_reader()),
        (["no", "indikator", "target", "others"], False, agency_reader()),
    ],
)
def test_the_model_of_other_agencies_reads_what_no_decree_columns_are(
    roles: list[str], by_form: bool, model: Model
) -> None:
    assert model_of(roles, by_form, Counter()) is model


def test_the_model_of_other_agencies_reads_what_speaks_otherwise_than_the_decree() -> None:
    roles = ["no", "sasaran", "indikator", "target", "rumus", "sumber_data"]
    as_the_decree = Counter(["jumlah", "dokumen", "yang", "tersusun", "sub", "bagian", "umum", "dan", "kepegawaian"])
    elsewhere = Counter(["persentase", "puskesmas", "dengan", "vaksin", "rutin", "terpenuhi", "sepanjang", "triwulan"])
    assert table_model().knows(as_the_decree) > 0.6 > 0.3 > table_model().knows(elsewhere)
    assert model_of(roles, False, as_the_decree) is table_model()
    assert model_of(roles, False, elsewhere) is agency_reader()


@pytest.mark.parametrize(
    ("attribute", "words"), [("akhiran=an", "kata berakhiran “an”"), ("akhiran=", ""), ("lazim", "")]
)
def test_what_a_word_lacks_is_no_reason(attribute: str, words: str) -> None:
    assert word_of(attribute) == words
