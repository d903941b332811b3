"""`katalog check`: is it a catalogue, and what should a person look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from katalog.cli.messages import detail
from katalog.cli.options import common, lang_option
from katalog.errors import FINDINGS, OK
from katalog.front import check, opened
from katalog.show.visible import visible

if TYPE_CHECKING:
    from bahasa.temuan import Lang
    from schemas.base import Finding
    from schemas.catalogue import Catalogue


@click.command(
    "check",
    short_help="Memeriksa katalog dan mendaftar temuannya.",
    epilog="Contoh: katalog check katalog/keputusan-2022.json",
)
@click.argument("catalogue", metavar="KATALOG", type=click.Path(path_type=Path))
@click.option(
    "--koreksi",
    is_flag=True,
    help="Tulis koreksi.toml untuk diisi: semua yang menunggu putusan, masing-masing dalam #.",
)
@click.option("--proposals", is_flag=True, help="Daftarkan usulan yang menunggu putusan, siap disalin ke koreksi.toml.")
@lang_option("temuan")
@common
def command(catalogue: Path, koreksi: bool, proposals: bool, lang: Lang) -> int:
    """Memeriksa bahwa KATALOG sesuai skema dan utuh, lalu mendaftar temuannya dan yang dapat dilakukan. KATALOG boleh
    juga keputusan (teks, docx, atau PDF) yang dibaca di tempat.

    Dengan --proposals yang ditulis bukan temuan, melainkan usulan perbaikan dan target yang bermakna ganda; dengan
    --koreksi juga bacaan yang meragukan, sebagai berkas koreksi yang tinggal diisi (untuk yang tidak memakai peramban;
    dengan peramban: katalog review).

    Kode keluar 0: tidak ada temuan berat; 1: ada; 2: berkas ini tidak dapat dipakai.
    """
    content = opened(catalogue)
    findings = check(content)
    lines = _to_fill(content) if koreksi else _proposals(content) if proposals else _report(findings, content, lang)
    for line in lines:
        # a form is to be filled in, and its words are compared sign by sign
        click.echo(line if koreksi or proposals else visible(line))
    detail(f"skema {content.schema_version}, sha256 isi {content.content_hash}")
    return FINDINGS if any(one.severity == "error" and not one.answered for one in findings) else OK


def _report(findings: Sequence[Finding], content: Catalogue, lang: Lang) -> Iterator[str]:
    from katalog.show.findings_list import findings_list

    yield from findings_list(findings, content, lang)


def _to_fill(content: Catalogue) -> Iterator[str]:
    from katalog.show.koreksi_form import koreksi_form

    yield from koreksi_form(content)


def _proposals(content: Catalogue) -> Iterator[str]:
    from katalog.show.proposals import waiting

    yield from waiting(content)
