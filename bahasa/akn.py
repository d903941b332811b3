"""Identifiers of Akoma Ntoso (OASIS LegalDocML, Naming Convention 1.0) for regulations: the IRI of the work.

    /akn/id/act/{kind}[/{who issued it}]/{year}/{number}

`kind` stands in law.toml (`akn`). A kind that many issue (`Peraturan Menteri ...`, `Peraturan Bupati ...`) needs who
did. An IRI is formed where kind, year and number are printed and the number is a plain one; anything else has none.

>>> akn_iri(Law(jenis="Undang-Undang", nomor="23", tahun=2014, tentang=None))
'/akn/id/act/uu/2014/23'
>>> akn_iri(Law(jenis="Peraturan Bupati Paser", nomor="29", tahun=2020, tentang=None))
'/akn/id/act/perbup/paser/2020/29'
>>> akn_iri(Law(jenis="Peraturan Daerah", nomor="4", tahun=2021, tentang=None)) is None
True
"""

from __future__ import annotations

import re

from bahasa.data import entries_of
from bahasa.fold import fold_words
from schemas.decree import Law

_PLAIN = re.compile(r"\d{1,4}[A-Za-z]?")


def akn_iri(law: Law) -> str | None:
    """The IRI of a law as a work; None where it can't be formed."""
    if law.tahun is None or law.nomor is None or not _PLAIN.fullmatch(law.nomor):
        return None
    kind = _kind_of(law.jenis)
    return f"/akn/id/act/{kind}/{law.tahun}/{law.nomor.lower()}" if kind else None


def _kind_of(jenis: str) -> str | None:
    """`uu`, `permen/keuangan`; None for a kind without one, or without its issuer."""
    for entry in entries_of("law", "jenis"):
        name, issued = entry["nama"], entry.get("akn_penerbit", False)
        if "akn" in entry and not issued and jenis == name:
            return str(entry["akn"])
        if "akn" in entry and issued and jenis.startswith(f"{name} "):
            return f"{entry['akn']}/{'-'.join(fold_words(jenis.removeprefix(name)).split())}"
    return None
