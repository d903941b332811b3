"""Small decrees, each with one kind of trouble: what is printed, and the PDF or text that prints it.

`PLAIN` is the decree without trouble; a `Kasus` changes its cells, how they are drawn, or what else is on the page. Its
`rows` are what a person reads.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cetak import Cetak, assemble

Rows = list[list[str]]

HEADS = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET", "FORMULASI", "SUMBER DATA"]
WIDTHS = [30.0, 150.0, 170.0, 90.0, 190.0, 120.0]
PLAIN: Rows = [
    ["1", "Meningkatnya tertib arsip", "Persentase unit yang tertib", "85 %", "Unit tertib dibagi unit", "Seksi Arsip"],
    ["2", "Tersedianya daftar arsip", "Jumlah daftar arsip aktif", "12 dokumen", "Daftar arsip aktif", "Seksi Arsip"],
    ["3", "Terlaksananya penyusutan", "Jumlah berita acara", "2 laporan", "Berita acara penyusutan", "Seksi Arsip"],
]
HOLDER = "Kepala Seksi Arsip"
TOP, PITCH, LEFT = 130.0, 24.0, 40.0
#: The type's size, and the width of each of its letters.
SIZE = 9.0
LETTER = 0.6 * SIZE
EDGES = [LEFT + sum(WIDTHS[:i]) for i in range(len(WIDTHS) + 1)]


class Lembar(Cetak):
    """A document with its first page begun; `raw` draws with operators as they stand."""

    def __init__(self) -> None:
        super().__init__(SIZE)
        self.page()

    def raw(self, code: str) -> None:
        self.pages[-1].code.append(code)

    def up(self, y: float) -> float:
        """A height as PDF has it, from the page's foot."""
        return self.pages[-1].height - y


#: Draws the cell of a row and column at x and its base line.
Cell = Callable[[Lembar, int, int, float, float, str], None]


def plain_cell(page: Lembar, row: int, column: int, x: float, base: float, text: str) -> None:
    page.text(x, base, text)


def head(page: Lembar, holder: str = HOLDER, left: float = LEFT) -> None:
    page.text(left, 40.0, "INDIKATOR KINERJA INDIVIDU")
    for i, line in enumerate((f"Jabatan : {holder}", "Tugas : Melaksanakan urusan kearsipan", "Fungsi :")):
        page.text(left, 56.0 + 13 * i, line)
    page.text(left + 14, 95.0, "1. Penyusunan rencana arsip;")
    page.text(left + 14, 108.0, "2. Pelaporan kegiatan arsip.")


def heading(page: Lembar, top: float, edges: Sequence[float] = EDGES, heads: Sequence[str] = HEADS) -> None:
    for x, text in zip(edges, heads, strict=False):
        page.text(x + 4, top + 15, text)


def rules(page: Lembar, top: float, bands: int, edges: Sequence[float] = EDGES, pitch: float = PITCH) -> None:
    for i in range(bands + 1):
        page.line(edges[0], top + i * pitch, edges[-1], top + i * pitch)
    for x in edges:
        page.line(x, top, x, top + bands * pitch)


def body(page: Lembar, rows: Rows, top: float, edges: Sequence[float] = EDGES, cell: Cell = plain_cell) -> None:
    for i, row in enumerate(rows):
        for c, text in enumerate(row):
            if text:
                cell(page, i, c, edges[c] + 4, top + PITCH * i + 15, text)


def table(page: Lembar, rows: Rows, edges: Sequence[float] = EDGES) -> None:
    rules(page, TOP, len(rows) + 1, edges)
    heading(page, TOP, edges)
    body(page, rows, TOP + PITCH, edges)


def decree(
    rows: Rows,
    cell: Cell = plain_cell,
    then: Callable[[Lembar], None] = lambda page: None,
    lines: Callable[[Lembar], None] | None = None,
    top: float = TOP,
) -> bytes:
    """The decree with these rows; `then` draws whatever else is on the page, `lines` those of the table."""
    page = Lembar()
    head(page)
    if lines is None:
        rules(page, top, len(rows) + 1)
    else:
        lines(page)
    heading(page, top)
    body(page, rows, top + PITCH, cell=cell)
    then(page)
    return page.save()


def only(row: int, column: int, draw: Callable[[Lembar, float, float, str], None]) -> Cell:
    """Draws one cell another way; rows and columns are counted from 0."""

    def cell(page: Lembar, r: int, c: int, x: float, base: float, text: str) -> None:
        if (r, c) == (row, column):
            draw(page, x, base, text)
        else:
            page.text(x, base, text)

    return cell


def changed(**cells: str) -> Rows:
    """The plain rows with other cells: `r1c3="-"` is the target of the second row."""
    rows = [list(row) for row in PLAIN]
    for name, text in cells.items():
        rows[int(name[1])][int(name[3])] = text
    return rows


def with_objects(data: bytes, catalogue: str, *objects: bytes) -> bytes:
    """A file with more in its catalogue, and objects behind those that it has. Only for files of `Cetak`."""
    bodies = [part.split(b" obj\n", 1)[1] for part in data.split(b"\nendobj\n")[:-1]]
    bodies[0] = bodies[0].replace(b"/Catalog", b"/Catalog" + catalogue.encode("latin-1"))
    return assemble([*bodies, *objects])


def with_note(data: bytes, note: str) -> bytes:
    """A file whose first page has an annotation: its kind and what else is said of it. Only for files of `Cetak`."""
    bodies = [part.split(b" obj\n", 1)[1] for part in data.split(b"\nendobj\n")[:-1]]
    first = next(i for i, body in enumerate(bodies) if b"/Type/Page/" in body.replace(b" ", b""))
    made = f"/Annots[<</Type/Annot/Subtype{note}>>]>>".encode()
    bodies[first] = bodies[first].rstrip().removesuffix(b">>") + made
    return assemble(bodies)


@dataclass(frozen=True)
class Kasus:
    """A small decree: what is printed (`rows`), and its file. `told` is the code of a finding that may stand in for a
    right reading, empty where it must be read right; `blocks` are its tables, of which `rows` is the first."""

    name: str
    data: bytes
    rows: Rows
    told: str = ""
    more: tuple[Rows, ...] = ()
    absent: tuple[str, ...] = ()
    suffix: str = "pdf"
