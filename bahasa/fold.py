"""What is put aside of a text before it is compared: three foldings, each forgetting more than the one before.

`one_line` forgets how the text was wrapped and spaced: every character of ink stays as printed. `fold` forgets what
has no ink or has two encodings (NFC, ligatures, invisible characters), so it changes nothing that a text says and
leaves no edit. `fold_words` forgets case, accents and punctuation as well: what two spellings share. Each is
idempotent, and total on any text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# soft hyphen, zero-width characters, byte order mark, direction marks: no ink
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# other control characters count as white space: a NUL between two words must not glue them
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
# typographic ligatures that a PDF's font leaves in its text (`konﬁrmasi`)
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


def one_line(text: str) -> str:
    """Every run of white space as one blank, none at the ends (`Tana \\n Paser` is `Tana Paser`)."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """The text with white space and Unicode folded (`kon\ufb01rmasi` is `konfirmasi`); the words are as they were."""
    if text.isascii() and text.isprintable():
        return text if "  " not in text and text.strip() == text else " ".join(text.split())
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text)).translate(_LIGATURES)
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=20_000)
def fold_words(text: str) -> str:
    """Words in lower case with single blanks and without punctuation or accents (`Sub. Bidang` is `sub bidang`)."""
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+", bare))
