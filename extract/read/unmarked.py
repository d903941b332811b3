"""Lines of a text that marks no pages which belong to its pages.

Input: the lines that are not blank, and the page numbers among them. Output: a reason for each line of page
furniture. What a page prints at its head or foot comes again, line by line, right behind page numbers, or in the midst
of a sentence: behind a word that leaves it unfinished (`pengadaan dan` / `SEKRETARIAT DAERAH` / `pemberhentian`).
A stamp that comes again (`SALINAN`) is known by itself, the foot of pages by the text that ends with it; either has
the head of pages right below.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median

from bahasa.function_words import function_words
from bahasa.headings import is_heading_part
from bahasa.page_numbers import page_stamps
from extract.read.page_seams import between_rows, counted_pages
from schemas.layout import Line

#: The reason of a line at the head or foot of most pages.
PAGE_EDGE = "kepala atau kaki halaman"
#: It stands on so many pages at least, parts so many sentences, and has so many lines at most.
_PAGES, _PARTED, _DEEP = 3, 2, 5
#: The head of the first page has so many lines.
_TOP = 5
#: What stands behind page numbers has so many words at least; one in the midst of a sentence has two, or a long one.
_WORDS, _LONG = 3, 7
#: Two pages' numbers stand so many lines apart, two feet so many.
_APART, _PAGE = 12, 8
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\s*(\d{1,4})\s*")
# a row or an item that goes on from the page before
_GOES_ON = re.compile(r"\s*(?:[a-z]|\(?(?:[2-9]|[1-9]\d)[.)]?(?:\s|$))")

#: The forms of lines that follow each other.
_Block = tuple[str, ...]


def unmarked_furniture(lines: Sequence[Line], numbered: Mapping[int, str]) -> dict[int, str]:
    """The furniture besides the page numbers of a known form, which are given (`numbered`)."""
    forms = [form_of(line.text) for line in lines]
    found: dict[int, str] = {}
    for block, numbers in _behind_numbers(lines, forms, numbered):
        found |= {lines[at].number: numbered.get(lines[at].number, "nomor halaman") for at in numbers}
        found |= _all_of(lines, forms, block)
    stamps = [(form,) for form in page_stamps() if forms.count(form) >= _PAGES]
    marks = [*sorted(stamps), *_last_foot(forms)]
    for block in (*_in_sentences(lines, forms), *marks, *_below_marks(lines, forms, marks)):
        found |= _all_of(lines, forms, block)
    found |= repeated_between_rows(lines)
    rest = [at for at, line in enumerate(lines) if line.number not in found]
    # pages begin with what heads them, or with what begins the text without that
    for own in (rest, range(len(lines))):
        if counted := counted_pages([lines[at].text for at in own]):
            return found | {lines[own[k]].number: "nomor halaman" for k in counted}
    return found


def repeated_between_rows(lines: Sequence[Line]) -> dict[int, str]:
    """The lines (none is blank) that head and foot pages as `between_rows` tells, whether pages are marked or not."""
    forms = [form_of(line.text) for line in lines]
    found: dict[int, str] = {}
    for block in between_rows(forms, [line.text for line in lines]):
        found |= _all_of(lines, forms, block)
    return found


@lru_cache(maxsize=1 << 12)
def form_of(text: str) -> str:
    """A line as it comes again: numbers aside."""
    return _DIGITS.sub("#", " ".join(text.split()))


def _all_of(lines: Sequence[Line], forms: Sequence[str], block: _Block) -> dict[int, str]:
    return {lines[at + k].number: PAGE_EDGE for at in _places(forms, block) for k in range(len(block))}


def _places(forms: Sequence[str], block: _Block) -> list[int]:
    return [at for at, form in enumerate(forms) if form == block[0] and tuple(forms[at : at + len(block)]) == block]


def _behind_numbers(
    lines: Sequence[Line], forms: Sequence[str], numbered: Mapping[int, str]
) -> Iterator[tuple[_Block, list[int]]]:
    """What begins most pages right behind their numbers (`- 3 -`, or a number alone that counts on), and the places of
    these. A title does so as well, but no row goes on counting below it."""
    behind: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines[:-1]):
        if line.number in numbered or _NUMBER.fullmatch(line.text):
            behind[forms[at + 1]].append(at)
    for places in behind.values():
        block = _shared(forms, places) if len(places) >= _PAGES else ()
        telling = len(" ".join(block).split()) >= _WORDS or (block and _stands_out(block[0]))
        if not telling or len(_places(forms, block)) > len(places) + 1:
            continue
        ends = (at + 1 + len(block) for at in places)
        goes_on = any(end < len(lines) and _GOES_ON.match(lines[end].text) for end in ends)
        if goes_on and _counts_pages(lines, places, numbered):
            yield block, places


def _last_foot(forms: Sequence[str]) -> Iterator[_Block]:
    """The line in capitals that ends the text and stands again in it, a page apart and below other words each time: the
    foot of its pages (`DINAS SOSIAL KOTA SUKAMAJU`). What ends a signature has the same words above it."""
    places = _places(forms, (forms[-1],)) if forms else []
    if len(places) < _PAGES or "#" in forms[-1] or not _stands_out(forms[-1]) or len(forms[-1].split()) < _WORDS:
        return
    above = Counter(forms[at - 1] for at in places if at)
    apart = median(behind - at for at, behind in pairwise(places))
    if apart >= _PAGE and 2 * max(above.values()) <= len(places) and not is_heading_part(forms[-1]):
        yield (forms[-1],)


def _below_marks(lines: Sequence[Line], forms: Sequence[str], marks: Sequence[_Block]) -> Iterator[_Block]:
    """What stands right below every foot or stamp (each a line), and nowhere else but on the first page, though rows go
    on below it once at least."""
    for mark in marks:
        places = [at for at in _places(forms, mark) if at + 1 < len(forms)]
        block = _shared(forms, places) if len(places) >= _PAGES - 1 else ()
        if not block or (block[0],) in marks or len(_places(forms, block)) > len(places) + 1:
            continue
        ends = (at + 1 + len(block) for at in places)
        if any(end < len(lines) and _GOES_ON.match(lines[end].text) for end in ends):
            yield block


def _in_sentences(lines: Sequence[Line], forms: Sequence[str]) -> Iterator[_Block]:
    """What stands in the midst of sentences, each time another one. It begins the document as well: the heading of a
    table, which parts the cells of a row, does not."""
    behind: dict[str, list[int]] = defaultdict(list)
    for at in range(len(lines) - 1):
        if _unfinished(lines[at].text) and _stands_out(lines[at + 1].text):
            behind[forms[at + 1]].append(at)
    count = Counter(forms) if behind else Counter[str]()
    for form, places in behind.items():
        block = _shared(forms, places)
        parted = count[form] >= _PAGES and len({forms[at] for at in places}) >= _PARTED
        if parted and not is_heading_part(form) and any(line in forms[:_TOP] for line in block):
            yield block


def _shared(forms: Sequence[str], places: Sequence[int]) -> _Block:
    """The lines that follow each of these places, but at their end those that are printed elsewhere as well: the
    heading of a table that goes on."""
    block: list[str] = []
    for k in range(1, _DEEP + 1):
        following = {forms[at + k] if at + k < len(forms) else "" for at in places}
        if len(following) > 1 or "" in following:
            break
        block += following
    while len(block) > 1 and forms[_TOP:].count(block[-1]) > len(_places(forms, tuple(block))):
        del block[-1]
    return tuple(block)


def _unfinished(text: str) -> bool:
    return text.split()[-1] in function_words("sambung")


def _stands_out(text: str) -> bool:
    words = text.split()
    return text.isupper() and (len(words) > 1 or len(words[0]) >= _LONG)


def _counts_pages(lines: Sequence[Line], places: Sequence[int], numbered: Mapping[int, str]) -> bool:
    """Whether page numbers of a known form stand at these places, or numbers alone that count on, a page apart: what
    counts the rows of a table stands nearer."""
    if all(lines[at].number in numbered for at in places):
        return True
    values = [int(lines[at].text) if _NUMBER.fullmatch(lines[at].text) else 0 for at in places]
    apart = median(behind - at for at, behind in pairwise(places))
    return values == list(range(values[0], values[0] + len(values))) and apart >= _APART
