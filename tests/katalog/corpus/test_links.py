"""Which decree revises which, from what is known of each."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from bahasa.earlier import EarlierDecree, Ending
from katalog.corpus.facts import RevisionFacts, get_facts, put_facts
from katalog.corpus.folder import CorpusFolder
from katalog.corpus.links import RevisionLink, linked
from schemas.decree import Law

OFFICE = "dinas kesehatan kabupaten paser"


def decree(year: int, **other: object) -> RevisionFacts:
    """The decree of a year of one office, about the same two holders each time."""
    facts = RevisionFacts(
        keputusan=f"dinkes-{year}",
        content_hash=f"isi {year}",
        offices=(OFFICE,),
        region="Kabupaten Paser",
        kinds=("IKI",),
        jenis=f"keputusan kepala {OFFICE}",
        nomor=str(year - 2000),
        tahun=year,
        when=f"{year}-01-15",
        holders=("a", "b"),
        earlier=(),
    )
    return replace(facts, **other)  # type: ignore[arg-type]


def cites(nomor: str, tahun: int | None, cara: Ending = "mencabut", jenis: str = "") -> tuple[EarlierDecree, ...]:
    law = Law(jenis=jenis or "Keputusan Kepala Dinas Kesehatan Kabupaten Paser", nomor=nomor, tahun=tahun, tentang=None)
    return (EarlierDecree(cara, law),)


def links(*facts: RevisionFacts, **listed: str) -> dict[str, RevisionLink]:
    """The links of the decrees that have one, or a doubt, by year."""
    named = {slug.replace("_", "-"): revises for slug, revises in listed.items()}
    return {slug[-4:]: link for slug, link in linked(facts, named).items() if link != RevisionLink()}


def test_the_latest_earlier_decree_of_the_office_is_guessed_and_said_to_be() -> None:
    found = links(decree(2021), decree(2022), decree(2023))
    assert {year: (link.revises, link.basis) for year, link in found.items()} == {
        "2022": ("dinkes-2021", "isi"),
        "2023": ("dinkes-2022", "isi"),
    }
    assert found["2023"].doubt == "Diduga dari isinya: kantor yang sama, lebih baru, 2 dari 2 pemangku sama."


def test_the_decree_s_own_words_go_before_a_guess_and_leave_no_doubt() -> None:
    found = links(decree(2021), decree(2022), decree(2023, earlier=cites("21", 2021)))
    assert found["2023"] == RevisionLink("dinkes-2021", "mencabut")
    # the number as another hand writes it, the issuer shortened
    own = decree(2022, earlier=cites("800/ 015 /Sek. II/DK", None, jenis="Keputusan Kepala Dinas Kesehatan"))
    assert links(decree(2021, nomor="800/15/SEK.II/DK"), own)["2022"].basis == "mencabut"


def test_a_number_of_another_office_is_not_meant() -> None:
    other = decree(
        2021, keputusan="dishub-2021", offices=("dinas perhubungan",), jenis="keputusan kepala dinas perhubungan"
    )
    found = links(other, decree(2022, earlier=cites("21", 2021)))
    assert found["2022"].revises == ""
    assert found["2022"].doubt.startswith(
        "Menyebut Keputusan Kepala Dinas Kesehatan Kabupaten Paser Nomor 21 Tahun 2021"
    )


def test_what_a_decree_revokes_and_the_corpus_lacks_makes_the_guess_doubtful() -> None:
    found = links(decree(2021), decree(2023, earlier=cites("22", 2022)))
    assert (found["2023"].revises, found["2023"].basis) == ("dinkes-2021", "isi")
    assert "tidak ada dalam korpus. Diduga dari isinya" in found["2023"].doubt


def test_an_amendment_that_names_fewer_holders_says_that_the_others_may_last() -> None:
    found = links(decree(2021), decree(2022, holders=("a",), earlier=cites("21", 2021, "mengubah")))
    assert found["2022"].basis == "mengubah" and "1 pemangku dari keputusan terdahulu" in found["2022"].doubt


def test_an_office_without_its_region_may_be_another_one() -> None:
    found = links(decree(2021, region=""), decree(2022, region=""))
    assert found["2022"].doubt.endswith("pemangku sama. Daerahnya tidak disebut.")


def test_decrees_about_others_or_of_the_same_day_are_no_revisions() -> None:
    assert links(decree(2021), decree(2022, holders=("c", "d"))) == {}
    assert links(decree(2021), decree(2022, kinds=("PK",))) == {}
    assert links(decree(2021), decree(2022, when="2021-01-15")) == {}
    # of a year alone nobody knows whether it was before that day
    assert links(decree(2021, when="2022"), decree(2022)) == {}


def test_one_decree_as_pdf_and_as_text_is_one_revision() -> None:
    twin = decree(2021, keputusan="dinkes-salinan-2021")
    found = links(decree(2021), twin, decree(2022, earlier=cites("21", 2021)))
    assert found == {"2022": RevisionLink("dinkes-2021", "mencabut")}
    other = replace(twin, content_hash="lain")
    assert links(decree(2021), other, decree(2022))["2022"].doubt.endswith("Dapat juga merevisi dinkes-salinan-2021.")


def test_a_person_s_list_decides() -> None:
    found = links(decree(2021), decree(2022), decree(2023), dinkes_2023="dinkes-2021", dinkes_2022="")
    assert found == {"2022": RevisionLink("", "daftar"), "2023": RevisionLink("dinkes-2021", "daftar")}
    gone = links(decree(2021), decree(2022), dinkes_2022="dinkes-2019")["2022"]
    assert gone.revises == "dinkes-2021" and gone.doubt.startswith("Menurut daftar merevisi dinkes-2019, yang tidak")


def test_a_circle_is_cut_at_its_earliest_decree() -> None:
    found = links(decree(2021), decree(2022), dinkes_2021="dinkes-2022", dinkes_2022="dinkes-2021")
    assert found["2022"].revises == "dinkes-2021"
    assert found["2021"].revises == "" and "melingkar" in found["2021"].doubt


def test_facts_are_kept_whatever_a_file_calls_a_letter(tmp_path: Path) -> None:
    """The map of a PDF's font may name half of a pair (U+D800), which no file can hold."""
    corpus = CorpusFolder(str(tmp_path))
    own = decree(2022, earlier=cites("21", 2021))
    put_facts(corpus, own)
    assert get_facts(corpus, own.keputusan) == own
    put_facts(corpus, decree(2022, earlier=cites("21", 2021, jenis="Keputusan \ud800 Bupati")))
    assert get_facts(corpus, own.keputusan).earlier[0].law.jenis == "Keputusan ? Bupati"


def test_the_links_are_the_same_in_whatever_order_the_decrees_come() -> None:
    facts = [decree(year) for year in range(2015, 2024)] + [decree(2020, keputusan="x-2020", content_hash="x")]
    told = linked(facts, {})
    for seed in range(5):
        random.Random(seed).shuffle(facts)
        assert linked(facts, {}) == told
