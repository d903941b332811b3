"""Tables whose print contradicts how their rows and columns were read."""

from __future__ import annotations

import pytest
from labelled import SOURCE, block, text

from katalog.assemble.catalogue import assemble
from normalize.decree import normalize
from schemas.base import Place
from schemas.decree import Block, Cell, Decree, ExtractedDecree, Heading, Role, Row, Text

WHOLE: list[tuple[Role, str]] = [
    ("no", "NO"),
    ("indikator", "INDIKATOR KINERJA"),
    ("satuan", "SATUAN"),
    ("target", "TARGET"),
]
#: The words of WHOLE, a border lost.
JOINED: list[tuple[Role, str]] = [("no", "NO"), ("indikator", "INDIKATOR KINERJA"), ("satuan", "SATUAN TARGET")]


def table(order: int, columns: list[tuple[Role, str]], *rows: list[str]) -> Block:
    headings = tuple(Heading(role=role, text=text(printed)) for role, printed in columns)
    made = [
        Row(cells={role: Cell(text=text(said)) for (role, _), said in zip(columns, row, strict=True)}) for row in rows
    ]
    return block("IKI", order, f"Analis {order}", headings=headings, rows=tuple(made))


def doubted(*blocks: Block) -> list[tuple[int | None, str, dict[str, str | int]]]:
    made = assemble(normalize(ExtractedDecree(source=SOURCE, decree=Decree(blocks=blocks))))
    return [(one.order, one.field, dict(one.values)) for one in made.findings if one.code == "tata-letak-ragu"]


def row(no: int) -> list[str]:
    return [str(no), f"Jumlah laporan {no}", "dokumen", "12"]


def test_tables_that_agree_are_no_doubt() -> None:
    assert doubted(table(1, WHOLE, row(1), row(2)), table(2, WHOLE, row(1)), table(3, WHOLE, row(1))) == []


def test_a_table_that_lost_a_border_is_told_by_its_like() -> None:
    lost = table(2, JOINED, ["1", "Jumlah laporan", "dokumen 12"])
    # the column that the others have not, and what it may have taken from another one: not the indikator beside it
    assert doubted(table(1, WHOLE, row(1)), lost, table(3, WHOLE, row(1))) == [
        (2, "rows/1/satuan", {"kolom": "3"}),
        (2, "rows/1/target", {"kolom": "3"}),
    ]
    # where nothing is usual, each may be the wrong one: in the columns that the other has not
    assert [(order, field) for order, field, _ in doubted(table(1, WHOLE, row(1)), lost)] == [
        (order, f"rows/1/{role}") for order in (1, 2) for role in ("satuan", "target")
    ]
    # other words are another table
    other = table(2, JOINED[:2], ["1", "Jumlah laporan"])
    assert doubted(table(1, WHOLE, row(1)), other) == []


def test_a_word_that_went_to_the_heading_beside_it_leaves_the_other_columns_sure() -> None:
    moved: list[tuple[Role, str]] = [
        ("no", "NO"),
        ("indikator", "INDIKATOR"),
        ("satuan", "KINERJA SATUAN"),
        ("target", "TARGET"),
    ]
    found = doubted(table(1, WHOLE, row(1)), table(2, moved, row(1)))
    assert [(order, field) for order, field, _ in found] == [
        (order, f"rows/1/{role}") for order in (1, 2) for role in ("indikator", "satuan")
    ]
    # columns of one's own in another order: nothing says which are meant
    turned = table(2, [WHOLE[0], WHOLE[2], WHOLE[1], WHOLE[3]], ["1", "dokumen", "Jumlah laporan", "12"])
    assert [(order, field) for order, field, _ in doubted(table(1, WHOLE, row(1)), turned)] == [
        (1, "rows"),
        (2, "rows"),
    ]


def test_a_table_that_goes_on_with_the_numbers_of_the_one_before() -> None:
    found = doubted(table(1, WHOLE, row(1), row(2)), table(2, WHOLE, row(3), row(4)))
    assert found == [(1, "rows/2", {"berikut": "IKI 2 (Analis 2)"}), (2, "rows", {"nomor": "3"})]
    # it begins late, but nothing shows where its first rows are: those that it has are its own
    found = doubted(table(1, WHOLE, row(1)), table(2, WHOLE, row(3), row(4)))
    assert found == [(2, "rows/1", {"nomor": "3"})]


def test_a_table_that_nothing_heads_may_be_the_rest_of_the_one_before() -> None:
    rest = table(2, WHOLE, row(1)).model_copy(update={"jabatan": text(""), "tugas": None, "fungsi": (), "judul": ()})
    found = doubted(table(1, WHOLE, row(1)), rest)
    assert [(order, field, *said) for order, field, said in found] == [
        (1, "rows/1", "berikut"),
        (2, "rows/1", "sebelum"),
    ]
    unnumbered = rest.model_copy(update={"rows": table(2, WHOLE, ["", "Jumlah surat", "berkas", "9"]).rows})
    assert doubted(table(1, WHOLE, row(1)), unnumbered)[1][:2] == (2, "rows")
    titled = rest.model_copy(update={"judul": (text("INDIKATOR KINERJA INDIVIDU"),)})
    assert doubted(table(1, WHOLE, row(1)), titled) == []


@pytest.mark.parametrize(("cells", "found"), [(["1", "2", "3", "4"], True), (["(1)", "(2)", "(3) (4)", ""], True)])
def test_numbers_of_columns_among_the_rows(cells: list[str], found: bool) -> None:
    assert doubted(table(1, WHOLE, cells, row(1))) == ([(1, "rows", {"baris": "1"})] if found else [])
    assert doubted(table(1, WHOLE, ["1", "Jumlah 2", "3", "4"])) == []


def test_numbers_that_begin_anew_without_a_group() -> None:
    found = doubted(table(1, WHOLE, row(1), row(2), row(1), row(2)))
    assert found == [(1, f"rows/{at}", {"ulang": "3", "sesudah": "2"}) for at in (3, 4)]
    # a slip of the decree, and a group that counts for itself
    assert doubted(table(1, WHOLE, row(1), row(1), row(2))) == []
    whole = table(1, WHOLE, row(1), row(2), row(1))
    rows = (*whole.rows[:2], whole.rows[2].model_copy(update={"group": "MISI 2"}))
    assert doubted(whole.model_copy(update={"rows": rows})) == []


def test_a_word_where_a_row_has_its_number() -> None:
    said = ["BIDANG", "A : BIDANG KEPEGAWAIAN", "", ""]
    assert doubted(table(1, WHOLE, row(1), said, row(2))) == [(1, "rows/2", {"kata": "“BIDANG”"})]
    assert doubted(table(1, WHOLE, row(1), ["2 -", "Jumlah", "", ""])) == [(1, "rows/2", {"kata": "“2 -”"})]
    assert doubted(table(1, WHOLE, ["VIII", "Jumlah", "dokumen", "1"], ["-", "Jumlah", "dokumen", "1"])) == [
        (1, "rows/1", {"nomor": "8"})
    ]


def test_what_stands_behind_a_page_break_may_be_the_rest_of_the_last_row() -> None:
    def printed(said: str, page: int, top: float = 50.0) -> Text:
        return Text(as_printed=said, places=(Place(page=page, bbox=(40.0, top, 90.0, top + 10.0)),))

    blocks = tuple(
        table(order, WHOLE, row(1), row(2)).model_copy(
            update={"rows": (Row(cells={"indikator": Cell(text=printed("Jumlah", page, top))}),)}
        )
        for order, page, top in ((1, 4, 500.0), (2, 5, 510.0), (3, 7, 470.0))
    )
    aside = [printed("program dan kegiatan", 5), printed("100%", 6), printed("Catatan", 5, 520.0)]
    furniture = [printed(f"Halaman {page} dari 6", page, 20.0) for page in (4, 5, 6)]
    notes = [printed("Keterangan: angka sementara", 5), printed("*) sementara", 5), printed("kepala seksi", 10)]
    # the third table ends before the foot of its page
    aside.append(printed("PIHAK KEDUA", 8))
    decree = Decree(blocks=blocks, unparsed=(*aside, *furniture, *notes))
    found = assemble(normalize(ExtractedDecree(source=SOURCE, decree=decree))).findings
    assert [(one.order, one.field, one.as_printed) for one in found if one.code == "tata-letak-ragu"] == [
        (1, "rows/1", "program dan kegiatan"),
        (2, "rows/1", "100%"),
    ]


def test_groups_of_columns_with_an_indikator_each_may_be_tables_of_their_own() -> None:
    def cascade(*leaves: str) -> Block:
        columns: list[tuple[Role, str]] = [
            ("sasaran", f"ESELON II {leaves[0]}"),
            ("indikator", "ESELON II INDIKATOR"),
            ("others", f"ESELON III {leaves[0]}"),
            ("target", f"ESELON III {leaves[1]}"),
        ]
        return table(1, columns, ["Meningkatnya mutu", "Nilai", "Terlaksananya audit", "Jumlah"])

    assert doubted(cascade("SASARAN", "INDIKATOR")) == [(1, "rows", {"kelompok": "“ESELON II”, “ESELON III”"})]
    assert doubted(cascade("SASARAN", "TARGET")) == []


def test_a_row_that_goes_on_with_the_one_above_may_be_its_rest() -> None:
    columns: list[tuple[Role, str]] = [*WHOLE[:2], ("rumus", "RUMUS"), ("target", "TARGET")]
    upper = ["1", "Tersedianya laporan", "Jumlah laporan", "2 dokumen"]
    found = doubted(table(1, columns, upper, ["", "penyimpanan barang", "yang tersedia", ""]))
    assert found == [(1, f"rows/{at}", {"atas": "1", "bawah": "2"}) for at in (1, 2)]
    # a row of its own, a table that prints small letters, texts that ended
    assert doubted(table(1, columns, upper, ["2", "penyimpanan barang", "yang tersedia", ""])) == []
    assert doubted(table(1, columns, upper, ["", "penyimpanan barang", "yang tersedia", "1"])) == []
    assert doubted(table(1, columns, upper, ["", "penyimpanan barang", "Jumlah barang", ""])) == []
    small = ["1", "tersedianya laporan", "jumlah laporan", "2 dokumen"]
    assert doubted(table(1, columns, small, ["", "penyimpanan barang", "yang tersedia", ""])) == []
    ended = ["1", "Tersedianya laporan.", "Jumlah laporan;", "2 dokumen"]
    assert doubted(table(1, columns, ended, ["", "penyimpanan barang", "yang tersedia", ""])) == []


def test_numbers_that_were_read_with_the_column_beside_them() -> None:
    columns: list[tuple[Role, str]] = [("sasaran", "No, SASARAN KINERJA URUT"), ("indikator", "UKURAN CAPAIAN")]
    rows = [["1 Tersedianya dokumen", "Jumlah dokumen"], ["Tersedianya laporan", "Jumlah laporan"]]
    assert [(order, field) for order, field, _ in doubted(table(1, columns, *rows))] == [
        (1, "rows/1/sasaran"),
        (1, "rows/1/no"),
    ]
    # numbers in a column of texts are none of a column
    plain: list[tuple[Role, str]] = [("sasaran", "SASARAN KINERJA"), columns[1]]
    assert doubted(table(1, plain, *rows)) == []
