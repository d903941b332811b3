"""Entries of lists that were read as one or as two: each correction, its numbers, and that it is applied once."""

from __future__ import annotations

from typing import Any

import pytest
from extracted_decrees import extracted, text
from extracted_decrees import items as entries

from normalize.decree import normalize
from normalize.koreksi.file import KoreksiFile, decision_of
from schemas.base import Finding
from schemas.decree import Block, ExtractedDecree, NormalizedDecree, Preamble

ONE = "menyusun rencana; b. memeriksa laporan; c. melaporkan"
FUNGSI = [{"no": "a", "text": ONE}, {"no": "d", "text": "mengawasi pegawai"}, {"no": None, "text": "negeri sipil"}]
MENGINGAT = [{"no": "1", "text": "Undang-Undang Nomor 5; 2. Peraturan Bupati"}]


def decree(fungsi: list[Any] = FUNGSI) -> ExtractedDecree:
    found = Finding(code="x", severity="warning", message="", kind="IKI", order=1, field="fungsi/3")
    made = extracted(
        Block(kind="IKI", order=1, jabatan=text("Bendahara"), fungsi=entries(fungsi)),
        Block(kind="IKI", order=2, jabatan=text("Analis"), fungsi=entries(FUNGSI)),
        Block(kind="IKI", order=3, jabatan=text("Arsiparis")),
    )
    preamble = Preamble(mengingat=entries(MENGINGAT))
    return made.model_copy(
        update={"decree": made.decree.model_copy(update={"preamble": preamble}), "findings": (found,)}
    )


def baca(tindakan: str, tempat: str, jabatan: str = "Bendahara", **more: Any) -> dict[str, Any]:
    return {"jenis": "salah baca", "tindakan": tindakan, "tempat": tempat, "jabatan": jabatan, **more}


def decided(*said: dict[str, Any], of: ExtractedDecree | None = None) -> NormalizedDecree:
    return normalize(of or decree(), koreksi=[KoreksiFile(tuple(decision_of(entry) for entry in said))])


def printed(result: NormalizedDecree, block: int = 1) -> list[tuple[str | None, str]]:
    return [(one.no, one.text.as_printed) for one in result.decree.blocks[block - 1].fungsi]


AS_READ = [("a", ONE), ("d", "mengawasi pegawai"), (None, "negeri sipil")]
SPLIT = baca("pisah butir", "IKI/1/fungsi/1", tercetak=ONE,
             isi=["menyusun rencana;", "b. memeriksa laporan;", "c. melaporkan"])  # fmt: skip
PARTS = [("a", "menyusun rencana;"), ("b", "memeriksa laporan;"), ("c", "melaporkan")]
JOIN = baca("gabung butir", "IKI/1/fungsi/2", tercetak="mengawasi pegawai", isi=["negeri sipil"])
DROP = baca("hapus butir", "IKI/1/fungsi/3", tercetak="negeri sipil")
ADD = baca("tambah butir", "IKI/1/fungsi/2", tercetak="mengawasi pegawai", isi=["e. mendata", "A.n. Bupati"])
FIRST = baca("tambah butir", "IKI/1/fungsi/0", isi=["- menerima surat"])

CASES = {
    "pisah": (SPLIT, [*PARTS, *AS_READ[1:]]),
    "gabung": (JOIN, [AS_READ[0], ("d", "mengawasi pegawai negeri sipil")]),
    "gabung bernomor": (
        baca("gabung butir", "IKI/1/fungsi/1", tercetak=ONE, isi=["mengawasi pegawai", "negeri sipil"]),
        [("a", f"{ONE} d mengawasi pegawai negeri sipil")],
    ),
    "hapus": (DROP, AS_READ[:2]),
    "tambah": (ADD, [*AS_READ[:2], ("e", "mendata"), (None, "A.n. Bupati"), AS_READ[2]]),
    "tambah di atas": (FIRST, [(None, "- menerima surat"), *AS_READ]),
}


@pytest.mark.parametrize("name", CASES)
def test_each_kind(name: str) -> None:
    entry, wanted = CASES[name]
    result = decided(entry)
    assert printed(result) == wanted
    (record,) = result.koreksi
    assert record.status == "applied" and record.place.startswith("IKI/1/fungsi")
    # the other holder prints the same, and nobody decided about it
    assert printed(result, 2) == AS_READ


@pytest.mark.parametrize("name", CASES)
def test_applied_twice_is_applied_once(name: str) -> None:
    """In one file with another place, and to a decree that was read right since."""
    entry, wanted = CASES[name]
    again = decided(entry, {**entry, "tempat": "IKI/1/fungsi/9" if "tercetak" in entry else "IKI/2/fungsi/0"})
    assert printed(again) == wanted and [one.status for one in again.koreksi] == ["applied", "already"]
    right = decree([{"no": no, "text": said} for no, said in wanted])
    later = decided(entry, of=right)
    assert printed(later) == wanted
    assert later.koreksi[0].status == "already"


def test_one_after_another_whatever_they_shift() -> None:
    """Each was decided while the decree was as read."""
    result = decided(SPLIT, JOIN, baca("teks", "IKI/1/fungsi/2", tercetak="mengawasi pegawai", menjadi="x"))
    assert printed(result) == [*PARTS, ("d", "mengawasi pegawai negeri sipil")]
    assert [one.status for one in result.koreksi] == ["applied", "applied", "stale"]
    assert result.koreksi[1].place == "IKI/1/fungsi/4"


def test_an_added_entry_can_be_corrected_and_dropped() -> None:
    fixed = baca("teks", "IKI/1/fungsi/3", tercetak="mendata", menjadi="mendata ulang")
    assert ("e", "mendata ulang") in printed(decided(ADD, fixed))
    assert printed(decided(ADD, baca("hapus butir", "IKI/1/fungsi/3", tercetak="mendata")))[2][1] == "A.n. Bupati"


def test_a_list_that_was_not_read_is_added() -> None:
    result = decided(baca("tambah butir", "IKI/3/fungsi/0", "Arsiparis", isi=["1. menyusun", "2. mendata"]))
    assert printed(result, 3) == [("1", "menyusun"), ("2", "mendata")]


def test_a_list_of_the_preamble_is_one_too() -> None:
    entry = baca("pisah butir", "preamble/mengingat/1", "", tercetak=MENGINGAT[0]["text"],
                 isi=["Undang-Undang Nomor 5;", "2. Peraturan Bupati"])  # fmt: skip
    said = decided({key: value for key, value in entry.items() if value})
    assert [(one.no, one.text.as_printed) for one in said.decree.preamble.mengingat] == [
        ("1", "Undang-Undang Nomor 5;"),
        ("2", "Peraturan Bupati"),
    ]


@pytest.mark.parametrize(
    ("entry", "field", "answered"),
    [
        (SPLIT, "fungsi/5", ""),
        (JOIN, "fungsi/2", "keputusan"),
        (DROP, "fungsi", "keputusan"),
        (FIRST, "fungsi/4", ""),
    ],
)
def test_findings_go_with_their_entries(entry: dict[str, Any], field: str, answered: str) -> None:
    (found,) = [one for one in decided(entry).findings if one.code == "x"]
    assert (found.field, found.answered) == (field, answered)


STALE = [
    {**JOIN, "isi": ["sipil"]},
    {**SPLIT, "tercetak": "menyusun", "isi": ["menyu", "sun"]},
    {**SPLIT, "jabatan": "Juru Bayar"},
    {**DROP, "tercetak": "negeri swasta"},
    {**ADD, "tercetak": "mengawasi"},
    {**FIRST, "tempat": "IKI/1/tugas/0"},
    baca("hapus butir", "IKI/1/jabatan", tercetak="Bendahara"),
]


@pytest.mark.parametrize("entry", STALE)
def test_what_does_not_fit_is_said_and_changes_nothing(entry: dict[str, Any]) -> None:
    result = decided(entry)
    assert result.decree == normalize(decree()).decree
    assert result.koreksi[0].status == "stale" and result.koreksi[0].reason
