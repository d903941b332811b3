"""Words that the dictionary knows, where the recogniser wavers (`Jumiah`, its `i` at 0.51 and an `l` at 0.48).

Only what the recogniser itself holds for possible is taken: another letter in the place of one, one that it overlooked,
or none. So a word that is misspelled in print stays as it is printed, unless its letters are doubtful as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from bahasa.kamus import is_known
from extract.read.picture.likely import bare
from extract.read.picture.recogniser import Letter

#: A sign this likely may stand for the one that was read; a letter may be none if so much speaks for nothing there.
_RIVAL, _NOTHING = 0.08, 0.25
#: At most so many letters of a word are changed; shorter words are known by chance.
_MOST, _FEW = 2, 4


def known_instead(letters: Sequence[Letter]) -> list[Letter]:
    """The letters of a word, or those of the likeliest word of the dictionary that may be printed instead.

    >>> word = [Letter("d", 0.9, 0.1), Letter("a", 0.9, 0.4), Letter("l", 0.51, 0.6, 0.45, "t"), Letter("a", 0.9, 0.8)]
    >>> "".join(letter.sign for letter in known_instead(word))
    'data'
    """
    if not _is_strange(letters):
        return list(letters)
    changes = [(n, change, odds) for n, letter in enumerate(letters) for change, odds in _changes(letter)]
    best: tuple[float, list[Letter]] = (0.0, list(letters))
    for count in range(1, _MOST + 1):
        for chosen in combinations(changes, count):
            odds = 1.0
            for _, _, one in chosen:
                odds *= one
            if odds > best[0] and len({n for n, _, _ in chosen}) == count:
                changed = _changed(letters, {n: change for n, change, _ in chosen})
                best = (odds, changed) if changed and not _is_strange(changed) else best
    return best[1]


def _is_strange(letters: Sequence[Letter]) -> bool:
    """Is this a word of letters that the dictionary doesn't know?"""
    inner = bare("".join(letter.sign for letter in letters))
    return len(inner) >= _FEW and inner.isalpha() and not is_known(inner.lower())


def _changes(letter: Letter) -> Iterator[tuple[list[Letter], float]]:
    """What may stand for a letter, with how likely that is against the letter."""
    sure = max(letter.sure, 0.01)
    if letter.other >= _RIVAL and letter.rival.isalpha():
        rival = letter._replace(sign=letter.rival, sure=letter.other, other=letter.sure, rival=letter.sign)
        if letter.behind:
            yield (
                [letter._replace(other=0.0), rival._replace(other=1 - letter.other, rival="", behind=False)],
                letter.other,
            )
        else:
            yield [rival], letter.other / sure
    nothing = 1 - letter.sure - letter.other
    if nothing >= _NOTHING:
        yield [], nothing / sure


def _changed(letters: Sequence[Letter], changes: dict[int, list[Letter]]) -> list[Letter]:
    return [one for n, letter in enumerate(letters) for one in changes.get(n, [letter])]
