"""The labelled half of the Paser decree, normalized and as a catalogue."""

from __future__ import annotations

from typing import Any

import pytest
from labelled import labelled_decree

from katalog.assemble.catalogue import assemble
from schemas.catalogue import Catalogue
from schemas.decree import NormalizedDecree


@pytest.fixture(scope="session")
def normalized(gold: dict[str, Any]) -> NormalizedDecree:
    """As the stage before hands it over."""
    return labelled_decree(gold)


@pytest.fixture(scope="session")
def catalogue(normalized: NormalizedDecree) -> Catalogue:
    """Its catalogue."""
    return assemble(normalized)
