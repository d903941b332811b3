"""The gold files: their shape, and that the decrees are read as they say."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from gold_files import CELLS, GOLD, ROOT, differences, faults, main, place_of, tables
from known_failures import known, surprises

from katalog import extracted
from schemas.decree import ExtractedDecree

FILES = sorted(GOLD.rglob("*.json"))
#: The decree whose files lie in tests/gold itself.
FIRST = "paser-bkpsdm-iki-2022"
SAMPLE = (GOLD / "contoh-lama" / "iki-16.json").read_text(encoding="utf-8")


@cache
def read(slug: str) -> ExtractedDecree:
    """The decree of the corpus."""
    (source,) = (path for path in (ROOT / "corpus" / slug).glob(f"{slug}.*"))
    return extracted(source)


def failing(path: Path) -> list[str]:
    """Where a decree is not read as this file says."""
    slug = FIRST if path.parent == GOLD else path.parent.name
    name = f"{slug}/{path.stem}"
    blocks = [block for block in read(slug).decree.blocks if (block.kind, block.order) == place_of(path)]
    if len(blocks) != 1:
        return [name]
    return [f"{name}/{place}" for place in differences(json.loads(path.read_text(encoding="utf-8")), blocks[0])]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GOLD)))
def test_shape(path: Path) -> None:
    assert faults(path) == []


def test_decrees_are_read_as_labelled_but_for_what_is_known() -> None:
    assert len(tables()) > 20
    assert surprises([place for path in tables() for place in failing(path)], known("gold")) == []


@pytest.mark.parametrize(
    ("printed", "instead", "says"),
    [
        ('"15 kali",', '"15 kali"', "bukan JSON yang sah"),
        ('"15 kali"', '"15  kali"', "rows/1/target: ada spasi ganda"),
        ('"15 kali"', '""', "rows/1/target: teks kosong"),
        ('"15 kali"', 'null, "satuan": null', "rows/1: ada 7 isian, padahal “kolom” mendaftar 6 judul"),
        ('"target": "15 kali"', '"tarjet": "15 kali"', "kolom “tarjet” tidak dikenal"),
        ('"jabatan":', '"jabatn":', "isian “jabatan” belum ada"),
        ('"iki-16"', '"iki-15"', "isian “part” harus sama dengan nama berkas"),
        ('"indikator": "Jumlah pemeriksaan kondisi kendaraan"', '"indikator": null', "rows/1: baris tanpa indikator"),
        ('{"no": "1", "text"', '{"nomor": "1", "text"', "fungsi/1: setiap butir harus persis"),
    ],
)
def test_a_slip_is_said_in_plain_words(tmp_path: Path, printed: str, instead: str, says: str) -> None:
    folder = tmp_path / "contoh-lama"
    folder.mkdir()
    path = folder / "iki-16.json"
    path.write_text(SAMPLE, encoding="utf-8")
    assert faults(path) == []
    assert printed in SAMPLE
    path.write_text(SAMPLE.replace(printed, instead, 1), encoding="utf-8")
    assert says in " ".join(faults(path))


def test_a_file_for_a_decree_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "tabel.json"
    path.write_text(SAMPLE, encoding="utf-8")
    said = " ".join(faults(path))
    assert "nama berkas harus jenis dan urutan" in said and "folder keputusannya di corpus/" in said


def test_a_difference_is_seen_wherever_it_is() -> None:
    label = json.loads(SAMPLE)
    block = read("contoh-lama").decree.blocks[15]
    assert list(differences(label, block)) == []
    label["jabatan"], label["tugas"], label["fungsi"][1]["no"] = "Pengemudi Dinas", "Mengemudi", "9"
    label["rows"][1]["sasaran"], label["rows"][2]["target"] = "Terwujudnya", None
    found = ["jabatan", "tugas", "fungsi/2", "rows/2/sasaran", "rows/3/target"]
    assert list(differences(label, block)) == found
    assert list(differences({**label, "rows": label["rows"][:3]}, block)) == [*found, "rows"]


def test_the_page_for_people_names_every_key() -> None:
    page = (GOLD / "README.md").read_text(encoding="utf-8")
    assert [key for key in (*CELLS, *json.loads(SAMPLE)) if f"| `{key}` |" not in page] == []


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert f"{len(tables())} tabel diperiksa; 0 berkas perlu diperbaiki." in capsys.readouterr().out


LISTED = '[[kegagalan]]\nuji = "gold"\ntempat = "a/iki-1/rows/2/target"\nsebab = "dua baris"\n'


def test_known_failures_are_neither_new_nor_cured() -> None:
    listed = known("gold", LISTED)
    assert surprises(["a/iki-1/rows/2/target"], listed) == []
    assert surprises(["a/iki-1/rows/3/target", "a/iki-1/rows/2/target"], listed) == [
        "gagal, dan belum tercatat: a/iki-1/rows/3/target"
    ]
    (cured,) = surprises([], listed)
    assert cured.startswith("sudah benar, tetapi masih tercatat")
    assert known("unit", LISTED) == frozenset()
    with pytest.raises(ValueError, match="sebab"):
        known("gold", LISTED.replace("sebab", "karena"))
