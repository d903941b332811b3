"""What a heading says of its column of targets."""

from __future__ import annotations

from typing import Any

import pytest

from bahasa.target_scope import _forms, _found, borne_out, holds_targets, run_together, scopes_of


def said(*columns: tuple[str, ...]) -> list[dict[str, Any]]:
    """What each heading says, without what it doesn't."""
    return [scope.model_dump(exclude_none=True) for scope in scopes_of(columns)]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (("TARGET",), {}),
        (("TARGET TAHUN 2022",), {"year": 2022, "period": "tahun"}),
        (("TARGET KINERJA TAHUN", "2024"), {"year": 2024, "period": "tahun"}),
        (("TARGET TAHUNAN",), {"period": "tahun"}),
        (("KONDISI AKHIR",), {"period": "tahun"}),  # of a plan: of its last year, not of all
        (("Target", "Akhir Renstra"), {"period": "tahun"}),
        (("TARGET AKHIR",), {}),
        (("TARGET 2021-2026",), {}),
        (("TARGET TAHUN 2021 S.D. 2026",), {}),
        (("TARGET 2022 2023",), {}),  # two headings in one
        (("Target Tahun ke-2",), {"period": "tahun", "period_number": 2}),
        (("SEMESTER I TAHUN 2022",), {"year": 2022, "period": "semester", "period_number": 1}),
        (("TARGET TAHUN 2022", "TRIWULAN III"), {"year": 2022, "period": "triwulan", "period_number": 3}),
        (("TARGET TRIWULAN", "4"), {"period": "triwulan", "period_number": 4}),
        (("TW-IV",), {"period": "triwulan", "period_number": 4}),
        (("RENCANA", "T.W. II"), {"period": "triwulan", "period_number": 2}),
        (("T.W . I",), {"period": "triwulan", "period_number": 1}),  # broken by its column
        (("Q1",), {"period": "triwulan", "period_number": 1}),
        (("TRIWULA N II",), {"period": "triwulan", "period_number": 2}),  # broken by its column
        (("TRIWULANII",), {"period": "triwulan", "period_number": 2}),
        (("TRIWULAN V",), {"period": "triwulan"}),  # there is none
        (("TARGET", "Pebruari"), {"period": "bulan", "period_number": 2}),
        (("B06",), {"period": "bulan", "period_number": 6}),
        (("APRIL - JUNI",), {"period": "triwulan", "period_number": 2}),
        (("FEBRUARI - MARET",), {"period": "bulan"}),
        (("TARGET", "KUANT/OUTPUT"), {"aspect": "kuantitas"}),
        (("TARGET", "MUTU (%)"), {"aspect": "kualitas"}),
        (("TARGET", "WAKTU (BULAN)"), {"aspect": "waktu"}),
        (("TARGET", "BIAYA (Rp)"), {"aspect": "biaya"}),
        (("TARGET SEBELUM PERUBAHAN",), {"version": "sebelum"}),
        (("TARGET SETELAH PERUBAHAN",), {"version": "sesudah"}),
        (("TARGET PERUBAHAN 2022",), {"year": 2022, "period": "tahun", "version": "sesudah"}),
        (("PERUBAHAN TARGET", "SEMULA"), {"version": "sebelum"}),
    ],
)
def test_a_heading_says_what_its_targets_are_for(levels: tuple[str, ...], expected: dict[str, Any]) -> None:
    assert said(levels) == [expected]


def test_four_numbers_in_turn_are_quarters_and_three_are_nothing() -> None:
    quarters = said(("TARGET",), *(("TARGET", number) for number in ("I", "II", "III", "IV")))
    assert quarters == [{}, *({"period": "triwulan", "period_number": number} for number in range(1, 5))]
    assert said(*(("TARGET", number) for number in ("I", "II", "III"))) == [{}, {}, {}]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (("TARGET CAPAIAN",), True),
        (("REALISASI TARGET",), False),
        (("Capaian yang Ditargetkan",), True),
        (("TARGET", "KONDISI AWAL 2020"), False),
        (("CAPAIAN KINERJA", "TARGET"), True),
        (("REALISASI", "2019"), False),
        (("Eksisting 2013",), False),
        (("2022",), True),
        (("TARGET DAN PENDANAAN", "2022", "Rp (juta)"), False),
        (("2022", "PAGU INDIKATIF"), False),
        (("TARGET", "BIAYA (Rp)"), True),
        (("TARGET (Rp)",), True),
        ((), True),
    ],
)
def test_what_is_no_target_says_so(levels: tuple[str, ...], expected: bool) -> None:
    assert holds_targets(levels) is expected


def test_beside_a_target_a_heading_that_says_nothing_is_none() -> None:
    assert borne_out([("NILAI TARGET",), ("SAT.",), ("TW I",)]) == [True, False, True]
    # where no heading says that it is one, what the cells say stands
    assert borne_out([("Sukses",), ("SAT.",)]) == [True, True]
    assert borne_out([("REALISASI",)]) == [True]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["31/3", "30/6", "30/9", "31/12"], "triwulan"),
        (["31-03-2022", "30-06-2022", "30-09-2022", "31-12-2022"], "triwulan"),
        (["3 bln", "6 bln", "9 bln", "12 bln"], "triwulan"),
        (["30/6", "31/12"], "semester"),
        (["S / D MARE T", "S/D JUNI", "S/D SEP T", "S/D DE S"], "triwulan"),  # as narrow columns break them
        (["Maret", "Juni", "September", "Desember"], "triwulan"),
        (["s.d. Juni", "sampai dengan Desember"], "semester"),
        (["TRI W I", "TRI W II", "TRI W III", "TRI W IV"], "triwulan"),  # a narrow column broke `TRIW`
        (["15/3", "15/6", "15/9", "15/12"], None),
        (["31/3", "31/12"], None),
    ],
)
def test_parts_of_a_year_are_told_by_where_they_end(parts: list[str], expected: str | None) -> None:
    scopes = scopes_of([("CAPAIAN YANG DITARGETKAN",), *(("KURVA TARGET", part) for part in parts)])
    assert [one.period for one in scopes] == [None, *[expected] * len(parts)]
    assert [one.period_number for one in scopes[1:]] == [k if expected else None for k in range(1, len(parts) + 1)]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("TARGET 2022 2023", True),
        ("TARGET 2021 - 2026", False),
        ("TARGET TAHUN 2021 sampai dengan 2026", False),
        ("TW I TW II", True),
        ("TRIWULAN I TAHUN 2022", False),
        ("TARGET", False),
    ],
)
def test_headings_of_two_columns_in_one(heading: str, expected: bool) -> None:
    assert run_together((heading,)) is expected


@pytest.mark.parametrize("form", [form for table in ("masa", "versi", "aspek", "akhir") for form, _ in _forms(table)])
def test_a_form_is_found_with_points_and_broken_by_its_column(form: str) -> None:
    broken = f"{form[:3]} {form[3:]}"
    for level in (form.upper(), f"TARGET ({form.title()})", *([".".join(form)] if len(form) < 5 else [broken])):
        assert _found(form, level) is not None, level
