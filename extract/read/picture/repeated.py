"""A word that a document prints again and again, always read alike, is likelier right: a name that no dictionary knows.

A known word counts with its marks (`berlaku:` among many `berlaku;` is no repetition). A habit of the recogniser does
not count: `pegawal` is read for each `pegawai` of a page. A word that no dictionary knows is in doubt where the
document prints another one again and again that differs by one letter: two `Kepegavain` among eight `Kepegawain`; a
known one that is not quite sure, where the other is commoner still (`Juslah` among `Jumlah`). So is any word whose `m`
is another's `rn`: a sure `mumi` beside `murni`; and a number whose last figures look like the `%` behind which the
document prints the others elsewhere: a sure `kali 1008` beside `kali 100%`.

The weights are those of words on pages scanned badly (`extract/read/picture/likely.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from math import exp, log

from extract.read.picture.likely import bare, kind_of
from extract.read.picture.lookalike import is_lookalike
from schemas.layout import Word

#: How much each doubling (natural logarithm) of a word's count speaks for it, by what the dictionary says of it.
_KNOWN, _STRANGE = 1.63, 2.3
_BY_KIND = {"known": _KNOWN, "name": _STRANGE, "lower": _STRANGE, "caps": _STRANGE}
_STRANGERS = frozenset({"name", "lower", "caps"})
#: More than so many are no better: a misreading may be a habit.
_MOST = 4
#: Figures that a bad picture of `%` is read as.
_PERCENT = ("8", "96", "9", "6")
_MARKS = ".,;:()"
#: A word of so many letters that another one is so many times as common as is no likelier than this.
_LONG, _TIMES, _RIVALLED = 6, 3, 0.5
#: So many times as common must it be beside a word that the dictionary knows and of which the recogniser is less sure.
_KNOWN_TIMES, _UNSURE = 6, 0.99


def with_repeated(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of a document's pages, each as likely as its repetition makes it."""
    counts = Counter(_printed(word) for words in pages for word in words)
    forms = Counter(bare(word.text) for words in pages for word in words)
    unsure = {bare(word.text) for words in pages for word in words if word.sure < _UNSURE}
    rivalled = _rivalled(forms, unsure)
    numbers = Counter(word.text.strip(_MARKS) for words in pages for word in words)
    return [
        [
            word._replace(sure=min(word.sure, _RIVALLED))
            if bare(word.text) in rivalled or _is_percent(word.text.strip(_MARKS), numbers)
            else _likelier(word, counts[_printed(word)])
            for word in words
        ]
        for words in pages
    ]


def _rivalled(counts: Counter[str], unsure: Collection[str]) -> set[str]:
    """The words that no dictionary knows, or of which the recogniser is `unsure` (`Juslah` among many `Jumlah`), and
    that are, but for a letter, much commoner ones; and those with an `m` for another's `rn`, known or not."""
    usual = {word for word, count in counts.items() if count >= _TIMES and len(word) >= _LONG and word.isalpha()}
    by_length = {size: [word for word in usual if len(word) == size] for size in {len(word) for word in usual}}
    lowered = Counter(word.lower() for word in counts.elements())
    return {
        word
        for word, count in counts.items()
        if word.isalpha()
        and (
            any(lowered[other] >= lowered[word.lower()] for other in _with_rn(word.lower()))
            or any(
                counts[other] >= times * count and _is_one_letter_off(word, other)
                for times in [_TIMES if kind_of(word) in _STRANGERS else _KNOWN_TIMES]
                for other in by_length.get(len(word), ())
                if times == _TIMES or word in unsure
            )
        )
    }


def _with_rn(word: str) -> list[str]:
    """
    >>> _with_rn("mumi")
    ['rnumi', 'murni']
    """
    return [f"{word[:at]}rn{word[at + 1 :]}" for at, letter in enumerate(word) if letter == "m"]


def _is_percent(word: str, counts: Counter[str]) -> bool:
    """Whether a number is in doubt as one with a `%` that the document prints again and again, and as often as it:
    beside one `10%` a `108` is a number like others.

    >>> _is_percent("108", Counter({"10%": 3, "108": 1})), _is_percent("108", Counter({"10%": 1, "108": 1}))
    (True, False)
    """
    return any(counts[form] >= max(_TIMES, counts[word]) for form in _with_percent(word))


def _with_percent(word: str) -> list[str]:
    """
    >>> _with_percent("1008"), _with_percent("10096"), _with_percent("8"), _with_percent("100,8")
    (['100%'], ['100%', '1009%'], [], [])
    """
    return [f"{word.removesuffix(sign)}%" for sign in _PERCENT if word.isdecimal() and word[1:].endswith(sign)]


def _is_one_letter_off(word: str, other: str) -> bool:
    """
    >>> _is_one_letter_off("Kepegavain", "Kepegawain"), _is_one_letter_off("Kepegawain", "kepegawain")
    (True, False)
    """
    off = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
    return len(off) == 1 and off[0][0].lower() != off[0][1].lower()


def _printed(word: Word) -> str:
    return word.text if kind_of(word.text) == "known" else bare(word.text)


def _likelier(word: Word, count: int) -> Word:
    weight = _BY_KIND.get(kind_of(word.text), 0.0)
    if count < 2 or not weight or not 0 < word.sure < 1 or is_lookalike(bare(word.text)):
        return word
    odds = log(word.sure / (1 - word.sure)) + weight * log(min(count, _MOST))
    return word._replace(sure=1 / (1 + exp(-odds)))
