"""What a computer made of a letter: names of signs that a web page left (`&amp;`, `&ge; 85 %`), and letters of another
alphabet that look like ours (`ikаn` with a Cyrillic `а`). The print keeps them."""

from __future__ import annotations

import html
import re

from bahasa.alphabets import words_of_two
from normalize.words.rules import Correction, of_text_alone

_NAMED = re.compile(r"&(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z]{2,8}\d{0,2});")


@of_text_alone
def correct_encoded(text: str) -> list[Correction]:
    """Corrections of signs by their names and of letters of two alphabets in one word."""
    named = [
        Correction(m.start(), m.end(), sign, "huruf", "nama tanda dari laman web")
        for m in (_NAMED.finditer(text) if "&" in text else ())
        if (sign := _sign(m[0]))
    ]
    mixed = [Correction(*one, "huruf", "huruf abjad lain yang serupa") for one in words_of_two(text)]
    return [*named, *mixed]


def _sign(name: str) -> str:
    """The one sign that is meant; empty for a name that nobody knows or a sign without ink."""
    sign = html.unescape(name).replace("\u00a0", " ")
    return sign if len(sign) == 1 and sign.isprintable() else ""
