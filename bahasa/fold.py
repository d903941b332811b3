"""White space and Unicode: the folding that never changes what a text says, so it leaves no edit.

Input: any text. Output: NFC, every run of white space one blank, no blank at the ends, no invisible characters.
Idempotent.
"""

from __future__ import annotations

import re
import unicodedata

# soft hyphen, zero-width characters, byte order mark, direction marks: no ink
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# other control characters count as white space: a NUL between two words must not glue them
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
# typographic ligatures that a PDF's font leaves in its text (`konﬁrmasi`)
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


def fold(text: str) -> str:
    """The text with white space and Unicode folded; the words are as they were."""
    if text.isascii() and text.isprintable():
        return text if "  " not in text and text.strip() == text else " ".join(text.split())
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text)).translate(_LIGATURES)
    return " ".join(unicodedata.normalize("NFC", text).split())
