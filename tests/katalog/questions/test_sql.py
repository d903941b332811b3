"""SQL of one's own: it reads the corpus' tables and nothing else; a store's tables as those on a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_corpus import catalogues, write_corpus

from katalog.corpus.folder import CorpusFolder
from katalog.errors import KatalogError
from katalog.questions.named import answer, answer_to_sql
from katalog.questions.tables import corpus_view_statements, opened_tables
from katalog.questions.told import questions_told, tables_told

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> CorpusFolder:
    folder = tmp_path_factory.mktemp("korpus")
    (folder / "rahasia.csv").write_text("a\n1\n")
    return write_corpus(folder / "k'orpus", catalogues())


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM indikator",
        "WITH a AS (SELECT * FROM kantor) SELECT kantor FROM a ORDER BY 1",
        "FROM manifes SELECT sumber, baris",
        "SELECT * FROM peraturan_dirujuk",
        "SHOW TABLES",
        "DESCRIBE temuan",
        "SUMMARIZE keputusan",
        "SELECT table_name FROM information_schema.tables",
        "SELECT 1;",
    ],
)
def test_what_only_reads_is_answered(corpus: CorpusFolder, sql: str) -> None:
    assert answer_to_sql(corpus, sql).columns


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO '{korpus}/x.csv'",
        # it does what it explains
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{korpus}/x.csv'",
        "EXPLAIN COPY (SELECT 1) TO '{korpus}/x.csv'",
        "CREATE TABLE x AS SELECT 1",
        "INSERT INTO indikator SELECT * FROM indikator",
        "WITH x AS (INSERT INTO indikator VALUES (1) RETURNING *) SELECT * FROM x",
        "DROP VIEW indikator",
        "ATTACH '{korpus}/x.db'",
        "EXPORT DATABASE '{korpus}/x'",
        "SET memory_limit = '64GB'",
        "PRAGMA memory_limit = '64GB'",
        "INSTALL fts",
        "LOAD fts",
        "CALL enable_logging()",
        "SELECT 1; SELECT 2",
        "SELECT * FROM query('COPY (SELECT 1) TO ''{korpus}/x.csv''')",
        "SELECT * FROM enable_profiling(save_location := '{korpus}/x.json')",
        "SELECT * FROM enable_logging(storage := 'file', storage_path := '{korpus}/x')",
        "FROM read_text('/etc/passwd')",
        "FROM read_csv('{korpus}/../rahasia.csv')",
        "FROM '{korpus}/../rahasia.csv'",
        "FROM glob('/etc/*')",
        "FROM read_parquet('https://127.0.0.1:9/x.parquet')",
        "FROM 's3://wadah/x.parquet'",
        # a variable of the program itself
        "SELECT * FROM corpus",
        "SELECT * FROM tidak_ada",
        "SELEC",
        "",
    ],
)
def test_what_does_more_is_refused(corpus: CorpusFolder, sql: str) -> None:
    before = everything(Path(corpus.address).parent)
    with pytest.raises(KatalogError) as said:
        answer_to_sql(corpus, sql.replace("{korpus}", corpus.address.replace("'", "''")))
    assert said.value.remedy and "Traceback" not in str(said.value)
    assert everything(Path(corpus.address).parent) == before


def test_memory_has_a_limit(corpus: CorpusFolder) -> None:
    with pytest.raises(KatalogError, match="memori"):
        answer_to_sql(corpus, "SELECT * FROM range(50_000_000) a ORDER BY hash(a)", memory=64)


def test_a_folder_that_is_no_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(KatalogError, match="Bukan korpus"):
        answer_to_sql(CorpusFolder(str(tmp_path)), "SELECT 1")


def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "k", catalogues()[:1])
    (file,) = (tmp_path / "k" / "tabel" / "kantor").rglob("*.parquet")
    file.write_bytes(b"PAR1 rusak")
    with pytest.raises(KatalogError, match="tidak dapat dibaca"):
        answer_to_sql(corpus, "SELECT * FROM kantor")


def test_views_are_for_any_duckdb(corpus: CorpusFolder) -> None:
    """What `--views` writes, run by a DuckDB that knows nothing of us."""
    with duckdb.connect() as connection:
        for statement in corpus_view_statements(corpus):
            connection.execute(statement)
        for name in (*corpus.table_names(), "manifes", "indikator_lengkap", "temuan_tempat"):
            there = connection.execute(f'SELECT count(*) FROM "{name}"').fetchall()
            assert [tuple(row) for row in there] == list(answer_to_sql(corpus, f'SELECT count(*) FROM "{name}"').rows)


def test_a_corpus_in_a_store_answers_as_one_on_a_disk(corpus: CorpusFolder) -> None:
    """`memory://` is a store of this process, of the same protocol as S3."""
    store = write_corpus("memory://tanya", catalogues())
    for name, given in (("temuan-kantor", {}), ("indikator-serupa", {"indikator": "Jumlah dokumen"})):
        assert answer(store, name, given) == answer(corpus, name, given)
    sql = "SELECT sumber, baris FROM manifes ORDER BY sumber"
    assert answer_to_sql(store, sql) == answer_to_sql(corpus, sql)
    with pytest.raises(KatalogError):
        answer_to_sql(store, "FROM read_text('/etc/passwd')")


def test_only_tables_that_are_named_are_opened(corpus: CorpusFolder) -> None:
    with opened_tables(corpus, ["SELECT * FROM temuan_tempat"]) as connection:
        there = {row[0] for row in connection.execute("SHOW TABLES").fetchall()}
    # `keputusan` is a column of it as well as a table
    assert there == {"temuan", "jabatan", "tempat", "temuan_tempat", "keputusan"}


def test_what_can_be_asked_is_told(corpus: CorpusFolder) -> None:
    assert {row[0] for row in questions_told().rows} >= {"indikator-serupa", "temuan-kantor"}
    told = {(row[0], row[1]): row[3] for row in tables_told(corpus).rows}
    assert told["indikator", "target"] and told["perubahan", "merevisi"]
    assert ("kata", "bunyi") in told and ("manifes", "kesalahan") in told
