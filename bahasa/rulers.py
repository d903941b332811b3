"""Components for spaCy: rulers that mark what a text names, and the one that decides between them.

`bahasa_sebutan` marks what one finder sees (`peraturan`, `tanggal`, `jumlah`, `nama`), `bahasa_entitas` takes out what
another mention rules out and sets `doc.ents`. Both write `doc.spans["sebutan"]`: label, the meaning as `kb_id_`. They
see what `bahasa.mentions` sees, in any language's pipeline.

>>> import spacy
>>> nlp = spacy.blank("id_hukum")
>>> _ = nlp.add_pipe("bahasa_sebutan", name="tanggal", config={"ruler": "tanggal"})
>>> doc = nlp("sejak 3 Januari 2023")
>>> [(span.text, span.kb_id_) for span in doc.spans["sebutan"]]
[('3 Januari 2023', '2023-01-03')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans

from bahasa.mentions import Mention, found_by, mention_kinds, settled

#: The group of spans of what a text names; spans may stand inside others.
SEBUTAN = "sebutan"
#: The factories, as `pyproject.toml` names them.
MENTION_RULER, ENTITY_SETTER = "bahasa_sebutan", "bahasa_entitas"


@Language.factory(MENTION_RULER, default_config={"ruler": "peraturan"}, assigns=["doc.spans"])
def mention_ruler(nlp: Language, name: str, ruler: str) -> Callable[[Doc], Doc]:
    """Marks what one finder sees, beside what is marked already."""

    def marked(doc: Doc) -> Doc:
        return with_mentions(doc, [*mentions_of(doc), *found_by(ruler, doc.text)])

    return marked


@Language.factory(ENTITY_SETTER, assigns=["doc.spans", "doc.ents"])
def entity_setter(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Settles what is marked, and takes of spans inside others the longest as entities."""

    def decided(doc: Doc) -> Doc:
        return with_entities(with_mentions(doc, settled(mentions_of(doc))))

    return decided


def mentions_of(doc: Doc) -> list[Mention]:
    """What is marked in a document."""
    marked = doc.spans.get(SEBUTAN, ())
    return [Mention(span.start_char, span.end_char, span.label_, span.kb_id_) for span in marked]


def with_mentions(doc: Doc, mentions: Iterable[Mention], path_at: Callable[[int], str] | None = None) -> Doc:
    """The document with these marked and nothing else; `path_at` gives the `id_` of what begins at a character."""
    spans = (_span(doc, one, path_at(one.start) if path_at else "") for one in mentions)
    group = SpanGroup(doc, name=SEBUTAN, spans=[span for span in spans if span is not None])
    doc.spans[SEBUTAN] = group
    return doc


def _span(doc: Doc, one: Mention, path: str) -> Span | None:
    """The tokens of a mention: whole ones, where it ends inside one (`3dokumen`)."""
    span = doc.char_span(one.start, one.end, label=one.label, kb_id=one.value, span_id=path, alignment_mode="expand")
    return span if span is not None and len(span) else None


def with_entities(doc: Doc) -> Doc:
    """The document with the longest of its marked spans as entities; of equally long ones the kind listed first."""
    order = list(mention_kinds())
    spans = sorted(doc.spans[SEBUTAN], key=lambda span: order.index(span.label_))
    doc.set_ents(filter_spans(spans))
    return doc
