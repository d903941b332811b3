"""What a run of words says as a whole: its length, its brackets, and the grammar of its column (numbers, targets, units
of measure, phrases that come again)."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from bahasa.roles import Grammar, column_roles
from bahasa.target_at import target_at
from extract.table.linear.evidence import Phrases
from extract.table.linear.facts import TableFacts, number_in
from extract.table.linear.runs import CONT, SAME, RowSoFar, WordRun
from extract.table.linear.steps import standing_name

#: Roles whose cells have a grammar, and which.
WITH_GRAMMAR: dict[str, Grammar] = {role.name: role.grammar for role in column_roles().values() if role.grammar}
#: No target has more words.
_TARGET_WORDS = 9

#: (names for any end of a run, [(end, names instead)]).
Ends = tuple[list[str], list[tuple[int, list[str]]]]


class CellGrammar:
    """The runs of one table, with the phrases that are known by now."""

    def __init__(self, facts: TableFacts, phrases: Phrases) -> None:
        self.facts, self.phrases = facts, phrases

    def whole(self, run: WordRun, row: RowSoFar) -> list[str]:
        """All names of a run, given the row before it."""
        facts = self.facts
        others, ends = self.ends(run, row)
        grammar = next((names for end, names in ends if end == run.end), others)
        depth = facts.depth[run.end] - facts.depth[run.start]
        extra = ["ulang"] if run.end >= facts.repeats[run.start] else []
        extra += ["sejajar"] if run.end in self.parallel_ends(run, row) else []
        if run.kind == SAME:
            own, gap = run.end >= facts.several[run.start], facts.layout[run.start][0]
            extra.append(standing_name(facts.standing, row.multi, own, gap))
        return [
            length_name(facts.roles[run.column], run.end - run.start),
            balance_name(run.kind, depth),
            *extra,
            *grammar,
        ]

    def parallel_ends(self, longest: WordRun, row: RowSoFar) -> list[int]:
        """The ends at which a continued run ends with the word of the rest before it: the texts of one row run parallel
        (`karir ASN` | `ASN`, `masa kerja` | `perbaikan masa kerja`), and so do their rests."""
        if longest.kind != CONT or not row.after:
            return []
        found = self.facts.places.get(self.facts.bare[longest.start - 1], [])
        if not found or found[-1] < longest.start:
            return []
        return [i + 1 for i in found[bisect_left(found, longest.start) : bisect_left(found, longest.end)]]

    def ends(self, longest: WordRun, row: RowSoFar) -> Ends:
        """What the column's grammar says of the runs that begin as `longest` does, up to its end."""
        role = self.facts.roles[longest.column]
        grammar = WITH_GRAMMAR.get(role)
        if grammar == "number" and longest.kind != CONT:
            return ["nomor=bukan"], [(longest.start + 1, [self._number(longest.start, row)])]
        if grammar == "target":
            return self._rest_of_target(longest, row) if longest.kind == CONT else self._target(longest.start)
        if grammar == "unit":
            word = self.facts.words[longest.start]
            if not any(map(str.isalpha, word)) and "%" not in word:
                # `≤`, `30`: no unit of measure begins so
                return ["satuan=tanda"], []
            return ["satuan=lain"], [(longest.start + 1, ["satuan=kata" if word.isalpha() else "satuan=lain"])]
        if grammar == "phrase":
            return self._phrase(longest, row, role)
        if grammar == "recurring":
            # `Baru` / `Lanjutan`, `Daftar hadir` / `Laporan`: what stands there again and again, if it does
            return [], self._phrase(longest, row, role)[1]
        return [], []

    def cuts(self, longest: WordRun) -> range:
        """The ends at which a run that begins as `longest` does hardly ends: inside a target that seldom is cut."""
        if longest.kind == CONT or WITH_GRAMMAR.get(self.facts.roles[longest.column]) != "target":
            return range(0)
        return range(longest.start + 1, self.facts.targets.whole[longest.start])

    def _number(self, start: int, row: RowSoFar) -> str:
        number = number_in(self.facts.words[start])
        if number is None:
            return "nomor=bukan"
        return {0: "nomor=sama", 1: "nomor=berikut"}.get(number - row.number, "nomor=lain")

    def _target(self, start: int) -> Ends:
        end, kind = self.facts.targets.at[start]
        return [f"target={'sebagian' if end > start else 'bukan'}"], [(end, [f"target={kind}"])] if kind else []

    def _rest_of_target(self, longest: WordRun, row: RowSoFar) -> Ends:
        """The rest of a target behind a page break: read with what stands before the break (`12` / `dokumen`)."""
        start, last = longest.start, row.last[longest.column]
        before, ahead = self.facts.over_break(self.facts.words, last, start, _TARGET_WORDS)
        end, kind = _target_in((*before, *ahead))
        end += start - len(before)
        others = ["target=sebagian", "sambungtarget=0"]
        return others, [(end, [f"target={kind}", "sambungtarget=1"])] if kind and end > start else []

    def _phrase(self, longest: WordRun, row: RowSoFar, role: str) -> Ends:
        start, longest_phrase = longest.start, self.phrases.longest
        before: tuple[str, ...] = ()
        ahead = self.facts.bare[start : start + longest_phrase]
        name = f"frasa={role}"
        if longest.kind == CONT:
            name = f"sambung{name}"
            before, ahead = self.facts.over_break(self.facts.bare, row.last[longest.column], start, longest_phrase)
        ends = []
        for size in self.phrases.sizes.get(before[0] if before else ahead[0], ()) if ahead else ():
            end = start + size - len(before)
            if start < end <= len(self.facts.words) and (*before, *ahead[: end - start]) in self.phrases.whole:
                ends.append((end, [f"{name}:utuh"]))
        return [f"{name}:lain"], ends


@lru_cache(maxsize=1 << 12)
def _target_in(words: tuple[str, ...]) -> tuple[int, str]:
    """The target that words begin with: each of a table's searches asks for the same ones."""
    return target_at(words, 0)


def length_name(role: str, words: int) -> str:
    """The name of a run's length in words."""
    return f"panjang={role}:{_bucket(words)}"


def balance_name(kind: int, depth: int) -> str:
    """The name of a run's brackets: opened and not closed, or closed and not opened."""
    side = "rapi" if depth == 0 else "buka" if depth > 0 else "tutup"
    return f"kurung={'sambung' if kind == CONT else 'biasa'}:{side}"


def _bucket(size: int) -> int:
    return size if size < 4 else 4 if size < 6 else 6 if size < 10 else 10 if size < 20 else 20 if size < 40 else 40
