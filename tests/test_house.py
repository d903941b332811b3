"""The house style that can be measured: short functions and modules, one noun one class, no import circle."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
from project import ROOT

ROOMS = ("schemas", "bahasa", "extract", "normalize", "katalog", "training")
#: Lines that a function (its decorators apart) and a module have at most.
FUNCTION, MODULE = 40, 300
#: Names that stand in many modules by design: click's command in each command's module, and a program's start.
BY_DESIGN = frozenset({"command", "main"})


@cache
def modules() -> dict[str, tuple[int, ast.Module]]:
    """(lines, syntax tree) of every module of the rooms, by path."""
    texts = {path: path.read_text(encoding="utf-8") for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))}
    return {str(path.relative_to(ROOT)): (len(text.splitlines()), ast.parse(text)) for path, text in texts.items()}


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for path, (_, tree) in modules().items():
        yield from ((path, node) for node in ast.walk(tree))


def public_functions() -> Iterator[str]:
    for _, tree in modules().values():
        functions = (node for node in tree.body if isinstance(node, ast.FunctionDef) and not is_overload(node))
        yield from (node.name for node in functions if node.name[0] != "_")


def is_overload(function: ast.FunctionDef) -> bool:
    """Whether this is a signature of the function below it, for type checkers."""
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in function.decorator_list)


def doubled(names: Iterator[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count > 1} - BY_DESIGN


def test_the_rooms_hold_modules() -> None:
    assert all(any(Path(path).parts[0] == room for path in modules()) for room in ROOMS)


def test_a_function_is_short_enough_to_be_read_at_once() -> None:
    long = [
        f"{path}: {node.name} has {size} lines"
        for path, node in nodes()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (size := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION
    ]
    assert not long


def test_a_module_is_short() -> None:
    assert not {path for path, (size, _) in modules().items() if size > MODULE}


def test_one_noun_is_one_class() -> None:
    names = (node.name for _, node in nodes() if isinstance(node, ast.ClassDef) and node.name[0] != "_")
    assert not doubled(names)


def test_one_name_is_one_public_function() -> None:
    assert not doubled(public_functions())


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = grimp.build_graph(*ROOMS, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()  # raises CycleError, which names the modules


def test_every_module_of_tests_has_a_name_of_its_own() -> None:
    """The folders of the tests are no packages: of two modules with one name pytest can't load both."""
    names = (path.name for path in (ROOT / "tests").rglob("*.py"))
    assert doubled(names) - {"conftest.py"} == set()
