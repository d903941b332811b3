"""`katalog review`: which source it shows, and what was decided before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from project import ROOT, Run

import katalog as package

PDF = ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a catalogue alone."""
    package.save(package.build(PDF), tmp_path / "lama.json")
    return tmp_path


def pictures(path: Path) -> int:
    return path.read_text(encoding="utf-8").count('id="hlm-')


def test_the_source_beside_the_catalogue_is_shown(katalog: Run, folder: Path) -> None:
    assert katalog("review", "lama.json", "-o", "periksa.html", cwd=folder).returncode == 0
    assert pictures(folder / "periksa.html") == 0
    shutil.copy(PDF, folder / PDF.name)
    assert katalog("review", "lama.json", "-o", "periksa.html", cwd=folder).returncode == 0
    some = pictures(folder / "periksa.html")
    assert katalog("review", "lama.json", "--all-pages", "-o", "periksa.html", cwd=folder).returncode == 0
    assert 0 < some < pictures(folder / "periksa.html") == 20


def test_another_source_is_refused(katalog: Run, folder: Path) -> None:
    (folder / "lain.pdf").write_bytes(PDF.read_bytes() + b"\n")
    result = katalog("review", "lama.json", "lain.pdf", "-o", "periksa.html", cwd=folder)
    assert result.returncode == 2
    assert "lain.pdf" in result.stderr and "tidak dibaca dari berkas ini" in result.stderr
    assert not (folder / "periksa.html").exists()


def test_what_was_decided_before_is_on_the_page(katalog: Run, folder: Path) -> None:
    shutil.copy(PDF, folder / PDF.name)
    decision = '[[koreksi]]\njenis = "benar"\ntempat = "IKI/1/tugas"\ntercetak = "Melaksanakan apa saja"\n'
    (folder / "contoh-lama.koreksi.toml").write_text(decision, encoding="utf-8")
    assert katalog("review", "lama.json", "-o", "periksa.html", cwd=folder).returncode == 0
    assert "Melaksanakan apa saja" in (folder / "periksa.html").read_text(encoding="utf-8")
    (folder / "contoh-lama.koreksi.toml").write_text("[[koreksi]]\n", encoding="utf-8")
    result = katalog("review", "lama.json", "-o", "periksa.html", cwd=folder)
    assert result.returncode == 2 and "contoh-lama.koreksi.toml" in result.stderr
