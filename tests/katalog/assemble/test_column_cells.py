"""Which cells a column has, wherever a row keeps them."""

from __future__ import annotations

from labelled import SOURCE, block, text

from katalog.assemble.catalogue import assemble
from katalog.assemble.findings.column_cells import column_cells
from normalize.decree import normalize
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
        [("rows/1/others", "cara hitung")],
        [("rows/1/others", "catatan")],
    ]
    # a blank cell without a role is no doubt
    assert two[3:] == [[], [("rows/2/others", "catatan")]]
