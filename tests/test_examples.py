"""The examples in docstrings say what the code does (those of `katalog.front` want a corpus: test_front)."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest
from project import ROOT

PACKAGES = ("bahasa", "extract", "katalog", "normalize", "schemas", "training")
ELSEWHERE = {"katalog.front"}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules_with_examples() -> list[str]:
    """Told by their text: to import all of them takes seconds."""
    files = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    found = {module_of(path) for path in files if ">>> " in path.read_text(encoding="utf-8")}
    return sorted(found - ELSEWHERE)


@pytest.mark.parametrize("name", modules_with_examples())
def test_examples_in_docstrings_hold(name: str) -> None:
    said: list[str] = []
    tests = [test for test in doctest.DocTestFinder().find(import_module(name), name) if test.examples]
    assert tests, f"{name} has a '>>>' outside any docstring"
    runner = doctest.DocTestRunner()
    for test in tests:
        assert runner.run(test, out=said.append).failed == 0, "".join(said)
