"""The sheet `Ringkasan`: each decree at a glance, its holders with how many indicators they have and what to check."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from katalog.show.book.checks import ChecksOf
from katalog.show.book.sheet_rows import SheetRow, decree_name, grouped, page_number, said, sheet_rows
from katalog.show.page_links import PageLinks
from katalog.show.printed_sheet import PrintedSheet, SheetColumn

OVERVIEW_COLUMNS = (
    SheetColumn("Jenis", 8), SheetColumn("Urutan", 8), SheetColumn("Pemangku", 52), SheetColumn("Unit", 46),
    SheetColumn("Indikator", 10), SheetColumn("Perlu diperiksa", 10), SheetColumn("Hlm.", 7),
)  # fmt: skip
_CENTRED = ("cell", "number", "cell", "cell", "number", "number", "number")
#: What else the workbook has, said once at its beginning.
_ABOUT = (
    "Lembar Bacaan memuat seluruh indikator untuk dibaca dan dicetak; lembar berikutnya berisi tabelnya dengan "
    "saringan; lembar Keterangan menjelaskan setiap kolom, termasuk lembar yang disembunyikan karena isinya untuk "
    "program. "
    "Kolom id, JSON, dan seperti-tercetak dilipat: buka dengan tanda + di atas kolom."
)


def fill_overview(sheet: PrintedSheet, tables: Mapping[str, pd.DataFrame], links: PageLinks) -> None:
    """Write the sheet."""
    checks = ChecksOf(tables["temuan"])
    holders = grouped(sheet_rows(tables["jabatan"]), "keputusan")
    by_holder = tables["indikator"].groupby(["keputusan", "jabatan_id"]).size().to_dict()
    sheet.wide("Ringkasan", "title")
    sheet.wide(_ABOUT)
    for decree in sheet_rows(tables["keputusan"]):
        sheet.blank()
        _identity(sheet, decree, checks)
        sheet.row([column.label for column in OVERVIEW_COLUMNS], "head")
        for one in holders.get((decree["keputusan"],), ()):
            order = (one["keputusan"], one["kind"], one["jabatan_order"])
            indicators = by_holder.get((one["keputusan"], one["jabatan_id"]), 0)
            page = links.to(said(decree, "sha256"), page_number(one))
            found = checks.count(order)
            cells = (one["kind"], one["jabatan_order"], one["jabatan"], one["unit"], indicators, found or None, page)
            sheet.row(cells, (*_CENTRED[:5], "doubt" if found else "number", "number"))


def _identity(sheet: PrintedSheet, decree: SheetRow, checks: ChecksOf) -> None:
    sheet.wide(decree_name(decree), "section")
    years = dict.fromkeys(filter(None, (said(decree, "periode_awal"), said(decree, "periode_akhir"))))
    place = ", ".join(filter(None, (said(decree, "tempat"), said(decree, "tanggal"))))
    pairs = (
        ("Instansi", said(decree, "instansi")),
        ("Periode", "–".join(years)),
        ("Ditetapkan", place),
        ("Penanda tangan", said(decree, "penandatangan")),
        ("Berkas", f"{said(decree, 'source')} (SHA-256 {said(decree, 'sha256')})"),
        ("Halaman", said(decree, "pages")),
        ("Perlu diperiksa", f"{checks.decree(decree['keputusan'])} temuan; lihat lembar temuan"),
    )
    for label, text in pairs:
        if text:
            sheet.pair(label, text, 2)
