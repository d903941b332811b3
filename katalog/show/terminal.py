"""What rich draws, on the terminal or as plain text of a fixed width."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable

from rich.console import Console, RenderableType


def without_colour(parts: Iterable[RenderableType], width: int) -> bytes:
    """The parts one below the other, in so many columns, no line with blanks at its end."""
    stream = io.StringIO()
    console = Console(file=stream, width=width, no_color=True, markup=False, highlight=False, emoji=False)
    for part in parts:
        console.print(part)
    lines = (f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())
    return "".join(lines).encode("utf-8", errors="replace")


def on_terminal(parts: Iterable[RenderableType]) -> None:
    """The parts on standard output, in its width and colours."""
    console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False)
    for part in parts:
        console.print(part)
