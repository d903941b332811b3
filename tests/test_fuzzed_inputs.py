"""A few odd inputs of each kind in every run of the tests (`make fuzz` draws them for as long as one likes)."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from project import ROOT

import katalog
from normalize.koreksi.file import BadKoreksi, read_koreksi

sys.path.insert(0, str(ROOT / "tests" / "fuzz"))
from inputs import KINDS, drawn, good_files
from tried import COMPARED, what_comes_of

FEW = 12


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("baik")
    good_files(folder)
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_built_or_refused_and_no_change_against_itself(kind: str, good: Path, tmp_path: Path) -> None:
    path = tmp_path / f"masukan{KINDS[kind][1]}"
    for number in range(1, 1 + FEW * COMPARED, COMPARED // 2):
        path.write_bytes(drawn(kind, number, (good / "baik.json").read_bytes()))
        assert what_comes_of(kind, path, good, number)


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_is_always_the_same_input(kind: str, good: Path) -> None:
    catalogue = (good / "baik.json").read_bytes()
    assert [drawn(kind, n, catalogue) for n in range(9)] == [drawn(kind, n, catalogue) for n in range(9)]


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000, "a = 1e999999"])
def test_decisions_too_deep_or_too_large_are_refused(text: str) -> None:
    """TOML's reader gives up on these in ways of its own."""
    with pytest.raises(BadKoreksi):
        read_koreksi(text)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
def test_a_catalogue_with_a_number_that_is_none_is_refused(number: str, good: Path, tmp_path: Path) -> None:
    """It could not be written again."""
    text = (good / "baik.json").read_text("utf-8")
    # a place on the page
    changed = re.sub(r"\d+\.\d+(?=,?\n)", number, text, count=1)
    assert changed != text
    path = tmp_path / "bukan-bilangan.json"
    path.write_text(changed, "utf-8")
    with pytest.raises(katalog.KatalogError, match=r"tidak sesuai skema|bukan JSON"):
        katalog.read(path)
