"""A Word document written line by line and grid by grid, as the generator of heads wants it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt
from word_files import add_list, blank_document, in_list, saved


@dataclass(frozen=True)
class Baris:
    """One paragraph: its text, the list of Word that numbers it (0: none) and its level there."""

    text: str
    listed: int = 0
    level: int = 0
    bold: bool = False
    underlined: bool = False
    centred: bool = False


#: What a cell or a line may be given as.
Isian = str | Sequence[Baris]


class Ketikan:
    """The document while it is written."""

    def __init__(self) -> None:
        self.document = blank_document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Liberation Serif", Pt(11)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
        self._lists = 0

    def save(self) -> bytes:
        return saved(self.document)

    def lines(self, isian: Isian, **form: bool) -> None:
        """Paragraphs of the page."""
        for one in _rows(isian, **form):
            self._write(self.document.add_paragraph(), one)

    def new_list(self, levels: Sequence[tuple[str, str]]) -> int:
        """Another list of Word, which begins at its first number."""
        self._lists += 1
        add_list(self.document, self._lists, levels)
        return self._lists

    def grid(self, rows: Sequence[Sequence[Isian]], columns: int | None = None, drawn: bool = True) -> Any:
        """A table, with lines if `drawn`; a row of fewer cells than columns ends in a cell over the rest."""
        count = columns or max(map(len, rows))
        made = self.document.add_table(0, count)
        if drawn:
            made.style = "Table Grid"
        for row in rows:
            self.row(made, row)
        return made

    def row(self, made: Any, texts: Sequence[Isian], spans: Sequence[int] = ()) -> Any:
        """One more row; `spans` says how many columns each text is over, the last one the rest without it."""
        cells, count = made.add_row().cells, len(made.columns)
        spans = spans or [1] * (len(texts) - 1) + [count - len(texts) + 1]
        at = 0
        for isian, span in zip(texts, spans, strict=True):
            cell = cells[at].merge(cells[at + span - 1]) if span > 1 else cells[at]
            self.fill(cell, isian)
            at += span
        return made.rows[-1]

    def fill(self, cell: Any, isian: Isian) -> None:
        """Writes into a cell; what stood there is gone."""
        for paragraph in cell.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        for place, one in enumerate(_rows(isian)):
            self._write(cell.add_paragraph() if place else cell.paragraphs[0], one)

    def page_break(self) -> None:
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def new_section(self) -> None:
        self.document.add_section()

    def running_head(self, text: str) -> None:
        self.document.sections[0].header.paragraphs[0].text = text

    def _write(self, paragraph: Any, line: Baris) -> None:
        for run in list(paragraph.runs):
            run._r.getparent().remove(run._r)
        run = paragraph.add_run(line.text)
        run.bold, run.underline = line.bold or None, line.underlined or None
        if line.centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if line.listed:
            in_list(paragraph, line.listed, line.level)


def _rows(isian: Isian, **form: bool) -> list[Baris]:
    return [Baris(isian, **form)] if isinstance(isian, str) else list(isian)  # type: ignore[arg-type]
