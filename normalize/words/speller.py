"""The speller: words that no dictionary knows, and the word that the witnesses say was meant.

Only words of prose are looked at: acronyms, words with digits, names (a capital inside a sentence without a witness in
the document), codes and English terms stay as printed. A correction is certain where one candidate leads clearly and a
witness stands by it; else it is proposed, or the word is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bahasa.acronyms import mixed_acronyms
from bahasa.inggris import only_english
from bahasa.kamus import is_known, is_listed, possible, root_of, wrong_forms
from bahasa.openers import sasaran_openers
from bahasa.roles import SASARAN
from normalize.words.candidates import Candidate, Surroundings, best, from_dictionary, from_document, is_meant
from normalize.words.keyslips import classify
from normalize.words.rules import Context, Correction
from normalize.words.slips import match_case, standard_form
from normalize.words.text_words import LONGEST, text_words

_CERTAIN, _LIKELY = 0.95, 0.6
#: The lead that the best candidate needs over the next to be taken without asking.
_MARGIN = 0.2


def correct_words(text: str, context: Context) -> list[Correction]:
    """Corrections of single words."""
    found: list[Correction] = []
    tokens = text_words(text)
    settled = context.document.settled(is_known)
    if tokens.words <= settled:
        return found
    words = tokens.matches
    for i, word in enumerate(tokens.folded):
        if word in settled or word in wrong_forms() or _is_left(words[i], text):
            continue
        match = words[i]
        place = Surroundings(_beside(text, words, i, -1), _beside(text, words, i, 1), context.parallel)
        decide = _unknown if not is_known(word) else _misplaced if is_listed(word) else _doubtful
        if (correction := decide(match, text, place, context)) is not None:
            found.append(correction)
    return found


def _is_left(match: re.Match[str], text: str) -> bool:
    """Acronyms, mixed case, words with digits beside them, and words too short or too long to judge."""
    word = match[0]
    if not 4 <= len(word) <= LONGEST or word in mixed_acronyms():
        return True
    if word.isupper():
        # in a line of capitals (`BADAN KEPEGAWAIAN`) a long word is a word, elsewhere an acronym
        return len(word) < 7 or not text.isupper()
    if word[1:] != word[1:].lower():
        return True
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return any(letter.isdecimal() or letter in "_@" for letter in around)


def _beside(text: str, words: tuple[re.Match[str], ...], i: int, step: int) -> str:
    """The neighbouring word where only blanks stand between."""
    if not 0 <= i + step < len(words):
        return ""
    first, second = sorted((words[i], words[i + step]), key=lambda m: m.start())
    return words[i + step][0].casefold() if text[first.end() : second.start()].isspace() else ""


def _unknown(match: re.Match[str], text: str, place: Surroundings, context: Context) -> Correction | None:
    """A word that the dictionary doesn't know."""
    word = match[0].casefold()
    root = possible(word)
    near = [c for c in from_document(word, place, context.document, is_meant) if c.score <= 0.95]
    if root is not None:
        near = [c for c in near if root in c.word and c.slip.cost <= 0.7]
    if near:
        chosen = best(near, _MARGIN)
        if len(word) < 7 and _is_name(match, text) and not _is_vouched(chosen):
            return None  # `Jawa`, `Kuaro`: short names are one letter from many words
        sure = chosen is not None and _has_witness(word, chosen) and not _is_strange(match, text, chosen, context)
        if sure and chosen is not None and chosen.slip.cost > 1.0:
            # two slips are one too many where the dictionary knows a word one slip away (`dlaporkan`)
            sure = chosen.paired == 2 or (
                not _has_kin(word, chosen, context) if chosen.parallel else not from_dictionary(word, context.document)
            )
        elif sure and chosen is not None:
            sure = not _has_kin(word, chosen, context) and not (chosen.count < 5 and _is_derived(word, chosen.word))
        return _correction(match, chosen if chosen and sure else near[0], _CERTAIN if sure else _LIKELY)
    return None if root is not None else _by_dictionary(match, text, context)


def _has_kin(word: str, chosen: Candidate, context: Context) -> bool:
    """Another word of its root is nearer, or as near and no cell or pair of neighbours tells: `sjumlah` may
    be `jumlah` or `sejumlah`."""
    told = chosen.parallel or chosen.paired == 2
    most = chosen.slip.cost - 0.05 if told else chosen.slip.cost
    root = root_of(chosen.word)
    near = from_dictionary(word, context.document, about=root)
    return any(c.word != chosen.word and c.slip.cost <= most and root_of(c.word) == root for c in near)


def _is_vouched(chosen: Candidate | None) -> bool:
    return chosen is not None and (chosen.parallel or (chosen.paired > 0 and chosen.count >= 10))


def _by_dictionary(match: re.Match[str], text: str, context: Context) -> Correction | None:
    """What the dictionary alone knows one slip away: certain for a plain slip in a long word, for the longer a word,
    the fewer others are near it."""
    word = match[0].casefold()
    name = _is_name(match, text)
    if len(word) < 6 or (name and len(word) < 9) or "-" in word:
        return None
    if context.field.role == SASARAN and not match.start() and (opener := best(_openers(word), _MARGIN)) is not None:
        return _correction(match, opener, _CERTAIN)
    others = from_dictionary(word, context.document)
    chosen = best(others, _MARGIN) or best([c for c in others if is_listed(c.word)], _MARGIN)
    if chosen is None:
        return _tied(match, others) if not name else None
    if chosen.slip.cost > 0.7:
        return None
    # what affixes alone make of a short root that the decree doesn't print may be no word (`se-ke-tari-an`)
    real = is_listed(chosen.word) or (len(root_of(chosen.word)) >= 5 and not _is_bare(chosen.word))
    plain = (real and chosen.slip.cost <= 0.6) or _shares_root(chosen.word, context)
    plain = plain and not (name and _is_lone_capital(match, text))
    return _correction(match, chosen, 0.92 if plain and len(word) >= 9 else _LIKELY)


def _is_bare(word: str) -> bool:
    """`pernatali`, `antropometeri`: a verb of `-i` has `me-`, `di-`, `ter-` or the like before it; without, a foreign
    word that no list has (`perinatal`, `antropometri`) is likelier."""
    return word.endswith("i") and not word.startswith(("me", "di", "ter", "ke", "ber"))


def _is_derived(a: str, b: str) -> bool:
    """`inklusi` and `inklusif` are two words of one stem."""
    short, long = sorted((a, b), key=len)
    return (short.endswith("si") and long == f"{short}f") or (short.endswith("ik") and long == f"{short}a")


def _is_lone_capital(match: re.Match[str], text: str) -> bool:
    """`formalin, histamin, dan Salmonella`: the only capital within the text is that of a name, not of a heading's
    style."""
    within = [one for one in text_words(text).matches if one.start() and one.start() != match.start()]
    return not any(one[0][0].isupper() for one in within)


def _openers(word: str) -> list[Candidate]:
    """The words that open a sasaran and are one slip away, best first."""
    slips = ((other, classify(word, other)) for other in sorted(sasaran_openers()))
    near = [(slip, other) for other, slip in slips if slip is not None and slip.cost <= 0.7]
    found = [Candidate(other, slip.cost, slip, f"“{other}” kata pembuka sasaran") for slip, other in near]
    return sorted(found, key=lambda c: (c.score, c.word))


def _tied(match: re.Match[str], others: Sequence[Candidate]) -> Correction | None:
    """Of several words as near, a person says which was meant: the first is the one with the longest root, since the
    shorter it is, the more of the word is affixes that any root may take (`kebijakan`, and not `kebijian`)."""
    near = sorted((c for c in others if c.slip.cost <= 0.6), key=lambda c: (-_longest_root(c.word), c.score, c.word))
    if not near:
        return None
    first, *rest = near
    also = f", juga mungkin “{rest[0].word}”" if rest else ""
    return _correction(match, replace(first, witness=first.witness + also), _LIKELY)


def _longest_root(word: str) -> int:
    pieces = ((i, j) for i in range(len(word) - 2) for j in range(i + 3, len(word) + 1))
    return max((j - i for i, j in pieces if is_listed(word[i:j])), default=0)


def _shares_root(word: str, context: Context) -> bool:
    """The document prints a listed word of at least five letters that stands inside this one (`desain`)."""
    pieces = (word[i:j] for i in range(len(word) - 4) for j in range(i + 5, len(word) + 1))
    return any(context.document.words[piece] and is_listed(piece) for piece in pieces)


def _is_strange(match: re.Match[str], text: str, chosen: Candidate, context: Context) -> bool:
    """A capital inside a sentence may be a name: the document must print what was meant with a capital as well."""
    if not _is_name(match, text) or chosen.parallel or chosen.paired:
        return False
    return not context.document.forms[chosen.word.capitalize()]


def _has_witness(word: str, chosen: Candidate) -> bool:
    if chosen.parallel or chosen.paired == 2 or (chosen.paired and (len(word) > 4 or chosen.slip.cost <= 0.6)):
        return True
    if len(word) < 5:  # a short word has many neighbours
        return False
    # an unlikely slip needs a word that the document prints often
    return chosen.count >= 5 or chosen.slip.cost <= (0.5 if len(word) < 6 else 0.7)


def _doubtful(match: re.Match[str], text: str, place: Surroundings, context: Context) -> Correction | None:
    """A word that affixes allow but no list has, printed once or twice (`berkaku`, `tersusunya`): a slip only where
    the document prints the other word often and in this very place."""
    word = match[0].casefold()
    count = context.document.words[word]
    near = from_document(word, place, context.document, is_meant)
    near = [c for c in near if (c.count >= 2 * count or (c.parallel and c.count > count)) and c.slip.cost <= 0.9]
    chosen = best(near, _MARGIN)
    if chosen is None or _is_inflected(word, chosen.word) or not _is_in_place(word, chosen, place, context):
        return None
    return _correction(match, chosen, _CERTAIN)


def _misplaced(match: re.Match[str], text: str, place: Surroundings, context: Context) -> Correction | None:
    """A listed word, printed once or twice, where the document usually prints one that is a slip away (`seusai
    prosedur`, `Perangkat Darah`): for a person to say."""
    word = match[0].casefold()
    if len(word) < 5:
        return None
    pairs = context.document.pairs
    near = from_document(word, place, context.document, is_known)
    near = [
        c for c in near
        if c.slip.cost <= 0.6 and c.count >= 20
        and max(pairs[place.before, c.word], pairs[c.word, place.after]) >= 10
    ]  # fmt: skip
    chosen = best(near, _MARGIN)
    return None if chosen is None or _is_inflected(word, chosen.word) else _correction(match, chosen, _LIKELY)


def _is_inflected(a: str, b: str) -> bool:
    """`fasilitas` and `fasilitasi` differ by a suffix: two words, not a slip."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and long[len(short) :] in ("i", "an", "kan", "nya")


def _is_in_place(word: str, chosen: Candidate, place: Surroundings, context: Context) -> bool:
    """The witnesses that it takes against a word that could be right."""
    doubled = chosen.slip.cost == 0.4 and chosen.slip.name != "huruf tertukar"
    if doubled or chosen.slip.name == "suku kata kurang":
        return True
    if chosen.parallel:
        return chosen.slip.cost <= 0.7 or chosen.paired > 0
    if chosen.slip.cost > 0.7 or chosen.count < 4 * context.document.words[word]:
        return False
    pairs = context.document.pairs
    usual = max(pairs[place.before, chosen.word], pairs[chosen.word, place.after])
    return (chosen.paired == 2 and chosen.count >= 10) or (usual >= 20 and chosen.slip.cost <= 0.6)


def _is_name(match: re.Match[str], text: str) -> bool:
    """A capital inside a sentence: perhaps a name, which no dictionary knows."""
    if not match[0][:1].isupper() or text.isupper():
        return False
    before = text[max(0, match.start() - LONGEST) : match.start()].rstrip()
    # after an abbreviation (`Kab. Cianjur`) a sentence goes on
    return bool(before) and (before[-1] not in ".:;!?" or re.search(r"\b[A-Z][a-z]{0,3}\.$", before) is not None)


def _is_beside_english(match: re.Match[str]) -> bool:
    start, end = match.span()
    before, after = match.string[max(0, start - LONGEST) : start], match.string[end : end + LONGEST]
    words = [*re.findall(r"([^\W\d_]+) $", before), *re.findall(r"^ ([^\W\d_]+)", after)]
    return any(word.casefold() in only_english() for word in words)


def _correction(match: re.Match[str], chosen: Candidate, certainty: float) -> Correction:
    """The correction; a nonstandard form that the slip stood for is made standard in the same step."""
    # inside an English term (`strategy map`) the English form was meant
    meant = chosen.word if _is_beside_english(match) else standard_form(chosen.word)
    after = match_case(match[0], meant)
    evidence = f"{chosen.slip.name}; {chosen.witness}"
    return Correction(match.start(), match.end(), after, "ejaan", evidence, certainty)
