"""What affixes make of a root: the look that tells most words apart hides none that they make."""

from __future__ import annotations

import pytest

from bahasa.morphology import _BOUND, _PLAIN, _PREFIXES, is_formed

#: Words of the root `susun` or `kerja` by each prefix, circumfix and suffix that there is.
FORMED = (
    *(f"{prefix}{inner}susun{suffix}" for prefix, suffixes, within in _PREFIXES for suffix in suffixes
      for inner in ("", *within) if inner != "pe"),
    *(f"{form}susun" for form in _BOUND),
    *(f"susun{suffix}" for suffix in _PLAIN),
    "bekerja", "berkeberlanjutan", "menyusun", "menyusunkan", "penyusunan", "susunannya", "tersusunlah", "disusunpun",
)  # fmt: skip


@pytest.mark.parametrize("word", FORMED)
def test_a_word_that_affixes_make_is_formed(word: str) -> None:
    assert is_formed(word, {"susun", "kerja", "lanjut"}.__contains__)


@pytest.mark.parametrize("word", ["susunx", "xsusun", "kerjas", "dsusun", "sususn"])
def test_any_other_word_is_not(word: str) -> None:
    assert not is_formed(word, {"susun", "kerja", "lanjut"}.__contains__)
