"""Pages that were read are kept by their content, within bounds; a folder that can't be used does no harm."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from cetak import Cetak

pytest.importorskip("cv2")

from extract.read.pdf.ink import Ruling
from extract.read.picture import cache
from extract.read.picture.page import PictureRead
from schemas.layout import Word

WORD = Word("Persentase", 10.0, 20.0, 60.0, 30.0, 28.0, 10.0, True, 0, (15.0, 60.0), 0.97)
BACK = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
READ = PictureRead(595.0, 842.0, (Ruling(1.0, 2.0, 3.0, 4.0),), (WORD,), BACK, ((5.0, 6.0, 7.0, 8.0),))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def printed(*lines: str) -> bytes:
    doc = Cetak(11)
    for line in lines:
        doc.page()
        doc.text(40, 60, line)
    return doc.save()


def keys(data: bytes, reader: str = "uji 1") -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [cache.page_key(page, reader) for page in pdf.pages]


def test_what_is_kept_comes_back_as_it_was() -> None:
    assert cache.kept_page("a") is None
    cache.keep_page("a", READ)
    assert cache.kept_page("a") == READ
    assert cache.clear_cache() == 1 and cache.kept_page("a") is None


def test_a_page_is_known_by_its_content() -> None:
    first, second = keys(printed("Meningkatnya mutu", "Tersedianya data"))
    assert first != second
    assert keys(printed("Meningkatnya mutu", "Tersedianya data")) == [first, second]
    assert keys(printed("Tersedianya data"))[0] == second  # alone in another file
    assert keys(printed("Meningkatnya mutu"), "uji 2")[0] != first


def test_the_oldest_pages_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for n, name in enumerate("abc"):
        cache.keep_page(name, READ)
        os.utime(cache.cache_folder() / f"{name}.json", (n, n))
    size = cache.kept_files()[0][1]
    monkeypatch.setattr(cache, "BOUND", 3 * size)
    cache.keep_page("d", READ)
    assert sorted(path.stem for path, _, _ in cache.kept_files()) == ["b", "c", "d"]


@pytest.mark.parametrize("broken", ["", "{}", '{"width": 1}', "[]"])
def test_a_broken_file_is_no_page(broken: str) -> None:
    cache.keep_page("a", READ)
    (cache.cache_folder() / "a.json").write_text(broken)
    assert cache.kept_page("a") is None


def test_a_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "berkas").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "berkas"))
    cache.keep_page("a", READ)
    assert cache.kept_page("a") is None and cache.kept_files() == []
