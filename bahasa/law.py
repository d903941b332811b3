"""Regulations that a text cites: where a citation ends, and what it means ({jenis, nomor, tahun, tentang}).

`parse_law` takes one entry of Mengingat (`Peraturan Daerah Kabupaten Paser nomor 14 Tahun 2016 tentang ... (Lembaran
...);`) and gives a Law, or None where the text doesn't begin with a kind of regulation. Of an entry that cites the
regulations which changed the first one (`sebagaimana telah diubah ...`), the first one is taken. `laws_in` finds every
citation of a running text, those inside titles too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from bahasa.data import entries_of
from bahasa.fold import fold, fold_words
from schemas.decree import Law

#: What stands before a number, as a regex: `Nomor`, `NO. :`.
NUMBER_SIGN = r"\b(?:nomor|no|nmr)\b\s*[.:]*\s*"
_NUMBERED = re.compile(rf"\s*,?\s*{NUMBER_SIGN}", re.I)
# `UU 23/2014`, `PP 18 Tahun 2016`
_BARE = re.compile(r"\s*(?=\d{1,3}\b)")
_YEAR = re.compile(r"\s*,?\s*\b(?:tahun|thn|th)\b\s*[.:]?\s*(\d{4})\b", re.I)
_ABOUT = re.compile(r"\btentang\b[\s,:]*", re.I)
# what follows the title: the gazette in brackets, the amending clause, the next regulation
_END = re.compile(
    r"\s*[(,;]?\s*(?:tambahan\s*)?(?:lembaran|berita)\s*(?:negara|daerah)\b"
    r"|\s*,?\s*(?:sebagaimana|yang)\s+telah\b|\s*,?\s+(?:juncto|jo)\b\.?|\s*\(\s*(?:LN|TLN|BN)\b",
    re.I,
)
_DIGIT = re.compile(r"\d")
_STATE = re.compile(r"^\s*(?:negara\s+)?(?:republik\s+indonesia|r\.?i\.?)\b", re.I)


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    return tuple((re.compile(entry["pola"], re.I), entry) for entry in entries_of("law", "jenis"))


def _kind(text: str) -> tuple[str, str, bool] | None:
    """(canonical kind, what follows it, national) of the first kind that the text begins with."""
    for pattern, entry in _kinds():
        if match := pattern.match(text):
            return entry["nama"], text[match.end() :], bool(entry.get("pusat"))
    return None


def _title(text: str) -> str | None:
    """The title after `tentang`, up to the gazette or the amending clause."""
    about = _ABOUT.search(text)
    if about is None:
        return None
    rest = text[about.end() :]
    end = _END.search(rest)
    title = (rest[: end.start()] if end else rest).strip().rstrip(" ;.,:(")
    return title or None


def _number(text: str) -> tuple[str | None, str]:
    """(number, rest) of the text after `Nomor`: up to `Tahun`, `tentang` or a comma."""
    match = re.match(r"(.*?)(?=\s*,?\s*\b(?:tahun|thn|th|tentang)\b|,|;|$)", text, re.I)
    printed = match[1].strip() if match else ""
    number = re.sub(r"\s*([/.-])\s*", r"\1", printed).rstrip(".")
    if not re.search(r"[^\W_]", number):
        number = ""  # left open to be written in by hand: `Nomor .... Tahun 2016`
    elif number.isdecimal():
        number = number.lstrip("0") or "0"
    return number or None, text[len(printed) :]


def _year(number: str | None, text: str) -> tuple[str | None, int | None]:
    """(number, year): the year after `Tahun`, or at the end of the number (`PER/20/M/PAN/141/2007`, `23/2014`)."""
    before_title = _ABOUT.split(text, maxsplit=1)[0]
    if match := _YEAR.search(before_title):
        return number, int(match[1])
    if number and (match := re.search(r"(?:^|[/.-])((?:19|20)\d{2})$", number)):
        bare = re.fullmatch(r"(\d{1,3})/(?:19|20)\d{2}", number)
        return (bare[1].lstrip("0") if bare else number), int(match[1])
    return number, None


def parse_law(text: str) -> Law | None:
    """The regulation that the entry cites first; None where it cites none."""
    folded = re.sub(r"^(?:\d{1,2}|[a-z])[.)]\s+", "", fold(text))
    kind = _kind(folded)
    if kind is None:
        return None
    name, rest, national = kind
    numbered = _NUMBERED.search(rest)
    about = _ABOUT.search(rest)
    if numbered is None or (about and about.start() < numbered.start()):
        numbered = _BARE.match(rest)
    if numbered is None:
        return _unnumbered(name, rest, national)
    authority = _YEAR.sub("", rest[: numbered.start()]).strip(" ,:")
    number, tail = _number(rest[numbered.end() :])
    number, year = _year(number, f"{rest[: numbered.start()]} {tail}")
    return Law(jenis=_named(name, authority, national), nomor=number, tahun=year, tentang=_title(tail))


def number_named(nomor: str | None, tahun: int | str | None) -> str:
    """Number and year as a name has them, as much as is known; the year not twice.

    >>> number_named("25", 2004), number_named("08/SK/I/2021", 2021), number_named("2021", 2021)
    ('Nomor 25 Tahun 2004', 'Nomor 08/SK/I/2021', 'Nomor 2021 Tahun 2021')
    """
    told = not tahun or re.search(rf"\D{tahun}$", nomor or "")
    return " ".join([*([f"Nomor {nomor}"] if nomor else []), *([] if told else [f"Tahun {tahun}"])])


def same_regulation(one: Law, other: Law) -> bool:
    """Whether two citations are of one regulation, one of them without all words of its authority (`Peraturan Daerah
    Nomor 4 Tahun 2021`, `Peraturan Daerah Kabupaten Paser Nomor 4 Tahun 2021`)."""
    if (one.nomor, one.tahun) != (other.nomor, other.tahun) or one.nomor is None:
        return False
    shorter, longer = sorted((fold_words(one.jenis).split(), fold_words(other.jenis).split()), key=len)
    return longer[: len(shorter)] == shorter and len(shorter) > 1


def _named(name: str, authority: str, national: bool) -> str:
    """The kind with its authority: `Peraturan Bupati Paser`; a national one without `Republik Indonesia`."""
    kept = _STATE.sub("", authority).strip() if national else authority
    return f"{name} {kept}".strip()


def _unnumbered(name: str, rest: str, national: bool) -> Law | None:
    """`Undang-Undang Dasar Negara Republik Indonesia Tahun 1945`: known by its year alone; without one, no law."""
    head = _ABOUT.split(rest, maxsplit=1)[0]
    year = _YEAR.search(head)
    if year is None:
        return None
    authority = head[: year.start()].strip(" ,")
    return Law(jenis=_named(name, authority, national), nomor=None, tahun=int(year[1]), tentang=_title(rest))


# `Nomor 25`, `No. 188/KEP-10/2021`, `Nomor PER/20/M/PAN/141/2007`, `23/2014` right behind the kind
_NUMBER_AT = rf"(?:{NUMBER_SIGN}(?=\S*\d)|(?=\d{{1,3}}\b))[\w.-]+(?:\s?[/.-]\s?[\w-]+)*"
_CITED = re.compile(rf"(?P<authority>[^\d;:()\n]{{0,140}}?)\s*,?\s*{_NUMBER_AT}(?:{_YEAR.pattern})?", re.I)
_DATED = re.compile(rf"[^\d;:()\n]{{0,60}}?(?:{_YEAR.pattern})", re.I)


@cache
def _any_kind() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{pattern.pattern})" for pattern, _ in _kinds()), re.I)


@cache
def edition_words() -> frozenset[str]:
    """Words that say which edition a decree is, beside its number, year and date: `tahun`, `perubahan`."""
    return frozenset(entry["kata"] for entry in entries_of("law", "edisi"))


@cache
def _goes_on() -> re.Pattern[str]:
    """How a sentence goes on behind the title of a regulation."""
    return re.compile("|".join(entry["pola"] for entry in entries_of("law", "sesudah_judul")), re.I)


def laws_in(text: str) -> Iterator[tuple[int, int, Law]]:
    """(start, end, regulation) of each citation, in order; one inside the title of another is one of its own.

    >>> [text[start:end] for text in ["sesuai PP Nomor 18 Tahun 2016 tentang Perangkat Daerah, perlu menetapkan"]
    ...  for start, end, law in laws_in(text)]
    ['PP Nomor 18 Tahun 2016 tentang Perangkat Daerah']
    """
    at = 0 if _DIGIT.search(text) else len(text)  # each has a number or a year
    while match := _any_kind().search(text, at):
        at = match.end()
        kind = _kind(match[0])
        form = _DATED if kind and kind[0].startswith("Undang-Undang Dasar") else _CITED
        cited = form.match(text, at)
        if cited is None or _any_kind().search(text, at, cited.end()) or _ABOUT.search(text, at, cited.end()):
            continue
        end = _title_end(text, cited.end())
        if (law := parse_law(text[match.start() : end])) is not None:
            yield match.start(), end, law


def _title_end(text: str, at: int) -> int:
    """The end of the title that begins with `tentang` at this place, or the place where there is none."""
    about = re.compile(rf"\s*,?\s*{_ABOUT.pattern}", re.I).match(text, at)
    if about is None:
        return at
    ends = [match.start() for pattern in (_END, _goes_on()) if (match := pattern.search(text, about.end()))]
    end = min(ends, default=len(text))
    return about.start() + len(text[about.start() : end].rstrip(" ;.,:("))
