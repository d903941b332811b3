"""Lists of fungsi whose items hold lists of their own."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines

_BLOCK = """\
INDIKATOR KINERJA INDIVIDU
{labels[0]} : Kepala Sekolah
{labels[1]} : Memimpin sekolah
{labels[2]} :
{fungsi}
NO SASARAN INDIKATOR TARGET RUMUS
1 Murid cakap Nilai literasi 85 % Jumlah murid cakap dibagi murid
2 Arsip tertib Persentase arsip tertib 90 % Arsip tertib dibagi seluruh arsip
"""
_LABELS = [
    ("Jabatan", "Tugas", "Fungsi"),
    ("1. Jabatan", "2. Tugas", "3. Fungsi"),
    ("Nama Jabatan", "Ikhtisar", "Fungsi Jabatan"),
]


def _fungsi(labels: tuple[str, str, str], lines: list[str]) -> list[str]:
    text = _BLOCK.format(labels=labels, fungsi="\n".join(lines))
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert block.tugas is not None and block.tugas.as_printed == "Memimpin sekolah" and len(block.rows) == 2
    return [item.text.as_printed for item in block.fungsi]


@pytest.mark.parametrize("labels", _LABELS)
@pytest.mark.parametrize("marks", [("1.", "2.", "3."), ("a.", "b.", "c."), ("1)", "2)", "3)")])
@pytest.mark.parametrize("inner", [("1.", "2.", "3."), ("a)", "b)", "c)")])
@pytest.mark.parametrize("name", ["Tugas manajerial", "Pelaksanaan tugas selaku Kuasa BUD", "Fungsi pelayanan"])
def test_the_list_of_an_item_is_its_text(
    labels: tuple[str, str, str], marks: tuple[str, str, str], inner: tuple[str, str, str], name: str
) -> None:
    """An item with a colon is no label of the head, and the numbers in it are none of the list around it."""
    own = [f"{name}: {inner[0]} merencanakan", f"program; {inner[1]} mengelola standar; {inner[2]} memimpin"]
    lines = [f"{marks[0]} {own[0]}", own[1], f"{marks[1]} Pengembangan usaha", f"{marks[2]} Supervisi guru"]
    one, *others = _fungsi(labels, lines)
    assert one == " ".join(own) and others == ["Pengembangan usaha", "Supervisi guru"]


def test_items_that_follow_each_other_on_a_line_are_items() -> None:
    lines = ["1. penyusunan rencana; 2. pembinaan desa;", "3. pelaporan; 4. pengawasan;", "5. evaluasi"]
    assert [text.rstrip(";") for text in _fungsi(_LABELS[0], lines)] == [
        "penyusunan rencana", "pembinaan desa", "pelaporan", "pengawasan", "evaluasi"
    ]  # fmt: skip
