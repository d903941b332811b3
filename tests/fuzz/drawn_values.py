"""Odd catalogues and odd koreksi.toml: a good one with values of other kinds, deep, huge, twice, missing."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from drawn_pdfs import changed_bytes
from drawn_texts import ODD, cell, odd_word
from kasus import PLAIN

_DEEP: list[Any] = []
for _ in range(200):
    _DEEP = [_DEEP]
_VALUES: list[Any] = [
    None, True, False, 0, -1, 1, 10**30, 2**63, 0.1, 1e308, -0.0, "", "x", "1", "NaN", "\x00", "\x1b[31m", "=1+1", [], {}, [None],
    {"a": 1}, _DEEP, "9" * 5000, "panjang " * 2000, "<script>", "\u202e", "2022-02-31", ODD,
]  # fmt: skip


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every container with each of its keys."""
    found: list[tuple[Any, Any]] = []
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        found.append((value, key))
        found += _places(value[key])
    return found


def _alike(draw: Random, value: Any) -> Any:
    """Another value of the same type, mostly."""
    if isinstance(value, str):
        return draw.choice((cell(draw), odd_word(draw), value + odd_word(draw), value.upper(), value[1:]))
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return draw.choice((0, -1, 2, 10**6, 10**30, value + 1, 0.1))
    if isinstance(value, list):
        return draw.choice(([], value[::-1], value[1:], value * 2, [*value, *value[:1]]))
    return draw.choice((None, None, {}, "x"))


def a_catalogue(draw: Random, good: bytes) -> bytes:
    """The good catalogue with some of its values other ones."""
    data = json.loads(good)
    for _ in range(draw.choice((1, 1, 2, 5))):
        places = _places(data)
        if not places:
            break
        inside, key = draw.choice(places)
        how = draw.random()
        if how < 0.05:
            del inside[key]
        elif how < 0.2 and isinstance(inside, list):
            inside.insert(key, inside[key])
        elif how < 0.9:
            inside[key] = _alike(draw, inside[key])
        else:
            inside[key] = draw.choice(_VALUES)
    text = json.dumps(data)
    return text.encode() if draw.random() < 0.9 else changed_bytes(draw, text.encode())


_PLACES = [
    "IKI/1/rows/1/target", "IKI/1/rows/2/rumus", "IKI/1/rows/9/target", "IKI/1/rows/0", "IKI/1/rows/1", "IKI/1/jabatan",
    "IKI/1/tugas", "IKI/1/fungsi/1", "IKI/1/fungsi/0", "IKI/1", "IKI/0", "IKU/1", "keputusan", "others/X", "+1/rumus",
    "-1/sasaran", "targets/1", "rumus", "target", "", "/", "IKI/1/rows/1/../target", "IKI/99999999999999999999/rows/1",
]  # fmt: skip
_ACTIONS = [
    "", "teks", "teks", "pindah", "gabung sel", "pisah sel", "gabung baris", "pisah baris", "hapus baris", "tambah baris", "gabung butir",
    "pisah butir", "hapus butir", "tambah butir", "peran kolom", "ada",
]  # fmt: skip
_KEYS = ["tercetak", "menjadi", "ke", "isi", "dengan", "kolom", "bawah", "peran", "di", "putusan", "jabatan", "indikator",
         "id", "halaman", "oleh", "waktu", "alasan", "teks", "kode", "tempat"]  # fmt: skip
_FREE = ["jabatan", "indikator", "id", "halaman", "oleh", "waktu", "alasan"]
_COLUMNS = ["rumus", "target", "targets/1", "others/X", "+1/rumus", "-1/sasaran", "sumber_data", "indikator", "no", "x"]
_NEEDS = {
    "teks": "tercetak menjadi", "pindah": "tercetak ke", "gabung sel": "tercetak dengan isi", "pisah sel": "tercetak ke isi",
    "gabung baris": "tercetak isi", "pisah baris": "tercetak kolom isi bawah", "hapus baris": "tercetak",
    "tambah baris": "tercetak kolom isi", "gabung butir": "tercetak isi", "pisah butir": "tercetak isi",
    "hapus butir": "tercetak", "tambah butir": "tercetak isi", "peran kolom": "kolom tercetak peran", "": "tercetak putusan",
}  # fmt: skip
_ODD_TOML = [
    "1979-05-27T07:32:00-08:00", "07:32:00", "nan", "-inf", "1e400", "9" * 5000, "[" * 5000, "true", "[[]]", "{a=1}", '"""x"""',
    '"\\u0000"', "0x1F", "[1, 'a']", "''", "\x00", "=", "99999999999999999999999",
]  # fmt: skip


def _printed() -> tuple[str, ...]:
    return (
        *(text for row in PLAIN for text in row),
        "Kepala Seksi Arsip",
        "Melaksanakan urusan kearsipan",
        "85",
        "dokumen",
    )


def _text(draw: Random) -> str:
    return (
        draw.choice(_printed())
        if draw.random() < 0.7
        else draw.choice((cell(draw), odd_word(draw).replace("\x7f", "")))
    )


def _value(draw: Random, key: str, many: int) -> str:
    """A value for a key as TOML: a list of as many, a text or number for none."""
    if draw.random() < 0.02:
        return draw.choice(_ODD_TOML)
    if key == "halaman":
        return str(draw.choice((0, 1, -1, 7)))
    if many and key == "tercetak":
        return json.dumps(list(draw.choice(PLAIN)) if draw.random() < 0.7 else [_text(draw)] * many)
    fixed = {"putusan": ("terima", "tolak", "apa"), "di": ("sini", "semua"), "peran": ("rumus", "target", "others", "x"),
             "tempat": _PLACES, "waktu": ("2026-11-26", "kemarin"), "dengan": _COLUMNS, "ke": _COLUMNS,
             "kolom": _COLUMNS}  # fmt: skip
    values = [draw.choice(fixed[key]) if key in fixed else _text(draw) for _ in range(many or 1)]
    return json.dumps(values if many else values[0])


def a_koreksi(draw: Random, good: bytes) -> bytes:
    """Decisions about the good decree: of every kind, mostly with the keys that it needs."""
    digest = json.loads(good)["source"]["sha256"]
    lines = [f'sumber = ["{digest if draw.random() < 0.95 else digest[:-1]}"]']
    for _ in range(draw.choice((1, 1, 2, 6))):
        action = draw.choice(_ACTIONS)
        kind = "salah baca" if action else draw.choice(("salah ketik", "salah ketik", "benar", "apa"))
        lines += ["[[koreksi]]", f'jenis = "{kind}"', f"tempat = {json.dumps(draw.choice(_PLACES))}"]
        if action:
            lines.append(f'tindakan = "{action}"')
        needs = _NEEDS.get(action, "").split()
        keys = dict.fromkeys([*needs, *draw.sample(_FREE if draw.random() < 0.9 else _KEYS, draw.choice((0, 0, 1, 2)))])
        many = draw.choice((1, 1, 1, 2, 3))
        for key in keys:
            listed = key in ("isi", "bawah", "kode", "dengan") or (key == "kolom" and action.endswith("baris"))
            listed = (
                listed or (key == "ke" and action == "pisah sel") or (key == "tercetak" and action.endswith("baris"))
            )
            lines.append(f"{key} = {_value(draw, key, many if listed and draw.random() < 0.95 else 0)}")
    data = "\n".join(lines).encode("utf-8", "replace")
    return data if draw.random() < 0.95 else changed_bytes(draw, data)
