"""`katalog --version`, and with `-v` what the program rests on."""

from __future__ import annotations

import re
from importlib.metadata import requires, version

import pytest
from project import Run

from bahasa.kamus import word_list


def test_the_version_alone_is_one_line(katalog: Run) -> None:
    result = katalog("--version")
    assert (result.returncode, result.stdout) == (0, f"katalog {version('katalog')}\n")


@pytest.mark.parametrize("arguments", [("--version", "-v"), ("-v", "--version"), ("--version", "--verbose")])
def test_with_v_it_names_the_word_list_and_every_package_with_its_licence(
    katalog: Run, arguments: tuple[str, ...]
) -> None:
    result = katalog(*arguments)
    assert result.returncode == 0
    told = word_list()
    assert all(words in result.stdout for words in (told.nama, told.sumber, told.lisensi, told.hak_cipta))
    listed = {line.split()[0].lower(): line for line in result.stdout.splitlines() if line}
    for line in requires("katalog") or ():
        name = re.split(r"[^\w.-]", line, maxsplit=1)[0]
        if "extra" not in line:
            assert version(name) in listed[name.lower()]
    assert re.search(r"^click +\S+ +BSD-3-Clause +katalog$", result.stdout, re.M)
    # of an extra: not as `katalog[parquet]`, which nobody can install
    assert re.search(r"^pyarrow .+  katalog \(pilihan parquet\)$", result.stdout, re.M)
    # what a need needs in turn, and who needs it
    assert re.search(r"^pydantic_core +\S+ +MIT +pydantic$", result.stdout, re.M)
    assert "pytest" not in listed


def test_v_before_a_command_is_that_of_the_command(katalog: Run) -> None:
    assert katalog("-v", "schema", "diff", "-o", "-").returncode == 0
