"""Small decrees whose letters are the trouble: unseen, raised, struck out, mistyped, pictured, spaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kasus import (
    EDGES,
    HEADS,
    HOLDER,
    LEFT,
    LETTER,
    PITCH,
    PLAIN,
    TOP,
    Kasus,
    Lembar,
    Rows,
    changed,
    decree,
    only,
    with_note,
    with_objects,
)  # fmt: skip


def of_letters() -> Iterator[Kasus]:
    """All of them."""
    yield Kasus("tanpa gangguan", decree(PLAIN), PLAIN)
    for kind in (_unseen, _notes, _struck, _typed, _vanished, _spaced, _texts):
        yield from kind()


def _beside(page: Lembar, operators: str, text: str, x: float, base: float) -> None:
    page.raw(f"q {operators}")
    page.text(x, base, text)
    page.raw("Q")


def _unseen() -> Iterator[Kasus]:
    """What is in the file and not on the page, beside what is."""
    x, base = EDGES[3] + 4 + 6 * LETTER, TOP + PITCH + 15
    for name, operators in {
        "tak digambar": "3 Tr", "putih": "1 g", "hampir putih": "0.985 g", "putih rgb": "1 1 1 rg",
        "putih cmyk": "0 0 0 0 k", "digunting": "0 0 1 1 re W n",
    }.items():  # fmt: skip
        data = decree(PLAIN, then=lambda page, op=operators: _beside(page, op, "77", x, base))
        yield Kasus(f"tak tampak: {name}", data, PLAIN, absent=("77",))

    def covered(page: Lembar) -> None:
        page.text(x, base, "77")
        page.raw(f"1 g {x - 1} {page.up(base + 3)} 20 11 re f 0 g")

    yield Kasus("tak tampak: tertutup kotak putih", decree(PLAIN, then=covered), PLAIN, absent=("77",))

    def shaded(page: Lembar, r: int, c: int, at: float, down: float, text: str) -> None:
        if (r, c) == (0, 3):
            page.raw(f"0.3 g {at - 2} {page.up(down + 4)} 80 16 re f 1 g")
            page.text(at, down, text)
            page.raw("0.3 g")
            page.text(at + 40, down, "77")
            page.raw("0 g")
        else:
            page.text(at, down, text)

    yield Kasus("putih di atas gelap, dan gelap di atas gelap", decree(PLAIN, shaded), PLAIN, absent=("77",))
    yield Kasus("di luar halaman", decree(PLAIN, then=lambda page: page.text(-200, base, "77")), PLAIN, absent=("77",))
    yield Kasus("sekecil titik", decree(PLAIN, then=lambda page: page.text(x, base, "77", size=0.2)), PLAIN,
                absent=("77",), told="teks-tak-tampak")  # fmt: skip

    def watermark(page: Lembar) -> None:
        page.raw("q 0.82 g")
        page.text(0, 0, "DRAF", size=70, matrix="0.7 0.7 -0.7 0.7 250 150")
        page.raw("Q")

    yield Kasus("tanda air miring", decree(PLAIN, then=watermark), PLAIN)

    def layered(page: Lembar, r: int, c: int, at: float, down: float, text: str) -> None:
        page.text(at, down, text)
        _beside(page, "3 Tr", text.replace("85", "86").replace("aktif", "aktlf"), at + 1, down + 1)

    yield Kasus("lapisan OCR buruk di atas teks yang baik", decree(PLAIN, layered), PLAIN)

    def stamp(page: Lembar) -> None:
        page.raw(f"q 0.8 0 0 rg 0.8 0 0 RG {x - 3} {page.up(base + 1)} 64 13 re S")
        page.text(x - 28, base - 4, "DIPERIKSA", size=10)
        page.raw("Q")

    yield Kasus("cap kecil di atas target", decree(PLAIN, then=stamp), PLAIN, told="teks-meluap")

    for name, aside, grey in (("tebal dengan mencetak dua kali", 0.4, 0.0), ("bayangan di bawah huruf", 1.0, 0.7)):

        def twice(
            page: Lembar, r: int, c: int, at: float, down: float, text: str, ink: float = grey, by: float = aside
        ) -> None:
            page.raw(f"{ink} g")
            page.text(at + by, down + (by if ink else 0), text)
            page.raw("0 g")
            page.text(at, down, text)

        yield Kasus(name, decree(PLAIN, twice), PLAIN)


def _notes() -> Iterator[Kasus]:
    """Marks of notes behind a number: never a digit of it."""
    for name, mark, size, rise in (
        ("1 kecil", "1", 5.5, 3.5), ("1 besar", "1", 7.0, 3.0), ("2 rendah", "2", 6.0, 2.0), ("12", "12", 5.5, 3.5),
        ("1)", "1)", 5.5, 3.5), ("a)", "a)", 5.5, 3.5),
    ):  # fmt: skip

        def raised(
            page: Lembar, x: float, base: float, text: str, mark: str = mark, size: float = size, rise: float = rise
        ) -> None:
            page.text(x, base, text)
            page.text(x + len(text) * LETTER, base - rise, mark, size=size)

        for text in ("85", "1.250"):
            printed = text + mark.translate(str.maketrans("0123456789()a", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵃ"))
            yield Kasus(f"tanda catatan {name} pada {text}", decree(changed(r0c3=text), only(0, 3, raised)),
                        changed(r0c3=printed))  # fmt: skip
    for text in ("85 %*", "85 %*)", "85 %¹", "85² %"):
        yield Kasus(f"tanda catatan tercetak {text}", decree(changed(r0c3=text)), changed(r0c3=text))


def _struck() -> Iterator[Kasus]:
    """A number struck out, another one beside it."""
    for name, width, count in (("satu garis", 0.6, 1), ("garis tebal", 1.4, 1), ("dua garis", 0.5, 2)):

        def draw(page: Lembar, x: float, base: float, text: str, width: float = width, count: int = count) -> None:
            page.text(x, base, "75 %")
            page.text(x + 6 * LETTER, base, text)
            for k in range(count):
                y = page.up(base - 2.2 - 1.2 * k)
                page.raw(f"{width} w {x} {y} m {x + 4 * LETTER} {y} l S")

        yield Kasus(f"dicoret dengan {name}", decree(PLAIN, only(0, 3, draw)), PLAIN, absent=("75",))

    def boxed(page: Lembar, x: float, base: float, text: str) -> None:
        page.text(x, base, "75 %")
        page.text(x + 6 * LETTER, base, text)
        page.raw(f"{x} {page.up(base - 2)} {4 * LETTER} 0.7 re f")

    yield Kasus("dicoret dengan kotak tipis", decree(PLAIN, only(0, 3, boxed)), PLAIN, absent=("75",))

    def slanting(page: Lembar, x: float, base: float, text: str) -> None:
        page.text(x, base, "75 %")
        page.text(x + 6 * LETTER, base, text)
        page.raw(f"0.7 w {x - 1} {page.up(base + 1.5)} m {x + 4 * LETTER + 1} {page.up(base - 7.5)} l S")

    yield Kasus("dicoret dengan garis miring", decree(PLAIN, only(0, 3, slanting)), PLAIN, absent=("75",))
    yield from _notes_on_the_page()

    def under(page: Lembar, x: float, base: float, text: str) -> None:
        page.text(x, base, text)
        page.raw(f"0.5 w {x} {page.up(base + 1.5)} m {x + 4 * LETTER} {page.up(base + 1.5)} l S")

    yield Kasus("digarisbawahi", decree(PLAIN, only(0, 3, under)), PLAIN)


def _notes_on_the_page() -> Iterator[Kasus]:
    """Annotations that bring no appearance: every reader draws them."""
    x, y = EDGES[3] + 4, 595 - (TOP + PITCH + 15)
    right, low, high = x + 4 * LETTER, y - 2, y + 8
    quad = f"/QuadPoints[{x} {high} {right} {high} {x} {low} {right} {low}]/Rect[{x} {low} {right} {high}]/F 4"

    def both(page: Lembar, x: float, base: float, text: str) -> None:
        page.text(x, base, "75 %")
        page.text(x + 6 * LETTER, base, text)

    struck = f"/StrikeOut{quad}"
    yield Kasus("anotasi coret", with_note(decree(PLAIN, only(0, 3, both)), struck), PLAIN, absent=("75",))
    for kind in ("Underline", "Highlight"):
        yield Kasus(f"anotasi {kind}", with_note(decree(PLAIN), f"/{kind}{quad}"), PLAIN)
    typed = f"/FreeText/Contents(85 %)/DA(/Helv 9 Tf)/Rect[{x} {low} {x + 60} {high + 2}]/F 4"
    yield Kasus("anotasi teks", with_note(decree(changed(r0c3="")), typed), PLAIN)
    hidden = typed.replace("/F 4", "/F 2")
    yield Kasus(
        "anotasi teks tersembunyi", with_note(decree(PLAIN), hidden.replace("85 %", "77 %")), PLAIN, absent=("77",)
    )


def _typed() -> Iterator[Kasus]:
    """Letters in the place of digits, and other slips in targets: the print stays, the value is doubted."""
    for text in (
        "1OO %",
        "l2 dokumen",
        "I0 orang",
        "8S %",
        "12 dokurnen",
        "1,250.50.1",
        "100 125 dokumen",
        "85 persen %",
    ):
        yield Kasus(f"salah ketik {text}", decree(changed(r1c3=text)), changed(r1c3=text))


def _picture(page: Lembar, x: float, top: float, width: float, height: float) -> None:
    """A picture (of 2 by 2 pixels) over a part of the page."""
    page.raw(f"q {width} 0 0 {height} {x} {page.up(top + height)} cm BI /W 2 /H 2 /CS /G /BPC 8 ID ")
    page.raw("\x20\x90\x90\x20 EI Q")


def _vanished() -> Iterator[Kasus]:
    """Print that is no text, or stands elsewhere in the file."""
    row = TOP + 2 * PITCH
    blank = changed(r1c3="")
    yield Kasus("target sebagai gambar", decree(blank, then=lambda page: _picture(page, EDGES[3] + 4, row + 5, 60, 14)),
                changed(), told="cetakan-bergambar")  # fmt: skip
    empty = [row for row in PLAIN if row[0] != "2"]
    empty.insert(1, [""] * 6)
    data = decree(empty, then=lambda page: _picture(page, LEFT + 2, row + 2, 740, 20))
    yield Kasus("baris sebagai gambar", data, PLAIN, told="cetakan-bergambar")

    def curves(page: Lembar) -> None:
        for n in range(6):
            x, y = EDGES[3] + 6 + 7 * n, page.up(row + 18)
            arcs = " ".join(f"{x + k % 3} {y + k} {x + 4} {y + k / 2} {x + k % 4} {y + 8 - k % 5} c" for k in range(24))
            page.raw(f"{x} {y} m {arcs} f")

    yield Kasus("target sebagai kurva", decree(blank, then=curves), PLAIN, told="cetakan-bergambar")
    data = decree(PLAIN)
    names = "/Names<</EmbeddedFiles<</Names[(lampiran.pdf) 6 0 R]>>>>"
    spec = b"<</Type/Filespec/F(lampiran.pdf)/UF(lampiran.pdf)/EF<</F 7 0 R>>>>"
    held = b"<</Type/EmbeddedFile/Length 4>>\nstream\nteks\nendstream"
    yield Kasus("berkas tersemat", with_objects(data, names, spec, held), PLAIN, told="berkas-tersemat")


def _spaced() -> Iterator[Kasus]:
    """White between letters and words, wherever it comes from."""
    for tracking in (0.5, 1.0, 2.0):

        def tracked(page: Lembar, x: float, base: float, text: str, tracking: float = tracking) -> None:
            page.raw(f"q {tracking} Tc")
            page.text(x, base, text)
            page.raw("Q")

        yield Kasus(f"renggang {tracking}", decree(PLAIN, only(1, 4, tracked)), PLAIN)
    for tracking in (2.0, 3.0, 4.0):

        def targets(page: Lembar, r: int, c: int, x: float, base: float, text: str, tracking: float = tracking) -> None:
            page.raw(f"q {tracking if c == 3 else 0} Tc")
            page.text(x, base, text, size=7)
            page.raw("Q")

        yield Kasus(f"target renggang {tracking}", decree(PLAIN, targets), PLAIN)
    for gap in (1.0, 1.3, 1.7, 2.5):

        def word_by_word(page: Lembar, r: int, c: int, x: float, base: float, text: str, gap: float = gap) -> None:
            for word in text.split():
                page.text(x, base, word)
                x += len(word) * LETTER + gap

        yield Kasus(f"kata demi kata, jarak {gap}", decree(PLAIN, word_by_word), PLAIN)

    def letters(page: Lembar, r: int, c: int, x: float, base: float, text: str) -> None:
        for k, letter in enumerate(text):
            if letter != " ":
                page.text(x + k * LETTER, base, letter)

    yield Kasus("huruf demi huruf", decree(PLAIN, letters), PLAIN)

    def backwards(page: Lembar, r: int, c: int, x: float, base: float, text: str) -> None:
        words, at = text.split(), [0]
        for word in words:
            at.append(at[-1] + len(word) + 1)
        for k in reversed(range(len(words))):
            page.text(x + at[k] * LETTER, base, words[k])

    yield Kasus("kata dari belakang", decree(PLAIN, backwards), PLAIN)
    for name, text, meant in (
        ("spasi tak putus", "12\xa0dokumen", "12 dokumen"), ("tanda hubung lunak", "12 doku\xadmen", "12 doku-men"),
        ("spasi ganda", "12   dokumen", "12 dokumen"),
    ):  # fmt: skip
        yield Kasus(name, decree(changed(r1c3=text)), changed(r1c3=meant))
    yield Kasus("tab", decree(changed(r1c3="12\tdokumen")), PLAIN)
    yield Kasus("huruf diketik renggang", decree(changed(r1c2="J u m l a h  daftar arsip")),
                changed(r1c2="Jumlah daftar arsip"))  # fmt: skip


def _text(rows: Rows, change: Callable[[str], str] = lambda text: text) -> bytes:
    """The decree as text in columns."""
    widths = [6, 30, 32, 16, 28, 14]
    lines = ["INDIKATOR KINERJA INDIVIDU", f"Jabatan    : {HOLDER}", "Tugas      : Melaksanakan urusan kearsipan",
             "Fungsi     :", "    1. Penyusunan rencana arsip;", "    2. Pelaporan kegiatan arsip.", ""]  # fmt: skip
    for row in ([*HEADS], *rows):
        lines.append("".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())
    return change("\n".join(lines) + "\n").encode()


def _texts() -> Iterator[Kasus]:
    """Signs in texts that nobody sees, or that look like others."""
    yield Kasus("teks", _text(PLAIN), PLAIN, suffix="txt")
    yield Kasus("teks dengan BOM", b"\xef\xbb\xbf" + _text(PLAIN), PLAIN, suffix="txt")
    yield Kasus("teks dengan CRLF", _text(PLAIN, lambda text: text.replace("\n", "\r\n")), PLAIN, suffix="txt")
    printed = changed(r0c3="≥ 85 %")
    yield Kasus("teks tersandi dua kali", _text(printed).decode("latin-1").encode(), printed, suffix="txt")
    for name, foot in {
        "penanda tangan saja": "\n".join(
            " " * 40 + line for line in ("Kepala Dinas,", "", "NAMA ORANG", "NIP 19700101")
        ),
        "kaki peramban": f"https://jdih.paserkab.go.id/keputusan/12{'':40}hal 1",
    }.items():
        yield Kasus(f"teks dengan {name}", _text(PLAIN) + f"\n{foot}\n".encode(), PLAIN, suffix="txt",
                    absent=("ORANG", "jdih"))  # fmt: skip
    bars = "\n".join("|".join(("", *(f" {cell} " for cell in row), "")) for row in ([*HEADS], *PLAIN))
    above = _text([]).decode().rsplit("\n", 2)[0]
    yield Kasus("teks dengan garis tegak saja", f"{above}\n{bars}\n".encode(), PLAIN, suffix="txt")
    for name, sign in (("lebar nol", "\u200b"), ("penggabung", "\u2060")):
        yield Kasus(f"teks dengan {name}", _text(changed(r1c3=f"12 doku{sign}men")), changed(r1c3="12 dokumen"),
                    suffix="txt")  # fmt: skip
    printed = changed(r1c3="12 doku\xadmen")  # at the end of a line it is printed
    yield Kasus("teks dengan tanda hubung lunak", _text(printed), printed, suffix="txt")
    for name, text in (
        ("angka lebar penuh", "８５ %"), ("superskrip", "85¹ %"), ("persen kecil", "85 ﹪"), ("persen arab", "85 ٪"),
        ("o sirilik", "12 dоkumen"), ("pecahan", "½ dokumen"), ("angka romawi", "Ⅲ dokumen"),
    ):  # fmt: skip
        yield Kasus(f"teks: {name}", _text(changed(r0c3=text)), changed(r0c3=text), suffix="txt")
