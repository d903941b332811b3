"""What an amount of money looks like in a table."""

from __future__ import annotations

import pytest

from bahasa.money import is_amount, is_money, is_no_amount


@pytest.mark.parametrize(
    "printed",
    ["Rp 3.115.250.000", "Rp. 87.500.000,-", "Rp500.000", "Rp.1.250.000,00", "6.589.645.000,-", "215.250.297"],
)
def test_money_is_told_by_its_sign_or_by_its_digits(printed: str) -> None:
    assert is_money(printed) and is_amount(printed) and not is_no_amount(printed)


@pytest.mark.parametrize(
    "printed", ["1.250", "12,5", "2023", "Rp", "-", "Rp 3.115.250.000 setahun", "Program 1.250.000"]
)
def test_other_numbers_and_texts_are_no_money(printed: str) -> None:
    assert not is_money(printed)


@pytest.mark.parametrize(("printed", "amount"), [("12,5", True), ("1 250 000", True), ("2023", False), ("I", False)])
def test_a_year_is_no_amount(printed: str, amount: bool) -> None:
    assert is_amount(printed) is amount


@pytest.mark.parametrize("printed", ["-", "–", "Rp -", "Rp. -", "nihil", "NIHIL"])
def test_a_sign_of_none_is_an_amount_that_is_none(printed: str) -> None:
    assert is_amount(printed) and is_no_amount(printed)
