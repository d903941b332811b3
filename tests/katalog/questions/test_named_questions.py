"""Questions with names: the answers of DuckDB are those that pandas gives of the same Parquet files, and of the
catalogues themselves."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from small_corpus import catalogues, example, issued, write_corpus

from bahasa.akn import akn_iri
from katalog.corpus.folder import CorpusFolder
from katalog.corpus.own_tables import roots_in
from katalog.errors import KatalogError
from katalog.front import build, diff, frames
from katalog.questions.named import answer, answer_to_sql, named_questions
from schemas.catalogue import Catalogue
from schemas.decree import Law

pytest.importorskip("duckdb", reason="duckdb is not installed")
pandas = pytest.importorskip("pandas")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

DECISION = """[[koreksi]]
jenis = "salah ketik"
tempat = "IKI/1/rows/1/sumber_data"
tercetak = "review"
putusan = "terima"
menjadi = "reviu"
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> list[Catalogue]:
    """The catalogues, one of them with a person's decision, one with a row and a whole block without rumus."""
    decided = tmp_path_factory.mktemp("putusan") / "koreksi.toml"
    decided.write_text(DECISION, encoding="utf-8")
    first, *rest = catalogues()
    source = Path(__file__).parents[3] / "corpus" / "contoh-lama" / "contoh-lama.pdf"
    own = issued(
        build(source, koreksi=decided), "dinas-c-2024", "KEPUTUSAN KEPALA DINAS PANGAN KOTA ENGGANG", "2024-03-01"
    )
    assert any(one.decision for one in own.koreksi)
    return [_without_rumus(first), *rest, own]


def _without_rumus(catalogue: Catalogue) -> Catalogue:
    blocks = list(catalogue.blocks)
    row = blocks[0].rows[0]
    cells = {role: cell for role, cell in row.cells.items() if role != "rumus"}
    blocks[0] = blocks[0].model_copy(update={"rows": (row.model_copy(update={"cells": cells}), *blocks[0].rows[1:])})
    return catalogue.model_copy(update={"blocks": tuple(blocks)})


@pytest.fixture(scope="module")
def corpus(held: list[Catalogue], tmp_path_factory: pytest.TempPathFactory) -> CorpusFolder:
    return write_corpus(tmp_path_factory.mktemp("korpus") / "k", held, {"dinas-b-2023": "dinas-a-2023"})


@pytest.fixture(scope="module")
def tables(corpus: CorpusFolder) -> dict[str, Any]:
    """The tables as pandas reads their files."""
    folder = Path(corpus.address) / "tabel"
    return {one.name: pandas.read_parquet(one) for one in folder.iterdir()}


def records(corpus: CorpusFolder, question: str, **given: str) -> list[dict[str, Any]]:
    made = answer(corpus, question, given)
    return [dict(zip(made.columns, row, strict=True)) for row in made.rows]


def test_every_question_has_an_answer(corpus: CorpusFolder) -> None:
    for question in named_questions():
        given = {one.name: "Jumlah dokumen" for one in question.parameters if one.required}
        assert answer(corpus, question.name, given).columns, question.name


@pytest.mark.parametrize("question", [one.name for one in named_questions()])
def test_an_answer_is_the_same_each_time(corpus: CorpusFolder, question: str) -> None:
    given = {"indikator": "Jumlah dokumen"} if question == "indikator-serupa" else {}
    assert answer(corpus, question, given) == answer(corpus, question, given)


def test_rows_without_rumus(corpus: CorpusFolder, held: list[Catalogue], tables: dict[str, Any]) -> None:
    found = records(corpus, "tanpa-rumus")
    printed = pandas.concat([frames(one)["indikator"] for one in held])
    missing = printed[printed["rumus"].fillna("").str.strip() == ""]
    assert Counter((one["keputusan"], one["indikator"]) for one in found) == Counter(
        zip(missing["keputusan"], missing["indikator"], strict=True)
    )
    assert len(found) >= 1 and {one["sebab"] for one in found} <= {"sel kosong", "tabel tanpa kolom rumus"}
    read = tables["indikator"]
    assert len(found) == int((read["rumus"].fillna("").str.strip() == "").sum())
    assert records(corpus, "tanpa-rumus", tahun="1999") == []


def test_findings_of_each_office(corpus: CorpusFolder, tables: dict[str, Any]) -> None:
    findings = tables["temuan"].merge(tables["kantor"][["keputusan", "kantor", "wilayah"]], on="keputusan")
    unanswered = findings[findings["answered"].fillna("") == ""]
    keys = ["wilayah", "kantor", "severity", "code"]
    expected = unanswered.astype({"severity": str}).groupby(keys, dropna=False).size()
    found = records(corpus, "temuan-kantor")
    asked = {(one["wilayah"], one["kantor"], one["tingkat"], one["temuan"]): one["jumlah"] for one in found}
    known = {tuple(None if pandas.isna(part) else part for part in key): many for key, many in expected.items()}
    assert asked == known and len(found) > 10
    levels = [("error", "warning", "info").index(one["tingkat"]) for one in found]
    assert levels == sorted(levels)


def test_what_offices_share(corpus: CorpusFolder, tables: dict[str, Any]) -> None:
    rows = tables["indikator"].merge(tables["kantor"][["keputusan", "kantor", "wilayah"]], on="keputusan")
    rows["akar"] = [" ".join(sorted(set(roots_in(text)))) for text in rows["indikator"].fillna("")]
    rows["kantor_wilayah"] = rows["kantor"] + "/" + rows["wilayah"]
    rows = rows[rows["akar"] != ""]
    grouped = rows.groupby(["akar", rows["target_unit"].fillna("")])
    expected = Counter(
        (part["kantor_wilayah"].nunique(), len(part), min(part["target_value"].dropna(), default=None))
        for _, part in grouped
        if part["kantor_wilayah"].nunique() >= 3
    )
    found = records(corpus, "indikator-bersama", minimal="3")
    plain = Counter((one["kantor"], one["baris"], _number(one["target_terendah"])) for one in found)
    assert plain == Counter({(k, n, _number(v)): many for (k, n, v), many in expected.items()})


def _number(value: Any) -> Decimal | None:
    return None if value is None or (isinstance(value, float) and math.isnan(value)) else Decimal(value)


def test_alike_is_by_what_is_said_not_by_its_letters(corpus: CorpusFolder) -> None:
    text = frames(example("contoh-lama"))["indikator"]["indikator"].iloc[10]
    same = records(corpus, "indikator-serupa", indikator=text.upper() + " yang")
    assert {one["persen"] for one in same if one["indikator"] == text} == {100}
    assert len({one["keputusan"] for one in same if one["persen"] == 100}) >= 2
    assert [one["persen"] for one in same] == sorted((one["persen"] for one in same), reverse=True)
    assert all(one["persen"] >= 40 for one in same)
    others = records(corpus, "indikator-serupa", indikator=text, kecuali="Dinas Kesehatan")
    assert others and all("Kesehatan" not in (one["kantor"] or "") for one in others)


def test_alike_is_what_python_works_out(corpus: CorpusFolder, tables: dict[str, Any]) -> None:
    """The weight of a root is by how many different indikator have it."""
    different = {text: frozenset(text.split()) for text in set(tables["kata"]["indikator"])}
    count = Counter(root for roots in different.values() for root in roots)
    weight = {root: _half_up(1000 * math.log(1 + len(different) / many)) for root, many in count.items()}
    asked = set(roots_in("Persentase dokumen perencanaan yang tersusun tanpa kudanil"))
    total = sum(weight.get(root, max(weight.values())) for root in asked)
    expected = {}
    for text, roots in different.items():
        both, own = sum(weight[root] for root in roots & asked), sum(weight[root] for root in roots)
        if both and (percent := 100 * both // (own + total - both)) >= 10:
            expected[text] = percent
    found = records(
        corpus, "indikator-serupa", indikator="Persentase dokumen perencanaan yang tersusun tanpa kudanil", ambang="10"
    )
    kept = {f" {' '.join(roots_in(one['indikator']))} ": one["persen"] for one in found}
    assert kept == expected


def _half_up(number: float) -> int:
    return math.floor(number + 0.5)


def test_targets_that_fell(corpus: CorpusFolder, held: list[Catalogue]) -> None:
    made = diff(*(one for one in held if one.source.slug in ("dinas-a-2023", "dinas-b-2023")))
    fell = [
        (change.old, change.new, change.target.difference)
        for change in made.changes
        if change.field == "target"
        and change.target
        and change.target.difference
        and float(change.target.difference) < 0
    ]
    found = records(corpus, "target-turun")
    assert Counter((one["lama"], one["baru"], one["selisih"]) for one in found) == Counter(
        (old, new, float(difference)) for old, new, difference in fell
    )
    assert found and {one["merevisi"] for one in found} == {"dinas-a-2023"}
    assert records(corpus, "target-turun", kantor="Kesehatan") == []


def test_laws_that_another_decree_revokes(tmp_path: Path) -> None:
    text = Path(__file__).parents[3] / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt"
    paser = build(text)
    cited = [law for entry in paser.decree.mengingat if (law := entry.law)]
    whole = next(law for law in cited if akn_iri(law) and law.jenis.startswith("Peraturan"))
    local = Law(jenis="Peraturan Daerah", nomor="4", tahun=2016, tentang=None)
    citing = [*_citing(paser, "paser", "KABUPATEN PASER", local), *_citing(paser, "kota", "KOTA BENTANG", local)]
    said = [f"Mencabut {one.jenis} Nomor {one.nomor} Tahun {one.tahun}." for one in (whole, local)]
    clause = paser.decree.diktum[0]
    own = [
        clause.model_copy(
            update={"text": clause.text.model_copy(update={"as_printed": one, "value": one}), "butir": ()}
        )
        for one in said
    ]
    decree = paser.decree.model_copy(update={"diktum": tuple(own), "mengingat": (), "menimbang": ()})
    ending = issued(paser.model_copy(update={"decree": decree}), "baru", "KEPUTUSAN BUPATI PASER", "2024-01-02")
    corpus = write_corpus(tmp_path / "k", [*citing, ending])
    found = [
        (one["keputusan"], one["jenis"], one["nomor"], one["urutan"]) for one in records(corpus, "peraturan-dicabut")
    ]
    # that of the regency alone is revoked, not the one of the city with the same number
    later = "dicabut sesudah dirujuk"
    assert sorted(found) == sorted(
        [(slug, whole.jenis, whole.nomor, later) for slug in ("kota", "paser")] + [("paser", local.jenis, "4", later)]
    )


def _citing(catalogue: Catalogue, slug: str, region: str, law: Law) -> list[Catalogue]:
    """The catalogue of another region, its last entry of Mengingat cites this law."""
    entries = catalogue.decree.mengingat
    cited = (*entries[:-1], entries[-1].model_copy(update={"law": law}))
    decree = catalogue.decree.model_copy(update={"mengingat": cited, "instansi": None, "tentang": None, "diktum": ()})
    called = f"KEPUTUSAN KEPALA DINAS SOSIAL {region}"
    return [issued(catalogue.model_copy(update={"decree": decree}), slug, called, "2022-03-04")]


def test_decisions_about_spelling_are_shared(corpus: CorpusFolder, tables: dict[str, Any]) -> None:
    (found,) = records(corpus, "ejaan-bersama")
    waiting = tables["proposals"][tables["proposals"]["before"] == "review"]
    assert (found["tercetak"], found["putusan"], found["menjadi"]) == ("review", "terima", "reviu")
    assert (found["menunggu"], found["menunggu_dalam_keputusan"]) == (len(waiting), waiting["keputusan"].nunique())
    assert found["dalam_keputusan"] == 1 and found["dipakai"] >= 1 and found["menunggu"] > 1


def test_what_waits_in_several_decrees(corpus: CorpusFolder, tables: dict[str, Any]) -> None:
    grouped = tables["proposals"].groupby(["before", "after"])["keputusan"].agg(["size", "nunique"])
    expected = {key: size for key, (size, many) in grouped.iterrows() if many >= 3}
    found = records(corpus, "ejaan-menunggu", minimal="3")
    assert {(one["tercetak"], one["usulan"]): one["kali"] for one in found} == expected and expected


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("tidak-ada", {}, "Tidak ada pertanyaan bernama"),
        ("tanpa-rumus", {"thn": "2022"}, "tidak mengenal thn"),
        ("tanpa-rumus", {"tahun": "dua"}, "Harus bilangan bulat"),
        ("indikator-serupa", {}, "memerlukan indikator"),
        ("indikator-serupa", {"indikator": "dan yang"}, "Tidak berisi kata"),
    ],
)
def test_what_is_wrong_is_said(corpus: CorpusFolder, name: str, given: dict[str, str], said: str) -> None:
    with pytest.raises(KatalogError, match=said):
        answer(corpus, name, given)


def test_a_value_is_no_sql(corpus: CorpusFolder) -> None:
    assert answer(corpus, "tanpa-rumus", {"wilayah": "' OR 1=1 --"}).rows == ()
    assert answer(corpus, "temuan-kantor", {"temuan": "x'; DROP TABLE temuan; --"}).rows == ()


def test_parquet_is_the_same_for_duckdb_pyarrow_and_the_catalogues(
    corpus: CorpusFolder, held: list[Catalogue], tables: dict[str, Any]
) -> None:
    """Every table, every cell: read by DuckDB's own reader, by pyarrow's, and made from the catalogues."""
    from pyarrow.dataset import dataset

    made = {name: pandas.concat([frames(one)[name] for one in held]) for name in frames(held[0])}
    for name, frame in made.items():
        columns = ", ".join(f'"{column}"' for column in frame.columns)
        by_duckdb = answer_to_sql(corpus, f"SELECT {columns} FROM {name}").rows
        folder = f"{corpus.address}/tabel/{name}"
        by_pyarrow = dataset(folder, partitioning="hive").to_table(columns=list(frame.columns)).to_pylist()
        assert Counter(map(repr, by_duckdb)) == Counter(repr(tuple(row.values())) for row in by_pyarrow), name
        assert len(by_duckdb) == len(frame) == len(tables[name]), name
        assert Counter(_texts(by_duckdb)) == Counter(_texts(frame.astype(object).itertuples(index=False))), name


def _texts(rows: Any) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield tuple(_text(cell) for cell in row)


def _text(cell: Any) -> str:
    if cell is None or cell is pandas.NaT or cell is pandas.NA or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, Decimal):
        return format(cell.normalize(), "f")
    return str(cell).removesuffix(" 00:00:00")
