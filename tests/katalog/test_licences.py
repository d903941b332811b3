"""Licences: told from metadata, and the README's table is that of pyproject and of what is installed."""

from __future__ import annotations

import re
import tomllib
from email.message import Message
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from typing import cast

import pytest
from project import ROOT

from bahasa.kamus import word_list
from katalog.licences import dependencies, licence_of

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        ([("License-Expression", "MIT"), ("License", "as is")], "MIT"),
        ([("License", "MIT")], "MIT"),
        (
            [("License", "Copyright\nall"), ("Classifier", "License :: OSI Approved :: BSD License")],
            "BSD License",
        ),
        ([("Classifier", "Topic :: Text Processing")], "tidak disebutkan"),
    ],
)
def test_a_licence_is_told_by_the_clearest_field(lines: list[tuple[str, str]], licence: str) -> None:
    metadata = Message()
    for name, value in lines:
        metadata[name] = value
    assert licence_of(cast(PackageMetadata, metadata)) == licence


def test_every_installed_package_tells_its_licence() -> None:
    assert [one.name for one in dependencies() if one.licence == "tidak disebutkan"] == []


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def test_the_table_of_the_readme_is_that_of_the_project_and_of_what_is_installed() -> None:
    extras = PROJECT["optional-dependencies"]
    wanted = [("always", PROJECT["dependencies"]), *((extra, extras[extra]) for extra in extras if extra != "dev")]
    names = [(re.split(r"[^\w.-]", line, maxsplit=1)[0], extra) for extra, lines in wanted for line in lines]
    expected = [(name, extra, licence_of(package.metadata)) for name, extra in names if (package := _installed(name))]
    section = README.split("## Licence\n")[1]
    rows = [
        tuple(cell.strip() for cell in row.strip("| ").split("|")) for row in section.splitlines() if row[:1] == "|"
    ]
    assert [row[:2] for row in rows[2:]] == names
    assert [row[:3] for row in rows[2:] if _installed(row[0])] == expected
    assert [row[0] for row in rows[2:] if len(row) != 4 or not row[3]] == []  # what it is there for


def test_the_project_states_the_licence_of_its_word_list() -> None:
    assert PROJECT["license"] == f"MIT AND {word_list().lisensi}"
    files = {path.name for pattern in PROJECT["license-files"] for path in ROOT.glob(pattern)}
    assert files == {"LICENSE", "kamus.LGPL-3.0.txt", "kamus.GPL-3.0.txt"}
