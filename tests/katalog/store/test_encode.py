"""JSON text straight from the fields."""

from __future__ import annotations

import json

import pytest

from katalog.store.encode import number, pieces, text
from schemas.base import Place
from schemas.decree import Text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a\"b\n", '"a\\"b\\n"'), (None, "null"), (True, "true"), (1, "1"), (0.123456, "0.1235"), ([], "[]"),
        ({}, "{}"), ((), "[]"), (2.0, "2.0"), ("é", '"é"'),
    ],
)  # fmt: skip
def test_values(value: object, expected: str) -> None:
    assert text(value) == expected


def test_members_stand_one_blank_further_in() -> None:
    assert text({"a": [1, {"b": 2}]}) == '{\n "a": [\n  1,\n  {\n   "b": 2\n  }\n ]\n}'


def test_a_number_that_is_none_is_refused() -> None:
    assert number(0.5) == "0.5"
    with pytest.raises(ValueError, match="no JSON number"):
        number(float("nan"))


def test_pieces_are_the_text_down_to_any_depth() -> None:
    artifact = Text(as_printed="x", places=(Place(page=1, bbox=(0, 1, 2, 3)), Place(lines=(4, 5))))
    whole = text(artifact)
    for depth in range(4):
        parts = list(pieces(artifact, depth))
        assert "".join(parts) == whole
        assert (len(parts) == 1) == (depth == 0)
    assert json.loads(whole)["places"] == [{"page": 1, "bbox": [0, 1, 2, 3]}, {"lines": [4, 5]}]
