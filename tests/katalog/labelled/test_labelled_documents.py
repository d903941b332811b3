"""Catalogues as labelled documents: beside the gold, and beside what was recognised when they were built."""

from __future__ import annotations

from functools import cache

import pytest
from extracted_decrees import label
from project import CORPUS, ROOT
from spacy.tokens import Doc, DocBin
from spacy.util import registry

import katalog
from bahasa.block_kinds import block_named
from bahasa.mentions import law_named, target_named
from bahasa.rulers import SEBUTAN
from katalog.labelled.documents import BAGIAN, document_bin, documents_of
from katalog.labelled.fields import parts_of_catalogue
from schemas.catalogue import Catalogue

DECREES = {
    "paser": CORPUS,
    "lama": ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf",
    "baru": ROOT / "corpus" / "contoh-baru" / "contoh-baru.pdf",
    "bentuk-lazim": ROOT / "tests" / "fixtures" / "teks" / "bentuk-lazim.txt",
    "paser-a": ROOT / "tests" / "fixtures" / "pdf" / "paser-a.pdf",
    "paser-b": ROOT / "tests" / "fixtures" / "pdf" / "paser-b.pdf",
}
Marks = dict[str, list[tuple[str, str, bool]]]


@cache
def read(name: str) -> tuple[Catalogue, tuple[Doc, ...]]:
    catalogue = katalog.build(DECREES[name])
    return catalogue, tuple(documents_of(catalogue, katalog.nlp()))


def marks(documents: tuple[Doc, ...]) -> Marks:
    """By path: (label, value, whether it is the whole text)."""
    found: Marks = {}
    for doc in documents:
        whole = {span.id_: (span.start, span.end) for span in doc.spans[BAGIAN]}
        for span in doc.spans[SEBUTAN]:
            mark = span.label_, span.kb_id_, whole[span.id_] == (span.start, span.end)
            found.setdefault(span.id_, []).append(mark)
    return found


@pytest.mark.parametrize("name", DECREES)
def test_every_text_is_a_paragraph_of_its_document_as_printed(name: str) -> None:
    catalogue, documents = read(name)
    parts = [part for part in parts_of_catalogue(catalogue) if part.texts]
    assert len(documents) == len(parts) >= len(catalogue.blocks) > 0
    for doc, part in zip(documents, parts, strict=True):
        whole, *texts = doc.spans[BAGIAN]
        assert (whole.id_, whole.kb_id_, whole.text) == (part.path, part.id, doc.text)
        printed = [" ".join(one.text.as_printed.split()) for one in part.texts]
        assert [(span.id_, span.text) for span in texts] == [
            (one.path, said) for one, said in zip(part.texts, printed, strict=True)
        ]
        assert doc.spans[BAGIAN].attrs["content_hash"] == catalogue.content_hash


@pytest.mark.parametrize("name", DECREES)
def test_what_was_recognised_when_it_was_built_is_marked(name: str) -> None:
    """One vocabulary: each law of the preamble, each target, each date of a closing has its mark with the same
    meaning."""
    catalogue, documents = read(name)
    found = marks(documents)
    for part in ("mengingat", "memperhatikan"):
        for i, entry in enumerate(getattr(catalogue.decree, part), 1):
            if entry.law is not None:
                values = [value for kind, value, _ in found[f"preamble/{part}/{i}"] if kind == "PERATURAN"]
                assert values[0] == law_named(entry.law)
    for block in catalogue.blocks:
        for row in block.rows:
            named = target_named(row.target) if row.target and len(row.targets) < 2 else None
            path = f"{block_named(block.kind, block.order)}/rows/{row.row}/target"
            if named and row.cells["target"].span == "own":
                assert (*named, True) in found[path], path
    if catalogue.decree.ditetapkan.tanggal and "ditetapkan.tanggal" in catalogue.decree.origins:
        assert found["preamble/penetapan/tanggal"] == [("TANGGAL", catalogue.decree.ditetapkan.tanggal, True)]


def test_every_law_of_the_gold_is_marked_where_it_stands() -> None:
    _, documents = read("paser")
    found = marks(documents)
    entries = label("p00_preamble")["mengingat"]
    laws = [[value for kind, value, _ in found[f"preamble/mengingat/{i + 1}"]] for i in range(len(entries))]
    assert [len(one) >= 1 for one in laws] == [True] * 12
    assert [value for value in laws[3] if value.startswith("Undang")] == [
        "Undang-Undang Nomor 23 Tahun 2014", "Undang-Undang Nomor 9 Tahun 2015", "Undang-Undang Nomor 23 Tahun 2014",
    ]  # fmt: skip


def test_every_target_of_the_gold_is_marked() -> None:
    """The 23 labelled jabatan come first in the decree. What is no target (`-`) and what reads two ways (`1 3dokumen`)
    has no mark."""
    found = marks(read("paser")[1])
    wanted = label("spelling")["targets"]
    assert len(wanted) == 182
    for one in wanted:
        block = "IKU/1" if one["part"] == "p01_iku" else f"IKI/{int(one['part'][1:])}"
        path = f"{block}/rows/{one['row'] + 1}/target"
        whole = [(kind, value) for kind, value, all_of_it in found.get(path, ()) if all_of_it]
        number = f"{one['value']:g}" if one["value"] is not None else ""
        said = " ".join(part for part in (one["grade"], number, one["unit"]) if part)
        kind = "NILAI" if one["kind"] == "grade" else "JUMLAH"
        assert whole == ([] if one["kind"] in ("none", "ambiguous") else [(kind, said)]), path


def test_no_mention_is_marked_twice() -> None:
    for name in DECREES:
        for doc in read(name)[1]:
            spans = [(span.start, span.end, span.label_) for span in doc.spans[SEBUTAN]]
            assert len(spans) == len(set(spans))
            assert {(entity.start, entity.end, entity.label_) for entity in doc.ents} <= set(spans)


def test_a_unit_is_known_by_any_of_its_forms() -> None:
    """`Kepegawain` is how sumber data print it."""
    _, documents = read("paser")
    named = {(span.text, span.kb_id_) for doc in documents for span in doc.spans[SEBUTAN] if span.label_ == "UNIT"}
    assert ("Sub Bagian Umum dan Kepegawain", "Sub Bagian Umum dan Kepegawaian") in named


def test_the_bin_gives_back_the_documents_and_has_the_same_bytes_each_time() -> None:
    catalogue, documents = read("lama")
    data = document_bin(documents).to_bytes()
    assert document_bin(documents_of(catalogue, katalog.nlp())).to_bytes() == data
    nlp = katalog.nlp()
    back = list(DocBin().from_bytes(data).get_docs(nlp.vocab))
    assert marks(tuple(back)) == marks(documents)
    assert [doc.text for doc in back] == [doc.text for doc in documents]
    assert [[entity.label_ for entity in doc.ents] for doc in back] == [
        [entity.label_ for entity in doc.ents] for doc in documents
    ]


def test_a_pipeline_is_taught_from_catalogues(tmp_path: object) -> None:
    """The reader that a configuration names gives examples that a component can learn from."""
    import spacy

    import katalog.labelled.reader  # registers it where the project is not installed

    assert katalog.labelled.reader
    corpus = registry.get("readers", "katalog.keputusan.v1")([str(DECREES["lama"])])
    nlp = spacy.blank("id_hukum")
    nlp.add_pipe("ner")
    examples = list(corpus(nlp))
    assert len(examples) == len(read("lama")[1])
    nlp.initialize(lambda: examples)
    assert {"JUMLAH", "UNIT", "JABATAN"} <= set(nlp.get_pipe("ner").labels)
    assert nlp.update(examples[:2])["ner"] > 0
