"""The tables that a corpus has beside those of an export, worked out once where they are written: whose decree it is,
and the words of each indikator, so that questions need no more than a scan.

`kantor`, one row a decree: `keputusan`, `kantor` (who issued it, in the letters of a sentence and without the region),
`wilayah` (`Kabupaten Paser`; empty where none is named).

`pencabutan`, one row a decree or regulation that a decree revokes (`cara`: mencabut) or amends (mengubah) by its own
words: `keputusan`, `cara`, and what `peraturan` has of it.

`kata`, one row an indikator: `keputusan`, `kind`, `jabatan_order`, `row`, `indikator_id`; `path`, the JSON Pointer
of the row in its catalogue; `indikator`, `sasaran`, `jabatan` and `lain` (rumus, sumber data): the roots of their words
in order, a blank on either side of each; `bunyi`, the words themselves without signs and capitals, texts parted
by ` / `; `temuan`, the codes of the findings about the row that nobody has answered.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from bahasa.akn import akn_iri
from bahasa.fold import fold_words
from bahasa.function_words import function_words
from bahasa.issuers import office_and_region
from bahasa.kamus import root_of
from katalog.corpus.facts import facts_of
from schemas.catalogue import SCHEMA_VERSION, Catalogue

if TYPE_CHECKING:
    import pandas as pd

    Frames = Mapping[str, pd.DataFrame]
    Rows = list[dict[str, Any]]

#: What is looked for in an indikator, by the column of `kata` that has its roots.
_TEXTS: Final = {
    "indikator": ("indikator",),
    "sasaran": ("sasaran",),
    "jabatan": ("jabatan",),
    "lain": ("rumus", "sumber_data"),
}
_ROW = re.compile(r"rows/(\d+)(?:/|$)")


def roots_in(text: str) -> list[str]:
    """The roots of a text's words, in order; words that link others are left out.

    >>> roots_in("Jumlah dokumen yang disusun")
    ['jumlah', 'dokumen', 'susun']
    """
    linking = function_words("henti")
    return [root_of(word) for word in fold_words(text).split() if word not in linking]


def own_rows(catalogue: Catalogue, frames: Frames) -> dict[str, Rows]:
    """The rows of a catalogue for each of these tables."""
    return {name: rows(catalogue, frames) for name, (rows, _) in _TABLES.items()}


def own_tables() -> tuple[str, ...]:
    """The names of these tables."""
    return tuple(_TABLES)


def own_table(name: str, rows: Rows) -> Any:
    """Rows as a `pyarrow.Table`."""
    import pyarrow

    types = {"text": pyarrow.string(), "integer": pyarrow.int64(), "texts": pyarrow.list_(pyarrow.string())}
    about = {"schema_version": SCHEMA_VERSION}
    schema = pyarrow.schema([(column, types[kind]) for column, kind in _TABLES[name][1].items()], metadata=about)
    return pyarrow.Table.from_pylist(rows, schema=schema)


def _office_rows(catalogue: Catalogue, frames: Frames) -> Rows:
    decree = catalogue.decree
    office, region = office_and_region((decree.instansi, decree.jenis), decree.tentang)
    return [{"keputusan": catalogue.source.slug, "kantor": office, "wilayah": region}]


def _ending_rows(catalogue: Catalogue, frames: Frames) -> Rows:
    return [
        {"keputusan": catalogue.source.slug, "cara": one.cara, **one.law.model_dump(), "akn": akn_iri(one.law)}
        for one in facts_of(catalogue).earlier
    ]


def _word_rows(catalogue: Catalogue, frames: Frames) -> Rows:
    findings = _findings(catalogue)
    paths = {
        row.id: f"/blocks/{at}/rows/{below}"
        for at, block in enumerate(catalogue.blocks)
        for below, row in enumerate(block.rows)
    }
    kept = ("keputusan", "kind", "jabatan_order", "row", "indikator_id")
    rows = frames["indikator"].astype(object)
    return [
        {name: row[name] for name in kept}
        | {"path": paths[row["indikator_id"]], **_words(row), "temuan": sorted(findings[_place(row)])}
        for row in rows.where(rows.notna(), None).to_dict("records")
    ]


def _place(row: Mapping[str, Any]) -> tuple[str | None, int, int]:
    return row["kind"], row["jabatan_order"], row["row"]


def _words(row: Mapping[str, Any]) -> dict[str, str]:
    texts = {name: [row[one] for one in fields if row[one]] for name, fields in _TEXTS.items()}
    roots = {name: f" {' '.join(root for text in held for root in roots_in(text))} " for name, held in texts.items()}
    spoken = " / ".join(fold_words(text) for held in texts.values() for text in held)
    return {**roots, "bunyi": f" {spoken} "}


def _findings(catalogue: Catalogue) -> dict[tuple[str | None, int, int], set[str]]:
    found: dict[tuple[str | None, int, int], set[str]] = defaultdict(set)
    for finding in catalogue.findings:
        place = _ROW.match(finding.field or "")
        if place and finding.order is not None and not finding.answered:
            found[finding.kind, finding.order, int(place[1])].add(finding.code)
    return found


_TABLES: Final[dict[str, tuple[Callable[[Catalogue, Frames], Rows], dict[str, str]]]] = {
    "kantor": (_office_rows, {"keputusan": "text", "kantor": "text", "wilayah": "text"}),
    "pencabutan": (
        _ending_rows,
        {
            "keputusan": "text",
            "cara": "text",
            "jenis": "text",
            "nomor": "text",
            "tahun": "integer",
            "tentang": "text",
            "akn": "text",
        },
    ),
    "kata": (
        _word_rows,
        {
            "keputusan": "text",
            "kind": "text",
            "jabatan_order": "integer",
            "row": "integer",
            "indikator_id": "text",
            "path": "text",
            **dict.fromkeys((*_TEXTS, "bunyi"), "text"),
            "temuan": "texts",
        },
    ),
}
