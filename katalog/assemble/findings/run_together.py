"""Entries of a list of fungsi that may be several read as one, and lists that say that they go on, or end otherwise.

An entry is one phrase, ended by its `;` or `.`: what begins behind such an end within it is another one, whose mark was
not read (`-` or a dot is the first that a scan loses) or that belongs to what stands below the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from bahasa.fold import fold_words
from bahasa.function_words import any_function_word
from bahasa.kamus import is_known, is_listed
from bahasa.temuan import finding
from extract.decree.list_numbers import ordinal, styles_of
from katalog.assemble.findings.place import about_block
from schemas.base import Finding
from schemas.catalogue import Catalogue, Entry, IndicatorBlock
from schemas.decree import Text

#: `...; menyusun`, `... pasca bencana. Indikator`; behind a short word, or one that the dictionary doesn't have, a full
#: stop ends no sentence (`Gol. III`, `Prov. Riau`).
_END = re.compile(r"(?:;\s+|(?:(?<![^\W\d_])(?P<kata>[^\W\d_]{4,})|\))\.\s+(?=[A-Z]))(?P<rest>\S.*)", re.DOTALL)
_MARK = re.compile(r"(?<!\S)\(?(?P<nomor>[A-Za-z]|[ivxIVX]+|\d{1,2})[.)](?=\s)")
#: `b. Penyajian`, `a, Pemeriksaan`: the number of an entry that was read as one without any.
_UNTAKEN = re.compile(r"\(?(?P<nomor>[A-Za-z]|\d{1,2})[.,)]\s")
#: Taller than one line of print, in points.
_TWO_LINES = 20.0
_SHOWN = 60
#: How an entry ends, and what a scan shows in its place: of eight such ends on rough sheets all were misread.
_SEMICOLON, _FOR_SEMICOLON, _AS_LETTER = ";", (",", ":", "/"), ("i", "j", "t", "l")


def check_run_together(catalogue: Catalogue) -> list[Finding]:
    """Findings for the fungsi of all blocks."""
    return [found for block in catalogue.blocks for found in _of_list(block)]


def _of_list(block: IndicatorBlock) -> Iterator[Finding]:
    items = block.fungsi
    if len(items) == 1 and items[0].no is None and _by_ocr(items[0].text) and _has_lines(items[0].text):
        yield finding("baca-butir", about_block(block, "fungsi/1", items[0].text))
        return
    for position, (item, after) in enumerate(zip_longest(items, items[1:]), start=1):
        about = about_block(block, f"fungsi/{position}", item.text)
        printed = item.text.as_printed
        if rest := _behind_an_end(item.text):
            yield finding("baca-butir", about, mulai=rest)
        if no := _next_mark(item, after) or _untaken(item):
            yield finding("baca-butir", about, nomor=no)
        if after is None and len(items) > 1 and _goes_on().search(printed):
            yield finding("baca-butir", about, akhir=printed.split()[-1])
        if after is not None and _by_ocr(item.text) and _skips(item, after):
            yield finding("baca-butir", about, sesudah=after.no or "")
        otherwise = _ends_as_letter(printed) or _ends_otherwise(printed, after is None, items)
        if _by_ocr(item.text) and otherwise:
            yield finding("baca-butir", about, tanda=printed[-1:], lain=_SEMICOLON)


def _ends_otherwise(printed: str, last: bool, entries: Sequence[Entry]) -> bool:
    """Does an entry end with a mark (or a `)` without its `(`) that is read for `;`, where another one of its list has
    that (or a letter read for it), or with none, where most of them have it (behind a word that joins, `; dan`, it
    stands within)? The last one may end otherwise, but not as if it went on."""
    texts = [one.text.as_printed for one in entries]
    if printed.endswith(_FOR_SEMICOLON) or (printed.endswith(")") and "(" not in printed):
        return any(text.endswith(_SEMICOLON) or _ends_as_letter(text) for text in texts)
    ended = sum(text.endswith(_SEMICOLON) for text in texts[:-1])
    return not last and printed[-1:].isalnum() and not _goes_on().search(printed) and 2 * ended > len(texts) - 1


def _ends_as_letter(printed: str) -> bool:
    """Does an entry end with a letter that `;` is read as: one that its last word is none with (`kepegawaiani`), or one
    that stands alone (`yang berlaku i`)?"""
    printed = printed.rstrip()
    last = printed.split()[-1].casefold() if printed else ""
    alone = len(last) == 1 and printed[-1].islower()
    return last.endswith(_AS_LETTER) and last.isalpha() and (alone or _is_word_without_end(last))


def _behind_an_end(text: Text) -> str:
    """What begins within an entry behind the end of another; `; dan` goes on with it, as with single words that are
    counted up before it (`perencanaan; pelaksanaan; dan pelaporan`), but in a scan."""
    for end in _END.finditer(text.as_printed):
        if end["kata"] and not is_listed(end["kata"].casefold()):
            continue
        if not _joins().match(end["rest"]) and (_by_ocr(text) or not _counted_up().match(end["rest"])):
            return f"“{end['rest'][:_SHOWN].rsplit(' ', 1)[0]}”"
    return ""


def _is_word_without_end(word: str) -> bool:
    """Is a word one without its last letter, rather than with it?"""
    if not is_known(word):
        return is_known(word[:-1])
    return is_listed(word[:-1]) and not is_listed(word)


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_function_word('gabung')}|dan/atau)\b", re.IGNORECASE)


@cache
def _counted_up() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\s;]+;\s*)+(?:{any_function_word('gabung')}|dan/atau)\b", re.IGNORECASE)


@cache
def _goes_on() -> re.Pattern[str]:
    """The end of the last entry but one: `...; dan`."""
    return re.compile(rf"[;,]\s*(?:{any_function_word('gabung')}|dan/atau)\s*$", re.IGNORECASE)


def _next_mark(item: Entry, after: Entry | None) -> str:
    """The number within an entry that the list has behind it and does not count: `b.` in `a.`, where `c.` follows."""
    for mark in _MARK.finditer(item.text.as_printed):
        if _counts(item.no, mark["nomor"]) and not (after and _counts(item.no, after.no)):
            return mark["nomor"]
    return ""


def _untaken(item: Entry) -> str:
    """The number that an entry of a scan begins with and does not have."""
    match = _UNTAKEN.match(item.text.as_printed) if item.no is None and _by_ocr(item.text) else None
    return match["nomor"] if match else ""


def _skips(item: Entry, after: Entry) -> bool:
    values = _values(item.no, after.no)
    return bool(values) and all(second > first + 1 for first, second in values)


def _counts(no: str | None, after: str | None) -> bool:
    return any(second == first + 1 for first, second in _values(no, after))


def _values(no: str | None, after: str | None) -> Sequence[tuple[int, int]]:
    """The values of two printed numbers in each style that both are of."""
    first, second = fold_words(no or ""), fold_words(after or "")
    common = [style for style in styles_of(first) if style in styles_of(second)]
    return [(ordinal(first, style), ordinal(second, style)) for style in common]


def _by_ocr(text: Text) -> bool:
    return text.character_confidence < 1


def _has_lines(text: Text) -> bool:
    """Does it stand on several lines?"""
    boxes = [place.bbox for place in text.places if place.bbox is not None]
    return len(boxes) > 1 or any(bottom - top > _TWO_LINES for _, top, _, bottom in boxes)
