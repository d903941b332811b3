"""Rows, columns and headings as other agencies print them, to learn what reads tables in linear text.

Beside what training/tabular.py draws: few sources that row after row repeats, an indikator that is numbered in its cell
or said again by its formula, names of programmes in capitals, a column that is mostly blank, a source, a target or who
answers for it merged over rows, words that no labelled row holds, headings that go on behind their first words. They
change how cells follow each other, not what a column means, so the roles are learned without.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from bahasa.function_words import function_words
from bahasa.headings import heading_letters, known_headings
from bahasa.kamus import dictionary_words
from extract.table.meaning.evidence import SeenColumn
from training.drawn_rows import Cells, plain_rows
from training.tabular import TruthfulColumn, heading_elsewhere, random_columns, terms

#: How an indikator may be numbered in its cell.
_MARKS = ("{a}. ", "{n}. ", "1.{n} ", "1.1.{n} ", "- ", "{n}) ")
#: Shares of the cells of a column without a role that may be blank.
_BLANKS = (0.0, 0.0, 0.3, 0.6, 0.85)
#: Columns whose equal cells may be merged, and how often they are.
_MERGED = (("sumber_data", 0.3), ("target", 0.08), ("penanggung_jawab", 0.5))
#: Columns whose words may be others, words that are replaced (not the first one of a cell), endings that stay.
_TEXTS = ("sasaran", "indikator", "rumus", "sumber_data")
_WORD = re.compile(r"(?<=\s)[^\W\d_]{4,}")
_ENDINGS = ("kan", "nya", "an", "i")
_SHORTEST, _LONGEST = 4, 11
#: How headings are put together; what stands in `<>` is a word of the dictionary, alone or with this beginning or end.
_PLAIN = (
    "<kata>", "<an>", "<an> <kata>", "<kata> <an>", "<kata> <kata>", "<an> <an>", "<kata> yang <di>", "<an> yang <di>",
    "<an> yang <ter>", "<an> <kata> <kata>", "<kata> <an> <kata>", "<an> dan <an>", "<kata> dan <an>",
    "<kata> dari <kata>", "<an> untuk <an>", "<kata> <di> dari", "<an> tiap <kata>", "<kata> / <kata>", "<an> (<kata>)",
    "yang <di>",
)  # fmt: skip


def rows_elsewhere(rng: random.Random, gold: Sequence[Mapping[str, str | None]]) -> list[Cells]:
    """Rows with the six usual cells, as another agency may print them."""
    rows = plain_rows(rng, gold)
    if rng.random() < 0.4:
        rows = _few_sources(rows, rng)
    if rng.random() < 0.15:
        rows = [_mirrored(row) for row in rows]
    if rng.random() < 0.2:
        rows = _said_each_time(rows)
    if rng.random() < 0.4:
        rows = _in_other_words(rows, rng)
    if rng.random() < 0.12:
        rows = _numbered(rows, rng.choice(_MARKS))
    if rng.random() < 0.4:
        rows = [{**row, "penanggung_jawab": rows[0].get("penanggung_jawab", "")} for row in rows]
    for role, chance in _MERGED:
        if rng.random() < chance:
            rows = _merged(rows, role)
    if rng.random() < 0.06:
        rows = [{key: text.title() if len(text.split()) > 2 else text for key, text in row.items()} for row in rows]
    return rows


def _few_sources(rows: Sequence[Cells], rng: random.Random) -> list[Cells]:
    printed = sorted({row["sumber_data"] for row in rows if row["sumber_data"]}) or [""]
    kept = rng.sample(printed, min(len(printed), rng.randint(1, 4)))
    return [{**row, "sumber_data": rng.choice(kept) if row["sumber_data"] else ""} for row in rows]


def _said_each_time(rows: Sequence[Cells]) -> list[Cells]:
    """Rows that each print the sasaran that they stand under."""
    found, said = list[Cells](), ""
    for row in rows:
        said = row["sasaran"] or said
        found.append({**row, "sasaran": said})
    return found


def _merged(rows: Sequence[Cells], role: str) -> list[Cells]:
    """Equal cells below each other as one, which a text prints once."""
    above = [None, *(row.get(role) for row in rows)]
    return [{**row, role: "" if row.get(role) == above[k] else row[role]} for k, row in enumerate(rows)]


def _in_other_words(rows: Sequence[Cells], rng: random.Random) -> list[Cells]:
    """The same rows about other things: most words are others throughout, with the same endings and capitals. What a
    cell begins with, words of grammar and what is no word stay."""
    share, others = rng.choice((0.5, 0.8)), dict[str, str]()

    def other(match: re.Match[str]) -> str:
        word = match[0]
        low = word.lower()
        if low in function_words("sambung") or rng.random() > share:
            return others.get(low, word)
        if low not in others:
            others[low] = rng.choice(_words_like(low))
        made = others[low]
        return made.upper() if word.isupper() else made.title() if word[0].isupper() else made

    return [{key: _WORD.sub(other, text) if key in _TEXTS else text for key, text in row.items()} for row in rows]


def _words_like(word: str) -> Sequence[str]:
    """Words of the dictionary, with the ending of this one where it has any."""
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) > len(one) + 3), "")
    return _by_ending()[ending]


@cache
def _by_ending() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {ending: [] for ending in (*_ENDINGS, "")}
    for word in sorted(dictionary_words()):
        if word.isalpha() and _SHORTEST <= len(word) <= _LONGEST:
            found[""].append(word)
            for ending in _ENDINGS:
                found[ending].append(word + ending)
    return found


def _mirrored(row: Cells) -> Cells:
    """A formula that says its indikator again."""
    said = f"Jumlah {row['indikator'].lower()} dibagi jumlah seluruhnya x 100%"
    return {**row, "rumus": said if row["indikator"] and row["rumus"] else row["rumus"]}


def _numbered(rows: Sequence[Cells], mark: str) -> list[Cells]:
    found, n = [], 0
    for row in rows:
        n += bool(row["indikator"])
        own = mark.format(n=n, a=chr(96 + min(n, 26))) if row["indikator"] else ""
        found.append({**row, "indikator": own + row["indikator"]})
    return found


def columns_elsewhere(rng: random.Random, rows: Sequence[Cells]) -> list[TruthfulColumn]:
    """These rows under the columns of a random agency, left to right, with plain headings."""
    found = []
    for column in _extra_within(rng, random_columns(rng, rows)):
        seen = column.seen
        if column.role == "others":
            blank = rng.choice(_BLANKS)
            seen = SeenColumn(seen.headings, tuple(cell if rng.random() >= blank else "" for cell in seen.cells))
        found.append(TruthfulColumn(seen, column.role))
    return found


def _extra_within(rng: random.Random, columns: list[TruthfulColumn]) -> list[TruthfulColumn]:
    """Now and then what is beside the usual columns stands among the first ones (`SASARAN` / `PROGRAM` /
    `INDIKATOR`)."""
    extra = [column for column in columns if column.role in ("others", "penanggung_jawab")]
    usual = [column for column in columns if column not in extra]
    if not extra or len(usual) == len(columns) or rng.random() > 0.25:
        return columns
    last = next(k for k, column in enumerate(usual) if column.role == "indikator")
    at = rng.randint(min(1, last), last + 1)
    return [*usual[:at], *extra, *usual[at:]]


def other_headings(rng: random.Random, columns: Sequence[TruthfulColumn], noise: float = 0.5) -> list[TruthfulColumn]:
    """The same columns under headings as another agency may print them, misspelled, in plain words that no list of
    headings has, or in words that nobody knows."""
    strange = rng.random() * 0.7 if rng.random() < 0.35 else 0.0
    plain = rng.random() * 0.9 if rng.random() < 0.5 else 0.0
    case = rng.choice([str.upper, str.title, _as_name])

    def printed(text: str) -> str:
        if rng.random() < plain and len(text) > _SHORTEST:
            return case(_in_plain_words(rng))
        return heading_elsewhere(_longer(text, rng), rng, noise, strange)

    over: dict[str, str] = {}
    found: list[TruthfulColumn] = []
    for column in columns:
        *above, name = column.seen.headings
        for text in above:
            if text not in over:
                over[text] = printed(text)
        seen = SeenColumn((*(over[text] for text in above), printed(name)), column.seen.cells)
        found.append(TruthfulColumn(seen, column.role))
    return found


def _in_plain_words(rng: random.Random) -> str:
    """A heading that says what it is about in words of the dictionary, whatever they mean: what goes on with it, and
    where the next one begins, must be told by their grammar, their lines and the rows below."""

    def word(kind: str) -> str:
        made = rng.choice(_words_like("x" * (_SHORTEST + 1) + ("an" if kind == "an" else "")))
        return f"{kind}{made}" if kind in ("di", "ter") else made

    return re.sub(r"<(\w+)>", lambda match: word(match[1]), rng.choice(_PLAIN))


def _as_name(text: str) -> str:
    """Each word with a capital, but those of grammar."""
    return " ".join(word if word in function_words("sambung") else word.title() for word in text.split())


@cache
def _last_words() -> list[str]:
    """Words that end headings and head no column alone."""
    lasts = Counter(name.split()[-1].upper() for names in terms()["peran"].values() for name in names)
    return sorted(word for word, count in lasts.items() if count > 2 and heading_letters(word) not in known_headings())


def _longer(name: str, rng: random.Random) -> str:
    """A heading whose first words are kept and go on as those of other ones do (`RUMUS` + `YANG DIGUNAKAN`)."""
    words = name.split()
    if " / " in name and rng.random() < 0.5:
        name = name.replace(" / ", "/")
    if rng.random() > 0.4 or not words or len(words[0]) < 5:
        return name
    tail: str = rng.choice(_last_words() if rng.random() < 0.2 else terms()["sambungan"]["kata"])
    tail = tail.upper() if name.isupper() else tail if rng.random() < 0.5 else tail.title()
    return " ".join([*words[: rng.randint(1, 2)], tail])
