"""Questions with names (questions.toml): what each asks, what may be given, and its answer.

>>> [one.name for one in named_questions()][:2]
['indikator-serupa', 'indikator-bersama']
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from katalog.corpus.folder import CorpusFolder
from katalog.corpus.own_tables import roots_in
from katalog.errors import KatalogError
from katalog.questions.answers import AnswerTable, asked
from katalog.questions.tables import MEMORY, opened_tables


@dataclass(frozen=True, slots=True)
class QuestionParameter:
    """What may be given to a question: `kind` is `text`, `number`, or `roots` (text, asked by the roots of its words).
    Without `required` it has its `default`, None for whatever there is."""

    name: str
    says: str
    kind: Literal["text", "number", "roots"]
    required: bool = False
    default: int | str | None = None

    def value(self, given: str) -> object:
        """What a given text means; KatalogError where it means nothing."""
        if self.kind == "number":
            if not (given.isascii() and given.isdecimal() and len(given) < 10):
                raise KatalogError(f"{self.name}={given}: Harus bilangan bulat.", f"Misalnya {self.name}=2022.")
            return int(given)
        if self.kind == "roots":
            if not (roots := roots_in(given)):
                raise KatalogError(f"{self.name}={given}: Tidak berisi kata yang dapat dicari.", "Sebutkan bunyinya.")
            return roots
        return given


@dataclass(frozen=True, slots=True)
class NamedQuestion:
    """A question: `says` what its answer is; `parameters` those of its own, then those of all questions that it has."""

    name: str
    says: str
    sql: str
    parameters: tuple[QuestionParameter, ...]

    def values(self, given: Mapping[str, str]) -> dict[str, object]:
        """A value for each parameter; KatalogError where one is unknown, missing, or no value for it."""
        known = {one.name: one for one in self.parameters}
        if unknown := sorted(given.keys() - known.keys()):
            named = ", ".join(known) or "tidak ada"
            raise KatalogError(f"{self.name} tidak mengenal {', '.join(unknown)}.", f"Yang dikenal: {named}.")
        if missing := [one for one in self.parameters if one.required and one.name not in given]:
            cause = f"{self.name} memerlukan {missing[0].name} ({missing[0].says})."
            raise KatalogError(cause, f'Sebutkan: {missing[0].name}="…"')
        return {name: one.value(given[name]) if name in given else one.default for name, one in known.items()}


@cache
def named_questions() -> tuple[NamedQuestion, ...]:
    """All of them, in the order of their file."""
    told = tomllib.loads(files("katalog.questions").joinpath("questions.toml").read_text(encoding="utf-8"))
    shared = [QuestionParameter(**entry) for entry in told["shared"]]
    return tuple(_question(entry, shared) for entry in told["question"])


def _question(entry: dict[str, Any], shared: Iterable[QuestionParameter]) -> NamedQuestion:
    own = [QuestionParameter(**one) for one in entry.get("parameters", ())]
    has = (one for one in shared if f"${one.name}" in entry["sql"])
    return NamedQuestion(entry["name"], entry["says"], entry["sql"], (*own, *has))


def question_named(name: str) -> NamedQuestion:
    """The question of this name; KatalogError where there is none."""
    found = next((one for one in named_questions() if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in named_questions())
        raise KatalogError(f"Tidak ada pertanyaan bernama “{name}”.", f"Yang ada: {known}; atau --sql.")
    return found


def answer(corpus: CorpusFolder, name: str, given: Mapping[str, str], memory: int = MEMORY) -> AnswerTable:
    """The answer to a question by its name; KatalogError as for `question_named`, `values` and `asked`."""
    question = question_named(name)
    values = question.values(given)
    with opened_tables(corpus, [question.sql], memory) as connection:
        return asked(connection, question.sql, values, question.says)


def answer_to_sql(corpus: CorpusFolder, sql: str, memory: int = MEMORY) -> AnswerTable:
    """The answer to SQL that only reads; KatalogError as for `asked`."""
    with opened_tables(corpus, None if _about_all(sql) else [sql], memory) as connection:
        return asked(connection, sql, title=sql.strip(), ours=False)


def _about_all(sql: str) -> bool:
    """Whether it may speak of tables that it does not name (`SHOW TABLES`, `FROM information_schema.columns`)."""
    words = sql.lower().split()
    return words[:1] in (["show"], ["describe"]) or any("schema" in word or "duckdb_" in word for word in words)
