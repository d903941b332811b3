"""The language of decrees for spaCy: what its tokenizer parts, and its rulers beside the finders."""

from __future__ import annotations

import tomllib
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
import spacy
from project import CORPUS, ROOT
from test_mentions import NAMED

from bahasa.language import LegalIndonesian
from bahasa.mentions import mention_kinds, mentions_in, rulers
from bahasa.pipeline import legal_pipeline
from bahasa.rulers import SEBUTAN, mentions_of

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="module")
def nlp() -> Language:
    return legal_pipeline()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3dokumen", "3 dokumen"),
        ("95%", "95 %"),
        ("Rp1.250.000,-", "Rp 1.250.000 ,-"),
        ("12 Dok. tersusun.", "12 Dok. tersusun ."),
        ("No. 188/KEP-10/2021", "No. 188 / KEP-10 / 2021"),
        ("Peserta/orang (12)", "Peserta / orang ( 12 )"),
        ("≥80", "≥ 80"),
        ("1.250,5 sub-bagian", "1.250,5 sub - bagian"),
    ],
)
def test_words_of_the_tokenizer(nlp: Language, text: str, words: str) -> None:
    doc = nlp.make_doc(text)
    assert [token.text for token in doc] == words.split()
    assert doc.text == text


def test_a_blank_language_has_no_components() -> None:
    blank = spacy.blank("id_hukum")
    assert isinstance(blank, LegalIndonesian) and blank.pipe_names == []
    assert blank.vocab["dua"].like_num and blank.vocab["1.250,5"].like_num and not blank.vocab["sub"].like_num
    assert blank.vocab["yang"].is_stop and not blank.vocab["laporan"].is_stop


def test_the_pipeline_has_every_ruler_and_leaves_out_what_it_is_told(nlp: Language) -> None:
    assert nlp.pipe_names == [*rulers(), "entitas"]
    assert legal_pipeline(exclude=["nama"]).pipe_names == [name for name in nlp.pipe_names if name != "nama"]


@pytest.mark.parametrize("text", [text for text, _ in NAMED], ids=[text[:40] for text, _ in NAMED])
def test_the_rulers_mark_what_the_finders_find(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert mentions_of(doc) == mentions_in(text)
    assert all(entity.kb_id_ and entity.label_ in mention_kinds() for entity in doc.ents)


def test_the_whole_corpus_is_marked_as_it_is_found(nlp: Language) -> None:
    """Paragraph by paragraph; a mention that ends inside a token takes the whole token."""
    text = CORPUS.read_text(encoding="utf-8")
    for paragraph in text.split("\n\n"):
        found = mentions_in(paragraph)
        marked = mentions_of(nlp(paragraph)) if found else []
        assert [(one.label, one.value) for one in marked] == [(one.label, one.value) for one in found]
        assert all(m.start <= f.start and f.end <= m.end for m, f in zip(marked, found, strict=True))


def test_a_pipeline_of_another_language_takes_a_ruler() -> None:
    other = spacy.blank("xx")
    other.add_pipe("bahasa_sebutan", name="tanggal", config={"ruler": "tanggal"})
    doc = other("sejak 3 Januari 2023")
    (span,) = doc.spans[SEBUTAN]
    assert (span.text, span.label_, span.kb_id_) == ("3 Januari 2023", "TANGGAL", "2023-01-03")


def test_the_entry_points_name_what_is_there() -> None:
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    assert set(points) == {"spacy_languages", "spacy_factories", "spacy_readers"}
    for group in points.values():
        for target in group.values():
            module, _, name = target.partition(":")
            assert callable(getattr(import_module(module), name))
    assert points["spacy_languages"] == {LegalIndonesian.lang: "bahasa.language:LegalIndonesian"}


def test_a_long_text_is_read(nlp: Language) -> None:
    # of long words, so that there are not as many of them
    doc = nlp(f"Melaksanakan tugas {'-' * 500} pimpinan. " * 2_000 + "12 laporan")
    assert len(doc.text) > 1_000_000 and [entity.text for entity in doc.ents] == ["12 laporan"]
