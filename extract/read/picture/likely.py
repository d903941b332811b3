"""How likely a word is read right: the recogniser says how sure it is of its letters, the dictionary whether it is one.

A recogniser that hesitates over a letter of a word has mostly read it right all the same; where the result is no word,
it has mostly not. Shares are those of 2,189 words of seven pages scanned badly (100 dpi, JPEG 30), a little less where
there are few.
"""

from __future__ import annotations

from bahasa.kamus import is_known

#: Words of fewer letters tell nothing.
_FEW = 3
#: A word in small letters is no name: where the dictionary doesn't know it, it may have lost a narrow letter (`tmur`).
_STRANGE = 0.965
_EDGES = " .,;:()[]{}\"'/-–+*"
#: By kind of word: from a letter's least certainty on, the share of words that were right.
_SHARES = {
    "known": ((0.0, 0.9), (0.5, 0.975), (0.95, 0.998)),
    "short": ((0.0, 0.5), (0.5, 0.7), (0.9, 0.88), (0.98, 0.995), (0.995, 0.999)),
    "other": ((0.0, 0.05), (0.5, 0.3), (0.7, 0.65), (0.95, 0.9), (0.99, 0.99), (0.995, 0.999)),
}


def likely(word: str, sure: float) -> float:
    """The probability that a word is what is printed, below 1; `sure` is what the recogniser says of the least sure of
    its letters.

    >>> likely("penatausahaan", 0.6), likely("pcnatausahaan", 0.6)
    (0.975, 0.3)
    """
    bare = word.strip(_EDGES)
    kind = "other"
    if len(bare) < _FEW or any(letter.isdigit() for letter in bare):
        kind = "short"
    elif is_known(bare.lower()):
        kind = "known"
    share = max(share for least, share in _SHARES[kind] if sure >= least)
    return min(share, _STRANGE) if kind == "other" and bare.islower() else share


def is_torn(head: str, tail: str) -> bool:
    """Are these the parts of one word that the dictionary knows, at least one of them no word by itself?

    >>> is_torn("A", "rsip"), is_torn("di", "bawah"), is_torn("di", "Arsip")
    (True, False, False)
    """
    whole = f"{head}{tail.strip(_EDGES)}".lower()
    parts = (head.lower(), tail.strip(_EDGES).lower())
    return tail[:1].islower() and is_known(whole) and not all(map(is_known, parts))
