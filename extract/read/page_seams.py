"""Where the pages of a text that marks none meet: what the document begins with stands among rows as well, and numbers
alone on their lines count on to the end.

`between_rows` finds the head of pages by the heads of blocks: a title is followed by labels (`Jabatan : ...`) each time
that it is printed, the head of a page by rows, by the heading of a table that goes on, and by titles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bahasa.block_kinds import kind_worded
from bahasa.headings import is_heading_part
from bahasa.labels import starts_with_label

#: The document's first lines; a block of them has so many at most.
_TOP, _DEEP = 5, 5
#: So many of its prints besides the first one stand among rows at least (one does for a letterhead of so many lines),
#: and so many lines below them no label.
_AMONG, _LETTERHEAD, _HEAD = 2, 3, 8
#: So many pages at least count on; each page has so many lines at least.
_PAGES, _APART = 3, 8
_LABEL = re.compile(r"\s*(?:\w{1,2}[.)]\s*)?([A-Z][\w /.&()-]{2,40}?)\s*[:：](?:\s|$)")
_NUMBER = re.compile(r"\s*(\d{1,3})\s*")
_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")


def between_rows(forms: Sequence[str], texts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The lines (by their forms) that begin the document and stand again between rows, with those that always stand
    right above them there."""
    labels = [match[1] if (match := _LABEL.match(text)) else "" for text in texts]
    again = {label for label, count in Counter(filter(None, labels)).items() if count > 1}
    found: set[str] = set()
    for at, form in enumerate(forms[:_TOP]):
        if labels[at] in again:
            return
        places = [place for place, other in enumerate(forms) if other == form and place > at]
        if form in found or not places or not _WORDS.search(form) or is_heading_part(form):
            continue
        size = _alike(forms, [at, *places])
        least = _AMONG - (size >= _LETTERHEAD)
        if len(places) <= least:
            continue
        below = [labels[place + size : place + size + _HEAD] for place in places]
        among = [not again.intersection(own) for own in below]
        if least <= sum(among) < len(among):
            above, head = _above(forms, places), tuple(forms[at : at + size])
            found.update(head)
            yield head
            # the foot of the last page has no head below it
            if above and (forms.count(above[-1]) == len(places) + (tuple(forms[-len(above) :]) == above)):
                yield above


def _alike(forms: Sequence[str], places: Sequence[int]) -> int:
    """So many lines from each of some places on are the same."""
    size = 1
    while size < _DEEP and len({forms[at + size] if at + size < len(forms) else "" for at in places}) == 1:
        size += 1
    return size


def _above(forms: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    """The lines that stand above each of some places."""
    found: list[str] = []
    while len(found) < _DEEP and len({forms[at - len(found) - 1] for at in places}) == 1:
        found.append(forms[places[0] - len(found) - 1])
    return tuple(reversed(found))


def counted_pages(texts: Sequence[str]) -> list[int]:
    """The lines that number pages at their feet: numbers alone that count from 1 or 2 on, the last one ends the text,
    and below most of them stands what begins a page: the document's first line, the heading of a table, or a title that
    stands below another one too (`Indikator Kinerja Perorangan` above each holder). What numbers rows begins anew in
    each table, or has rows below it."""
    last = _NUMBER.fullmatch(texts[-1]) if texts else None
    if last is None or int(last[1]) < _PAGES:
        return []
    places: dict[int, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if match := _NUMBER.fullmatch(text):
            places[int(match[1])].append(at)
    chain = [len(texts) - 1]
    for value in range(int(last[1]) - 1, 0, -1):
        before = [at for at in places[value] if at <= chain[-1] - _APART]
        if not before:
            break
        chain.append(max(before, key=lambda at: (_begins_page(texts, texts[at + 1]), at)))
    below = Counter(texts[at + 1] for at in chain[1:])
    titles = {text for text, count in below.items() if count > 1 and _is_title(text)}
    begun = sum(count for text, count in below.items() if text in titles or _begins_page(texts, text))
    return chain[::-1] if len(chain) >= int(last[1]) - 1 and 2 * begun >= len(chain) else []


def _begins_page(texts: Sequence[str], text: str) -> bool:
    return text == texts[0] or is_heading_part(text)


def _is_title(text: str) -> bool:
    """Whether a line begins as the title of a block does, or has words that only titles have (`KINERJA PERORANGAN`)."""
    return starts_with_label(text, "judul") or kind_worded(text) is not None
