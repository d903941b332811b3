"""Finds what a decision is about: by its words, the row's indikator and the holder's name; by its place as last help.

A decision that fits nothing is stale, with the likeliest words of today. None is ever about other words than its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bahasa.fold import fold, fold_words
from bahasa.temuan import shorten
from normalize.koreksi.opened import OpenBlock, OpenDecree, OpenRow, Spot, split_path, what_stands_at
from normalize.koreksi.putusan import Putusan
from normalize.koreksi.row_cells import BETWEEN, row_words, word_set


class StaleKoreksi(Exception):
    """The decision fits nothing: why (Indonesian), and the likeliest text of today."""

    def __init__(self, reason: str, nearest: Spot | None = None, words: str = "") -> None:
        super().__init__(reason)
        self.reason, self.nearest, self.words = reason, nearest, words


class AlreadySo(Exception):
    """The decree is read as the decision wants it, without it."""

    def __init__(self, spot: Spot | None = None) -> None:
        super().__init__()
        self.spot = spot


@dataclass(frozen=True, slots=True)
class Reading:
    """What a decision was applied to, and the texts before and after."""

    spot: Spot
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Affinity:
    """What a decision and a text have in common beside its words: the row's indikator, the holder, the place. What the
    decision does not name is not against it."""

    row: bool
    holder: bool
    place: bool
    distance: int

    @property
    def rank(self) -> tuple[bool, bool, bool, int]:
        """The best is the least."""
        return (not self.row, not self.holder, not self.place, self.distance)


class LookUp:
    """Finds texts, rows and blocks of the decree as it stands. `near`: the decision is about this very source, so that
    one which names nothing but its place is about what stands there."""

    def __init__(self, decree: OpenDecree, near: bool = True) -> None:
        self.decree, self.near = decree, near

    def likeness(self, decision: Putusan, spot: Spot) -> Affinity:
        """How far the spot is that of the decision."""
        path = self.decree.path_of(spot)
        apart = abs(split_path(path)[1] - split_path(decision.tempat)[1])
        row = not decision.indikator or (spot.row is not None and fold_words(decision.indikator) in spot.row.named)
        holder = not decision.jabatan or (spot.block is not None and fold_words(decision.jabatan) in spot.block.named)
        return Affinity(row, holder, path == decision.tempat, apart)

    def text(
        self, decision: Putusan, words: str, fits: Callable[[Spot], bool] | None = None, loose: bool = False
    ) -> Spot:
        """The text that the decision is about: it reads these words, or did so when the decision was made. StaleKoreksi
        where there is none. `loose`: it is about words wherever the holder has them, although the row is another."""
        wanted = fold(words)
        spots = list(self.decree.spots(what_stands_at(decision.tempat)))
        same = fits or (lambda spot: wanted in self.decree.readings(spot))
        return self._one(decision, [spot for spot in spots if same(spot)], spots, words, loose)

    def row(self, decision: Putusan, words: Sequence[str]) -> Spot:
        """The row whose cells read these words, now or when the decision was made."""
        wanted = word_set(words)
        return self._row(decision, lambda row: wanted in row.worded, BETWEEN.join(words))

    def named_row(self, decision: Putusan, name: str) -> Spot:
        """The row whose indikator reads so, in words as `fold_words` gives them."""
        return self._row(decision, lambda row: name in row.named, name)

    def _row(self, decision: Putusan, fits: Callable[[OpenRow], bool], words: str) -> Spot:
        rows = [(row, Spot(block, row)) for block in self.decree.blocks for row in block.rows]
        return self._one(decision, [spot for row, spot in rows if fits(row)], [spot for _, spot in rows], words)

    def block(self, decision: Putusan) -> OpenBlock:
        """The block whose holder the decision names, that at its place among several."""
        spots = [Spot(block) for block in self.decree.blocks]
        wanted = split_path(decision.tempat)[0] or decision.tempat
        ranked = [
            (not like.holder, block.path != wanted, at)
            for at, (block, spot) in enumerate(zip(self.decree.blocks, spots, strict=True))
            if (like := self.likeness(decision, spot)).holder
            and (decision.jabatan or (self.near and block.path == wanted))
        ]
        if not ranked:
            raise StaleKoreksi(f"tidak ada blok “{shorten(decision.jabatan or decision.tempat)}”")
        return self.decree.blocks[min(ranked)[2]]

    def _one(self, decision: Putusan, same: list[Spot], spots: list[Spot], words: str, loose: bool = False) -> Spot:
        ranked = sorted(((self.likeness(decision, spot), spot) for spot in same), key=lambda pair: pair[0].rank)
        if not ranked:
            near = self.nearest(decision, spots, words)
            gone = "lagi di sana" if near else "di mana pun"
            raise StaleKoreksi(f"“{shorten(fold(words))}” tidak terbaca {gone}", near, self.words_at(near))
        best, spot = ranked[0]
        alike = sum((one.row, one.holder) == (best.row, best.holder) for one, _ in ranked)
        if self._is_it(decision, best, alike) or (loose and self._may_be(decision, best, len(ranked))):
            return spot
        raise StaleKoreksi(_unsure(best, alike, words), spot, self.words_at(spot))

    def _is_it(self, decision: Putusan, best: Affinity, alike: int) -> bool:
        """Is it the text of the decision? Its row and holder are; where its holder is none in the decree any more, the
        row alone, if there is only one; where it names neither, its place."""
        if not (decision.indikator or decision.jabatan):
            return (best.place and self.near) or alike == 1
        return best.row and (best.holder or (alike == 1 and not self._has(decision.jabatan)))

    def _may_be(self, decision: Putusan, best: Affinity, found: int) -> bool:
        """May words stand there that were decided about in another row? The holder has them, or in all the decree only
        the same row of another holder, or one of a holder that is new."""
        if decision.jabatan and best.holder:
            return True
        return found == 1 and ((bool(decision.indikator) and best.row) or not self._has(decision.jabatan))

    def _has(self, holder: str) -> bool:
        return any(fold_words(holder) in block.named for block in self.decree.blocks)

    def nearest(self, decision: Putusan, spots: Iterable[Spot], words: str) -> Spot | None:
        """The likeliest of today: in the same row, else of the same holder or place with the most words in common."""
        wanted = set(fold_words(words).split())
        best: tuple[tuple[int, bool, int], Spot] | None = None
        for spot in spots:
            like = self.likeness(decision, spot)
            common = len(wanted & set(fold_words(self.words_at(spot)).split()))
            named = (like.row and bool(decision.indikator)) + (like.holder and bool(decision.jabatan))
            score = (int(named), like.place, common)
            if (named or like.place or common * 2 > len(wanted)) and (best is None or score > best[0]):
                best = (score, spot)
        return best[1] if best else None

    def words_at(self, spot: Spot | None) -> str:
        """What stands there now: a text, or the words of a row."""
        if spot is None:
            return ""
        if spot.row is not None and not spot.column:
            return BETWEEN.join(sorted(row_words(spot.row.row)))
        return fold(self.decree.text(spot).as_printed)


def _unsure(best: Affinity, alike: int, words: str) -> str:
    quoted = f"“{shorten(fold(words))}”"
    if not best.row:
        return f"{quoted} terbaca, tetapi pada baris lain"
    return f"{quoted} terbaca di {alike} tempat" if alike > 1 else f"{quoted} terbaca di tempat lain"


def row_below(block: OpenBlock, row: OpenRow, offset: int) -> OpenRow | None:
    """The row so many rows below (above, where negative), None beyond the table."""
    at = block.rows.index(row) + offset
    return block.rows[at] if 0 <= at < len(block.rows) else None
