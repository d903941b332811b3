"""`katalog cache`: the pages that OCR has read, kept for the next time."""

from __future__ import annotations

import click

from katalog.cli.options import common
from katalog.errors import OK


@click.command(
    "cache",
    short_help="Simpanan halaman yang sudah dibaca dengan OCR: melihat atau mengosongkannya.",
    epilog="Contoh: katalog cache --clear",
)
@click.option("--clear", is_flag=True, help="Hapus semua halaman yang tersimpan.")
@common
def command(clear: bool) -> int:
    """Menunjukkan berapa halaman hasil OCR yang tersimpan dan di mana.

    Halaman hasil pindai dibaca sekali saja; halaman yang sama, dalam berkas mana pun, diambil dari simpanan ini.
    Besarnya dibatasi 256 MB: yang paling lama tidak dipakai dihapus lebih dahulu.
    """
    from extract.read.picture.cache import cache_folder, clear_cache, kept_files

    if clear:
        click.echo(f"{clear_cache()} halaman dihapus dari {cache_folder()}")
        return OK
    files = kept_files()
    click.echo(f"{len(files)} halaman, {sum(size for _, size, _ in files) / 1e6:.1f} MB, di {cache_folder()}")
    return OK
