"""What a rule of correction is: a pure function from a text and its context to the corrections it would make.

A correction names the characters it replaces (offsets into the text that the rule was given, end exclusive). Those at
least as certain as APPLY are applied, the others are proposed to a person.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import NamedTuple

from normalize.place import Field
from normalize.words.document import Document

#: Certainty from which a correction is applied without asking.
APPLY = 0.9


class Correction(NamedTuple):
    """Replace text[start:end] by `after`. `evidence` says in Indonesian why."""

    start: int
    end: int
    after: str
    rule: str
    evidence: str
    certainty: float = 1.0


def _unknown(word: str) -> bool:
    return False


class Context(NamedTuple):
    """What a rule may know beside the text: its field, what the document says about words, the words of the parallel
    cells of its row (in lower case), and which words (in lower case) the dictionary knows."""

    field: Field
    document: Document
    parallel: frozenset[str] = frozenset()
    known: Callable[[str], bool] = _unknown


Rule = Callable[[str, Context], list[Correction]]

#: So many texts are remembered with what a rule says of them.
_REMEMBERED = 1 << 13


def of_text_alone(rule: Callable[[str], list[Correction]]) -> Rule:
    """A rule that knows nothing but the text, as a rule; the rounds of correction ask it once a text."""

    @lru_cache(maxsize=_REMEMBERED)
    def remembered(text: str) -> tuple[Correction, ...]:
        return tuple(rule(text))

    @wraps(rule)
    def asked(text: str, context: Context) -> list[Correction]:
        return list(remembered(text))

    return asked


def of_texts_where(may_speak: Callable[[str], bool]) -> Callable[[Rule], Rule]:
    """A rule that says nothing of a text, whatever the document prints, unless the text is of this kind: most are not,
    which is found out once a text."""
    remembered = lru_cache(maxsize=_REMEMBERED)(may_speak)

    def bounded(rule: Rule) -> Rule:
        @wraps(rule)
        def asked(text: str, context: Context) -> list[Correction]:
            return rule(text, context) if remembered(text) else []

        return asked

    return bounded
