"""Tables of programs: what their columns hold, and what amounts mean."""

from __future__ import annotations

import pytest

from bahasa.program import is_program, is_sum, program_columns, rupiah


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        (["No", "Program", "Anggaran (Rp)", "Keterangan"], True),
        (["", "PROGR AM", "ANGG ARAN"], True),
        (["Kegiatan", "Sumber Dana", "Dana"], True),
        (["Program", "Anggaran", "Sumber"], True),
        (["No", "Sub Kegiatan", "Anggaran", "Total (Rp)"], True),
        # only a table of indicators has such columns
        (["No", "Program", "Indikator Kinerja", "Target", "Anggaran"], False),
        (["No", "Indikator Program", "Anggaran"], False),
        (["No", "Program", "Penanggung Jawab"], False),
        (["Program"], False),
    ],
)
def test_tables_of_programs(headings: list[str], wanted: bool) -> None:
    assert is_program(headings) is wanted


def test_columns_of_several_amounts() -> None:
    found = program_columns(["No", "Program", "Kegiatan", "Anggaran Sebelum", "Anggaran Sesudah", "Ket"])
    assert found == {"no": 0, "program": 1, "anggaran": 4, "keterangan": 5}


@pytest.mark.parametrize(
    ("printed", "heading", "value"),
    [
        ("Rp215.250.297.000,-", "Anggaran", "215250297000"),
        ("Rp. 1.250.000,00", "Anggaran", "1250000"),
        ("378.165.000", "Anggaran (Rp)", "378165000"),
        ("378.165", "Anggaran (Rp. 000)", "378165000"),
        # a heading that the first row was read into
        ("Rp1.145.950.000,-", "Anggaran Rp215.250.297.000,-", "1145950000"),
        ("Rp 2,5 miliar", "Pagu (juta Rp)", "2500000000"),
        # a narrow column broke the number
        ("9.985.639. 757", "Anggaran", "9985639757"),
        ("1.037.280.08 9", "Anggaran", "1037280089"),
        ("100 125", "Anggaran", None),
        ("3 dokumen", "Anggaran", None),
        ("-", "Anggaran", None),
    ],
)
def test_amounts(printed: str, heading: str, value: str | None) -> None:
    assert rupiah(printed, heading) == value


def test_sums_are_no_programs() -> None:
    assert is_sum("TOTAL ANGGARAN") and is_sum("Jumlah :") and not is_sum("Program Jumlah Penduduk")
