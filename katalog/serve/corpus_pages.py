"""The pages of a corpus: the search over all its indikator, with what can be chosen; the others are a folder's."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bahasa.fold import fold_words
from bahasa.kamus import root_of
from katalog.questions.search import INDICATOR_FACETS, SoughtIndicators, found_indicators, search_tables
from katalog.questions.tables import opened_tables
from katalog.serve.corpus_shelf import CorpusShelf
from katalog.serve.pages import BrowsePages, finding_meanings, question_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WORD = re.compile(r"\w+|\W+")
#: Characters of a text that is shown below an indikator.
_LONGEST = 240


@dataclass(slots=True)
class OpenCorpus:
    """The tables of a corpus, opened anew when it was built again; each request asks by a cursor of its own."""

    shelf: CorpusShelf
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _state: str = ""
    _opened: ExitStack = field(default_factory=ExitStack)
    _connection: DuckDBPyConnection | None = None

    @contextmanager
    def cursor(self) -> Iterator[DuckDBPyConnection]:
        """A cursor on the tables as they are now."""
        with self._lock:
            state = self.shelf.state
            if self._connection is None or state != self._state:
                self._opened.close()
                self._connection = self._opened.enter_context(opened_tables(self.shelf.corpus, search_tables()))
                self._state = state
            cursor = self._connection.cursor()
        with cursor:
            yield cursor


@dataclass(frozen=True, slots=True)
class CorpusPages(BrowsePages):
    """Pages of a corpus; `tables` are what is searched."""

    tables: OpenCorpus

    def home(self, asked: Mapping[str, str]) -> bytes:
        """Where one begins: the search, which shows all until something is asked."""
        return self.found(asked)

    def found(self, asked: Mapping[str, str]) -> bytes:
        """The indikator that fit, with facets."""
        sought = sought_in(asked)
        with self.tables.cursor() as cursor:
            found = found_indicators(cursor, sought)
        around = self.around(sought.page, -(-found.total // sought.size), lambda page: self.asking(sought, page))
        labels = {**self.words.labels, "search_hint": self.words.label("corpus_hint")}
        said = self.words.label("corpus_found", jumlah=found.total) if found.total else self.words.label("found_none")
        return self.page(
            "search.html.j2",
            labels=labels,
            asked=sought.words,
            chosen=sought.chosen,
            facets=[self.facet(name, sought, listed, self._naming(name)) for name, listed in found.facets.items()],
            total=found.total,
            said=said,
            first=(sought.page - 1) * sought.size + 1,
            results=[self._result(row, sought) for row in found.rows],
            **around,
        )

    def _naming(self, name: str) -> Callable[[str], str]:
        known: Mapping[str, str] = {}
        if name == "temuan":
            known = finding_meanings(self.words.lang)
        elif name == "tahun":
            known = {"0": self.words.label("no_year")}
        return lambda value: known.get(value, value)

    def _result(self, row: Mapping[str, Any], sought: SoughtIndicators) -> dict[str, Any]:
        page = f"{self.words.label('page')} {row['page']}" if row["page"] is not None else ""
        year = str(row["tahun"] or "")
        about = (row["kantor"], row["wilayah"], year, row["jabatan"], f"{row['kind'] or ''} {row['row']}".strip(), page)
        return {
            "url": self.to.found(row["keputusan"], int(row["path"].split("/")[2]), row["path"]),
            "title": row["indikator"] or self.words.part("rows"),
            "excerpt": marked(self._texts(row), sought),
            "about": " · ".join(str(one) for one in (*about, row["keputusan"]) if one),
        }

    def _texts(self, row: Mapping[str, Any]) -> str:
        """What stands beside the indikator, each under its name."""
        names = (name for name in ("target", "sasaran", "rumus") if row[name])
        return " · ".join(f"{self.words.role(name)}: {_short(row[name])}" for name in names)


def sought_in(asked: Mapping[str, str]) -> SoughtIndicators:
    """What the parameters of an address look for."""
    question = question_of(asked, INDICATOR_FACETS)
    return SoughtIndicators(question.words, question.chosen, question.page)


def marked(text: str, sought: SoughtIndicators) -> tuple[tuple[bool, str], ...]:
    """A text as runs, each with whether it is a word that was looked for, in whatever form.

    >>> marked("Laporan yang tersusun", SoughtIndicators("penyusunan"))
    ((False, 'Laporan yang '), (True, 'tersusun'))
    """
    runs: list[tuple[bool, str]] = []
    for part in _WORD.findall(text):
        hit = _is_sought(fold_words(part), sought)
        if runs and runs[-1][0] == hit:
            runs[-1] = (hit, runs[-1][1] + part)
        else:
            runs.append((hit, part))
    return tuple(runs)


def _is_sought(word: str, sought: SoughtIndicators) -> bool:
    return bool(word) and any(word.startswith(one) or root_of(word) == root for one, root in sought.forms)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
