"""Group rows that count, with a colon behind their count, beside the labels of heads."""

from __future__ import annotations

from typing import Any, cast

from extract.decree.formed import FormedLabels
from extract.read.piece import Piece
from schemas.layout import Line

_TEXT = """\
Jab. : {}
Pokok Tugas : Melaksanakan urusan kepegawaian di lingkungan dinas
Fungsi dan Rincian Tugas : 1) Penyusunan program kerja
2) Pengelolaan arsip
NO.
SASARAN
INDIKATOR KINERJA
KLASTER A: BIDANG KEPEGAWAIAN
1 Layanan kepegawaian yang prima
Skor survei Hasil survei 85 %
KLASTER B: BIDANG PENGEMBANGAN APARATUR
2 Arsip yang tertib
Daftar arsip 12 dokumen
"""


def test_a_group_with_a_colon_names_no_holder() -> None:
    """`KLASTER A: BIDANG ...` had been one, with the rows below it in his name."""
    holders = ("Kepala Bidang Mutasi", "Sekretaris Dinas", "Kepala Bidang Diklat")
    texts = "".join(map(_TEXT.format, holders)).splitlines()
    rows = [Piece(text, Line(text, at + 1), at) for at, text in enumerate(texts)]
    labels = FormedLabels(rows, lambda at: cast(Any, True if texts[at] == "NO." else None))
    assert [labels.formed(text) for text in texts if text.startswith("KLASTER")] == [None] * 6
    assert labels.formed(texts[1]) is not None
