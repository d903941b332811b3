"""koreksi.toml: every kind of decision is written and read back as it was; what can't be is said."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bahasa.fold import fold
from normalize.koreksi.file import (
    BadKoreksi,
    KoreksiFile,
    data_of,
    decision_of,
    koreksi_data,
    koreksi_of,
    read_koreksi,
    write_koreksi,
)
from normalize.koreksi.kinds import KINDS
from normalize.koreksi.putusan import Putusan

TEXTS = st.text(max_size=12).map(fold)
WORDS = TEXTS.filter(bool)
TIMES = st.one_of(st.just(""), st.dates().map(str), st.datetimes().map(lambda time: time.isoformat()))
ABOUT = {
    "tempat": WORDS, "id": TEXTS, "jabatan": TEXTS, "indikator": TEXTS, "halaman": st.none() | st.integers(1, 9999),
    "oleh": TEXTS, "waktu": TIMES, "alasan": TEXTS,
}  # fmt: skip
CHOSEN = {
    "peran": st.sampled_from(["rumus", "others"]), "putusan": st.sampled_from(["terima", "tolak"]),
    "di": st.sampled_from(["sini", "semua"]), "tercetak": WORDS,
}  # fmt: skip


@st.composite
def decisions(draw: st.DrawFn) -> Putusan:
    kind = draw(st.sampled_from(list(KINDS.values())))
    count = draw(st.integers(1, 3))
    lists = st.lists(TEXTS, min_size=count, max_size=count).map(tuple)
    made = {}
    for one in fields(kind):
        of_texts = lists if str(one.type).startswith("tuple") else TEXTS
        own = CHOSEN.get(one.name, of_texts) if of_texts is TEXTS else lists
        made[one.name] = draw(ABOUT.get(one.name, own))
    if kind.TINDAKAN.endswith("butir"):
        made["isi"] = draw(st.lists(WORDS, min_size=2, max_size=3).map(tuple)) if "isi" in made else ()
    if kind.TINDAKAN == "hapus butir":
        del made["isi"]
    if kind.TINDAKAN in ("pisah sel", "pisah butir"):
        made["tercetak"] = fold(" ".join(made["isi"]))
    if kind.TINDAKAN == "teks" and made["menjadi"] == made["tercetak"]:
        made["menjadi"] += "x"
    return kind(**made)


@given(decisions())
def test_a_decision_is_its_data(decision: Putusan) -> None:
    assert decision_of(json.loads(json.dumps(data_of(decision)))) == decision


@given(st.lists(decisions(), max_size=3, unique_by=lambda one: (one.tempat, getattr(one, "tercetak", ""))))
def test_a_file_is_read_as_it_was_written(listed: list[Putusan]) -> None:
    file = KoreksiFile(tuple(listed), ("0" * 64,), ('nama "aneh".pdf',))
    assert read_koreksi(write_koreksi(file)) == file
    assert koreksi_of(json.loads(json.dumps(koreksi_data(file)))) == file


def test_every_value_is_a_string_a_number_or_a_list_of_strings() -> None:
    """What a page can write as well: `key = JSON.stringify(value)`."""
    written = {"str", "int | None", "tuple[str, ...]"}
    kinds = {str(one.type) for kind in KINDS.values() for one in fields(kind)}
    assert {kind for kind in kinds if not kind.startswith("Literal[")} == written


def test_an_entry_of_before_is_a_slip_of_the_pen() -> None:
    (one,) = read_koreksi('[[koreksi]]\ntempat = "IKI/1/tugas"\ntercetak = "yag"\nputusan = "tolak"\n').putusan
    assert (one.JENIS, one.tempat) == ("salah ketik", "IKI/1/tugas")


def test_a_date_of_toml_is_a_time() -> None:
    (one,) = read_koreksi('[[koreksi]]\njenis = "benar"\ntempat = "IKI/1"\nwaktu = 2026-11-26\noleh = "A"\n').putusan
    assert one.waktu == "2026-11-26" and one.evidence == "keputusan A 2026-11-26"


BACA = {"jenis": "salah baca", "tempat": "x"}
BAD = [
    ({"jenis": "salah baca", "tindakan": "hapus", "tempat": "x"}, "tindakan “hapus” tidak ada"),
    ({**BACA, "tindakan": "teks", "tercetak": "a", "menjadi": "a"}, "sama dengan tercetak"),
    ({"jenis": "benar", "tempat": " "}, "isian tempat belum ada"),
    ({"jenis": "benar", "tempat": "x", "waktu": "kemarin"}, "bukan tanggal"),
    ({"jenis": "benar", "tempat": "x", "halaman": True}, "harus bilangan bulat"),
    ({"jenis": "benar", "tempat": "x", "kode": "a"}, "harus daftar teks"),
    (["x"], "isian bernama"),
    (
        {**BACA, "tindakan": "pisah sel", "tercetak": "a b c", "ke": ["no"], "isi": ["a b"]},
        "tidak memuat seluruh teks",
    ),
    (
        {**BACA, "tindakan": "tambah baris", "kolom": ["no"], "isi": []},
        "kolom dan isi harus sama banyak",
    ),
    (
        {**BACA, "tindakan": "peran kolom", "kolom": "no", "peran": "harga"},
        "peran “harga” tidak ada",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "message"), BAD)
def test_what_can_not_be_is_said(entry: object, message: str) -> None:
    with pytest.raises(BadKoreksi, match=r"\[\[koreksi\]\] ke-1: .*" + message):
        koreksi_of({"koreksi": [entry]})


@pytest.mark.parametrize("data", [{"sumber": "x"}, {"sumber": ["x"]}, {"berkas": [1]}, {"koreksi": {}}, {"lain": 1}])
def test_a_file_of_another_shape_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(BadKoreksi):
        koreksi_of(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[koreksi]]\r\njenis = “benar”\r\n", "baris 2: jenis = “benar”; pakailah tanda kutip lurus"),
        ('[[koreksi]]\njenis\u00a0= "benar"\n', "ganti spasi tak putus"),
        ('[[koreksi]]\ntempat "IKI/1"\n', 'baris 2: tempat "IKI/1")'),
    ],
)
def test_the_line_that_is_no_toml_is_shown(text: str, said: str) -> None:
    """What Word makes of quotes and blanks."""
    with pytest.raises(BadKoreksi) as raised:
        read_koreksi(text)
    assert said in str(raised.value)
