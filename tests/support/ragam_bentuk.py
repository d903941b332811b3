"""Small decrees whose shapes are the trouble: rules, boxes, drawings, tables that go on, pages that lie."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from kasus import (
    EDGES,
    HEADS,
    LEFT,
    LETTER,
    PITCH,
    PLAIN,
    TOP,
    Kasus,
    Lembar,
    Rows,
    body,
    changed,
    decree,
    head,
    heading,
    rules,
    table,
)  # fmt: skip


def of_shapes() -> Iterator[Kasus]:
    """All of them."""
    for kind in (
        _ruled,
        _overhanging,
        _backgrounds,
        _drawings,
        _cancelled,
        _overprinted,
        _continued,
        _halves,
        _two_up,
        _bands,
        _dittos,
        _turned,
    ):
        yield from kind()


def _ruled() -> Iterator[Kasus]:
    """Rules of any make."""
    for name, code in {
        "putus-putus": "[3 3] 0 d", "titik": "[0.5 1.5] 0 d", "abu-abu": "0.7 G", "warna": "0.2 0.4 0.8 RG",
        "ujung bulat": "1 J [0 2] 0 d",
    }.items():  # fmt: skip

        def coded(page: Lembar, code: str = code) -> None:
            page.raw(f"q {code}")
            rules(page, TOP, 4)
            page.raw("Q")

        yield Kasus(f"garis {name}", decree(PLAIN, lines=coded), PLAIN)

    def squares(page: Lembar, step: float) -> None:
        for i in range(5):
            for k in range(int((EDGES[-1] - EDGES[0]) / step)):
                page.raw(f"{EDGES[0] + k * step} {page.up(TOP + i * PITCH)} 0.8 0.8 re f")
        for x in EDGES:
            for k in range(int(4 * PITCH / step)):
                page.raw(f"{x} {page.up(TOP + k * step)} 0.8 0.8 re f")

    yield Kasus("garis dari kotak kecil", decree(PLAIN, lines=partial(squares, step=2.0)), PLAIN)
    yield Kasus("garis dari kotak jarang", decree(PLAIN, lines=partial(squares, step=3.5)), PLAIN)

    def doubled(page: Lembar) -> None:
        for shift in (0.0, 1.8):
            rules(page, TOP + shift, 4, [x + shift for x in EDGES])

    yield Kasus("garis ganda", decree(PLAIN, lines=doubled, top=TOP + 1), PLAIN)

    def level(page: Lembar) -> None:
        for i in range(5):
            page.line(EDGES[0], TOP + i * PITCH, EDGES[-1], TOP + i * PITCH)

    yield Kasus("hanya garis mendatar", decree(PLAIN, lines=level), PLAIN)

    def boxes(page: Lembar) -> None:
        for i in range(4):
            for a, b in pairwise(EDGES):
                page.raw(f"0.5 w {a} {page.up(TOP + (i + 1) * PITCH)} {b - a} {PITCH} re S")

    yield Kasus("kotak demi sel", decree(PLAIN, lines=boxes), PLAIN)


def _overhanging() -> Iterator[Kasus]:
    """Rules that run out beyond the table."""

    def beyond(page: Lembar) -> None:
        for i in range(5):
            page.line(EDGES[0] - 14, TOP + i * PITCH, EDGES[-1] + 12, TOP + i * PITCH)
        for x in EDGES:
            page.line(x, TOP - 8, x, TOP + 4 * PITCH + 10)

    yield Kasus("garis melewati tepi", decree(PLAIN, lines=beyond), PLAIN)


def _backgrounds() -> Iterator[Kasus]:
    """Boxes behind lines of text."""
    for name, paint in {
        "kuning": "1 1 0.6 rg f", "abu-abu bergaris tepi": "0.95 g 0.9 G B", "putih bergaris tepi putih": "1 g 1 G B",
        "abu-abu": "0.9 g f",
    }.items():  # fmt: skip
        colour, way = paint.rsplit(" ", 1)

        def cell(
            page: Lembar, r: int, c: int, x: float, base: float, text: str, colour: str = colour, way: str = way
        ) -> None:
            page.raw(f"q {colour} {x - 0.5} {page.up(base + 2.5)} {len(text) * LETTER + 1} 10 re {way} Q")
            page.text(x, base, text)

        yield Kasus(f"latar {name}", decree(PLAIN, cell), PLAIN)

    def striped(page: Lembar) -> None:
        for i in (0, 2):
            top = TOP + (i + 1) * PITCH
            page.raw(f"q 0.92 g {EDGES[0]} {page.up(top + PITCH)} {EDGES[-1] - EDGES[0]} {PITCH} re f Q")
        rules(page, TOP, 4)

    yield Kasus("baris berseling warna", decree(PLAIN, lines=striped), PLAIN)


def _drawings() -> Iterator[Kasus]:
    """Drawings that touch the table."""
    y = TOP + 2 * PITCH
    for name, code in {
        "garis miring": lambda page: f"300 {page.up(TOP - 20)} m 500 {page.up(TOP + 160)} l S",
        "garis tegak di luar": lambda page: f"{EDGES[-1] + 20} {page.up(60)} m {EDGES[-1] + 20} {page.up(400)} l S",
        "garis mendatar panjang": lambda page: f"10 {page.up(TOP + 4 * PITCH)} m 830 {page.up(TOP + 4 * PITCH)} l S",
        "lingkaran": lambda page: f"400 {page.up(y)} m 400 {page.up(y - 30)} 460 {page.up(y - 30)} 460 {page.up(y)} c "
                                  f"460 {page.up(y + 30)} 400 {page.up(y + 30)} 400 {page.up(y)} c S",
        "bingkai halaman": lambda page: f"20 {page.up(580)} 800 560 re S",
        "panah": lambda page: f"100 {page.up(TOP - 8)} m 140 {page.up(TOP - 8)} l 140 {page.up(TOP)} l S",
    }.items():  # fmt: skip
        yield Kasus(
            f"gambar: {name}", decree(PLAIN, then=lambda page, code=code: page.raw(f"0.5 w {code(page)}")), PLAIN
        )


def _cancelled() -> Iterator[Kasus]:
    """A row that a line runs through from cell to cell; a blank cell that is crossed out is none."""
    y, tail = TOP + 2.5 * PITCH, EDGES[-1] - 3
    for name, draw in {
        "mendatar": lambda page: page.line(LEFT + 3, y, tail, y),
        "naik": lambda page: page.line(LEFT, TOP + 3 * PITCH, EDGES[-1], TOP + 2 * PITCH),
        "turun": lambda page: page.line(LEFT, TOP + 2 * PITCH, EDGES[-1], TOP + 3 * PITCH),
    }.items():
        yield Kasus(f"baris dicoret {name}", decree(PLAIN, then=draw), PLAIN, told="baris-dicoret")
    blank = changed(r0c3="")
    cross = lambda page: page.line(EDGES[3], TOP + 2 * PITCH, EDGES[4], TOP + PITCH)  # noqa: E731
    yield Kasus("sel kosong disilang", decree(blank, then=cross), blank)


def _overprinted() -> Iterator[Kasus]:
    """A target too long for its cell, over the formula beside it: the last figures are in another cell."""
    texts = (
        "Rp. 1.500.000.000.-", "85 % (turun dari 90 %)", "12 dokumen/12 laporan",
        # the last letter ends, and the next one begins, at nearly the same place
        "Rp 1.250.000.000,-", "12 (dua belas) dok",
    )  # fmt: skip
    for text in texts:
        rows = changed(r0c3=text)
        yield Kasus(f"menimpa sel sebelah: {text}", decree(rows), rows, told="teks-meluap")


def _two_pages(
    first: Rows, second: Rows, edges: list[float], heads: list[str] | None, width: float = 842.0, top: float = 40.0
) -> bytes:
    page = Lembar()
    head(page)
    table(page, first)
    page.page(width, 842.0 + 595.0 - width)
    rules(page, top, len(second) + bool(heads), edges)
    if heads:
        heading(page, top, edges, heads)
    body(page, second, top + PITCH * bool(heads), edges)
    return page.save()


def _continued() -> Iterator[Kasus]:
    """Tables that go on, as wide or not, in halves, beside each other."""
    narrow = [LEFT + (x - LEFT) * 0.66 for x in EDGES]
    shifted = [x + 30 for x in EDGES]
    other = [LEFT, 75.0, 260.0, 400.0, 480.0, 690.0, 800.0]
    short = [[row[0], *(text.split()[0] + " arsip" for text in row[1:3]), row[3], "Daftar", "Seksi"] for row in PLAIN]
    for name, edges, rows in (
        ("digeser", shifted, PLAIN),
        ("lebar lain", other, PLAIN),
        ("lebih sempit", narrow, short),
    ):
        yield Kasus(f"bersambung, {name}", _two_pages(rows[:2], rows[2:], edges, None), rows)
        yield Kasus(f"bersambung, {name}, kepala lagi", _two_pages(rows[:2], rows[2:], edges, HEADS), rows)
    yield Kasus("bersambung di kertas tegak", _two_pages(short[:1], short[1:], narrow, None, width=595.0), short)
    synonyms = ["NO.", "SASARAN STRATEGIS", "INDIKATOR", "TARGET KINERJA", "CARA PENGHITUNGAN", "SUMBER"]
    yield Kasus("bersambung dengan kepala lain", _two_pages(PLAIN[:2], PLAIN[2:], EDGES, synonyms), PLAIN,
                told="tata-letak-ragu")  # fmt: skip


def _halves() -> Iterator[Kasus]:
    """Tables too wide for a page, printed on two."""
    for name, pitch in (("", PITCH), (" dengan tinggi lain", 30.0)):
        page = Lembar()
        head(page)
        rules(page, TOP, 4, EDGES[:4])
        heading(page, TOP, EDGES[:4], HEADS[:3])
        body(page, [row[:3] for row in PLAIN], TOP + PITCH, EDGES[:4])
        page.page()
        edges = [LEFT, 130.0, 330.0, 460.0]
        rules(page, 40, 4, edges, pitch)
        heading(page, 40, edges, HEADS[3:])
        for i, row in enumerate(PLAIN):
            for c, text in enumerate(row[3:]):
                page.text(edges[c] + 4, 40 + pitch * (i + 1) + 15, text)
        yield Kasus(f"separuh di halaman berikut{name}", page.save(), PLAIN, told="tabel-terbelah" if name else "")


def _two_up() -> Iterator[Kasus]:
    """Two pages on one sheet."""
    page = Lembar()
    page.pages[-1].width, page.pages[-1].height = 1191.0, 842.0
    small = [30.0, 50.0, 190.0, 310.0, 380.0, 490.0, 560.0]
    tiny = [[row[0], "Tertib arsip", "Jumlah arsip", row[3], "Daftar", "Seksi"] for row in PLAIN]
    for shift, holder in ((0.0, "Kepala Seksi Arsip"), (595.5, "Arsiparis Ahli Muda")):
        head(page, holder, left=30.0 + shift)
        table(page, tiny, edges=[x + shift for x in small])
    yield Kasus("dua halaman pada satu lembar", page.save(), tiny, more=(tiny,))


def _bands() -> Iterator[Kasus]:
    """The next holder inside the lines of the table."""
    second = [["1", "Tertatanya arsip", "Jumlah boks arsip", "60 boks", "Boks yang tertata", "Seksi Arsip"]]
    for name, texts, again in (
        ("berlabel, kepala lagi", ["Jabatan : Arsiparis Terampil"], True),
        ("berlabel", ["Jabatan : Arsiparis Terampil"], False),
        ("dua pita", ["Jabatan : Arsiparis Terampil", "Tugas : Menata arsip"], True),
        ("nama jabatan saja", ["ARSIPARIS TERAMPIL"], False),
    ):
        page = Lembar()
        head(page)
        bands = 4 + len(texts) + again + 1
        for i in range(bands + 1):
            page.line(EDGES[0], TOP + i * PITCH, EDGES[-1], TOP + i * PITCH)
        lower = TOP + (4 + len(texts)) * PITCH
        for x in EDGES:
            page.line(x, TOP, x, TOP + 4 * PITCH)
            page.line(x, lower, x, TOP + bands * PITCH)
        for x in (EDGES[0], EDGES[-1]):
            page.line(x, TOP, x, TOP + bands * PITCH)
        heading(page, TOP)
        body(page, PLAIN, TOP + PITCH)
        for i, text in enumerate(texts):
            page.text(LEFT + 4, TOP + (4 + i) * PITCH + 15, text)
        if again:
            heading(page, lower)
        body(page, second, lower + PITCH * again)
        yield Kasus(f"pita pemangku: {name}", page.save(), PLAIN, more=(second,))


def _dittos() -> Iterator[Kasus]:
    """Cells that refer to the one above: the print stays, the value is the one above."""
    for sign in ("idem", "Idem.", "sda", "s.d.a.", "S.D.A", "-,,-", '"', '-"-', "”", "-sda-", "idem di atas"):
        yield Kasus(f"sama dengan di atas: {sign}", decree(changed(r1c5=sign)), changed(r1c5=sign))


def _turned() -> Iterator[Kasus]:
    """Tables that lie on their side, pages that are shown turned."""
    for rotate in (90, 180, 270):
        page = Lembar()
        page.pages[-1].rotate = rotate
        head(page)
        table(page, PLAIN)
        yield Kasus(f"halaman diputar {rotate}", page.save(), PLAIN)

    class Sideways(Lembar):
        """An upright sheet, all that is drawn on it turned a quarter."""

        def text(self, x: float, base: float, text: str, size: float | None = None, matrix: str | None = None) -> None:
            super().text(x, base, text, size, matrix or f"0 1 -1 0 {base:.2f} {x:.2f}")

        def line(self, x0: float, top: float, x1: float, bottom: float) -> None:
            self.raw(f"0.5 w {top:.2f} {x0:.2f} m {bottom:.2f} {x1:.2f} l S")

    page = Sideways()
    page.pages[-1].width, page.pages[-1].height = 595.0, 842.0
    head(page)
    table(page, PLAIN)
    yield Kasus("tabel tidur di kertas tegak", page.save(), PLAIN)
