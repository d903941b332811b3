"""Which earlier decrees a text revokes or amends."""

from __future__ import annotations

import pytest

from bahasa.earlier import earlier_decrees


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Dengan berlakunya Keputusan ini, Keputusan Kepala Dinas Kesehatan Nomor 1 Tahun 2021 tentang Indikator "
            "Kinerja Individu Tahun 2021 dicabut dan dinyatakan tidak berlaku.",
            [("mencabut", "Keputusan Kepala Dinas Kesehatan", "1", 2021)],
        ),
        (
            "PERUBAHAN KEDUA ATAS KEPUTUSAN BUPATI PASER NOMOR 188/15/2020 TENTANG INDIKATOR KINERJA UTAMA",
            [("mengubah", "Keputusan Bupati PASER", "188/15/2020", 2020)],
        ),
        # a list: what is said in front of the first, or behind the last, holds for all
        (
            "Mencabut: Keputusan Bupati Nomor 12 Tahun 2020, Keputusan Bupati Nomor 13 Tahun 2021",
            [("mencabut", "Keputusan Bupati", "12", 2020), ("mencabut", "Keputusan Bupati", "13", 2021)],
        ),
        (
            "Keputusan Bupati Nomor 12 Tahun 2020 dan Keputusan Bupati Nomor 13 Tahun 2021 dinyatakan tidak berlaku",
            [("mencabut", "Keputusan Bupati", "12", 2020), ("mencabut", "Keputusan Bupati", "13", 2021)],
        ),
        # what a decree rests on is not what it ends; what another one changed is not changed by this one
        (
            "sesuai dengan Keputusan Bupati Nomor 12 Tahun 2020 maka Keputusan Kepala Dinas Nomor 4 Tahun 2021 dicabut",
            [("mencabut", "Keputusan Kepala Dinas", "4", 2021)],
        ),
        (
            "Keputusan Bupati Nomor 12 Tahun 2020 sebagaimana telah diubah dengan Keputusan Bupati Nomor 3 Tahun 2021",
            [],
        ),
        ("Keputusan Bupati Nomor 12 Tahun 2020. Hal yang belum diatur tidak berlaku surut", []),
        ("Keputusan ini mulai berlaku pada tanggal ditetapkan", []),
    ],
)
def test_earlier_decrees(text: str, told: list[tuple[str, str, str | None, int | None]]) -> None:
    assert [(one.cara, one.law.jenis, one.law.nomor, one.law.tahun) for one in earlier_decrees(text)] == told
