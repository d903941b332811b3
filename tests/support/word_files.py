"""Word files made in a test: python-docx where it has a way, XML where it has none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extract.media import DOCX
from schemas.source import Source

SOURCE = Source(file="uji.docx", slug="uji", sha256="0" * 64, media_type=DOCX)

#: A list of three levels: `1.`, `a)`, `(i)`.
LEVELS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "(%3)"))


def saved(document: Any) -> bytes:
    """The bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def blank_document() -> Any:
    """A document without text, its lists those that a test adds."""
    document = Document()
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    return document


def add_list(document: Any, number: int, levels: Sequence[tuple[str, str]] = LEVELS) -> None:
    """An abstract list of this number, and a list of the same number that rests on it."""
    forms = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, xml("abstractNum", f'w:abstractNumId="{number}"', forms))
    add_num(document, number, number)


def add_num(document: Any, number: int, abstract: int, start: int | None = None) -> None:
    """A list that rests on an abstract one and, with `start`, begins its first level anew."""
    own = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start is not None else ""
    inner = f'<w:abstractNumId w:val="{abstract}"/>{own}'
    document.part.numbering_part.element.append(xml("num", f'w:numId="{number}"', inner))


def in_list(paragraph: Any, number: int, level: int = 0) -> Any:
    """Puts a paragraph into a list."""
    form = paragraph._p.get_or_add_pPr()
    form.append(xml("numPr", "", f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'))
    return paragraph


def xml(name: str, attributes: str = "", inner: str = "") -> Any:
    """An element `w:name`."""
    return parse_xml(f"<w:{name} {nsdecls('w')} {attributes}>{inner}</w:{name}>")


def table(document: Any, rows: Sequence[Sequence[str]]) -> Any:
    """A table with these texts."""
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return made


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The file with one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, content if entry.filename == name else old.read(entry))
    return out.getvalue()
