"""The stages in a row, each imported when it is used: source -> extracted -> normalized -> catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from katalog.decisions import Manner
from katalog.errors import Unusable
from katalog.store.files import read_bytes

if TYPE_CHECKING:
    from extract.read.pdf.options import PdfOptions
    from schemas.base import Frozen
    from schemas.catalogue import Catalogue
    from schemas.decree import ExtractedDecree, NormalizedDecree

    Artifact = TypeVar("Artifact", bound=Frozen)

#: With corrections of spelling, and the decisions that lie beside the source.
AS_USUAL = Manner()


def extracted_from(source: Path, pdf: PdfOptions | None = None) -> ExtractedDecree:
    """What the source says; `Unusable` where it can't be read as a decree. `pdf`: how a PDF is read."""
    from extract.door import extract
    from extract.errors import UnusableSource
    from extract.source import read_source

    try:
        return extract(*read_source(source), with_dictionary(pdf))
    except UnusableSource as error:
        raise Unusable(source, error.cause, error.remedy) from error


def with_dictionary(pdf: PdfOptions | None = None) -> PdfOptions:
    """The options with the dictionary that tells a text layer from noise."""
    from dataclasses import replace

    from extract.read.pdf.options import PdfOptions

    return replace(pdf or PdfOptions(), known_word=is_word)


def is_word(word: str) -> bool:
    """Is this one, in lower case? The dictionary is loaded when it is first asked."""
    from bahasa.kamus import is_known

    return is_known(word)


def normalized_from(extracted: ExtractedDecree, manner: Manner = AS_USUAL) -> NormalizedDecree:
    """The extracted decree with values."""
    from normalize.decree import normalize

    return normalize(extracted, spelling=manner.spelling, koreksi=manner.decisions())


def catalogue_from(source: Path, manner: Manner = AS_USUAL, pdf: PdfOptions | None = None) -> Catalogue:
    """The whole way, with the decisions that lie beside the source."""
    from katalog.assemble.catalogue import assemble

    return assemble(normalized_from(extracted_from(source, pdf), manner.beside(source)))


def read_artifact(path: Path, kind: type[Artifact], made_by: str) -> Artifact:
    """An artifact from its file; `Unusable` where the file holds something else. `made_by` is the command that makes
    such files."""
    from pydantic import ValidationError

    data = read_bytes(path)
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        raise Unusable(path, _wrong(error), f"Buatlah berkas itu dengan “{made_by}”.") from error


def _wrong(error: object) -> str:
    from pydantic import ValidationError

    assert isinstance(error, ValidationError)
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return "Isi berkas bukan JSON."
    where = "/".join(str(part) for part in first["loc"]) or "akar"
    return f"Isi berkas tidak sesuai skema pada {where} ({error.error_count()} ketidaksesuaian)."


def previous_at(path: Path | None) -> Catalogue | None:
    """The catalogue of the earlier revision, None where none is named."""
    from schemas.catalogue import Catalogue

    return None if path is None else read_artifact(path, Catalogue, "katalog build")


def carried(catalogue: Catalogue, previous: Catalogue | None) -> Catalogue:
    """The catalogue with the ids of the earlier revision, if there is one."""
    if previous is None:
        return catalogue
    from katalog.compare.match.carry import carry

    return carry(previous, catalogue)


def catalogue_at(path: Path) -> Catalogue:
    """A catalogue from its file, or built on the fly from a source."""
    from schemas.catalogue import Catalogue

    if read_bytes(path)[:64].lstrip().startswith(b"{"):
        return read_artifact(path, Catalogue, "katalog build")
    return catalogue_from(path)
