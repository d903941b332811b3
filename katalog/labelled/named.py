"""What decrees name, as a list: each thing once with all its places, and what is odd about how it is cited.

Input: documents of `katalog.labelled.documents` with their catalogue. Output: things in the order of their kinds, the
regulations first, each in the order of the print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bahasa.fold import fold_words
from bahasa.law import parse_law, same_regulation
from bahasa.mentions import mention_kinds
from katalog.labelled.fields import parts_of_catalogue
from katalog.text import page_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from schemas.catalogue import Catalogue
    from schemas.decree import Law, Text


@dataclass(frozen=True, slots=True)
class MentionPlace:
    """Where a thing is named: the path in the catalogue and the id of what it stands in; page and lines of the source
    where it has them; and the words, as printed."""

    path: str
    id: str
    page: int | None
    lines: tuple[int, int] | None
    as_printed: str


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing that a decree names. `value` is its one form, `tentang` the title of a regulation as it is first printed;
    `odd` says in Indonesian what is odd about its citations, or is empty."""

    keputusan: str
    label: str
    value: str
    tentang: str | None
    odd: str
    places: tuple[MentionPlace, ...]


def named_in(catalogue: Catalogue, documents: Iterable[Doc]) -> list[NamedThing]:
    """The things that the documents of a catalogue name."""
    places: dict[tuple[str, str, str], list[MentionPlace]] = {}
    values: dict[tuple[str, str, str], str] = {}
    texts = {one.path: (one.id or part.id, one.text) for part in parts_of_catalogue(catalogue) for one in part.texts}
    for document in documents:
        for span in document.spans["sebutan"]:
            key = span.label_, fold_words(span.kb_id_) or span.kb_id_, _unnumbered(span)
            values.setdefault(key, span.kb_id_)
            places.setdefault(key, []).append(_place(span.id_, *texts[span.id_], span.text))
    slug = catalogue.source.slug
    plain = [NamedThing(slug, key[0], values[key], None, "", tuple(found)) for key, found in places.items()]
    order = list(mention_kinds())
    return sorted(_with_titles(plain), key=lambda thing: order.index(thing.label))


def _unnumbered(span: Span) -> str:
    """The title of a regulation whose number is left open (`Peraturan Daerah ... Nomor .... Tahun 2016 tentang ...`):
    without a number only the title tells such regulations of one authority apart."""
    law = parse_law(span.text) if span.label_ == "PERATURAN" else None
    return fold_words(law.tentang) if law and law.nomor is None and law.tentang else ""


def _place(path: str, identity: str, text: Text, printed: str) -> MentionPlace:
    lines = next((place.lines for place in text.places if place.lines is not None), None)
    return MentionPlace(path, identity, page_of(text), lines, " ".join(printed.split()))


def _with_titles(things: Sequence[NamedThing]) -> Iterator[NamedThing]:
    """The things, regulations with their title and with what is odd about them."""
    cited = [(thing, _laws(thing)) for thing in things if thing.label == "PERATURAN"]
    for thing in things:
        own = [law for one, laws in cited if one is thing for law in laws]
        if not own:
            yield thing
            continue
        others = [(one.value, laws) for one, laws in cited if one is not thing]
        title = next((law.tentang for law in own if law.tentang), None)
        odd = "; ".join([*_titles(own), *_other_forms(own, others)])
        yield NamedThing(thing.keputusan, thing.label, thing.value, title, odd, thing.places)


def _laws(thing: NamedThing) -> list[Law]:
    return [law for place in thing.places if (law := parse_law(place.as_printed)) is not None]


def _titles(own: Sequence[Law]) -> Iterator[str]:
    """One regulation with two titles."""
    titles = {fold_words(law.tentang): law.tentang for law in own if law.tentang}
    for title in list(titles.values())[1:]:
        yield f"juga dikutip dengan judul “{title}”"


def _other_forms(own: Sequence[Law], others: Sequence[tuple[str, list[Law]]]) -> Iterator[str]:
    """One regulation under two names, or two regulations with one title."""
    titles = {fold_words(law.tentang) for law in own if law.tentang}
    for value, laws in others:
        if any(same_regulation(law, one) for law in laws for one in own):
            yield f"juga dikutip sebagai {value}"
        elif titles & {fold_words(law.tentang) for law in laws if law.tentang}:
            yield f"berjudul sama dengan {value}"
