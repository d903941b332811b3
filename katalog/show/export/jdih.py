"""JDIH: metadata of each decree under the names that the national network (JDIHN) takes (JSON)."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pandas as pd

from bahasa.block_kinds import block_kinds
from katalog.show.book.sheet_rows import SheetRow, decree_name, said, sheet_rows

#: Names of the fields, in the order in which JDIHN lists them. What the decree does not print stays empty.
_FIELDS = (
    "idData", "tahun_pengundangan", "tanggal_pengundangan", "jenis", "noPeraturan", "judul", "noPanggil",
    "singkatanJenis", "tempatTerbit", "penerbit", "deskripsiFisik", "sumber", "subjek", "isbn", "status", "bahasa",
    "bidangHukum", "teuBadan", "nomorIndukBuku", "fileDownload", "urlDownload", "abstrak", "urlAbstrak",
    "urlDetailPeraturan",
)  # fmt: skip


def jdih_metadata(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """The file's bytes: a list with an object a decree."""
    holders = tables["jabatan"]
    listed = []
    for decree in sheet_rows(tables["keputusan"]):
        kinds = set(holders.loc[holders["keputusan"] == decree["keputusan"], "kind"].dropna())
        told = {**dict.fromkeys(_FIELDS, ""), **_told(decree)}
        told["subjek"] = " - ".join(about.id.upper() for kind, about in block_kinds().items() if kind in kinds)
        listed.append(told)
    return json.dumps(listed, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _told(decree: SheetRow) -> dict[str, str]:
    """What the decree prints. It is issued and not promulgated: JDIHN has one pair of fields for either."""
    return {
        "idData": said(decree, "keputusan"),
        "tahun_pengundangan": said(decree, "tahun"),
        "tanggal_pengundangan": said(decree, "tanggal"),
        "jenis": said(decree, "jenis"),
        "noPeraturan": said(decree, "nomor"),
        "judul": decree_name(decree) if decree["tentang"] is not None else "",
        "tempatTerbit": said(decree, "tempat"),
        "penerbit": said(decree, "instansi"),
        "deskripsiFisik": f"{said(decree, 'pages')} hlm." if decree["pages"] is not None else "",
        "bahasa": "Indonesia",
        "teuBadan": said(decree, "instansi"),
        "fileDownload": said(decree, "source"),
    }
