"""XLSX: a workbook for people that programs read as well: overview, reading and explanation, and a sheet a table."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd

from katalog.show.book.data_sheets import write_data
from katalog.show.book.explained import EXPLAINED_COLUMNS, fill_explained
from katalog.show.book.overview import OVERVIEW_COLUMNS, fill_overview
from katalog.show.book.reading import fill_reading, reading_columns
from katalog.show.page_links import PageLinks
from katalog.show.printed_sheet import Paper, PrintedSheet, sheet_styles
from katalog.show.workbook import SAFE, set_properties


def tables_workbook(tables: Mapping[str, pd.DataFrame], links: PageLinks | None = None, paper: Paper = "a4") -> bytes:
    """The workbook's bytes. Pages are links where `links` knows the PDF."""
    stream = io.BytesIO()
    options = {"options": SAFE}
    slugs = ", ".join(str(slug) for slug in tables["keputusan"]["keputusan"])
    with pd.ExcelWriter(stream, engine="xlsxwriter", datetime_format="yyyy-mm-dd", engine_kwargs=options) as writer:
        set_properties(writer.book, title=slugs)
        styles = sheet_styles(writer.book)
        overview = PrintedSheet(writer.book, styles, "Ringkasan", OVERVIEW_COLUMNS, paper)
        reading = PrintedSheet(writer.book, styles, "Bacaan", reading_columns(tables), paper)
        fill_overview(overview, tables, links or PageLinks())
        fill_reading(reading, tables, links or PageLinks())
        write_data(writer, tables, styles, paper)
        explained = PrintedSheet(writer.book, styles, "Keterangan", EXPLAINED_COLUMNS, paper)
        fill_explained(explained)
        for sheet in (overview, reading, explained):
            sheet.footer(slugs)
    return stream.getvalue()
