"""What is looked for on a page: words, and what was chosen of each facet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True)
class FacetedQuestion:
    """`words` as a person writes them; `chosen` the value of each facet by its name; `page` is 1-based."""

    words: str = ""
    chosen: tuple[tuple[str, str], ...] = ()
    page: int = 1

    def with_facet(self, name: str, value: str | None) -> Self:
        """The same with another value of a facet, None for any; from its first page."""
        rest = tuple(pair for pair in self.chosen if pair[0] != name)
        return replace(self, chosen=(*rest, *(((name, value),) if value is not None else ())), page=1)

    def value(self, name: str) -> str | None:
        """What was chosen of a facet."""
        return dict(self.chosen).get(name)
