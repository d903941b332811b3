"""What is said of a table outside its own head: on a cover, in a heading of the pages above, on every page.

Input: lines that belong to no field. Output: the kind and the agency that the last of them say, titles only: a sentence
that mentions an Indikator Kinerja Utama says nothing of the table below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from bahasa.block_kinds import block_kinds
from bahasa.date import place_with_date
from bahasa.function_words import any_function_word, function_words
from bahasa.labels import labels_of, starts_with_label
from bahasa.openers import anybody, says_when
from bahasa.parts import head_labels
from bahasa.units import begins_with, places, unit_nouns
from extract.decree.title import CONTENTS_ENTRY, numbers_table, title_like
from extract.read.piece import Piece
from extract.table.meaning.fields import FORM, names_office
from schemas.base import Kind

# `I. DINAS PERTANIAN`, `A. IKU DINAS KESEHATAN`, `2.1 Dinas Kesehatan`, `(1) Camat`, `Tabel 4.1 Sekretaris Desa`
_POINT = r"[IVX]{1,5}[.)]|\(?[A-Za-z][.)]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?"
_NUMBER = re.compile(rf"\s*(?:(?i:tabel)\s+[\d.]+:?|{_POINT})\s+(?=[^\W\d_])")
# `KEPALA DINAS ...`, `Plt. Kepala Badan ...`
_HEAD = re.compile(r"\s*(?:(?i:plt|plh|pj)\.?\s+)?(?i:kepala)\s+")
# `DINAS PERIKANAN TAHUN 2022`
_YEAR = re.compile(r"\s+(?i:tahun)\s+\d{4}.*$")
# `(IKU) PADA DINAS ...`, `: DINAS ...`: what stands between a kind and the name behind it
_BEHIND = re.compile(r"\s*(?:\(\w{2,4}\))?\s*[:–-]?\s*(?:(?i:pada|untuk|di\s+lingkungan)\b)?\s*")
# `... Kepala Seksi Mutasi adalah sebagai berikut:`
_SAID = re.compile(rf"\s+(?i:{any_function_word('jelas')}|sebagai(?:mana)?\s+(?:berikut|di\s?bawah))\b.*$")
#: A caption that counts its table, and how many lines it takes at most.
_TABLE, _CAPTION = re.compile(r"\s*(?i:tabel)\s+\d"), 4
# `Drs. H. Danu Saputra`, `Bagas Wirawan, S.E.`: a person
_PERSON = re.compile(r"^(?:Dr|Drs|Dra|Ir|Hj?|drg?|Prof)\.\s|,\s*[A-Z][A-Za-z]*\.")
#: An agency's name takes at most so many words.
_WORDS = 14


def kind_said(pieces: Sequence[Piece]) -> Kind | None:
    """The kind that the last title with one says (`BAB II PERJANJIAN KINERJA`); None where it says two."""
    for piece in reversed(pieces):
        if len(said := _kinds(piece.text, _phrases())) == 1:
            return said.pop()
        if said:
            return None
    return None


def kinds_titled(lines: Iterable[str]) -> set[Kind]:
    """The kinds that lines of one title say in full words, and those whose short names these are joined with
    (`PERJANJIAN KINERJA DAN IKI`): `DINAS PK` alone is an agency."""
    return {kind for line in lines for kind in _with_joined(line, _kinds(line, _titles()))}


def _with_joined(line: str, said: set[Kind]) -> set[Kind]:
    return said | {kind for kind in block_kinds() if said and _joined(kind).search(line)}


@cache
def _joined(kind: Kind) -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?i:{any_function_word('gabung')})\s|[/&,])\s*{kind}\b")


def agency_said(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The name of an agency or of a part of it that the last title with one prints, with its place on the next line;
    empty where none does."""
    at = next((at for at in range(len(pieces) - 1, -1, -1) if _names_agency(pieces[at].text)), None)
    if at is None:
        return ()
    while at and _governs(pieces[at].text) and _names_agency(pieces[at - 1].text):
        at -= 1
    return name_at(pieces, at, placed=True)


def agency_titled(lines: Sequence[Piece]) -> tuple[Sequence[Piece], bool]:
    """The name of an agency in the lines of a table's own title, with the place that the next line names (`DINAS
    KOMUNIKASI DAERAH` / `PROVINSI NUSA LESTARI`: there it says which agency of many), and whether its end is in
    doubt: a line below that begins no name of its own may be the rest of it (`BADAN PENGELOLAAN` / `KEUANGAN DAN ASET
    DAERAH`)."""
    lines = [_behind_label(line) for line in lines]
    named = agency_said(lines)
    below = [line for line in lines if named and line.rank == named[-1].rank + 1]
    unsure = bool(below) and _begins_no_name(below[0].text)
    return [*named, *below] if unsure else named, unsure


def _behind_label(piece: Piece) -> Piece:
    """The agency that a line names behind a label that nobody knows (`Pemerintah Daerah : PEMERINTAH KOTA PASER`)."""
    value = match["nilai"] if (match := FORM.match(piece.text)) else ""
    return piece.cut(match.start("nilai")) if match and (_names_agency(value) or _governs(value)) else piece


def ends_in_doubt(lines: Sequence[Piece], end: int, rooms: Sequence[float]) -> bool:
    """Is it in doubt where the name of an office ends: may the line of a title below it be the rest (`KEPALA SEKSI ...
    KOTA` / `BANJAR MUTIARA`; a place as well, where its first word had no room above)?"""
    above, below = lines[end - 1], lines[end : end + 1]
    if not below or below[0].rank != above.rank + 1:
        return False
    return _begins_no_name(below[0].text) or (is_place(below[0].text) and _had_no_room(above, below[0], rooms))


def _begins_no_name(text: str) -> bool:
    words = title_like(text) and text[0].isalpha() and not (is_place(text) or _names_agency(text) or names_office(text))
    told = kinds_titled([text]) or begins_with(text, unit_nouns(referred=False)) or numbers_table(text)
    return words and not told


def _governs(text: str) -> bool:
    """Does a line name the government of a region (`PEMERINTAH KABUPATEN PASER`)? Below an agency it is its place."""
    return any(is_place(rest) for rest in text.split(maxsplit=1)[1:])


def named_behind(piece: Piece) -> Sequence[Piece]:
    """What a title names behind its kind, if that is an office or an agency (`INDIKATOR KINERJA UTAMA (IKU) INSPEKTORAT
    DAERAH`): the piece without the kind; empty where it names none."""
    end = max((found.end() for pattern in _titles().values() for found in pattern.finditer(piece.text)), default=0)
    if not end:
        return ()
    between = _BEHIND.match(piece.text, end)
    begin = between.end() if between else end
    sentence = _SAID.search(piece.text, begin)
    named = piece.cut(begin, sentence.start() if sentence else len(piece.text))
    if anybody().match(named.text):
        return ()
    named = without_year(named)
    return [named] if names_office(named.text) or _names_agency(named.text) else ()


def named_of(lines: Sequence[Piece]) -> Sequence[Piece]:
    """Of the lines of a title that no other block prints, those from the one on that names an office or an agency,
    without kinds and numbers (`INDIKATOR KINERJA UTAMA PERANGKAT DAERAH` / `1. SEKRETARIAT DAERAH`); where none does,
    those that are no title of a kind."""
    bare = [own for piece in lines for own in (named_behind(piece) or [unnumbered(_behind_label(piece))])]
    told = (at for at, piece in enumerate(bare) if names_office(piece.text) or _names_agency(piece.text))
    at = next(told, None)
    return [piece for piece in bare if not starts_with_label(piece.text, "judul")] if at is None else bare[at:]


def without_year(piece: Piece) -> Piece:
    """A name without the year behind it (`Kepala Dinas Sosial Tahun 2023`)."""
    year = _YEAR.search(piece.text)
    return piece.cut(0, year.start()) if year else piece


def named_in_caption(above: Sequence[Piece]) -> Sequence[Piece]:
    """What the caption right above a table names behind its kind, down to the table's first line, without its year
    (`Tabel 3.1 Perjanjian Kinerja Kepala Dinas Pemberdayaan` / `Perempuan Tahun 2023`); the last line's, where none
    counts tables."""
    own = [piece for piece in above[-_CAPTION:] if piece.line.page == above[-1].line.page]
    at = next((at for at in range(len(own) - 1, -1, -1) if _TABLE.match(own[at].text)), len(own) - 1)
    named = named_behind(own[at]) if own else ()
    below = own[at + 1 :]
    if not named or not all(title_like(piece.text) for piece in below):
        return ()
    lines = [*named, *(piece for piece in below if not says_when(piece.text))]
    year = _YEAR.search(" ".join(piece.text for piece in lines))
    end = year.start() if year else None
    kept: list[Piece] = []
    at = 0
    for piece in lines:
        if end is None or at < end:
            kept.append(piece if end is None else piece.cut(0, end - at))
        at += len(piece.text) + 1
    return kept


def agency_signed(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The agency whose head signs (`KEPALA DINAS PARIWISATA` / `KABUPATEN PASER,`), by the first such line, if any."""
    for at, piece in enumerate(pieces):
        head = _HEAD.match(piece.text)
        if not head or not title_like(piece.text) or not _names_agency(piece.text[head.end() :]):
            continue
        end = at + 1
        while end < len(pieces) and not pieces[end - 1].text.endswith(","):
            if not (asks_for_more(pieces[end - 1].text) or is_place(pieces[end].text)):
                break
            end += 1
        lines = [piece.cut(head.end()), *pieces[at + 1 : end]]
        return [line.cut(0, len(line.text.rstrip(" ,"))) for line in lines]
    return ()


def heading_above(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Of the lines above a table the titles right above it, on the last page of these lines (`I. DINAS PERTANIAN`)."""
    at = len(pieces)
    while at and title_like(unnumbered(pieces[at - 1]).text) and pieces[at - 1].line.page == pieces[-1].line.page:
        at -= 1
    return [unnumbered(piece) for piece in pieces[at:]]


def office_above(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The office that the heading of these lines names, without its number (`2. SEKRETARIS BADAN`); below it stands
    nothing but its agency, a place, a year, or the label of what follows (`A. Tugas`). Empty where it names none: one
    with a comma is that of a signature (`KEPALA DINAS,` / `DINAS PERHUBUNGAN`; `Bupati,` / `Drs. ...` below a date).
    """
    lines = heading_above(pieces)
    at = next((at for at in range(len(lines) - 1, -1, -1) if names_office(lines[at].text)), None)
    if at is None:
        return ()
    named = name_at(lines, at)
    below = lines[at + len(named) :]
    signed = named[-1].text.rstrip().endswith(",") or any(_names_agency(piece.text) for piece in named[1:])
    signed |= named[0].text.rstrip().endswith(",") and (
        any(place_with_date(line.text) for line in lines[:at]) or _PERSON.search(named[-1].text) is not None
    )
    return () if signed or not all(_belongs_to_heading(line.text) for line in below) else named


def _belongs_to_heading(text: str) -> bool:
    return is_place(text) or _names_agency(text) or says_when(text) or starts_with_label(text, *head_labels())


def unnumbered(piece: Piece) -> Piece:
    """A heading without its number, and without the brackets around all of it (`(KEPALA BIDANG MUTASI)`)."""
    number = _NUMBER.match(piece.text)
    bare = piece.cut(number.end()) if number else piece
    text = bare.text.rstrip()
    bracketed = text.startswith("(") and text.find(")") == len(text) - 1
    return bare.cut(1, len(text) - 1) if bracketed else bare


def name_at(pieces: Sequence[Piece], at: int, placed: bool = False, rooms: Sequence[float] = ()) -> Sequence[Piece]:
    """The name that begins at a line of a title, to the line on which it ends: it goes on below a word that asks for
    more (`DINAS PARIWISATA DAN` / `KEBUDAYAAN`), and where the next word had no room on its line (as wide, in points,
    as one of `rooms`). With `placed` the place of an agency (`PROVINSI JAWA TIMUR`) is of it, which a cover prints
    below its name."""
    end = at + 1
    while end < len(pieces) and title_like(pieces[end].text) and not FORM.match(pieces[end].text):
        if not (asks_for_more(pieces[end - 1].text) or _is_wrapped(pieces[end - 1], pieces[end], rooms)):
            break
        end += 1
    if placed and any(is_place(piece.text) for piece in pieces[end : end + 1]):
        end += 1
    named = list(pieces[at:end])
    named[-1] = without_year(named[-1])
    return named


def asks_for_more(text: str) -> bool:
    """Does a line of a name ask for more (`DINAS PARIWISATA DAN`, `SEKRETARIS PADA`)?"""
    return text.endswith(",") or text.split()[-1].lower() in function_words("gabung") | function_words("terbuka")


def _is_wrapped(above: Piece, below: Piece, rooms: Sequence[float]) -> bool:
    """Did the first word of a line not fit on the one above, and begins no name of its own there?"""
    named = begins_with(below.text, (*places(), *unit_nouns(referred=False)))
    return not named and _had_no_room(above, below, rooms)


def _had_no_room(above: Piece, below: Piece, rooms: Sequence[float]) -> bool:
    upper, lower = above.words(), below.words()
    if not upper or not lower:
        return False
    width, share = upper[-1].x1 - upper[0].x0, len(below.text.split()[0]) / len(below.text)
    wanted = width + 0.2 * upper[-1].size + share * (lower[-1].x1 - lower[0].x0)
    # a title wider than what stands below it tells nothing of the room
    return any(width <= room < wanted for room in rooms)


def is_place(text: str) -> bool:
    """Is a line of a title a place alone (`KABUPATEN PASER`)?"""
    return title_like(text) and begins_with(text, places())


def _kinds(text: str, phrases: Mapping[Kind, re.Pattern[str]]) -> set[Kind]:
    if not title_like(text) or CONTENTS_ENTRY.search(text):
        return set()
    return {kind for kind, pattern in phrases.items() if pattern.search(text)}


@cache
def _titles() -> dict[Kind, re.Pattern[str]]:
    """What a title says of each kind, in full words."""
    return {kind: re.compile("|".join(words)) for kind, words in _wordings().items()}


@cache
def _phrases() -> dict[Kind, re.Pattern[str]]:
    """What a title says of each kind: the words of its titles, or its short name (`LAMPIRAN IKU`, `DAFTAR I.K.U.`)."""
    short = {kind: r"\.?".join(kind) for kind in block_kinds()}
    return {kind: re.compile("|".join((rf"\b{short[kind]}\b", *words))) for kind, words in _wordings().items()}


def _wordings() -> dict[Kind, list[str]]:
    words: dict[Kind, list[str]] = {kind: [] for kind in block_kinds()}
    for label in labels_of("judul"):
        if label.kind is not None:
            words[label.kind].append(r"\b(?i:" + r"\s+".join(map(re.escape, label.words)) + r")\b")
    return words


def _names_agency(text: str) -> bool:
    words = text.split()
    return 1 < len(words) <= _WORDS and title_like(text) and begins_with(text, unit_nouns(referred=False))
