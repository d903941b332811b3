"""The known failures of tests/known_failures.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "known_failures.toml"


def known(uji: str, text: str | None = None) -> frozenset[str]:
    """The places where this test is known to fail. ValueError for an entry without its three fields."""
    entries = tomllib.loads(FILE.read_text(encoding="utf-8") if text is None else text).get("kegagalan", [])
    for entry in entries:
        if set(entry) != {"uji", "tempat", "sebab"} or not all(entry.values()):
            raise ValueError(f"{FILE.name}: an entry has uji, tempat and sebab, and this one has {sorted(entry)}")
    return frozenset(entry["tempat"] for entry in entries if entry["uji"] == uji)


def surprises(failing: Collection[str], listed: Collection[str]) -> list[str]:
    """What contradicts the list: failures that are not known, known ones that are cured."""
    new = [f"gagal, dan belum tercatat: {place}" for place in failing if place not in listed]
    cured = [f"sudah benar, tetapi masih tercatat di {FILE.name}: {place}" for place in listed if place not in failing]
    return [*new, *sorted(cured)]
