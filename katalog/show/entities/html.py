"""What decrees name, marked in their texts: one HTML file that works offline.

The marks are those of spaCy's displacy (`doc.ents`). Every printed text is escaped; the page has no script and may load
nothing: its Content-Security-Policy says so to the browser.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape
from spacy import displacy
from spacy.tokens import Doc, Span

from bahasa.mentions import mention_kinds
from katalog.labelled.catalogues import LabelledCatalogue
from katalog.labelled.documents import BAGIAN
from katalog.labelled.named import NamedThing
from katalog.show.html_page import html_page, own_text
from katalog.show.label import path_named

_PACKAGE = "katalog.show.entities"
_MARK = '<mark class="{label}" title="{said}">{text}<b>{named}</b></mark>'


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text of a document: its role for people, its path, and its markup."""

    role: str
    path: str
    html: Markup


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document: what it is called, its path, the counts of its marks by kind, and its texts."""

    name: str
    path: str
    counts: dict[str, int]
    texts: tuple[MarkedText, ...]


def entities_page(given: Sequence[LabelledCatalogue]) -> bytes:
    """The page of some catalogues."""
    kinds = mention_kinds()
    inks = "".join(f"mark.{label} {{ background: {kind.warna}; }}\n" for label, kind in kinds.items())
    return html_page(
        _PACKAGE,
        "entitas.html.j2",
        kinds=kinds,
        catalogues=[(one, _listed(one), [_marked(document) for document in one.documents]) for one in given],
        counts=Counter(thing.label for one in given for thing in one.things),
        style=Markup(own_text(_PACKAGE, "entitas.css") + inks),
        path_named=path_named,
    )


def _listed(one: LabelledCatalogue) -> list[NamedThing]:
    """What the list above the texts names: the regulations, and whatever is odd; all else is seen in its texts."""
    return [thing for thing in one.things if thing.label == "PERATURAN" or thing.odd]


def _marked(document: Doc) -> MarkedDocument:
    group = document.spans[BAGIAN]
    whole, texts = group[0], list(group)[1:]
    counts = Counter(entity.label_ for entity in document.ents)
    return MarkedDocument(str(group.attrs["nama"]), whole.id_, dict(counts), tuple(_texts(texts, f"{whole.id_}/")))


def _texts(texts: Sequence[Span], within: str) -> Iterator[MarkedText]:
    for span in texts:
        entities = [_entity(entity, span.start_char) for entity in span.ents]
        given = {"text": span.text, "ents": entities, "title": None}
        html = displacy.render(given, style="ent", manual=True, page=False, jupyter=False, options={"template": _MARK})
        yield MarkedText(path_named(span.id_.removeprefix(within)), span.id_, Markup(html))


def _entity(entity: Span, start: int) -> dict[str, object]:
    """As displacy takes it; `params` go into the mark."""
    said = str(escape(entity.kb_id_)), str(escape(mention_kinds()[entity.label_].nama))
    place = {"start": entity.start_char - start, "end": entity.end_char - start, "label": entity.label_}
    return {**place, "params": {"said": said[0], "named": said[1]}}
