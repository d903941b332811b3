"""Every report, from changes made by hand: what it says of each kind of change, and how it marks words."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from changes import change, diff_with, one_of_each
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from katalog.compare.kinds import KINDS, LANGUAGES
from katalog.show.page_links import PageLinks
from katalog.show.report import report_bytes
from katalog.show.report.html import report_page
from katalog.show.report.markdown import escaped, report_markdown
from katalog.show.report.text import report_text
from katalog.show.report.view import report_of
from katalog.show.report.words import Terms
from katalog.show.report.xlsx import report_workbook
from schemas.diff import Change, Printed

REPORT = report_of(diff_with(*one_of_each()), "id")


def test_one_of_each_is_of_each() -> None:
    assert [one.kind for one in one_of_each()] == list(KINDS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_every_kind_is_called_by_its_name(form: str, lang: str) -> None:
    said = report_bytes(diff_with(*one_of_each()), form, lang).decode().lower()
    assert all(kind.said(lang).lower() in said for kind in KINDS.values())


def test_text_says_each_change_in_its_lines() -> None:
    lines = report_text(REPORT).decode().splitlines()
    assert lines[0] == "Matriks sandingan: lama → baru"
    assert lines[1] == "5 perubahan: 4 substansi, 1 redaksional."
    start = lines.index("Bendahara (Sekretariat)")
    assert [line.strip() for line in lines[start + 1 :]] == [
        "+ Fungsi: ditambahkan (hlm. 2)", "{+Menyusun laporan+}",
        "- Fungsi: dihapus (hlm. 1)", "[-Menyimpan arsip-]",
        "~ Target: diubah, redaksional", "Jumlah surat", "12 [-dokumen-]", "12 {+Dokumen+}",
        "≈ Nama jabatan: diganti nama", "Bendahara", "Penata Keuangan",
        "→ Fungsi: dipindahkan", "Melayani tamu", "Dari urutan ke-2 menjadi ke-5.",
    ]  # fmt: skip


def test_markdown_has_a_row_a_change() -> None:
    rows = [line for line in report_markdown(REPORT).decode().splitlines() if re.match(r"\| \d", line)]
    assert rows == [
        "| 1 | – | **Menyusun laporan** (hlm. 2) | Ditambahkan (substansi)<br>Fungsi |",
        "| 2 | ~~Menyimpan arsip~~ (hlm. 1) | – | Dihapus (substansi)<br>Fungsi |",
        "| 3 | *Jumlah surat*<br>12 ~~dokumen~~ | *Jumlah surat*<br>12 **Dokumen** | Diubah (redaksional)<br>Target |",
        "| 4 | Bendahara | Penata Keuangan | Diganti nama (substansi)<br>Nama jabatan |",
        "| 5 | Melayani tamu | Melayani tamu | Dipindahkan (substansi)<br>Fungsi<br>Dari urutan ke-2 menjadi ke-5. |",
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("a|b", r"a\|b"), ("<b>", "&lt;b&gt;"), ("a\n\nb", "a b"), ("*x* _y_ `z`", r"\*x\* \_y\_ \`z\`"), ("#1", r"\#1")],
)
def test_markdown_escapes(printed: str, expected: str) -> None:
    assert escaped(printed) == expected


def test_html_rows_can_be_filtered_by_what_the_lists_offer() -> None:
    """The script shows a row where each list is empty or equal to the row's `data-` of the list's id."""
    page = report_page(REPORT).decode()
    rows = re.findall(r'<tr id="p(\d+)".*?data-sifat="(\w+)" data-objek="(\w+)" data-jenis="(\w+)">', page)
    assert rows == [
        (str(number), one.nature, one.object, one.kind) for number, one in enumerate(one_of_each(), start=1)
    ]
    for position, name in enumerate(("sifat", "objek", "jenis"), start=1):
        (listed,) = re.findall(rf'<select id="{name}">(.*?)</select>', page, re.DOTALL)
        offered = [value for value in re.findall(r'<option value="(\w*)"', listed) if value]
        assert offered == list(dict.fromkeys(row[position] for row in rows))


def test_html_has_all_that_its_script_asks_for() -> None:
    page = report_page(REPORT).decode()
    script = page[page.index("<script>") :]
    asked = {*re.findall(r'get\("(\w+)"\)', script), "sifat", "objek", "jenis"}
    assert len(asked) > 6
    assert asked <= set(re.findall(r'id="(\w+)"', page))


def test_html_colours_every_kind() -> None:
    page = report_page(REPORT).decode()
    for name, kind in KINDS.items():
        assert f".kind.{name} {{ border-left-color: {kind.ink}; }}" in page
        assert f'class="kind {name}">{kind.id}<' in page


def changes_of(*changes: Change, **printing: Any) -> tuple[Worksheet, list[dict[str, Any]]]:
    """The sheet of the changes, and its rows by their headings, those below them that are to be signed left out."""
    data = report_workbook(report_of(diff_with(*changes), "id"), **printing)
    sheet = load_workbook(io.BytesIO(data), rich_text=True).worksheets[0]
    top = int((sheet.print_title_rows or "").split("$")[-1])
    rows = list(sheet.iter_rows(min_row=top, max_row=top + len(changes)))
    head, *said = ([cell.value for cell in row] for row in rows)
    return sheet, [dict(zip(head, row, strict=True)) for row in said]


def test_workbook_has_a_row_a_change_and_a_column_for_the_response() -> None:
    target = {"old": {"kind": "count", "value": "12"}, "new": {"kind": "count", "value": "9.5"}, "difference": "-2.5"}
    made = change("changed", "indikator", field="target", old="12", new="9,5", target=target, new_page=7)
    _, said = changes_of(*one_of_each(), made)
    assert [row["Jenis"] for row in said] == [*(kind.id for kind in KINDS.values()), "Diubah"]
    assert (said[4]["Catatan"], said[2]["Sifat"]) == ("Dari urutan ke-2 menjadi ke-5.", "Redaksional")
    assert (said[5]["Catatan"], said[5]["Hlm. menjadi"]) == ("12 → 9,5 (-2,5)", 7)
    assert [row["No."] for row in said] == [1, 2, 3, 4, 5, 6]
    assert {row["Tanggapan"] for row in said} == {None}


def test_workbook_marks_words_and_can_be_printed_and_signed() -> None:
    sheet, said = changes_of(*one_of_each(), paper="f4")
    old = said[2]["Semula"]
    assert isinstance(old, CellRichText) and str(old) == "12 dokumen"
    assert [part.font.strike for part in old if isinstance(part, TextBlock)] == [None, True]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 14)
    assert sheet.page_setup.fitToHeight == 0 and sheet.oddFooter.right.text.endswith("&P dari &N")
    assert sheet.freeze_panes and sheet.auto_filter.ref
    last = [str(cell.value) for cell in sheet[sheet.max_row] if cell.value]
    assert [text.split(",")[0] for text in last] == ["Disiapkan oleh", "Diperiksa oleh", "Disetujui oleh"]
    assert all("Tanggal:" in text for text in last)


def test_pages_are_links_where_the_pdf_is_known() -> None:
    diff = diff_with(*one_of_each())
    sheet, _ = changes_of(*one_of_each(), links=PageLinks({diff.new.sha256: "sk/baru.pdf"}))
    found = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert ("sk/baru.pdf", "page=2") in {(link.target, link.location) for link in found}


def test_what_came_whole_is_shown_with_what_it_holds_and_what_moved_is_not() -> None:
    content = Printed(
        id="i", fields={"indikator": "Jumlah surat", "target": "12 surat", "others/BUKTI": "arsip"},
        lists={"sasaran": (Printed(id="s", fields={"text": "Tertib"}),)},
    )  # fmt: skip
    came = change("added", "indikator", new="Jumlah surat", content=content)
    moved = change("moved", "indikator", old="Jumlah surat", new="Jumlah surat", content=content)
    first, second = report_of(diff_with(came, moved), "id").lines
    assert first.content == (("Sasaran", "Tertib"), ("Target", "12 surat"), ("BUKTI", "arsip"))
    assert second.content == ()


@pytest.mark.parametrize(
    ("kind", "note", "id_", "en"),
    [
        ("added", {"code": "merged", "names": ["A", "B"]}, "Gabungan dari A, B.", "Merged from A, B."),
        ("removed", {"code": "merged", "names": ["C"]}, "Dilebur ke dalam C.", "Merged into C."),
        ("removed", {"code": "split", "names": ["A", "B"]}, "Dipecah menjadi A, B.", "Split into A, B."),
        ("added", {"code": "split", "names": ["C"]}, "Pecahan dari C.", "Split off from C."),
        ("moved", {"code": "moved_across", "names": ["A", "B"]}, "Dialihkan dari A kepada B.", "Given by A to B."),
        (
            "moved", {"code": "regrouped", "names": ["A", "B"]},
            "Dari sasaran “A” ke sasaran “B”.", "From sasaran “A” to sasaran “B”.",
        ),
    ],
)  # fmt: skip
def test_notes_are_said_by_the_report_and_not_by_the_diff(
    kind: str, note: dict[str, object], id_: str, en: str
) -> None:
    made = change(kind, "jabatan", note=note)  # type: ignore[arg-type]
    assert (Terms("id").note(made), Terms("en").note(made)) == (id_, en)
    data = report_bytes(diff_with(made), "json", "id").decode()
    assert '"merged"' in data or '"split"' in data or '"moved_across"' in data or '"regrouped"' in data
    assert id_ not in data and en not in data
