"""A catalogue as a page: the decree's data, its units with their jabatan, its findings by unit, its own texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bahasa.block_kinds import block_named
from bahasa.parts import preamble_fields
from katalog.show.browse.finding_rows import FindingShown, counted, findings_shown
from katalog.show.browse.links import anchor
from katalog.show.browse.words import PageWords
from katalog.text import page_of, print_beside, value_of
from schemas.base import Finding, Severity
from schemas.catalogue import Catalogue, IndicatorBlock
from schemas.decree import Text


@dataclass(frozen=True, slots=True)
class JabatanShown:
    """A block in a list: `block` is its 0-based position in the catalogue."""

    block: int
    label: str
    name: str
    rows: int
    findings: dict[Severity, int]
    page: int | None


@dataclass(slots=True)
class UnitShown:
    """A unit with its jabatan; `number` is its 0-based position among the units of the page."""

    number: int
    name: str
    jabatan: list[JabatanShown] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """Indicators of all its jabatan."""
        return sum(one.rows for one in self.jabatan)

    def findings(self, severity: Severity) -> int:
        """Findings of this severity about its jabatan."""
        return sum(one.findings[severity] for one in self.jabatan)

    @property
    def doubtful(self) -> int:
        """Findings that a person should look at."""
        return self.findings("error") + self.findings("warning")


@dataclass(frozen=True, slots=True)
class PassageShown:
    """A text of the decree: what it is called (`Mengingat 4`), the text, how it is printed where that differs."""

    id: str
    name: str
    text: str
    printed: str
    page: int | None


@dataclass(frozen=True, slots=True)
class DecreeShown:
    """All that the page of a catalogue shows. `facts` have a label and a value."""

    name: str
    facts: tuple[tuple[str, str], ...]
    units: tuple[UnitShown, ...]
    own_findings: tuple[FindingShown, ...]
    texts: tuple[PassageShown, ...]
    tables: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]

    @property
    def most(self) -> int:
        """The most doubtful findings of a unit."""
        return max((unit.doubtful for unit in self.units), default=0)


def decree_shown(catalogue: Catalogue, words: PageWords) -> DecreeShown:
    """The page of a catalogue."""
    own = [finding for finding in catalogue.findings if finding.order is None]
    return DecreeShown(
        name=subject_of(catalogue),
        facts=tuple(_facts(catalogue, words)),
        units=tuple(units_shown(catalogue)),
        own_findings=tuple(findings_shown(own, catalogue, words)),
        texts=tuple(_texts(catalogue, words)),
        tables=tuple(_tables(catalogue, words)),
    )


def subject_of(catalogue: Catalogue) -> str:
    """What a decree is called in a line: its subject, or its file."""
    return catalogue.decree.tentang or catalogue.source.slug


def _facts(catalogue: Catalogue, words: PageWords) -> Iterator[tuple[str, str]]:
    decree, source = catalogue.decree, catalogue.source
    periode = decree.periode
    years = [] if periode is None else sorted({periode.awal, periode.akhir})
    signed, by = decree.ditetapkan, decree.penandatangan
    listed = (
        ("instansi", decree.instansi),
        ("decree", " ".join(part for part in (decree.jenis, decree.nomor) if part)),
        ("tahun", decree.tahun),
        ("periode", "–".join(map(str, years))),
        ("tanggal", ", ".join(part for part in (signed.tempat, signed.tanggal) if part)),
        ("penandatangan", ", ".join(part for part in (by.nama, by.jabatan) if part)),
        ("file", source.file),
        ("pages", source.pages),
    )
    yield from ((words.label(name), str(value)) for name, value in listed if value)


def units_shown(catalogue: Catalogue) -> list[UnitShown]:
    """The units in the order of their first jabatan."""
    findings: dict[tuple[str | None, int], list[Finding]] = {}
    for one in catalogue.findings:
        if one.order is not None:
            findings.setdefault((one.kind, one.order), []).append(one)
    units: dict[str, UnitShown] = {}
    for position, block in enumerate(catalogue.blocks):
        unit = units.setdefault(block.unit.id, UnitShown(len(units), block.unit.nama))
        unit.jabatan.append(_jabatan(position, block, findings.get((block.kind, block.order), [])))
    return list(units.values())


def _jabatan(position: int, block: IndicatorBlock, findings: list[Finding]) -> JabatanShown:
    label = block_named(block.kind, block.order, " ")
    name = value_of(block.jabatan) or label
    return JabatanShown(position, label, name, len(block.rows), counted(findings), page_of(block.jabatan))


def _texts(catalogue: Catalogue, words: PageWords) -> Iterator[PassageShown]:
    """The decree's own texts in printed order, each with the anchor of its place in the catalogue."""
    decree = catalogue.decree
    for path, text in _plain_texts(catalogue):
        yield _passage(path, words.part(path.split("/")[2]), text)
    for part in preamble_fields("items"):
        for number, entry in enumerate(getattr(decree, part.field)):
            name = f"{words.part(part.field)} {entry.no or number + 1}"
            yield _passage(f"/decree/{part.field}/{number}", name, entry.text)
    for number, clause in enumerate(decree.diktum):
        yield _passage(f"/decree/diktum/{number}", clause.label, clause.text)
        for at, butir in enumerate(clause.butir):
            name = f"{clause.label} {butir.no or at + 1}"
            yield _passage(f"/decree/diktum/{number}/butir/{at}", name, butir.text)
    for number, text in enumerate(catalogue.unparsed):
        yield _passage(f"/unparsed/{number}", words.part("unparsed"), text)


def _plain_texts(catalogue: Catalogue) -> Iterator[tuple[str, Text]]:
    decree = catalogue.decree
    yield from ((f"/decree/kepala/{number}", text) for number, text in enumerate(decree.kepala))
    for name in ("judul", "pejabat", "menetapkan"):
        text = getattr(decree, name)
        if text is not None:
            yield f"/decree/{name}", text


def _passage(path: str, name: str, text: Text) -> PassageShown:
    return PassageShown(anchor(path), name, value_of(text), print_beside(text), page_of(text))


def _tables(catalogue: Catalogue, words: PageWords) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Tables kept as they stand, as rows of texts, with the anchor of each."""
    for number, table in enumerate(catalogue.tables):
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(value_of(cell.text))
        yield anchor(f"/tables/{number}"), tuple(tuple(rows[at]) for at in sorted(rows))
