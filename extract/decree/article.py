"""Articles that say tugas and fungsi of an office -> the labels of a block's head.

`A. SEKRETARIS` / `(1) Sekretaris mempunyai tugas melaksanakan urusan umum.` / `(2) Untuk melaksanakan tugas sebagaimana
dimaksud pada ayat (1), Sekretaris menyelenggarakan fungsi:` / `a. ...`: the words before the text of tugas and fungsi
are its label, however they are wrapped; the heading above names the holder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from bahasa.entry_mark import NUMBER
from bahasa.fold import fold_words
from bahasa.function_words import any_function_word
from bahasa.labels import LABEL_BORDER, labels_of
from bahasa.openers import article_phrases, article_verbs
from bahasa.parts import PartName
from extract.decree.label import Found, Scattered
from extract.decree.list_numbers import follows, signs_of
from extract.decree.section import Section
from extract.decree.title import title_like
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.meaning.fields import FORM, names_office

#: The words before a tugas or fungsi take at most so many lines, those before a tugas so many words.
_LINES, _WORDS = 4, 16
#: The item above stands at most so many lines up.
_REACH = 12
# `(1) `, `1. `, `a. `, or nothing
_POINT = re.compile(r"\s*(?:\(?(?:\d{1,2}|[A-Za-z])[.)]\s+)?")
_NUMBER = re.compile(_POINT.pattern + "(?=[A-Z])")
# the end of a sentence, before the next one
_SENTENCE = re.compile(r"[^\W\d_)]\)?[.;]\s+(?=[A-Z])")
_COLONS = (":", "：")
# `Sekretaris adalah unsur staf yang mempunyai tugas ...`
_EXPLAINED = re.compile(rf"\s(?i:{any_function_word('jelas')})\s")
# the next item, at the start of a line
_ITEM = re.compile(r"\n\s*\(?(?:\d{1,2}|[A-Za-z])[.)]\s")
# `A. SEKRETARIS`, `2. Kepala Bidang Mutasi`
_HEADING = re.compile(r"\s*(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s+(?=[A-Z])")


def article_at(rows: Sequence[Piece], at: int) -> Scattered | None:
    """The label of tugas or fungsi whose words begin at a line, or that of the holder, which an article follows.

    >>> from schemas.layout import Line
    >>> lines = ["A. SEKRETARIS", "(1) Sekretaris mempunyai tugas", "melaksanakan urusan umum."]
    >>> rows = [Piece(text, Line(text, n), n) for n, text in enumerate(lines, 1)]
    >>> [(found.labels[0].part, found.end) for at in (0, 1) if (found := article_at(rows, at))]
    [('pemangku', 0), ('tugas', 2)]
    """
    return _sentence(rows, at) or _holder(rows, at)


def _holder(rows: Sequence[Piece], at: int) -> Scattered | None:
    number = _HEADING.match(rows[at].text)
    if number is None or at + 1 >= len(rows):
        return None
    name = rows[at].text[number.end() :]
    if not names_office(name) or not title_like(name):
        return None
    below = _sentence(rows, at + 1 + is_label_alone(rows[at + 1].text, "tugas"))
    if below is None or below.labels[0].part != "tugas":
        return None
    return _torn(rows, at, at, number.end(), "pemangku")


def office_said(heads: Sequence[Piece]) -> list[Piece]:
    """The office in the words before a tugas (`a. Sekretaris Dinas mempunyai tugas`): without the number and what the
    article says of it; empty where they name two."""
    if not heads:
        return []
    phrases = [phrase for part, phrase in article_phrases() if part == "tugas"]
    whole = "\n".join(piece.text for piece in heads)
    end = min((found.start() for phrase in phrases if (found := phrase.search(whole))), default=0)
    end = min([end, *(found.start() for found in _EXPLAINED.finditer(whole[:end]))])
    named, at = [], 0
    for piece in heads:
        begin = _begin(piece) if piece is heads[0] else 0
        stop = min(len(piece.text), end - at)
        if begin < stop and piece.text[begin:stop].strip():
            named.append(piece.cut(begin, begin + len(piece.text[begin:stop].rstrip())))
        at += len(piece.text) + 1
    # `KEPALA DINAS PENDIDIKAN` over `Sekretaris Dinas mempunyai tugas ...` are two
    return [] if any(names_office(piece.text) for piece in named[1:]) else named


def _begin(piece: Piece) -> int:
    number = _NUMBER.match(piece.text)
    return number.end() if number else 0


def announcing(section: Section) -> list[Section]:
    """Takes the sentence that announces a table off the tugas right above it, where an article says that (`... urusan
    umum. Kinerjanya diukur dengan indikator berikut:`); none where it doesn't end with a colon."""
    pieces = section.pieces if section.office else []
    whole = "\n".join(piece.text for piece in pieces)
    ends = list(_SENTENCE.finditer(whole)) if whole.rstrip().endswith(_COLONS) else []
    if not ends:
        return []
    cut, at = ends[-1].end(), 0
    kept: list[Piece] = []
    said: list[Piece] = []
    for piece in pieces:
        own = min(max(0, cut - at), len(piece.text))
        kept += [piece.cut(0, own)] if piece.text[:own].strip() else []
        said += [piece.cut(own)] if piece.text[own:].strip() else []
        at += len(piece.text) + 1
    section.pieces = kept
    return [Section("keterangan", said[0].rank, pieces=said)]


def counts_on_item(rows: Sequence[FlowRow], at: int) -> bool:
    """Has a line the number behind the one of the last item above it (`b. Sekretaris bertugas mencatat` below `a.
    penyusunan rencana;`), or a comma above it? In an open list it is its next item."""
    own = NUMBER.match(rows[at].text)
    if own is None or at == 0:
        return at > 0 and rows[at - 1].text.rstrip().endswith(",")
    above = (found for row in reversed(rows[max(0, at - _REACH) : at]) for found in _numbers(row.text))
    last = next((found for found in above if signs_of(found) == signs_of(own)), None)
    return last is not None and follows(own, last)


def _numbers(text: str) -> list[re.Match[str]]:
    """The number of a line, and that of the value of its label (`II. Fungsi : a) penyusunan ...`)."""
    label = FORM.match(text)
    return [found for part in (text, label["nilai"] if label else "") if (found := NUMBER.match(part))]


def is_label_alone(text: str, part: PartName) -> bool:
    """Is a line a label of this part and nothing else (`Tugas`, `1. Tugas`)?"""
    words = fold_words(_POINT.sub("", text, count=1).rstrip(" :"))
    return any(words == fold_words(" ".join(label.words)) for label in labels_of(part))


def is_below_label(rows: Sequence[FlowRow], at: int) -> bool:
    """Does a sentence stand below `Tugas` alone? Then its words are the text of the tugas."""
    return at > 0 and is_label_alone(rows[at - 1].text, "tugas")


def _sentence(rows: Sequence[Piece], at: int) -> Scattered | None:
    if at >= len(rows):
        return None
    texts = [row.text for row in rows[at : at + _LINES]]
    begin = _NUMBER.match(texts[0])
    if begin is None:
        return None
    whole = "\n".join(texts)
    if not article_verbs().search(whole):
        return None
    for part, phrase in article_phrases():
        found = phrase.search(whole)
        if found is None or not _is_said(part, whole[begin.end() : found.start()], found[0]):
            continue
        # the line on which the label ends, and where
        last = whole.count("\n", 0, found.end())
        return _torn(rows, at, at + last, found.end() - (whole.rfind("\n", 0, found.end()) + 1), part)
    return None


def _is_said(part: str, before: str, phrase: str) -> bool:
    """Do these words stand before a tugas or fungsi: an office, or a sentence that ends with a colon?"""
    if _ITEM.search(before):
        return False
    if part == "tugas":
        if any(is_label_alone(line, "tugas") for line in before.split("\n")[:-1]):
            # `I. KEPALA BAGIAN UMUM` / `Tugas` / `Kepala Bagian Umum mempunyai tugas ...`: a holder and a label
            return False
        if _is_below_title(before):
            return False
        return names_office(before) and len(before.split()) <= _WORDS and not re.search(r"[.;:]\s", before)
    if before.rstrip(" ").endswith("\n") and phrase[0].isupper() and not (before.isupper() and phrase.isupper()):
        # `Kepala Subbagian Teknis dan` / `Hubungan Masyarakat` / `Menyelenggarakan Fungsi : ...`: a name, and a label
        return False
    if LABEL_BORDER in before:
        # `IKHTISAR JABATAN | Memimpin ...` / `Dalam melaksanakan tugasnya, ... fungsi:`: cells above it
        return False
    title, *rest = before.split("\n")
    if title_like(title) and any(line[:1].isupper() and (not title_like(line) or names_office(line)) for line in rest):
        # `SEKRETARIS INSPEKTORAT` / `Dalam melaksanakan tugasnya, Sekretaris ...`: a title above the sentence
        return False
    # `Jabatan : Kepala Bidang` / `MENYELENGGARAKAN FUNGSI :` are two labels
    return phrase.rstrip().endswith((":", "：")) and not re.search(r"[.;:：]\s", before)


def _is_below_title(before: str) -> bool:
    """`SEKRETARIS BADAN` / `Sekretaris Badan mempunyai tugas ...`: the first lines are a title, which names the office
    that the sentence names again."""
    lines = [line.strip() for line in before.split("\n")]
    cuts = ((" ".join(lines[:at]), " ".join(lines[at:])) for at in range(1, len(lines)))
    return any(names_office(title) and names_office(named) and _names_again(title, named) for title, named in cuts)


def _names_again(title: str, named: str) -> bool:
    """`KEPALA BIDANG MUTASI` / `Kepala Bidang`: one is the other, or how it begins."""
    words = zip(fold_words(title).split(), fold_words(named).split(), strict=False)
    return all(one == other for one, other in words)


def _torn(rows: Sequence[Piece], at: int, last: int, cut: int, part: str) -> Scattered:
    """A label that takes the lines from `at` on, of line `last` the first `cut` characters."""
    heads = [row.cut(0) for row in rows[at:last]]
    if cut:
        heads.append(rows[last].cut(0, cut))
    whole = cut >= len(rows[last].text.rstrip())
    # the number of a heading is no label
    printed = "" if part == "pemangku" else " ".join(piece.text.strip() for piece in heads)
    found = Found(cast(PartName, part), None, printed, "", colon=True)
    return Scattered((found,), tuple(heads), {} if whole else {last: cut}, last + 1 if whole else last)
