"""What is put aside of a text: a font's letters and signs that nobody sees when it is read, and before it is compared
three foldings, each forgetting more than the one before.

`upright_letters` has a plain letter for each that Unicode keeps apart by its font alone; `seen_letters` leaves out what
prints nothing besides.

`one_line` forgets how the text was wrapped and spaced: every character of ink stays as printed. `fold` forgets what
has no ink or has two encodings (NFC, ligatures, invisible characters), so it changes nothing that a text says and
leaves no edit. `fold_words` forgets case, accents, punctuation and marks of notes as well: what two spellings share.
Each is idempotent, and total on any text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# zero-width characters, word joiners, byte order mark, direction marks and what isolates directions: no ink anywhere
_UNSEEN = re.compile("[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
# a soft hyphen has ink at the end of a line
_INVISIBLE = re.compile(rf"\u00ad|{_UNSEEN.pattern}")
# other control characters count as white space: a NUL between two words must not glue them
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
# typographic ligatures that a PDF's font leaves in its text (`konﬁrmasi`)
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}

# a raised figure or letter is the mark of a note (`85¹ %`, `Target²⁾`, `dokumenᵃ⁾`), but for what a figure makes of a
# unit of length (`m²`)
_NOTE_MARK = re.compile(r"(?<=[\w%)\s])(?:(?<!\bm)(?<!\dm)(?<!\b[cdhkm]m)(?<!\d[cdhkm]m)[⁰¹²³⁴-⁹]+⁾?|[ᵃᵇᶜᵈᵉᶠ]⁾?)", re.I)

# Unicode has letters and digits of formulas once more for each of their fonts (`𝑓`, `ℎ`, `𝟏`)
_FONTS = re.compile("[\u2102-\u2139\U0001d400-\U0001d7ff]")


def upright_letters(text: str) -> str:
    """Letters and digits that Unicode tells apart by their font alone as that letter (`𝑓(𝑥)` is `f(x)`), each for one.

    Word sets formulas in them. They are the letters that are printed, in italics like any other word in italics.
    """
    return _FONTS.sub(_upright, text)


def _upright(letter: re.Match[str]) -> str:
    form = unicodedata.decomposition(letter[0]).split()
    return unicodedata.normalize("NFKC", letter[0]) if form[:1] == ["<font>"] else letter[0]


def seen_letters(text: str) -> str:
    """The letters that a person sees, upright: without the signs that only tell a computer which way to write or where
    it may break (`\\u200eJabatan`, `85\\u200f %`, `lapo\\u2060ran`). A soft hyphen stays: where a line was broken it is
    printed.

    >>> seen_letters("\\u20681.\\u2069 lapo\\u2060ran"), seen_letters("pe\\xadgawai") == "pe\\xadgawai"
    ('1. laporan', True)
    """
    return text if text.isascii() else _UNSEEN.sub("", upright_letters(text))


def without_note_marks(text: str) -> str:
    """The text without raised figures and letters that point at a note: `85¹ %` is `85 %`; `250 m²` stays."""
    return text if text.isascii() else _NOTE_MARK.sub("", text)


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
    """Words in lower case with single blanks and without punctuation, accents or marks of notes (`Sub. Bidang` is `sub
    bidang`)."""
    plain = unicodedata.normalize("NFKD", without_note_marks(text))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+", bare))


def path_segment(heading: str) -> str:
    """A heading as a path segment: one line, without `/`."""
    return " ".join(heading.split()).replace("/", "|")
