"""Artifacts from their files, checked against the schema."""

from __future__ import annotations

from codecs import BOM_UTF8
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

    # some programs of Windows put a byte order mark before the JSON that they write
    data = read_bytes(path).removeprefix(BOM_UTF8)
    remedy = f"Buatlah berkas itu dengan “{made_by}”."
    try:
        artifact = kind.model_validate_json(data)
    except ValidationError as error:
        if other := _other_version(error):
            remedy = f"Perbarui program ini bila berkasnya lebih baru; bila tidak: {remedy}"
            raise Unusable(path, other, remedy) from error
        raise Unusable(path, _wrong(error), remedy) from error
    if "schema_version" in kind.model_fields.keys() - artifact.model_fields_set:
        # a field with a default: whoever writes one need not say it, a file must
        raise Unusable(path, "Berkas ini tidak menyebut versi skemanya (schema_version).", remedy)
    return artifact


def is_artifact(path: Path) -> bool:
    """Whether the file is one of ours (JSON) and not a source, by its name or how it begins."""
    return path.suffix.lower() == ".json" or read_bytes(path)[:64].removeprefix(BOM_UTF8).lstrip().startswith(b"{")


def _other_version(error: ValidationError) -> str:
    """What is wrong where another version of the program wrote the file; empty where that isn't it."""
    said = next((one for one in error.errors(include_url=False) if one["loc"] == ("schema_version",)), None)
    if said is None or not isinstance(said["input"], str):
        return ""
    read = said.get("ctx", {}).get("expected", "").strip("'")
    return f"Berkas ini berskema versi {said['input']}, sedangkan program ini membaca versi {read}."


def _wrong(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return "Isi berkas bukan JSON."
    where = "/".join(str(part) for part in first["loc"]) or "akar"
    return f"Isi berkas tidak sesuai skema pada {where} ({error.error_count()} ketidaksesuaian)."
