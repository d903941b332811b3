"""Indonesian word formation: is this a word that prefixes and suffixes make of a known root?

Input: a word in lower case and the set of roots. Output: True for `penatausahaan` (peN-tata usaha-an), `terlaksananya`
(ter-laksana-nya), `dipertanggungjawabkan`. The rules are those of the standard grammar: the nasal of meN- and peN-
follows the root's first letter (`pengoordinasian`), be- before kerja and ternak (`bekerja`), circumfixes only
in pairs that exist (ke-an, peN-an, per-an, memper-kan). Root clusters keep their first letter (`pengklasifikasian`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

_VOWELS = "aeiou"
_CLITICS = ("nya", "lah", "kah", "pun")
#: Suffixes that stand without a prefix.
_PLAIN = ("an", "kan", "i", "isasi", "wan")
_BOUND = ("antar", "pra", "pasca", "non", "sub", "multi", "re", "inter", "semi", "swa", "maha", "tata", "serba", "adi")

#: Roots with a first syllable in -er- before which ber- loses its r (`bekerja`, `beternak`).
_LOSES_R = ("kerja", "ternak")

IsRoot = Callable[[str], bool]


def _denasal(rest: str) -> Iterator[str]:
    """Roots that could stand behind me-/pe- when `rest` is what follows `me` or `pe` (`ngelola` -> `kelola`)."""
    if rest.startswith("nge") and len(rest) > 5:
        yield rest[3:]  # monosyllables: `pengecekan`
    if rest.startswith("ny"):
        yield "s" + rest[2:]
    if rest.startswith("ng"):
        yield from _after(rest[2:], "k", _VOWELS + "gh", kept="k")
    elif rest.startswith("m"):
        yield from _after(rest[1:], "p", "bfv", kept="p")
    elif rest.startswith("n"):
        yield from _after(rest[1:], "ts", "dcjz", kept="ts")
    if rest[:1] in tuple("lrmnwy"):
        yield rest


def _after(tail: str, dropped: str, plain: str, kept: str) -> Iterator[str]:
    """The root behind a nasal: with its dropped first letter before a vowel, whole before the plain letters, and whole
    where a cluster (`pengklasifikasian`) or usage (`mensosialisasikan`) keeps the letter."""
    if tail[:1] in tuple(_VOWELS):
        yield from (letter + tail for letter in dropped if letter != "s")
    if tail[:1] in tuple(plain + kept) or tail[:2] in ("kh", "sy"):
        yield tail


def _suffixed(rest: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    """`rest` without each suffix that it ends in (the empty one included where listed)."""
    for suffix in suffixes:
        if suffix == "i" and rest.endswith("ii"):
            continue  # no root in -i takes -i
        if rest.endswith(suffix) and len(rest) - len(suffix) >= 3:
            yield rest[: len(rest) - len(suffix)] if suffix else rest


def _is_base(base: str, root: IsRoot, inner: tuple[str, ...]) -> bool:
    """A root, or a root with one of the `inner` prefixes (`per` in diper-, `ber` in keber-an)."""
    if root(base):
        return True
    for prefix in inner:
        if not base.startswith(prefix):
            continue
        rest = base[len(prefix) :]
        if prefix == "pe" and any(len(stem) > 2 and root(stem) for stem in (*_denasal(rest), rest)):
            return True
        if prefix != "pe" and len(rest) > 2 and root(rest):
            return True
    return False


# prefix -> (suffixes, prefixes that may stand inside)
_VERBAL = ("", "kan", "i")
_PREFIXES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("di", _VERBAL, ("per", "ber", "ke", "se")),
    ("ter", _VERBAL, ("per", "ber", "ke")),
    ("ke", ("an",), ("ber", "ter", "pe", "se", "tidak", "per", "di")),
    ("per", ("an", "kan", "i"), ("se",)),
    ("pe", ("", "an"), ()),
    ("se", ("", "an"), ("pe", "ke", "ber", "ter")),
)
#: What a word with one of these, or with ber- or a nasal one, begins with.
_PREFIXED = (*(prefix for prefix, _, _ in _PREFIXES), "be", "me")


def _is_derived(word: str, root: IsRoot) -> bool:
    """One prefix or circumfix around a base, or a suffix alone."""
    if not word.startswith(_PREFIXED):
        return _has_bound(word, root)
    for prefix, suffixes, inner in _PREFIXES:
        if word.startswith(prefix) and any(
            _is_base(base, root, inner) for base in _suffixed(word[len(prefix) :], suffixes)
        ):
            return True
    return _has_ber(word, root) or _has_nasal(word, root) or _has_bound(word, root)


def _has_ber(word: str, root: IsRoot) -> bool:
    """ber-, and be- before r (`berencana`) and before kerja and ternak; `berkerja` is a slip."""
    if not word.startswith("be"):
        return False
    base = word[2:]
    if base.startswith(_LOSES_R) or (base.startswith("r") and root(base)):
        return root(base)
    return base.startswith("r") and not base[1:].startswith(_LOSES_R) and _is_noun(base[1:], root)


def _is_noun(word: str, root: IsRoot) -> bool:
    """What ber- may take: a root or a derived noun (`berkelanjutan`, `berpenghasilan`)."""
    if len(word) > 2 and root(word):
        return True
    circumfixed = word.startswith(("ke", "pe", "se")) and word.endswith(("an", ""))
    return circumfixed and len(word) > 6 and _is_derived(word, root)


def _has_nasal(word: str, root: IsRoot) -> bool:
    """meN- and peN- with their suffixes."""
    for prefix, suffixes, inner in (
        ("me", _VERBAL, ("per", "ber", "ke", "se")),
        ("pe", ("", "an"), ("ber", "se", "ter")),
    ):
        if word.startswith(prefix):
            for rest in _suffixed(word[2:], suffixes):
                if any(len(base) > 2 and _is_base(base, root, inner) for base in _denasal(rest)):
                    return True
    return False


def _has_bound(word: str, root: IsRoot) -> bool:
    """Bound forms (`subbidang`, `redistribusi`) and plain suffixes (`usulan`, `usulkan`)."""
    # one look tells that most words have none of them
    if word.startswith(_BOUND) and any(
        word.startswith(form) and len(word) - len(form) > 3 and root(word[len(form) :]) for form in _BOUND
    ):
        return True
    return word.endswith(_PLAIN) and any(root(base) for base in _suffixed(word, _PLAIN))


def is_formed(word: str, root: IsRoot) -> bool:
    """True where the word is a root or is formed of one; clitics (`-nya`, `-lah`) may follow."""
    if root(word) or _is_derived(word, root):
        return True
    if not word.endswith(_CLITICS):
        return False
    for clitic in _CLITICS:
        stem = word[: -len(clitic)]
        if word.endswith(clitic) and len(stem) > 2 and (root(stem) or _is_derived(stem, root)):
            return True
    return False


def possible_root(word: str, root: IsRoot) -> str | None:
    """The root of a word in a pattern that holds for some roots only (ber-an, ber-kan, ku-, -ku).

    Such a word may be right though no list has it, so that only another form of the same root can have been meant
    (`berdasaran`)."""
    for clitic in ("ku", "mu"):
        stem = word[: -len(clitic)]
        if word.endswith(clitic) and len(stem) > 2 and is_formed(stem, root):
            return stem
    for prefix, suffixes in (("ber", ("an", "kan")), ("ku", _VERBAL), ("kau", _VERBAL), ("ke", ("",)), ("per", ("",))):
        if word.startswith(prefix):
            for base in _suffixed(word[len(prefix) :], suffixes):
                if root(base):
                    return base
    return None
