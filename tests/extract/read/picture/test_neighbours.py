"""Lines beside a line, and other places of a word, tell how likely it is read right."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

from extract.read.picture.neighbours import with_neighbours
from extract.read.picture.recogniser import Letter, Reading
from extract.read.picture.repeated import with_repeated
from schemas.layout import Box, Word


def _reading(text: str) -> Reading:
    return tuple(Letter(sign, 0.999, (i + 0.5) / len(text)) for i, sign in enumerate(text))


def _doubted(lines: list[tuple[str, Box]]) -> list[str]:
    """The lines in which a letter is in doubt, with that letter in brackets."""
    read = with_neighbours([_reading(text) for text, _ in lines], [box for _, box in lines])
    return [
        "".join(f"[{letter.sign}]" if letter.other else letter.sign for letter in reading)
        for reading in read
        if any(letter.other for letter in reading)
    ]


def _at(x: float, y: float, wide: float) -> Box:
    return x, y, x + wide, y + 20


def test_a_number_without_the_dot_of_its_column() -> None:
    column = [("1.", _at(50, 100, 14)), ("2.", _at(51, 200, 14)), ("3", _at(50, 300, 10))]
    assert _doubted([*column, ("4", _at(300, 300, 10))]) == ["[3]"]
    assert _doubted([("1", _at(50, 100, 10)), ("2", _at(50, 200, 10)), ("3.", _at(50, 300, 14))]) == []


def test_the_letter_that_an_order_lacks_is_read_and_stays_in_doubt() -> None:
    """`e. Kacang`, `$.`, `g.`: where the recogniser wavers; `$.` that is sure, or among others, stays."""
    lines = [("e. Kacang", _at(50, 100, 90)), ("$.", _at(52, 140, 14)), ("g.", _at(51, 180, 14))]
    readings = [_reading(text) for text, _ in lines]
    unsure = [readings[0], (readings[1][0]._replace(sure=0.78), readings[1][1]), readings[2]]
    boxes = [box for _, box in lines]
    marks = [[reading[0] for reading in with_neighbours(given, boxes)] for given in (unsure, readings)]
    assert [[mark.sign for mark in given] for given in marks] == [["e", "f", "g"], ["e", "$", "g"]]
    assert marks[0][1].other >= 0.5
    assert with_neighbours([readings[2], unsure[1], readings[0]], boxes)[1][0].sign == "$"


def test_an_unsure_letter_out_of_order_is_the_one_that_is_due() -> None:
    """`b.`, `e.`, `d.`: two items were one, and the last none of the list's; a sure one may be printed so."""
    lines = [(f"{mark} Penyiapan", _at(50, 100 + 30 * n, 90)) for n, mark in enumerate(("a.", "b.", "e.", "d."))]
    readings, boxes = [_reading(text) for text, _ in lines], [box for _, box in lines]
    for sure, sign in ((0.96, "c"), (0.99, "e")):
        given = [*readings[:2], (readings[2][0]._replace(sure=sure), *readings[2][1:]), readings[3]]
        letter = with_neighbours(given, boxes)[2][0]
        assert (letter.sign, letter.other >= 0.5) == (sign, sign == "c")


@pytest.mark.parametrize(
    ("marks", "read"),
    [
        (("a,", "b.", "c."), ["a.", "b.", "c."]),
        (("1)", "2,", "3)"), ["1)", "2)", "3)"]),
        (("a.", "b:"), ["a.", "b."]),
        (("a,", "c."), ["a,", "c."]),
        (("a,", "b,"), ["a,", "b,"]),
    ],
)
def test_a_mark_has_the_dot_of_the_one_beside_it_in_the_order(marks: tuple[str, ...], read: list[str]) -> None:
    lines = [(f"{mark} Penyiapan", _at(50, 100 + 30 * n, 90)) for n, mark in enumerate(marks)]
    found = with_neighbours([_reading(text) for text, _ in lines], [box for _, box in lines])
    assert ["".join(letter.sign for letter in reading[:2]) for reading in found] == read


def test_two_lines_that_touch_part_a_word() -> None:
    assert _doubted([("PENGEM", _at(50, 100, 80)), ("BANGAN", _at(133, 101, 80))]) == ["PENGE[M]", "[B]ANGAN"]
    assert _doubted([("Jumlah", _at(50, 100, 80)), ("data", _at(150, 101, 40))]) == []
    assert _doubted([("Jumlah", _at(50, 100, 80)), ("data", _at(133, 125, 40))]) == []


def test_a_name_that_is_printed_again_is_likelier() -> None:
    def word(text: str) -> Word:
        return Word(text, 0, 0, 10, 10, 9, 10, True, 0, (10.0,), 0.9)

    first, second = with_repeated(
        [[word("Nurmalika,"), word("Nurmalika"), word("12")], [word("Samarwija"), word("12")]]
    )
    assert first[0].sure == first[1].sure > 0.95
    assert [first[2].sure, second[0].sure] == [0.9, 0.9]


@pytest.mark.parametrize(("sure", "usual", "doubted"), [(0.97, 6, True), (0.97, 5, False), (0.995, 6, False)])
def test_a_known_word_one_letter_off_a_much_commoner_one_is_in_doubt_unless_sure(
    sure: float, usual: int, doubted: bool
) -> None:
    """`Juslah` is a word by its affix."""
    words = [Word("Jumlah", 0, 0, 10, 10, 9, 10, True, 0, (10.0,), 0.995)] * usual
    (read,) = with_repeated([[*words, words[0]._replace(text="Juslah", sure=sure)]])
    assert (read[-1].sure <= 0.5) is doubted and read[0].sure > 0.9
