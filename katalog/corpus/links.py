"""Which decree revises which: by a person's list, by the decree's own words, else by content.

By content it is the latest earlier decree of the same office with tables of a kind that both have, where at least half
of the holders are the same. That is a guess, and is said as one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from bahasa.earlier import EarlierDecree, Ending
from bahasa.fold import fold_words
from bahasa.law import number_named
from katalog.corpus.facts import RevisionFacts

Basis = Ending | Literal["daftar", "isi", ""]

_GUESSED = "Diduga dari isinya: kantor yang sama, lebih baru, {common} dari {all} pemangku sama."
_ALSO = "Dapat juga merevisi {others}."
_ANYWHERE = "Daerahnya tidak disebut."
_PART = "Mengubah sebagian: {gone} pemangku dari keputusan terdahulu tidak disebut lagi, dan belum tentu berakhir."
_ABSENT = "Menyebut {named}, yang tidak ada dalam korpus."
_UNKNOWN = "Menurut daftar merevisi {named}, yang tidak ada katalognya."
_CIRCLE = "Merevisi {named} menurut {basis}, tetapi itu melingkar; hubungannya tidak dipakai."
#: Of the holders of the smaller of two decrees as many must be the same: those of two units of an office are others.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class RevisionLink:
    """`revises` is the slug of the earlier revision, empty where none is known; `basis` how it is known; `doubt` what
    speaks against it, empty where nothing does."""

    revises: str = ""
    basis: Basis = ""
    doubt: str = ""


def linked(facts: Iterable[RevisionFacts], listed: Mapping[str, str]) -> dict[str, RevisionLink]:
    """The link of each decree, by slug. `listed` is a person's word: the slug of what a decree revises, empty where it
    revises none. The same facts give the same links, in whatever order they come."""
    shelf = _Decrees(sorted(facts, key=lambda one: one.keputusan))
    links = {own.keputusan: _link(own, shelf, listed.get(own.keputusan)) for own in shelf.all}
    return _without_circles(links, shelf)


class _Decrees:
    """All decrees, found by number and by office."""

    def __init__(self, facts: list[RevisionFacts]) -> None:
        self.all = facts
        self.by_slug = {one.keputusan: one for one in facts}
        self.by_number: dict[str, list[RevisionFacts]] = defaultdict(list)
        self.by_office: dict[str, list[RevisionFacts]] = defaultdict(list)
        for one in facts:
            if one.nomor:
                self.by_number[_digits(one.nomor)].append(one)
            for office in one.offices:
                self.by_office[office].append(one)


def _link(own: RevisionFacts, shelf: _Decrees, said: str | None) -> RevisionLink:
    if said is not None and (not said or said in shelf.by_slug):
        return RevisionLink(said, "daftar")
    found = _by_evidence(own, shelf)
    return replace(found, doubt=f"{_UNKNOWN.format(named=said)} {found.doubt}".strip()) if said else found


def _by_evidence(own: RevisionFacts, shelf: _Decrees) -> RevisionLink:
    if found := [(one.cara, each) for one in own.earlier for each in _cited(own, one, shelf)]:
        return _by_words(own, found)
    absent = [_ABSENT.format(named=_named(one)) for one in own.earlier[:1]]
    guessed = _by_content(own, shelf)
    return replace(guessed, doubt=" ".join([*absent, *([guessed.doubt] if guessed.doubt else [])]))


def _cited(own: RevisionFacts, cited: EarlierDecree, shelf: _Decrees) -> Iterator[RevisionFacts]:
    """The decrees that a citation may mean."""
    law = cited.law
    for one in shelf.by_number.get(_digits(law.nomor or ""), ()):
        years = {law.tahun, one.tahun or (int(one.when[:4]) if one.when else None)} - {None}
        other = one.content_hash != own.content_hash and not _earlier(own, one)
        if other and len(years) < 2 and _same_issuer(fold_words(law.jenis), one, own):
            yield one


def _same_issuer(jenis: str, one: RevisionFacts, own: RevisionFacts) -> bool:
    """Whether the citation names the decree's kind and issuer, both perhaps shortened (`Keputusan Kepala Dinas`)."""
    if not one.jenis:
        return bool({*one.offices} & {*own.offices})
    shorter, longer = sorted(({*jenis.split()}, {*one.jenis.split()}), key=len)
    # a short form is that of many offices: it means the citing one's
    return shorter == longer or (shorter < longer and bool({*one.offices} & {*own.offices}))


def _by_words(own: RevisionFacts, found: list[tuple[Ending, RevisionFacts]]) -> RevisionLink:
    """Of several the one with most of the same holders, then the latest."""
    ranked = sorted(found, key=lambda one: (-_common(own, one[1]), _reverse(one[1].when), one[1].keputusan))
    basis, chosen = ranked[0]
    common, doubts = _common(own, chosen), []
    number = _digits(chosen.nomor or "")
    if others := _others(chosen, [one for _, one in ranked if _digits(one.nomor or "") == number]):
        doubts.append(_ALSO.format(others=others))
    if basis == "mengubah" and common < len(chosen.holders):
        doubts.append(_PART.format(gone=len(chosen.holders) - common))
    return RevisionLink(chosen.keputusan, basis, " ".join(doubts))


def _by_content(own: RevisionFacts, shelf: _Decrees) -> RevisionLink:
    near = {one.keputusan: one for office in own.offices for one in shelf.by_office[office]}
    alike = [one for one in near.values() if _earlier(one, own) and _alike(one, own)]
    if not alike:
        return RevisionLink()
    ranked = sorted(alike, key=lambda one: (_reverse(one.when), -_common(own, one), one.keputusan))
    chosen = ranked[0]
    doubts = [_GUESSED.format(common=_common(own, chosen), all=len(own.holders))]
    if not own.region:
        doubts.append(_ANYWHERE)
    if others := _others(chosen, [one for one in ranked if one.when == chosen.when]):
        doubts.append(_ALSO.format(others=others))
    return RevisionLink(chosen.keputusan, "isi", " ".join(doubts))


def _others(chosen: RevisionFacts, found: Iterable[RevisionFacts]) -> str:
    """Those that say something else than the chosen one: one decree may lie in the corpus as PDF and as text."""
    return ", ".join(sorted({one.keputusan for one in found if one.content_hash != chosen.content_hash}))


def _earlier(one: RevisionFacts, other: RevisionFacts) -> bool:
    """Whether one is known to be the earlier of the two; of years alone that is known where they differ."""
    length = min(len(one.when), len(other.when))
    return one.when[:length] < other.when[:length]


def _alike(one: RevisionFacts, own: RevisionFacts) -> bool:
    fewer = min(len(one.holders), len(own.holders))
    return bool({*one.kinds} & {*own.kinds}) and fewer > 0 and _common(own, one) >= _ALIKE * fewer


def _common(one: RevisionFacts, other: RevisionFacts) -> int:
    return len({*one.holders} & {*other.holders})


def _reverse(when: str) -> tuple[int, ...]:
    """Sorts the latest first; what has no date comes last."""
    return tuple(-ord(letter) for letter in when) or (1,)


def _digits(nomor: str) -> str:
    """`800/ 015 /Sek. II/BKPSDM` and `800/15/SEK.II/BKPSDM` are one number."""
    return "/".join(part.lstrip("0") or "0" for part in re.findall(r"[a-z]+|\d+", nomor.lower()))


def _named(one: EarlierDecree) -> str:
    return f"{one.law.jenis} {number_named(one.law.nomor, one.law.tahun)}".strip()


def _without_circles(links: dict[str, RevisionLink], shelf: _Decrees) -> dict[str, RevisionLink]:
    """Where decrees revise each other in a circle, the earliest of them revises none."""
    for slug in sorted(links):
        seen = [slug]
        while (now := links[seen[-1]].revises) and now not in seen:
            seen.append(now)
        if now:
            first = min(seen[seen.index(now) :], key=lambda one: (shelf.by_slug[one].when or "9", one))
            cut = links[first]
            links[first] = RevisionLink("", cut.basis, _CIRCLE.format(named=cut.revises, basis=cut.basis))
    return links
