"""Which cells a column has, wherever a row keeps them."""

from __future__ import annotations

from labelled import SOURCE, block, text

from katalog.assemble.catalogue import assemble
from katalog.assemble.findings.column_cells import column_cells
from normalize.decree import normalize
from normalize.koreksi.file import KoreksiFile
from normalize.koreksi.kinds import Benar
from schemas.base import Role
from schemas.decree import Cell, Decree, ExtractedDecree, Heading, PrintedTarget, Row, TargetScope


def test_columns_of_targets_and_of_a_second_role_have_their_own_cells() -> None:
    columns: list[tuple[Role, str]] = [
        ("target", "TW I"),
        ("rumus", "RUMUS"),
        ("target", "TARGET"),
        ("rumus", "CARA HITUNG"),
        ("others", "CATATAN"),
    ]
    printed = {name: Cell(text=text(name.lower())) for _, name in columns}
    row = Row(
        cells={"rumus": printed["RUMUS"]},
        others={name: printed[name] for name in ("CARA HITUNG", "CATATAN")},
        targets=tuple(PrintedTarget(cell=printed[name]) for name in ("TW I", "TARGET")),
    )
    blank = row.model_copy(update={"others": {"CARA HITUNG": Cell(text=text("")), "CATATAN": printed["CATATAN"]}})
    quarter = TargetScope(period="triwulan", period_number=1)
    headings = tuple(
        Heading(role=role, text=text(name), scope=quarter if name == "TW I" else None) for role, name in columns
    )
    decree = Decree(blocks=(block("IKI", 1, "Analis", headings=headings, rows=(row, blank)),))
    (made,) = assemble(normalize(ExtractedDecree(source=SOURCE, decree=decree))).blocks
    found = [[(field, one.as_printed) for field, one in column_cells(made, at)] for at in range(len(columns))]
    one, two = ([cells[at : at + 1] for cells in found] for at in (0, 1))
    assert one == [
        [("rows/1/targets/1", "tw i")],
        [("rows/1/rumus", "rumus")],
        [("rows/1/target", "target")],
        [("rows/1/others/CARA HITUNG", "cara hitung")],
        [("rows/1/others/CATATAN", "catatan")],
    ]
    # a blank cell without a role is no doubt
    assert two[3:] == [[], [("rows/2/others/CATATAN", "catatan")]]


def test_who_looked_at_a_cell_without_a_role_has_answered_its_doubt() -> None:
    heading = Heading(role="others", text=text("BUKTI / DATA"), role_confidence=0.5)
    rows = tuple(
        Row(cells={"indikator": Cell(text=text(said))}, others={"BUKTI / DATA": Cell(text=text("laporan"))})
        for said in ("Jumlah", "Nilai")
    )
    source = ExtractedDecree(
        source=SOURCE, decree=Decree(blocks=(block("IKI", 1, "Analis", headings=(heading,), rows=rows),))
    )
    (doubt, *_) = [one for one in assemble(normalize(source)).findings if one.code == "kolom-ragu"]
    seen = Benar(tempat=f"IKI/1/{doubt.field}", tercetak="laporan", jabatan="Analis", indikator="Jumlah")
    made = assemble(normalize(source, koreksi=[KoreksiFile((seen,))]))
    assert [(one.field, bool(one.answered)) for one in made.findings if one.code == "kolom-ragu"] == [
        ("rows/1/others/BUKTI | DATA", True),
        ("rows/2/others/BUKTI | DATA", False),
    ]


def test_the_cell_with_all_targets_of_a_row_is_as_doubtful_as_their_columns() -> None:
    """`1 2 3`, printed in three columns of which none is the row's target."""
    quarters = [TargetScope(period="triwulan", period_number=number) for number in (1, 2, 3)]
    headings = tuple(
        Heading(role="target", text=text(f"TW {at}"), scope=scope, role_confidence=0.5 if at == 2 else 1.0)
        for at, scope in enumerate(quarters, 1)
    )
    cells = {"indikator": Cell(text=text("Jumlah")), "target": Cell(text=text("1 2 3"))}
    row = Row(cells=cells, targets=tuple(PrintedTarget(cell=Cell(text=text(str(at)))) for at in (1, 2, 3)))
    indikator = Heading(role="indikator", text=text("INDIKATOR"))
    decree = Decree(blocks=(block("IKI", 1, "Analis", headings=(indikator, *headings), rows=(row,)),))
    made = assemble(normalize(ExtractedDecree(source=SOURCE, decree=decree)))
    assert [one.field for one in made.findings if one.code == "kolom-ragu"] == ["rows/1/targets/2", "rows/1/target"]
