"""Lines of a source -> the lines of the decree, and those that belong to the page.

Input: all lines. Output: for each line number of page furniture the reason. Furniture is a page number of a known form
(`- 12 -`, `Halaman 3 dari 40`) anywhere, and, where the source marks pages, a line that stands at the top or the bottom
of most pages and nowhere else, or a bare number there that counts with the pages; where places are known, at one
height, with nothing of a table beyond it. A footer on nearly all pages, or a line below the first of a header, may be
printed elsewhere too; feet with a number that counts, or in small type, are told on two pages already, and so are heads
that are no title of the second one. Where pages are not marked, see unmarked.py. Guarantee: a line that the decree
repeats for its own reasons (the heading of a table, a title, a label, the last fungsi above each table) is never taken
for furniture where it does so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from statistics import median

from bahasa.block_kinds import block_kinds, kind_worded
from bahasa.entry_mark import NUMBER
from bahasa.headings import heading_letters, is_heading_part
from bahasa.labels import labels, starts_with_label
from bahasa.page_numbers import page_number_form
from bahasa.units import begins_with, unit_nouns
from extract.read.unmarked import PAGE_EDGE, form_of, repeated_between_rows, unmarked_furniture
from schemas.layout import Line

#: A header or footer stands on at least this share of the pages, and on at least this many.
_SHARE = 0.6
_PAGES = 3
#: and has at most so many lines.
_DEEP = 4
#: A footer, or a line below the first of a header, that stands elsewhere too is on at least this share of the pages,
#: and so is one above a title that has the form of a title itself.
_BELOW = 0.9
#: So many lines are the first ones of a text; so many lines below its title a head has a label.
_TOP, _HEAD = 12, 6
#: An agency's name has so many words at least.
_NAMED = 2
_LABEL = re.compile(r"\s*([^\W\d][^:]{2,60}?)\s*:")
#: Type is smaller where it has at most so much of the usual size.
_SMALLER = 0.9
#: Furniture stands at one height on all pages; so many type sizes aside it may.
_ASIDE = 1.0
_DIGITS = re.compile(r"\d+")
# the second item of a list or a later one
_LATER = re.compile(r"\s*\(?(?:[2-9]|[1-9]\d|[b-h])[.)]\s")
_NUMBER = re.compile(r"\s*(\d{1,4})\s*")
#: A page's number with what stands beside it has at most so many characters (an address on the web has many).
_LONGEST = 240

Edge = tuple[Line, str]
#: Where tables stand: by page number their tops and bottoms.
Areas = Mapping[int, Sequence[tuple[float, float]]]


def page_furniture(lines: Sequence[Line], tables: Areas | None = None) -> dict[int, str]:
    """Reason by line number, for each line of page furniture. `tables` stand between the lines."""
    found = {line.number: reason for line in lines if (reason := _by_form(line.text))}
    deeper = False
    for depth in range(_DEEP):
        rest = [line for line in lines if line.number not in found and line.text.strip()]
        if not rest or rest[-1].page is None:
            return {**found, **unmarked_furniture([line for line in lines if line.text.strip()], found)}
        header = _repeated(rest, deeper, tables or {})
        deeper = deeper or bool(header)
        more = {**header, **_numbers(rest), **_head_of_two(rest, tables or {})}
        more |= _on_some(rest, tables or {}) if not depth else {}
        if not more:
            break
        found.update(more)
    if any(line.words for line in lines):
        return found  # on a page of print the height of a line tells better
    return found | repeated_between_rows([line for line in lines if line.number not in found and line.text.strip()])


def _by_form(text: str) -> str | None:
    stripped = text.strip()
    if len(stripped) > _LONGEST or not _DIGITS.search(stripped):
        return None
    form = page_number_form(stripped)
    return f"nomor halaman: {form}" if form else None


def _edges(lines: Sequence[Line]) -> Iterator[Edge]:
    """The first and the last line of each page."""
    for position, line in enumerate(lines):
        if position == 0 or lines[position - 1].page != line.page:
            yield line, "atas"
        if position == len(lines) - 1 or lines[position + 1].page != line.page:
            yield line, "bawah"


def _enough(count: int, pages: int) -> bool:
    return count >= _PAGES and count >= _SHARE * pages


def _numbers(lines: Sequence[Line]) -> dict[int, str]:
    """Bare numbers at an edge whose distance from the page's own number is the same on most pages."""
    by_offset: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for line, edge in _edges(lines):
        match = _NUMBER.fullmatch(line.text)
        if match and line.page is not None:
            by_offset[edge, int(match[1]) - line.page].append(line)
    pages = len({line.page for line in lines})
    kept = [group for group in by_offset.values() if _enough(len(group), pages)]
    return {line.number: "nomor halaman" for group in kept for line in group}


def _on_some(lines: Sequence[Line], tables: Areas) -> dict[int, str]:
    """The first or last lines of pages that follow each other, be it those of a lampiran alone (`Lampiran Keputusan
    Direktur ... - 2`), at one height: alike but for a number that counts with the pages, or in small type and the same.
    A title may count in large type (`IKU 2`); below a holder's line (`Jabatan : Pengelola Data 1`) stands its
    table; lines that a page has more of are its text, and so is the last item of a list (`b. pelaporan tahap 1`)."""
    small = _small(lines)
    often = Counter((line.page, form_of(line.text)) for line in lines)
    runs: dict[tuple[str, str, bool], list[list[Line]]] = defaultdict(list)
    for line, edge in _edges(lines):
        if not line.words or not _placed_on_page(line) or _beside_table(line, edge, tables) or NUMBER.match(line.text):
            continue
        if often[line.page, form_of(line.text)] > 1:
            continue
        same = runs[edge, form_of(line.text), line.number in small]
        if same and _goes_on(same[-1][-1], line):
            same[-1].append(line)
        else:
            same.append([line])
    found: dict[int, str] = {}
    for (edge, _, is_small), same in runs.items():
        for run in (run for run in same if len(run) > 1 and len(_at_one_height(run)) == len(run)):
            if is_small or (run[0].text != run[1].text and edge == "bawah"):
                found |= {line.number: PAGE_EDGE for line in run}
    return found


def _goes_on(a: Line, b: Line) -> bool:
    """Is a line that on the page before again, or one more in one of its numbers?"""
    first, second = (list(map(int, _DIGITS.findall(line.text))) for line in (a, b))
    steps = [y - x for x, y in zip(first, second, strict=False) if x != y]
    return len(first) == len(second) and steps in ([], [1]) and (b.page or 0) - (a.page or 0) == 1


def _head_of_two(lines: Sequence[Line], tables: Areas) -> dict[int, str]:
    """The first lines of both pages of a short document, alike and at one height, in smaller type than most, or right
    above the rest of a table whose title the first page prints between them (`Lampiran Keputusan Gubernur ...`). A
    title begins each of two tables (`INDIKATOR KINERJA INDIVIDU`, the first one with its holder below)."""
    heads = [line for line, edge in _edges(lines) if edge == "atas" and line.words and _placed_on_page(line)]
    heads = [line for line in heads if not starts_with_label(line.text, "judul")]
    if len({line.page for line in lines}) != len(heads) or len(heads) != 2 or len(_at_one_height(heads)) != 2:
        return {}
    alike = heads[0].text == heads[1].text and not any(_beside_table(line, "atas", tables) for line in heads)
    first, again = (_above_table(line, lines, tables) for line in heads)
    titled = first is not None and any(starts_with_label(line.text, "judul") for line in first)
    small = {line.number for line in heads} <= _small(lines)
    return {line.number: PAGE_EDGE for line in heads} if alike and (small or (titled and again == [])) else {}


def _above_table(line: Line, lines: Sequence[Line], tables: Areas) -> list[Line] | None:
    """What stands between a line and the table below it; None where there is none."""
    tops = [top for top, _ in tables.get(line.page or 0, ()) if top > line.base]
    return [own for own in lines if own.page == line.page and line.base < own.base < min(tops)] if tops else None


def _repeated(lines: Sequence[Line], deeper: bool, tables: Areas) -> dict[int, str]:
    """Lines at an edge of most pages that stand nowhere else, numbers aside. `deeper`: next to furniture that was found
    before; there the name of the agency (`BADAN KEPEGAWAIAN DAERAH`) may be a line of titles as well."""
    edges: dict[str, list[Line]] = defaultdict(list)
    for line, edge in _edges(lines):
        if not _beside_table(line, edge, tables):
            edges[form_of(line.text)].append(line)
    by_form = {form: {line.number for line in _at_one_height(found)} for form, found in edges.items()}
    pages = len({line.page for line in lines})
    small, above = _small(lines), _no_titles(lines)
    likely = {
        form
        for form, numbers in by_form.items()
        if _enough(len(numbers), pages)
        and (numbers <= small or not of_the_decree(form) or (numbers & above and len(numbers) >= _BELOW * pages))
        and not _titles_heads(lines, numbers)
    }
    everywhere = Counter(form for line in lines if (form := form_of(line.text)) in likely)
    aside = set() if deeper else _feet(lines)
    furniture_forms = {
        form
        for form in likely
        if everywhere[form] == len(by_form[form])
        or (len(by_form[form]) >= _BELOW * pages and (deeper or by_form[form] <= aside))
        or (len(by_form[form]) == pages and _else_on_top(lines, form, by_form[form]))
    }
    return {number: PAGE_EDGE for form in sorted(furniture_forms) for number in by_form[form]}


def _titles_heads(lines: Sequence[Line], numbers: Collection[int]) -> bool:
    """Whether lines of a text are titles and each begins a page with the head of a block: the same label stands soon
    below each."""
    places = [at for at, line in enumerate(lines) if line.number in numbers]
    if lines[places[0]].words or not _titles_block(lines[places[0]].text):
        return False
    below = ([_LABEL.match(line.text) for line in lines[at + 1 : at + 1 + _HEAD]] for at in places)
    return bool(frozenset.intersection(*(frozenset(match[1] for match in own if match) for own in below)))


def _titles_block(text: str) -> bool:
    """Whether a line says what a block is, behind its first words too (`Manual Indikator Kinerja Individu`, `Indikator
    Kinerja Perorangan`, `PENETAPAN I.K.U.`); `DINAS PK` is an agency."""
    words = text.split()
    if any(starts_with_label(" ".join(words[k:]), "judul") for k in range(1, min(len(words), _DEEP))):
        return True
    short = any(heading_letters(word) in block_kinds() for word in words)
    return kind_worded(text) is not None or (short and not begins_with(text, unit_nouns(referred=False)))


def _else_on_top(lines: Sequence[Line], form: str, edges: Collection[int]) -> bool:
    """Whether a line of a text in capitals (numbers aside) stands nowhere but at these edges and once among the first
    lines, where the title names the agency as well."""
    if not form.isupper() or len(form.split()) < _NAMED:
        return False
    places = [at for at, line in enumerate(lines) if form_of(line.text) == form and line.number not in edges]
    return len(places) == 1 and places[0] < _TOP and not lines[places[0]].words


def _feet(lines: Sequence[Line]) -> set[int]:
    """The numbers of lines that end a page and have a height on it. At one height on nearly all pages such a line is a
    footer, also where it is a line of titles as well (`BADAN KEPEGAWAIAN KABUPATEN ...` below `INDIKATOR KINERJA
    INDIVIDU`): what goes down to the foot of a page ends at another height on each."""
    return {line.number for line, edge in _edges(lines) if edge == "bawah" and line.words and _placed_on_page(line)}


def _beside_table(line: Line, edge: str, tables: Areas) -> bool:
    """Is a table printed between a line and the edge of its page?"""
    if not line.words or line.page is None:
        return False
    areas = tables.get(line.page, ())
    return any(top < line.base if edge == "atas" else line.base < bottom for top, bottom in areas)


def _at_one_height(lines: Sequence[Line]) -> list[Line]:
    """Those of the lines that stand at the height of most, from the top of their page or, where pages lie and stand,
    from its foot; all where no places on a page are known."""
    if not all(line.words and _placed_on_page(line) for line in lines):
        return list(lines)
    heights = [line.sheet.height if line.sheet else 0.0 for line in lines]
    return max((_alike(lines, [0.0] * len(lines)), _alike(lines, heights)), key=len)


def _alike(lines: Sequence[Line], ends: Sequence[float]) -> list[Line]:
    """The lines that stand about as far from these ends of their pages as most do."""
    usual = median(line.base - end for line, end in zip(lines, ends, strict=True))
    near = zip(lines, ends, strict=True)
    return [line for line, end in near if abs(line.base - end - usual) <= _ASIDE * line.size]


def _placed_on_page(line: Line) -> bool:
    """Has a line a height on its page? That of a text whose pages stand below each other on one sheet has none."""
    return line.sheet is None or not line.sheet.pitch


def _small(lines: Sequence[Line]) -> set[int]:
    """The numbers of lines in smaller type than most of the text: no title of the decree is."""
    sizes = [line.size for line in lines if line.words]
    usual = median(sizes) if sizes else 0.0
    return {line.number for line in lines if line.words and line.size < _SMALLER * usual}


def _no_titles(lines: Sequence[Line]) -> set[int]:
    """The numbers of lines that begin a page above a title, or above what goes on from the page before (`(4) ...`): no
    title stands there."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if at == 0 or lines[at - 1].page != line.page:
            below = [own for own in lines[at + 1 : at + 1 + _DEEP] if own.page == line.page]
            goes_on = bool(below) and at > 0 and _LATER.match(below[0].text)
            if goes_on or any(starts_with_label(own.text, "judul") for own in below):
                found.add(line.number)
    return found


def of_the_decree(form: str) -> bool:
    """Does the decree itself repeat a line of this form, or is it a mere number (that may be a cell)?"""
    if not any(character.isalpha() for character in form):
        return True
    if is_heading_part(form):
        return True
    return any(label.match(form) for label in labels())
