"""Files are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from katalog.errors import Unusable
from katalog.store.files import read_bytes, write, write_all


def test_write_makes_missing_folders(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "c.txt", b"isi")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"isi"


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write(tmp_path / "ours", b"")
    (tmp_path / "plain").write_bytes(b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    target = tmp_path / "katalog.json"
    target.write_bytes(b"lama")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, fails, full)
    with pytest.raises(Unusable, match="tidak dapat ditulis"):
        write(target, b"baru")
    assert target.read_bytes() == b"lama"
    assert [path.name for path in tmp_path.iterdir()] == ["katalog.json"]


def test_targets_that_cannot_be_files(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(Unusable, match="folder, bukan berkas"):
        write(tmp_path, b"")
    with pytest.raises(Unusable, match="tidak dapat ditulis"):
        write(tmp_path / "berkas" / "x", b"")
    with pytest.raises(Unusable, match="berkas, bukan folder"):
        write_all(tmp_path / "berkas", {"x": b""})


def test_reading_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="tidak ditemukan"):
        read_bytes(tmp_path / "x")
    with pytest.raises(Unusable, match="folder, bukan berkas"):
        read_bytes(tmp_path)


def test_pieces_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"new"
        raise ValueError

    target = tmp_path / "f"
    write(target, iter([b"a", b"b"]))
    with pytest.raises(ValueError):
        write(target, failing())
    assert target.read_bytes() == b"ab"
    assert list(tmp_path.iterdir()) == [target]
