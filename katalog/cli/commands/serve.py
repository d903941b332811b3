"""`katalog serve`: the catalogues of a folder in the browser."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.messages import progress, warn
from katalog.cli.options import common, desk_of_command, lang_option
from katalog.errors import OK, KatalogError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bahasa.temuan import Lang


@click.command(
    "serve",
    short_help="Katalog sebuah folder di peramban: dibaca, dicari, diperiksa.",
    epilog="Contoh: katalog serve katalog/ --sources keputusan/",
)
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--sources",
    metavar="FOLDER",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Folder sumbernya, bila bukan di dalam FOLDER; boleh beberapa kali.",
)
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=8311,
    help="Porta; 0: yang mana saja. Bawaan: 8311.",
)
@click.option(
    "--host",
    metavar="ALAMAT",
    default="127.0.0.1",
    help="Alamat tempat mendengarkan; bawaan: 127.0.0.1, komputer ini saja.",
)
@click.option("--open", "opening", is_flag=True, help="Buka alamatnya di peramban.")
@lang_option("halaman")
@common
def command(folder: Path, sources: tuple[Path, ...], port: int, host: str, opening: bool, lang: Lang) -> int:
    """Menyajikan semua katalog dalam FOLDER (juga di folder di dalamnya) sebagai halaman di peramban komputer ini:
    unit, jabatan, pencarian, riwayat, matriks sandingan, dan halaman pemeriksaan.

    Putusan yang dibuat di halaman pemeriksaan tersimpan sendiri dalam koreksi.toml di samping sumbernya, lalu
    katalognya dibangun lagi. Alamatnya memuat kunci acak; tanpa kunci itu tidak ada yang dapat membaca atau menulis.
    Berhenti dengan Ctrl-C.
    """
    # a server is at work as long as it is wanted; what it builds has limits of its own
    desk_of_command().limit(memory=math.inf, seconds=math.inf)
    for one in (folder, *sources):
        if not one.is_dir():
            raise KatalogError(f"{one}: Bukan folder, atau tidak ada.", "Sebutkan folder yang berisi katalog.")
    _serve(folder, sources, host, port, opening, lang)
    return OK


def _serve(folder: Path, sources: tuple[Path, ...], host: str, port: int, opening: bool, lang: Lang) -> None:
    from katalog.serve.listen import listening_socket, serve_on
    from katalog.serve.start import started

    own = listening_socket(host, port)
    application, gate, count = started(folder.resolve(), [one.resolve() for one in sources], own, lang, _indexed)
    if not count:
        warn(f"{folder}: Belum ada katalog di sini. Bangun dahulu: katalog build SUMBER -o {folder}")
    if not gate.is_private:
        warn("Siapa pun di jaringan yang mengetahui alamat ini dapat membaca katalog dan membuat putusan.")
    click.echo(gate.address)
    if opening:
        click.launch(gate.address)
    serve_on(own, application)


def _indexed(files: list[Path]) -> Iterator[Path]:
    with progress(files, "Mengindeks") as listed:
        yield from listed
