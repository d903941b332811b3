"""CSV: UTF-8 without a byte order mark, comma, header row, line breaks as in RFC 4180.

Cells are verbatim: a cell that begins with `=`, `+`, `-` or `@` stays so. Whoever opens the file in a spreadsheet
program imports the columns as text (docs/panduan.md).
"""

from __future__ import annotations

import csv
import io

from katalog.show.export.tables import Table


def csv_bytes(table: Table) -> bytes:
    """The table's file."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return stream.getvalue().encode("utf-8", errors="replace")
