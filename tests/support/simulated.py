"""Decrees without end: as many as asked for, of offices and regions that do not exist, from the labelled jabatan.

    python tests/support/simulated.py 2000 build/arsip

Each office has a folder and reissues its decree year by year with some rows changed. Most are PDFs in one of several
layouts, some are text copied out of a PDF, a few are scans, and a few are broken as files in archives are. Of three
offices one revokes its earlier decree by number, one amends it, and one says nothing of it. The same number gives the
same decree on every machine, however many are made.
"""

from __future__ import annotations

import io
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cetak import UP, Cetak, Tabel
from project import ROOT

_PLACES = (
    "Arjasari",
    "Bentang Laut",
    "Cempaka Raya",
    "Danau Biru",
    "Enggang",
    "Fajar Timur",
    "Gunung Mas Lama",
    "Hulu",
)
_SIDES = ("Utara", "Selatan", "Timur", "Barat", "Tengah", "Hilir", "Atas", "Bawah", "Luar", "Dalam")
_OFFICES = (
    "Dinas Kesehatan",
    "Dinas Perhubungan",
    "Dinas Sosial",
    "Badan Keuangan Daerah",
    "Dinas Pertanian dan Pangan",
    "Inspektorat Daerah",
    "Dinas Perpustakaan dan Kearsipan",
    "Dinas Lingkungan Hidup",
    "Badan Perencanaan Pembangunan Daerah",
    "Dinas Pendidikan",
)
#: Years in which an office's decree is reissued.
_YEARS = (2021, 2022, 2023, 2024)
#: What is printed in place of the office of the labelled jabatan, and of its region.
_OFFICE = re.compile(r"Badan Kepegawaian dan Pengembangan Sumber Daya Manusia|BKPSDM", re.IGNORECASE)
_REGION = re.compile(r"Paser", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_ROLES = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
_HEADINGS = (
    ("NO.", "SASARAN KINERJA INDIVIDU", "INDIKATOR KINERJA", "TARGET", "RUMUS", "SUMBER DATA"),
    ("No", "Sasaran", "Indikator", "Target", "Formulasi", "Sumber Data"),
    ("No.", "Sasaran Strategis", "Indikator Kinerja Individu", "Target", "Formula", "Sumber Data"),
)
_WIDTHS = ((30, 160, 190, 90, 180, 110), (25, 140, 170, 110, 210, 105), (30, 150, 200, 80, 170, 130))
_JABATAN = 6


@dataclass(frozen=True, slots=True)
class SimulatedDecree:
    """A decree: `name`, its path below the folder of all; its bytes."""

    name: str
    data: bytes


def simulated(number: int) -> SimulatedDecree:
    """The decree of this number (0, 1, ...). Four in turn are revisions of one office's."""
    office, year = divmod(number, len(_YEARS))
    chance = random.Random(f"{office}/{year}")
    made = _print(office, year)
    folder = f"kabupaten-{office // len(_OFFICES):03d}/{_OFFICES[office % len(_OFFICES)].lower().replace(' ', '-')}"
    kind = chance.random()
    if kind < 0.01:
        return SimulatedDecree(f"{folder}/{_YEARS[year]}.pdf", made[: len(made) // 3])
    if kind < 0.02:
        return SimulatedDecree(f"{folder}/{_YEARS[year]}.pdf", _scanned(made))
    if kind < 0.25:
        return SimulatedDecree(f"{folder}/{_YEARS[year]}.txt", _copied(made))
    return SimulatedDecree(f"{folder}/{_YEARS[year]}.pdf", made)


def write_simulated(count: int, folder: Path) -> None:
    """Write that many decrees below the folder."""
    for number in range(count):
        decree = simulated(number)
        path = folder / decree.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(decree.data)


@cache
def _labelled() -> tuple[dict[str, Any], ...]:
    files = sorted((ROOT / "tests" / "gold").glob("j[0-9][0-9].json"))
    return tuple(json.loads(file.read_text(encoding="utf-8")) for file in files)


def _print(office: int, year: int) -> bytes:
    """The office's decree of its year as a PDF. What all its years share is drawn first."""
    chance = random.Random(office)
    name = _OFFICES[office % len(_OFFICES)]
    region = _region(office // len(_OFFICES))
    chosen = sorted(chance.sample(range(len(_labelled())), _JABATAN))
    style = chance.randrange(len(_HEADINGS))
    doc = Cetak(size=chance.choice((8.0, 8.5, 9.0)))
    _opening(doc, office, year, name, region)
    for number in chosen:
        _jabatan(doc, _renamed(_labelled()[number], name, region), style, random.Random(f"{office}/{number}"), year)
    doc.text(500, 560, f"Ditetapkan di {region} pada tanggal {office % 27 + 1} Januari {_YEARS[year]}")
    return doc.save()


def _region(number: int) -> str:
    """A name without digits, as those of regencies are: `Hulu`, `Hulu Selatan`, `Hulu Selatan Barat`."""
    place, of = _PLACES[number % len(_PLACES)], number // len(_PLACES)
    return " ".join([place, *(_SIDES[int(digit)] for digit in str(of) if of)])


def _opening(doc: Cetak, office: int, year: int, name: str, region: str) -> None:
    doc.page(595, 842)
    title = (
        f"KEPUTUSAN KEPALA {name.upper()}",
        f"KABUPATEN {region.upper()}",
        f"NOMOR {_number(office, year)} TAHUN {_YEARS[year]}",
        "TENTANG",
        *_amended(office, year, name, region),
        "INDIKATOR KINERJA INDIVIDU",
        f"{name.upper()} TAHUN {_YEARS[year]}",
    )
    body = (
        "Menimbang : a. bahwa untuk mengukur kinerja diperlukan Indikator Kinerja Individu;",
        "Mengingat : 1. Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan",
        "               Pembangunan Nasional;",
        f"            2. Peraturan Daerah Nomor {office % 20 + 1} Tahun 2016 tentang Perangkat Daerah;",
        "MEMUTUSKAN :",
        "Menetapkan :",
        "KESATU     : Indikator Kinerja Individu sebagaimana tercantum dalam Lampiran;",
        *_revoked(office, year, name, region),
        f"Ditetapkan di {region}",
        f"pada tanggal {office % 27 + 1} Januari {_YEARS[year]}",
    )
    for at, line in enumerate(title):
        doc.text(297 - len(line) * 2.7, 60 + at * 14, line)
    for at, line in enumerate(body):
        doc.text(50, 170 + at * 16, line)


def _number(office: int, year: int) -> int:
    return (office * 7 + year * 131) % 900 + 1


def _amended(office: int, year: int, name: str, region: str) -> list[str]:
    if not year or office % 3 != 1:
        return []
    return [
        f"PERUBAHAN ATAS KEPUTUSAN KEPALA {name.upper()}",
        f"KABUPATEN {region.upper()} NOMOR {_number(office, year - 1)} TAHUN {_YEARS[year - 1]} TENTANG",
    ]


def _revoked(office: int, year: int, name: str, region: str) -> list[str]:
    lasts = "Keputusan ini mulai berlaku pada tanggal ditetapkan."
    if not year or office % 3 != 0:
        return [f"KEDUA      : {lasts}"]
    return [
        f"KEDUA      : Dengan berlakunya Keputusan ini, Keputusan Kepala {name}",
        f"             Kabupaten {region} Nomor {_number(office, year - 1)} Tahun {_YEARS[year - 1]} tentang Indikator",
        f"             Kinerja Individu {name} Tahun {_YEARS[year - 1]}",
        "             dicabut dan dinyatakan tidak berlaku.",
        f"KETIGA     : {lasts}",
    ]


def _renamed(jabatan: dict[str, Any], name: str, region: str) -> dict[str, Any]:
    text = json.dumps(jabatan, ensure_ascii=False)
    named = _REGION.sub(region, _OFFICE.sub(name, text))
    made: dict[str, Any] = json.loads(named)
    return made


def _jabatan(doc: Cetak, jabatan: dict[str, Any], style: int, chance: random.Random, year: int) -> None:
    doc.page()
    doc.text(40, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, f"Jabatan : {jabatan['jabatan']}")
    top = 76.0
    for label, texts in (
        ("Tugas", [jabatan["tugas"]]),
        ("Fungsi", [f"{item['no']}. {item['text']}" for item in jabatan["fungsi"][:4]]),
    ):
        doc.text(40, top, f"{label} :")
        for text in texts:
            for line in _wrapped(text, 130):
                doc.text(100, top, line)
                top += 11
    table = Tabel(doc, _WIDTHS[style], _HEADINGS[style], top=top + 10, shaded=style == 1)
    table.build([*_rows(jabatan["rows"], chance, year)])


def _rows(rows: Sequence[dict[str, str | None]], chance: random.Random, year: int) -> Iterator[list[str]]:
    """Each year a tenth of the targets is another, and a row may go."""
    for row in rows:
        steps = [chance.random() for _ in _YEARS]
        if any(step > 0.985 for step in steps[: year + 1]):
            continue
        moved = sum(step < 0.1 for step in steps[: year + 1])
        cells = [UP if (cell := row.get(role)) is None else cell for role in _ROLES]
        cells[3] = _raised(cells[3], moved)
        yield cells


def _raised(target: str, by: int) -> str:
    return _NUMBER.sub(lambda found: str(int(found[0]) + by), target, count=1)


def _wrapped(text: str, room: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _copied(pdf: bytes) -> bytes:
    """The text of a PDF as a reader copies it out: cell by cell."""
    import pypdfium2

    pages = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    return "\f".join(text.replace("\r\n", "\n") for text in pages).encode()


def _scanned(pdf: bytes) -> bytes:
    """The first and the second table page of a PDF as pictures without text."""
    import pypdfium2

    pages = list(pypdfium2.PdfDocument(pdf))[:2]
    pictures = [page.render(scale=200 / 72).to_pil().convert("L") for page in pages]
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", resolution=200.0, save_all=True, append_images=pictures[1:], quality=80)
    return stream.getvalue()


if __name__ == "__main__":
    write_simulated(int(sys.argv[1]), Path(sys.argv[2]))
