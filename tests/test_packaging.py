"""What is packed: every package, every file beside the code, and nothing else."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from project import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TOPS = ("schemas", "bahasa", "extract", "normalize", "katalog")


def test_every_package_is_listed() -> None:
    found = {
        ".".join(path.parent.relative_to(ROOT).parts) for top in TOPS for path in (ROOT / top).rglob("__init__.py")
    }
    # mapped to folders outside the packages
    mapped = PROJECT["tool"]["setuptools"]["package-dir"]
    assert set(PROJECT["tool"]["setuptools"]["packages"]) - set(mapped) == found
    assert mapped == {"katalog.docs": "docs"}


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for top in TOPS for path in (ROOT / top).rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_every_data_file_is_shipped() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    names = {path.name for top in TOPS for path in (ROOT / top).rglob("*") if path.suffix not in (".py", ".pyc", "")}
    assert [name for name in names if not any(fnmatch(name, pattern) for pattern in patterns)] == []


def test_every_room_says_that_it_is_typed() -> None:
    assert all((ROOT / top / "py.typed").is_file() for top in TOPS)


def test_the_version_is_that_of_the_changelog() -> None:
    """The newest version below what is not released yet."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\](?: - \d{4}-\d{2}-\d{2})?$", changelog, re.MULTILINE)
    assert headings[:2] == ["Unreleased", PROJECT["project"]["version"]]


def _name(requirement: str) -> str:
    return requirement.split(">")[0].split("=")[0].split("[")[0].strip().lower().replace("_", "-")


def test_dependencies_are_pinned() -> None:
    project = PROJECT["project"]
    every = [*project["dependencies"], *(d for group in project["optional-dependencies"].values() for d in group)]
    for lock, wanted in (("requirements.lock", project["dependencies"]), ("requirements-dev.lock", every)):
        assert {_name(requirement) for requirement in wanted} <= set(_locked(lock)), f"{lock}: make lock"


def _locked(lock: str) -> dict[str, str]:
    """What a lock says of each package by its name: version, conditions, hashes."""
    entries = re.split(r"\n(?=\w)", (ROOT / lock).read_text(encoding="utf-8"))
    return {_name(entry): entry for entry in entries if entry.strip()}


def test_every_locked_version_has_its_hashes_and_no_address() -> None:
    every, ours = _locked("requirements-dev.lock"), _locked("requirements.lock")
    assert [name for name, entry in every.items() if "--hash=sha256:" not in entry or "==" not in entry] == []
    assert "://" not in "".join(every.values())
    # the program and its tests rest on the same versions
    assert {name: re.findall(r"==(\S+)", every[name])[0] for name in ours} == {
        name: re.findall(r"==(\S+)", entry)[0] for name, entry in ours.items()
    }


#: Where the name of a distribution is not that of its module.
DISTRIBUTIONS = {"camelot": "camelot-py", "cv2": "opencv-python-headless", "PIL": "pillow"}


def _imported(path: Path) -> Iterator[str]:
    """Top-level names that a module imports, wherever in it; `files("package")` reads a package's data."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "files":
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def test_every_import_is_a_dependency() -> None:
    project = PROJECT["project"]
    extras = [line for name, lines in project["optional-dependencies"].items() if name != "dev" for line in lines]
    declared = {_name(line) for line in [*project["dependencies"], *extras]}
    found = {name for top in TOPS for path in (ROOT / top).rglob("*.py") for name in _imported(path)}
    foreign = {name for name in found if name not in sys.stdlib_module_names and name.split(".")[0] not in TOPS}
    wanted = {DISTRIBUTIONS.get(name, name).lower().replace("_", "-") for name in foreign}
    assert wanted - declared == set()


def test_schemas_state_no_business_of_this_machine() -> None:
    """No absolute paths in what is shipped."""
    texts = [path for top in TOPS for path in (ROOT / top).rglob("*") if path.suffix in (".py", ".toml", ".json")]
    assert [path.name for path in texts if str(ROOT) in path.read_text(encoding="utf-8")] == []
