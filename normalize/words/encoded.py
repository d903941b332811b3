"""What a computer made of a letter: names of signs that a web page left (`&amp;`, `&ge; 85 %`), and letters of another
alphabet that look like ours (`ikаn` with a Cyrillic `а`), from a keyboard, a scan or a copied page.

Neither is seen on paper, and both hide a word from every search and comparison. The print keeps them.
"""

from __future__ import annotations

import html
import re

from normalize.words.rules import Correction, of_text_alone

_NAMED = re.compile(r"&(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z]{2,8}\d{0,2});")
#: Cyrillic and Greek letters beside the Latin ones that nobody tells from them.
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеіјорсухѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ",
    "ABESIJKMHOPCTXYaeijopcyxsdhABEZHIKMNOPTYXoc",
)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _FOREIGN = re.compile(r"[A-Za-z]"), re.compile("[\u0370-\u03ff\u0400-\u052f]")


@of_text_alone
def correct_encoded(text: str) -> list[Correction]:
    """Corrections of signs by their names and of letters of two alphabets in one word."""
    found = [
        Correction(m.start(), m.end(), sign, "huruf", "nama tanda dari laman web")
        for m in (_NAMED.finditer(text) if "&" in text else ())
        if (sign := _sign(m[0]))
    ]
    if not text.isascii() and _FOREIGN.search(text):
        found += [
            Correction(m.start(), m.end(), m[0].translate(_ALIKE), "huruf", "huruf abjad lain yang serupa")
            for m in _WORD.finditer(text)
            if _LATIN.search(m[0]) and _FOREIGN.search(m[0]) and not _FOREIGN.search(m[0].translate(_ALIKE))
        ]
    return found


def _sign(name: str) -> str:
    """The one sign that is meant; empty for a name that nobody knows or a sign without ink."""
    sign = html.unescape(name).replace("\u00a0", " ")
    return sign if len(sign) == 1 and sign.isprintable() else ""
