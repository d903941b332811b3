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
#: Longer side of a sheet of A4 in points, that of a picture of unknown resolution.
_A4 = 842.0


def bound(data: bytes, options: PdfOptions) -> bytes:
    """The pictures of a file as the pages of a PDF. Raises UnusableSource where the file is damaged or beyond the
    limits."""
    import pikepdf

    check_size(data, options)
    pdf = pikepdf.new()
    for count, (picture, dpi) in enumerate(_pictures(data), 1):
        if count > options.max_pages:
            raise UnusableSource(
                f"Berkas gambar ini mempunyai lebih dari {options.max_pages} halaman.",
                "Ambil bagian yang memuat lampiran indikator, atau naikkan batasnya dengan --max-pages.",
            )
        _add_page(pdf, picture, dpi)
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()


def _pictures(data: bytes) -> Iterator[tuple[Any, tuple[float, float] | None]]:
    """Each picture in grey, with the resolution that the file gives it."""
    from PIL import Image, ImageOps, ImageSequence

    try:
        # what is odd is read, or said in our words
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as file,
        ):
            # a telephone's JPEG may hold another, smaller view of the same (MPO)
            for frame in ImageSequence.Iterator(file) if file.format == "TIFF" else (file,):
                width, height = frame.size
                if width * height > _MOST_DOTS:
                    raise _too_large(width, height)
                given = _resolution(frame)
                yield _grey(ImageOps.exif_transpose(frame)), given
    except Image.DecompressionBombError:
        raise _too_large() from None
    except (OSError, SyntaxError, ValueError, ArithmeticError, LookupError, TypeError, EOFError):
        raise UnusableSource(
            "Gambar ini rusak atau terpotong sehingga tidak dapat dibaca seluruhnya.",
            "Salin ulang berkasnya, atau pindai ulang halamannya.",
        ) from None


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
