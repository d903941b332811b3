"""`katalog summary`: catalogues at a glance."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.options import catalogues_argument, common
from katalog.errors import OK
from katalog.front import opened

if TYPE_CHECKING:
    from schemas.catalogue import Catalogue

_COLUMNS = ("Katalog", "Nomor", "Ditetapkan", "Jabatan", "Fungsi", "Indikator", "IKU", "Berat", "Periksa", "Catatan")
#: Width where standard output is no terminal.
_WIDTH = 130


@click.command(
    "summary",
    short_help="Ringkasan satu atau beberapa katalog.",
    epilog="Contoh: katalog summary katalog/*.json",
)
@catalogues_argument
@common
def command(catalogues: tuple[Path, ...]) -> int:
    """Menampilkan jumlah jabatan (IKI, PK), fungsi dan baris indikatornya, baris IKU, dan temuan setiap KATALOG.

    KATALOG boleh juga keputusan (teks, docx, atau PDF) yang dibaca di tempat.
    """
    from rich.table import Table

    from katalog.show.terminal import on_terminal

    table = Table()
    for position, name in enumerate(_COLUMNS):
        table.add_column(name, justify="left" if position < 3 else "right", overflow="fold")
    for path in catalogues:
        table.add_row(*_row(opened(path)))
    on_terminal([table], None if sys.stdout.isatty() else _WIDTH)
    return OK


def _row(catalogue: Catalogue) -> list[str]:
    from bahasa.block_kinds import about_kind

    decree, blocks = catalogue.decree, catalogue.blocks
    severity = [finding.severity for finding in catalogue.findings if not finding.answered]
    holders = [block for block in blocks if not about_kind(block.kind).agency]
    counts = (
        len(holders),
        sum(len(block.fungsi) for block in holders),
        sum(len(block.rows) for block in holders),
        sum(len(block.rows) for block in blocks if about_kind(block.kind).agency),
        severity.count("error"),
        severity.count("warning"),
        severity.count("info"),
    )
    return [catalogue.source.slug, decree.nomor or "–", decree.ditetapkan.tanggal or "–", *map(str, counts)]
