"""A heading that a page broke, or that one print writes line by line."""

from __future__ import annotations

from extract.read.piece import Piece
from extract.table.formed.find import headings_of_text
from extract.table.formed.plain import plain_headings, printed_with_more
from extract.table.formed.torn import holds_all, rest_below
from schemas.layout import Line

_WHOLE = ["NO.", "URUT", "SASARAN", "STRATEGIS", "INDIKATOR", "KINERJA INDIVIDU FORMULA TARGET KUANTITAS WAKTU"]
_ROWS = ["1", "Terbinanya kelompok", "Jumlah kelompok", "18 kelompok"]
_BROKEN = ["NO. SASARAN INDIKATOR FORMULA TARGET", "7", "URUT STRATEGIS KINERJA INDIVIDU KUANTITAS WAKTU"]


def _pieces(texts: list[str]) -> list[Piece]:
    return [Piece(text, Line(text, at + 1), at) for at, text in enumerate(texts)]


def test_the_rest_of_a_broken_heading_stands_below_the_pages_number() -> None:
    whole = _pieces(_WHOLE)
    assert rest_below(_BROKEN[:1], [*_BROKEN[1:], *_ROWS], whole) == 2
    assert rest_below(_BROKEN[:1], _ROWS, whole) == 0
    assert rest_below(_WHOLE, _ROWS, whole) == 0


def test_words_among_those_of_another_heading() -> None:
    assert holds_all("NO URUT SASARAN TARGET", "NO SASARAN TARGET")
    assert not holds_all("NO SASARAN TARGET", "NO URUT SASARAN TARGET")
    assert not holds_all("NO URUT SASARAN TARGET", "SASARAN TARGET")


def test_a_heading_with_more_words_elsewhere_is_not_plain() -> None:
    rows = _pieces([*_WHOLE, *_ROWS, *_BROKEN[:1], *_ROWS])
    plain = dict(plain_headings(rows))
    assert plain and printed_with_more(rows, plain)
    alone = _pieces([*_BROKEN[:1], *_ROWS, *_BROKEN[:1], *_ROWS])
    assert not printed_with_more(alone, dict(plain_headings(alone)))


def test_fewer_columns_are_no_broken_print() -> None:
    """All of its words are those of another heading, and nothing of what it lacks stands below it."""
    head = "NO SASARAN HASIL UKURAN KINERJA INDIVIDU BESARAN TARGET CARA HITUNG CAPAIAN ASAL DATA"
    long = [
        head,
        "1 Tertibnya arsip Persentase arsip tertib 90% Jumlah arsip tertib dibagi jumlah arsip Laporan arsip",
        "2 Tersedianya data pegawai Jumlah data pegawai 12 dokumen Jumlah dokumen data Laporan data",
        "3 Meningkatnya layanan Jumlah layanan mutasi 30 layanan Jumlah layanan yang selesai Laporan layanan",
    ]
    short = [
        "NO SASARAN UKURAN KINERJA TARGET",
        "1 Tersedianya data pegawai Jumlah data pegawai 12 dokumen",
        "2 Terlaksananya pemutakhiran data Jumlah pemutakhiran data 4 kali",
    ]
    found = headings_of_text(_pieces([*long, *long, *short, *short]))
    assert [len(found[at].headings) for at in sorted(found)] == [6, 6, 4, 4]
