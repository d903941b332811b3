"""The table of roles: every role answers every question, and nobody else lists roles."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from project import ROOT

from bahasa.headings import heading_letters, known_headings
from bahasa.roles import ColumnRole, Grammar, about_role, column_roles, roles_where
from extract.table.linear.model import role_columns, table_model
from katalog.show.report.words import Terms
from katalog.show.tables.registry import export_tables
from schemas.base import ROLES, Role

ENTRIES = tomllib.loads((ROOT / "bahasa/roles.toml").read_text(encoding="utf-8"))["role"]
NAMES = [entry["name"] for entry in ENTRIES]


def test_table_and_type_have_the_same_roles_in_the_same_order() -> None:
    assert tuple(NAMES) == get_args(Role) == tuple(column_roles()) == (*ROLES, "others")


@pytest.mark.parametrize("entry", ENTRIES, ids=NAMES)
def test_every_role_answers_every_question(entry: dict[str, object]) -> None:
    assert set(entry) == set(ColumnRole._fields)
    role = about_role(str(entry["name"]))
    assert role.id and role.en and role.contoh and role.dari
    assert role.grammar in get_args(Grammar)
    assert role.needed in ("column", "cell", "never") and role.compared in ("field", "object", "number")
    assert 0 < role.widths[0] <= role.widths[1] and role.longest >= 0 and 0 <= role.weight <= 1
    # what a row is known by weighs most; what is merged over rows is not each row's own
    assert (role.weight >= 0.2) == role.identity
    assert not (role.filled_down and role.each_row)


@pytest.mark.parametrize("name", ROLES)
def test_the_vocabulary_knows_a_heading_for_every_role(name: Role) -> None:
    letters = "".join(map(heading_letters, about_role(name).contoh.split()))
    assert known_headings()[letters].role == name


@pytest.mark.parametrize("name", ROLES)
def test_the_model_of_linear_text_has_weights_for_every_role(name: str) -> None:
    """A role that it was never trained with borrows those of another."""
    assert table_model().gaps[:, :, role_columns([about_role(name).learned])].any()


@pytest.mark.parametrize("name", ROLES)
def test_every_role_is_exported_as_printed_and_normalized(name: Role) -> None:
    assert name in about_role(name).exported
    assert {*about_role(name).exported, f"{name}_as_printed"} <= set(export_tables()["indikator"].names)


@pytest.mark.parametrize("name", ROLES)
def test_every_role_has_its_label_in_reports(name: Role) -> None:
    assert Terms("id").field(name) == about_role(name).id
    assert Terms("en").field(name) == about_role(name).en


def test_what_the_contract_says_of_roles() -> None:
    filled = set(roles_where(lambda role: role.filled_down))
    assert filled == {"no", "sasaran", "target", "sumber_data", "penanggung_jawab"}


#: Where names of roles may be listed or compared, and why.
ALLOWED = {
    "schemas/base.py": "the type itself",
    "schemas/diff.py": "objects of the diff: sasaran and indikator are things there",
    "bahasa/roles.py": "the table",
    "katalog/compare": "things of the diff and their lists are called sasaran and indikator as well",
    "katalog/show/report/view.py": "the same things, in reports",
    "katalog/show/export": "names of tables, which are the contract's",
    "katalog/show/book": "columns of the tables that people read beside each other, and their widths",
    "katalog/show/forms": "columns of the tables that forms of other applications take",
    "katalog/show/label.py": "words for the steps of a path, some of which are roles",
    "katalog/show/tables": "names of tables and of their columns, which are the contract's",
    "katalog/cli/commands/export.py": "names of tables",
    "extract/decree/items.py": "a group of a regular expression",
    "extract/table/aligned/edges.py": "kinds of targets' ends",
    "extract/table/drawn/seam.py": "a row with a number of its own has a sasaran of its own: about these two",
    "bahasa/target_at.py": "a vocabulary's key",
    "normalize/place.py": "the cells that mean one value each",
    "normalize/values/targets.py": "what a row says of its targets: about these",
    "normalize/values/rows.py": "a bare number means what its indikator and its satuan say: about these two",
    "extract/table/linear/grammar.py": "a grammar, not a role",
    "extract/table/linear/kinds.py": "a grammar, not a role",
    "extract/table/meaning/head_labels.py": "what only a table says (`Sasaran : ...` above one): about these four",
    "extract/table/formed/cuts.py": "a target's heading glued to its unit's: about these two",
    "extract/table/formed/choose.py": "a target and its satuan stand side by side: about these two",
    "extract/table/meaning/roles.py": "a table that says how and how much is measured, but not what: about these",
    "katalog/corpus/own_tables.py": "columns of a corpus' tables: the roots of what four texts say",
    "katalog/questions": "columns of a corpus' tables, which are the contract's",
    "katalog/serve/corpus_pages.py": "columns of a corpus' tables",
    "katalog/show/report/yearly.py": "things of the diff, in reports",
    "extract/table/formed/tags.py": "columns that stand below another heading: about these three",
    "extract/table/linear/model.py": "the columns of the one decree that a set of weights was learned on",
    "extract/table/cards/families.py": "a sheet is one of an indikator by it and by the roles beside it",
    "extract/table/formed/plans.py": "usual orders of columns, which are proposed: not all there is",
    "training/beside.py": "columns that random tables print beside others: examples",
    "training/elsewhere.py": "habits of other agencies in certain columns: examples, not all there is",
    "extract/table/linear/capitals.py": "columns of prose, whose words begin with capitals seldom: about these three",
    "extract/table/linear/manners.py": "columns of prose, whose cells mostly begin with capitals: about these three",
    "training/drawn_rows.py": "the usual columns of random rows: examples, not all there is",
    "training/written.py": "the columns of the written rows, in their order",
    "training/strangers.py": "the column of numbers of a random table of other things",
    "training/tabular.py": "columns of random tables: examples, not all there is",
    "training/augment.py": "column orders and varied cells that decrees print: examples, not all there is",
    "training/styles.py": "columns that some decrees centre: examples",
    "training/typeset.py": "columns that some decrees centre: examples",
    "training/left_out.py": "kinds of tables that are left out in turn: examples",
    "training/reasons.py": "columns beside which random tables explain an indikator: examples",
    "training/documents.py": "where several targets print one of them may stand as a unit: about these two",
    "normalize/koreksi/read_rows.py": "the fields of a row",
}
FOLDERS = ("schemas", "bahasa", "extract", "normalize", "katalog", "training")


def _is_role(node: ast.AST | None) -> bool:
    if isinstance(node, ast.Name):
        return node.id.lower() in NAMES and node.id.isupper()
    return isinstance(node, ast.Constant) and node.value in NAMES


def _lists(node: ast.AST) -> bool:
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return sum(map(_is_role, node.elts)) > 1
    return isinstance(node, ast.Dict) and sum(map(_is_role, node.keys)) > 1


def _spelled(tree: ast.AST) -> Iterator[int]:
    """Lines that list two roles or more, or that ask for one by its spelling."""
    for node in ast.walk(tree):
        if _lists(node):
            yield node.lineno
        elif isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            yield from (one.lineno for one in sides if isinstance(one, ast.Constant) and _is_role(one))
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and _is_role(node.slice):
            yield node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            yield from (one.lineno for one in node.args[:1] if isinstance(one, ast.Constant) and _is_role(one))


def test_no_other_module_lists_roles() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*.py")
        for line in _spelled(ast.parse(path.read_text(encoding="utf-8")))
        if not _allowed(path)
    }
    assert not found


def _allowed(path: Path) -> bool:
    own = path.relative_to(ROOT)
    return any(Path(one) == own or Path(one) in own.parents for one in ALLOWED)


def test_the_search_for_listed_roles_finds_them() -> None:
    wrong = (
        'a = ("no", "sasaran")\nb = role == "target"\nc = cells["rumus"]\nd = cells.get("satuan")\ne = {NO, TARGET}\n'
    )
    assert sorted(_spelled(ast.parse(wrong))) == [1, 2, 3, 4, 5]
    assert not list(_spelled(ast.parse('a = entries("satuan", "satuan")\nb = role == TARGET\n')))
