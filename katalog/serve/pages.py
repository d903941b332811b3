"""The pages that the server gives, as HTML: each from the index and the catalogues that it needs."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup

from bahasa.temuan import Lang, finding_kinds, shorten
from katalog.questions.faceted import FacetedQuestion
from katalog.serve.revisions import Chain, chain_of
from katalog.serve.search import FACETS, MARK, PAGE, Answer, answer_to
from katalog.serve.shelf import Shelf
from katalog.serve.told import summary_between, told_revisions, versions_of
from katalog.show.browse.charts import bar
from katalog.show.browse.decree_view import decree_shown, units_shown
from katalog.show.browse.finding_rows import SEVERITIES
from katalog.show.browse.history_view import changed_jabatan, kinds_counted, lives_of
from katalog.show.browse.jabatan_view import block_shown
from katalog.show.browse.links import PageAddresses, anchor
from katalog.show.browse.words import PageWords
from katalog.show.html_page import html_page, own_text

_PACKAGE = "katalog.show.browse"
#: Catalogues on a page of their list.
_DECREES = 200


@dataclass(frozen=True, slots=True)
class BrowsePages:
    """Pages of the catalogues of a shelf, in the language of `words`, with links below `to`. A page that is None is
    not there."""

    shelf: Shelf
    to: PageAddresses
    words: PageWords

    def home(self, asked: Mapping[str, str]) -> bytes:
        """Where one begins: the list of all catalogues."""
        return self.decrees(asked_page(asked))

    def found(self, asked: Mapping[str, str]) -> bytes:
        """What the parameters of an address look for."""
        return self.search(question_of(asked))

    def decrees(self, number: int) -> bytes:
        """The list of all catalogues, 1-based pages of it."""
        with self.shelf.opened() as index:
            total = index.execute("SELECT count(*) FROM catalogue WHERE problem IS NULL").fetchone()[0]
            rows = index.execute(
                "SELECT * FROM catalogue WHERE problem IS NULL ORDER BY instansi IS NULL, instansi, tahun, key "
                "LIMIT ? OFFSET ?",
                (_DECREES, (number - 1) * _DECREES),
            ).fetchall()
            problems = index.execute("SELECT * FROM catalogue WHERE problem IS NOT NULL ORDER BY path").fetchall()
        pages = -(-total // _DECREES)
        around = self.around(number, pages, self.to.decrees)
        return self.page("decrees.html.j2", rows=rows, problems=problems, folder=str(self.shelf.folder), **around)

    def decree(self, row: sqlite3.Row) -> bytes:
        """A catalogue: its data, units, findings, texts."""
        shown = decree_shown(self.shelf.catalogue(row), self.words)
        return self.page("decree.html.j2", row=row, shown=shown)

    def unit(self, row: sqlite3.Row, number: int) -> bytes | None:
        """A unit (0-based) with the tables of its jabatan."""
        catalogue = self.shelf.catalogue(row)
        units = units_shown(catalogue)
        if not 0 <= number < len(units):
            return None
        blocks = [(one, block_shown(catalogue, one.block, self.words)) for one in units[number].jabatan]
        return self.page("unit.html.j2", row=row, unit=units[number], blocks=blocks)

    def jabatan(self, row: sqlite3.Row, block: int) -> bytes | None:
        """A block (0-based) with its table and its history."""
        catalogue = self.shelf.catalogue(row)
        if not 0 <= block < len(catalogue.blocks):
            return None
        told = self._history(row, catalogue.blocks[block].id)
        number = next(unit.number for unit in units_shown(catalogue) if any(one.block == block for one in unit.jabatan))
        shown = block_shown(catalogue, block, self.words)
        path = anchor(f"/blocks/{block}/jabatan")
        return self.page("jabatan.html.j2", row=row, shown=shown, unit_number=number, anchor=path, **told)

    def _history(self, row: sqlite3.Row, block_id: str) -> dict[str, Any]:
        chain = self._chain(row)
        lives = []
        if len(chain.rows) > 1:
            told = told_revisions(versions_of(self.shelf, chain.rows))
            lives = lives_of(told, block_id, chain.place(row["key"]), self.words)
        return {"lives": lives, "revisions": self._revisions(chain, row), "basis": self._basis(chain)}

    def history(self, row: sqlite3.Row) -> bytes:
        """What became of a decree: changes between its revisions, and the jabatan that they concern."""
        chain = self._chain(row)
        steps, lives = [], []
        if len(chain.rows) > 1:
            versions = versions_of(self.shelf, chain.rows)
            for at in range(1, len(versions)):
                old, new = chain.rows[at - 1], chain.rows[at]
                kinds = kinds_counted(summary_between(versions[at - 1], versions[at]), self.words.lang)
                most = max((many for _, _, many in kinds), default=0)
                address = self.to.comparison(old["key"], new["key"])
                steps.append({"old": old["slug"], "new": new["slug"], "kinds": kinds, "most": most, "url": address})
            lives = changed_jabatan(told_revisions(versions), self.words)
        revisions = self._revisions(chain, row)
        basis = self._basis(chain)
        return self.page("history.html.j2", row=row, steps=steps, lives=lives, revisions=revisions, basis=basis)

    def search(self, question: FacetedQuestion) -> bytes:
        """The passages that fit, with facets."""
        with self.shelf.opened() as index:
            answer = answer_to(index, question)
        facets, pages = answer.facets.items(), -(-answer.total // PAGE)
        around = self.around(question.page, pages, lambda page: self.asking(question, page))
        return self.page(
            "search.html.j2",
            asked=question.words,
            chosen=question.chosen,
            facets=[self.facet(name, question, listed, self._called(name, answer)) for name, listed in facets],
            total=answer.total,
            said=self.words.label("found", jumlah=answer.total) if answer.total else self.words.label("found_none"),
            first=(question.page - 1) * PAGE + 1,
            results=[self._found(row) for row in answer.rows],
            **around,
        )

    def message(self, said: str) -> bytes:
        """A page that says one thing."""
        return self.page("message.html.j2", said=said)

    def page(self, template: str, **values: Any) -> bytes:
        """A page of a template, with what all of them have."""
        shared = {"words": self.words, "labels": self.words.labels, "to": self.to, "style": _style(), "asked": ""}
        return html_page(_PACKAGE, template, **{**shared, "severities": SEVERITIES, "bar": bar, **values})

    def around(self, number: int, pages: int, address: Any) -> dict[str, Any]:
        """The pages before and after one of a list."""
        earlier = address(number - 1) if 1 < number <= pages else ""
        return {
            "page": number,
            "pages": pages,
            "earlier": earlier,
            "later": address(number + 1) if number < pages else "",
        }

    def asking(self, question: FacetedQuestion, page: int = 1) -> str:
        """The address of a page of what is found."""
        return self.to.search(q=question.words, **dict(question.chosen), halaman=page)

    def facet(
        self, name: str, question: FacetedQuestion, listed: Iterable[tuple[str, int]], called: Callable[[str], str]
    ) -> dict[str, Any]:
        """A facet: what was chosen of it, and what else can be, of these values and how often each is there."""
        chosen = question.value(name)
        return {
            "label": self.words.label(f"facet_{name}"),
            "chosen": called(chosen) if chosen is not None else "",
            "without": self.asking(question.with_facet(name, None)),
            "listed": [
                {"label": called(value), "many": many, "url": self.asking(question.with_facet(name, value))}
                for value, many in listed
                if value != chosen
            ],
        }

    def _called(self, name: str, answer: Answer) -> Callable[[str], str]:
        """What values of a facet are called."""
        if name == "bagian":
            return self.words.part
        named = {"unit": {"": self.words.label("no_unit")}, "keputusan": answer.names}
        known = finding_meanings(self.words.lang) if name == "temuan" else named.get(name, {})
        return lambda value: known.get(value, value)

    def _found(self, row: sqlite3.Row) -> dict[str, Any]:
        number = f" {row['number']}" if row["number"] is not None else ""
        page = f"{self.words.label('page')} {row['page']}" if row["page"] is not None else ""
        about = (row["slug"], row["unit"], row["jabatan"], self.words.part(row["part"]) + number, page)
        excerpt = _hits(row["excerpt"])
        return {
            "url": self.to.found(row["key"], row["block"], row["path"]),
            "title": row["title"] or self.words.part(row["part"]),
            "excerpt": excerpt if any(hit for hit, _ in excerpt) else (),
            "about": " · ".join(str(one) for one in about if one),
        }

    def _chain(self, row: sqlite3.Row) -> Chain:
        with self.shelf.opened() as index:
            return chain_of(index, row)

    def _revisions(self, chain: Chain, row: sqlite3.Row) -> list[dict[str, Any]]:
        return [
            {"label": one["slug"], "url": self.to.decree(one["key"]), "this": one["key"] == row["key"]}
            for one in chain.rows
        ]

    def _basis(self, chain: Chain) -> str:
        return self.words.label("by_previous" if chain.carried else "by_agency")


@cache
def _style() -> Markup:
    return Markup(own_text(_PACKAGE, "browse.css"))


@cache
def finding_meanings(lang: Lang) -> Mapping[str, str]:
    """What a finding means, in the first words of its meaning, by its code."""
    first = {
        code: re.split(r"; | \(|, misalnya|, as ", kind.meaning[lang])[0] for code, kind in finding_kinds().items()
    }
    return {code: shorten(text, 70) for code, text in first.items()}


def _hits(excerpt: str) -> tuple[tuple[bool, str], ...]:
    """An excerpt as runs of text, each with whether it is a hit; lines are parted by a dot."""
    begin, end = MARK
    runs: list[tuple[bool, str]] = []
    for number, part in enumerate(excerpt.replace("\n", " · ").split(begin)):
        hit, _, rest = part.partition(end) if number else ("", "", part)
        runs += [(True, hit)] * bool(hit) + [(False, rest)] * bool(rest)
    return tuple(runs)


def question_of(asked: Mapping[str, str], facets: Iterable[str] = FACETS) -> FacetedQuestion:
    """What the parameters of an address ask, of these facets."""
    chosen = tuple((name, asked[name][:300]) for name in facets if asked.get(name))
    return FacetedQuestion(asked.get("q", "")[:300], chosen, asked_page(asked))


def asked_page(asked: Mapping[str, str]) -> int:
    """The 1-based page that is asked for."""
    given = asked.get("halaman", "")
    return max(1, int(given)) if given.isascii() and given.isdecimal() and len(given) < 7 else 1
