"""Rows below each other without a target, where the other rows of the decree have one."""

from __future__ import annotations

import pytest
from labelled import SOURCE, block, row

from katalog.assemble.catalogue import assemble
from schemas.decree import Decree, NormalizedDecree


@pytest.mark.parametrize(
    ("targets", "pointed"),
    [
        ("1110001", ["rows/4", "rows/5", "rows/6"]),
        ("1111001", []),
        # a decree whose rows mostly have none
        ("1000001", []),
    ],
)
def test_they_are_in_doubt_where_they_are_three_or_more(targets: str, pointed: list[str]) -> None:
    rows = [
        row({"indikator": f"Jumlah {n}", "target": "85 %" if has == "1" else None}) for n, has in enumerate(targets)
    ]
    others = [row({"indikator": f"Nilai {n}", "target": "85 %"}) for n in range(2)] if targets != "1000001" else []
    blocks = (block("IKI", 1, "Analis", rows=tuple(rows)), block("IKI", 2, "Arsiparis", rows=tuple(others)))
    found = assemble(NormalizedDecree(source=SOURCE, decree=Decree(blocks=blocks))).findings
    assert [one.field for one in found if one.code == "tata-letak-ragu" and "target" in one.message] == pointed
