"""A reading of a table: which words form which piece of which cell, and what speaks for it.

A piece is a run of words of one cell. A row's pieces stand in the order of the columns. Where a page break cuts a row,
the rests follow once more in that order: `CONT` continues a cell, `FRESH` is a cell of the same row that begins only
behind the break. A merged sasaran may be continued though its row is long over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from itertools import product
from typing import NamedTuple

from bahasa.roles import NO, SASARAN, Grammar, column_roles
from bahasa.target_at import target_at
from extract.table.linear.broken import one_word
from extract.table.linear.evidence import UNFINISHED, Phrases, bare, has_blanks
from extract.table.linear.tokens import Tokens
from extract.table.linear.wrap import NAMES, Widths
from extract.table.told import Told

SAME, ROW, CONT, FRESH = range(4)
#: Words this near each other are one place of the text.
_NEAR = 4
#: A cell that ends so many lines or more above the page's bottom is not cut by the page.
_SHORT = 2
#: Roles whose cells have a grammar, and which.
WITH_GRAMMAR: dict[str, Grammar] = {role.name: role.grammar for role in column_roles().values() if role.grammar}
#: Behind a page break, the rests of a row's cells take so many lines at most (of those that share a line).
_RESTS = 8


class Piece(NamedTuple):
    """Words start..end (exclusive) belong to column `column`; `kind` is SAME (next cell of the row), ROW (first cell of
    a new row), CONT or FRESH."""

    start: int
    end: int
    column: int
    kind: int


class History(NamedTuple):
    """What is known of the row when a piece ends: the columns present, whether a sasaran came, the last number, each
    column's last piece (start, end; of the row, but the sasaran's of any row), whether the last piece has several lines
    and whether it stands behind a page break; how many lines the row takes (before a page break) with and without its
    sasaran, and how many the rows before it that stand beside the same sasaran."""

    mask: int = 0
    sasaran: bool = False
    number: int = 0
    last: tuple[tuple[int, int], ...] = ()
    multi: bool = False
    after: bool = False
    height: int = 0
    beside: int = 0
    above: int = 0


#: Facts about a continuation: an index into wrap.NAMES, whether the words around the break stand side by side elsewhere
#: in the table and in the document, whether it begins with words that stand before the break, whether with or behind a
#: word that leaves a sentence unfinished; and by how many lines (up to 2) the cell ended above the page's bottom.
Joint = tuple[int, bool, bool, bool, bool, int]
_EITHER = (False, True)
JOINTS: tuple[Joint | None, ...] = (
    None,
    *product(range(len(NAMES)), _EITHER, _EITHER, _EITHER, _EITHER, range(_SHORT + 1)),
)


class Rules:
    """The features of a step from one piece to the next, apart from those of single gaps. All are names; the weights
    are the model's. The same code serves reading and training."""

    def __init__(
        self,
        tokens: Tokens,
        roles: Sequence[str],
        phrases: Phrases,
        widths: Widths,
        told: Told,
    ) -> None:
        self.tokens, self.roles, self.words = tokens, tuple(roles), tokens.words
        self._know(phrases, widths)
        self.depth = _depths(tokens.words)
        self.told = told
        self._parted: dict[tuple[str, str], bool] = {}
        self.blank = has_blanks(tokens)
        self.bare = tuple(bare(word) for word in tokens.words)
        self.own_pairs = frozenset(
            (self.bare[i - 1], self.bare[i]) for i in range(1, len(self.bare)) if not tokens.first[i]
        )
        self.places: dict[str, list[int]] = {}
        for i, word in enumerate(self.bare):
            self.places.setdefault(word, []).append(i)
        #: the end of the shortest piece from each word on that says something twice
        self.repeats = _repeats(self.bare)
        self.targets = [target_at(self.words, i) for i in range(len(self.words))]
        self._choices: dict[tuple[int, int, bool, bool, bool], list[tuple[int, int]]] = {}
        self.sasaran = self.roles.index(SASARAN) if SASARAN in self.roles else -1
        self.marked = any(line.page is not None for line in tokens.lines) or any(p == 2 for p in tokens.page)

        self.ranks = _ranks(tokens)
        self.layout = [self._layout(i) for i in range(len(self.words) + 1)]

    def _know(self, phrases: Phrases, widths: Widths) -> None:
        self.phrases, self.widths = phrases, widths

    def knowing(self, phrases: Phrases, widths: Sequence[int]) -> Rules:
        """The rules of the same table, with the phrases and column widths that are known by now."""
        other = copy(self)
        other._know(phrases, self.widths.limited(widths))
        return other

    def _layout(self, i: int) -> tuple[str, int, int]:
        """(kind of gap, page mark, blank lines up to 2) of a gap, as the steps name them."""
        if i >= len(self.words):
            return "akhir", 0, 0
        return "ganti" if self.tokens.first[i] else "lanjut", self.tokens.page[i], min(self.tokens.gap[i], 2)

    def seam_possible(self, i: int) -> bool:
        """A page may break before word i: at a mark where the source has marks, else at any line's start."""
        if not 0 < i < len(self.words) or not self.tokens.first[i]:
            return False
        return self.tokens.page[i] > 0 or not self.marked or self.tokens.gap[i] > 1

    def ordinal(self, i: int) -> bool:
        """Whether a word can stand in the number column: short, not of several letters, and not a dash."""
        word = self.words[i].rstrip(".)")
        return (
            len(word) <= 4
            and any(map(str.isalnum, word))
            and (not word.isalpha() or len(word) < 3 or set(word) <= set("IVXL"))
        )

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

    def step(self, previous: int, history: History, start: int, column: int, kind: int) -> list[str]:
        """Names of the features of going from a piece of column `previous` (-1 at the beginning) to this start."""
        roles = self.roles
        line, page, gap = self.layout[start]
        multi = "banyak" if history.multi else "satu"
        if kind == SAME:
            out = ["langkah=sama", f"susun={multi}:{line}:{int(history.after)}"]
            out += [f"lewat={roles[k]}" for k in range(previous + 1, column)]
            return out
        if kind == ROW:
            out = [f"susunbaris={multi}:{line}:{int(history.after)}", f"baris>{roles[column]}"]
            out += [f"tanpa={roles[k]}" for k in range(column)]
            return out + self.close(previous, history)
        name = "sambung" if kind == CONT else "baru"
        out = [f"{name}={roles[column]}", f"susun{name}={multi}:{line}:{int(history.after)}"]
        if not history.after or column <= previous:
            out += [f"belah={page}:{gap}:{int(self.marked)}{int(self.blank)}", f"belah<{roles[previous]}"]
            out += [f"belahkurang={roles[k]}" for k in range(len(roles)) if not history.mask >> k & 1]
        return out

    def joint(self, history: History, start: int, column: int) -> list[str]:
        """Features of continuing column `column` at this start: does its text go on here?"""
        return joint_names(self.joint_facts(history, start, column))

    def joint_facts(self, history: History, start: int, column: int) -> Joint | None:
        """What there is to say of continuing column `column` at this start; None if it has no words yet."""
        return self.joints_at(*history.last[column], start, column)[self.short(history, column)]

    def joints_at(self, begin: int, end: int, start: int, column: int) -> tuple[Joint | None, ...]:
        """The same of a cell whose last words are begin..end, for each height above the page's bottom (0 .. 2)."""
        if end <= begin:
            return (None,) * (_SHORT + 1)
        fit = self.widths.name(max(begin, self.widths.line_start[end]), end, column, following=start)
        first, second = pair = self.bare[end - 1], self.bare[start]
        if self.parted(end, start):
            return ((fit, True, True, False, False, 0),) * (_SHORT + 1)
        again = self._again(max(begin, end - _NEAR), end, start)
        unfinished = first in UNFINISHED or second in UNFINISHED
        own, told = pair in self.own_pairs, pair in self.told.pairs
        return tuple((fit, own, told, again, unfinished, short) for short in range(_SHORT + 1))

    def short(self, history: History, column: int) -> int:
        """How many lines (up to 2) a cell ended above the page's bottom: its row's last one, or for a merged sasaran
        that of all rows beside it."""
        begin, end = history.last[column]
        if end <= begin:
            return 0
        lines = history.above + history.beside if column == self.sasaran else history.height
        lines -= self.ranks[end - 1][1] - self.ranks[begin][0] + 1
        return 0 if lines < 0 else lines if lines < _SHORT else _SHORT

    def lines_of(self, start: int, end: int) -> int:
        """How many lines the words start..end take."""
        return self.ranks[end - 1][1] - self.ranks[start][0] + 1

    def parted(self, end: int, start: int) -> bool:
        """Whether a page break before word `start` parted the word that ends the piece at `end`."""
        pair = self.words[end - 1], self.words[start]
        found = self._parted.get(pair)
        if found is None:
            found = self._parted[pair] = one_word(pair, self.told.words) > 0
        return found

    def _again(self, begin: int, end: int, start: int) -> bool:
        """Whether two words that begin a continuation stand just before its break already."""
        near, ahead = self.bare[begin:end], self.bare[start : start + 2]
        # a look at one word first: few come again
        return ahead[0] in near and any(self.bare[k : k + 2] == ahead for k in range(begin, end - 1))

    def balance(self, kind: int, depth: int) -> str:
        """The feature of a piece's brackets: opened and not closed, or closed and not opened."""
        side = "rapi" if depth == 0 else "buka" if depth > 0 else "tutup"
        return f"kurung={'sambung' if kind == CONT else 'biasa'}:{side}"

    def close(self, previous: int, history: History) -> list[str]:
        """Features of a row's end behind a piece of column `previous` (-1: there was none): the cells that it lacks at
        its end. What it lacks before was counted when it was passed over: a search can't count it later."""
        if previous < 0:
            return []
        if history.after:
            return [f"usaisambung<{self.roles[previous]}"]
        return [f"baris<{self.roles[previous]}", *(f"kurang={role}" for role in self.roles[previous + 1 :])]

    def length(self, piece: Piece) -> str:
        """The feature of a piece's length in words."""
        return f"panjang={self.roles[piece.column]}:{_bucket(piece.end - piece.start)}"

    def whole(self, piece: Piece, history: History) -> list[str]:
        """Features of a piece as a whole (its length, its grammar), given the row before it."""
        role = self.roles[piece.column]
        others, ends = self.grammar_ends(piece, history, role)
        grammar = next((names for j, names in ends if j == piece.end), others)
        depth = self.depth[piece.end] - self.depth[piece.start]
        extra = ["ulang"] if piece.end >= self.repeats[piece.start] else []
        extra += ["sejajar"] if piece.end in self.parallel_ends(piece, history) else []
        return [self.length(piece), self.balance(piece.kind, depth), *extra, *grammar]

    def parallel_ends(self, longest: Piece, history: History) -> list[int]:
        """The ends at which a continued piece ends with the word of the rest before it: the texts of one row run
        parallel (`karir ASN` | `ASN`, `masa kerja` | `perbaikan masa kerja`), and so do their rests."""
        if longest.kind != CONT or not history.after:
            return []
        found = self.places.get(self.bare[longest.start - 1], [])
        return [i + 1 for i in found if longest.start <= i < longest.end]

    def grammar_ends(
        self, longest: Piece, history: History, role: str
    ) -> tuple[list[str], list[tuple[int, list[str]]]]:
        """(features of any end of a piece that starts at longest.start, [(end, features instead)])."""
        start, cont = longest.start, longest.kind == CONT
        grammar = WITH_GRAMMAR.get(role)
        if grammar == "number" and not cont:
            return ["nomor=bukan"], [(start + 1, [self._number(start, history)])]
        if grammar == "target":
            return self._target_ends(longest, cont, history)
        if grammar == "unit":
            word = self.words[start]
            return ["satuan=lain"], [(start + 1, ["satuan=kata" if word.isalpha() else "satuan=lain"])]
        if grammar == "phrase":
            return self._phrase_ends(longest, cont, history, role)
        return [], []

    def _number(self, start: int, history: History) -> str:
        digits = self.words[start].rstrip(".)")
        if not digits.isdecimal():
            return "nomor=bukan"
        step = int(digits[-4:]) - history.number
        return "nomor=berikut" if step == 1 else "nomor=sama" if step == 0 else "nomor=lain"

    def _target_ends(
        self, longest: Piece, cont: bool, history: History
    ) -> tuple[list[str], list[tuple[int, list[str]]]]:
        start = longest.start
        if not cont:
            end, kind = self.targets[start]
            return [f"target={'sebagian' if end > start else 'bukan'}"], [(end, [f"target={kind}"])] if kind else []
        before, ahead = self._over_break(self.words, history.last[longest.column], start, 9)
        end, kind = target_at((*before, *ahead), 0)
        end += start - len(before)
        others = ["target=sebagian", "sambungtarget=0"]
        return others, [(end, [f"target={kind}", "sambungtarget=1"])] if kind and end > start else []

    def _over_break(
        self, words: tuple[str, ...], last: tuple[int, int], start: int, count: int
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(a cell's words before a page break, the next `count` words behind it); a word that the break parted counts
        as one, behind it."""
        before, ahead = words[slice(*last)], words[start : start + count]
        if before and ahead and self.parted(last[1], start):
            return before[:-1], (before[-1] + ahead[0], *ahead[1:])
        return before, ahead

    def _phrase_ends(
        self, longest: Piece, cont: bool, history: History, role: str
    ) -> tuple[list[str], list[tuple[int, list[str]]]]:
        start = longest.start
        name = f"sambungfrasa={role}" if cont else f"frasa={role}"
        before: tuple[str, ...] = ()
        ahead = self.bare[start : start + self.phrases.longest]
        if cont:
            before, ahead = self._over_break(self.bare, history.last[longest.column], start, self.phrases.longest)
        ends = []
        for size in self.phrases.sizes.get(before[0] if before else ahead[0], ()) if ahead else ():
            end = start + size - len(before)
            if start < end <= len(self.words) and (*before, *ahead[: end - start]) in self.phrases.whole:
                ends.append((end, [f"{name}:utuh"]))
        return [f"{name}:lain"], ends

    def after(self, piece: Piece, history: History) -> History:
        """The history behind a piece."""
        fresh = piece.kind == ROW
        number = history.number
        if self.roles[piece.column] == NO and piece.kind != CONT:
            digits = self.words[piece.start].rstrip(".)")
            number = int(digits[-4:]) if digits.isdecimal() else number
        last = history.last
        if fresh or not last:
            sasaran = last[self.sasaran] if last and self.sasaran >= 0 else (0, 0)
            last = tuple(sasaran if k == self.sasaran else (0, 0) for k in range(len(self.roles)))
        cut = piece.kind in (CONT, FRESH)
        lines = self.lines_of(piece.start, piece.end)
        height, beside, above = history.height, history.beside, history.above
        if fresh:
            height, beside, above = 0, 0, above + beside
        if piece.column == self.sasaran:
            beside, above = 0, 0
        elif not cut:
            beside = max(beside, lines)
        if not cut:
            height = max(height, lines)
        return History(
            (0 if fresh else history.mask) | (1 << piece.column),
            history.sasaran or piece.column == self.sasaran,
            number,
            (*last[: piece.column], (piece.start, piece.end), *last[piece.column + 1 :]),
            lines > 1,
            cut,
            height,
            beside,
            above,
        )

    def choices(self, previous: int, history: History, seam: bool) -> list[tuple[int, int]]:
        """(column, kind) of the pieces that may follow one of column `previous`, where a page may (`seam`) break."""
        key = (previous, history.mask, history.after, history.sasaran, seam)
        found = self._choices.get(key)
        if found is None:
            count = range(len(self.roles))
            found = [
                (c, k) for c in count for k in (SAME, ROW, CONT, FRESH) if self._may(previous, history, seam, c, k)
            ]
            self._choices[key] = found
        return found

    def _may(self, previous: int, history: History, seam: bool, column: int, kind: int) -> bool:
        if kind == ROW:
            return True
        if kind == SAME:
            return not history.after and column > previous
        if not (seam or (history.after and column > previous)):
            return False
        present = bool(history.mask >> column & 1)
        if kind == CONT:
            return present or (column == self.sasaran and history.sasaran)
        return not present and (history.after or column < previous)


def joint_names(facts: Joint | None) -> list[str]:
    """The names of the features of a continuation."""
    if facts is None:
        return []
    fit, own, told, again, unfinished, short = facts
    out = [f"sambung{NAMES[fit]}", f"sambungpasangan={int(own)}{int(told)}", f"sambungdasar={short}"]
    return out + ["sambungulang"] * again + ["sambungkata"] * unfinished


def _ranks(tokens: Tokens) -> list[tuple[int, int]]:
    """For each word the lines (counted without blank ones) on which it begins and ends: one, unless it is broken."""
    found: list[tuple[int, int]] = []
    rank, open_line = -1, -1
    for i in range(len(tokens)):
        rank += tokens.line[i] != open_line
        parts = tokens.fragments(i)
        found.append((rank, rank + len(parts) - 1))
        rank, open_line = found[-1][1], parts[-1].line
    return found


def _repeats(words: Sequence[str]) -> list[int]:
    """For each word, the end of the shortest run from it in which two neighbouring words come twice within a few words
    (`masa kerja perbaikan masa kerja`): mostly the ends of two cells."""
    never = len(words) + 1
    last: dict[tuple[str, str], int] = {}
    found: list[int] = [never] * (len(words) + 1)
    for i in range(1, len(words)):
        pair = (words[i - 1], words[i])
        before = last.get(pair)
        if before is not None and i - before <= _NEAR:
            found[before - 1] = min(found[before - 1], i + 1)
        last[pair] = i
    for i in range(len(words) - 1, -1, -1):
        found[i] = min(found[i], found[i + 1])
    return found


def _depths(words: Sequence[str]) -> list[int]:
    """Brackets opened less brackets closed before each word."""
    out = [0]
    for word in words:
        out.append(out[-1] + word.count("(") - word.count(")"))
    return out


def _bucket(size: int) -> int:
    return size if size < 4 else 4 if size < 6 else 6 if size < 10 else 10 if size < 20 else 20 if size < 40 else 40


def walk(rules: Rules, path: Sequence[Piece]) -> Iterator[tuple[Piece, int, History, History]]:
    """(piece, column before it, history before it, history behind it) along a path."""
    previous, history = -1, History()
    for piece in path:
        behind = rules.after(piece, history)
        yield piece, previous, history, behind
        previous, history = piece.column, behind
