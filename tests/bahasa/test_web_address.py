"""Do two parts, broken over lines, make one web address?"""

from __future__ import annotations

import pytest

from bahasa.web_address import is_one_address


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("https://perizinan", ".sukamaju.go.id/"),
        ("https://perizinan.", "sukamaju.go.id/"),
        ("https://perizinan.sukamaju.go.id/", "register/2023"),
        ("https://perizinan.sukamaju.go.id/", "2023"),
        ("https://perizinan.sukamaju.go.id", "/register"),
        ("https:", "//perizinan.sukamaju.go.id"),
        ("https://", "perizinan.sukamaju.go.id"),
        ("https://perizi", "nan.sukamaju.go.id"),
        ("www.", "sukamaju.go.id;"),
        ("www.sukamaju", ".go.id"),
        ("(www.sukamaju.go.", "id)"),
        ("perizinan@", "sukamaju.go.id"),
        ("perizinan", "@sukamaju.go.id"),
        ("perizinan@sukamaju", ".go.id"),
        ("dinkes.sukamaju", ".go.id"),
    ],
)
def test_parts_of_an_address(head: str, tail: str) -> None:
    assert is_one_address(head, tail, alone=tail.startswith("id"))


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("https://perizinan.sukamaju.go.id", "dan"),
        ("https://perizinan.sukamaju.go.id/", "atau"),
        ("https://perizinan.sukamaju.go.id/", "2."),
        ("https://perizinan.sukamaju.go.id/", "Dinas"),
        ("https://perizinan.sukamaju.go.id.", "laporan"),
        ("https://perizinan.sukamaju.go.id", "sipd.sukamaju.go.id"),
        ("https://perizinan.sukamaju.go.id", "-Laporan"),
        ("perizinan@sukamaju.go.id", "www.sukamaju.go.id"),
        ("orang@", "500"),
        ("dokumen", ".dan"),
        ("dokumen.", "sukamaju.go.id"),
        ("surel", "perizinan@sukamaju.go.id"),
        ("laporan", "bulanan"),
    ],
)
def test_no_parts_of_one(head: str, tail: str) -> None:
    assert not is_one_address(head, tail, alone=True)


def test_the_page_shows_where_the_column_broke_one() -> None:
    assert is_one_address("https://sukamaju.go.id/regis", "ter/2023", full=True)
    assert not is_one_address("https://sukamaju.go.id/regis", "ter/2023")
