"""Is a table as drawn one of indicators?"""

from __future__ import annotations

from bahasa.date import is_date, is_month, read_day, read_month
from bahasa.fold import fold_words
from bahasa.labels import labels_of, part_headed
from bahasa.program import is_program
from bahasa.roles import INDIKATOR, about_role
from extract.read.pdf.grid import text_in
from extract.table.drawn.heading import HeadingBand, seen_columns
from extract.table.drawn.labels_across import lists_holders
from extract.table.drawn.sheet import Sheet, TablePart


def of_indicators(sheet: Sheet) -> bool:
    """Is it a table of indicators: a column of them, and one more that only such a table has? One of programs and their
    money is none, nor is one of persons."""
    if is_program([column.text for column in sheet.columns]) or any(map(_names_persons, sheet.pieces)):
        return False
    if _indicators_are_dates(sheet) or _says_duties(sheet):
        return False
    columns = [*sheet.columns, *(sheet.beside.columns if sheet.beside is not None else ())]
    roles = {column.role for column in columns}
    return INDIKATOR in roles and any(about_role(role).telling for role in roles)


def _says_duties(sheet: Sheet) -> bool:
    """Is the column of indicators one of what holders do, beside their names or another such column (`Jabatan | Tugas |
    Fungsi`)? Then these are their heads."""
    first = sheet.pieces[0]
    if first.heading is not None and lists_holders(first.grid, first.heading.first):
        return True
    parts = [part_headed(column.text) for column in sheet.columns]
    own = next((part for part, column in zip(parts, sheet.columns, strict=True) if column.role == INDIKATOR), None)
    return own not in (None, "pemangku") and len(list(filter(None, parts))) > 1


def _indicators_are_dates(sheet: Sheet) -> bool:
    """Does the column of indicators hold nothing but dates? Then it is a schedule (`Batas Unggah | Verifikasi`)."""
    key = next((at for at, column in enumerate(sheet.columns) if column.role == INDIKATOR), None)
    if key is None:
        return False
    heads = [HeadingBand(part.first, part.first, part.body, [sheet.columns[key]]) for part in sheet.pieces]
    texts = (
        text
        for part, head in zip(sheet.pieces, heads, strict=True)
        for text in seen_columns(part.grid, head, part.stop, part.body)[0].cells
        if text
    )
    first = next(texts, "")
    return _says_day(first) and all(map(_says_day, texts))


def _says_day(text: str) -> bool:
    return bool(is_date(text) or is_month(text) or read_month(text) or read_day(text))


def _names_persons(piece: TablePart) -> bool:
    """Has a column labels of a person's office and number (`NAMA` / `NIP` / `JABATAN`)?"""
    office, number = ({fold_words(" ".join(label.words)) for label in labels_of(part)} for part in ("pemangku", "nip"))
    firsts = {words.split()[0] for words in number}
    for column in zip(*piece.grid.owner[piece.body : piece.stop], strict=True):
        # few columns have a word that such a label begins with: the texts of the others are not asked for
        if any(fold_words(cell.words[0].text) in firsts for cell in column if cell.words):
            own = {fold_words(text_in(cell)) for cell in column}
            if own & office and own & number:
                return True
    return False
