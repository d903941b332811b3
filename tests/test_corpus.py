"""The corpus: evidence with a manifest, unchanged."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest
from project import ROOT

FOLDERS = sorted(path for path in (ROOT / "corpus").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_manifest(folder: Path) -> None:
    manifest = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))
    source = folder / manifest["sumber"]["berkas"]
    assert source.stem == folder.name
    assert hashlib.sha256(source.read_bytes()).hexdigest() == manifest["sumber"]["sha256"]
    assert manifest["judul"] and manifest["sumber"]["jenis"] and manifest["revisi"]["keterangan"]
