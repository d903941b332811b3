"""What hangs on the text of a Word file beside its lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Aside(NamedTuple):
    """A text that is kept aside, and why (extract.read.aside); no reason for one that lies over others, as a watermark
    does."""

    text: str
    why: str = ""


@dataclass(slots=True)
class Beside:
    """The notes that a text names (their kind and id), what of it is kept aside, the widths of its pictures (points),
    and how other files are put in (`altChunk`)."""

    notes: list[tuple[str, str]] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    pictures: list[float] = field(default_factory=list)
    inserted: list[str] = field(default_factory=list)

    def take(self, other: Beside) -> None:
        """All that hangs on another text hangs on this one too."""
        self.notes += other.notes
        self.aside += other.aside
        self.pictures += other.pictures
        self.inserted += other.inserted
