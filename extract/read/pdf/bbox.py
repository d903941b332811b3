"""Places by line number to places by page and box.

The code shared with text sources tells where a text stands by line numbers. A PDF's lines have words with boxes: the
place of a text is the box around its own words in those lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from schemas.base import Finding, Place
from schemas.decree import Block, Lampiran, Preamble, Text
from schemas.layout import Line, Word

Model = TypeVar("Model", bound=BaseModel)


class Boxes:
    """Rewrites places; `lines` are those that the numbers refer to."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines

    def preamble(self, preamble: Preamble) -> Preamble:
        return self._model(preamble)

    def lampiran(self, lampiran: Lampiran) -> Lampiran:
        return self._model(lampiran)

    def block(self, block: Block) -> Block:
        """A block's head; the rows of its table have their places already, unless it was read as text."""
        return self._model(block)

    def finding(self, finding: Finding) -> Finding:
        return finding.model_copy(update={"places": self._places(finding.places, finding.as_printed)})

    def text(self, text: Text) -> Text:
        return text.model_copy(update={"places": self._places(text.places, text.as_printed)})

    def _model(self, model: Model) -> Model:
        changed = {}
        for name in type(model).model_fields:
            value = getattr(model, name)
            new = self._value(value)
            if new is not value:
                changed[name] = new
        return model.model_copy(update=changed) if changed else model

    def _value(self, value: Any) -> Any:
        if isinstance(value, Text):
            return self.text(value) if any(place.lines for place in value.places) else value
        if isinstance(value, BaseModel):
            return self._model(value)
        if isinstance(value, tuple) and value and not isinstance(value[0], str | int | float):
            new = tuple(self._value(item) for item in value)
            return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
        if isinstance(value, dict) and value:
            changed = {key: self._value(item) for key, item in value.items()}
            return changed if any(changed[key] is not value[key] for key in value) else value
        return value

    def _places(self, places: Sequence[Place], printed: str) -> tuple[Place, ...]:
        """One place a page. Of the first and the last line only the words of the text itself count."""
        boxed: dict[int, list[Word]] = {}
        kept: list[Place] = []
        tokens = printed.split()
        for place in places:
            if place.lines is None:
                kept.append(place)
                continue
            for line in self.lines[place.lines[0] - 1 : place.lines[1]]:
                words = _own(line.words, tokens)
                if words and line.page is not None:
                    boxed.setdefault(line.page, []).extend(words)
        return (*kept, *(_place(page, words) for page, words in boxed.items()))


def _own(words: Sequence[Word], tokens: Sequence[str]) -> Sequence[Word]:
    """The words of a line that belong to a text: from the first to the last that it prints."""
    if len(words) < 2:
        return words
    text = " ".join(tokens)
    known = [i for i, word in enumerate(words) if word.text in text]
    return words[known[0] : known[-1] + 1] if known else words


def _place(page: int, words: Sequence[Word]) -> Place:
    x0, top = min(w.x0 for w in words), min(w.top for w in words)
    x1, bottom = max(w.x1 for w in words), max(w.bottom for w in words)
    return Place(page=page, bbox=(x0, top, x1, bottom))
