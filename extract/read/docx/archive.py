"""The bytes of a docx to its parts as XML trees, whatever the file is like.

A docx is a ZIP archive of XML files (ECMA-376, part 2). Guarantees: no more is unfolded than the limits say, no entity
is resolved and nothing outside the file is opened; nothing raises but UnusableSource.
"""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from extract.errors import UnusableSource
from extract.read.docx.names import ALTERNATIVE, R, W

_MB = 1024 * 1024
#: No part that is read may unfold to more. A decree of a thousand pages has some 60 MB of document.xml.
MAX_PART = 160 * _MB
#: XML of the most uniform tables folds to a hundredth; a bomb to a thousandth. Small parts may fold as they like.
MAX_RATIO = 400
_SMALL = 8 * _MB
#: Web pages that a file puts in unfold to so many elements of Word at most; a table of 3000 rows has some 100 000.
_MOST_ELEMENTS = 300_000
#: ISO 29500 Strict has other names for the same things.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_DOCUMENT = "word/document.xml"
#: The parts beside the document that are read, by the last step of their relationship's type: their usual name.
_BESIDE = ("styles", "numbering", "footnotes", "endnotes")
_BROKEN = UnusableSource(
    "Dokumen Word ini rusak atau terpotong sehingga tidak dapat dibuka.",
    "Unduh atau salin ulang berkasnya; atau buka dengan Word atau LibreOffice (yang memperbaikinya) lalu simpan ulang "
    "sebagai .docx.",
)


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts of a docx that hold text or tell how it is numbered; None for those that it has not. `headers` are what
    pages print at their top and `footers` at their foot, by the ids with which sections name them."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None
    headers: Mapping[str, etree._Element] = field(default_factory=dict)
    footers: Mapping[str, etree._Element] = field(default_factory=dict)


def word_parts(data: bytes) -> WordParts:
    """The parts of a docx; raises UnusableSource for a file that is broken, locked, or unfolds beyond the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _related(archive, "").get("officeDocument", _DOCUMENT)
            names = {**{name: f"word/{name}.xml" for name in _BESIDE}, **_related(archive, main)}
            document = _part(archive, main)
            if document is not None:
                _put_in_pages(archive, main, document)
            rest = {name: _part(archive, names[name]) for name in _BESIDE}
            headers, footers = (_edges(archive, main, kind) for kind in ("header", "footer"))
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, NotImplementedError, OSError, ValueError):
        raise _BROKEN from None
    if document is None:
        raise _BROKEN
    return WordParts(document, **rest, headers=headers, footers=footers)


class _Relationship(NamedTuple):
    """What a part rests on: the id by which it names it, the last step of its type, and where it is."""

    id: str
    kind: str
    target: str


def _put_in_pages(archive: zipfile.ZipFile, main: str, document: etree._Element) -> None:
    """Puts the paragraphs and tables of web pages in place of the marks that stand for these. Each part is read once;
    all pages together unfold to no more than the limits say."""
    from extract.read.docx.web_pages import TooManyElements, blocks_of_page

    chunks = {one.id: one.target for one in _listed(archive, main) if one.kind == "aFChunk"}
    read: dict[str, list[etree._Element]] = {}
    left, size = _MOST_ELEMENTS, 0
    for mark in list(document.iter(W + ALTERNATIVE)) if chunks else []:
        name, above = chunks.get(mark.get(R + "id", ""), ""), mark.getparent()
        try:
            if name not in read:
                data = _bytes(archive, name) or b""
                size += len(data)
                read[name] = [] if size > MAX_PART else blocks_of_page(data, left)
        except TooManyElements:
            raise _too_many() from None
        left -= sum(1 for block in read[name] for _ in block.iter())
        if left < 0 or size > MAX_PART:
            raise _too_many()
        if read[name] and above is not None:
            at = above.index(mark)
            above[at : at + 1] = copy.deepcopy(read[name])


def _edges(archive: zipfile.ZipFile, main: str, kind: str) -> dict[str, etree._Element]:
    listed = [one for one in _listed(archive, main) if one.kind == kind]
    return {one.id: part for one in listed if (part := _part(archive, one.target)) is not None}


def _related(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """The parts that a part (the file itself: no name) rests on, by the last step of their relationship's type. Some
    programs number their names: `word/document2.xml`, `word/styles2.xml`."""
    found: dict[str, str] = {}
    for one in _listed(archive, name):
        found.setdefault(one.kind, one.target)
    return found


def _listed(archive: zipfile.ZipFile, name: str) -> list[_Relationship]:
    folder, own = posixpath.split(name)
    listed = _part(archive, posixpath.join(folder, "_rels", f"{own}.rels"))
    found: list[_Relationship] = []
    for one in () if listed is None else listed:
        if isinstance(one.tag, str) and one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            kind = one.get("Type", "").rpartition("/")[2]
            found.append(_Relationship(one.get("Id", ""), kind, target.lstrip("/")))
    return found


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    data = _bytes(archive, name)
    return None if data is None else _tree(data)


def _bytes(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """What the archive holds under a name; None where it holds nothing."""
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    if entry.flag_bits & 1:
        raise locked("Dokumen Word ini")
    if _unfolds_too_far(entry.file_size, entry.compress_size):
        raise _bomb()
    with archive.open(entry) as file:
        # what the archive says of itself may be a lie
        data = file.read(MAX_PART + 1)
    if _unfolds_too_far(len(data), entry.compress_size):
        raise _bomb()
    return data


def _unfolds_too_far(size: int, folded: int) -> bool:
    return size > MAX_PART or (size > _SMALL and size > MAX_RATIO * max(folded, 1))


def _tree(data: bytes) -> etree._Element:
    """The XML; a document type definition, which Office never writes, could hold entities."""
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise UnusableSource(
            "Dokumen Word ini memuat definisi entitas XML, yang tidak pernah ditulis oleh program kantor; "
            "mungkin sengaja dibuat untuk melumpuhkan pembaca.",
            "Mintalah berkas baru, atau cetak dokumen aslinya ke PDF.",
        )
    return root


def locked(what: str) -> UnusableSource:
    """The error for a document that asks for a password."""
    return UnusableSource(
        f"{what} terkunci dengan kata sandi.", "Buka dengan kata sandinya, simpan tanpa kata sandi, lalu ulangi."
    )


def _bomb() -> UnusableSource:
    return UnusableSource(
        f"Dokumen Word ini memuat data yang mengembang melebihi batas ({MAX_PART // _MB} MB, atau {MAX_RATIO} kali "
        "lipat); mungkin rusak atau sengaja dibuat untuk melumpuhkan pembaca.",
        "Mintalah berkas baru, atau cetak dokumen aslinya ke PDF.",
    )


def _too_many() -> UnusableSource:
    return UnusableSource(
        f"Halaman web di dalam dokumen Word ini mengembang melebihi batas ({_MOST_ELEMENTS:_} unsur); mungkin rusak "
        "atau sengaja dibuat untuk melumpuhkan pembaca.".replace("_", "."),
        "Mintalah berkas baru, atau cetak dokumen aslinya ke PDF.",
    )
