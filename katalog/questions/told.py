"""What can be asked: the questions with their parameters, the tables with their columns."""

from __future__ import annotations

from katalog.corpus.changes import CHANGE_COLUMNS, CHANGES
from katalog.corpus.folder import CorpusFolder
from katalog.questions.answers import AnswerTable, asked
from katalog.questions.named import QuestionParameter, named_questions
from katalog.questions.tables import opened_tables
from katalog.show.tables.registry import export_tables


def questions_told() -> AnswerTable:
    """A row a question."""
    rows = [
        (one.name, one.says, "\n".join(_told(parameter) for parameter in one.parameters)) for one in named_questions()
    ]
    return AnswerTable("Pertanyaan", ("pertanyaan", "jawabannya", "nilai"), tuple(rows))


def _told(parameter: QuestionParameter) -> str:
    default = f"; bawaan {parameter.default}" if parameter.default is not None else ""
    return f"{parameter.name}={'…' if parameter.required else '[…]'} {parameter.says}{default}"


def tables_told(corpus: CorpusFolder) -> AnswerTable:
    """A row a column of a corpus' tables, with what it means in those of an export and in `perubahan`."""
    sql = (
        "SELECT table_name, column_name, data_type FROM information_schema.columns "
        "WHERE table_schema = 'main' ORDER BY table_name, ordinal_position"
    )
    meant = {(table.name, one.name): one.id for table in export_tables().values() for one in table.columns}
    meant |= {(CHANGES, name): text for name, text in CHANGE_COLUMNS.items()}
    with opened_tables(corpus) as connection:
        found = asked(connection, sql).rows
    rows = [(table, column, kind, meant.get((table, column), "")) for table, column, kind in found]
    return AnswerTable("Tabel", ("tabel", "kolom", "jenis", "arti"), tuple(rows))
