"""Ids: readable, unique, made from what is said."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from labelled import block, items, labelled_decree, row

from katalog.assemble.catalogue import assemble
from katalog.assemble.identity import Ids, full_slug, law_path, short_slug
from katalog.store.integrity import all_ids
from schemas.catalogue import Catalogue
from schemas.decree import Decree, NormalizedDecree


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sub Bagian Umum dan Kepegawaian", "sub-bagian-umum-dan-kepegawaian"),
        # punctuation and accents fall
        ("Sub. Bagian  Umum/Kepegawaian é", "sub-bagian-umum-kepegawaian-e"),
        ("???", "tanpa-nama"),
        ("", "tanpa-nama"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert full_slug(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jumlah dokumen yang tersedia", "jumlah-dokumen-tersedia"),
        # nothing but stop words still has a name
        ("dan di ke", "dan-di-ke"),
        ("a b c d e f g h i j", "a-b-c-d-e-f-g-h"),
        # one endless word is cut
        ("x" * 200, "x" * 80),
        ("", "tanpa-teks"),
    ],
)
def test_short_slug(text: str, expected: str) -> None:
    assert short_slug(text) == expected


def test_law_path() -> None:
    assert law_path("Undang-Undang", "25", 2004) == "undang-undang-25-2004"
    assert law_path("Peraturan Bupati", None, None) == "peraturan-bupati"


def test_ids_never_repeat_even_where_a_text_looks_like_a_number() -> None:
    ids = Ids()
    assert [ids.take(name) for name in ("a", "a-2", "a", "a")] == ["a", "a-2", "a-3", "a-4"]


def test_all_ids_are_unique(catalogue: Catalogue) -> None:
    repeated = [name for name, count in Counter(all_ids(catalogue)).items() if count > 1]
    assert repeated == []


def test_one_name_in_two_units_gives_two_readable_ids(catalogue: Catalogue) -> None:
    named = [b.id for b in catalogue.blocks if b.jabatan.as_printed == "Pengelola Kepegawaian"]
    assert named == [
        "iki.sub-bagian-umum-dan-kepegawaian.pengelola-kepegawaian",
        "iki.bidang-pengadaan-dan-informasi-kepegawaian.pengelola-kepegawaian",
    ]


def _with_rows(first: list[str]) -> list[str]:
    rows = tuple(row({"no": "1", "sasaran": f"Sasaran {name}", "indikator": f"Jumlah {name}"}) for name in first)
    one = block("IKI", 1, "Analis", rows=rows, fungsi=items([{"no": "1", "text": f"Menyusun {n}"} for n in first]))
    decree = NormalizedDecree(source=_source(), decree=Decree(blocks=(one,)))
    return list(all_ids(assemble(decree)))


def _source() -> Any:
    from labelled import SOURCE

    return SOURCE


def test_an_insertion_leaves_all_other_ids() -> None:
    before, after = _with_rows(["arsip", "data"]), _with_rows(["surat", "arsip", "data"])
    assert [name for name in after if "surat" not in name] == before


def test_a_changed_number_leaves_the_ids(gold: dict[str, Any]) -> None:
    """Ids say nothing of printed numbers: a renumbered table keeps them."""
    decree = labelled_decree(gold)
    renumbered = [
        one.model_copy(update={"fungsi": tuple(item.model_copy(update={"no": "99"}) for item in one.fungsi)})
        for one in decree.decree.blocks
    ]
    other = decree.model_copy(
        update={"decree": decree.decree.model_copy(update={"blocks": tuple(renumbered)})},
    )
    assert list(all_ids(assemble(other))) == list(all_ids(assemble(decree)))
