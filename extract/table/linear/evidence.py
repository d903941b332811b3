"""What the text around a gap between two words says about a cell's boundary there.

Every gap (before word 0, between two words, after the last) gets a list of attributes: short names such as `baris`
(a new physical line), `kosong` (a blank line before it), `kata=tersedianya` (the word behind it), `muat` (the word
behind it would still have fitted on the line before: a wrapped cell would not have broken there). The model knows a
weight for each attribute and role; nothing here decides.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bahasa.function_words import function_words
from extract.table.linear.habits import Habits
from extract.table.linear.recurring import recurrences
from extract.table.linear.targets import Target
from extract.table.linear.tokens import TableWords
from extract.table.linear.words import bare_word, shape
from extract.table.meaning.evidence import kinds_of_opening

if TYPE_CHECKING:  # imports numpy, which a PDF with drawn tables does without
    from extract.table.linear.surroundings import GapNetworks

#: Words (bare) that stand side by side.
Pairs = frozenset[tuple[str, str]]


class Elsewhere(NamedTuple):
    """What cells of other tables show: words (bare) that several print side by side, how words stand there, and what
    the words around a gap say together."""

    pairs: Pairs
    habits: Habits
    surroundings: GapNetworks | None = None


NOTHING = Elsewhere(frozenset(), {})
#: So many words are remembered with what they say.
_KEPT = 1 << 14

#: Beginnings and endings that words are formed with, longest first: what a word nobody knows may be.
_PREFIXES = (
    "memper", "diper", "meng", "men", "mem", "me", "ter", "ber", "peng", "pen", "pem", "per", "pe", "ke", "di", "se",
)  # fmt: skip
_SUFFIXES = (
    "kannya", "annya", "asinya", "nya", "kan", "asi", "isi", "tas", "an", "si", "al", "if", "is", "ik", "at", "er",
    "or", "i",
)  # fmt: skip
_SHORTEST_FORMED = 5

#: Words that leave a sentence unfinished: a cell seldom ends with one and seldom begins with one.
UNFINISHED = function_words("sambung")


def _affix(word: str) -> str:
    low = bare_word(word)
    for prefix, suffix in (("ter", "nya"), ("men", "nya"), ("pe", "an"), ("ke", "an")):
        if low.startswith(prefix) and low.endswith(suffix) and len(low) > 7:
            return f"{prefix}-{suffix}"
    return ""


def _formed(low: str, name: str) -> list[str]:
    """What a word (bare) begins and ends with, as names of evidence."""
    if len(low) < _SHORTEST_FORMED or not low.isalpha():
        return []
    prefix = next((one for one in _PREFIXES if low.startswith(one)), "")
    suffix = next((one for one in _SUFFIXES if low.endswith(one)), "")
    return [f"{name}awalan={prefix}", f"{name}akhiran={suffix}"]


class Phrases(NamedTuple):
    """Phrases that the sumber data column is known to hold (bare words), all their beginnings and ends, and how many
    words those have that begin with a word (rising); `behind` are the words that stand behind their first ones."""

    whole: frozenset[tuple[str, ...]]
    heads: frozenset[tuple[str, ...]]
    tails: frozenset[tuple[str, ...]]
    longest: int
    sizes: Mapping[str, Sequence[int]]
    behind: frozenset[str]

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]]) -> Phrases:
        whole = frozenset(tuple(bare_word(w) for w in text) for text in texts if text)
        heads = frozenset(p[:k] for p in whole for k in range(1, len(p)))
        tails = frozenset(p[k:] for p in whole for k in range(1, len(p)))
        sizes: dict[str, set[int]] = {}
        for phrase in whole:
            sizes.setdefault(phrase[0], set()).add(len(phrase))
        rising = {word: sorted(found) for word, found in sizes.items()}
        behind = frozenset(word for phrase in whole for word in phrase[1:])
        return cls(whole, heads, tails, max(map(len, whole), default=0), rising, behind)


def pairs_of(lines: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Neighbouring words inside lines (bare): what a text itself shows to belong together."""
    pairs: set[tuple[str, str]] = set()
    for line in lines:
        words = [bare_word(word) for word in line.split()]
        pairs.update(itertools.pairwise(words))
    return frozenset(pairs)


def has_blanks(tokens: TableWords) -> bool:
    """Whether the text has blank lines between its cells (and so at least one at a page break)."""
    opens = [i for i in range(1, len(tokens)) if tokens.first[i]]
    return sum(1 for i in opens if tokens.gap[i]) > 0.2 * max(1, len(opens))


def gap_attributes(
    tokens: TableWords, targets: Sequence[Target], phrases: Phrases, elsewhere: Elsewhere = NOTHING
) -> list[list[str]]:
    """The attributes of every gap, len(tokens) + 1 lists, those of the columns' widths apart (see wrap.py)."""
    words = [bare_word(word) for word in tokens.words]
    return with_phrases(text_attributes(tokens, targets), words, phrases, elsewhere)


def text_attributes(tokens: TableWords, targets: Sequence[Target]) -> list[list[str]]:
    """The attributes of every gap apart from those of phrases: what a table's text alone tells. `targets` are those
    that begin at each word."""
    behind = [_behind(word) for word in tokens.words]
    before = [_before(word) for word in tokens.words]
    out = [
        [*layout, *after, *ahead]
        for layout, after, ahead in zip(_layout(tokens), [*behind, ()], [("awal",), *before], strict=True)
    ]
    shapes = [shape(word) for word in tokens.words]
    for i in range(1, len(shapes)):
        out[i].append(f"alih={shapes[i - 1]}>{shapes[i]}:{'ganti' if tokens.first[i] else 'lanjut'}")
    _mark_pairs(tokens, out)
    _mark_recurring(tokens, out)
    _mark_targets(targets, out)
    return out


def with_phrases(
    plain: Sequence[Sequence[str]], words: Sequence[str], phrases: Phrases, elsewhere: Elsewhere = NOTHING
) -> list[list[str]]:
    """The attributes of every gap: those that the text alone tells (`plain`), those of phrases in its words (bare
    ones), and what cells `elsewhere` show of the words."""
    out = [list(attributes) for attributes in plain]
    _mark_phrases(words, phrases, out)
    if elsewhere.pairs:
        for i, pair in enumerate(itertools.pairwise(words), 1):
            if pair in elsewhere.pairs:
                out[i].append("lazim")
    if elsewhere.habits:
        for i, word in enumerate(words):
            habit = elsewhere.habits.get(word)
            if habit is not None:
                out[i] += habit.before
                out[i + 1] += habit.behind
    return out


def _layout(tokens: TableWords) -> list[list[str]]:
    opens = [i for i in range(1, len(tokens)) if tokens.first[i]]
    blank = has_blanks(tokens)
    trails = sum(1 for i in opens if tokens.trail[i])
    telling = 0.15 * len(opens) < trails < 0.95 * len(opens)
    marked = any(line.page is not None for line in tokens.lines) or any(p == 2 for p in tokens.page)
    out: list[list[str]] = []
    for i in range(len(tokens) + 1):
        if i == len(tokens):
            out.append(["akhir"])
        elif not tokens.first[i]:
            out.append(["lanjut", "renggang"] if tokens.wide[i] else ["lanjut"])
        else:
            kind = ("kosong2" if tokens.gap[i] > 1 else "kosong" if tokens.gap[i] else "rapat") if blank else "baris"
            attributes = ["ganti", kind, f"halaman{tokens.page[i]}{'' if marked else '?'}"]
            attributes += [f"ekor{int(tokens.trail[i])}"] if telling else []
            out.append(attributes)
    return out


@lru_cache(maxsize=_KEPT)
def _behind(word: str) -> tuple[str, ...]:
    """What the word behind a gap says."""
    out = [f"kata={bare_word(word)}", f"bentuk={shape(word)}"]
    out += [f"jenis={kind}" for kind in kinds_of_opening(bare_word(word))]
    affix = _affix(word)
    if affix:
        out.append(f"imbuhan={affix}")
    out += _formed(bare_word(word), "")
    if bare_word(word) in UNFINISHED:
        out.append("sambung>")
    return tuple(out)


@lru_cache(maxsize=_KEPT)
def _before(word: str) -> tuple[str, ...]:
    """What the word before a gap says."""
    out = [f"usai={bare_word(word)}", f"usaibentuk={shape(word)}"]
    out += _formed(bare_word(word), "usai")
    if word[-1] in ",;.:/-":
        out.append(f"usai{word[-1]}")
    if bare_word(word) in UNFINISHED:
        out.append("<sambung")
    return tuple(out)


def _mark_pairs(tokens: TableWords, out: list[list[str]]) -> None:
    """Words that stand side by side elsewhere in the table as well seldom belong to two cells."""
    words = [bare_word(word) for word in tokens.words]
    count = Counter((words[i - 1], words[i]) for i in range(1, len(words)) if not tokens.first[i])
    for i in range(1, len(words)):
        elsewhere = count[words[i - 1], words[i]] - (not tokens.first[i])
        if elsewhere:
            out[i].append("pasangan" if elsewhere == 1 else "pasangan2")
        if words[i - 1] == words[i]:
            # `PD PD`, `pegawai pegawai`: seldom a slip, mostly the ends of two cells whose texts run parallel
            out[i].append("kembar")


def _mark_recurring(tokens: TableWords, out: list[list[str]]) -> None:
    """Where words that come again begin, end and go on; each is said once of a gap."""
    bare = [bare_word(word) for word in tokens.words]
    for kind, start, end in recurrences(tokens.words, bare, tokens.first):
        for at, name in ((start, f"{kind}>"), (end, f"<{kind}"), *((k, kind) for k in range(start + 1, end))):
            if name not in out[at]:
                out[at].append(name)


def _mark_targets(targets: Sequence[Target], out: list[list[str]]) -> None:
    i = 0
    while i < len(targets):
        end, kind = targets[i]
        if end > i:
            out[i].append(f"target>{kind}")
            out[end].append(f"<target {kind}")
            for k in range(i + 1, end):
                out[k].append("target")
        i = max(end, i + 1)


def _mark_phrases(words: Sequence[str], phrases: Phrases, out: list[list[str]]) -> None:
    """Whole phrases, and beginnings or ends of phrases that stand alone (a page break cut them)."""
    i, n = 0, len(words)
    inside = [False] * (n + 1)
    while i < n:
        size = _longest(words, i, phrases)
        if size:
            out[i].append("frasa>")
            out[i + size].append("<frasa")
            for k in range(i + 1, i + size):
                out[k].append("frasa")
                inside[k] = True
        i += size or 1
    for i in range(n):
        if inside[i] or (words[i] not in phrases.sizes and words[i] not in phrases.behind) or "frasa>" in out[i]:
            continue
        for size in range(min(phrases.longest - 1, n - i), 0, -1):
            piece = tuple(words[i : i + size])
            if piece in phrases.heads:
                out[i].append("pangkal>")
                out[i + size].append("<pangkal")
                break
            if piece in phrases.tails:
                out[i].append("ujung>")
                out[i + size].append("<ujung")
                break


def _longest(words: Sequence[str], i: int, phrases: Phrases) -> int:
    for size in reversed(phrases.sizes.get(words[i], ())):
        if i + size <= len(words) and tuple(words[i : i + size]) in phrases.whole:
            return size
    return 0
