"""Small decrees with print that something lies over, and with lines that are none of the table's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import cos as cosine
from math import radians
from math import sin as sine
from operator import methodcaller

from kasus import (
    EDGES,
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
    only,
    rules,
    with_note,
)

#: The place of an older target beside the one that is read.
X, BASE = EDGES[3] + 4 + 6 * LETTER, TOP + PITCH + 15


def of_covers() -> Iterator[Kasus]:
    """All of them."""
    for kind in (_covered, _framed, _below, _pictured, _noted, _underlined, _unseen_rules, _leaning, _stood_in):
        yield from kind()


def _over(code: str) -> bytes:
    """The decree with an older target, and what is drawn over it."""

    def draw(page: Lembar) -> None:
        page.text(X, BASE, "77")
        low = page.up(BASE + 3)
        page.raw(f"q {code.format(x=X - 1, right=X + 19, low=low, high=low + 11, middle=low + 5.5)} Q")

    return decree(PLAIN, then=draw)


def _covered() -> Iterator[Kasus]:
    """Boxes of any form in the colour of the paper."""
    for name, code in {
        "garis tebal": "12 w 1 G {x} {middle} m {right} {middle} l S",
        "kotak tumpul": "1 g {x} {low} m {right} {low} l {right} {middle} {right} {high} {x} {high} c h f",
        "dua segitiga": (
            "1 g {x} {low} m {right} {low} l {right} {high} l h {x} {low} m {x} {high} l {right} {high} l h f"
        ),
        "dua kotak": "1 g {x} {low} 10 11 re 300 5 10 5 re f {x} {low} 20 11 re 300 15 10 5 re f",
        "kotak dalam bingkai": "1 g 0 G {x} {low} 20 11 re B",
    }.items():
        yield Kasus(f"tertutup {name}", _over(code), PLAIN, absent=("77",))


def _framed() -> Iterator[Kasus]:
    """Frames filled after the text: what stands in their holes is seen."""
    for name, code in {
        "berselang": "20 20 800 560 re 22 22 796 556 re f*",
        "berlawanan": "20 20 m 820 20 l 820 580 l 20 580 l h 22 22 m 22 578 l 818 578 l 818 22 l h f",
    }.items():
        yield Kasus(f"bingkai {name}", decree(PLAIN, then=methodcaller("raw", f"q 0 g {code} Q")), PLAIN)


def _picture(pixels: str, more: str = "") -> str:
    return f"20 0 0 11 {{x}} {{low}} cm BI /W 2 /H 2 {more or '/CS /G /BPC 8'} ID {pixels} EI"


def _pictured() -> Iterator[Kasus]:
    """Pictures over print: blank ones hide it, those with holes show it, and what others print is unread."""
    yield Kasus("tertutup gambar putih", _over(_picture("\xff\xff\xff\xff")), PLAIN, absent=("77",))
    yield Kasus("tertutup gambar kelabu", _over(_picture("\xe0\xe0\xe0\xe0")), PLAIN, absent=("77",))
    printed = changed(r0c3="85 % 77")
    yield Kasus("gambar berlubang di atas teks", _over(_picture("\x80\xc0", "/IM true /BPC 1")), printed)
    yield Kasus("gambar bergambar di atas teks", _over(_picture("\x20\xa0\xa0\x20")), PLAIN, told="cetakan-bergambar")

    def row(page: Lembar) -> None:
        for edge, text in zip(
            EDGES, ("4", "Terkirimnya surat", "Jumlah surat", "9 surat", "Surat", "Arsip"), strict=False
        ):
            page.text(edge + 4, TOP + 4 * PITCH + 15, text)
        rules(page, TOP + 4 * PITCH, 1)
        low = page.up(TOP + 5 * PITCH + 2)
        page.raw(f"q 760 0 0 {PITCH + 1} {EDGES[0] - 2} {low} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q")

    yield Kasus("baris tertutup gambar putih", decree(PLAIN, then=row), PLAIN, absent=("surat",))


def _below() -> Iterator[Kasus]:
    """An unseen text below another one that shares letters with it, each on one place."""
    for name, operators in (("tak digambar", "3 Tr"), ("putih", "1 g")):

        def both(page: Lembar, x: float, base: float, text: str, operators: str = operators) -> None:
            page.raw(f"q {operators}")
            page.text(x, base, "51 %")
            page.raw("Q")
            page.text(x, base, text)

        yield Kasus(f"{name} di bawah huruf yang sama", decree(PLAIN, only(0, 3, both)), PLAIN, absent=("51",))


def _noted() -> Iterator[Kasus]:
    """Annotations with an inside of their own."""

    def both(page: Lembar, x: float, base: float, text: str) -> None:
        page.text(x, base, text)
        page.text(X, base, "77")

    low = 595 - BASE - 3
    box = f"/Rect[{X - 1} {low} {X + 19} {low + 11}]/C[1 1 1]/IC[1 1 1]/BS<</W 1>>/F 4"
    for kind in ("Square", "Redact"):
        yield Kasus(f"anotasi {kind} putih", with_note(decree(PLAIN, only(0, 3, both)), f"/{kind}{box}"),
                    PLAIN if kind == "Square" else changed(r0c3="85 % 77"),
                    absent=("77",) if kind == "Square" else ())  # fmt: skip


def _underlined() -> Iterator[Kasus]:
    """Lines below words, as wide as their cells."""
    long = changed(
        r0c2="Persentase unit kerja yang tertib arsip", r1c4="Daftar arsip aktif dan arsip yang sudah disusutkan"
    )

    def lines(page: Lembar, top: float = TOP) -> None:
        rules(page, top, 4, pitch=2 * PITCH)

    def cell(page: Lembar, r: int, c: int, columns: tuple[int, ...], inset: float, width: float) -> None:
        text, left, right = long[r][c], EDGES[c], EDGES[c + 1]
        count = int((right - left - 8) / LETTER)
        words, printed = text.split(), [""]
        for word in words:
            if len(printed[-1]) + len(word) + 1 > count:
                printed.append("")
            printed[-1] = f"{printed[-1]} {word}".strip()
        for k, line in enumerate(printed):
            base = TOP + 2 * PITCH * (r + 1) + 14 + 12 * k
            page.text(left + 4, base, line)
            if c in columns:
                page.raw(f"{width} w {left + inset} {page.up(base + 1.8)} m {right - inset} {page.up(base + 1.8)} l S")

    for name, columns, inset, width in (
        ("satu kolom", (2,), 0.0, 0.5), ("dua kolom", (2, 4), 0.0, 0.7), ("hampir selebar sel", (2, 4), 2.0, 0.5),
        ("kolom bersebelahan", (1, 2, 3), 0.0, 0.5), ("tebal", (4,), 0.5, 1.2),
    ):  # fmt: skip

        def draw(
            page: Lembar,
            r: int,
            c: int,
            x: float,
            base: float,
            text: str,
            how: tuple[tuple[int, ...], float, float] = (columns, inset, width),
        ) -> None:
            cell(page, r, c, *how)

        yield Kasus(f"garis bawah selebar sel: {name}", decree(long, draw, lines=lines), long)


def _unseen_rules() -> Iterator[Kasus]:
    """White lines are none on white paper, and are on shaded cells."""

    def white(page: Lembar) -> None:
        rules(page, TOP, 4)
        across, down = page.up(TOP + PITCH + 8), EDGES[2] + 60
        page.raw(f"q 1 G 1 g 0.8 w {EDGES[0]} {across} m {EDGES[-1]} {across} l S")
        page.raw(f"{down} {page.up(TOP + 4 * PITCH)} 0.9 {4 * PITCH} re f Q")

    yield Kasus("garis putih di atas putih", decree(PLAIN, lines=white), PLAIN)

    def shaded(page: Lembar) -> None:
        page.raw(f"q 0.8 g {EDGES[0]} {page.up(TOP + 4 * PITCH)} {EDGES[-1] - EDGES[0]} {4 * PITCH} re f 0 g 1 G")
        rules(page, TOP, 4)
        page.raw("Q")

    yield Kasus("garis putih di atas kelabu", decree(PLAIN, lines=shaded), PLAIN)


def _leaning() -> Iterator[Kasus]:
    """All that a page prints leans by a little, and what annotations without an appearance do with it."""
    for degrees in (-2.0, -0.4, 0.9, 3.0):
        yield Kasus(f"halaman miring {degrees} derajat", _leaning_page(PLAIN, degrees).save(), PLAIN)
    for degrees in (-1.5, 2.0):
        page = _leaning_page(PLAIN, degrees)
        # an older target beside the one that is read, its own corners in the quadrilateral
        page.text(X, BASE, "77")
        low, right = page.up(BASE + 2), X + 2 * LETTER
        points = ((X, low + 10), (right, low + 10), (X, low), (right, low))
        quad = " ".join(f"{x} {y}" for x, y in (_leant(degrees, *point) for point in points))
        note = f"/StrikeOut/QuadPoints[{quad}]/Rect[{X} {low} {right} {low + 10}]/F 4"
        yield Kasus(f"anotasi coret, miring {degrees} derajat", with_note(page.save(), note), PLAIN, absent=("77",))
        x, low = _leant(degrees, EDGES[3] + 4, page.up(BASE + 2))
        typed = f"/FreeText/Contents(85 %)/DA(/Helv 9 Tf)/Rect[{x} {low} {x + 60} {low + 12}]/F 4"
        empty = _leaning_page(changed(r0c3=""), degrees).save()
        yield Kasus(f"anotasi teks, miring {degrees} derajat", with_note(empty, typed), PLAIN)


def _leaning_page(rows: Rows, degrees: float) -> Lembar:
    page = Lembar()
    cos, sin = cosine(radians(degrees)), sine(radians(degrees))
    x, y = _leant(degrees, 0, 0)
    page.raw(f"{cos} {sin} {-sin} {cos} {x} {y} cm")
    head(page)
    rules(page, TOP, 4)
    heading(page, TOP)
    body(page, rows, TOP + PITCH)
    return page


def _leant(degrees: float, x: float, y: float) -> tuple[float, float]:
    """A point (from the page's foot) of the page where it leans."""
    cos, sin = cosine(radians(degrees)), sine(radians(degrees))
    return 421 + cos * (x - 421) - sin * (y - 297), 297 + sin * (x - 421) + cos * (y - 297)


def _stood_in() -> Iterator[Kasus]:
    """Texts that stand for the letters that are drawn."""

    def said(page: Lembar, x: float, base: float, text: str, instead: str) -> None:
        page.raw(f"/Span <</ActualText ({instead})>> BDC")
        page.text(x, base, text)
        page.raw("EMC")

    for instead in ("77 %", "7 dokumen"):
        yield Kasus(f"teks pengganti {instead}", decree(PLAIN, only(0, 3, partial(said, instead=instead))), PLAIN,
                    absent=(instead,))  # fmt: skip
    for instead in ("85 %", "85%", ""):
        yield Kasus(
            f"teks pengganti yang sama: {instead}", decree(PLAIN, only(0, 3, partial(said, instead=instead))), PLAIN
        )

    def signed(page: Lembar, x: float, base: float, text: str) -> None:
        # the sign's own font tells no letter; its stand-in is written as most writers do
        page.raw("/Span <</ActualText <FEFF2265>>> BDC")
        page.text(x, base, "!")
        page.raw("EMC")
        page.text(x + 2 * LETTER, base, text)

    yield Kasus("teks pengganti tanda", decree(PLAIN, only(0, 3, signed)), changed(r0c3="≥ 85 %"))
