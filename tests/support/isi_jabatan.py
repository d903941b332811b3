"""What a block says, drawn at random: jabatan, unit, tugas, fungsi and rows, of parts of many offices."""

from __future__ import annotations

import random
from dataclasses import dataclass

#: Heads of units, and the fields that they may lead.
_LED = (
    "Kepala Bidang",
    "Kepala Seksi",
    "Kepala Subbagian",
    "Kepala Bagian",
    "Kepala Subbidang",
    "Kepala Sub Bagian",
    "Ketua Tim Kerja",
    "Koordinator",
    "Manajer",
    "Kepala Instalasi",
    "Asisten",
    "Kepala Unit",
    "Kepala Urusan",
    "Subkoordinator",
    "Wakil Direktur",
    "Panitera Muda",
    "Kepala Subdirektorat",
    "Inspektur Pembantu Bidang",
)
_FIELDS = (
    "Rehabilitasi Sosial",
    "Pengelolaan Sampah dan Limbah B3",
    "Perbendaharaan",
    "Data dan Informasi",
    "Umum dan Kepegawaian",
    "Pelayanan Medik",
    "Angkutan Jalan",
    "Tata Ruang",
    "Bina Marga",
    "Kesejahteraan Rakyat",
    "Pencegahan dan Kesiapsiagaan",
    "Penanaman Modal",
    "Kemahasiswaan",
    "Hukum",
    "Peternakan",
    "Olahraga Prestasi",
    "Perencanaan, Evaluasi dan Pelaporan",
    "Farmasi",
    "Produksi dan Distribusi",
    "Pendapatan Asli Daerah",
)
#: Jabatan that are whole as they stand.
_WHOLE = (
    "Camat Rantau Indah",
    "Lurah Kebun Sari",
    "Sekretaris Inspektorat",
    "Penyuluh Pertanian Ahli Muda",
    "Pranata Komputer Terampil",
    "Bendahara Pengeluaran",
    "Guru Bimbingan dan Konseling",
    "Perawat Penyelia",
    "Direktur Utama",
    "Pengadministrasi Perkantoran",
    "Staf Ahli Bupati Bidang Ekonomi",
    "Kepala Puskesmas Telaga",
    "Auditor Ahli Madya",
    "Ketua Program Studi Teknik Sipil",
    "Kepala Stasiun Meteorologi",
    "Sekretaris Desa",
    "Dokter Gigi Ahli Pertama",
    "Komandan Regu Pemadam Kebakaran",
    "Wakil Kepala Sekolah Bidang Kurikulum",
    "Kepala Dinas Sosial",
    "Kepala Badan Kesatuan Bangsa dan Politik",
    "Sekretaris Dewan Perwakilan Rakyat Daerah",
    "Polisi Kehutanan Mahir",
    "Inspektur",
    "Dekan Fakultas Pertanian",
    "Kepala Kantor Pertanahan",
)
UNITS = (
    "Dinas Sosial Kabupaten Lembah Sari",
    "Badan Pendapatan Daerah",
    "RSUD Kartika Husada",
    "Kecamatan Rantau Indah",
    "Kantor Pertanahan Kota Sekar Wangi",
    "Perumda Air Minum Tirta Abadi",
    "Universitas Nusa Raya",
    "Inspektorat Daerah",
    "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Sekretariat Daerah",
    "Balai Besar Wilayah Sungai Barat",
    "SMA Negeri 2 Lembah Sari",
    "UPTD Laboratorium Kesehatan",
    "Direktorat Jenderal Perkebunan",
)
_WORKS = (
    "memimpin dan mengendalikan",
    "membantu kepala dalam menyusun",
    "mengoordinasikan",
    "menyiapkan bahan perumusan",
    "melaksanakan sebagian urusan",
    "menyelenggarakan",
    "mengelola",
    "merencanakan, melaksanakan dan mengevaluasi",
)
_THINGS = (
    "kebijakan teknis",
    "pelayanan kepada masyarakat",
    "administrasi umum dan keuangan",
    "data sektoral",
    "pembinaan pelaku usaha",
    "sarana dan prasarana kerja",
    "kegiatan lintas sektor",
    "program kerja tahunan",
    "pengawasan internal",
    "kerja sama dengan mitra",
    "pengaduan dan keberatan",
    "arsip dinamis",
)
_TAILS = (
    "",
    "",
    " sesuai dengan ketentuan peraturan perundang-undangan",
    " di lingkungan kerjanya",
    " agar tercapai sasaran yang telah ditetapkan",
    " berdasarkan pedoman yang berlaku",
    " untuk mewujudkan tata kelola yang baik dan melaporkan hasilnya kepada atasan",
)
_DEEDS = (
    "penyusunan",
    "pelaksanaan",
    "pengoordinasian",
    "pemantauan dan evaluasi",
    "perumusan",
    "pembinaan",
    "penyiapan",
    "pengendalian",
    "fasilitasi",
    "penatausahaan",
    "penyelenggaraan",
)
_DOINGS = (
    "menyusun",
    "melaksanakan",
    "mengoordinasikan",
    "memantau",
    "menelaah",
    "memberikan",
    "menyiapkan",
    "mengawasi",
)
#: What ends most lists, and items that begin like an office or a unit.
_LAST = (
    "pelaksanaan tugas lain yang diberikan oleh pimpinan",
    "pelaksanaan fungsi kedinasan lain sesuai bidangnya",
    "Tim Penilai menelaah usulan kenaikan pangkat",
    "Sekretaris bertugas mencatat hasil rapat",
    "Bidang Umum menyiapkan rapat koordinasi",
)
_ROWS = (
    ("Meningkatnya mutu layanan", "Nilai survei kepuasan", "86 poin", "Nilai rata-rata seluruh unsur", "Survei"),
    ("Tertibnya administrasi", "Persentase berkas lengkap", "97 %", "Berkas lengkap dibagi seluruh berkas", "Register"),
    ("Tersedianya rencana kerja", "Jumlah rencana yang disahkan", "3 dokumen", "Hitungan rencana yang sah", "Notulen"),
    ("Terbinanya kelompok sasaran", "Jumlah kelompok yang dibina", "14 kelompok", "Hitungan kelompok", "Buku bina"),
    (
        "Menurunnya keluhan",
        "Persentase keluhan tertangani",
        "92,5 %",
        "Keluhan selesai dibagi keluhan masuk",
        "Aplikasi",
    ),
    ("Andalnya sarana kerja", "Persentase alat laik pakai", "88 %", "Alat laik dibagi seluruh alat", "Kartu alat"),
)


@dataclass(frozen=True)
class Isi:
    """One block: its texts without marks, and rows of sasaran, indikator, target, rumus and sumber data."""

    jabatan: str
    unit: str
    tugas: str
    fungsi: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def draw_isi(rng: random.Random, unit: str) -> Isi:
    """One block of an office."""
    led = rng.random() < 0.5
    jabatan = f"{rng.choice(_LED)} {rng.choice(_FIELDS)}" if led else rng.choice(_WHOLE)
    tugas = f"{rng.choice(_WORKS)} {rng.choice(_THINGS)}{rng.choice(_TAILS)}"
    rows = tuple(rng.sample(_ROWS, rng.randint(2, 4)))
    return Isi(jabatan, unit, tugas, tuple(_fungsi(rng)), rows)


def draw_isi_each(rng: random.Random, count: int) -> list[Isi]:
    """So many blocks of one office, each of another holder."""
    unit, drawn = rng.choice(UNITS), dict[str, Isi]()
    while len(drawn) < count:
        isi = draw_isi(rng, unit)
        drawn.setdefault(isi.jabatan, isi)
    return list(drawn.values())


def _fungsi(rng: random.Random) -> list[str]:
    firsts = rng.sample(_DEEDS if rng.random() < 0.75 else _DOINGS, rng.choice((1, 2, 2, 3, 3, 4, 5, 8)))
    items = [f"{first} {rng.choice(_THINGS)}{rng.choice(_TAILS)}" for first in firsts]
    last = _LAST[:2] if rng.random() < 0.8 else _LAST[2:]
    return [*items, rng.choice(last)] if len(items) == 1 or rng.random() < 0.3 else items
