"""Catalogues as spaCy's documents: one for the decree itself and one for each jabatan, every text a paragraph.

Each document has two groups of spans. `bagian` has the document itself and each of its texts: label is the role
(`jabatan`, `fungsi`, `rumus`), `id_` the path, `kb_id_` the catalogue's id; its `attrs` name the decree. `sebutan` has
what the texts name: label is a kind of entitas.toml, `kb_id_` the meaning, `id_` the path of the text around it.
`doc.ents` are the longest of these. Texts are as printed: a model is to read decrees and not what was made of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, DocBin, Span, SpanGroup
from spacy.util import filter_spans

from bahasa.mentions import Mention, settled
from bahasa.rulers import mentions_of, with_entities, with_mentions
from katalog.labelled.fields import LabelledPart, holder_of, parts_of_catalogue
from schemas.catalogue import Catalogue

if TYPE_CHECKING:
    from spacy.language import Language

#: The group of spans of the texts.
BAGIAN = "bagian"
#: Between two texts: a paragraph of its own each.
_BETWEEN = "\n\n"


def documents_of(catalogue: Catalogue, nlp: Language) -> Iterator[Doc]:
    """The documents of a catalogue, the decree itself first. `nlp` is the pipeline of `katalog.nlp()`, which may have
    further components."""
    names = _known_names(catalogue, nlp)
    for part in parts_of_catalogue(catalogue):
        if part.texts:
            yield _document(part, catalogue, nlp, names)


def document_bin(documents: Iterable[Doc]) -> DocBin:
    """The documents as spaCy keeps them; the same documents give the same bytes."""
    return DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"], docs=documents)


def _document(part: LabelledPart, catalogue: Catalogue, nlp: Language, names: PhraseMatcher) -> Doc:
    texts = [" ".join(one.text.as_printed.split()) for one in part.texts]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + len(_BETWEEN))
    doc = nlp(_BETWEEN.join(texts))
    found, known = _by_text(mentions_of(doc), starts), _by_text(_known(doc, names), starts)
    told = (_told(_longest(found[k], known[k]), starts[k], texts[k], one.said) for k, one in enumerate(part.texts))
    paths = [one.path for one in part.texts]
    with_mentions(doc, (one for own in told for one in settled(own)), lambda at: paths[bisect_right(starts, at) - 1])
    doc.spans[BAGIAN] = SpanGroup(
        doc,
        name=BAGIAN,
        attrs={"keputusan": catalogue.source.slug, "content_hash": catalogue.content_hash, "nama": part.name},
        spans=[Span(doc, 0, len(doc), "bagian", kb_id=part.id, span_id=part.path), *_texts(doc, part, starts, texts)],
    )
    return with_entities(doc)


def _texts(doc: Doc, part: LabelledPart, starts: list[int], texts: list[str]) -> Iterator[Span]:
    for start, text, one in zip(starts, texts, part.texts, strict=False):
        span = doc.char_span(
            start, start + len(text), label=one.role, kb_id=one.id, span_id=one.path, alignment_mode="expand"
        )
        if span is not None:
            yield span


def _by_text(found: Iterable[Mention], starts: list[int]) -> list[list[Mention]]:
    """The mentions of each text: none goes over the end of a paragraph."""
    texts: list[list[Mention]] = [[] for _ in starts]
    for one in found:
        texts[bisect_right(starts, one.start) - 1].append(one)
    return texts


def _told(found: list[Mention], start: int, text: str, said: tuple[str, str] | None) -> list[Mention]:
    """The mentions of a text with what the catalogue knows of it: where it knows what the whole text is, the finders
    are asked for nothing of that kind."""
    if said is None:
        return found
    whole = Mention(start, start + len(text.rstrip(" ,;")), *said)
    if whole.label == "PERATURAN":
        # an entry goes on behind the regulation (`(Lembaran Negara ...)`), which the finder leaves out
        return found if any(one.label == whole.label for one in found) else [*found, whole]
    return [*(one for one in found if one.label != whole.label and (one.label, whole.label) not in _INSTEAD), whole]


#: What a finder may have taken for the first, where the catalogue knows that the whole cell is the second.
_INSTEAD = frozenset({("JUMLAH", "NILAI"), ("JUMLAH", "UANG"), ("NILAI", "JUMLAH")})


def _known_names(catalogue: Catalogue, nlp: Language) -> PhraseMatcher:
    """Finds the names of the decree's own units and jabatan in any case, as it prints them anywhere. Names of one word
    (`Sekretaris`) are no names in a sentence."""
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    units = [("UNIT", unit.nama, form.as_printed) for unit in catalogue.units if unit.id for form in unit.bentuk]
    holders = [(*holder_of(block), block.jabatan.as_printed) for block in catalogue.blocks]
    for label, value, printed in dict.fromkeys([*units, *holders]):
        if " " in printed.strip(" ,;"):
            matcher.add(f"{label} {value}", [nlp.make_doc(" ".join(printed.strip(" ,;").split()))])
    return matcher


def _known(doc: Doc, names: PhraseMatcher) -> Iterator[Mention]:
    for span in filter_spans(names(doc, as_spans=True)):
        label, _, value = span.label_.partition(" ")
        yield Mention(span.start_char, span.end_char, label, value)


def _longest(found: list[Mention], known: list[Mention]) -> list[Mention]:
    """What was found with what the decree is known to name; at one place the longer of two names, of the same words the
    known one (`Sub Bagian Umum dan Kepegawain` is the unit that ends in `Kepegawaian`)."""
    for name in known:
        over = [one for one in found if one.label == name.label and one.start < name.end and name.start < one.end]
        if all(one.end - one.start <= name.end - name.start for one in over):
            found = [*(one for one in found if one not in over), name]
    return found
