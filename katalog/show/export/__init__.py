"""Tables to files: the frames of `katalog.frames`, by pandas' own writers. Each format's module computes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from katalog.errors import KatalogError
from katalog.show.formats import OutputFormat, called
from katalog.store.files import STDOUT, emit, write_all

if TYPE_CHECKING:
    import pandas as pd

#: The tables by their names, in the order in which they are written.
TABLES = (
    "keputusan", "indikator", "target", "jabatan", "fungsi", "temuan", "edits", "koreksi", "unit", "sumber_data",
    "program", "others", "berkas", "pembukaan", "peraturan", "penetapan", "pemangku", "kolom", "baris", "bacaan_target",
    "tabel", "sel", "proposals", "riwayat", "teks", "tempat",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExportFormat(OutputFormat):
    """A format of tables. One that is `per_table` writes a file for each table, its writer takes the table's name and
    frame; another writes one file, its writer takes all frames by name. One that is `binary` with a file a table can't
    go to standard output. `beside` gives further files of the folder by name, of all frames and of the tables' files:
    as `module:function`, like `writer`."""

    per_table: bool = False
    beside: str = ""


#: The formats of `katalog export`; the first is the default.
EXPORT_FORMATS = (
    ExportFormat(
        "csv",
        "CSV",
        (".csv",),
        "katalog.show.export.csv:table_csv",
        per_table=True,
        beside="katalog.show.tables.package:package_file",
    ),
    ExportFormat("xlsx", "XLSX", (".xlsx",), "katalog.show.export.xlsx:tables_workbook", binary=True, printed=True),
    ExportFormat(
        "sqlite", "SQLite", (".sqlite", ".sqlite3", ".db"), "katalog.show.export.sqlite:database", binary=True
    ),
    ExportFormat(
        "parquet", "Parquet", (".parquet",), "katalog.show.export.parquet:parquet_bytes", per_table=True, binary=True
    ),
    ExportFormat(
        "esakip", "e-SAKIP", (".xlsx",), "katalog.show.export.esakip:esakip_workbook", binary=True, printed=True
    ),
    ExportFormat("skp", "SKP", (".xlsx",), "katalog.show.export.skp:skp_workbook", binary=True, printed=True),
    ExportFormat("jdih", "JDIH", (".json",), "katalog.show.export.jdih:jdih_metadata"),
)


def write_tables(
    tables: Mapping[str, pd.DataFrame], kind: ExportFormat, output: str, only: str, *printing: Any
) -> None:
    """Write the tables, frames by name. Of a format with a file for each table `output` is a folder, or, with the
    format's suffix, the file of the table `only`; that one goes to standard output as well.
    `printing`: `PageLinks` and paper, for a format that is printed."""
    if not kind.per_table:
        emit(output, kind.written(tables, *(printing if kind.printed else ())))
    elif output == STDOUT and kind.binary:
        raise KatalogError(f"{kind.label} terdiri atas beberapa berkas.", "Sebutkan sebuah folder setelah -o.")
    elif output == STDOUT or _is_file(output, kind):
        emit(output, kind.written(only, tables[only]))
    else:
        named = {f"{name}{kind.suffixes[0]}": kind.written(name, frame) for name, frame in tables.items()}
        further: Mapping[str, bytes] = called(kind.beside, tables, named) if kind.beside else {}
        write_all(Path(output), {**named, **further})


def refuse_table(kind: ExportFormat, output: str, only: str) -> None:
    """KatalogError where not one table is written, but all, or a form: the table `only` was asked for."""
    if not (kind.per_table and (output == STDOUT or _is_file(output, kind))):
        formats = ", ".join(one.name for one in EXPORT_FORMATS if one.per_table)
        raise KatalogError(
            f"“--table” hanya untuk satu berkas tabel ({formats}).",
            f"Hilangkan --table, atau tulis tabel itu saja: -o {only}{EXPORT_FORMATS[0].suffixes[0]}.",
        )


def _is_file(output: str, kind: ExportFormat) -> bool:
    return Path(output).suffix.lower() in kind.suffixes and not output.endswith("/") and not Path(output).is_dir()


def output_help(formats: Sequence[ExportFormat] = EXPORT_FORMATS) -> str:
    """The help text of `-o`: which formats take a folder, which a file, which standard output."""
    folder = ", ".join(one.name for one in formats if one.per_table)
    file = ", ".join(one.name for one in formats if not one.per_table)
    stdout = ", ".join(one.name for one in formats if not (one.per_table and one.binary))
    return f"Folder, atau berkas satu tabel ({folder}); berkas ({file}); “-” untuk keluaran baku ({stdout})."
