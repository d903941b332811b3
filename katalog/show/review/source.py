"""What the page shows of a catalogue's source: pictures of its pages, or the lines of a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bahasa.temuan import row_of_field
from katalog.errors import Unusable
from katalog.show.page_picture import PagePicture, page_pictures
from schemas.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class ShownSource:
    """Pictures by page, or lines (number, text) of a source that has none."""

    pictures: Mapping[int, PagePicture] = field(default_factory=dict)
    lines: tuple[tuple[int, str], ...] = ()


def shown_source(source: Path, catalogue: Catalogue, all_pages: bool = False) -> ShownSource:
    """Of a source with pages the pictures of those that something is asked about (or of all), of a text or a docx its
    lines. `Unusable` where it is not the file that the catalogue was read from, or can't be read."""
    from extract.errors import UnusableSource
    from extract.media import DOCX
    from extract.source import read_source

    try:
        read, data = read_source(source)
        if read.sha256 != catalogue.source.sha256:
            raise Unusable(
                source,
                f"Katalog ini tidak dibaca dari berkas ini, melainkan dari {catalogue.source.file} dengan isi lain.",
                "Sebutkan sumber yang benar, atau bangun lagi katalognya dari berkas ini.",
            )
        if read.media_type in ("text/plain", DOCX):
            from extract.door import layout_of
            from katalog.show.text_page import seen_lines

            layout = layout_of(read, data)
            return ShownSource(lines=tuple((seen.number, seen.line.text) for seen in seen_lines(layout)))
    except UnusableSource as error:
        raise Unusable(source, error.cause, error.remedy) from error
    pages = range(1, (catalogue.source.pages or 0) + 1) if all_pages else doubtful_pages(catalogue)
    return ShownSource(page_pictures(source, pages))


def doubtful_pages(catalogue: Catalogue) -> list[int]:
    """The pages (1-based) on which something is to be decided: where a finding points, and where its row stands."""
    told = {place.page for finding in catalogue.findings for place in finding.places}
    asked = {(f.kind, f.order, row_of_field(f.field)) for f in catalogue.findings if f.order is not None}
    for block in catalogue.blocks:
        for row in block.rows:
            if (block.kind, block.order, row.row) in asked:
                told |= {place.page for cell in row.cells.values() for place in cell.text.places}
    return sorted(page for page in told if page)
