"""What the decree says about itself: jenis, nomor, tahun, tentang, instansi, periode, penetapan.

Each value is looked for where decrees print it, then in the next best place. Where it was found is kept as its origin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from bahasa.block_kinds import about_kind
from bahasa.date import read_date
from bahasa.law import laws_in
from bahasa.units import names_unit
from extract.read.unmarked import PAGE_EDGE
from katalog.text import value_of
from schemas.catalogue import DecreeData, Ditetapkan, Origin, Periode, Signatory
from schemas.decree import Block, Decree, Penetapan, Text

# `NOMOR 44 TAHUN 2022`, `Nomor. 800/ 015 /Sek. II/BKPSDM`, `NOMOR : 800/19/2022 TANGGAL : 17 Januari 2022`
_NOMOR = re.compile(
    r"\bnomor\s*[.:]*\s*(?P<nomor>\S.*?)\s*[,;]?\s*"
    r"(?:\btahun\s*:?\s*(?P<tahun>(?:19|20)\d{2})\b.*|\b(?:tanggal|tentang)\b.*)?$",
    re.IGNORECASE,
)
# `Lampiran I. Keputusan Kepala BKPSDM Nomor. 800/ 015 /Sek. II/BKPSDM`
_JENIS = re.compile(
    r"^(?:\s*lampiran\b\s*(?:[IVXLC]+\b|\d+)?\s*[.:]*)?\s*(?P<jenis>(?:keputusan|peraturan|instruksi|surat)\b.*?)"
    r"\s*(?:\b(?:nomor|tahun|tanggal|tentang)\b.*)?$",
    re.IGNORECASE,
)
# what ends the lines of a heading: `KEPUTUSAN` / `KEPALA BADAN ...` / `KABUPATEN PASER` / `NOMOR 44 TAHUN 2022`
_BELOW_JENIS = re.compile(r"\s*(?:nomor|tahun|tanggal|tentang)\b", re.IGNORECASE)
#: A cover and its preface take so many lines at least.
_COVER = 10
# `TAHUN 2021 - 2026`, `2021-2026`, `2021 s.d. 2026`
_PERIODE = re.compile(
    r"\b(?P<awal>(?:19|20)\d{2})\s*(?:[-–—]|s\s?[./]?\s?d\.?|sampai(?: dengan)?)\s*(?P<akhir>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_TENTANG = re.compile(r"\btentang\b", re.IGNORECASE)
#: From this month on a decree sets targets of the next year: too little time is left to reach them.
LATE_MONTH = 10
# `TAHUN ANGGARAN 2022`, `PERIODE 2022`
_TAHUN = re.compile(r"\b(?:tahun|periode)\s+(?:tahun\s+)?(?:anggaran\s+)?(?P<tahun>(?:19|20)\d{2})\b", re.IGNORECASE)
# `PERUBAHAN ATAS KEPUTUSAN ... NOMOR 8 TAHUN 2021 TENTANG ...`: the year in which another decree was numbered
_NUMBERED = re.compile(r"\bnomor\b(?:(?!\btentang\b).)*?\btahun\s+(?:19|20)\d{2}\b", re.IGNORECASE)
# the head of an agency signs in its name: `KEPALA BADAN KEPEGAWAIAN ... KABUPATEN PASER`
_KEPALA = re.compile(r"^kepala\s+(?P<instansi>\S.*?)[\s,;:]*$", re.IGNORECASE)


@dataclass
class Facts:
    """Values found so far, with their origins."""

    origins: dict[str, Origin] = field(default_factory=dict)

    def keep(self, path: str, value: str | None, text: Text, note: str = "") -> str | None:
        """The value; its origin is recorded (derived where a note says from what)."""
        if value is None:
            return None
        self.origins[path] = Origin(
            as_printed=text.as_printed,
            basis="derived" if note else "printed",
            note=note,
            places=text.places,
            character_confidence=text.character_confidence,
        )
        return value

    def text(self, path: str, text: Text | None) -> str | None:
        """The normalized text itself."""
        return None if text is None else self.keep(path, value_of(text) or None, text)


def decree_fields(decree: Decree) -> DecreeData:
    """The plain values and their origins; the lists (menimbang, mengingat, diktum) are left to the assembly."""
    facts = Facts()
    preamble = decree.preamble
    ditetapkan, signatory = penetapan_fields(preamble.penetapan, facts)
    jenis = _jenis(decree, facts)
    nomor = _nomor(decree, facts)
    return DecreeData(
        jenis=jenis,
        nomor=nomor,
        tahun=_tahun(decree, ditetapkan, facts),
        tentang=facts.text("tentang", preamble.judul),
        instansi=_instansi(decree, facts),
        periode=_periode(decree, facts),
        ditetapkan=ditetapkan,
        penandatangan=signatory,
        origins=dict(sorted(facts.origins.items())),
        kepala=preamble.kepala,
        judul=preamble.judul,
        pejabat=preamble.pejabat,
        menetapkan=preamble.menetapkan,
    )


def penetapan_fields(penetapan: Penetapan | None, facts: Facts) -> tuple[Ditetapkan, Signatory]:
    """The closing of the decree or of a lampiran."""
    if penetapan is None:
        return Ditetapkan(), Signatory()
    tanggal = penetapan.tanggal
    signed = penetapan.penandatangan
    return (
        Ditetapkan(
            tempat=facts.text("ditetapkan.tempat", penetapan.tempat),
            tanggal=facts.keep("ditetapkan.tanggal", penetapan.tanggal_iso, tanggal) if tanggal else None,
        ),
        Signatory(
            jabatan=facts.text("penandatangan.jabatan", signed.jabatan),
            nama=facts.text("penandatangan.nama", signed.nama),
            pangkat=facts.text("penandatangan.pangkat", signed.pangkat),
            nip=facts.text("penandatangan.nip", signed.nip),
        ),
    )


def _labels(decree: Decree) -> list[Text]:
    return [lampiran.label for lampiran in decree.lampiran if lampiran.label is not None]


def _label_dates(decree: Decree) -> set[str]:
    """`LAMPIRAN KEPUTUSAN BUPATI` / `NOMOR ...` / `TANGGAL 11 AGUSTUS 2025`: its decree's date, in another file too."""
    return set(filter(None, (read_date(value_of(text)) for text in _labels(decree))))


def _jenis(decree: Decree, facts: Facts) -> str | None:
    kepala = decree.preamble.kepala
    sources = [(_whole_heading(kepala[at:]), "") for at, text in enumerate(kepala) if _JENIS.match(value_of(text))]
    sources += [(text, "dari label lampiran") for text in _labels(decree)]
    if decree.preamble.menetapkan is not None:
        sources.append((decree.preamble.menetapkan, "dari Menetapkan"))
    for text, note in sources:
        match = _JENIS.match(value_of(text))
        if match:
            return facts.keep("jenis", match["jenis"].strip(" .,:;"), text, note)
    return None


def _whole_heading(lines: Sequence[Text]) -> Text:
    """The line that names the kind of the decree, with those below it that go on with who issues it."""
    own = [lines[0], *takewhile(lambda line: not _BELOW_JENIS.match(value_of(line)), lines[1:])]
    return Text(
        as_printed=" ".join(line.as_printed for line in own),
        value=" ".join(value_of(line) for line in own),
        places=tuple(place for line in own for place in line.places),
        character_confidence=min(line.character_confidence for line in own),
    )


def _nomor(decree: Decree, facts: Facts) -> str | None:
    for text, note in _numbered(decree):
        match = _NOMOR.search(value_of(text))
        if match:
            # the printed slashes stand apart so that a number can be written in by hand: `800/ 015 /Sek. II/BKPSDM`
            return facts.keep("nomor", re.sub(r"\s*/\s*", "/", match["nomor"]).strip(" ."), text, note)
    if decree.preamble.nomor is not None:
        return facts.text("nomor", decree.preamble.nomor)
    return None


def _numbered(decree: Decree) -> list[tuple[Text, str]]:
    own = [text for text in (decree.preamble.nomor, *decree.preamble.kepala) if text is not None]
    return [(text, "") for text in own] + [(text, "dari label lampiran") for text in _labels(decree)]


def _tahun(decree: Decree, ditetapkan: Ditetapkan, facts: Facts) -> int | None:
    for text, note in _numbered(decree):
        match = _NOMOR.search(value_of(text))
        if match and match["tahun"]:
            facts.keep("tahun", match["tahun"], text, note)
            return int(match["tahun"])
    penetapan = decree.preamble.penetapan
    if ditetapkan.tanggal and penetapan and penetapan.tanggal:
        facts.keep("tahun", ditetapkan.tanggal, penetapan.tanggal, "dari tanggal penetapan")
        return int(ditetapkan.tanggal[:4])
    return None


def _instansi(decree: Decree, facts: Facts) -> str | None:
    pejabat = decree.preamble.pejabat
    head = _KEPALA.match(value_of(pejabat))
    if pejabat is not None and head:
        return facts.keep("instansi", head["instansi"], pejabat, "dari pejabat yang menetapkan")
    # a file may hold the IKU of a bidang alone; its holder is not the agency
    holders = (block.jabatan for block in decree.blocks if about_kind(block.kind).agency)
    return facts.text("instansi", next((text for text in holders if not names_unit(value_of(text))), None))


def titles(decree: Decree) -> list[tuple[str, Text]]:
    """Every text that may name the period of the decree, with what it is called, in the order of weight."""
    named = [("judul", decree.preamble.judul), ("Menetapkan", decree.preamble.menetapkan)]
    named += [(f"judul {about_kind(block.kind).called}", text) for block in decree.blocks for text in block.judul]
    return [(name, text) for name, text in named if text is not None]


def furniture(decree: Decree) -> list[tuple[str, Text]]:
    """What the pages print at their head or foot (`Rencana Strategis Dinas ... Tahun 2025-2029`): it names a period
    where no title does."""
    return [(PAGE_EDGE, text) for text in decree.unparsed if PAGE_EDGE in text.reasons]


def year_of(block: Block, decree: Decree) -> int | None:
    """The year that a block's document is about: by its own title, else by that of the decree, else by the date, else
    by what each page prints.

    None where the title names several years, or nothing names one. A date of the last quarter names none: what is set
    then is for the year to come."""
    named = [value_of(text) for text in (*block.judul, *(text for _, text in titles(decree)))]
    # `Lampiran Keputusan ... Nomor 12 Tahun 2021 tentang ... Tahun 2022`: the year of its number is none of its title
    named += [title for text in _labels(decree) for title in _TENTANG.split(value_of(text))[1:]]
    for title in named:
        if periode := periode_of(title):
            return periode.awal if periode.awal == periode.akhir else None
    if len(unread := _unread_titles(decree)) == 1:
        named_once = unread.pop()
        return named_once.awal if named_once.awal == named_once.akhir else None
    years = {int(date[:4]) if int(date[5:7]) < LATE_MONTH else None for date in _dates(decree)}
    if years:
        return years.pop() if len(years) == 1 else None
    periode = next((periode_of(value_of(text)) for _, text in _furniture_naming(decree)), None)
    return periode.awal if periode and periode.awal == periode.akhir else None


def _unread_titles(decree: Decree) -> set[Periode]:
    """The periods that texts in capitals name which are no title of a kind (`RENCANA KERJA TAHUNAN ... TAHUN ANGGARAN
    2026` above a table), and what covers say in capitals (`INDIKATOR KINERJA INDIVIDU TAHUN 2026`)."""
    own = [text for text in decree.unparsed if PAGE_EDGE not in text.reasons]
    titles = [value_of(text) for text in own if text.as_printed.isupper()]
    titles += [_in_capitals(value_of(text)) for text in own if _is_cover(text, decree)]
    return {periode for title in titles if (periode := periode_of(title))}


def _is_cover(text: Text, decree: Decree) -> bool:
    """Does a text begin on the first page, all tables behind that page; where there are no pages (Word), on the first
    line, and takes as many lines as a cover with what is behind it?"""
    places = [heading.text.places[0] for block in decree.blocks for heading in block.headings if heading.text.places]
    if not places or not text.places:
        return False
    pages = [place.page for place in places if place.page is not None]
    if pages:
        return text.places[0].page == 1 and min(pages) > 1
    lines = text.places[0].lines
    return lines is not None and lines[0] == 1 and lines[1] > _COVER


def _in_capitals(text: str) -> str:
    """What a text begins with in capitals, nothing where a sentence goes on with it: `DINAS SOSIAL TAHUN 2026` of
    `DINAS SOSIAL TAHUN 2026 Puji syukur`."""
    words = text.split()
    head = list(takewhile(lambda word: word == word.upper(), words))
    behind = words[len(head) : len(head) + 1]
    return "" if behind and behind[0][:1].islower() else " ".join(head)


def _dates(decree: Decree) -> set[str]:
    """The dates of the decree's closings, else those on its labels."""
    closings = [decree.preamble.penetapan, *(lampiran.penetapan for lampiran in decree.lampiran)]
    return {one.tanggal_iso for one in closings if one is not None and one.tanggal_iso} or _label_dates(decree)


def _furniture_naming(decree: Decree) -> list[tuple[str, Text]]:
    """The heads and feet of pages that name a period; none where they name several, or a date says when the decree is
    from."""
    naming = [(name, text, periode_of(value_of(text))) for name, text in furniture(decree)]
    said = {(periode.awal, periode.akhir) for _, _, periode in naming if periode}
    return [(name, text) for name, text, periode in naming if periode] if len(said) == 1 and not _dates(decree) else []


def periode_of(text: str) -> Periode | None:
    """`TAHUN 2021 - 2026`, or the single year of `TAHUN 2022`; None where no such years are named. The year of a
    decree's number is none."""
    about = _without_numbers(text)
    match = _PERIODE.search(about)
    if match and int(match["awal"]) <= int(match["akhir"]):
        return Periode(awal=int(match["awal"]), akhir=int(match["akhir"]))
    single = _TAHUN.search(about)
    return Periode(awal=int(single["tahun"]), akhir=int(single["tahun"])) if single else None


def _without_numbers(text: str) -> str:
    """A text without the numbers, and so the years, of other decrees and laws (`UU ITE No. 11 Tahun 2008`)."""
    for start, end, _ in reversed([*laws_in(text)]):
        number = _TENTANG.split(text[start:end])[0]
        text = f"{text[:start]} {text[start + len(number) :]}"
    return _NUMBERED.sub(" ", text)


def _periode(decree: Decree, facts: Facts) -> Periode | None:
    for name, text in (*titles(decree), *_furniture_naming(decree)):
        periode = periode_of(value_of(text))
        if periode:
            facts.keep("periode", text.as_printed, text, f"dari {name}")
            return periode
    return None
