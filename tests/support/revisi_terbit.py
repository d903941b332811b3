"""Editions of a decree, printed: twenty scripted revisions with rows that lost or gained few words, and their truth.

    PYTHONPATH=tests/support:. python tests/support/revisi_terbit.py

prints F1 of the diff by PDF, docx and text, and what it missed. The content is that of the labelled jabatan and of
`tests/fixtures/revisi/kantor.toml`; the office, the jabatan and what happens are drawn from the seed. The two editions
are printed as an office would print them, and built.
"""

from __future__ import annotations

import copy
import json
import random
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cetak import UP, Cetak, Tabel, wrap
from project import GOLD, ROOT
from revisi import Key, ScriptedTruth, reported
from word_files import blank_document, saved

from katalog.front import build, diff
from schemas.catalogue import Catalogue

SEEDS = range(20)
_ROLES = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
_HEADS = ("NO.", "SASARAN KINERJA", "INDIKATOR KINERJA", "TARGET", "RUMUS", "SUMBER DATA")
#: Letters that fit into a line of each column.
_ROOMS = (5, 40, 44, 18, 48, 28)
_OLD, _NEW = (2022, 14), (2024, 31)
_TAILS = ("yang valid", "tepat waktu", "tahunan", "terpadu", "lintas sektor", "per triwulan", "secara digital")
#: Wordings that keep one word of the indikator that was there.
_OTHERS = (
    ("Tingkat ketercapaian {word} menurut hasil pengukuran", "Capaian {word} berbanding rencana"),
    ("Penyelesaian {word} sesuai jadwal", "{word} selesai pada waktunya"),
    ("Ketepatan laporan mengenai {word}", "Laporan mengenai {word} yang tepat"),
)
#: Words of an indikator that say what is counted and not of what.
_COUNTS = frozenset(["jumlah", "persentase", "dokumen", "laporan", "nilai", "level", "angka", "tingkat", "yang"])
_THINGS = (
    "peta proses bisnis",
    "standar pelayanan publik",
    "kajian regulasi",
    "rencana kontinjensi",
    "naskah kerja sama",
)


@dataclass
class Terbitan:
    """An edition: whose it is, which one, and its jabatan (as in tests/gold)."""

    kantor: str
    tempat: str
    edisi: tuple[int, int]
    jabatan: list[dict[str, Any]]

    def head(self) -> list[str]:
        tahun, nomor = self.edisi
        return [
            f"KEPUTUSAN KEPALA {self.kantor.upper()}",
            f"KABUPATEN {self.tempat.upper()}",
            f"NOMOR {nomor} TAHUN {tahun}",
            "TENTANG",
            "INDIKATOR KINERJA INDIVIDU",
            f"DI LINGKUNGAN {self.kantor.upper()}",
            "Menimbang : a. bahwa untuk mengukur kinerja diperlukan Indikator Kinerja Individu;",
            "Mengingat : 1. Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional;",
            "MEMUTUSKAN :",
            "Menetapkan :",
            "KESATU : Indikator Kinerja Individu sebagaimana tercantum dalam Lampiran;",
            "KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan.",
            f"Ditetapkan di {self.tempat}",
            f"pada tanggal 5 Januari {tahun}",
        ]

    def label(self) -> list[str]:
        tahun, nomor = self.edisi
        return [f"LAMPIRAN KEPUTUSAN KEPALA {self.kantor.upper()}", f"NOMOR {nomor} TAHUN {tahun}"]

    def pdf(self) -> bytes:
        """A page of the decree, then each jabatan from a page of its own."""
        doc = Cetak(7.0)
        doc.page(595, 842)
        for at, line in enumerate(self.head()):
            doc.text(40, 60 + 18 * at, line)
        for at, part in enumerate(self.jabatan):
            doc.page(1000, 595)
            lines = [*(self.label() if not at else []), *_opening(part)]
            top = 40.0
            for line in lines:
                for piece in wrap(line, 800, 7.0):
                    doc.text(40, top, piece)
                    top += 11
            table = Tabel(doc, [room * 4.2 + 10 for room in _ROOMS], _HEADS, top=top + 10)
            table.build([[UP if row.get(role) is None else row[role] for role in _ROLES] for row in part["rows"]])
        return doc.save()

    def docx(self) -> bytes:
        """The Word file that it is printed from; a merged cell is one that goes on."""
        document = blank_document()
        for line in self.head():
            document.add_paragraph(line)
        for at, part in enumerate(self.jabatan):
            for line in [*(self.label() if not at else []), *_opening(part)]:
                document.add_paragraph(line)
            table = document.add_table(rows=0, cols=len(_ROLES), style="Table Grid")
            above: list[Any] = []
            for row in (dict(zip(_ROLES, _HEADS, strict=True)), *part["rows"]):
                cells = [*table.add_row().cells]
                for place, role in enumerate(_ROLES):
                    if row.get(role) is None:
                        cells[place] = above[place].merge(cells[place])
                    else:
                        cells[place].text = row[role]
                above = cells
        return saved(document)

    def text(self, put: Callable[[Sequence[Sequence[str]]], list[str]]) -> bytes:
        """As text copied out of a PDF; `put` sets a row, of which it gets the lines of each cell."""
        out = self.head()
        for at, part in enumerate(self.jabatan):
            out += [*(self.label() if not at else []), *_opening(part)]
            for row in (dict(zip(_ROLES, _HEADS, strict=True)), *part["rows"]):
                out += put(
                    [wrap(row.get(role) or "", room, 1 / 0.6) for role, room in zip(_ROLES, _ROOMS, strict=True)]
                )
        return "\n".join([*out, ""]).encode()


def _opening(part: dict[str, Any]) -> list[str]:
    fungsi = [f"{at}. {one['text']}" for at, one in enumerate(part["fungsi"], 1)]
    return [
        "INDIKATOR KINERJA INDIVIDU", f"Jabatan : {part['jabatan']}", f"Tugas : {part['tugas']}", "Fungsi :", *fungsi,
    ]  # fmt: skip


def _beside(cells: Sequence[Sequence[str]]) -> list[str]:
    """Columns side by side."""
    out = []
    for at in range(max(map(len, cells))):
        lines = (cell[at] if at < len(cell) else "" for cell in cells)
        out.append("".join(line.ljust(room + 3) for line, room in zip(lines, _ROOMS, strict=True)).rstrip())
    return out


def _apart(cells: Sequence[Sequence[str]]) -> list[str]:
    """Cell by cell, a blank line behind each."""
    return [line for cell in cells if cell for line in (*cell, "")]


def _run_on(cells: Sequence[Sequence[str]]) -> list[str]:
    """Cell by cell; one of a single line shares it with the first line of the next."""
    out: list[str] = []
    shared = False
    for lines in filter(None, cells):
        if shared:
            out[-1] += f" {lines[0]}"
        out += lines[1:] if shared else lines
        shared = len(lines) == 1
    return out


#: How a row of a table stands in a text.
TEXTS = {"beside": _beside, "apart": _apart, "run-on": _run_on}


@cache
def _offices() -> dict[str, list[dict[str, Any]]]:
    """The jabatan of each office; those of the labelled decree by fours."""
    found: dict[str, list[dict[str, Any]]] = {}
    path = ROOT / "tests" / "fixtures" / "revisi" / "kantor.toml"
    for one in tomllib.loads(path.read_text(encoding="utf-8"))["jabatan"]:
        rows, no = [], 0
        for sasaran, indikator, target, rumus, sumber in one["baris"]:
            no += bool(sasaran)
            cells = (str(no) if sasaran else None, sasaran or None, indikator, target, rumus, sumber)
            rows.append(dict(zip(_ROLES, cells, strict=True)))
        fungsi = [{"no": str(at), "text": text} for at, text in enumerate(one["fungsi"], 1)]
        part = {"jabatan": one["nama"], "tugas": one["tugas"], "fungsi": fungsi, "rows": rows}
        found.setdefault(one["kantor"], []).append(part)
    for first in range(2, 22, 4):
        parts = [json.loads((GOLD / f"j{at:02d}.json").read_text(encoding="utf-8")) for at in range(first, first + 4)]
        found[f"Badan Kepegawaian {'ABCDE'[first // 4]}"] = parts
    return found


def _edition(chance: random.Random) -> Terbitan:
    kantor = chance.choice(sorted(_offices()))
    jabatan = copy.deepcopy(_offices()[kantor])
    kept = [_cut(part) for part in jabatan]
    return Terbitan(kantor, chance.choice(("Arjasari", "Bentang Laut", "Enggang", "Hulu Raya")), _OLD, kept)


def _cut(part: dict[str, Any]) -> dict[str, Any]:
    """Rows that print everything, ten of them at most; fungsi that differ."""
    rows = [row for row in part["rows"] if all(row[role] for role in ("indikator", "target", "rumus", "sumber_data"))]
    while rows and not rows[0]["sasaran"]:
        rows.pop(0)
    return {**part, "rows": rows[:10], "fungsi": part["fungsi"][:6]}


@dataclass
class Naskah(ScriptedTruth):
    """What is done to the new edition, and what an auditor would say of it. A thing is changed once."""

    baru: Terbitan
    chance: random.Random
    taken: set[int] = field(default_factory=set)

    def rows(self, wanted: Callable[[dict[str, Any], int], bool]) -> tuple[dict[str, Any], int] | None:
        """An untouched row (its jabatan, its place) of which `wanted` holds; it counts as touched from now on."""
        found = [
            (part, at)
            for part in self.baru.jabatan
            if id(part) not in self.taken
            for at, row in enumerate(part["rows"])
            if id(row) not in self.taken and wanted(part, at)
        ]
        if not found:
            return None
        part, at = self.chance.choice(found)
        self.taken.add(id(part["rows"][at]))
        return part, at

    def set(self, row: dict[str, Any], name: str, new: str) -> None:
        thing, of = ("sasaran", None) if name == "sasaran" else ("indikator", name)
        self.note("changed", thing, row[name], new, name=of)
        row[name] = new


def _alone(part: dict[str, Any], at: int) -> bool:
    """The only row of its sasaran, in a table that can spare one."""
    rows = part["rows"]
    return len(rows) > 3 and bool(rows[at]["sasaran"]) and (at + 1 == len(rows) or bool(rows[at + 1]["sasaran"]))


def lose_words(script: Naskah) -> None:
    name = script.chance.choice(["indikator", "rumus", "indikator"])
    if found := script.rows(lambda part, at: len(part["rows"][at][name].split()) > 3):
        row = found[0]["rows"][found[1]]
        script.set(row, name, " ".join(row[name].split()[: -script.chance.choice([1, 1, 2])]))


def gain_words(script: Naskah) -> None:
    name = script.chance.choice(["indikator", "rumus", "sasaran"])
    if found := script.rows(lambda part, at: bool(part["rows"][at][name])):
        row = found[0]["rows"][found[1]]
        script.set(row, name, f"{row[name]} {script.chance.choice(_TAILS)}")


def retarget(script: Naskah) -> None:
    if found := script.rows(lambda part, at: part["rows"][at]["target"].split()[0].isdecimal()):
        row = found[0]["rows"][found[1]]
        number, *unit = row["target"].split()
        script.set(row, "target", " ".join([str(int(number) * 2 + 1), *unit]))


def another_wording(script: Naskah) -> None:
    """The same thing measured in the same place, unit and sasaran, in words of which few were there before."""
    if found := script.rows(_alone):
        row = found[0]["rows"][found[1]]
        words = [
            word
            for word in row["indikator"].split()
            if word.isalpha() and len(word) > 4 and word.casefold() not in _COUNTS
        ]
        if words:
            word = script.chance.choice(words)
            indikator, rumus = script.chance.choice(_OTHERS)
            script.set(row, "indikator", indikator.format(word=word))
            if script.chance.random() < 0.5:
                script.set(row, "rumus", rumus.format(word=word))


def another_row(script: Naskah) -> None:
    """Another row with another sasaran, unit and source in the place of one: nobody would call it the same."""
    if found := script.rows(_alone):
        part, at = found
        old, thing = part["rows"][at], script.chance.choice(_THINGS)
        row = {
            "no": old["no"], "sasaran": f"Terwujudnya {thing} di kecamatan", "indikator": f"Kecamatan dengan {thing}",
            "target": "7 kecamatan", "rumus": f"Banyaknya kecamatan dengan {thing}", "sumber_data": "Camat",
        }  # fmt: skip
        part["rows"][at] = row
        script.taken.add(id(row))
        for name in ("sasaran", "indikator"):
            script.note("removed", name, old[name], None)
            script.note("added", name, None, row[name])


def insert(script: Naskah) -> None:
    if found := script.rows(_alone):
        part, at = found
        thing = script.chance.choice(_THINGS)
        row = {
            "no": "9", "sasaran": f"Tersosialisasikannya {thing}", "indikator": f"Jumlah peserta sosialisasi {thing}",
            "target": "75 orang", "rumus": f"Peserta sosialisasi {thing} menurut daftar hadir", "sumber_data": "Umum",
        }  # fmt: skip
        part["rows"].insert(at, row)
        script.taken.add(id(row))
        script.note("added", "sasaran", None, row["sasaran"])
        script.note("added", "indikator", None, row["indikator"])


def delete(script: Naskah) -> None:
    if found := script.rows(_alone):
        part, at = found
        row = part["rows"].pop(at)
        script.note("removed", "sasaran", row["sasaran"], None)
        script.note("removed", "indikator", row["indikator"], None)


def swap(script: Naskah) -> None:
    """Two neighbours, each alone below its sasaran, change places: one of them moved."""
    free = lambda part, at: _alone(part, at) and at + 1 < len(part["rows"]) and _alone(part, at + 1)  # noqa: E731
    if found := script.rows(lambda part, at: free(part, at) and id(part["rows"][at + 1]) not in script.taken):
        part, at = found
        rows = part["rows"]
        script.taken |= {id(part), id(rows[at + 1])}
        rows[at], rows[at + 1] = rows[at + 1], rows[at]
        script.note("moved", "indikator", rows[at + 1]["indikator"], rows[at + 1]["indikator"])


def split(script: Naskah) -> None:
    """`A dan B` becomes two rows: the first was changed, the second is new."""
    if found := script.rows(lambda part, at: " dan " in part["rows"][at]["indikator"]):
        part, at = found
        row = part["rows"][at]
        first, _, second = row["indikator"].partition(" dan ")
        # of a longer second part a person could say as well that it is the row that was there
        if len(first.split()) < max(3, len(second.split())) or len(second.split()) < 2:
            return
        script.set(row, "indikator", first)
        new = {**row, "no": None, "sasaran": None, "indikator": f"Jumlah {second}", "target": "3 kegiatan"}
        new["rumus"] = f"Penjumlahan {second}"
        part["rows"].insert(at + 1, new)
        script.taken.add(id(new))
        script.note("added", "indikator", None, new["indikator"])


def rename(script: Naskah) -> None:
    # one that lost rows as well may be another one
    parts = [part for part in script.baru.jabatan if id(part) not in script.taken and len(part["rows"]) > 3]
    if parts and not any(one[0][0] in ("renamed", "removed") for one in script.truth):
        part = script.chance.choice(parts)
        new = script.chance.choice(
            ["Penelaah Teknis Kebijakan", "Penata Layanan Operasional", "Pengolah Data dan Informasi"]
        )
        script.note("renamed", "jabatan", part["jabatan"], new)
        part["jabatan"] = new


def fungsi(script: Naskah) -> None:
    """Put first what was last, or reword one."""
    parts = [part for part in script.baru.jabatan if len({one["text"] for one in part["fungsi"]}) >= 3]
    part = script.chance.choice(parts) if parts else None
    if part is None or id(part["fungsi"]) in script.taken:
        return
    script.taken.add(id(part["fungsi"]))
    if script.chance.random() < 0.5:
        one = part["fungsi"].pop()
        part["fungsi"].insert(0, one)
        script.note("moved", "fungsi", one["text"], one["text"])
    else:
        one = part["fungsi"][1]
        old, one["text"] = one["text"], one["text"].rstrip(";.") + " dan pelaporannya;"
        script.note("changed", "fungsi", old, one["text"])


def tugas(script: Naskah) -> None:
    part = script.chance.choice(script.baru.jabatan)
    if id(part["tugas"]) not in script.taken:
        old = part["tugas"]
        part["tugas"] = old.rstrip(".") + " sesuai ketentuan."
        script.taken.add(id(part["tugas"]))
        script.note("changed", "tugas", old, part["tugas"])


OPERATIONS: tuple[Callable[[Naskah], None], ...] = (
    lose_words, lose_words, gain_words, gain_words, retarget, another_wording, another_wording, another_row, insert,
    delete, swap, split, rename, fungsi, tugas,
)  # fmt: skip


def revised(seed: int) -> tuple[Terbitan, Naskah]:
    """The old edition, and the new one with what changed. Numbers count anew; the edition is another one."""
    chance = random.Random(f"terbitan/{seed}")
    lama = _edition(chance)
    script = Naskah(copy.deepcopy(lama), chance)
    for _ in range(14):
        chance.choice(OPERATIONS)(script)
    for part in script.baru.jabatan:
        number = 0
        for row in part["rows"]:
            if row["sasaran"]:
                number += 1
                row["no"] = str(number)
    script.baru.edisi = _NEW
    _edition_changes(script, lama)
    return lama, script


def _edition_changes(script: Naskah, lama: Terbitan) -> None:
    baru = script.baru
    script.note("changed", "decree", "5 Januari 2022", "5 Januari 2024")
    heads = [f"NOMOR {nomor} TAHUN {tahun}" for tahun, nomor in (lama.edisi, baru.edisi)]
    script.note("changed", "decree", *heads)
    labels = [" ".join(one.label()) for one in (lama, baru)]
    script.note("changed", "decree", *labels, editorial=True)


def found_in(seed: int, medium: str) -> tuple[Counter[tuple[Key, str]], Counter[tuple[Key, str]]]:
    """What the diff of the two editions reports, and the truth. `medium` is `pdf`, `docx` or one of `TEXTS`."""
    lama, script = revised(seed)
    return reported(diff(as_built(lama, medium), as_built(script.baru, medium))), script.truth


def as_built(edition: Terbitan, medium: str) -> Catalogue:
    """The catalogue of an edition that was printed by this medium."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"terbitan.{'txt' if medium in TEXTS else medium}"
        path.write_bytes(edition.text(TEXTS[medium]) if medium in TEXTS else getattr(edition, medium)())
        return build(path)


def f1(seeds: Sequence[int], medium: str, told: Callable[[str], object] = lambda line: None) -> float:
    """F1 of the diff over these revisions; `told` gets a line for each miss."""
    right = both = 0
    for seed in seeds:
        found, truth = found_in(seed, medium)
        right += sum((found & truth).values())
        both += sum(found.values()) + sum(truth.values())
        for sign, more in (("missed", truth - found), ("invented", found - truth)):
            for key in sorted(more, key=str):
                told(f"{medium} {seed} {sign}: {key}")
    return 2 * right / both


if __name__ == "__main__":
    for medium in ("pdf", "docx", *TEXTS):
        value = f1([int(one) for one in sys.argv[1:]] or SEEDS, medium, print)
        print(f"{medium}: F1 {value:.4f}")  # noqa: T201
