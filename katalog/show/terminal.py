"""What rich draws, on the terminal or as plain text of a fixed width."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment

from katalog.show.visible import visible


def without_colour(parts: Iterable[RenderableType], width: int) -> bytes:
    """The parts one below the other, in so many columns, no line with blanks at its end."""
    stream = io.StringIO()
    console = Console(file=stream, width=width, no_color=True, markup=False, highlight=False, emoji=False)
    for part in parts:
        console.print(part)
    lines = (f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())
    return "".join(lines).encode("utf-8", errors="replace")


def on_terminal(parts: Iterable[RenderableType], width: int | None = None) -> None:
    """The parts on standard output, in its width (or this one) and colours; signs of a decree that would move the
    cursor are named."""
    console = Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False)
    for part in parts:
        console.print(_Visible(part))


@dataclass(frozen=True, slots=True)
class _Visible:
    """A part whose texts a terminal shows, and does not obey. Rich itself leaves escapes in them as they are."""

    part: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self.part, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)
