"""Words looked for in all indikator: by their roots, by beginnings, as they stand; the order; what is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from small_corpus import catalogues, write_corpus

from bahasa.fold import fold_words
from katalog.corpus.own_tables import roots_in
from katalog.front import frames
from katalog.questions.search import FoundIndicators, SoughtIndicators, found_indicators, search_tables
from katalog.questions.tables import opened_tables

pytest.importorskip("duckdb", reason="duckdb is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

EVERY = 10_000


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    corpus = write_corpus(tmp_path_factory.mktemp("korpus") / "k", catalogues())
    with opened_tables(corpus, search_tables()) as opened:
        yield opened


@pytest.fixture(scope="module")
def printed() -> list[dict[str, Any]]:
    """All rows of the catalogues, with all that is looked for in them."""
    rows = []
    for one in catalogues():
        for row in frames(one)["indikator"].astype(object).fillna("").to_dict("records"):
            texts = [row[name] for name in ("indikator", "sasaran", "jabatan", "rumus", "sumber_data")]
            roots = {root for text in texts for root in roots_in(text)}
            rows.append({**row, "akar": roots, "bunyi": " / ".join(map(fold_words, texts))})
    return rows


def search(connection: Any, words: str, **chosen: str) -> FoundIndicators:
    return found_indicators(connection, SoughtIndicators(words, tuple(chosen.items()), size=EVERY))


@pytest.mark.parametrize(
    "words", ["penyusunan dokumen", "tersusunnya", "dokum", "pegawai pangkat", "SEKRETARIS", "ipa 5"]
)
def test_found_are_those_that_have_all_words(connection: Any, printed: list[dict[str, Any]], words: str) -> None:
    found = search(connection, words)
    fitting = [
        (row["keputusan"], row["kind"], row["jabatan_order"], row["row"])
        for row in printed
        if all(root in row["akar"] or f" {word}" in f" {row['bunyi']}" for word, root in SoughtIndicators(words).forms)
    ]
    keys = ("keputusan", "kind", "jabatan_order", "row")
    assert sorted(tuple(row[key] for key in keys) for row in found.rows) == sorted(fitting)
    assert found.total == len(fitting) and fitting


def test_forms_of_a_word_find_the_same(connection: Any) -> None:
    def places(words: str) -> set[tuple[Any, ...]]:
        return {(row["keputusan"], row["jabatan_order"], row["row"]) for row in search(connection, words).rows}

    assert places("penyusunan") == places("tersusunnya") == places("menyusun") != set()


def test_a_phrase_is_found_as_it_stands(connection: Any, printed: list[dict[str, Any]]) -> None:
    text = printed[0]["indikator"]
    phrase = " ".join(fold_words(text).split()[1:4])
    assert all(phrase in fold_words(" ".join(map(str, row.values()))) for row in search(connection, f'"{phrase}"').rows)
    assert search(connection, f'"{phrase}"').total >= 1
    backwards = " ".join(reversed(phrase.split()))
    assert search(connection, f'"{backwards}"').total == 0


def test_the_best_comes_first(connection: Any) -> None:
    rows = search(connection, "kenaikan pangkat").rows
    has = ["pangkat" in fold_words(row["indikator"]) for row in rows]
    assert has[0] and has.index(False) == sum(has) if False in has else all(has)


def test_words_that_only_link_find_nothing(connection: Any) -> None:
    assert search(connection, "dan yang").total == 0
    assert search(connection, "!!! ---").total == 0
    assert search(connection, "dokumen dan yang").total == search(connection, "dokumen").total


def test_without_words_all_are_there(connection: Any, printed: list[dict[str, Any]]) -> None:
    assert search(connection, "").total == len(printed)


def test_facets_count_what_the_others_leave(connection: Any) -> None:
    found = search(connection, "dokumen")
    for name in ("wilayah", "kantor", "tahun", "jenis"):
        column = {"jenis": "kind"}.get(name, name)
        counted = Counter(str(row[column]) for row in found.rows if row[column] is not None)
        assert dict(found.facets[name]) == counted, name
    chosen = search(connection, "dokumen", wilayah="Kota Bentang Laut")
    assert {row["wilayah"] for row in chosen.rows} == {"Kota Bentang Laut"}
    # what else could be chosen stays, with what it would give
    assert chosen.facets["wilayah"] == found.facets["wilayah"]
    assert sum(many for _, many in chosen.facets["tahun"]) == chosen.total


def test_a_finding_is_a_facet(connection: Any) -> None:
    codes = dict(search(connection, "").facets["temuan"])
    code, many = max(codes.items(), key=lambda one: one[1])
    assert search(connection, "", temuan=code).total == many > 0


def test_parts_of_names_where_that_is_said(connection: Any) -> None:
    def total(within: bool) -> int:
        return found_indicators(connection, SoughtIndicators("", (("wilayah", "bentang"),), within=within)).total

    assert total(True) > 0 and total(False) == 0


def test_pages_follow_each_other(connection: Any) -> None:
    whole = search(connection, "jumlah dokumen").rows
    pages = [found_indicators(connection, SoughtIndicators("jumlah dokumen", (), page, 7)).rows for page in (1, 2, 3)]
    assert [row for page in pages for row in page] == list(whole[:21])


@pytest.mark.parametrize("odd", ["'", '"', '"""', "%", "$akar_0", "a' OR '1'='1", "\x00", "𝓤", "x" * 5000, "a " * 400])
def test_odd_words_do_no_harm(connection: Any, odd: str) -> None:
    search(connection, odd)
    search(connection, "dokumen", wilayah=odd)
