"""Headings of aligned texts: how many lines one takes, told by what several tables print above their rows."""

from __future__ import annotations

from pathlib import Path

from katalog.front import build

_HEAD = (
    " NOMO       KONDISI YANG INGIN             INDIKATOR PENCAPAIAN            TARGET 1                TAHAPAN CAPAIAN"
    " TRIWULAN              SUMBER\n"
    " R URUT          DICAPAI                         SASARAN                 (SATU) TAHUN        ke-1       ke-2"
    "     ke-3     ke-4       PENGAMBILAN DATA\n"
)
_ROW = "    {0}     {1:<31} {2:<29} {3:^19}   {4:<11} {4:<10}{4:<7} {5:<10}{6}\n          {7:<31} {8:<72}{9:<10}{10}\n"
_WISATA = (
    "1|Naiknya daya saing|Jumlah kunjungan wisatawan|1,25 juta orang|-|1,25|Pengelola; PHRI; BPS"
    "|tempat wisata|nusantara||",
    "2|Naiknya daya saing|Belanja wisatawan per|Rp1,15|-|Rp1,15|Survei belanja wisatawan"
    "|tempat wisata|kunjungan                       juta/orang|juta/ora|",
)
_KAMPUS = (
    "1|[S1] Naiknya mutu|[IKU 1.1] Persentase lulusan|62%|25|62|Tracer study|lulusan|yang bekerja||",
    "2|[S1] Naiknya mutu|[IKU 1.2] Persentase|31%|25|31|PDDikti, SIMKATMAWA|lulusan|mahasiswa di luar kampus||",
)
_SEHAT = (
    "1|Naiknya derajat|Angka Kematian Ibu per|≤ 92 per|-|≤ 92 per|Laporan Kesga, aplikasi"
    "|kesehatan|100.000 kelahiran hidup         100.000 KH|100.000|MPDN",
    "2|Naiknya derajat|Prevalensi stunting pada|maks. 14%|-|maks.|SSGI; e-PPGBM bulan|kesehatan|balita|14%|Agustus",
)


def _block(holder: str, rows: tuple[str, ...]) -> str:
    return (
        "                                   INDIKATOR KINERJA PERORANGAN (IKI)\n"
        f"                                        {holder}\n\n"
        "Ringkasan Tugas Jabatan       : Membantu Kepala Dinas dalam penataan\n"
        "Penyelenggaraan Fungsi        : a.       Penyiapan bahan kebijakan;\n"
        "                                    b.   Pelaksanaan penataan kawasan.\n" + _HEAD
    ) + "".join(_ROW.format(*row.split("|")) for row in rows)


def test_lines_that_all_tables_print_above_their_rows_are_their_heading(tmp_path: Path) -> None:
    blocks = (
        _block("KEPALA BIDANG WISATA", _WISATA),
        _block("DEKAN FAKULTAS TEKNIK", _KAMPUS),
        _block("KEPALA DINAS KESEHATAN", _SEHAT),
    )
    source = tmp_path / "iki.txt"
    source.write_text("\f".join(blocks), encoding="utf-8")
    read = build(source).blocks
    # `NOMO` was the heading and `R URUT` the number of a first row
    assert [[row.cells["no"].text.as_printed for row in block.rows] for block in read] == [["1", "2"]] * 3
    assert all(block.headings[0].text.as_printed == "NOMO R URUT" for block in read)
