"""Pictures to the PDF that a scanner would have bound them into: one page each, at its size on paper.

So that a file of pictures is read, kept, drawn and limited as a scan is. Input: PNG, JPEG, or TIFF of several pages, in
any colours. Output: the same bytes for the same picture. A picture lies as a camera says (Exif), its transparent parts
are white paper.
"""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from extract.errors import UnusableSource
from extract.read.pdf.guard import check_size

if TYPE_CHECKING:
    from extract.read.pdf.options import PdfOptions

#: Dots of one picture: A3 at 600 dpi has 70 millions. One that unfolds to more is a bomb.
_MOST_DOTS = 100_000_000
#: Resolutions (dots an inch) that a scanner may have had; 72 and 96 are what programs write that know of none.
_DPI = (97.0, 2400.0)
#: What is raised for pictures that are damaged.
_UNREADABLE = (OSError, SyntaxError, ValueError, ArithmeticError, LookupError, TypeError, EOFError)
#: Longer side of a sheet of A4 in points, that of a picture of unknown resolution.
_A4 = 842.0


def bound(data: bytes, options: PdfOptions) -> bytes:
    """The pictures of a file as the pages of a PDF. Raises UnusableSource where the file is damaged or beyond the
    limits."""
    import pikepdf

    check_size(data, options)
    pdf = pikepdf.new()
    readable = False
    for count, found in enumerate(_pictures(data), 1):
        if count > options.max_pages:
            raise UnusableSource(
                f"Berkas gambar ini mempunyai lebih dari {options.max_pages} halaman.",
                "Ambil bagian yang memuat lampiran indikator, atau naikkan batasnya dengan --max-pages.",
            )
        if found is None:
            _add_damaged(pdf)
        else:
            _add_page(pdf, *found)
            readable = True
    if not readable:
        raise _damaged()
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()


def _pictures(data: bytes) -> Iterator[tuple[Any, tuple[float, float] | None] | None]:
    """Each picture in grey, with the resolution that the file gives it; None for one of several that is damaged."""
    from PIL import Image

    try:
        # what is odd is read, or said in our words
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as file,
        ):
            # a telephone's JPEG may hold another, smaller view of the same (MPO)
            for number in range(getattr(file, "n_frames", 1) if file.format == "TIFF" else 1):
                yield _picture(file, number)
    except Image.DecompressionBombError:
        raise _too_large() from None
    except _UNREADABLE:
        raise _damaged() from None


def _picture(file: Any, number: int) -> tuple[Any, tuple[float, float] | None] | None:
    from PIL import ImageOps

    try:
        file.seek(number)
        width, height = file.size
        if width * height > _MOST_DOTS:
            raise _too_large(width, height)
        return _grey(ImageOps.exif_transpose(file)), _resolution(file)
    except _UNREADABLE:
        return None


def _damaged() -> UnusableSource:
    return UnusableSource(
        "Gambar ini rusak atau terpotong sehingga tidak dapat dibaca seluruhnya.",
        "Salin ulang berkasnya, atau pindai ulang halamannya.",
    )


def _too_large(*size: int) -> UnusableSource:
    dots = f" ({size[0]} x {size[1]} titik)" if size else ""
    return UnusableSource(
        f"Gambar ini terlalu besar{dots}; batasnya {_MOST_DOTS // 1_000_000} juta titik.",
        "Simpan gambarnya dengan ukuran lebih kecil, misalnya 300 titik per inci.",
    )


def _resolution(picture: Any) -> tuple[float, float] | None:
    """Dots an inch, across and down, where the file tells what a scanner may have had."""
    try:
        across, down = (float(value) for value in picture.info["dpi"])
    except (LookupError, TypeError, ValueError, ArithmeticError):
        return None
    return (across, down) if all(_DPI[0] <= value <= _DPI[1] for value in (across, down)) else None


def _grey(picture: Any) -> Any:
    """The picture from 0 (ink) to 255 (paper)."""
    from PIL import Image

    if picture.mode.startswith(("I", "F")):
        # 16 bits or more a dot: what is brightest is paper
        deep = np.asarray(picture, dtype=np.float32)
        return Image.fromarray((deep * (255 / max(float(deep.max()), 1.0))).clip(0, 255).astype(np.uint8))
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        picture = Image.alpha_composite(paper, clear)
    return picture.convert("L")


def _add_page(pdf: Any, picture: Any, dpi: tuple[float, float] | None) -> None:
    import pikepdf

    width, height = picture.size
    guessed = max(width, height) * 72 / _A4
    across, down = dpi or (guessed, guessed)
    size = (round(width * 72 / across, 2), round(height * 72 / down, 2))
    name = pikepdf.Name
    image = pikepdf.Stream(pdf, zlib.compress(picture.tobytes(), 3))
    image.stream_dict = pikepdf.Dictionary(
        Type=name.XObject, Subtype=name.Image, Width=width, Height=height, BitsPerComponent=8,
        ColorSpace=name.DeviceGray, Filter=name.FlateDecode,
    )  # fmt: skip
    page = pdf.add_blank_page(page_size=size)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
    page.Contents = pikepdf.Stream(pdf, f"q {size[0]:.2f} 0 0 {size[1]:.2f} 0 0 cm /Im Do Q".encode())


def _add_damaged(pdf: Any) -> None:
    """A page whose instructions can't be read, as those of a damaged page in a PDF: it is said where those are."""
    import pikepdf

    page = pdf.add_blank_page(page_size=(595, _A4))
    page.Contents = pikepdf.Stream(pdf, b"gambar rusak, tidak terbaca", Filter=pikepdf.Name.FlateDecode)
