"""`katalog corpus query` and `search`: formats, exit codes, messages."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from project import Run
from small_corpus import catalogues, write_corpus

pytest.importorskip("duckdb", reason="duckdb is not installed")
pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("korpus") / "k"
    write_corpus(folder, catalogues())
    return folder


def test_without_a_question_all_are_listed(katalog: Run, corpus: Path) -> None:
    told = katalog("corpus", "query", corpus)
    assert told.returncode == 0 and "indikator-serupa" in told.stdout and "bawaan 40" in told.stdout


def test_an_answer_in_each_format(katalog: Run, corpus: Path, tmp_path: Path) -> None:
    asked = ("corpus", "query", corpus, "temuan-kantor", "tahun=2023")
    shown, listed, held = (katalog(*asked, *more) for more in ((), ("-f", "csv"), ("-f", "json")))
    assert shown.returncode == listed.returncode == held.returncode == 0
    rows = list(csv.DictReader(io.StringIO(listed.stdout)))
    data = json.loads(held.stdout)
    assert list(rows[0]) == data["columns"]
    assert [row["jumlah"] for row in rows] == [str(row[data["columns"].index("jumlah")]) for row in data["rows"]]
    assert f"{len(rows)} baris" in shown.stdout and "Dinas Kesehatan" in shown.stdout
    assert katalog(*asked, "-o", tmp_path / "a.csv").returncode == 0
    assert (tmp_path / "a.csv").read_bytes().decode().replace("\r\n", "\n") == listed.stdout


def test_sql_tables_and_views(katalog: Run, corpus: Path) -> None:
    asked = katalog("corpus", "query", corpus, "--sql", "SELECT count(*) AS n FROM keputusan", "-f", "csv")
    assert asked.stdout.split() == ["n", "4"]
    assert "indikator_as_printed" in katalog("corpus", "query", corpus, "--tables", "-f", "csv").stdout
    assert 'CREATE OR REPLACE VIEW "indikator"' in katalog("corpus", "query", corpus, "--views").stdout


def test_numbers_are_exact_without_zeros_that_say_nothing(katalog: Run, corpus: Path) -> None:
    exact = "12.5::DECIMAL(38, 10) AS a, 100::DECIMAL(38, 10) AS b"
    sql = f"SELECT {exact}, DATE '2022-01-31' AS c, ['x', 'y'] AS d, NULL AS e"
    listed = katalog("corpus", "query", corpus, "--sql", sql, "-f", "csv").stdout
    assert listed.splitlines()[1] == "12.5,100,2022-01-31,x; y,"
    rows = json.loads(katalog("corpus", "query", corpus, "--sql", sql, "-f", "json").stdout)["rows"]
    assert rows == [[12.5, 100, "2022-01-31", ["x", "y"], None]]


def test_a_decree_without_a_year_is_given_none(katalog: Run, corpus: Path) -> None:
    """Its rows lie in a folder called 0."""
    for asked in (
        ("search", corpus, "dokumen", "--limit", "999"),
        ("query", corpus, "indikator-serupa", "indikator=jumlah dokumen", "ambang=1"),
    ):
        shown = katalog("corpus", *asked, "-f", "csv").stdout
        years = {row["tahun"] for row in csv.DictReader(io.StringIO(shown))}
        assert "" in years and "0" not in years and "2023" in years, asked


def test_a_search(katalog: Run, corpus: Path) -> None:
    found = katalog("corpus", "search", corpus, "penyusunan", "dokumen", "--kantor", "kesehatan", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert found.returncode == 0 and rows and {row["kantor"] for row in rows} == {"Dinas Kesehatan"}
    assert all(row["jabatan"] and row["page"] for row in rows)
    assert len(katalog("corpus", "search", corpus, "jumlah", "--limit", "3", "-f", "csv").stdout.splitlines()) == 4
    nothing = katalog("corpus", "search", corpus, "kudanil")
    assert nothing.returncode == 0 and "0 baris" in nothing.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("query", "{k}", "tidak-ada"), "Tidak ada pertanyaan bernama"),
        (("query", "{k}", "tanpa-rumus", "tahun"), "bukan NAMA=NILAI"),
        (("query", "{k}", "tanpa-rumus", "--tables"), "tidak dapat bersama"),
        (("query", "{k}", "--sql", "DROP TABLE x"), "Hanya satu pertanyaan SQL yang membaca"),
        (("query", "{k}", "--sql", ""), "Hanya satu pertanyaan SQL yang membaca"),
        (("query", "{k}/tiada"), "Bukan korpus"),
        (("query", "{k}/tiada", "tanpa-rumus"), "Bukan korpus"),
        (("search", "{k}", "dan", "yang"), "Tidak ada kata yang dapat dicari"),
        (("search", "{k}", "dokumen", "--jenis", "IKX"), "opsi --jenis tidak dapat dipakai (pilihannya: IKU, IKI, PK)"),
        (
            ("search", "{k}", "dokumen", "--temuan", "ejan"),
            "--temuan tidak dapat dipakai (tidak ada temuan berkode ini",
        ),
        (("search", "{k}/tiada", "dokumen"), "Bukan korpus"),
    ],
)
def test_what_is_wrong_is_one_message(katalog: Run, corpus: Path, arguments: tuple[str, ...], said: str) -> None:
    result = katalog("corpus", *(one.replace("{k}", str(corpus)) for one in arguments))
    assert result.returncode == 2
    assert said in result.stderr and len(result.stderr.splitlines()) == 1


def test_tables_of_an_older_build_are_said_to_be_built_again(katalog: Run, tmp_path: Path) -> None:
    """A table or a column that a question needs is not there."""
    corpus = tmp_path / "k"
    write_corpus(corpus, catalogues()[:1])
    (file,) = (corpus / "tabel" / "indikator").rglob("*.parquet")
    table = pyarrow.parquet.read_table(file, partitioning=None)
    pyarrow.parquet.write_table(table.drop_columns(["rumus"]), file)
    shutil.rmtree(corpus / "tabel" / "kantor")
    for command, rest in (("query", ["temuan-kantor"]), ("query", ["tanpa-rumus"]), ("search", ["dokumen"])):
        told = katalog("corpus", command, corpus, *rest)
        assert told.returncode == 2 and len(told.stderr.splitlines()) == 1
        assert "Tabel korpus tidak dapat dibaca" in told.stderr
        assert told.stderr.strip().endswith("katalog corpus build SUMBER -o KORPUS")
    own = katalog("corpus", "query", corpus, "--sql", "SELECT rumus FROM indikator")
    assert own.returncode == 2 and "SQL ini tidak dapat dijawab" in own.stderr


def test_changes_of_a_corpus_without_their_table_are_not_said_to_be_none(katalog: Run, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="dask is not installed")
    write_corpus(tmp_path / "k", catalogues()[:1])
    for gone in ("tabel/perubahan", "tabel"):
        shutil.rmtree(tmp_path / "k" / gone)
        told = katalog("corpus", "changes", tmp_path / "k")
        assert told.returncode == 2 and "belum mempunyai tabel perubahan. Hapus folder tabel" in told.stderr


def test_what_to_install_is_said(katalog: Run, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.corpus.packages.find_spec", lambda name: None if name == "duckdb" else object())
    for command in (("query",), ("search", "dokumen")):
        bare = katalog("corpus", command[0], corpus, *command[1:])
        assert bare.returncode == 2 and "belum terpasang: duckdb. Pasang dengan:" in bare.stderr
