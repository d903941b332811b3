"""`katalog corpus query` and `katalog corpus search`: questions across all offices of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from katalog.cli.messages import tell
from katalog.cli.options import common, format_option, optional_output
from katalog.errors import OK, KatalogError
from katalog.show.answers import ANSWER_FORMATS
from katalog.show.formats import format_for
from katalog.store.files import STDOUT, emit
from schemas.base import Kind

if TYPE_CHECKING:
    from katalog.corpus.folder import CorpusFolder
    from katalog.questions.answers import AnswerTable

_MEMORY = click.option(
    "--max-memory", "memory", metavar="MB", type=click.IntRange(min=64), default=768, help="Batas memori; bawaan: 768."
)


@click.command(
    "query",
    short_help="Pertanyaan lintas kantor kepada sebuah korpus.",
    epilog='Contoh: katalog corpus query korpus/ indikator-serupa indikator="Persentase arsip tertata" tahun=2023',
)
@click.argument("corpus", metavar="KORPUS")
@click.argument("question", metavar="[PERTANYAAN]", required=False)
@click.argument("given", metavar="[NAMA=NILAI...]", nargs=-1)
@click.option("--sql", metavar="SQL", help="Pertanyaan dalam SQL (DuckDB); hanya membaca.")
@click.option("--tables", is_flag=True, help="Daftarkan tabel korpus dan kolomnya.")
@click.option(
    "--views", is_flag=True, help="Tulis SQL yang membuat tampilan tabel korpus, untuk DuckDB atau buku catatan."
)
@_MEMORY
@format_option(ANSWER_FORMATS)
@optional_output
@common
def query_command(
    corpus: str,
    question: str | None,
    given: tuple[str, ...],
    sql: str | None,
    tables: bool,
    views: bool,
    memory: int,
    kind: str | None,
    output: str,
) -> int:
    """Menjawab PERTANYAAN dari tabel KORPUS (folder atau URL yang ditulis katalog corpus build). Tanpa PERTANYAAN:
    mendaftar semua pertanyaan dan nilai yang dapat diberikan.

    Kode keluar 0: terjawab (juga bila tidak ada yang cocok); 2: pertanyaan atau korpusnya tidak dapat dipakai.
    """
    from katalog.corpus.folder import CorpusFolder
    from katalog.questions.tables import require_duckdb

    require_duckdb()
    if sum((bool(question), sql is not None, tables, views)) > 1:
        raise KatalogError("PERTANYAAN, --sql, --tables, dan --views tidak dapat bersama.", "Sebutkan salah satu saja.")
    folder = CorpusFolder(corpus)
    if views:
        emit(output, _views(folder))
        return OK
    answer = _answer(folder, question, _values(given), sql, tables, memory)
    return _write(answer, kind, output)


def _answer(
    folder: CorpusFolder, question: str | None, given: dict[str, str], sql: str | None, tables: bool, memory: int
) -> AnswerTable:
    from katalog.questions.named import answer, answer_to_sql
    from katalog.questions.told import questions_told, tables_told

    if sql is not None:
        return answer_to_sql(folder, sql, memory)
    if tables:
        return tables_told(folder)
    if question:
        return answer(folder, question, given, memory)
    # whoever asks nothing yet is told of a mistyped folder now rather than with the first question
    folder.table_names()
    return questions_told()


def _write(answer: AnswerTable, kind: str | None, output: str) -> int:
    chosen = format_for(ANSWER_FORMATS, kind, output)
    emit(output, chosen.written(answer))
    if output != STDOUT:
        tell(f"{output}: {len(answer.rows)} baris")
    return OK


def _values(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [one.partition("=") for one in given]
    if wrong := [name for name, sign, _ in pairs if not sign]:
        raise KatalogError(f"“{wrong[0]}” bukan NAMA=NILAI.", "Misalnya: tahun=2023 wilayah=Paser")
    return {name: value for name, _, value in pairs}


def _views(folder: CorpusFolder) -> bytes:
    from katalog.questions.tables import corpus_view_statements

    return "".join(f"{statement};\n" for statement in corpus_view_statements(folder)).encode()


def _known_code(_context: click.Context, _parameter: click.Parameter, code: str | None) -> str | None:
    from bahasa.temuan import finding_kinds

    if code is not None and code not in finding_kinds():
        raise click.BadParameter("tidak ada temuan berkode ini; kodenya ada di “katalog docs temuan”")
    return code


@click.command(
    "search",
    short_help="Mencari kata dalam semua indikator sebuah korpus.",
    epilog="Contoh: katalog corpus search korpus/ penyusunan laporan keuangan --tahun 2023",
)
@click.argument("corpus", metavar="KORPUS")
@click.argument("words", metavar="KATA...", nargs=-1, required=True)
@click.option("--wilayah", metavar="NAMA", help="Hanya wilayah yang namanya memuat ini.")
@click.option("--kantor", metavar="NAMA", help="Hanya kantor yang namanya memuat ini.")
@click.option("--tahun", metavar="TAHUN", type=click.IntRange(1900, 2999), help="Hanya keputusan tahun ini.")
@click.option(
    "--jenis",
    metavar="JENIS",
    type=click.Choice(get_args(Kind), case_sensitive=False),
    help="Hanya tabel jenis ini: IKU, IKI, PK.",
)
@click.option("--temuan", metavar="KODE", callback=_known_code, help="Hanya baris dengan temuan berkode ini.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=50, help="Banyaknya hasil; bawaan: 50.")
@_MEMORY
@format_option(ANSWER_FORMATS)
@optional_output
@common
def search_command(
    corpus: str, words: tuple[str, ...], limit: int, memory: int, kind: str | None, output: str, **chosen: object
) -> int:
    """Mencari KATA dalam indikator, sasaran, jabatan, rumus, dan sumber data semua keputusan KORPUS. Semua kata harus
    ada, dalam bentuk apa pun dari kata dasarnya (penyusunan juga menemukan tersusunnya) atau sebagai awal sebuah kata;
    frasa di antara tanda kutip dicari seperti tertulis. Yang paling cocok lebih dulu.

    Kode keluar 0: dicari (juga bila tidak ada yang cocok); 2: korpusnya tidak dapat dipakai.
    """
    from katalog.corpus.folder import CorpusFolder
    from katalog.questions.search import SoughtIndicators, found_indicators, found_table, search_tables
    from katalog.questions.tables import opened_tables, require_duckdb

    require_duckdb()
    said = " ".join(words)
    facets = tuple((name, str(value)) for name, value in chosen.items() if value is not None)
    sought = SoughtIndicators(said, facets, size=limit, within=True)
    if sought.asks_nothing:
        raise KatalogError(f"“{said}”: Tidak ada kata yang dapat dicari.", "Sebutkan kata yang bukan kata sambung.")
    with opened_tables(CorpusFolder(corpus), search_tables(), memory) as connection:
        found = found_indicators(connection, sought, counted=False)
    code = _write(found_table(found, said), kind, output)
    if found.total > len(found.rows):
        tell(f"{len(found.rows)} dari {found.total} indikator; lebih banyak dengan --limit")
    return code
