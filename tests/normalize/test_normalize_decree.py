"""The whole stage: values, targets, laws, dates, merged cells, edits and findings of a decree."""

from __future__ import annotations

import pytest
from extracted_decrees import block, extracted, gold_decree, row, text
from hypothesis import example, given
from hypothesis import strategies as st

from bahasa.fold import path_segment
from bahasa.temuan import finding_kinds
from normalize.decree import normalize
from normalize.place import PROSE
from normalize.walk import list_texts, map_texts
from schemas.base import ROLES
from schemas.decree import (
    Block,
    Cell,
    Decree,
    ExtractedDecree,
    Heading,
    Item,
    Lampiran,
    NormalizedDecree,
    Penandatangan,
    Penetapan,
    Preamble,
    Row,
    Text,
)  # fmt: skip


@pytest.fixture(scope="module")
def gold() -> NormalizedDecree:
    return normalize(gold_decree())


def reprinted(decree: Decree) -> Decree:
    """The decree that prints the values of this one."""
    return map_texts(decree, lambda _, t: t.model_copy(update={"as_printed": t.value, "value": None}))


def test_every_text_has_a_value_and_keeps_its_print(gold: NormalizedDecree) -> None:
    before = list_texts(gold_decree().decree)
    after = list_texts(gold.decree)
    assert [t.as_printed for _, t in before] == [t.as_printed for _, t in after]
    assert all(t.value is not None for _, t in after)


def test_every_row_has_a_target(gold: NormalizedDecree) -> None:
    assert all(r.target is not None for b in gold.decree.blocks for r in b.rows)


def test_normalizing_the_values_again_changes_nothing(gold: NormalizedDecree) -> None:
    again = normalize(ExtractedDecree(source=gold.source, decree=reprinted(gold.decree)))
    assert [t.value for _, t in list_texts(again.decree)] == [t.value for _, t in list_texts(gold.decree)]
    assert again.edits == ()


def test_same_decree_same_bytes(gold: NormalizedDecree) -> None:
    assert normalize(gold_decree()).model_dump_json() == gold.model_dump_json()


def test_paths_are_unique_and_edits_stand_at_one(gold: NormalizedDecree) -> None:
    paths = {field.path: t for field, t in list_texts(gold.decree)}
    assert len(paths) == len(list_texts(gold.decree))
    assert all(edit.place in paths and edit.evidence and edit.rule for edit in gold.edits)
    assert all(0 < edit.certainty <= 1 for edit in gold.edits)


def test_edits_lead_from_the_print_to_the_value() -> None:
    printed = "Tersusunnya dokumen yag berlaku ; dna JUmlah 3dokumen"
    result = normalize(extracted(block({"jabatan": "Analis", "rows": [{"sasaran": printed}, {"rumus": "Jumlah"}]})))
    value = printed
    for edit in result.edits:
        assert edit.before in value
        value = value.replace(edit.before, edit.after, 1)
    assert value == result.decree.blocks[0].rows[0].cells["sasaran"].text.value
    assert {edit.place for edit in result.edits} == {"IKI/1/rows/1/sasaran"}


def test_scheme_of_places() -> None:
    penetapan = Penetapan(
        tempat=text("Tana Paser"), tanggal=text("1 Mei 2020"), penandatangan=Penandatangan(nama=text("X"))
    )
    table = Block(
        kind="IKI", order=3, jabatan=text("Analis"), judul=(text("IKI"),), tugas=text("Melakukan"),
        fungsi=(Item(no="1", text=text("a")), Item(no="2", text=text("b"))),
        headings=(Heading(role="no", text=text("NO.")),),
        rows=(Row(cells={"rumus": Cell(text=text("x"))}, others={"PROGRAM/ KEGIATAN": Cell(text=text("y"))}),),
    )  # fmt: skip
    decree = Decree(
        preamble=Preamble(menimbang=(Item(no="a", text=text("bahwa")),), penetapan=penetapan),
        lampiran=(Lampiran(label=text("Lampiran I"), penetapan=penetapan),), blocks=(table,), unparsed=(text("?"),),
    )  # fmt: skip
    assert [field.path for field, _ in list_texts(decree)] == [
        "preamble/menimbang/1", "preamble/penetapan/penandatangan/nama", "preamble/penetapan/tempat",
        "preamble/penetapan/tanggal", "lampiran/1/label", "lampiran/1/penetapan/penandatangan/nama",
        "lampiran/1/penetapan/tempat", "lampiran/1/penetapan/tanggal", "IKI/3/headings/1", "IKI/3/jabatan",
        "IKI/3/judul/1", "IKI/3/tugas", "IKI/3/fungsi/1", "IKI/3/fungsi/2", "IKI/3/rows/1/rumus",
        "IKI/3/rows/1/others/PROGRAM| KEGIATAN", "unparsed/1",
    ]  # fmt: skip
    assert path_segment("A /\n B") == "A | B"


def test_laws_and_dates_of_the_preamble(gold: NormalizedDecree) -> None:
    laws = [item.law for item in gold.decree.preamble.mengingat]
    assert [law and law.tahun for law in laws] == [
        2004,
        2004,
        2007,
        2014,
        2009,
        2008,
        2016,
        2007,
        2016,
        2021,
        2020,
        2020,
    ]
    assert gold.decree.preamble.penetapan is not None
    assert gold.decree.preamble.penetapan.tanggal_iso == "2022-12-29"


def covered() -> Cell:
    return Cell(text=Text(as_printed=""), span="covered")


def test_merged_cells_are_filled_down() -> None:
    # a sasaran over three rows with an edit in it, and a target; its rumus is not filled
    first = row(no="1.", sasaran="Terlaksananya yag", indikator="a", target="3 dokumen", sumber_data="Bidang Mutasi")
    below = Row(cells={role: covered() for role in ("no", "sasaran", "sumber_data", "target", "rumus")})
    other = row(no="2", sasaran="Tersedianya", indikator="b", target="-")
    result = normalize(extracted(Block(kind="IKI", order=1, jabatan=text("A"), rows=(first, below, below, other))))
    rows = result.decree.blocks[0].rows
    for filled in rows[1:3]:
        assert filled.cells["sasaran"].text.value == "Terlaksananya yang"
        assert filled.cells["sumber_data"].text.value == "Bidang Mutasi"
        assert filled.cells["no"].text.value == "1"
        assert (filled.cells["target"].text.value, filled.cells["rumus"].text.value) == ("3 dokumen", "")
        assert all(cell.text.as_printed == "" for cell in filled.cells.values())
        assert filled.target is not None and (filled.target.kind, filled.target.value) == ("count", "3")
        assert filled.target.note == "sel gabungan dengan baris di atasnya"
    assert rows[3].cells["sasaran"].text.value == "Tersedianya"
    # one edit and no finding of a missing target for the rows that the span covers
    assert [edit.place for edit in result.edits] == ["IKI/1/rows/1/sasaran"]
    assert result.findings == ()


def test_the_satuan_of_a_bare_number_may_span_its_row() -> None:
    """`%` in one cell over two rows; the third row has an empty satuan of its own."""
    cells = [
        row(indikator="Cakupan layanan", target="100", satuan="Persen"),
        Row(cells={**row(indikator="Cakupan arsip", target="95").cells, "satuan": covered()}),
        Row(cells={**row(indikator="Naskah", target="3").cells, "satuan": Cell(text=text(""), span="empty")}),
    ]
    result = normalize(extracted(Block(kind="IKU", order=1, jabatan=text("A"), rows=tuple(cells))))
    rows = result.decree.blocks[0].rows
    assert [(one.target and (one.target.kind, one.target.value, one.target.unit)) for one in rows] == [
        ("percent", "100", "%"), ("percent", "95", "%"), ("count", "3", None),
    ]  # fmt: skip
    # the cell itself is not filled down
    assert [one.cells["satuan"].text.value for one in rows] == ["%", "", ""]


def test_the_indikator_of_a_bare_number_may_span_its_row() -> None:
    below = Row(cells={**row(target="80").cells, "indikator": covered()})
    first = row(indikator="Persentase arsip tertata", target="70")
    result = normalize(extracted(Block(kind="IKU", order=1, jabatan=text("A"), rows=(first, below))))
    assert [one.target and one.target.kind for one in result.decree.blocks[0].rows] == ["percent", "percent"]


def test_an_empty_cell_is_not_filled() -> None:
    empty = Row(cells={"sasaran": Cell(text=text(""), span="empty")})
    result = normalize(extracted(Block(kind="IKI", order=1, jabatan=text("A"), rows=(row(sasaran="a"), empty))))
    assert result.decree.blocks[0].rows[1].cells["sasaran"].text.value == ""


SATUAN = [
    ("Dok.", "dokumen", 1), ("Persen", "%", 1), ("SKPD", "SKPD", 0), ("dokumen", "dokumen", 0),
    ("Bungkus", "Bungkus", 0),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "value", "edits"), SATUAN)
def test_satuan_is_canonical(printed: str, value: str, edits: int) -> None:
    cells = row(satuan=printed, target="5", indikator="Jumlah")
    result = normalize(extracted(Block(kind="IKU", order=1, jabatan=text("A"), rows=(cells,))))
    assert result.decree.blocks[0].rows[0].cells["satuan"].text.value == value
    assert [edit.place for edit in result.edits] == ["IKU/1/rows/1/satuan"] * edits


FINDINGS = [
    ({"target": "1 3dokumen"}, "target-ambigu", "rows/1/target"),
    ({"target": ""}, "target-kosong", "rows/1/target"),
    ({"target": "70", "indikator": "Persentase ASN"}, "target-tersirat", "rows/1/target"),
    ({"target": "1,2E+06 objek"}, "target-bulat", "rows/1/target"),
    ({"target": "tepat waktu"}, "target-teks", "rows/1/target"),
    ({"target": "3 bungkus"}, "satuan-tak-dikenal", "rows/1/target"),
    ({"target": "-", "satuan": "bungkus"}, "satuan-tak-dikenal", "rows/1/satuan"),
    ({"rumus": "Draft dokumen", "target": "-"}, "ejaan-usulan", "rows/1/rumus"),
]


@pytest.mark.parametrize(("cells", "code", "field"), FINDINGS)
def test_findings_of_a_row(cells: dict[str, str], code: str, field: str) -> None:
    result = normalize(extracted(Block(kind="IKI", order=7, jabatan=text("A"), rows=(row(**cells),))))
    assert [(f.code, f.kind, f.order, f.field) for f in result.findings] == [(code, "IKI", 7, field)]
    assert result.findings[0].severity == finding_kinds()[code].severities[0]


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        ("8 Jenis dan 5 Dokumen", "warning"),
        ("setiap bulan 12 laporan", "warning"),
        ("Rp ######", "warning"),
        ("#N/A", "warning"),
        ("tepat waktu", "info"),
        ("APBD 2024 tersusun", "info"),
        ("Januari - Desember 2024", "info"),
        ("ISO 9001:2015", "info"),
        ("TW 1", "info"),
        ("Semester ke-2", "info"),
        ("H+7", "info"),
        ("Peringkat 5 Besar", "info"),
    ],
)
def test_a_number_that_is_in_no_value_is_a_warning(target: str, severity: str) -> None:
    result = normalize(extracted(Block(kind="IKI", order=7, jabatan=text("A"), rows=(row(target=target),))))
    assert [(f.code, f.severity) for f in result.findings] == [("target-teks", severity)]


def test_findings_of_the_preamble() -> None:
    preamble = Preamble(
        mengingat=(
            Item(no="1", text=text("bahwa ini bukan peraturan")),
            Item(no="2", text=text("UU Tahun 2004 tentang X")),
        ),
        penetapan=Penetapan(tanggal=text("... Desember 2022")),
    )
    result = normalize(extracted(preamble=preamble))
    assert [(f.code, f.field) for f in result.findings] == [
        ("hukum-tak-terbaca", "preamble/mengingat/1"),
        ("hukum-tak-lengkap", "preamble/mengingat/2"),
        ("tanggal-tak-terbaca", "preamble/penetapan/tanggal"),
    ]


def test_names_and_codes_are_only_folded() -> None:
    penetapan = Penetapan(penandatangan=Penandatangan(nama=text("Drs.  Yag Dna"), nip=text("19650808 199203 1 019")))
    result = normalize(extracted(preamble=Preamble(penetapan=penetapan, nomor=text("NOMOR 800/ 015 /Sek ;"))))
    signer = result.decree.preamble.penetapan
    assert signer and signer.penandatangan.nama and signer.penandatangan.nama.value == "Drs. Yag Dna"
    assert result.decree.preamble.nomor and result.decree.preamble.nomor.value == "NOMOR 800/ 015 /Sek ;"
    assert result.edits == ()
    assert "nama" not in PROSE


_TEXT = st.text(max_size=40)
_ROW = st.dictionaries(st.sampled_from(ROLES), _TEXT, max_size=5).map(lambda cells: row(**cells))


@example([row(no="x"), row(no='"\x1f')], [], "")
@given(st.lists(_ROW, max_size=4), st.lists(_TEXT, max_size=3), _TEXT)
def test_normalize_is_total_and_final(rows: list[Row], mengingat: list[str], tanggal: str) -> None:
    preamble = Preamble(
        mengingat=tuple(Item(no=None, text=text(entry)) for entry in mengingat),
        penetapan=Penetapan(tanggal=text(tanggal)),
    )
    table = Block(kind="PK", order=1, jabatan=text(tanggal), rows=tuple(rows))
    result = normalize(extracted(table, preamble=preamble))
    again = normalize(ExtractedDecree(source=result.source, decree=reprinted(result.decree)))
    assert [t.value for _, t in list_texts(again.decree)] == [t.value for _, t in list_texts(result.decree)]
    assert all(finding.code in finding_kinds() for finding in result.findings)
