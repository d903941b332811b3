"""A small PDF writer for fixtures: text in Courier (each character 0.6 of the size wide) and ruled tables.

Coordinates as the reader gives them: points, origin at the top left, y downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

LETTER = 0.6
LEADING = 1.2
PAD = 4.0

#: Merged with the cell above.
UP = "^"


def wrap(text: str, room: float, size: float) -> list[str]:
    """Lines that fit into `room`, words broken where they are too long for it."""
    count = max(1, int(room / (LETTER * size) + 1e-6))
    lines: list[str] = []
    now = ""
    for word in text.split():
        while len(word) > count:
            if now:
                lines.append(now)
                now = ""
            lines.append(word[:count])
            word = word[count:]
        if not now:
            now = word
        elif len(now) + 1 + len(word) <= count:
            now += f" {word}"
        else:
            lines.append(now)
            now = word
    return [*lines, now] if now else lines


@dataclass
class Page:
    width: float = 842.0
    height: float = 595.0
    rotate: int = 0
    code: list[str] = field(default_factory=list)


class Cetak:
    """A document; `text`, `line` and `box` draw on the last page."""

    def __init__(self, size: float = 9.0) -> None:
        self.size = size
        self.pages: list[Page] = []

    def page(self, width: float = 842.0, height: float = 595.0, rotate: int = 0) -> Page:
        self.pages.append(Page(width, height, rotate))
        return self.pages[-1]

    def text(self, x: float, base: float, text: str, size: float | None = None, matrix: str | None = None) -> None:
        page = self.pages[-1]
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        place = matrix or f"1 0 0 1 {x:.2f} {page.height - base:.2f}"
        page.code.append(f"BT /F1 {size or self.size} Tf {place} Tm ({escaped}) Tj ET")

    def line(self, x0: float, top: float, x1: float, bottom: float) -> None:
        height = self.pages[-1].height
        self.pages[-1].code.append(f"0.5 w {x0:.2f} {height - top:.2f} m {x1:.2f} {height - bottom:.2f} l S")

    def cells(self, xs: Sequence[float], rows: Sequence[Sequence[str]], top: float, merged: Sequence[int] = ()) -> None:
        """Cells of one line between ruling lines at `xs`; those at the positions `merged` begin below the first row."""
        bottom = top + 20 * len(rows)
        for i, row in enumerate(rows):
            self.line(xs[0], top + 20 * i, xs[-1], top + 20 * i)
            for x, text in zip(xs, row, strict=False):
                self.text(x + 4, top + 14 + 20 * i, text)
        self.line(xs[0], bottom, xs[-1], bottom)
        for n, x in enumerate(xs):
            self.line(x, top + 20 if n in merged else top, x, bottom)

    def box(self, x0: float, top: float, x1: float, bottom: float, grey: float = 0.85) -> None:
        height = self.pages[-1].height
        self.pages[-1].code.append(f"{grey} g {x0:.2f} {height - bottom:.2f} {x1 - x0:.2f} {bottom - top:.2f} re f 0 g")

    def save(self) -> bytes:
        objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
        objects.append("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>")
        kids = []
        for page in self.pages:
            code = "\n".join(page.code)
            kids.append(len(objects) + 1)
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]/Rotate {page.rotate}"
                f"/Resources<</Font<</F1 3 0 R>>>>/Contents {len(objects) + 2} 0 R>>"
            )
            objects.append(f"<</Length {len(code.encode('cp1252', 'replace'))}>>\nstream\n{code}\nendstream")
        objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>"
        return assemble([item.encode("cp1252", "replace") for item in objects])


def assemble(objects: Sequence[bytes]) -> bytes:
    """Objects 1, 2, ... (the first is the catalogue) as a file with its cross-reference table."""
    out = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + end


@dataclass
class Tabel:
    """A ruled table that runs over pages, as a word processor sets it: a row that does not fit is cut between lines."""

    doc: Cetak
    widths: Sequence[float]
    head: Sequence[str]
    left: float = 40.0
    top: float = 40.0
    foot: float = 555.0
    repeat: bool = True
    shaded: bool = False
    #: draw the last line of a page, the first of the next
    closed: bool = True

    def __post_init__(self) -> None:
        self.y = self.top
        self.edges = [self.left]
        for width in self.widths:
            self.edges.append(self.edges[-1] + width)
        self.pitch = LEADING * self.doc.size

    def _lines(self, texts: Sequence[str]) -> list[list[str]]:
        rooms = [width - 2 * PAD for width in self.widths]
        return [[] if t == UP else wrap(t, room, self.doc.size) for t, room in zip(texts, rooms, strict=True)]

    def _strip(self, parts: Sequence[Sequence[str]], merged: Sequence[bool], above: bool = True) -> None:
        """One row, or the part of it on this page; `merged` cells have no line above them."""
        deep = max(1, *(len(part) for part in parts)) * self.pitch + PAD
        for i, part in enumerate(parts):
            x0, x1 = self.edges[i], self.edges[i + 1]
            if above and not merged[i]:
                self.doc.line(x0, self.y, x1, self.y)
            for k, line in enumerate(part):
                self.doc.text(x0 + PAD, self.y + (k + 0.95) * self.pitch, line)
        for x in self.edges:
            self.doc.line(x, self.y, x, self.y + deep)
        self.y += deep

    def _close(self) -> None:
        self.doc.line(self.edges[0], self.y, self.edges[-1], self.y)

    def heading(self) -> None:
        start = self.y
        if self.shaded:
            parts = self._lines(self.head)
            deep = max(len(part) for part in parts) * self.pitch + PAD
            self.doc.box(self.edges[0], start, self.edges[-1], start + deep)
        self._strip(self._lines(self.head), [False] * len(self.head))
        self._close()

    def turn(self) -> None:
        """Go to the next page."""
        if self.closed:
            self._close()
        self.doc.page(self.doc.pages[-1].width, self.doc.pages[-1].height)
        self.y = 40.0
        if self.repeat:
            self.heading()

    def row(self, texts: Sequence[str]) -> None:
        parts = self._lines(texts)
        merged = [text == UP for text in texts]
        fresh = True
        while True:
            fits = int((self.foot - self.y - PAD) / self.pitch)
            if fits < 1:
                self.turn()
                merged = [False] * len(texts)
                continue
            self._strip([part[:fits] for part in parts], merged, above=fresh or self.closed)
            parts = [part[fits:] for part in parts]
            if not any(parts):
                return
            self.turn()
            merged, fresh = [False] * len(texts), False

    def build(self, rows: Sequence[Sequence[str]]) -> None:
        self.heading()
        for row in rows:
            self.row(row)
        self._close()


def decree(pages: int = 1) -> bytes:
    """A PDF with a jabatan and its table of one row on each page."""
    doc = Cetak()
    heads = ["No", "Sasaran", "Indikator", "Target", "Formulasi"]
    for n in range(pages):
        doc.page()
        doc.text(40, 40, "INDIKATOR KINERJA INDIVIDU")
        doc.text(40, 60, f"Jabatan : Pengelola Data {n + 1}")
        Tabel(doc, [30, 200, 200, 100, 200], heads, top=90).build([["1", "Data rapi", "Jumlah data", "3 data", "Data"]])
    return doc.save()
