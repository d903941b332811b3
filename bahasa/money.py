"""What an amount of money looks like in a table, whatever it is worth (its value is `program.rupiah`'s).

>>> is_money("Rp. 87.500.000,-"), is_money("6.589.645.000"), is_money("Rp 500.000"), is_money("1.250")
(True, True, True, False)
>>> is_amount("350.000.000"), is_amount("Rp. 12,5"), is_amount("2023"), is_amount("-"), is_amount("nihil")
(True, True, False, True, True)
"""

from __future__ import annotations

import re

# `Rp 3.115.250.000`, `Rp. 87.500.000,-`, `6.589.645.000,00`: told by `Rp`, or by as many digits as only money has
_MONEY = re.compile(r"(?:Rp\.?\s?\d{1,3}(?:\.\d{3})+|\d{1,3}(?:\.\d{3}){2,})(?:,\d\d|,-)?")
# `350.000.000`, `Rp. 12,5`; a year may head a column
_NUMBER = re.compile(r"(?:Rp\.?)?\s?(?!(?:19|20)\d\d$)\d[\d., ]*(?:,-+)?")
# `-`, `Rp -`, `nihil`
_NONE = re.compile(r"(?:Rp\.?)?\s?(?:[-–]|nihil)", re.IGNORECASE)


def is_money(printed: str) -> bool:
    """Is it an amount of money and nothing else?"""
    return _MONEY.fullmatch(printed) is not None


def is_amount(printed: str) -> bool:
    """May it stand in a column of amounts? A number, or the sign of none."""
    return _NUMBER.fullmatch(printed) is not None or is_no_amount(printed)


def is_no_amount(printed: str) -> bool:
    """Is it what a column of amounts prints where there is none?"""
    return _NONE.fullmatch(printed) is not None
