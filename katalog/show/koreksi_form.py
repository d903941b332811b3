"""A koreksi.toml to fill in: all that waits for a person, each entry behind `#` until somebody decides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from bahasa.block_kinds import block_named
from bahasa.fold import fold
from bahasa.roles import INDIKATOR
from bahasa.temuan import doubts_reading
from katalog.show.label import located
from katalog.show.proposals import undecided
from katalog.text import value_of
from normalize.koreksi.answers import path_of_finding
from normalize.koreksi.file import KoreksiFile, asked_decisions, write_koreksi, written_entry
from normalize.koreksi.kinds import Benar, Putusan
from normalize.koreksi.opened import split_path
from schemas.base import Finding
from schemas.catalogue import Catalogue, IndicatorBlock

_HEAD = """\
# Koreksi untuk {file}. Hapus tanda # di depan isian yang Anda putuskan; yang lain dibiarkan, dan akan ditanyakan lagi.
# Bacaan: biarkan jenis = "benar" bila memang begitu tercetak; bila lain, gantilah dengan jenis = "salah baca",
# dan tambahkan tindakan = "teks" dan menjadi = "yang tercetak sebenarnya". Ejaan: putusan = "terima" atau "tolak".
# Semua isian: katalog docs panduan. Simpan sebagai {stem}.koreksi.toml di samping sumbernya, lalu bangun lagi."""


def koreksi_form(catalogue: Catalogue) -> Iterator[str]:
    """The lines of the file: doubts of reading in the order of the decree, then proposals."""
    yield _HEAD.format(file=catalogue.source.file, stem=catalogue.source.file.rpartition(".")[0])
    yield write_koreksi(KoreksiFile((), (catalogue.source.sha256,), (catalogue.source.file,))).rstrip("\n")
    doubts: dict[str, list[Finding]] = {}
    for one in catalogue.findings:
        if doubts_reading(one.code) and not one.answered and one.field:
            doubts.setdefault(path_of_finding(one), []).append(one)
    for path, found in doubts.items():
        yield ""
        yield from (f"# {located(one, catalogue)}: {one.message} [{one.code}]" for one in found)
        about = {**said_about(catalogue, path), "tercetak": fold(found[0].as_printed)}
        yield from _behind_marks(Benar(tempat=path, **_fitting(Benar, about)))
    for asked in (one for edit in undecided(catalogue) for one in asked_decisions([edit])):
        yield ""
        about = said_about(catalogue, asked.tempat)
        yield from _behind_marks(replace(asked, **_fitting(type(asked), about)))


def _behind_marks(decision: Putusan) -> Iterator[str]:
    return (f"# {line}" for line in written_entry(decision).splitlines())


def _fitting(kind: type[Putusan], said: Mapping[str, Any]) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    return {key: value for key, value in said.items() if key in names}


def said_about(catalogue: Catalogue, path: str) -> dict[str, Any]:
    """What a decision about this path is known by: `jabatan`, `indikator`, `id` and `halaman`, where there are such."""
    named, row, _ = split_path(path)
    block = next((one for one in catalogue.blocks if block_named(one.kind, one.order) == named), None)
    if block is None:
        return {}
    said: dict[str, Any] = {"jabatan": fold(block.jabatan.as_printed), "id": block.id}
    if 0 < row <= len(block.rows):
        there = block.rows[row - 1]
        said |= {"indikator": _indikator(block, row), "id": there.id, "halaman": there.page}
    return said


def _indikator(block: IndicatorBlock, row: int) -> str:
    """What names the row: its indikator as printed, or that of a merged cell above."""
    for one in reversed(block.rows[:row]):
        cell = one.cells.get(INDIKATOR)
        if cell is None or cell.span != "covered":
            return fold(cell.text.as_printed) if cell else ""
    return value_of(block.rows[row - 1].cells[INDIKATOR].text)
