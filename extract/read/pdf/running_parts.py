"""Page headers that say one thing at the left and another at the right: the part that all pages print -> a line of its
own, above the other one.

`DINAS SOSIAL                    Rencana Strategis 2021-2026`: the header of a sheet names its agency beside the
document, and the holder of its table was both. Input: the lines of the pages outside grids. Output: the same, such
lines in two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bahasa.page_numbers import page_number_form
from extract.read.pdf.strips import parted_words
from extract.read.pdf.words import TextLine, line_of
from schemas.layout import Word

#: The parts of a header stand so many type sizes apart, on so many pages and on this share of them.
_APART, _PAGES, _SHARE = 5.0, 3, 0.6
#: Places that differ by less (points) are one.
_ASIDE = 6.0


def with_running_parts(pages: Sequence[Sequence[TextLine]], tops: Sequence[float]) -> list[list[TextLine]]:
    """The lines of the pages, top to bottom; `tops` are where the first grid of each begins."""
    heads = [list(_parts(lines, top)) for lines, top in zip(pages, tops, strict=True)]
    often = Counter(key for parts in heads for key in {_key(part) for part in parts})
    running = {key for key, count in often.items() if count >= max(_PAGES, _SHARE * len(pages))}
    return [_apart(list(lines), parts, running) for lines, parts in zip(pages, heads, strict=True)]


def _parts(lines: Sequence[TextLine], top: float) -> Iterator[list[Word]]:
    """The parts of the line that begins a page above its tables; none of one with labels."""
    if lines and lines[0].base < top and ":" not in lines[0].text:
        yield from parted_words(lines[0], _APART)


def _key(part: Sequence[Word]) -> tuple[str, int]:
    """What a part says and where it begins; of the number of a page its form, wherever."""
    text = " ".join(word.text for word in part)
    form = page_number_form(text)
    return (form, 0) if form else (text, round(part[0].x0 / _ASIDE))


def _apart(lines: list[TextLine], parts: Sequence[list[Word]], running: set[tuple[str, int]]) -> list[TextLine]:
    sides = [[word for part in parts if (_key(part) in running) == again for word in part] for again in (True, False)]
    return [*map(line_of, sides), *lines[1:]] if all(sides) else lines
