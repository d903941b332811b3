"""The data package beside the CSV files: valid by Frictionless, described in both languages, broken data is seen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from project import Run

from katalog.show.tables.package import DESCRIPTOR
from katalog.show.tables.registry import export_tables
from katalog.store.canonical import canonical_bytes
from schemas.catalogue import Catalogue

frictionless = pytest.importorskip("frictionless")


@pytest.fixture(scope="module")
def folder(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The CSV files of two catalogues."""
    from katalog.front import frames
    from katalog.show.export import EXPORT_FORMATS, write_tables

    other = catalogue.model_copy(update={"source": catalogue.source.model_copy(update={"slug": "kedua"})})
    made = tmp_path_factory.mktemp("paket")
    write_tables(frames([catalogue, other]), EXPORT_FORMATS[0], str(made), "indikator")
    return made


def validated(folder: Path) -> Any:
    return frictionless.validate(str(folder / DESCRIPTOR))


def test_the_package_is_valid(folder: Path) -> None:
    report = validated(folder)
    assert report.valid, report.flatten(["taskNumber", "rowNumber", "fieldName", "type", "message"])[:5]
    assert len(report.tasks) == len(export_tables())


def test_every_table_and_field_is_described_in_both_languages(folder: Path) -> None:
    descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    described = [descriptor, *descriptor["resources"]]
    described += [field for one in descriptor["resources"] for field in one["schema"]["fields"]]
    assert all(one["description"] and one["x-description-id"] for one in described)
    assert [source["sha256"] for source in descriptor["sources"]] == ["0" * 64] * 2
    assert descriptor["licenses"][0]["name"]
    (indikator,) = (one for one in descriptor["resources"] if one["name"] == "indikator")
    assert indikator["schema"]["primaryKey"] == ["keputusan", "indikator_id"]
    assert {key["reference"]["resource"] for key in indikator["schema"]["foreignKeys"]} == {"keputusan", "jabatan"}


def test_a_row_whose_jabatan_is_gone_is_seen(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    jabatan = tmp_path / "jabatan.csv"
    lines = jabatan.read_bytes().split(b"\r\n")
    jabatan.write_bytes(b"\r\n".join([lines[0], *lines[2:]]))
    report = validated(tmp_path)
    assert {"foreign-key", "hash-count"} <= {error.type for task in report.tasks for error in task.errors}


def test_one_decree_names_its_package(katalog: Run, catalogue: Catalogue, tmp_path: Path) -> None:
    source = tmp_path / "k.json"
    source.write_bytes(canonical_bytes(catalogue))
    assert katalog("export", source, "-o", tmp_path / "tabel").returncode == 0
    descriptor = json.loads((tmp_path / "tabel" / DESCRIPTOR).read_text(encoding="utf-8"))
    assert descriptor["name"] == catalogue.source.slug and descriptor["version"] == catalogue.schema_version
