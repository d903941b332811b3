"""The words of a whole decree: corrects every text until the document has nothing more to say.

The document is a witness to its own words, and correcting it changes what it says; so the rules run over all texts
again until a round changes nothing. The texts that come out are therefore left alone when they are read anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bahasa.fold import fold
from bahasa.kamus import is_known
from bahasa.roles import NO, roles_where
from bahasa.temuan import finding, shorten
from normalize.koreksi.overrule import Decisions, decisions_of, stale
from normalize.place import PROSE, Field, is_value_path
from normalize.walk import list_texts
from normalize.words.document import Document, read_document
from normalize.words.doubled import correct_doubled
from normalize.words.encoded import correct_encoded
from normalize.words.frames import propose_frames
from normalize.words.joints import correct_joints
from normalize.words.letters import correct_letters
from normalize.words.phrases import correct_phrases
from normalize.words.pipeline import Corrected, correct
from normalize.words.rules import Context, Rule
from normalize.words.slips import correct_slips
from normalize.words.spacing import correct_spacing, split_units
from normalize.words.speller import correct_words
from normalize.words.text_words import text_words
from schemas.base import Edit, Finding
from schemas.decree import Decree, Text

if TYPE_CHECKING:
    from normalize.koreksi.kinds import SalahKetik

#: Rules that need no witness: marks first, so that words stand free.
CERTAIN_RULES: tuple[Rule, ...] = (correct_encoded, correct_spacing, split_units, correct_slips)

#: All rules in order: letters first, so that words are words; the speller comes when the certain slips are gone.
RULES: tuple[Rule, ...] = (
    correct_encoded, correct_spacing, split_units, correct_letters, correct_slips, correct_phrases, correct_joints,
    correct_words, correct_doubled, propose_frames,
)  # fmt: skip

#: Roles that name units: the other cells of the row say nothing about their words.
_NAMING = frozenset(roles_where(lambda role: role.names_units))

# each round corrects what the round before made plain; two or three are usual
_ROUNDS = 6


class DecreeTexts:
    """The texts of a decree by their path: `values` starts with the folded print and is corrected by `correct`."""

    def __init__(self, decree: Decree, koreksi: Sequence[SalahKetik] = ()) -> None:
        listed = list_texts(decree)
        self._decisions = decisions_of(koreksi)
        self.values = {field.path: _folded(field, text) for field, text in listed}
        self._prose = [(field, text) for field, text in listed if field.role in PROSE and self.values[field.path]]
        self._edits: dict[str, list[Edit]] = {}
        self._proposals: dict[str, tuple[Edit, ...]] = {}
        self._history: dict[str, set[str]] = {}
        self._left: list[str] = []
        self._koreksi = koreksi
        self._printed = dict(self.values)
        self._spelled = False
        for field, _ in self._prose:
            if (decisions := self._decisions.get(field.path)) is not None:
                self.values[field.path], self._edits[field.path] = decisions.write(self.values[field.path], field.path)

    def correct(self) -> None:
        """Runs the certain rules once, then all rules until a round changes nothing, or the search has cost too much
        (a text in another language, or one that was read badly)."""
        self._spelled = True
        self._round(CERTAIN_RULES, Document(), {})
        document = None
        for _ in range(_ROUNDS):
            document = read_document((self.values[field.path] for field, _ in self._prose), document)
            changed = self._round(RULES, document, self._rows())
            self._left = sorted(document.effort.left)
            if not changed or self._left:
                return

    def put(self, field: Field, text: Text) -> Text:
        """The text with its value; a visitor for `map_texts`."""
        return text.model_copy(update={"value": self.values[field.path]})

    def edits(self) -> list[Edit]:
        """The edits in the order of the texts."""
        return [edit for field, _ in self._prose for edit in self._edits.get(field.path, ())]

    def proposals(self) -> list[Edit]:
        """The corrections that a person should decide, in the order of the texts."""
        return [
            proposal.model_copy(update={"place": field.path})
            for field, _ in self._prose
            for proposal in self._proposals.get(field.path, ())
        ]

    def findings(self) -> list[Finding]:
        """The proposals as findings, after one that tells of words which were not looked at."""
        left = []
        if self._left:
            examples = ", ".join(f"“{shorten(word, 30)}”" for word in self._left[:3])
            left.append(finding("ejaan-terbatas", jumlah=len(self._left), contoh=examples))
        return left + [
            finding("ejaan-usulan", field.about(text), sebelum=p.before, sesudah=p.after, bukti=p.evidence)
            for field, text in self._prose
            for p in self._proposals.get(field.path, ())
        ]

    def unfit(self) -> list[tuple[SalahKetik, str]]:
        """The decisions that fit nothing, with the reason in Indonesian."""
        return [*self._stale(), *self._unused()]

    def _stale(self) -> list[tuple[SalahKetik, str]]:
        """The decisions that fit nothing, with the reason."""
        brought = {path: [edit.after for edit in edits] for path, edits in self._edits.items()}
        return stale(self._koreksi, self._printed, {field.path for field, _ in self._prose}, brought)

    def _unused(self) -> list[tuple[SalahKetik, str]]:
        """The proposals that a person accepted as they are, and that no rule makes any more."""
        about = self._decisions.items() if self._spelled else ()
        return [
            (koreksi, f"tidak ada lagi usulan untuk “{word}”")
            for path, decisions in about
            for word, koreksi in decisions.accepted.items()
            if word not in decisions.used and word in self._printed.get(path, "") and not is_value_path(path)
        ]

    def _round(self, rules: Sequence[Rule], document: Document, rows: dict[str, frozenset[str]]) -> bool:
        """One round over all texts; True where it changed any. A sentence that repeats (sumber data) is read once."""
        seen: dict[tuple[str, frozenset[str], Decisions | None], Corrected] = {}
        changed = False
        for field, _ in self._prose:
            path, value = field.path, self.values[field.path]
            parallel = _parallel(field, rows)
            decisions = self._decisions.get(path)
            if (corrected := seen.get((value, parallel, decisions))) is None:
                context = Context(field, document, parallel, is_known)
                decide = (decisions or Decisions()).decide
                corrected = seen[value, parallel, decisions] = correct(value, rules, context, decide)
            if corrected.value in self._history.setdefault(path, {value}) and corrected.edits:
                continue  # two rules at odds: what stands is left standing
            self._history[path].add(corrected.value)
            self.values[path] = corrected.value
            self._proposals[path] = corrected.proposals
            if corrected.edits:
                placed = [edit.model_copy(update={"place": path}) for edit in corrected.edits]
                self._edits.setdefault(path, []).extend(placed)
                changed = True
        return changed

    def _rows(self) -> dict[str, frozenset[str]]:
        """The words of each row's cells, in lower case, by the path of the row."""
        rows: dict[str, set[str]] = {}
        for field, _ in self._prose:
            if "/rows/" in field.path and field.role not in _NAMING:
                words = text_words(self.values[field.path]).words
                rows.setdefault(field.path.rpartition("/")[0], set()).update(words)
        return {row: frozenset(words) for row, words in rows.items()}


def _folded(field: Field, text: Text) -> str:
    folded = fold(text.as_printed)
    # the number of a row without its full stop or bracket: `1.`, `2)`
    return folded.rstrip(".):").rstrip() if field.role == NO else folded


def _parallel(field: Field, rows: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words of the row that the field stands in; sumber data names units, and the row says nothing about them."""
    if field.role in _NAMING:
        return frozenset()
    return rows.get(field.path.rpartition("/")[0], frozenset())
