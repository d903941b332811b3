"""Words in capitals whose letters stand apart (`J A B A T A N  : ...`, `S U M B E R   D A T A`), as typists set off
headings and labels.

Input: a line. Output: the line with such words closed, what stands behind them where it stood: columns are told by
their places. A word is closed if it is one that is known, so that `A B C` of a formula stays, and a blank of a phrase
that is set so is as wide as two or three.
"""

from __future__ import annotations

import re

from bahasa.headings import is_known_heading
from bahasa.kamus import is_known

_WORD = r"[^\W\d_](?: [^\W\d_])+"
_PHRASE = re.compile(rf"(?<!\S){_WORD}(?: {{2,3}}{_WORD})*(?!\S)")
_GAP = re.compile(" {2,3}")
#: Letters of the shortest word that tells that a line's capitals are set apart; shorter ones go with it (`N O`).
_TELLING = 4


def with_words_closed(line: str) -> str:
    """The line with words for letters that stand apart.

    >>> with_words_closed("N O    S A S A R A N       S U M B E R   D A T A")
    'NO     SASARAN             SUMBER DATA'
    >>> with_words_closed("A B C D / K E L A S"), with_words_closed("skor = A B C")
    ('A B C D / KELAS', 'skor = A B C')
    """
    found = [match for match in _PHRASE.finditer(line) if match[0].isupper()]
    phrases = [_GAP.split(match[0]) for match in found]
    closed = [[word.replace(" ", "") for word in split] for split in phrases]
    if not any(len(word) >= _TELLING and _is_word(word) for split in closed for word in split):
        return line
    for match, split in zip(reversed(found), reversed(closed), strict=True):
        if all(map(_is_word, split)):
            line = _put(line, match, " ".join(split))
    return line


def _is_word(word: str) -> bool:
    return is_known(word.casefold()) or is_known_heading(word)


def _put(line: str, match: re.Match[str], text: str) -> str:
    """The line with a text in a place that is wider; blanks fill what is left where something follows."""
    rest = line[match.end() :]
    return line[: match.start()] + (text.ljust(len(match[0])) if rest.strip() else text) + rest
