"""Words glued together, torn apart, or with the blank one letter off: `dankelembagaan`, `dokum en`, `lim atahun`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from bahasa.function_words import function_words
from bahasa.kamus import is_known, is_listed, wrong_forms
from normalize.words.candidates import Surroundings, from_document
from normalize.words.rules import Context, Correction, of_texts_where
from normalize.words.slips import match_case, standard_form
from normalize.words.text_words import LONGEST, text_words

#: A word that may be glued to the next one, and one that is a prefix as well, stand alone.
_ALONE = function_words("lekat") | function_words("awalan")
#: Words of two letters, and what is no word at all in `n+1`, `e-presensi`.
_SHORT = frozenset("neiabcx") | {word for word in function_words("kecil") if len(word) == 2}
#: `J u m l a h`: letters apart; `Persen-tase`: a hyphen that broke a word at the end of a line.
_LETTERS_APART = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_HYPHEN = re.compile(r"\b([^\W\d_]{2,})-([a-z]{2,})\b(?!-)")
#: Affixes that are no words (`di`, `ke`, `per`, `pen` are).
_PREFIXES = frozenset({"ter", "ber", "me", "mem", "men", "meng", "meny", "pe", "pem", "peng", "peny", "be"})
_SUFFIXES = frozenset({"an", "kan", "nya"})
_AFFIXES = _PREFIXES | _SUFFIXES
#: Affixes that no hyphen follows (`per-triwulan` and `se-Kabupaten` have one).
_PREFIXED = (_PREFIXES - {"be", "me"}) | {"di"}
#: Letters of the shortest word that a blank is taken out of without a witness in the document.
_TORN = 5
#: Letters of the halves of a word that are told by what the document prints elsewhere.
_HALF, _LONG_HALF = 4, 6
#: Where none of these stands, no word like the next ones does.
_CASES = re.compile(r"[a-z][A-Z][a-z]")
_CAMEL = re.compile(r"\b([^\W\d_]*[a-z])([A-Z][a-z]{2,})\b")


def _has_pieces(text: str) -> bool:
    """Is something in a text no whole word, or does it look like several?"""
    return not _all_whole(text) or _CASES.search(text) is not None or "-" in text or bool(_apart(text))


def _all_whole(text: str) -> bool:
    words = text_words(text).words
    return words.isdisjoint(_AFFIXES) and all(len(word) > 2 and _is_whole(word) for word in words - _SHORT)


@of_texts_where(_has_pieces)
def correct_joints(text: str, context: Context) -> list[Correction]:
    """Corrections of blanks between and inside words."""
    found = [*_camel(text, context), *_apart(text), *_hyphened(text, context)]
    if _all_whole(text):
        return found
    words = text_words(text).matches
    for match in words:
        if (correction := _glued(match, context)) is not None:
            found.append(correction)
    for left, right in pairwise(words):
        if text[left.end() : right.start()] == " " and (correction := _shifted(left, right, context)) is not None:
            found.append(correction)
    return found


@lru_cache(maxsize=1 << 16)
def _is_whole(word: str) -> bool:
    return word in wrong_forms() or is_known(word)


def _is_frequent(word: str, context: Context) -> bool:
    # the cheap question first: most pieces of a word are printed nowhere
    return (context.document.words[word] > 0 or is_listed(word)) and (is_known(word) or word in wrong_forms())


def _camel(text: str, context: Context) -> list[Correction]:
    """`TambahanLembaran`: two words; `berIntegritas`: one word with a stray capital."""
    found = []
    for m in _CAMEL.finditer(text) if _CASES.search(text) else ():
        left, right = m[1].casefold(), m[2].casefold()
        if (
            len(left) > 2
            and is_listed(left) | (context.document.words[left] > 0)
            and is_known(left)
            and is_known(right)
        ):
            found.append(Correction(m.start(), m.end(), f"{m[1]} {m[2]}", "gabung", "dua kata tercetak serangkai"))
        elif is_known(left + right):
            found.append(Correction(m.start(), m.end(), m[1] + m[2].lower(), "huruf", "huruf besar di dalam kata", 0.7))
    return found


def _apart(text: str) -> list[Correction]:
    """Words whose letters stand apart."""
    found = []
    for match in _LETTERS_APART.finditer(text):
        word = match[0].replace(" ", "")
        if is_listed(word.casefold()):
            found.append(
                Correction(match.start(), match.end(), word, "gabung", "huruf-huruf satu kata tercetak renggang")
            )
    return found


def _hyphened(text: str, context: Context) -> list[Correction]:
    """Words with the hyphen that broke them at the end of a line (`kece-lakaan`). Halves that are words themselves
    (`peri-kanan`) are one where the document prints that word whole as well, where one is an affix (`di-salurkan`,
    `kesadar-an`), or where neither is in a list as it stands (`dilaksa-nakan`)."""
    found, words = [], context.document.words
    for match in _HYPHEN.finditer(text) if "-" in text else ():
        left, right = match[1].casefold(), match[2]
        whole = left + right
        hyphened = f"{left}-{right}"
        # `SK-nya`: behind an abbreviation the hyphen is none of a broken word
        if not is_known(whole) or is_listed(hyphened) or match[1].isupper():
            continue
        halves = (_is_whole(left) and _is_whole(right)) or is_known(hyphened)
        affixed = left in _PREFIXED or right in _SUFFIXES
        # `dilaksa-nakan`: no word stands before the hyphen but by the rules of affixes (`di` + `laksa`)
        formed = left not in words and not is_listed(left) and not is_listed(right)
        sure = affixed or not halves or formed or 0 < words[whole] >= words[hyphened]
        found.append(
            Correction(
                match.start(), match.end(), match[1] + right, "gabung", "tanda hubung pemenggalan baris",
                1.0 if sure else 0.7,
            )
        )  # fmt: skip
    return found


def _is_torn(a: str, b: str) -> bool:
    """Two pieces of which one is no word, and that are a word of the lists together (`ar sip`); or an affix, which
    stands alone nowhere, and what makes a word with it (`ter susun`, `lapor an`)."""
    if len(a) < 2 or len(b) < 2 or len(a + b) < _TORN:
        return False
    if a in _PREFIXES or (b in _SUFFIXES and _is_whole(a)):
        return is_known(a + b)
    return is_listed(a + b) and not (_is_whole(a) and _is_whole(b))


def _glued(match: re.Match[str], context: Context) -> Correction | None:
    """A word that nobody knows and that is two words of the document, or a function word and a known word."""
    word = match[0]
    folded = word.casefold()
    if not 7 <= len(word) <= LONGEST or _is_whole(folded) or word[1:] != word[1:].lower() or "-" in word:
        return None
    halves = [(folded[:i], folded[i:]) for i in range(2, len(folded) - 3)]
    splits = [pair for pair in halves if _is_split(*pair, context)]
    if not splits and not (match.start() and word[0].isupper()):
        # a capital among other words is that of a name (`Kampung Sukamaju`)
        splits = [pair for pair in halves if _is_printed_before(*pair, context)]
    if len(splits) != 1 or _is_single_slip(folded, context):
        return None
    left, right = splits[0]
    # `draftdokumen`: the halves are made standard in the same step
    one, two = standard_form(left), standard_form(right)
    after = f"{match_case(word[: len(left)], one)} {two}"
    evidence = f"dua kata tercetak serangkai; “{left}” dan “{right}” masing-masing kata"
    return Correction(match.start(), match.end(), after, "gabung", evidence, 0.95)


def _is_single_slip(word: str, context: Context) -> bool:
    """`masaolah` is nearer to `masalah` than to `masa olah`."""
    near = from_document(word, Surroundings(), context.document, is_known)
    return bool(near) and near[0].slip.cost <= 0.7


def _is_split(left: str, right: str, context: Context) -> bool:
    if left in function_words("lekat"):
        return len(right) > 3 and _is_frequent(right, context)
    if left == "di":
        # a verb in di- never ends in -an: `dibagian` is a place
        return right.endswith("an") and not right.endswith("kan") and _is_frequent(right, context)
    long = len(left) > 3 and len(right) > 3
    return (
        long
        and _is_frequent(left, context)
        and _is_frequent(right, context)
        and (context.document.words[left] > 1 or context.document.pairs[left, right] > 0)
    )


def _is_printed_before(left: str, right: str, context: Context) -> bool:
    """`Jumlahkeluarga`, `Laporanbulanan`: a word that the document prints alone, and one that it prints as well, or a
    known one of some length. (`trimester`, `metadata` are two words of the lists each, and no document's.)"""
    words = context.document.words
    if len(left) < _LONG_HALF or len(right) < _HALF or not words[left] or not is_known(left):
        return False
    return bool(words[right] and is_known(right)) or (len(right) >= _LONG_HALF and is_known(right))


def _shifted(left: re.Match[str], right: re.Match[str], context: Context) -> Correction | None:
    """Two words of which at least one is unknown, and that are right with the blank elsewhere or away."""
    a, b = left[0].casefold(), right[0].casefold()
    if len(a) + len(b) > LONGEST:
        return None
    if right[0].islower() and left[0][1:].islower() and _is_torn(a, b):
        return _joined(left, right, left[0] + right[0], "satu kata tercetak terpisah")
    if (_is_whole(a) and len(a) > 2 and _is_whole(b)) or "-" in a + b or left[0].isupper() or right[0].isupper():
        return None
    if a in _ALONE or b in _ALONE:
        return None
    glued = left[0] + right[0]
    if not _is_whole(a) and not _is_whole(b) and context.document.words[a + b] > 1 and is_known(a + b):
        return _joined(left, right, glued, "satu kata tercetak terpisah")
    for i in range(max(2, len(a) - 2), min(len(glued) - 1, len(a) + 3)):
        one, two = (a + b)[:i], (a + b)[i:]
        if i != len(a) and all(len(w) > 3 and _is_frequent(w, context) and is_known(w) for w in (one, two)):
            return _joined(left, right, f"{glued[:i]} {glued[i:]}", "spasi bergeser satu huruf")
    return None


def _joined(left: re.Match[str], right: re.Match[str], after: str, evidence: str) -> Correction:
    return Correction(left.start(), right.end(), after, "gabung", evidence, 0.95)
