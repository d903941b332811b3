"""Answers of a corpus, for people and to files. A format writes what `katalog.questions` holds and computes nothing."""

from __future__ import annotations

from katalog.show.formats import OutputFormat

#: The formats of `katalog corpus query` and `search`; the first is the default. Writers take an `AnswerTable`.
ANSWER_FORMATS = (
    OutputFormat("text", "teks", (".txt",), "katalog.show.answers.text:answer_text", shown=True),
    OutputFormat("csv", "CSV", (".csv",), "katalog.show.answers.data:answer_csv"),
    OutputFormat("json", "JSON", (".json",), "katalog.show.answers.data:answer_json"),
)
