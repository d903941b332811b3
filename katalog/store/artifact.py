"""Artifacts from their files, checked against the schema."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from katalog.errors import Unusable
from katalog.store.files import read_bytes

if TYPE_CHECKING:
    from pydantic import ValidationError

    from schemas.base import Frozen

    Artifact = TypeVar("Artifact", bound=Frozen)


def read_artifact(path: Path, kind: type[Artifact], made_by: str) -> Artifact:
    """An artifact from its file; `Unusable` where the file holds something else. `made_by` is the command that makes
    such files."""
    from pydantic import ValidationError

    data = read_bytes(path)
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        raise Unusable(path, _wrong(error), f"Buatlah berkas itu dengan “{made_by}”.") from error


def is_artifact(path: Path) -> bool:
    """Whether the file is one of ours (JSON) and not a source, by its name or how it begins."""
    return path.suffix.lower() == ".json" or read_bytes(path)[:64].lstrip().startswith(b"{")


def _wrong(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return "Isi berkas bukan JSON."
    where = "/".join(str(part) for part in first["loc"]) or "akar"
    return f"Isi berkas tidak sesuai skema pada {where} ({error.error_count()} ketidaksesuaian)."
