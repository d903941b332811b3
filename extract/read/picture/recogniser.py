"""What a recogniser of letters is: where lines of text stand in a picture, and what is written in each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from extract.read.picture.bends import Lean
from extract.read.picture.strokes import PixelBox


class TextBox(NamedTuple):
    """A line of text: the box around it, in pixels, and how its pieces lean."""

    box: PixelBox
    leans: tuple[Lean, ...] = ()


class Letter(NamedTuple):
    """A sign as read (a blank as well): `sure` is what the recogniser says of it, from 0 to 1; `at` is where its middle
    stands, as a share of the width of its line's picture; `other` is how likely, from 0 to 1, another sign than it and
    its neighbours stands there or behind it, and `rival` the likeliest such sign; `behind` tells that it would stand
    behind this one, where nothing was read, and not in its place."""

    sign: str
    sure: float
    at: float
    other: float = 0.0
    rival: str = ""
    behind: bool = False


#: The letters of a line, left to right.
Reading = tuple[Letter, ...]


class LetterReader(Protocol):
    """Whoever reads pictures. The same pictures give the same answers, on any number of cores."""

    #: Name and version: what it read is kept under it.
    name: str

    def boxes(self, grey: Any, dpi: float) -> list[TextBox]:
        """Lines of text of a grey picture that stands upright; parts that stand apart are lines of their
        own."""
        ...

    def readings(self, lines: Sequence[Any], wide: float = 1.0, high: float = 1.0) -> list[Reading]:
        """What is written in pictures of one line each (grey, at least a pixel wide and high), their letters made so
        many times as `wide` and as `high` as they are: a small picture takes less time."""
        ...
