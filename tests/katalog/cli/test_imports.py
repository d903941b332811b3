"""Which commands wait for spaCy: the one whose job it is, and no other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from project import ROOT

LAMA, BARU = (ROOT / "corpus" / name / f"{name}.pdf" for name in ("contoh-lama", "contoh-baru"))
CODE = """
import sys
from katalog.cli.program import main
try:
    main(sys.argv[1:])
finally:
    print(*sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def imported(*arguments: object, cwd: Path) -> set[str]:
    """The top-level modules that a command leaves imported."""
    command = [sys.executable, "-c", CODE, *map(str, arguments)]
    result = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=cwd, env={"PYTHONPATH": str(ROOT)}
    )
    assert result.returncode in (0, 1), result.stderr
    return set(result.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["entities", "--help"],
        ["build", LAMA, "-o", "katalog"],
        ["diff", LAMA, BARU, "-f", "json"],
        ["check", LAMA],
    ],
    ids=lambda arguments: " ".join(str(one).split("/")[-1] for one in arguments),
)
def test_a_command_does_not_import_it(arguments: list[object], tmp_path: Path) -> None:
    assert imported(*arguments, cwd=tmp_path) & {"spacy", "thinc", "scipy"} == set()


def test_the_list_of_entities_does(tmp_path: Path) -> None:
    assert "spacy" in imported("entities", LAMA, cwd=tmp_path)
