"""What all artifacts share: frozen models that refuse unknown fields, and the place of a text in its source."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

Severity = Literal["info", "warning", "error"]
Kind = Literal["IKU", "IKI", "PK"]
#: What a column of an indicator table holds, in the order of indikator.csv; `others` is a column without a role. What
#: is true of each role stands in bahasa/roles.toml.
Role = Literal["no", "sasaran", "indikator", "target", "rumus", "sumber_data", "satuan", "penanggung_jawab", "others"]

#: The roles that a cell is kept under by name; those of `others` are kept by their heading.
ROLES: tuple[Role, ...] = tuple(role for role in get_args(Role) if role != "others")

#: What a column of a table of programs and their money holds (bahasa/program.toml).
ProgramRole = Literal["no", "program", "anggaran", "keterangan"]


class Frozen(BaseModel):
    """An artifact: immutable, and strict about its fields."""

    # JSON has no way to write what is not finite
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Place(Frozen):
    """Where a piece of text stands in the source.

    A text source has `lines` (first and last line number, 1-based, inclusive). A PDF has `page` (1-based) and
    `bbox` (x0, top, x1, bottom; points of 1/72 inch; origin at the top left of the page as displayed).
    A text source that holds form feeds has `page` as well. A docx has `lines`: those of its paragraphs, and of its
    tables' cells, as `katalog inspect` numbers them.
    """

    page: int | None = None
    lines: tuple[int, int] | None = None
    bbox: tuple[float, float, float, float] | None = None


class Edit(Frozen):
    """One correction between the printed and the normalized text.

    `rule` is the rule's stable name (`spasi`, `ejaan`, ...), `before` and `after` the words changed, `evidence` says in
    Indonesian why, `certainty` runs from 0 to 1, and `place` is the path of the field in the decree
    (`IKI/3/fungsi/2`, `IKI/3/rows/1/rumus`).
    """

    rule: str
    before: str
    after: str
    evidence: str
    certainty: float = 1.0
    place: str = ""


class Finding(Frozen):
    """Something that a person should look at (temuan).

    `code` is stable and documented in docs/temuan.md; `message` is Indonesian, `values` are what it says, by name, so
    that it can be said in another language. `kind` and `order` name the block (IKU, IKI or PK and its 1-based position
    among those of its kind), `field` the field in it (`jabatan`, `fungsi/3`, `rows/2/target`), and are empty for a
    finding about the decree itself; `kind` alone is empty for a block whose kind nothing tells.
    `answered` is a person's decision about it (who, when, why; Indonesian): it was looked at, and is no doubt any more.
    """

    code: str
    severity: Severity
    message: str
    kind: Kind | None = None
    order: int | None = None
    field: str = ""
    as_printed: str = ""
    places: tuple[Place, ...] = ()
    values: dict[str, str] = Field(default_factory=dict)
    answered: str = ""


KoreksiStatus = Literal["applied", "already", "stale"]


class KoreksiRecord(Frozen):
    """A person's decision (koreksi.toml) and what became of it.

    `decision` is its entry in the file, key by key. `status`: `applied`, `already` where the decree is read so without
    it, `stale` where it fits nothing any more and has to be decided again: `reason` says why (Indonesian), `nearest`
    and `nearest_place` are the likeliest words of today. `place` is the path of what it is about as that stands now,
    `before` and `after` what was changed. `carried`: it was made for another source, an earlier revision or another
    copy.
    """

    decision: dict[str, str | int | tuple[str, ...]]
    status: KoreksiStatus
    place: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""
    nearest: str = ""
    nearest_place: str = ""
    carried: bool = False
