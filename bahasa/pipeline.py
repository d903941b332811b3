"""spaCy's pipeline for decrees, by the names of its factories: `katalog.nlp()`, `spacy.load("katalog")`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_config

from bahasa.language import LegalIndonesian
from bahasa.mentions import rulers
from bahasa.rulers import ENTITY_SETTER, MENTION_RULER

#: Characters of one text; spaCy's own limit of a million is for components that need much memory for each.
_LONGEST = 100_000_000


def legal_pipeline(
    vocab: Any = True,
    disable: str | Iterable[str] = (),
    enable: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    config: dict[str, Any] | None = None,
) -> Language:
    """The pipeline: one ruler after the other, and what decides between them. The options are those of `spacy.load`."""
    steps: dict[str, dict[str, Any]] = {name: {"factory": MENTION_RULER, "ruler": name} for name in rulers()}
    steps["entitas"] = {"factory": ENTITY_SETTER}
    whole = {"nlp": {"lang": LegalIndonesian.lang, "pipeline": list(steps)}, "components": steps, **(config or {})}
    nlp = load_model_from_config(
        whole, vocab=vocab, disable=disable, enable=enable, exclude=exclude, auto_fill=True, validate=True
    )
    nlp.max_length = _LONGEST
    return nlp
