"""The tables that a corpus has beside those of an export: whose decree it is, and the words of each indikator."""

from __future__ import annotations

from typing import Any

import pytest
from project import ROOT

from katalog.corpus.own_tables import own_rows, roots_in
from katalog.front import build, frames
from schemas.catalogue import Catalogue


@pytest.fixture(scope="module")
def lama() -> Catalogue:
    return build(ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf")


def rows(catalogue: Catalogue) -> dict[str, list[dict[str, Any]]]:
    return own_rows(catalogue, frames(catalogue))


def test_the_office_of_a_decree(lama: Catalogue) -> None:
    (office,) = rows(lama)["kantor"]
    # an attachment without its decree says nobody
    assert office == {"keputusan": "contoh-lama", "kantor": None, "wilayah": None}
    decree = lama.decree.model_copy(update={"instansi": None, "jenis": "KEPUTUSAN BUPATI PASER", "tentang": None})
    (office,) = rows(lama.model_copy(update={"decree": decree}))["kantor"]
    assert (office["kantor"], office["wilayah"]) == ("Bupati Paser", "Kabupaten Paser")
    decree = decree.model_copy(update={"jenis": None, "tentang": "IKU DINAS SOSIAL KOTA BONTANG"})
    (office,) = rows(lama.model_copy(update={"decree": decree}))["kantor"]
    assert (office["kantor"], office["wilayah"]) == (None, "Kota Bontang")


def test_every_indikator_has_its_words(lama: Catalogue) -> None:
    held, printed = rows(lama)["kata"], frames(lama)["indikator"]
    assert [row["indikator_id"] for row in held] == list(printed["indikator_id"])
    for row, text in zip(held, printed["indikator"], strict=True):
        assert row["indikator"].split() == roots_in(text)
        assert row["indikator"].startswith(" ") and row["indikator"].endswith(" ")
        assert " / " in row["bunyi"]


def test_forms_of_a_word_share_their_root() -> None:
    assert roots_in("Tersusunnya laporan dan dokumen") == roots_in("menyusun pelaporan dokumen")
    assert roots_in("dan yang") == []


def test_findings_about_a_row_stand_with_it(lama: Catalogue) -> None:
    about = {
        (one.kind, one.order, int(one.field.split("/")[1])): one.code
        for one in lama.findings
        if one.field and one.field.startswith("rows/") and one.order is not None and not one.answered
    }
    assert about
    held = {(row["kind"], row["jabatan_order"], row["row"]): row["temuan"] for row in rows(lama)["kata"]}
    assert all(code in held[place] for place, code in about.items())
    assert {place for place, codes in held.items() if codes} == set(about)
