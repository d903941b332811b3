"""What decrees name, as a list: each thing once, with its places and what is odd about it."""

from __future__ import annotations

import pytest

import katalog
from bahasa.law import parse_law
from katalog.labelled.documents import documents_of
from katalog.labelled.fields import holder_of
from katalog.labelled.named import NamedThing, named_in
from schemas.catalogue import Catalogue, Entry
from schemas.decree import Text


def regulations(catalogue: Catalogue, *entries: str) -> list[NamedThing]:
    """The regulations that a catalogue names whose Mengingat has these entries."""
    mengingat = tuple(
        Entry(id=f"m/{i}", no=str(i), text=Text(as_printed=said), law=parse_law(said))
        for i, said in enumerate(entries, 1)
    )
    decree = catalogue.decree.model_copy(update={"mengingat": mengingat, "menimbang": ()})
    changed = catalogue.model_copy(update={"decree": decree, "blocks": (), "lampiran": ()})
    things = named_in(changed, documents_of(changed, katalog.nlp()))
    return [thing for thing in things if thing.label == "PERATURAN"]


def named(catalogue: Catalogue, *entries: str) -> dict[str, NamedThing]:
    """Those by value."""
    return {thing.value: thing for thing in regulations(catalogue, *entries)}


UU = "Undang-Undang Nomor 23 Tahun 2014"


@pytest.mark.parametrize(
    ("entries", "odd"),
    [
        (["UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;", "UU Nomor 23 Tahun 2014;"], ""),
        (["UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;", "UU 23/2014 tentang PEMERINTAHAN DAERAH;"], ""),
        (["UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;", "UU Nomor 23 Tahun 2014 tentang Pemerintah Daerah;"],
         "juga dikutip dengan judul “Pemerintah Daerah”"),
        (["UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;", "UU Nomor 32 Tahun 2004 tentang Pemerintahan Daerah;"],
         "berjudul sama dengan Undang-Undang Nomor 32 Tahun 2004"),
    ],
)  # fmt: skip
def test_what_is_odd_about_two_citations(catalogue: Catalogue, entries: list[str], odd: str) -> None:
    assert named(catalogue, *entries)[UU].odd == odd


def test_one_regulation_under_two_names(catalogue: Catalogue) -> None:
    things = named(
        catalogue,
        "Peraturan Daerah Nomor 4 Tahun 2021 tentang RPJMD;",
        "Peraturan Daerah Kabupaten Paser Nomor 04 Tahun 2021 tentang RPJMD;",
    )
    short, long = "Peraturan Daerah Nomor 4 Tahun 2021", "Peraturan Daerah Kabupaten Paser Nomor 4 Tahun 2021"
    assert things[short].odd == f"juga dikutip sebagai {long}"
    assert things[long].odd == f"juga dikutip sebagai {short}"


def test_regulations_whose_number_is_left_open_are_told_apart_by_their_titles(catalogue: Catalogue) -> None:
    titles = ["RPJMD Tahun 2016-2021", "Organisasi dan Tata Kerja Dinas"]
    entries = [f"Peraturan Daerah Provinsi Sulawesi Utara Nomor .... Tahun 2016 tentang {title};" for title in titles]
    things = regulations(catalogue, *entries)
    assert [(thing.tentang, thing.odd, len(thing.places)) for thing in things] == [(title, "", 1) for title in titles]


def test_a_thing_stands_once_with_all_its_places(catalogue: Catalogue) -> None:
    things = named_in(catalogue, documents_of(catalogue, katalog.nlp()))
    assert len({(thing.label, thing.value.casefold()) for thing in things}) == len(things)
    law = next(thing for thing in things if thing.value == UU)
    assert law.tentang == "Pemerintahan Daerah"
    assert [place.path for place in law.places] == ["preamble/mengingat/4"] * 2
    ids = {row.id for block in catalogue.blocks for row in block.rows}
    amounts = [place for thing in things if thing.label == "JUMLAH" for place in thing.places]
    assert {place.id for place in amounts if "/target" in place.path} <= ids


@pytest.mark.parametrize(
    ("kind", "printed", "holder"),
    [
        ("IKI", "Kepala Bidang Mutasi,", ("JABATAN", "Kepala Bidang Mutasi")),
        ("PK", "Bidang Konsumsi dan Keamanan Pangan", ("UNIT", "Bidang Konsumsi dan Keamanan Pangan")),
        ("IKU", "Badan Kepegawaian", ("UNIT", "Badan Kepegawaian")),
        ("IKU", "KEPALA DINAS PERHUBUNGAN", ("JABATAN", "KEPALA DINAS PERHUBUNGAN")),
        ("IKI", "Analis Data", ("JABATAN", "Analis Data")),
    ],
)
def test_a_holder_is_a_position_or_a_unit(
    catalogue: Catalogue, kind: str, printed: str, holder: tuple[str, str]
) -> None:
    update = {"kind": kind, "jabatan": Text(as_printed=printed)}
    block = catalogue.blocks[0].model_copy(update=update)
    assert holder_of(block) == holder
    changed = catalogue.model_copy(update={"blocks": (block,)})
    documents = list(documents_of(changed, katalog.nlp()))
    marked = [(span.label_, span.kb_id_, span.text) for span in documents[-1].spans["sebutan"] if span.start == 0]
    assert (*holder, printed.rstrip(",")) in marked
