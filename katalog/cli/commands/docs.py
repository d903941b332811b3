"""`katalog docs`: the documents that come with the program."""

from __future__ import annotations

import click

from katalog.cli.options import common, optional_output
from katalog.errors import OK
from katalog.store.files import emit, is_read_at_once


@click.command(
    "docs",
    short_help="Panduan dan dokumen lain yang menyertai program ini.",
    epilog="Contoh: katalog docs panduan",
)
@click.argument("name", metavar="[DOKUMEN]", required=False)
@optional_output
@common
def command(name: str | None, output: str) -> int:
    """Mendaftar dokumen, atau menampilkan DOKUMEN (Markdown); di layar halaman demi halaman."""
    from katalog.show.documents import document_named, documents

    text = document_named(name).text if name else "".join(f"{one.name:12} {one.title}\n" for one in documents())
    if name and is_read_at_once(output):
        click.echo_via_pager(text)
    else:
        emit(output, text.encode("utf-8"))
    return OK
