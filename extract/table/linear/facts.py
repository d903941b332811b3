"""What stands fast about a table's words before any of them is given to a cell: lines, pages, brackets, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from bahasa.roles import SASARAN
from extract.table.broken import one_word
from extract.table.context import DocumentContext, SeenLayout
from extract.table.linear.evidence import has_blanks
from extract.table.linear.targets import Targets
from extract.table.linear.tokens import TableWords
from extract.table.linear.words import bare_word, shape

#: How the cells of a row stand to each other: all at its top, all in its middle, otherwise; not known yet.
TOP, MIDDLE, MIXED, UNKNOWN = "atas", "tengah", "lain", "?"
#: Words this near each other are one place of the text.
NEAR = 4
#: Behind a page break, the rests of a row's cells take so many lines at most (of those that share a line).
_RESTS = 8
#: A word in the number column has so many characters at most; so many digits of a number are read.
_ORDINAL, _DIGITS = 4, 4


class TableFacts:
    """The words of a table with what can be said of each, whatever the reading. All lists have one entry a word; gap i
    is before word i."""

    def __init__(self, tokens: TableWords, roles: Sequence[str], context: DocumentContext) -> None:
        self.tokens, self.roles, self.context = tokens, tuple(roles), context
        self.words = tokens.words
        self.bare = tuple(bare_word(word) for word in tokens.words)
        #: the words that begin with a capital
        self.capital = [i for i, word in enumerate(tokens.words) if shape(word) == "besar"]
        #: the column of sasaran, -1 where there is none
        self.sasaran = self.roles.index(SASARAN) if SASARAN in self.roles else -1
        #: whether the source marks its pages, whether it has blank lines between cells
        self.marked = any(line.page is not None for line in tokens.lines) or any(p == 2 for p in tokens.page)
        self.blank = has_blanks(tokens)
        #: by gap: brackets opened less brackets closed before it
        self.depth = _depths(tokens.words)
        #: by word: the lines (counted without blank ones) on which it begins and ends
        self.ranks = _ranks(tokens)
        #: by word: the shortest run from it on that takes several lines ends here
        self.several = _several(self.ranks)
        #: how the cells of a row stand to each other (see steps.py)
        self.standing = UNKNOWN
        #: by column: what speaks for a word with a capital being inside a cell (see capitals.py); empty: not known yet
        self.capitals: tuple[int, ...] = ()
        #: by column: what a row costs without a cell there, and what speaks for a cell that begins with a kind of word
        #: (see manners.py); empty: not known yet
        self.blanks: tuple[int, ...] = ()
        self.begins: tuple[tuple[int, ...], ...] = ()
        #: by word: the end of the shortest run from it on that says something twice
        self.repeats = _repeats(self.bare)
        self.targets = Targets.of(self.words, self.bare, self.roles, context.pairs)
        #: by gap: (kind of gap, page mark, blank lines up to 2)
        self.layout = [self._layout(i) for i in range(len(self.words) + 1)]
        #: neighbours inside lines, and where each word stands
        inside = (i for i in range(1, len(self.bare)) if not tokens.first[i])
        self.own_pairs = frozenset((self.bare[i - 1], self.bare[i]) for i in inside)
        self.places: dict[str, list[int]] = {}
        for i, word in enumerate(self.bare):
            self.places.setdefault(word, []).append(i)

    def stood(self, layout: SeenLayout) -> TableFacts:
        """The same words in cells that stand and write so."""
        other = copy(self)
        other.standing, other.capitals = layout.standing, layout.capitals
        other.blanks, other.begins = layout.blanks, layout.begins
        return other

    def _layout(self, i: int) -> tuple[str, int, int]:
        if i >= len(self.words):
            return "akhir", 0, 0
        return "ganti" if self.tokens.first[i] else "lanjut", self.tokens.page[i], min(self.tokens.gap[i], 2)

    def seam_possible(self, i: int) -> bool:
        """A page may break before word i: at a mark where the source has marks, else at any line's start."""
        if not 0 < i < len(self.words) or not self.tokens.first[i]:
            return False
        return self.tokens.page[i] > 0 or not self.marked or self.tokens.gap[i] > 1

    def behind_breaks(self) -> frozenset[int]:
        """The gaps of the lines that stand next behind a page break (or behind two blank lines or more)."""
        gaps: set[int] = set()
        lines = _RESTS
        for i in range(len(self.words)):
            if self.tokens.first[i]:
                lines = 0 if self.tokens.page[i] > 0 or self.tokens.gap[i] > 1 else lines + 1
            if lines < _RESTS:
                gaps.add(i)
        return frozenset(gaps)

    def ordinal(self, i: int) -> bool:
        """Whether a word can stand in the number column: short, not of several letters, and not a dash."""
        word = self.words[i].rstrip(".)")
        return (
            len(word) <= _ORDINAL
            and any(map(str.isalnum, word))
            and (not word.isalpha() or len(word) < 3 or set(word) <= set("IVXL"))
        )

    def lines_of(self, start: int, end: int) -> int:
        """How many lines the words start..end take."""
        return self.ranks[end - 1][1] - self.ranks[start][0] + 1

    def parted(self, end: int, start: int) -> bool:
        """Whether a page break before word `start` parted the word that ends the run at `end`."""
        pair = self.words[end - 1], self.words[start]
        known = self.context.words.parted
        found = known.get(pair)
        if found is None:
            found = known[pair] = one_word(pair, self.context.words) > 0
        return found

    def over_break(
        self, words: tuple[str, ...], last: tuple[int, int], start: int, count: int
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(a cell's words before a page break, the next `count` words behind it); a word that the break parted counts
        as one, behind it. `words` are `self.words` or `self.bare`."""
        before, ahead = words[slice(*last)], words[start : start + count]
        if before and ahead and self.parted(last[1], start):
            return before[:-1], (before[-1] + ahead[0], *ahead[1:])
        return before, ahead


def number_in(word: str) -> int | None:
    """The number that a word of the number column counts (`12.`)."""
    digits = word.rstrip(".)")
    return int(digits[-_DIGITS:]) if digits.isdecimal() else None


def _ranks(tokens: TableWords) -> list[tuple[int, int]]:
    """One line a word, unless the word is broken."""
    found: list[tuple[int, int]] = []
    rank, open_line = -1, -1
    for i in range(len(tokens)):
        rank += tokens.line[i] != open_line
        parts = tokens.fragments(i)
        found.append((rank, rank + len(parts) - 1))
        rank, open_line = found[-1][1], parts[-1].line
    return found


def _several(ranks: Sequence[tuple[int, int]]) -> list[int]:
    found = [len(ranks) + 1] * len(ranks)
    for i in range(len(ranks) - 1, -1, -1):
        if ranks[i][1] > ranks[i][0]:
            found[i] = i + 1
        elif i + 1 < len(ranks):
            found[i] = found[i + 1] if ranks[i + 1][0] == ranks[i][0] else i + 2
    return found


def _repeats(words: Sequence[str]) -> list[int]:
    """Two neighbouring words that come twice within a few words (`masa kerja perbaikan masa kerja`) are mostly the ends
    of two cells."""
    never = len(words) + 1
    last: dict[tuple[str, str], int] = {}
    found: list[int] = [never] * (len(words) + 1)
    for i in range(1, len(words)):
        pair = (words[i - 1], words[i])
        before = last.get(pair)
        if before is not None and i - before <= NEAR:
            found[before - 1] = min(found[before - 1], i + 1)
        last[pair] = i
    for i in range(len(words) - 1, -1, -1):
        found[i] = min(found[i], found[i + 1])
    return found


def _depths(words: Sequence[str]) -> list[int]:
    out = [0]
    for word in words:
        out.append(out[-1] + word.count("(") - word.count(")"))
    return out
