"""Bytes that no reader reads: what they are, and the way out of each.

Told by content, as the media are. A docx never comes here: it is a medium (extract/media.py).
"""

from __future__ import annotations

import codecs
from typing import Final

from extract.errors import UnusableSource

_AS_DOCX = "Buka dengan Word atau LibreOffice, simpan sebagai .docx (atau cetak ke PDF), lalu ulangi."
_SHEET = "Cetak lembarnya ke PDF, atau salin tabelnya ke dokumen Word (.docx), lalu ulangi."
_PICTURE = "Simpan sebagai JPEG, PNG, TIFF, atau PDF, lalu ulangi; gambarnya dibaca dengan OCR."
_PHOTO = (
    "Bagikan atau ekspor fotonya sebagai JPEG (iPhone: Pengaturan > Kamera > Format > Paling Kompatibel), atau jadikan "
    "PDF dengan aplikasi pemindai, lalu ulangi."
)
#: Brands of HEIF files (ISO/IEC 23008-12, 10.2 and annex B.4): with pictures in HEVC, or of any coding.
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
#: Names of an OLE file's streams are UTF-16 ([MS-CFB] 2.6.1).
_LOCKED, _WORKBOOK, _BOOK = (
    "EncryptedPackage".encode("utf-16-le"),
    *(n.encode("utf-16-le") for n in ("Workbook", "Book")),
)
#: How a page of the web begins that applications save as `.doc` or `.xls`.
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<style")
#: Signature (of texts in small letters), what else the bytes hold, cause and remedy; the first that fits is said.
_REFUSED: Final = (
    (
        _OLE, _LOCKED, "Dokumen Office ini terkunci dengan kata sandi.",
        "Buka dengan kata sandinya, simpan tanpa kata sandi, lalu ulangi.",
    ),
    (_OLE, _WORKBOOK, "Berkas ini lembar kerja Excel lama (xls).", _SHEET),
    (_OLE, _BOOK, "Berkas ini lembar kerja Excel lama (xls).", _SHEET),
    (_OLE, b"", "Berkas ini dokumen Office lama (doc).", _AS_DOCX),
    (_ZIP, b"xl/workbook.", "Berkas ini lembar kerja Excel (xlsx).", _SHEET),
    (_ZIP, b"opendocument.spreadsheet", "Berkas ini lembar kerja OpenDocument (ods).", _SHEET),
    (_ZIP, b"opendocument.text", "Berkas ini dokumen OpenDocument (odt).", _AS_DOCX),
    (
        _ZIP, b"", "Berkas ini arsip ZIP atau dokumen kantor selain Word (docx).",
        "Keluarkan dokumen di dalamnya, atau simpan sebagai .docx atau PDF, lalu ulangi.",
    ),
    (b"{\\rtf", b"", "Berkas ini dokumen RTF.", _AS_DOCX),
    *((sign, b"", "Berkas ini halaman web (HTML), apa pun namanya.", _AS_DOCX) for sign in _HTML),
    (b"mime-version:", b"", "Berkas ini arsip halaman web (mht) atau surel.", _AS_DOCX),
    (b"<?xml", b"", "Berkas ini dokumen XML.", _AS_DOCX),
    (b"RIFF", b"WEBP", "Berkas ini gambar WebP.", _PICTURE),
    (b"GIF8", b"", "Berkas ini gambar GIF.", _PICTURE),
    *((b"\0\0\0", b"ftyp" + brand, "Berkas ini gambar HEIC, seperti foto sebuah telepon.", _PHOTO) for brand in _HEIC),
    (b"\0\0\0", b"ftypavif", "Berkas ini gambar AVIF.", _PICTURE),
)  # fmt: skip


def refuse(data: bytes) -> None:
    """Raises UnusableSource for bytes of a kind that is known and that no reader reads."""
    text = data[:1024].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for signature, held, cause, remedy in _REFUSED:
        if (data.startswith(signature) or text.startswith(signature)) and held in data:
            raise UnusableSource(cause, remedy)
