"""The findings (temuan.toml): every kind with its severity, message, meaning and remedy, and the one way to raise one.

A finding is raised by its code, what it is about, and the named values of its message:

>>> finding("sel-kosong", About(field="rows/2/rumus"), kolom="Rumus").message
'Rumus tidak tercetak pada baris ini.'

The message is kept in Indonesian; `message_in` says it in another language from the values that are kept beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Any, Literal, NamedTuple

from bahasa.data import entries_of
from schemas.base import Finding, Kind, Place, Severity
from schemas.decree import Text

Lang = Literal["id", "en"]
Stage = Literal["extract", "normalize", "katalog"]


class About(NamedTuple):
    """What a finding is about: the block (`kind`, `order`), the field in it (`rows/2/target`), the print and its
    places. Empty for the decree as a whole."""

    kind: Kind | None = None
    order: int | None = None
    field: str = ""
    as_printed: str = ""
    places: tuple[Place, ...] = ()


def about_text(
    text: Text | None, field: str = "", kind: Kind | None = None, order: int | None = None, shown: int | None = None
) -> About:
    """About a printed text; of its print at most `shown` characters."""
    if text is None:
        return About(kind, order, field)
    return About(kind, order, field, text.as_printed[:shown], text.places)


class MessageForm(NamedTuple):
    """A message by language; `names` are the values that it says, `example` has one for each."""

    said: Mapping[str, str]
    names: frozenset[str]
    example: Mapping[str, str]


class Threshold(NamedTuple):
    """The number of doubt (0 to 1) below which a finding is raised, and why it is this one."""

    value: float
    reason: str


class FindingKind(NamedTuple):
    """An entry of the registry. `section` is its heading in docs/temuan.md, `stage` the package that raises it; texts
    are by language."""

    code: str
    section: str
    stage: Stage
    severities: tuple[Severity, ...]
    meaning: Mapping[str, str]
    remedy: Mapping[str, str]
    forms: tuple[MessageForm, ...]
    threshold: Threshold | None = None


@cache
def finding_kinds() -> dict[str, FindingKind]:
    """All kinds by their code, in the order of the file."""
    return {entry["kode"]: _kind(entry) for entry in entries_of("temuan", "temuan")}


def _kind(entry: Mapping[str, Any]) -> FindingKind:
    doubt = entry.get("ambang")
    return FindingKind(
        code=entry["kode"],
        section=entry["bagian"],
        stage=entry["tahap"],
        severities=tuple(entry["tingkat"]),
        meaning=entry["arti"],
        remedy=entry["tindakan"],
        forms=tuple(_form(form) for form in entry["pesan"]),
        threshold=Threshold(float(doubt["nilai"]), doubt["alasan"]) if doubt else None,
    )


def _form(entry: Mapping[str, Any]) -> MessageForm:
    said = {lang: entry[lang] for lang in ("id", "en")}
    return MessageForm(said, names_in(said["id"]), entry["contoh"])


def names_in(message: str) -> frozenset[str]:
    """The values that a message says: `Tabel ini tidak memiliki kolom {kolom}.` says `kolom`."""
    return frozenset(name for _, name, _, _ in Formatter().parse(message) if name is not None)


def finding_kind(code: str) -> FindingKind:
    """The entry of a code; LookupError for one that the registry doesn't have."""
    kinds = finding_kinds()
    if code not in kinds:
        raise LookupError(f"bahasa/temuan.toml has no finding {code!r}")
    return kinds[code]


def doubts_reading(code: str) -> bool:
    """Whether findings of this code doubt what the program read; else they are about what the decree says. A code of
    another version is taken for a doubt.

    >>> doubts_reading("ocr-ragu"), doubts_reading("diktum-berulang")
    (True, False)
    """
    kind = finding_kinds().get(code)
    return kind is None or _doubted()[kind.section] == "bacaan"


@cache
def _doubted() -> dict[str, str]:
    """What findings doubt, by their section."""
    return {section["kode"]: section["soal"] for section in entries_of("temuan", "bagian")}


def threshold(code: str) -> float:
    """The number of doubt below which this finding is raised; LookupError for a finding without one."""
    doubt = finding_kind(code).threshold
    if doubt is None:
        raise LookupError(f"the finding {code!r} has no threshold in bahasa/temuan.toml")
    return doubt.value


def finding(code: str, about: About | None = None, severity: Severity | None = None, /, **values: str | int) -> Finding:
    """The finding of this code. LookupError where the registry has no such code, no form of its message that says just
    these values, or not this severity (which may be left out where there is one only)."""
    kind, about = finding_kind(code), about or About()
    said = {name: str(value) for name, value in values.items()}
    return Finding(
        code=code,
        severity=_severity(kind, severity),
        message=_form_for(kind, said).said["id"].format(**said),
        kind=about.kind,
        order=about.order,
        field=about.field,
        as_printed=about.as_printed,
        places=about.places,
        values=said,
    )


def _severity(kind: FindingKind, severity: Severity | None) -> Severity:
    if severity is None and len(kind.severities) == 1:
        return kind.severities[0]
    if severity is None or severity not in kind.severities:
        raise LookupError(f"a finding {kind.code!r} is {' or '.join(kind.severities)}, not {severity}")
    return severity


def _form_for(kind: FindingKind, values: Mapping[str, str]) -> MessageForm:
    for form in kind.forms:
        if form.names == values.keys():
            return form
    forms = " or ".join(", ".join(sorted(form.names)) or "nothing" for form in kind.forms)
    raise LookupError(f"a finding {kind.code!r} says {forms}, not {', '.join(sorted(values)) or 'nothing'}")


def message_in(found: Finding, lang: Lang) -> str:
    """What a finding says in this language; as it stands where the registry of today doesn't know its like (a catalogue
    of another version)."""
    kind = finding_kinds().get(found.code)
    forms = (form for form in (kind.forms if kind else ()) if form.names == found.values.keys())
    form = next(forms, None)
    return found.message if form is None or lang == "id" else form.said[lang].format(**found.values)


def remedy_in(code: str, lang: Lang) -> str:
    """What a person can do about findings of this code; empty for a code of another version."""
    kind = finding_kinds().get(code)
    return "" if kind is None else kind.remedy[lang]


def row_of_field(field: str) -> int | None:
    """The row that a field stands in.

    >>> row_of_field("rows/3/target"), row_of_field("rows/3"), row_of_field("rows")
    (3, 3, None)
    """
    steps = field.split("/")
    return int(steps[1]) if steps[0] == "rows" and len(steps) > 1 else None


def shorten(text: str, limit: int = 80) -> str:
    """A text for a message, at most `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def said_sure(confidence: float) -> str:
    """A confidence (0 to 1) for a message.

    >>> said_sure(0.8749)
    '0,87'
    """
    return f"{confidence:.2f}".replace(".", ",")
