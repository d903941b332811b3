"""Catalogues as a corpus of spaCy's training: a reader that its configuration names.

    [corpora.train]
    @readers = "katalog.keputusan.v1"
    paths = ["katalog/keputusan-2022.json", "katalog/keputusan-2023.json"]

spaCy finds it by the entry points of `pyproject.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from spacy.training import Example
from spacy.util import registry

from bahasa.pipeline import legal_pipeline
from katalog.front import opened
from katalog.labelled.documents import documents_of

if TYPE_CHECKING:
    from spacy.language import Language


@registry.readers("katalog.keputusan.v1")  # type: ignore[untyped-decorator]
def catalogue_reader(paths: list[str]) -> Callable[[Language], Iterator[Example]]:
    """Reads catalogues (or decrees, which are built on the fly): an example for each of their documents, its entities
    and spans to be learned by a pipeline of any language."""

    def examples(nlp: Language) -> Iterator[Example]:
        known = legal_pipeline(vocab=nlp.vocab)
        for path in paths:
            for reference in documents_of(opened(path), known):
                yield Example(nlp.make_doc(reference.text), reference)

    return examples
