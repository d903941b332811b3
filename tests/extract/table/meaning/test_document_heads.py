"""The heads of a text's tables, where nothing tells where the table above ends."""

from __future__ import annotations

from extract.table.meaning.document_heads import document_heads
from extract.table.meaning.head_labels import HeadLabels

_TITLES = ["FORMULIR PENETAPAN KINERJA", "TAHUN 2022"]
_ROWS = ["1 Tertibnya arsip Catatan : baik 12 berkas", "2 Tersedianya data 4 laporan"]
_BELOW = ["Uraian Singkat Tugas : Menyelenggarakan urusan kearsipan di", "lingkungan dinas."]
_HOLDERS = ("Kepala Bidang Mutasi", "Pengelola Kepegawaian", "Kepala Seksi Data", "Arsiparis")


def _head(holder: str) -> list[str]:
    return [*_TITLES, f"Sebutan Jabatan : {holder}", "Matriks Kinerja Jabatan :"]


def _above(below: list[str]) -> list[list[str]]:
    first, *others = map(_head, _HOLDERS)
    return [first, *([*_ROWS, *below, *head] for head in others)]


def test_each_head_begins_where_the_first_one_shows() -> None:
    found = document_heads(_above([]), _ROWS)
    assert [head.titles for head in found.heads] == [tuple(_TITLES)] * 4
    assert not found.below


def test_a_label_below_each_table_is_that_tables() -> None:
    found = document_heads(_above(_BELOW), [*_ROWS, *_BELOW])
    assert found.below == {"uraiansingkattugas"}
    labels = ["Sebutan Jabatan", "Matriks Kinerja Jabatan", "Uraian Singkat Tugas"]
    assert [[field.label for field in head.fields] for head in found.heads] == [labels] * 4


def test_a_label_of_one_table_alone_is_below_none() -> None:
    assert not document_heads(_above([]), [*_ROWS, *_BELOW]).below


def test_labels_below_tables_that_have_none_above_them() -> None:
    found = document_heads([_TITLES, [*_ROWS, *_BELOW, *_TITLES]], [*_ROWS, *_BELOW])
    assert [[field.label for field in head.fields] for head in found.heads] == [["Uraian Singkat Tugas"]] * 2


def test_the_holder_above_tables_with_their_tugas_below() -> None:
    labels = HeadLabels(_above(_BELOW), [*_ROWS, *_BELOW])
    parts = {key: found.part for key, found in labels.parts.items()}
    assert (parts["sebutanjabatan"], parts["uraiansingkattugas"]) == ("pemangku", "tugas")
    assert labels.stands_below(_BELOW[0]) and not labels.stands_below("Sebutan Jabatan : Arsiparis")
