"""Files as sources."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from extract.errors import UnusableSource
from extract.source import read_source, slug


def test_media_type_is_by_content(tmp_path: Path) -> None:
    path = tmp_path / "IKU DISPARBUD 2016.txt"
    path.write_bytes(b"%PDF-1.7\n")
    source, data = read_source(path)
    assert source.media_type == "application/pdf"
    assert (source.file, source.slug) == ("IKU DISPARBUD 2016.txt", "iku-disparbud-2016")
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("paser-bkpsdm-iki-2022", "paser-bkpsdm-iki-2022"),
        ("SK_Kepala (revisi)", "sk-kepala-revisi"),
        ("Keputusan Café", "keputusan-cafe"),
        ("...", "dokumen"),  # nothing to name it by
    ],
)
def test_slug(stem: str, expected: str) -> None:
    assert slug(stem) == expected


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path, cause in ((tmp_path / "tidak-ada.txt", "tidak ditemukan"), (tmp_path, "Folder ini tidak memuat")):
        with pytest.raises(UnusableSource) as error:
            read_source(path)
        assert cause in error.value.cause and error.value.remedy


def test_name_with_nul_is_refused() -> None:
    with pytest.raises(UnusableSource):
        read_source("a\0b")
