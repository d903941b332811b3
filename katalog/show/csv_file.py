"""CSV: UTF-8 without a byte order mark, comma, header row, line breaks as in RFC 4180.

Cells are verbatim: a cell that begins with `=`, `+`, `-` or `@` stays so. Whoever opens the file in a spreadsheet
program imports the columns as text (docs/panduan.md).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The file; None is an empty cell.

    >>> csv_bytes(("no", "target"), [(1, "12 dokumen"), (2, None)]).decode().splitlines()
    ['no,target', '1,12 dokumen', '2,']
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8", errors="replace")
