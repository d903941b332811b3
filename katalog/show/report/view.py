"""A diff arranged for reading: what every report shows, in its order and words. Nothing is compared or counted here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bahasa.roles import INDIKATOR, TARGET
from katalog.compare.kinds import KINDS
from katalog.compare.match.names import role_in
from katalog.show.report.words import Terms
from schemas.base import ROLES, Place
from schemas.diff import CatalogueDiff, Change, ChangeKind, Identity, Nature, Printed, Sides, TargetChange

#: A run of words and what became of it.
Marked = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One change. `old` and `new` are runs of words (`same`, `deleted`, `inserted`); `content` are label and text,
    `places` those of both sides."""

    number: int
    kind: ChangeKind
    kind_label: str
    nature: Nature
    nature_label: str
    object: str
    object_label: str
    part: str
    old: tuple[Marked, ...]
    new: tuple[Marked, ...]
    about: str
    target: str
    difference: str
    note: str
    old_page: int | None
    new_page: int | None
    content: tuple[tuple[str, str], ...]
    jabatan: str
    unit: str
    places: tuple[tuple[Place, ...], tuple[Place, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class ReportSection:
    """The changes of the decree as a whole (without a name), or of one jabatan."""

    title: str
    unit: str
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report shows. `identity` has a label and both values a row, `totals` a label and the counts; `sha256`
    is that of each side's file, `files` its name."""

    lang: str
    labels: dict[str, str]
    headline: str
    remarks: tuple[str, ...]
    identity: tuple[tuple[str, str, str], ...]
    totals: tuple[tuple[str, tuple[int, ...]], ...]
    sections: tuple[ReportSection, ...]
    kinds: tuple[Marked, ...]
    natures: tuple[Marked, ...]
    objects: tuple[Marked, ...]
    sha256: tuple[str, str] = ("", "")
    files: tuple[str, str] = ("", "")

    @property
    def lines(self) -> tuple[ReportLine, ...]:
        """All changes in their order."""
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def name(self) -> str:
        """Both decrees by their slugs."""
        return f"{self.identity[0][1]} → {self.identity[0][2]}"


#: The columns of `totals` after the object.
COUNTS = ("count_old", "unchanged", "changed", "removed", "added", "count_new")


def report_of(diff: CatalogueDiff, lang: str) -> Report:
    """The report in Indonesian (`id`) or English (`en`)."""
    terms = Terms(lang)
    summary = diff.summary
    counts = {"semua": summary.changes, "substansi": summary.substantive, "redaksional": summary.editorial}
    sections = tuple(_sections(diff.changes, terms))
    lines = [line for section in sections for line in section.lines]
    return Report(
        lang=lang,
        labels=terms.labels(),
        headline=terms.label("headline", **counts) if summary.changes else terms.label("none"),
        remarks=tuple(_remarks(diff, terms)),
        identity=tuple(_identity(diff.old, diff.new, terms)),
        totals=tuple(
            (terms.thing(name), (one.old, one.unchanged, one.changed, one.removed, one.added, one.new))
            for name, one in summary.objects.items()
        ),
        sections=sections,
        kinds=_choices((line.kind, line.kind_label) for line in lines),
        natures=_choices((line.nature, line.nature_label) for line in lines),
        objects=_choices((line.object, line.object_label) for line in lines),
        sha256=(diff.old.sha256, diff.new.sha256),
        files=(diff.old.file, diff.new.file),
    )


def _remarks(diff: CatalogueDiff, terms: Terms) -> Iterator[str]:
    """What is on record without being a change."""
    if diff.summary.renumbered:
        yield terms.label("renumbered", jumlah=diff.summary.renumbered)
    for one in diff.headings:
        yield terms.label("heading", lama=one.old or "–", baru=one.new or "–")
    for one in diff.unsure:
        sides = {"lama": one.old or "–", "baru": one.new or "–"}
        about = one.indikator.new or one.indikator.old
        where = f"{_holder(one)}, “{about}”" if about and one.field != INDIKATOR else _holder(one)
        yield terms.label("unsure", bagian=_part(one, terms), tempat=where, **sides)


def _choices(pairs: Iterable[Marked]) -> tuple[Marked, ...]:
    return tuple(dict.fromkeys(pairs))


def _identity(old: Identity, new: Identity, terms: Terms) -> Iterator[tuple[str, str, str]]:
    names = ("document", "file", "nomor", "tentang", "instansi", "tanggal", "penandatangan", "sha256", "content_hash")
    for name in names:
        field = "slug" if name == "document" else name
        ours, theirs = getattr(old, field), getattr(new, field)
        if ours or theirs:
            yield terms.label(name), str(ours or "–"), str(theirs or "–")


def _sections(changes: Iterable[Change], terms: Terms) -> Iterator[ReportSection]:
    grouped: dict[str, list[ReportLine]] = {}
    titles: dict[str, tuple[str, str]] = {}
    for number, change in enumerate(changes, start=1):
        key = change.jabatan_id.new or change.jabatan_id.old or ""
        grouped.setdefault(key, []).append(_line(number, change, terms))
        titles.setdefault(key, (_holder(change), change.unit.new or change.unit.old or ""))
    for key, lines in grouped.items():
        title, unit = titles[key]
        yield ReportSection(title=title if key else terms.label("decree_wide"), unit=unit, lines=tuple(lines))


def _holder(change: Change) -> str:
    old, new = change.jabatan.old, change.jabatan.new
    if change.object == "jabatan" and old and new and old != new:
        return f"{old} → {new}"
    return new or old or ""


def _line(number: int, change: Change, terms: Terms) -> ReportLine:
    about = change.indikator.new or change.indikator.old or ""
    return ReportLine(
        number=number,
        kind=change.kind,
        kind_label=terms.kind(change.kind),
        nature=change.nature,
        nature_label=terms.nature(change.nature),
        object=change.object,
        object_label=terms.thing(change.object),
        part=_part(change, terms),
        old=_runs(change, "deleted"),
        new=_runs(change, "inserted"),
        about=about if change.field != "indikator" else "",
        target=_target(change.target, terms),
        difference=terms.number(change.target.difference or "") if change.target else "",
        note=" ".join(_notes(change, terms)),
        old_page=change.old_page,
        new_page=change.new_page,
        content=tuple(_content(change, terms)),
        jabatan=_holder(change),
        unit=change.unit.new or change.unit.old or "",
        places=(change.old_places, change.new_places),
    )


def _part(change: Change, terms: Terms) -> str:
    """What of its object a change is about."""
    if change.column != Sides():
        return terms.target_of(change.column)
    return terms.field(change.field) if change.field else terms.thing(change.object)


def _runs(change: Change, own: str) -> tuple[Marked, ...]:
    """The words of one side: `deleted` for the old text, `inserted` for the new one."""
    if change.words:
        return tuple((one.op, one.text) for one in change.words if one.op in ("same", own))
    text = change.old if own == "deleted" else change.new
    marked = own if KINDS[change.kind].one_sided else "same"
    return ((marked, text),) if text else ()


def _target(target: TargetChange | None, terms: Terms) -> str:
    """`12 → 24 dokumen (+12)`; empty where the two are not numbers of one unit."""
    if target is None or target.difference is None or target.old is None or target.new is None:
        return ""
    old, new = terms.number(target.old.value or ""), terms.number(target.new.value or "")
    unit = f" {target.unit}" if target.unit and target.unit != "%" else target.unit or ""
    return f"{old} → {new}{unit} ({terms.number(target.difference)})"


def _notes(change: Change, terms: Terms) -> Iterator[str]:
    if change.note is not None:
        yield terms.note(change)
    if change.also and change.object != "sasaran":
        yield terms.label("also", jumlah=len(change.also))
    if change.doubted:
        yield terms.label("doubted")


def _content(change: Change, terms: Terms) -> Iterator[tuple[str, str]]:
    """What an added or removed thing holds beside its own text."""
    content = change.content
    if content is None or not KINDS[change.kind].one_sided:
        return
    if change.object == "indikator":
        yield from _cells(content, terms)
    elif change.object == "jabatan":
        yield from _held(content, terms)


def _cells(row: Printed, terms: Terms) -> Iterator[tuple[str, str]]:
    for one in row.lists.get("sasaran", ()):
        yield terms.thing("sasaran"), one.fields.get("text", "")
    known: list[str] = [role for role in ROLES if role != INDIKATOR]
    for name in (*known, *(name for name in row.fields if name not in ROLES)):
        if row.fields.get(name):
            yield terms.field(name), row.fields[name]


def _held(jabatan: Printed, terms: Terms) -> Iterator[tuple[str, str]]:
    for one in jabatan.lists.get("tugas", ()):
        yield terms.thing("tugas"), one.fields.get("text", "")
    for one in jabatan.lists.get("fungsi", ()):
        yield terms.thing("fungsi"), one.fields.get("text", "")
    for row in jabatan.lists.get("indikator", ()):
        targets = ", ".join(text for name, text in row.fields.items() if role_in(name) == TARGET and text)
        yield terms.thing("indikator"), row.fields.get("indikator", "") + (f" — {targets}" if targets else "")
