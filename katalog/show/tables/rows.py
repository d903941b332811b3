"""The rows of every table of tables.toml, format and types aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from katalog.show.tables import decrees, indicators, others, printed, remarks
from katalog.show.tables.registry import TableRow
from schemas.catalogue import Catalogue

#: What gives a table's rows, by the table's name. A row may leave columns out, which are then missing; `keputusan` is
#: put before by who asks.
ROWS: Final[Mapping[str, Callable[[Catalogue], Iterable[TableRow]]]] = {
    "keputusan": decrees.decree_rows,
    "indikator": indicators.indicator_rows,
    "target": indicators.target_rows,
    "jabatan": indicators.holder_rows,
    "fungsi": indicators.fungsi_rows,
    "temuan": remarks.finding_rows,
    "edits": remarks.edit_rows,
    "koreksi": remarks.decision_rows,
    "unit": remarks.unit_rows,
    "sumber_data": indicators.source_rows,
    "program": others.money_rows,
    "others": others.second_table_rows,
    "berkas": decrees.file_rows,
    "pembukaan": decrees.preamble_rows,
    "peraturan": printed.law_rows,
    "penetapan": decrees.closing_rows,
    "pemangku": indicators.unit_basis_rows,
    "kolom": others.column_rows,
    "baris": indicators.row_rows,
    "bacaan_target": indicators.reading_rows,
    "tabel": others.kept_table_rows,
    "sel": others.kept_cell_rows,
    "proposals": remarks.proposal_rows,
    "riwayat": decrees.history_rows,
    "teks": printed.text_rows,
    "tempat": printed.place_rows,
}
