"""The whole way against what was labelled by hand: the decree built and exported, row by row, cell by cell."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from project import CORPUS, GOLD

from katalog.front import build, frames
from katalog.show.export.csv import table_csv
from schemas.catalogue import Catalogue

PARTS = sorted(path.stem for path in GOLD.glob("j*.json"))
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def built() -> Catalogue:
    """The catalogue of the decree's text."""
    return build(CORPUS)


@pytest.fixture(scope="module")
def tables(built: Catalogue) -> dict[str, Rows]:
    """Its tables as their users read them."""
    return {
        name: list(csv.DictReader(io.StringIO(table_csv(name, frame).decode("utf-8"), newline="")))
        for name, frame in frames(built).items()
    }


def fold(text: str | None) -> str:
    """White space folded, as in the labels."""
    return re.sub(r"(?<=\w)- (?=\w)", "-", re.sub(r"\s+", " ", text or "").strip())


def of(rows: Rows, kind: str, order: int) -> Rows:
    """The rows of one block."""
    return [row for row in rows if (row["kind"], row["jabatan_order"]) == (kind, str(order))]


def compare(tables: dict[str, Rows], kind: str, order: int, part: dict[str, Any]) -> None:
    """A block against its label."""
    (head,) = of(tables["jabatan"], kind, order)
    assert fold(head["jabatan_as_printed"]) == fold(part.get("jabatan") or part["instansi"])
    assert fold(head["tugas_as_printed"]) == fold(part["tugas"])
    fungsi = [(row["no"], fold(row["fungsi_as_printed"])) for row in of(tables["fungsi"], kind, order)]
    assert fungsi == [(item["no"] or "", fold(item["text"])) for item in part["fungsi"]]
    rows = of(tables["indikator"], kind, order)
    keys = list(part["rows"][0])
    made = [{key: fold(row[f"{key}_as_printed"]) for key in keys} for row in rows]
    assert made == [{key: fold(row[key]) for key in keys} for row in part["rows"]]


@pytest.mark.parametrize("part", PARTS)
def test_jabatan(tables: dict[str, Rows], gold: dict[str, Any], part: str) -> None:
    compare(tables, "IKI", int(part[1:]), gold[part])


def test_iku(tables: dict[str, Rows], built: Catalogue, gold: dict[str, Any]) -> None:
    compare(tables, "IKU", 1, gold["p01_iku"])
    tujuan = [(item.no, fold(item.text.as_printed)) for item in built.blocks[0].tujuan]
    assert tujuan == [(item["no"], fold(item["text"])) for item in gold["p01_iku"]["tujuan"]]


def test_preamble(built: Catalogue, gold: dict[str, Any]) -> None:
    part, decree = gold["p00_preamble"], built.decree
    for name in ("menimbang", "mengingat"):
        made = [(entry.no, fold(entry.text.as_printed)) for entry in getattr(decree, name)]
        assert made == [(item["no"], fold(item["text"])) for item in part[name]]
    assert decree.judul and fold(decree.judul.as_printed) == fold(part["judul"])
    assert decree.menetapkan and fold(decree.menetapkan.as_printed) == fold(part["menetapkan"])
    assert [clause.label for clause in decree.diktum] == [one["label"] for one in part["diktum"]]
    for clause, one in zip(decree.diktum, part["diktum"], strict=True):
        assert fold(clause.text.as_printed) == fold(one["text"])
        made = [(entry.no, fold(entry.text.as_printed)) for entry in clause.butir]
        assert made == [(item["no"], fold(item["text"])) for item in one["butir"]]


def test_closings(built: Catalogue, gold: dict[str, Any]) -> None:
    part, decree = gold["p00_preamble"], built.decree
    assert (decree.ditetapkan.tempat, decree.ditetapkan.tanggal) == (part["ditetapkan_di"], "2022-12-29")
    for origins, labelled in (
        (decree.origins, part["penandatangan"]),
        (built.lampiran[0].origins, part["penutup_lampiran"]["penandatangan"]),
    ):
        printed = {name: fold(origins[f"penandatangan.{name}"].as_printed) for name in labelled}
        assert printed == {name: fold(value) for name, value in labelled.items()}
    assert built.lampiran[0].ditetapkan.tanggal == "2023-01-03"


def test_counts_of_the_whole_decree(built: Catalogue) -> None:
    jabatan = [block for block in built.blocks if block.kind == "IKI"]
    assert (len(jabatan), sum(len(block.fungsi) for block in jabatan)) == (45, 318)
    assert sum(len(block.rows) for block in jabatan) == 375


UNITS = {
    "instansi": (1, 1),
    "sekretariat": (2, 2),
    "sub-bagian-perencanaan-dan-keuangan": (3, 9),
    "sub-bagian-umum-dan-kepegawaian": (10, 17),
    "bidang-pengadaan-dan-informasi-kepegawaian": (18, 29),
    "bidang-pengembangan-dan-mutasi": (30, 37),
    "bidang-penilaian-kinerja-dan-kesejahteraan-asn": (38, 45),
}


def test_units_of_all_jabatan(built: Catalogue) -> None:
    """Read off the decree: who is printed below which head."""
    units = {block.order: block.unit.id for block in built.blocks if block.kind == "IKI"}
    assert units == {order: unit for unit, (first, last) in UNITS.items() for order in range(first, last + 1)}


def test_findings_of_the_decree(built: Catalogue) -> None:
    """What an auditor would see by reading it."""
    found = {(finding.code, finding.kind, finding.order) for finding in built.findings}
    assert {
        ("diktum-berulang", None, None),
        ("tanggal-berbeda", None, None),
        ("tahun-target", "IKU", 1),
        ("target-iku-iki", "IKI", 1),
        ("target-ambigu", "IKI", 6),
        ("penomoran-berulang", "IKI", 19),
        ("penomoran-lompat", "IKI", 20),
        ("sumber-data-tanpa-unit", "IKI", 20),
        # the fungsi of these are word for word those of the jabatan before
        ("fungsi-ganda", "IKI", 24),
        ("fungsi-ganda", "IKI", 27),
        ("fungsi-ganda", "IKI", 41),
        ("fungsi-ganda", "IKI", 45),
    } <= found
    assert [finding for finding in built.findings if finding.severity == "error"] == []
