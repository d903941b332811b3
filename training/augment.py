"""Changes labelled rows at random in the ways in which decrees differ, so that the model learns forms and not words."""

from __future__ import annotations

import random
from collections.abc import Sequence

Cells = dict[str, str | None]

#: Forms of targets that decrees print.
_TARGETS = (
    "80%", "100%", "95,5%", "100 %", "12 bulan", "2,5 hari", "-", "70", "3", "BB", "A (85)", "B (65)",
    "1 (satu) dokumen", "5 Dokumen", "3dokumen", "80-90%", "1 kali", "24 laporan", "4.230 data", "1.020 dokumen",
    "35 orang", "2 unit", "1 Laporan", "12 Laporan", "4 Berkas", "2 Kegiatan", "12 (dua belas) bulan", "6 Dokumen",
    "2 (dua) Dokumen", "≥ 90 %", "minimal 80%", "Rp 1.000.000", "Rp. 250.000.000,-", "31 Desember 2023", "100 Persen",
    "2 x 24 jam", "Tepat waktu", "Sangat Baik", "3 Indeks", "Desember 2023", "maksimal 5 hari", "75 Nilai",
)  # fmt: skip
#: Sources of data and units that decrees name, of several agencies.
_SOURCES = (
    "Sekretariat", "Bappeda", "Inspektorat", "BPS", "Bagian Organisasi", "Bagian Umum", "Dinas Kesehatan", "DPMPTSP",
    "Sub Bagian Keuangan", "Sub Bagian Umum dan Kepegawaian", "Sub Bagian Program", "Bidang Mutasi", "BKD",
    "Bidang Pengembangan dan Pelatihan", "Bidang Ketersediaan dan Kerawanan Pangan", "Laporan tahunan", "Dinas Sosial",
    "Laporan Kinerja", "Seksi Pelayanan Medik", "Seksi Promosi Kesehatan", "Bidang Pelayanan Kesehatan", "LKjIP",
    "UPTD Puskesmas", "Data Bidang Kebudayaan", "Subbag Perencanaan", "Kasubag Umum", "Dokumen renstra", "SIMDA",
    "Bidang Pemasaran dan Ekonomi Kreatif", "Tim Anggaran Pemerintah Daerah", "Rekap absensi", "Kecamatan", "SIPD",
    "Bidang Penilaian Kinerja dan Kesejahteraan ASN", "Bidang Data dan Informasi", "BKPSDM", "Kelurahan", "RSUD",
)  # fmt: skip
#: Orders of the columns that decrees print; a role that is not named has no column.
_ORDERS = (
    ("no", "sasaran", "indikator", "target", "rumus", "sumber_data"),
    ("no", "sasaran", "indikator", "target", "rumus", "sumber_data"),
    ("no", "sasaran", "indikator", "target", "rumus", "sumber_data"),
    ("no", "sasaran", "indikator", "rumus", "target", "sumber_data"),
    ("no", "sasaran", "indikator", "satuan", "target", "rumus", "sumber_data"),
    ("no", "sasaran", "indikator", "rumus", "sumber_data"),
    ("no", "sasaran", "indikator", "rumus", "sumber_data", "penanggung_jawab"),
    ("no", "sasaran", "indikator", "target", "rumus", "penanggung_jawab", "sumber_data"),
    ("sasaran", "indikator", "target", "rumus", "sumber_data"),
)


def vary(rows: Sequence[Cells], rng: random.Random, orders: bool = True) -> tuple[list[Cells], tuple[str, ...]]:
    """(rows, roles): copies of the rows with other targets, brackets, numbers and columns."""
    roles = rng.choice(_ORDERS) if orders else _ORDERS[0]
    out = [dict(row) for row in rows]
    if rng.random() < 0.5:
        for row in out:
            _targets(row, rng)
    for row in out:
        _brackets(row, rng)
    if rng.random() < 0.4:
        _sources(out, rng)
    for row in out:
        _gaps(row, rng)
    _numbers(out, rng)
    for row in out:
        if "satuan" in roles:
            _split_unit(row)
        if "penanggung_jawab" in roles:
            row["penanggung_jawab"] = row.get("sumber_data")
    if rng.random() < 0.1:
        for row in out:
            row["sumber_data"] = row["sumber_data"] if rng.random() < 0.5 else None
    return out, roles


def _targets(row: Cells, rng: random.Random) -> None:
    if rng.random() < 0.4:
        row["target"] = rng.choice(_TARGETS) if rng.random() < 0.92 else None


def _gaps(row: Cells, rng: random.Random) -> None:
    """Leaves cells empty, as decrees do: at the end of a row, or all but rumus and sumber data."""
    chance = rng.random()
    if chance < 0.02:
        row["rumus"] = row["sumber_data"] = None
    elif chance < 0.04:
        row["sumber_data"] = None
    elif chance < 0.05:
        row["rumus"] = None
    elif chance < 0.06 and not row.get("sasaran"):
        row["no"] = row["indikator"] = row["target"] = None


def _sources(rows: list[Cells], rng: random.Random) -> None:
    """Other sources in place of the printed ones: equal ones stay equal."""
    new: dict[str, str] = {}
    for row in rows:
        old = row.get("sumber_data")
        if old:
            row["sumber_data"] = new.setdefault(old, rng.choice(_SOURCES))


def _brackets(row: Cells, rng: random.Random) -> None:
    """Puts some words of a cell in brackets: `pegawai yang tersusun` -> `pegawai (yang tersusun)`."""
    for role in ("sasaran", "indikator", "rumus", "sumber_data"):
        words = (row.get(role) or "").split()
        if len(words) > 3 and rng.random() < 0.06 and "(" not in (row.get(role) or ""):
            start = rng.randrange(1, len(words))
            end = min(len(words), start + rng.randint(1, 6))
            words[start] = f"({words[start]}"
            words[end - 1] = f"{words[end - 1]})"
            row[role] = " ".join(words)


def _numbers(rows: list[Cells], rng: random.Random) -> None:
    """`1`, `1.`, or no numbers at all."""
    form = rng.choice(["as", "as", "as", "dot", "plain", "none", "each"])
    if form == "as":
        return
    count = 0
    for row in rows:
        numbered = bool(row.get("no")) or (form == "each") or (bool(row.get("sasaran")) and form != "none")
        count += numbered
        row["no"] = None if form == "none" or not numbered else f"{count}{'.' if form == 'dot' else ''}"


def _split_unit(row: Cells) -> None:
    """`12 dokumen` in two columns: target 12, satuan dokumen."""
    words = (row.get("target") or "").split()
    if len(words) == 2 and words[0].isdigit():
        row["target"], row["satuan"] = words[0], words[1].capitalize()
    elif words and words[0].endswith("%"):
        row["target"], row["satuan"] = words[0].rstrip("%") or None, "%"
