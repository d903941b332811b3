"""Who issued a decree, by what it is called: the office, and the region that it belongs to.

>>> issuer_in("KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN PASER")
Issuer(office='Dinas Kesehatan', region='Kabupaten Paser')
>>> issuer_in("Peraturan Bupati Paser"), issuer_in("KEPUTUSAN INSPEKTUR")
(Issuer(office='Bupati Paser', region='Kabupaten Paser'), Issuer(office='Inspektur', region=None))
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from bahasa.acronyms import regions
from bahasa.data import entries_of
from bahasa.fold import one_line
from bahasa.function_words import function_words
from bahasa.units import permanent

_KIND = re.compile(r"(?:surat\s+)?(?:keputusan|peraturan|instruksi)\b\s*", re.IGNORECASE)
# `KEPALA DINAS ...` signs for the office
_HEAD = re.compile(r"^(?:kepala|ketua|pimpinan)\s+(?=\S)", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXL]+|\w{1,2}\d+", re.IGNORECASE)


class Issuer(NamedTuple):
    """An office as its name is written, without the region, which is None where none is named."""

    office: str
    region: str | None


def issuer_in(called: str) -> Issuer | None:
    """The issuer that a decree's kind (`Decree.jenis`) or an agency's name says; None where it says none."""
    name = permanent(_KIND.sub("", one_line(called), count=1).strip(" ,.;:"))
    name = written_name(_HEAD.sub("", name))
    if not name:
        return None
    start = _region_at(name)
    if start is not None and start > 0:
        return Issuer(name[:start].strip(" ,"), name[start:])
    return Issuer(name, region_in(name))


def office_and_region(called: Iterable[str | None], about: str | None) -> tuple[str | None, str | None]:
    """The office by the first of these names of an issuer that says one, and the region by any of them, else by the
    title.

    >>> office_and_region([None, "KEPUTUSAN KEPALA DINAS SOSIAL"], "IKU Kabupaten Paser")
    ('Dinas Sosial', 'Kabupaten Paser')
    """
    issuers = [issuer for text in called if text and (issuer := issuer_in(text))]
    regions = [*(issuer.region for issuer in issuers), region_in(about or "")]
    return issuers[0].office if issuers else None, next((one for one in regions if one), None)


def region_in(text: str) -> str | None:
    """The region that a name ends with (`RSUD Kota Bontang`: `Kota Bontang`), or whose head it is (`Bupati Paser`:
    `Kabupaten Paser`)."""
    name = written_name(one_line(text))
    start = _region_at(name)
    if start is not None:
        return name[start:]
    for entry in _heads_of_regions():
        if match := re.match(rf"{entry['kata']}\s+(?=\w)", name, re.IGNORECASE):
            return f"{entry['wilayah'].capitalize()} {name[match.end() :]}"
    return None


def _region_at(name: str) -> int | None:
    """Where the region begins: at its kind, that a name of its own follows."""
    found = re.search(rf"(?<!\w)(?<!wali )(?:{'|'.join(sorted(regions()))})\s+(?=[A-Z])", name, re.IGNORECASE)
    return found.start() if found else None


@cache
def _heads_of_regions() -> list[dict[str, Any]]:
    return entries_of("wilayah", "kepala_daerah")


def written_name(name: str) -> str:
    """A name that is printed in capitals as it is written in a sentence; any other as it is.

    >>> written_name("DINAS PERPUSTAKAAN DAN KEARSIPAN"), written_name("RSUD dr. Kanudjoso")
    ('Dinas Perpustakaan dan Kearsipan', 'RSUD dr. Kanudjoso')
    """
    if not name.isupper():
        return name
    return " ".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    if word.lower() in function_words("kecil"):
        return word.lower()
    return word if _ROMAN.fullmatch(word) else word.capitalize()
