"""The part of a text source that holds one indicator table, between its heading and what follows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bahasa.roles import about_role
from extract.table.context import DocumentContext
from schemas.decree import Heading
from schemas.layout import Line


@dataclass(frozen=True, slots=True)
class TableRegion:
    """The lines of one table's body, blank ones included, without its heading.

    `headings` stand in printed order and give the order of the cells. `seams` holds the `number` of each line before
    which something of the page was taken out (a repeated heading, a page number): a page break for certain.
    `context` is what the rest of the document tells. `by_form` says that the heading was told by its form.
    """

    lines: tuple[Line, ...]
    headings: tuple[Heading, ...]
    seams: frozenset[int] = frozenset()
    context: DocumentContext = field(default_factory=DocumentContext)
    by_form: bool = False

    @property
    def roles(self) -> list[str]:
        """The role of each column."""
        return [heading.role for heading in self.headings]

    @property
    def names(self) -> tuple[str, ...]:
        """Its headings as printed: tables with the same ones have the same columns."""
        return tuple(heading.text.as_printed for heading in self.headings)

    @property
    def learned(self) -> list[str]:
        """For each column the role whose weights the model of linear text uses."""
        return [about_role(heading.role).learned for heading in self.headings]
