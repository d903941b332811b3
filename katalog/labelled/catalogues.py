"""Catalogues with their documents and what these name: what every list, view and file of entities is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bahasa.pipeline import legal_pipeline
from katalog.labelled.documents import documents_of
from katalog.labelled.named import NamedThing, named_in
from schemas.catalogue import Catalogue

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class LabelledCatalogue:
    """A catalogue, its documents (the decree itself, then its blocks), and the things that they name."""

    catalogue: Catalogue
    documents: tuple[Doc, ...]
    things: tuple[NamedThing, ...]


def labelled(catalogues: Iterable[Catalogue]) -> list[LabelledCatalogue]:
    """The catalogues with what they name; they share one vocabulary."""
    nlp = legal_pipeline()
    made = []
    for catalogue in catalogues:
        documents = tuple(documents_of(catalogue, nlp))
        made.append(LabelledCatalogue(catalogue, documents, tuple(named_in(catalogue, documents))))
    return made
