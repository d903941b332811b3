"""`katalog entities`: the list, the rows, the documents and the page."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from project import ROOT, Run
from spacy.tokens import DocBin

import katalog as front
from bahasa.mentions import mention_kinds
from katalog.labelled.catalogues import LabelledCatalogue, labelled
from katalog.show.entities import ENTITY_FORMATS
from katalog.show.entities.data import COLUMNS
from katalog.show.formats import OutputFormat
from katalog.show.label import path_named
from schemas.catalogue import Catalogue
from schemas.decree import Text

LAMA = ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf"


@pytest.fixture(scope="module")
def made(catalogue: Catalogue) -> list[LabelledCatalogue]:
    return labelled([catalogue])


def written(name: str, made: list[LabelledCatalogue]) -> bytes:
    return next(one for one in ENTITY_FORMATS if one.name == name).written(made)


@pytest.mark.parametrize("one", ENTITY_FORMATS, ids=lambda one: one.name)
def test_a_format_writes_the_same_bytes_each_time(one: OutputFormat, catalogue: Catalogue) -> None:
    assert one.written(labelled([catalogue])) == one.written(labelled([catalogue]))


def test_the_list_names_every_kind_that_there_is(made: list[LabelledCatalogue]) -> None:
    text = written("text", made).decode()
    kinds = {thing.label for thing in made[0].things}
    assert kinds >= {"PERATURAN", "JUMLAH", "SATUAN", "JABATAN", "UNIT"}
    assert all(mention_kinds()[label].nama in text for label in kinds)
    assert "Undang-Undang Nomor 25 Tahun 2009" in text and "Mengingat 5" in text


def test_the_list_writes_numbers_as_indonesian_texts_do(catalogue: Catalogue) -> None:
    said = Text(as_printed="anggaran Rp 1.234.567,50 dan Rp 2 miliar untuk 95,5 % dari 12 laporan")
    menimbang = (catalogue.decree.menimbang[0].model_copy(update={"text": said}),)
    changed = catalogue.model_copy(update={"decree": catalogue.decree.model_copy(update={"menimbang": menimbang})})
    text = written("text", labelled([changed])).decode()
    assert all(number in text for number in ("Rp1.234.567,5 ", "Rp2.000.000.000 ", "95,5 % ", "12 laporan "))


def test_the_rows_are_the_mentions(made: list[LabelledCatalogue]) -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", made).decode())))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(document.spans["sebutan"]) for document in made[0].documents)
    assert {row["label"] for row in rows} <= set(mention_kinds())


def test_the_data_has_the_things_with_their_places(made: list[LabelledCatalogue]) -> None:
    data = json.loads(written("json", made))
    assert list(data["jenis"]) == list(mention_kinds())
    (own,) = data["katalog"]
    assert len(own["entitas"]) == len(made[0].things)
    assert all(thing["places"] for thing in own["entitas"])


def test_the_page_loads_nothing_and_escapes_what_is_printed(catalogue: Catalogue) -> None:
    block = catalogue.blocks[0].model_copy(update={"jabatan": Text(as_printed='<b>Kepala</b> & {x} "Badan"')})
    changed = catalogue.model_copy(update={"blocks": (block,)})
    page = written("displacy", labelled([changed])).decode()
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert "<script" not in page and "http:" not in page and "https:" not in page and " src=" not in page
    assert "<b>Kepala" not in page and "&lt;b&gt;Kepala&lt;/b&gt; &amp; {x}" in page
    assert '<mark class="PERATURAN" title="Undang-Undang Nomor 25 Tahun 2009">' in page


def test_a_decree_that_cites_no_regulation_has_no_list_of_them(
    catalogue: Catalogue, made: list[LabelledCatalogue]
) -> None:
    block = catalogue.blocks[0].model_copy(update={"rows": ()})
    bare = catalogue.model_copy(update={"blocks": (block,), "decree": type(catalogue.decree)(), "lampiran": ()})
    given = labelled([bare.model_copy(update={"tables": (), "unparsed": ()})])
    assert given[0].things
    assert "<table" not in written("displacy", given).decode()
    assert "<table" in written("displacy", made).decode()


def test_many_catalogues_go_into_one_file(katalog: Run, tmp_path: Path) -> None:
    for name in ("contoh-lama", "contoh-baru"):
        front.save(front.build(ROOT / "corpus" / name / f"{name}.pdf"), tmp_path / f"{name}.json")
    files = tmp_path / "contoh-lama.json", tmp_path / "contoh-baru.json"
    result = katalog("entities", *files, "-o", tmp_path / "korpus.spacy")
    assert (result.returncode, result.stderr) == (0, "")
    documents = list(DocBin().from_disk(tmp_path / "korpus.spacy").get_docs(front.nlp().vocab))
    assert {document.spans["bagian"].attrs["keputusan"] for document in documents} == {"contoh-lama", "contoh-baru"}


def test_the_list_goes_to_standard_output(katalog: Run) -> None:
    result = katalog("entities", LAMA)
    assert result.returncode == 0 and result.stdout.startswith("contoh-lama\n")
    wrong = katalog("entities", LAMA, "-f", "csv", "-o", "x.json")
    assert wrong.returncode == 2 and "Akhiran .json berarti JSON" in wrong.stderr


def test_paths_are_said_in_words() -> None:
    assert path_named("IKI/3/rows/2/targets/1") == "IKI 3 baris 2 target 1"
    assert path_named("preamble/memperhatikan/1") == "Memperhatikan 1"
    assert path_named("tables/1/cells/2") == "tabel 1 sel 2"
    assert path_named("keputusan") == "keputusan"
