"""A koreksi.toml to fill in: all that waits for a person, each entry behind `#` until somebody decides it."""

from __future__ import annotations

from collections.abc import Iterator

from bahasa.fold import fold
from bahasa.temuan import doubts_reading
from katalog.show.known_by import known_by
from katalog.show.label import located
from katalog.show.proposals import undecided
from normalize.koreksi.answers import path_of_finding
from normalize.koreksi.file import KoreksiFile, asked_decisions, write_koreksi, written_entry
from normalize.koreksi.kinds import Benar
from normalize.koreksi.putusan import Putusan
from schemas.base import Finding
from schemas.catalogue import Catalogue

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
        yield from _behind_marks(known_by(Benar(tempat=path, tercetak=fold(found[0].as_printed)), catalogue))
    for asked in (one for edit in undecided(catalogue) for one in asked_decisions([edit])):
        yield ""
        yield from _behind_marks(known_by(asked, catalogue))


def _behind_marks(decision: Putusan) -> Iterator[str]:
    return (f"# {line}" for line in written_entry(decision).splitlines())
