"""One word that a narrow column broke, or two: by the document, the dictionary, and the width of the line."""

from __future__ import annotations

from collections import Counter

import pytest

from extract.read.pdf.words import TextLine
from extract.table.broken import GUESSED, one_word
from extract.table.context import DocumentWords, document_words
from extract.table.drawn.cell import CellLine, _without_blank, printed
from schemas.layout import Line, Word

INSIDE = Counter(
    {"dokumen": 40, "dokume": 1, "dibandingkan": 4, "di": 60, "perubahan": 3, "atasan": 5, "atas": 9, "data": 9}
)
KNOWN = DocumentWords(INSIDE, INSIDE + Counter(pengelolaan=1, petakerja=1))


@pytest.mark.parametrize(
    ("parts", "alone", "sure"),
    [
        (("dokume", "n"), False, 1.0),
        (("DOKU", "MEN"), False, 1.0),
        (("laporan/perubaha", "n"), False, 1.0),
        (("do", "ku", "men"), False, 1.0),
        # the whole word counts wherever it stands
        (("pengelola", "an"), False, 1.0),
        # a head that is a word of its own must stand alone: the decree prints `berjalan di` / `bandingkan`
        (("di", "bandingkan"), False, 0.0),
        (("di", "bandingkan"), True, 1.0),
        (("atas", "an"), True, 1.0),
        # the document does not print it, the dictionary knows it
        (("pengembanga", "n"), False, 1.0),
        # nobody knows it, but a lone letter is no word either
        (("Simpadu", "x"), False, 0.0),
        (("sipasti", "n"), False, GUESSED),
        (("data", "n"), True, 0.0),
        (("data", "a."), True, 0.0),
        (("data", "a)"), True, 0.0),
        (("(Hija", "u)"), True, 1.0),  # a bracket that is open closes; it counts nothing
        (("463.", "299"), True, 1.0),
        (("46.", "299"), True, 0.0),  # the number of a row above a count
        (("dokume", "N"), False, 0.0),
        (("DOKU", "men"), False, 0.0),
        (("3", "n"), True, 0.0),
        (("dokume", "2"), False, 0.0),
        (("dokume-", "n"), False, 0.0),
    ],
)
def test_what_is_one_word(parts: tuple[str, ...], alone: bool, sure: float) -> None:
    assert one_word(parts, KNOWN, alone) == sure


@pytest.mark.parametrize(
    ("parts", "sure"), [(("penyaluran", "bansos"), 0.0), (("penyaluran", "yna"), 1.0), (("bansos", "kopid"), 1.0)]
)
def test_a_word_of_the_language_on_a_full_line_is_none_broken_off(parts: tuple[str, ...], sure: float) -> None:
    assert one_word(parts, DocumentWords(), alone=True, full=True) == sure


def test_the_dictionary_knows_words_that_the_document_prints_nowhere_else() -> None:
    words = DocumentWords()
    assert one_word(("Terlaksanan", "ya"), words) == 1.0
    assert one_word(("kerja", "sama"), words) == 0.0
    assert one_word(("pegawai", "n"), words) == 0.0
    assert one_word(("di", "kali"), words) == 0.0
    assert one_word(("n", "yang"), words) == 0.0
    assert one_word(("Program", "a"), words) == 0.0
    # a slip that the document prints is no witness
    assert one_word(("peta", "kerja"), KNOWN) == 0.0


@pytest.mark.parametrize(
    ("head", "tail", "whole"),
    [
        ("dokum", "en", True),  # printed whole elsewhere
        ("penggandaan", "dan", False),  # both are words
        ("Kepegawa", "in", True),  # neither is
        ("Sub", "Bagian", False),  # a capital starts a word
        ("INSPEKTO", "RAT", True),  # but not in capitals
        ("kerja/renca", "na", True),
        ("Meningkatnya", "kualitas", False),  # two words that the document prints only here
        ("penambahan/perubahan", "pengetahuan", False),
        ("pengadministrasi", "an", True),
        ("Simpadux", "kab", False),  # nobody knows the whole, and the document prints the head
        ("di", "bandingkan", True),
        ("APIP", "dan", False),
    ],
)
def test_a_word_that_fills_its_line_is_broken_unless_something_speaks_for_two(
    head: str, tail: str, whole: bool
) -> None:
    printed = Counter(dokumen=3, dan=9, penggandaan=1, pegawai=2, kerja=2, rencana=2, simpadux=3)
    words = DocumentWords(printed, printed)
    assert (one_word((head, tail), words, alone=True, full=True) > 0) is whole


@pytest.mark.parametrize(
    ("head", "tail", "close"),
    [
        ("200", "dokumen", False),  # a number and its unit
        ("20", "0", True),  # a number cut in two
        ("organisasi", "/instansi", True),  # cut before the stroke
        ("kepegawaian", ")", True),  # no line starts with a closing bracket
        ("dokum", "en", False),
    ],
)
def test_marks_and_digits_stand_close(head: str, tail: str, close: bool) -> None:
    assert _without_blank(head, tail) is close


def test_words_count_where_no_column_can_have_broken_them() -> None:
    lines = [Line("Jumlah dokumen dan data", 1), Line("1 dokume    Jumlah laporan kegiatan", 2)]
    words = document_words(lines)
    assert words.inside == {"dokumen": 1, "dan": 1, "laporan": 1}
    assert set(words.all) == {"jumlah", "dokumen", "dan", "data", "dokume", "laporan", "kegiatan"}


def line(text: str) -> CellLine:
    """A line of a cell in a column of ten letters, as far as is known."""
    words = []
    x0 = 0.0
    for token in text.split():
        x1 = x0 + 6 * len(token)
        words.append(Word(token, x0, 0, x1, 10, 10, 10, False, 0, (x0 + 6,)))
        x0 = x1 + 6
    return CellLine(1, TextLine(words, text, 0, 0, words[-1].x1, 10, 10, 10, False), 72, 0)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        # as wide as the cell's widest line, though the white beside it had room
        (("12", "dokume", "n"), "12 dokumen"),
        (("(Jumlah", "pengelola", "an)"), "(Jumlah pengelolaan)"),
        (("Jumlah (arus", "penyebera", "n) itu"), "Jumlah (arus penyebera n) itu"),
        (("Jumlah (arus", "penyeberanga", "n) itu"), "Jumlah (arus penyeberangan) itu"),
        # two words, of which the line was no end of the column
        (("Jumlah laporan", "di", "bandingkan"), "Jumlah laporan di bandingkan"),
        # nobody knows the whole
        (("sipasti", "kanlah"), "sipasti kanlah"),
        (("sipasti", "n"), "sipasti n"),
        # it does not stand alone
        (("12 dokume", "n"), "12 dokume n"),
    ],
)
def test_a_line_that_ends_where_the_column_does(lines: tuple[str, ...], text: str) -> None:
    assert printed([line(one) for one in lines], KNOWN) == text
