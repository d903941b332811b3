"""What a computer made of a letter: names of signs that a web page left (`&amp;`, `&ge; 85 %`), signs whose bytes were
taken for as many letters (`â‰¥ 85 %`), and letters of another alphabet that look like ours (`ikаn`, its `а` Cyrillic).
The print keeps them."""

from __future__ import annotations

import html
import re
import unicodedata

from bahasa.alphabets import words_of_two
from normalize.words.rules import Correction, of_text_alone

_NAMED = re.compile(r"&(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z]{2,8}\d{0,2});")
#: Each byte as an office's computer shows it (Windows-1252, and by its number where that has no letter).
_SHOWN = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]
_BYTE = {ord(letter): byte for byte, letter in enumerate(_SHOWN)}
_FOLLOWS = f"[{re.escape(''.join(_SHOWN[0x80:0xC0]))}]"
#: The closing quotation mark, whose last byte is no letter.
_CLOSING = "â€(?!\\w)"
# UTF-8 in letters: `Â°`, `Ã—`, `â‰¥`, `ðŸ“Œ`; other first bytes of two would take `CAFÉ”` for a sign
_IN_LETTERS = re.compile(f"[ÂÃ]{_FOLLOWS}|[à-ï]{_FOLLOWS}{{2}}|[ð-ô]{_FOLLOWS}{{3}}|{_CLOSING}")


@of_text_alone
def correct_encoded(text: str) -> list[Correction]:
    """Corrections of signs by their names, of signs in the letters of their bytes, and of letters of two alphabets in
    one word."""
    named = [
        Correction(m.start(), m.end(), sign, "huruf", "nama tanda dari laman web")
        for m in (_NAMED.finditer(text) if "&" in text else ())
        if (sign := _sign(m[0]))
    ]
    lettered = [
        Correction(m.start(), m.end(), sign, "huruf", "tanda yang penyandiannya salah dibaca")
        for m in (() if text.isascii() else _IN_LETTERS.finditer(text))
        if (sign := _decoded(m[0]))
    ]
    mixed = [Correction(*one, "huruf", "huruf abjad lain yang serupa") for one in words_of_two(text)]
    return [*named, *lettered, *mixed]


def _sign(name: str) -> str:
    """The one sign that is meant; empty for a name that nobody knows or a sign without ink."""
    sign = html.unescape(name).replace("\u00a0", " ")
    return sign if len(sign) == 1 and sign.isprintable() else ""


def _decoded(letters: str) -> str:
    """The sign whose bytes these letters show; empty where they are those of none, or of one without ink of its own."""
    if len(letters) == 2 and letters[0] == "â":
        return "”"
    try:
        sign = letters.translate(_BYTE).encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return sign if sign.isprintable() and unicodedata.category(sign)[0] != "M" else ""
