"""Which texts have their tables in columns."""

from __future__ import annotations

import pytest

from extract.read.text import layout_of_lines
from extract.table.flow import stands_in_columns

ROW = "1     Meningkatnya mutu      Nilai SAKIP            BB"
#: The decree's linear text prints blanks like these.
PROSE = "Tugas  :  Melakukan kegiatan penerimaan dan  pendokumentasian dokumen"
PLAIN = "Melaksanakan urusan kepegawaian"


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        ([ROW, ROW], True),
        ([ROW, PLAIN], False),
        ([ROW] * 30 + [PLAIN] * 270, True),
        ([PROSE] * 11 + [PLAIN] * 4000, False),
    ],
)
def test_a_text_in_columns_has_more_than_a_few_lines_of_parts(lines: list[str], columns: bool) -> None:
    assert stands_in_columns(layout_of_lines("\n".join(lines)).lines) is columns
