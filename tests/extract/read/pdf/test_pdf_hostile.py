"""Files that are damaged, locked, or made to cripple a reader: a clear message within bounds, never a hang."""

from __future__ import annotations

import io
import resource
import time
import zlib
from collections.abc import Iterator

import pikepdf
import pytest
from cetak import Cetak, assemble, decree

from extract.door import extract
from extract.errors import UnusableSource
from extract.read.pdf.options import PdfOptions
from schemas.source import Source

SOURCE = Source(file="uji.pdf", slug="uji", sha256="0" * 64, media_type="application/pdf")


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """Each of these answers within seconds and some hundred megabytes."""
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert time.process_time() - started < 20
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 * 1024


def cause(data: bytes, options: PdfOptions | None = None) -> str:
    with pytest.raises(UnusableSource) as raised:
        extract(SOURCE, data, options)
    assert raised.value.remedy
    return raised.value.cause


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def drawing(code: bytes, resources: bytes = b"<<>>", extra: tuple[bytes, ...] = ()) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources %s/Contents 4 0 R>>" % resources
    tree = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return assemble([b"<</Type/Catalog/Pages 2 0 R>>", tree, page, code, *extra])


def test_the_fixture_itself_is_read() -> None:
    assert len(extract(SOURCE, decree(2)).decree.blocks) == 2


def test_locked_with_a_password() -> None:
    with pikepdf.open(io.BytesIO(decree())) as pdf:
        data = saved(pdf, encryption=pikepdf.Encryption(user="rahasia", owner="lain"))
    assert "kata sandi" in cause(data)


def test_an_owners_password_hinders_nobody() -> None:
    with pikepdf.open(io.BytesIO(decree())) as pdf:
        data = saved(pdf, encryption=pikepdf.Encryption(user="", owner="lain"))
    assert len(extract(SOURCE, data).decree.blocks) == 1


def test_cut_at_the_end_is_read_and_reported() -> None:
    result = extract(SOURCE, decree(3)[:-150])
    assert [finding.code for finding in result.findings if finding.severity == "error"] == ["pdf-rusak"]
    assert len(result.decree.blocks) == 3


def test_a_page_that_cannot_be_read_is_reported() -> None:
    with pikepdf.open(io.BytesIO(decree(3))) as pdf:
        pdf.pages[1].obj["/Type"] = pikepdf.Name("/Font")
        result = extract(SOURCE, saved(pdf))
    assert [(one.code, one.values) for one in result.findings] == [("halaman-rusak", {"halaman": "2"})]
    assert len(result.decree.blocks) == 2


def _with_contents(damage: str) -> bytes:
    """Three pages; what the second one is drawn by is damaged."""
    with pikepdf.open(io.BytesIO(decree(3))) as pdf:
        page = pdf.pages[1].obj
        if damage == "no stream":
            page["/Contents"] = 42
        elif damage == "does not unfold":
            page["/Contents"] = pdf.make_stream(b"")
            page["/Contents"].write(b"\x00 damaged, damaged, damaged", filter=pikepdf.Name("/FlateDecode"))
        else:
            page["/Contents"] = pdf.make_stream(b"")
        return saved(pdf)


@pytest.mark.parametrize("damage", ["no stream", "does not unfold"])
def test_a_page_whose_contents_are_damaged_is_named(damage: str) -> None:
    """Readers show it as a blank page."""
    result = extract(SOURCE, _with_contents(damage))
    assert [(one.code, one.values) for one in result.findings] == [("halaman-rusak", {"halaman": "2"})]


def test_a_blank_page_is_no_damage() -> None:
    assert "halaman-rusak" not in [one.code for one in extract(SOURCE, _with_contents("none")).findings]


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7\n" + bytes(range(256)) * 40, decree()[:200]])
def test_hopelessly_damaged(data: bytes) -> None:
    assert "rusak" in cause(data)


def test_pages_that_hold_themselves() -> None:
    tree = b"<</Type/Pages/Count 1000000/Kids[2 0 R 3 0 R]>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"
    assert "halaman" in cause(assemble([b"<</Type/Catalog/Pages 2 0 R>>", tree, page]))


def test_a_huge_page() -> None:
    with pikepdf.open(io.BytesIO(decree())) as pdf:
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 10**9, 10**9])
        data = saved(pdf)
    assert len(extract(SOURCE, data).decree.blocks) == 1


@pytest.mark.parametrize("rounds", [1, 2])
def test_a_stream_that_unfolds_without_end(rounds: int) -> None:
    # 60 MB of drawing in some kilobytes; packed twice, in some hundred bytes
    code = b"0 0 m 1 1 l S\n" * (60_000_000 // 14)
    for _ in range(rounds):
        code = zlib.compress(code, 9)
    filters = b"/FlateDecode" * rounds
    head = b"<</Length %d/Filter[%s]>>\nstream\n" % (len(code), filters.replace(b"/", b" /"))
    assert "mengembang" in cause(drawing(head + code + b"\nendstream"))


@pytest.mark.parametrize("packed", [True, False])
def test_forms_that_draw_forms(packed: bool) -> None:
    # each draws the next ten times, twelve deep: a million million pieces of text
    def form(code: bytes, resources: bytes) -> bytes:
        code, how = (zlib.compress(code), b"/Filter/FlateDecode") if packed else (code, b"")
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources %s%s/Length %d>>" % (
            resources,
            how,
            len(code),
        )
        return head + b"\nstream\n" + code + b"\nendstream"

    forms = [form(b"/X Do " * 10, b"<</XObject<</X %d 0 R>>>>" % (number + 6)) for number in range(12)]
    last = form(b"0 0 m 1 1 l S", b"<<>>")
    code = b"<</Length 5>>\nstream\n/X Do\nendstream"
    assert "mengembang" in cause(drawing(code, b"<</XObject<</X 5 0 R>>>>", (*forms, last)))


def test_ten_thousand_pages() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    for _ in range(9_999):
        pdf.pages.append(page)
    assert "10000 halaman" in cause(saved(pdf))


def test_limits_are_options() -> None:
    assert "batas 1" in cause(decree(2), PdfOptions(max_pages=1))
    assert "batas waktu" in cause(decree(2), PdfOptions(seconds=-1.0))
    assert "batas 0 MB" in cause(decree(), PdfOptions(max_bytes=10))


def test_no_table_says_what_was_found() -> None:
    doc = Cetak()
    doc.page()
    doc.text(40, 40, "Laporan tahunan")
    assert "Tidak ada tabel indikator dalam 1 halaman" in cause(doc.save())


def test_fonts_that_name_no_characters_need_ocr() -> None:
    # Identity-H without ToUnicode: other readers give (cid:12)
    text = b"<</Length 61>>\nstream\nBT /F1 9 Tf 40 700 Td <000C000D000E000F00100011001200130014> Tj ET\nendstream"
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/Aneh/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype"
        b"/CIDFontType2/BaseFont/Aneh/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
    )
    message = cause(drawing(text, b"<</Font<</F1 5 0 R>>>>", (font,)), PdfOptions(ocr="never"))
    assert "lapisan teks" in message


def stream(code: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(code), entries, code)


def _listed(streams: list[bytes], contents: bytes) -> bytes:
    """A page that draws these streams, named in `contents` as objects 5, 6, ..."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<>>/Contents %s>>" % contents
    tree = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return assemble([b"<</Type/Catalog/Pages 2 0 R>>", tree, page, b"null", *map(stream, streams)])


def test_contents_listed_many_times() -> None:
    """One stream below the limit, drawn a thousand times by one page."""
    lines = b"0 0 m 1 1 l S\n" * 20_000
    assert "mengembang" in cause(_listed([lines], b"[%s]" % (b"5 0 R " * 1000)))


def test_contents_of_many_pieces() -> None:
    """Each piece another one, each below the limit: 40 times 2 MB on one page."""
    lines = b"0 0 m 1 1 l S\n" * 150_000
    assert "mengembang" in cause(_listed([lines] * 40, b"[%s]" % b"".join(b"%d 0 R " % (5 + n) for n in range(40))))


@pytest.mark.parametrize("mark", [b"/a BMC\n", b"/P <</MCID 0>> BDC\n"])
def test_marked_content_without_end(mark: bytes) -> None:
    assert "bersarang" in cause(drawing(stream(mark * 50_000 + b"0 0 m 1 1 l S\n" * 1000)))


def test_marked_content_side_by_side_is_no_nest() -> None:
    """Tagged text has thousands of marks, one after another."""
    assert "bersarang" not in cause(drawing(stream(b"/P <</MCID 0>> BDC 0 0 m 1 1 l S EMC\n" * 5_000)))


def test_a_filter_that_ends_before_its_data_does() -> None:
    """What is behind a filter's end is given back for ever by zlib: 700 kB of blanks in less than 2 kB."""
    packed = zlib.compress(b"q Q\n" * 180_000, 9)
    assert "Tidak ada tabel" in cause(drawing(stream(packed, b"/Filter/FlateDecode")))
