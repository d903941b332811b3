"""A few odd inputs of each kind in every run of the tests (`make fuzz` draws them for as long as one likes)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from project import ROOT

import katalog
from normalize.koreksi.file import BadKoreksi, read_koreksi

sys.path.insert(0, str(ROOT / "tests" / "fuzz"))
from inputs import pdfs, texts

FEW = settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(("drawn", "suffix"), [(texts(), "txt"), (pdfs(), "pdf")], ids=["text", "pdf"])
@given(data=st.data())
@FEW
def test_built_or_refused_and_no_change_against_itself(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, drawn: st.SearchStrategy[bytes], suffix: str
) -> None:
    path = Path(tmp_path_factory.mktemp("fuzz")) / f"masukan.{suffix}"
    path.write_bytes(data.draw(drawn))
    try:
        made = katalog.build(path)
    except katalog.KatalogError:
        return
    assert katalog.diff(made, made).changes == ()


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000, "a = 1e999999"])
def test_decisions_too_deep_or_too_large_are_refused(text: str) -> None:
    """TOML's reader gives up on these in ways of its own."""
    with pytest.raises(BadKoreksi):
        read_koreksi(text)
