"""What is packed: every package, every file beside the code, and nothing else."""

from __future__ import annotations

import tomllib

from project import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TOPS = ("schemas", "extract", "normalize", "katalog")


def test_every_package_is_listed() -> None:
    found = {
        ".".join(path.parent.relative_to(ROOT).parts) for top in TOPS for path in (ROOT / top).rglob("__init__.py")
    }
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == found


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for top in TOPS for path in (ROOT / top).rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_every_data_file_is_shipped() -> None:
    patterns = {pattern.removeprefix("*") for pattern in PROJECT["tool"]["setuptools"]["package-data"]["*"]}
    ends = {path.suffix for top in TOPS for path in (ROOT / top).rglob("*") if path.is_file()}
    assert ends - {".py", ".pyc"} <= patterns


def test_dependencies_are_pinned() -> None:
    def name(requirement: str) -> str:
        return requirement.split(">")[0].split("=")[0].split("[")[0].strip().lower().replace("_", "-")

    pinned = {
        name(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if "==" in line
    }
    project = PROJECT["project"]
    wanted = [*project["dependencies"], *(d for group in project["optional-dependencies"].values() for d in group)]
    assert {name(requirement) for requirement in wanted} <= pinned


def test_schemas_state_no_business_of_this_machine() -> None:
    """No absolute paths in what is shipped."""
    texts = [path for top in TOPS for path in (ROOT / top).rglob("*") if path.suffix in (".py", ".toml", ".json")]
    assert [path.name for path in texts if str(ROOT) in path.read_text(encoding="utf-8")] == []
