"""Odd PDFs: a small decree drawn in odd ways, its file built in odd ways, its bytes changed."""

from __future__ import annotations

import io
import re
import zlib
from random import Random

import pikepdf
from cetak import assemble
from drawn_texts import cell, odd_word
from kasus import EDGES, PITCH, PLAIN, TOP, Lembar, body, decree, head, heading, rules

NUMBERS = ["0", "-1", "-99999", "1e9", "99999999999", "0.0001", "nan", "14400", "1e-30", "--5", "0x10", "2147483648"]
_OPERATORS = [
    "q", "Q", "Q Q Q", "BT", "ET", "0 0 0 0 0 0 cm", "1 0 0 -1 0 595 cm", "0.7 0.7 -0.7 0.7 100 0 cm", "1e6 0 0 1e6 0 0 cm",
    "1 0 0.3 1 0 0 cm", "0 Tz", "-100 Tz", "500 Tc", "-3 Tw", "3 Tr", "7 Tr", "20 Ts", "1 g", "0.9 g", "1 G", "[0] 0 d",
    "[-1 0.001] 5 d", "9999 w", "0 w", "W n", "/X Do", "/Y Do", "/Z Do", "/Self Do", "/OC /Hidden BDC", "EMC", "/Span BMC",
    "/Span<</ActualText(85 %)>>BDC", "/F9 12 Tf", "/F2 9 Tf", "/F3 9 Tf", "/F4 9 Tf", "(kosong) '", "1 2 (x) \"", "<FEFF0031> Tj",
    "[(a) -9999 (b) 9999 (c)] TJ", "/P cs /P1 scn", "/S sh", "BI /W 2 /H 2 /CS /G /BPC 8 ID \x20\x90\x90\x20 EI",
    "BI /W 99999 /H 99999 /BPC 1 /CS /G ID x EI", "0 0 842 595 re f", "0 0 842 595 re S", "1 g 200 300 200 100 re f 0 g",
]  # fmt: skip
#: Fonts beside Courier: other letters, no widths, a map that lies, letters that are drawings.
_FONTS = [
    b"<</Type/Font/Subtype/Type1/BaseFont/Symbol>>",
    b"<</Type/Font/Subtype/TrueType/BaseFont/Arial/FirstChar 32/LastChar 33/Widths[0]/Encoding<</Differences[65/percent"
    b"/fi/g37/uni0041/.notdef]>>>>",
    b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    b"/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>>>]>>",
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[0 0 0 0 0 0]/CharProcs<</a 8 0 R>>/Encoding<</Differences"
    b"[97/a]>>/FirstChar 97/LastChar 97/Widths[-5]>>",
]
_ANNOTATIONS = [
    b"<</Type/Annot/Subtype/FreeText/Rect[300 300 500 330]/Contents(Catatan 85 %)/DA(/Helv 9 Tf)>>",
    b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(12 dokumen)/Rect[0 0 -5 1e9]>>",
    b"<</Type/Annot/Subtype/Widget/FT/Btn/V/Yes/Rect[300 300]>>",
    b"<</Type/Annot/Subtype/Stamp/Rect[100 100 700 500]/AP<</N 8 0 R>>>>",
    b"<</Type/Annot/Subtype/Redact/Rect[100 100 700 500]>>",
    b"null",
]


def _drawn(draw: Random) -> bytes:
    """A decree on one or more pages, with odd operators between."""
    rows = [[text if draw.random() < 0.9 else cell(draw) for text in row] for row in PLAIN]
    page = Lembar()
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        shape = page.pages[-1]
        shape.rotate = draw.choice((0, 0, 0, 90, 180, 270, 45, -90, 720))
        shape.width = draw.choice((842.0, 842.0, 842.0, 595.0, 10.0, 14400.0, 1e7, 0.0, -842.0))
        top = TOP + draw.choice((0, 0, 200, -100, 500))
        head(page)
        rules(page, top, len(rows) + 1, [x + draw.choice((0, 0, 0, 0, 1.5, 40)) for x in EDGES])
        heading(page, top)
        body(page, rows, top + PITCH)
        for _ in range(draw.choice((0, 0, 1, 3, 10))):
            shape.code.insert(draw.randint(0, len(shape.code)), draw.choice(_OPERATORS))
        if draw.random() < 0.2:
            page.text(draw.uniform(-50, 900), draw.uniform(-50, 650), odd_word(draw), size=draw.choice((0.1, 5, 300)))
        page.page()
    if draw.random() < 0.9:
        page.pages.pop()
    return page.save()


def _furnished(draw: Random, data: bytes) -> bytes:
    """The file with more objects: fonts, forms in forms, annotations, layers, shared and missing ones."""
    objects = [part.split(b" obj\n", 1)[1] for part in data.split(b"\nendobj\n")[:-1]]
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 842 595]/Resources 8 0 R"
    code = draw.choice(
        (b"/Self Do", b"q 0.5 0 0 0.5 0 0 cm /X Do Q", b"BT /F1 9 Tf 100 100 Td (bentuk 12) Tj ET", b"Q Q")
    )
    stream = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (form, len(code), code)
    picture = b"<</Type/XObject/Subtype/Image/Width %d/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray/Length 4>>\nstream\nabcd\nendstream"
    while len(objects) < 7:
        objects.append(b"null")
    base = len(objects)
    fonts = b"".join(b"/F%d %s" % (n, draw.choice(_FONTS)) for n in (2, 3, 4))
    names = b"/X %d 0 R/Self %d 0 R/Y %d 0 R/Z 999 0 R" % (base + 1, base + 1, base + 2)
    resources = b"/Font<</F1 3 0 R%s>>/XObject<<%s>>/Properties<</Hidden %d 0 R>>" % (fonts, names, base + 3)
    annots = b"/Annots[%s]" % b" ".join(draw.choice(_ANNOTATIONS) for _ in range(draw.randint(0, 3)))
    objects = [item.replace(b"/Font<</F1 3 0 R>>", resources) if b"/Type/Page/" in item else item for item in objects]
    extra = draw.choice(
        (annots, b"/CropBox[100 100 500 400]", b"/CropBox[5 5 5 5]", b"/UserUnit 75", b"/UserUnit -1", b"")
    )
    objects = [
        item.replace(b"/Type/Page/", b"/Type/Page%s/" % extra) if b"/Type/Page/" in item else item for item in objects
    ]
    objects += [
        stream.replace(b"8 0 R", b"<<%s>>" % resources),
        picture % draw.choice((2, 0, 99999)),
        b"<</Type/OCG/Name(a)>>",
    ]
    objects[0] = objects[0].replace(
        b"/Catalog", b"/Catalog/OCProperties<</OCGs[%d 0 R]/D<</OFF[%d 0 R]>>>>" % (base + 3, base + 3)
    )
    if draw.random() < 0.1:
        objects[1] = objects[1].replace(b"/Kids[", b"/Kids[2 0 R ")
    return assemble(objects)


def _packed(draw: Random, data: bytes) -> bytes:
    """The same file with its objects in streams, or locked."""
    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            locks = pikepdf.Encryption(owner="a", user=draw.choice(("", "", "b")), R=3, aes=False, metadata=True)
            mode = draw.choice((pikepdf.ObjectStreamMode.generate, pikepdf.ObjectStreamMode.disable))
            pdf.save(out, object_stream_mode=mode, encryption=locks if draw.random() < 0.5 else False, static_id=True)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return data
    return out.getvalue()


def _numbered(draw: Random, data: bytes) -> bytes:
    """One number another one, of the drawing or of the file."""
    found = list(re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?").finditer(data))
    chosen = draw.choice(found)
    return data[: chosen.start()] + draw.choice(NUMBERS).encode() + data[chosen.end() :]


def _squeezed(draw: Random, data: bytes) -> bytes:
    """One stream compressed, rightly or not."""

    def squeeze(match: re.Match[bytes]) -> bytes:
        code = zlib.compress(match[2])
        code = code if draw.random() < 0.7 else code[: draw.randint(0, len(code))]
        name = draw.choice((b"/FlateDecode", b"/Fl", b"[/ASCIIHexDecode/FlateDecode]", b"/LZWDecode", b"/Crypt"))
        return b"<</Length %d/Filter%s>>\nstream\n%s\nendstream" % (len(code), name, code)

    return re.sub(rb"<</Length (\d+)>>\nstream\n(.*?)\nendstream", squeeze, data, count=1, flags=re.S)


def changed_bytes(draw: Random, data: bytes, most: int = 6) -> bytes:
    """A file with some of its bytes other ones, left out or doubled."""
    for _ in range(draw.randint(1, most)):
        at = draw.randint(0, max(0, len(data) - 1))
        length = draw.randint(0, 40)
        piece = draw.choice((draw.randbytes(draw.randint(0, 12)), data[at : at + length] * 2, b""))
        data = data[:at] + piece + data[at + length :]
    return data


def a_pdf(draw: Random) -> bytes:
    """A small decree, drawn, built and changed in odd ways."""
    data = _drawn(draw) if draw.random() < 0.8 else decree(PLAIN)
    for change, often in (
        (_furnished, 0.5),
        (_squeezed, 0.2),
        (_packed, 0.15),
        (_numbered, 0.4),
        (changed_bytes, 0.25),
    ):
        if draw.random() < often:
            data = change(draw, data)
    return data if draw.random() < 0.97 else data[: draw.randint(0, len(data))]
