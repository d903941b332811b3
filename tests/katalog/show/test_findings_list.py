"""Findings as lines for people, in both languages."""

from __future__ import annotations

import pytest

from bahasa.temuan import About, Lang, finding
from katalog.show.findings_list import findings_list
from katalog.show.label import located
from katalog.show.trust import trust_in
from schemas.base import Finding, Place
from schemas.catalogue import Catalogue
from schemas.decree import Text

EMPTY = finding("sel-kosong", About("IKI", 2, "rows/3/rumus"), kolom="Rumus")
TWICE = finding("diktum-berulang", About(field="diktum/4"), label="KETIGA", pertama=3, kedua=4)


@pytest.mark.parametrize(
    ("lang", "first", "remedy"),
    [
        (
            "id",
            "PERIKSA  diktum-berulang        Keputusan, diktum 4: "
            "Diktum KETIGA tercetak dua kali, pada urutan ke-3 dan ke-4.",
            "perbaiki labelnya",
        ),
        (
            "en",
            "WARNING  diktum-berulang        Decree, diktum 4: The diktum KETIGA is printed twice, in places 3 and 4.",
            "correct the label",
        ),
    ],
)
def test_the_gravest_first_and_a_remedy_for_each_kind(
    catalogue: Catalogue, lang: Lang, first: str, remedy: str
) -> None:
    lines = list(findings_list([EMPTY, TWICE, EMPTY], catalogue, lang))
    assert lines[0] == first
    remedies = [line.split(maxsplit=1) for line in lines if line.startswith("  ")]
    assert [code for code, _ in remedies] == ["diktum-berulang", "sel-kosong"]
    assert remedies[0][1] == remedy
    assert lines[-1].startswith(f"{catalogue.source.slug}: 3 ")


def test_what_is_said_of_a_whole_column_is_said_once(catalogue: Catalogue) -> None:
    def doubt(row: int, role: str, page: int, order: int = 2) -> Finding:
        about = About("IKI", order, f"rows/{row}/{role}", places=(Place(page=page),))
        return finding("kolom-ragu", about, judul="“X”", peran=role, keyakinan="0,50")

    cells = [doubt(1, "rumus", 4), doubt(2, "rumus", 4), doubt(3, "rumus", 5), doubt(5, "rumus", 6)]
    lines = list(findings_list([*cells, doubt(6, "target", 6)], catalogue))
    says = [line.partition(": ")[0].partition("), ")[2] for line in lines if line.startswith("PERIKSA")]
    assert says == ["baris 1–3, 5, hlm. 4", "baris 6, hlm. 6"]
    assert lines[-1].startswith(f"{catalogue.source.slug}: 5 ")
    (line, *_) = findings_list([*cells, doubt(1, "rumus", 7, 3), doubt(2, "rumus", 7, 3)], catalogue)
    assert line.partition("), ")[2].startswith("baris 1–3, 5, hlm. 4; IKI 3, baris 1–2: Arti kolom")


def test_of_what_ocr_read_the_least_sure_comes_first(catalogue: Catalogue) -> None:
    """Rows, tugas and fungsi alike; other findings keep their places."""
    block = next(one for one in catalogue.blocks if one.rows and one.fungsi and one.tugas)
    unsure = iter((0.8, 0.2, 0.5))

    def read(text: Text) -> Text:
        return text.model_copy(update={"character_confidence": next(unsure)})

    assert block.tugas is not None
    doubted = {"tugas": read(block.tugas), "fungsi": (block.fungsi[0].model_copy(
        update={"text": read(block.fungsi[0].text)}), *block.fungsi[1:])}  # fmt: skip
    role, cell = next(iter(block.rows[0].cells.items()))
    cells = {**block.rows[0].cells, role: cell.model_copy(update={"text": read(cell.text)})}
    rows = (block.rows[0].model_copy(update={"cells": cells}), *block.rows[1:])
    scanned = block.model_copy(update={**doubted, "rows": rows})
    made = catalogue.model_copy(update={"blocks": (scanned,)})
    fields = ("tugas", "fungsi/1", f"rows/{block.rows[0].row}/{role}")
    found = [finding("ocr-ragu", About(block.kind, block.order, field), keyakinan="?") for field in fields]
    lines = list(findings_list([found[0], TWICE, *found[1:]], made))
    places = [located(one, made, "id") for one in (found[1], TWICE, found[2], found[0])]
    assert [
        line.split(maxsplit=2)[2].rpartition(place)[1] for line, place in zip(lines, places, strict=False)
    ] == places
    trust = trust_in(made)
    assert [trust[f"{block.kind}/{block.order}/{field}"] for field in fields] == [0.8, 0.2, 0.5]


def test_without_findings_there_is_the_count_alone(catalogue: Catalogue) -> None:
    assert list(findings_list([], catalogue)) == [f"{catalogue.source.slug}: 0 temuan (0 berat, 0 periksa, 0 catatan)"]


@pytest.mark.parametrize(
    ("about", "says"),
    [
        (About(field="preamble/mengingat/12", places=(Place(page=2),)), "Keputusan, Mengingat 12, hlm. 2"),
        (About(field="unparsed/1", places=(Place(lines=(7, 9)),)), "Keputusan, brs. teks 7–9"),
        (About("IKU", 1, "rows/3/target", places=(Place(lines=(7, 7)),)), "IKU 1, baris 3, brs. teks 7"),
    ],
)
def test_where_a_finding_stands(catalogue: Catalogue, about: About, says: str) -> None:
    found: Finding = finding("pdf-rusak", about)
    assert located(found, catalogue) == says
