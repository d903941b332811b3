"""Making findings about a place of the catalogue."""

from __future__ import annotations

from katalog.text import value_of
from schemas.base import Finding, Place, Severity
from schemas.catalogue import IndicatorBlock
from schemas.decree import Text


def about_decree(code: str, severity: Severity, message: str, field: str = "", text: Text | None = None) -> Finding:
    """A finding about the decree itself."""
    return Finding(
        code=code, severity=severity, message=message, field=field, as_printed=_printed(text), places=_places(text)
    )


def about_block(
    block: IndicatorBlock, code: str, severity: Severity, message: str, field: str = "", text: Text | None = None
) -> Finding:
    """A finding about a holder or a row of its table."""
    return Finding(
        code=code,
        severity=severity,
        message=message,
        kind=block.kind,
        order=block.order,
        field=field,
        as_printed=_printed(text),
        places=_places(text),
    )


def _printed(text: Text | None) -> str:
    return "" if text is None else text.as_printed


def _places(text: Text | None) -> tuple[Place, ...]:
    return () if text is None else text.places


def name_of(block: IndicatorBlock) -> str:
    """How a message names the holder: `IKI 12 (Pengelola Sarana dan Prasarana)`, `IKU 1` for the agency's own."""
    place = f"{block.kind} {block.order}"
    return place if block.unit.basis == "instansi" and block.kind == "IKU" else f"{place} ({value_of(block.jabatan)})"


def quoted(text: Text, length: int = 90) -> str:
    """The normalized text in quotation marks, cut at a word."""
    value = value_of(text)
    if len(value) > length:
        value = value[:length].rsplit(" ", 1)[0] + " …"
    return f"“{value}”"
