"""Lines of a text -> the same without stamps (`SALINAN`, `DRAF`), and these.

A stamp in the middle of each page is set over its print. In a text it is a line of its own, between lines that belong
together, and its large type leaves blank lines above it that the page hasn't. Told by its form alone, whatever it says:
one or two words in capitals, far below the line above, once on most pages, and no words that a decree repeats for its
own reasons (a title, a label, the heading of a table).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extract.read.furniture import of_the_decree
from schemas.layout import Line

#: A stamp has so many words at most, so many letters at least, and so many blank lines above it.
_WORDS, _LETTERS, _WHITE = 2, 3, 3
#: It stands on so many pages, and on so large a share of them.
_PAGES, _SHARE = 2, 0.6


def stamps_apart(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without stamps and the white above these, and the stamps."""
    pages = {line.page for line in lines if line.text.strip()}
    found: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if _looks_like_one(line.text) and _far_below(lines, at):
            found[line.text.strip()].append(at)
    stamps = [at for places in found.values() if _on_most(lines, places, len(pages)) for at in places]
    gone = {one for at in stamps for one in range(_text_above(lines, at) + 1, at + 1)}
    return [line for at, line in enumerate(lines) if at not in gone], [lines[at] for at in sorted(stamps)]


def _looks_like_one(text: str) -> bool:
    words = text.split()
    form = " ".join(words)
    return (
        0 < len(words) <= _WORDS
        and form.isupper()
        and form.replace(" ", "").isalpha()
        and len(form) >= _LETTERS
        and not of_the_decree(form)
    )


def _text_above(lines: Sequence[Line], at: int) -> int:
    """The index of the last line above that prints something on the same page, or that of the line above the page."""
    above = at - 1
    while above >= 0 and lines[above].page == lines[at].page and not lines[above].text.strip():
        above -= 1
    return above


def _far_below(lines: Sequence[Line], at: int) -> bool:
    above = _text_above(lines, at)
    return above >= 0 and lines[above].page == lines[at].page and at - above > _WHITE


def _on_most(lines: Sequence[Line], places: Sequence[int], pages: int) -> bool:
    """Does it stand once on each of most pages?"""
    own = {lines[at].page for at in places}
    return None not in own and len(own) == len(places) and len(own) >= max(_PAGES, _SHARE * pages)
