"""Is a page's text layer the page's text? Not where it is missing, where its font names no characters, or where it is
the noise that a poor OCR left under the picture of the page.

An earlier OCR's words lie invisibly over the picture, or visibly below it. They are judged by what share of them are
words: of a decree's own words a dictionary with affixes knows nine in ten (names are the rest), of noise hardly any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bahasa.kamus import is_known
from extract.read.pdf.ink import PageInk
from extract.read.pdf.pictured import in_curves
from extract.read.pdf.words import runs_of

#: A page can be used if its font names fewer than this share of its characters unreadable (one a run is counted).
_UNMAPPED = 0.05
#: A page of pictures with fewer characters than this has no text layer (a scanner's stamp, a page number).
_FEW = 20
#: Shares of the page that pictures cover: with this much and no text it is a scan, with this much text is below it.
_PICTURE, _SCAN = 0.3, 0.5
#: Below this share of words the layer is noise, if there are enough to tell.
_WORDS, _ENOUGH = 0.75, 8
#: More of the text than this lies below the picture of the page: it is an earlier OCR's.
_BURIED = 0.5
_EDGES = " .,;:()[]{}“”\"'’‘/\\-–—•*%&+=<>_|?!"
_LETTERS = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*")


def unusable(ink: PageInk) -> str:
    """Why the page's text layer can't be used, for people; empty where it can."""
    text = "".join([char[0] for char in ink.chars])
    printed = len(text) - text.count(" ")
    if in_curves(ink):
        return "hurufnya tergambar sebagai garis"
    unknown = max(ink.unmapped, text.count("\ufffd"))
    if printed + ink.unmapped == 0:
        return "gambar tanpa teks" if ink.covered >= _PICTURE else ""
    if unknown > _UNMAPPED * printed:
        return "hurufnya tanpa kode"
    if ink.covered > _SCAN and printed < _FEW:
        return "gambar dengan beberapa huruf saja"
    if (earlier_ocr(ink) or ink.covered > _SCAN) and noise(_texts(ink)):
        return "teks pada gambarnya bukan kata-kata"
    return ""


def earlier_ocr(ink: PageInk) -> bool:
    """Is the page's text mostly drawn invisibly, over the picture or below it, as OCR puts it?"""
    return ink.hidden * 2 > len(ink.chars) + len(ink.unseen) or ink.buried > _BURIED


def noise(texts: Iterable[str]) -> bool:
    """Are too many of these no words? Short ones, numbers and abbreviations don't count; letters among digits do."""
    good = bad = 0
    for text in texts:
        bare = text.strip(_EDGES)
        if len(bare) < 3 or not any(map(str.isalpha, bare)) or (bare.isupper() and len(bare) < 7 and bare.isalpha()):
            continue
        word = _LETTERS.fullmatch(bare) is not None
        right = word and all(is_known(part.lower()) for part in re.split(r"[-/]", bare) if len(part) > 2)
        good, bad = good + right, bad + (not right)
    return good + bad >= _ENOUGH and good < _WORDS * (good + bad)


def _texts(ink: PageInk) -> list[str]:
    return [run.text for run in runs_of(ink.chars)]
