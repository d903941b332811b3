"""A file that another version of the program wrote is told from one that is broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from katalog.errors import Unusable
from katalog.store.artifact import read_artifact
from katalog.store.canonical import canonical_bytes
from schemas.catalogue import Catalogue


@pytest.mark.parametrize("version", ["9.0", "1.99", "1.0"])
def test_another_version_is_named_beside_the_one_that_is_read(
    catalogue: Catalogue, tmp_path: Path, version: str
) -> None:
    """What else changed with the version is no reason to speak of that."""
    held = json.loads(canonical_bytes(catalogue)) | {"schema_version": version}
    path = tmp_path / "lain.json"
    path.write_text(json.dumps({"baru": 1} | held), "utf-8")
    with pytest.raises(Unusable) as told:
        read_artifact(path, Catalogue, "katalog build")
    assert f"berskema versi {version}, sedangkan program ini membaca versi {catalogue.schema_version}." in str(
        told.value
    )
    assert "Perbarui program ini bila berkasnya lebih baru" in str(told.value)


def test_what_is_broken_in_the_version_that_is_read_is_not_another_version(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    held = json.loads(canonical_bytes(catalogue)) | {"content_hash": 1}
    path = tmp_path / "rusak.json"
    path.write_text(json.dumps(held), "utf-8")
    with pytest.raises(Unusable, match=r"tidak sesuai skema pada content_hash .*Buatlah berkas itu"):
        read_artifact(path, Catalogue, "katalog build")


def test_a_catalogue_that_does_not_say_its_version_is_none(catalogue: Catalogue, tmp_path: Path) -> None:
    held = json.loads(canonical_bytes(catalogue))
    del held["schema_version"]
    path = tmp_path / "tanpa.json"
    path.write_text(json.dumps(held), "utf-8")
    with pytest.raises(Unusable, match="tidak menyebut versi skemanya"):
        read_artifact(path, Catalogue, "katalog build")
