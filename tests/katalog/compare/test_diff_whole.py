"""Small revisions whose diff is told whole: every field of every change, as a reader of the diff gets it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small import Holder, small

from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.compare.match.carry import carry
from katalog.front import diff
from schemas.catalogue import Catalogue

EXPECTED = Path(__file__).resolve().parents[2] / "fixtures" / "revisi" / "kecil.json"

SURAT = ("Tertibnya persuratan", "Jumlah surat masuk", "12 dokumen", "Buku agenda")
KELUAR = (None, "Jumlah surat keluar", "24 dokumen", None)
CUTI = ("Terlayaninya cuti pegawai", "Persentase usulan cuti selesai", "100%", "Aplikasi kepegawaian")
IZIN = (None, "Waktu penyelesaian izin belajar", "5 hari", "Berkas izin")
GAJI = ("Terbayarnya gaji", "Jumlah daftar gaji terbit", "12 daftar", "Aplikasi gaji")
KAS = ("Tertibnya kas", "Selisih kas bulanan", "0 rupiah", "Buku kas")
ARSIP = ("Tertatanya arsip", "Jumlah berkas tertata", "50 berkas", "Daftar arsip")
FUNGSI = ("Menyusun laporan bulanan", "Mengagendakan surat masuk", "Melayani usulan cuti")

UMUM = Holder("Pengelola Kepegawaian", (SURAT, KELUAR, CUTI, IZIN), FUNGSI)
BENDAHARA = Holder("Bendahara", (GAJI, KAS), ("Membayar gaji pegawai", "Menyimpan uang kas"))
ARSIPARIS = Holder("Arsiparis", (ARSIP,), ("Menata berkas",))


def umum(*rows: Any, fungsi: tuple[str, ...] = FUNGSI) -> Holder:
    return Holder(UMUM.name, rows, fungsi)


OLD = small(UMUM, BENDAHARA, mengingat=("UU Pemerintahan Daerah", "Peraturan Kepegawaian"), butir=("Satu", "Dua"))
SAME: dict[str, Any] = {"mengingat": ("UU Pemerintahan Daerah", "Peraturan Kepegawaian"), "butir": ("Satu", "Dua")}

#: What each revision makes of the old decree.
REVISIONS = {
    "another target": small(umum(SURAT, KELUAR, CUTI, (*IZIN[:2], "3 hari", IZIN[3])), BENDAHARA, **SAME),
    "another merged cell": small(umum((*SURAT[:3], "Buku ekspedisi"), KELUAR, CUTI, IZIN), BENDAHARA, **SAME),
    "a slip of the pen": small(
        umum(SURAT, KELUAR, CUTI, (None, "Waktu penyelesaain izin belajar", *IZIN[2:])), BENDAHARA, **SAME
    ),
    "another sasaran": small(umum(SURAT, KELUAR, ("Terlayaninya izin pegawai", *CUTI[1:]), IZIN), BENDAHARA, **SAME),
    "a row gone": small(umum(SURAT, CUTI, IZIN), BENDAHARA, **SAME),
    "a row that came": small(umum(SURAT, KELUAR, ARSIP, CUTI, IZIN), BENDAHARA, **SAME),
    "two rows changed places": small(
        umum((SURAT[0], *KELUAR[1:3], SURAT[3]), (None, *SURAT[1:3], None), CUTI, IZIN), BENDAHARA, **SAME
    ),
    "a sasaran moved with its rows": small(umum(CUTI, IZIN, SURAT, KELUAR), BENDAHARA, **SAME),
    "a row under the other sasaran": small(
        umum(SURAT, (CUTI[0], *KELUAR[1:3], SURAT[3]), (None, *CUTI[1:]), IZIN), BENDAHARA, **SAME
    ),
    "a row given away": small(
        umum(SURAT, KELUAR, CUTI),
        Holder(BENDAHARA.name, (GAJI, KAS, ("Terlayaninya izin", *IZIN[1:])), BENDAHARA.fungsi),
        **SAME,
    ),
    "a row given away with its sasaran": small(
        umum(SURAT, KELUAR, CUTI, IZIN),
        Holder(BENDAHARA.name, (GAJI,), BENDAHARA.fungsi),
        Holder("Penyimpan", (KAS,)),
        **SAME,
    ),
    "fungsi": small(
        umum(*UMUM.rows, fungsi=(FUNGSI[1], "Menyusun laporan bulanan dan tahunan", "Menjaga aula")), BENDAHARA, **SAME
    ),
    "a fungsi given away": small(
        umum(*UMUM.rows, fungsi=FUNGSI[:2]),
        Holder(BENDAHARA.name, BENDAHARA.rows, (FUNGSI[2], *BENDAHARA.fungsi)),
        **SAME,
    ),
    "a sasaran given away with its rows": small(
        umum(SURAT, KELUAR), Holder(BENDAHARA.name, (GAJI, KAS, CUTI, IZIN), BENDAHARA.fungsi), **SAME
    ),
    "a fungsi reworded here that another has as it was": small(
        umum(*UMUM.rows, fungsi=(*FUNGSI[:2], f"{FUNGSI[2]} pegawai")),
        Holder(BENDAHARA.name, BENDAHARA.rows, (*BENDAHARA.fungsi, FUNGSI[2])),
        **SAME,
    ),
    "no mengingat any more": small(UMUM, BENDAHARA, butir=SAME["butir"]),
    "jabatan in another order": small(BENDAHARA, UMUM, **SAME),
    "a jabatan gone": small(UMUM, **SAME),
    "a jabatan that came": small(UMUM, ARSIPARIS, BENDAHARA, **SAME),
    "a jabatan renamed": small(UMUM, Holder("Penata Laksana Keuangan", BENDAHARA.rows, BENDAHARA.fungsi), **SAME),
    "the decree's own lists": small(
        UMUM,
        BENDAHARA,
        mengingat=("Peraturan Kepegawaian", "Peraturan Gaji"),
        butir=("Dua", "Tiga hal"),
        nama="Dra. Siti Aminah",
    ),
}


def told(old: Catalogue, new: Catalogue) -> dict[str, Any]:
    """The diff without what is empty in it and without the two decrees' own data."""
    made = diff(old, new).model_dump(mode="json", exclude_defaults=True, exclude={"old", "new"})
    return json.loads(json.dumps(made))


@pytest.mark.parametrize("name", REVISIONS)
def test_every_field_of_every_change(name: str) -> None:
    assert told(OLD, REVISIONS[name]) == json.loads(EXPECTED.read_text(encoding="utf-8"))[name]


@pytest.mark.parametrize("name", REVISIONS)
def test_applied_it_gives_the_other_both_ways(name: str) -> None:
    new = REVISIONS[name]
    for one, other in ((OLD, new), (new, OLD)):
        assert apply_diff(diff(one, other), one) == printed_content(other) != printed_content(one)


def test_what_is_printed_is_all_there() -> None:
    rows = printed_content(small(umum(SURAT, KELUAR, CUTI), mengingat=("UU Pemerintahan Daerah",)))["lists"]
    assert rows["mengingat"] == [{"no": "1.", "fields": {"text": "UU Pemerintahan Daerah"}, "lists": {}}]
    (jabatan,) = rows["jabatan"]
    assert jabatan["fields"] == {"text": UMUM.name}
    assert [one["fields"]["text"] for one in jabatan["lists"]["fungsi"]] == list(FUNGSI)
    assert [one["sasaran"] for one in jabatan["lists"]["indikator"]] == [SURAT[0], SURAT[0], CUTI[0]]
    assert jabatan["lists"]["indikator"][1]["fields"] == {"indikator": KELUAR[1], "target": KELUAR[2]}


def test_whose_diff_it_is() -> None:
    made = diff(OLD, REVISIONS["the decree's own lists"])
    assert (made.old.tanggal, made.old.penandatangan, made.new.penandatangan) == (
        "2023-01-03", "Drs. Suwito", "Dra. Siti Aminah",
    )  # fmt: skip
    assert (made.old.content_hash, made.old.file, made.old.slug, made.old.sha256) == (
        OLD.content_hash, OLD.source.file, OLD.source.slug, OLD.source.sha256,
    )  # fmt: skip
    assert made.new.content_hash != made.old.content_hash


@pytest.mark.parametrize("name", REVISIONS)
def test_the_diff_by_ids_applies_as_well(name: str) -> None:
    new = carry(OLD, REVISIONS[name])
    assert apply_diff(diff(OLD, new), OLD) == printed_content(new)


def test_what_stayed_keeps_its_id() -> None:
    """All ids are taken away and found again by the content alone: entries of lists, sasaran, rows, butir."""
    new = small(ARSIPARIS, BENDAHARA, umum(ARSIP, *UMUM.rows, fungsi=("Menjaga aula", *FUNGSI)),
        mengingat=("Peraturan Arsip", *SAME["mengingat"]), butir=("Nol", "Satu", "Dua"))  # fmt: skip
    made = carry(OLD, new)
    old, block = OLD.blocks[0], made.blocks[2]
    assert block.id == old.id
    assert [one.id for one in block.fungsi[1:]] == [one.id for one in old.fungsi]
    assert [(one.id, one.sasaran_id) for one in block.rows[1:]] == [(one.id, one.sasaran_id) for one in old.rows]
    assert [one.id for one in made.decree.mengingat[1:]] == [one.id for one in OLD.decree.mengingat]
    assert [one.id for one in made.decree.diktum[0].butir[1:]] == [one.id for one in OLD.decree.diktum[0].butir]
    assert made.previous == (OLD.content_hash,)


def test_what_was_reworded_keeps_its_id() -> None:
    """The id that it would get by its new words is another."""
    new = small(
        Holder(UMUM.name, (("Tertibnya persuratan dinas", "Jumlah surat masuk tercatat", *SURAT[2:]), *UMUM.rows[1:]),
               (*FUNGSI[:2], "Melayani semua usulan cuti")),
        BENDAHARA, mengingat=("UU Pemerintahan Daerah Baru", "Peraturan Kepegawaian"), butir=("Satu saja", "Dua"),
    )  # fmt: skip
    made, old = carry(OLD, new), OLD.blocks[0]
    block, fresh = made.blocks[0], new.blocks[0]
    pairs = [
        (block.rows[0].id, old.rows[0].id, fresh.rows[0].id),
        (block.rows[1].sasaran_id, old.rows[1].sasaran_id, fresh.rows[1].sasaran_id),
        (block.fungsi[2].id, old.fungsi[2].id, fresh.fungsi[2].id),
        (made.decree.mengingat[0].id, OLD.decree.mengingat[0].id, new.decree.mengingat[0].id),
        (made.decree.diktum[0].butir[0].id, OLD.decree.diktum[0].butir[0].id, new.decree.diktum[0].butir[0].id),
    ]
    for kept, before, alone in pairs:
        assert kept == before != alone
    assert made.retired == ()
