"""Every unit of measure in a small table, in the three forms in which a decree comes: each target to the cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from known_failures import known, surprises
from tabel_satuan import Row, aligned, linear, pdf

from bahasa.satuan import measures_by_form
from extract.door import extract
from schemas.decree import Decree
from schemas.source import Source

#: What stands before and behind the targets; the rumus begin with a capital, as a unit may.
BEFORE = (
    ("Tersusunnya dokumen perencanaan tepat waktu", "Jumlah dokumen perencanaan yang disusun"),
    ("Terlaksananya pengelolaan arsip kepegawaian", "Jumlah arsip kepegawaian yang dikelola"),
    ("Meningkatnya kualitas pelayanan administrasi", "Jumlah layanan administrasi yang diselesaikan"),
    ("Terpenuhinya kebutuhan data pegawai", "Jumlah data pegawai yang dimutakhirkan"),
)
RUMUS = (
    "Jumlah berkas yang selesai diproses dalam satu tahun",
    "Rekapitulasi hasil kegiatan selama satu tahun",
    "Hasil pengolahan dari seluruh bidang",
    "Daftar yang telah diverifikasi oleh atasan",
)
SOURCES = (
    "Sub Bagian Umum dan Kepegawaian",
    "Bidang Pengembangan dan Mutasi",
    "Sub Bagian Perencanaan dan Keuangan",
    "Sub Bagian Umum dan Kepegawaian",
)
COLUMNS = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")


def printed_targets() -> list[str]:
    """`3 berita acara`, `3 Berita Acara`: each form of each unit in small letters and with capitals, by their letters:
    where an entry stands in the vocabulary changes nothing."""
    forms = sorted(measures_by_form())
    return [f"3 {printed}" for form in forms for printed in dict.fromkeys((form, form.title()))]


def table(targets: Sequence[str], turn: int) -> list[Row]:
    """A table of these targets (four at most), each before another rumus."""
    return [(str(k + 1), *BEFORE[k], target, RUMUS[(turn + k) % 4], SOURCES[k]) for k, target in enumerate(targets)]


def tables() -> list[list[Row]]:
    """Tables of up to four rows that hold all targets."""
    targets = printed_targets()
    return [table(targets[n : n + 4], n // 4) for n in range(0, len(targets), 4)]


def read(data: bytes, media_type: str) -> Decree:
    source = Source.model_validate({"file": "a", "slug": "a", "sha256": "0" * 64, "media_type": media_type})
    return extract(source, data).decree


def wrong(decree: Decree, blocks: Sequence[Sequence[Row]]) -> list[str]:
    """The targets whose row is not as it was printed, cell by cell."""
    assert [len(block.rows) for block in decree.blocks] == [len(rows) for rows in blocks]
    return [
        row[COLUMNS.index("target")]
        for block, rows in zip(decree.blocks, blocks, strict=True)
        for found, row in zip(block.rows, rows, strict=True)
        if tuple(found.cells[role].text.as_printed for role in COLUMNS) != row
    ]


def test_every_unit_is_set() -> None:
    assert {"3 Berita Acara", "3 Butir", "3 Halaman", "3 Nota Dinas"} <= set(printed_targets())


FORMS: dict[str, tuple[Callable[[Sequence[Sequence[Row]]], bytes], str]] = {
    "linear": (linear, "text/plain"),
    "aligned": (aligned, "text/plain"),
    "pdf": (pdf, "application/pdf"),
}


def test_every_target_in_linear_text_is_read_before_every_rumus() -> None:
    """A unit's table stands for itself: no other unit changes how it is read."""
    blocks = [table([target] * 4, 0) for target in printed_targets()]
    assert wrong(read(linear(blocks), "text/plain"), blocks) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_target_is_read_to_the_cell(form: str) -> None:
    make, media_type = FORMS[form]
    blocks = tables()
    failing = [f"{form}/{target}" for target in wrong(read(make(blocks), media_type), blocks)]
    listed = [place for place in known("satuan") if place.startswith(f"{form}/")]
    assert surprises(failing, listed) == []
