"""`katalog entities`: what decrees name."""

from __future__ import annotations

from pathlib import Path

import click

from katalog.cli.messages import tell
from katalog.cli.options import catalogues_argument, common, format_option, optional_output
from katalog.errors import OK
from katalog.front import opened
from katalog.show.entities import ENTITY_FORMATS
from katalog.show.formats import format_for
from katalog.store.files import STDOUT, emit
from katalog.told_apart import told_apart


@click.command(
    "entities",
    short_help="Yang disebut keputusan: peraturan, tanggal, jumlah, unit, jabatan.",
    epilog="Contoh: katalog entities katalog/keputusan-2022.json -f displacy -o entitas.html",
)
@catalogues_argument
@format_option(ENTITY_FORMATS)
@optional_output
@common
def command(catalogues: tuple[Path, ...], kind: str | None, output: str) -> int:
    """Mendaftar apa yang disebut setiap KATALOG: peraturan dengan judulnya (dan apakah keputusan yang sama mengutipnya
    dengan cara berbeda), tanggal, uang, jumlah dan satuannya, nilai, jabatan, unit, dan program, masing-masing dengan
    tempatnya.

    Bentuk spacy menulis korpus berlabel (DocBin): satu dokumen setiap jabatan, dengan jalur dan id dari katalog;
    displacy menulis halaman HTML dengan tanda pada teksnya. KATALOG boleh juga keputusan (teks, docx, atau PDF) yang
    dibaca di tempat.
    """
    from katalog.labelled.catalogues import labelled

    chosen = format_for(ENTITY_FORMATS, kind, output)
    made = labelled(told_apart((str(path), opened(path)) for path in catalogues))
    emit(output, chosen.written(made))
    if output != STDOUT:
        counts = sum(len(one.documents) for one in made), sum(len(one.things) for one in made)
        tell(f"{output}: {counts[0]} dokumen, {counts[1]} hal yang disebut")
    return OK
