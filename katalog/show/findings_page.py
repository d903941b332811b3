"""docs/temuan.md: every finding of the registry, with what it means and what can be done about it.

python -m katalog.show.findings_page > docs/temuan.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from bahasa.data import entries_of
from bahasa.temuan import FindingKind, finding_kinds
from schemas.base import Severity

_HEAD = """\
# Temuan

Setiap temuan memiliki kode yang tetap, tingkat, dan pesan. Tingkatnya: **berat** (`error`): katalog belum aman dipakai;
**periksa** (`warning`): meragukan atau bertentangan, bandingkan dengan keputusannya; **catatan** (`info`): untuk
diketahui. Temuan yang tercetak demikian dalam keputusan diperbaiki dalam keputusannya, bukan dalam katalog.

Halaman ini dibuat dari `bahasa/temuan.toml` (`make temuan`); ubahlah berkas itu."""
_TABLE = """
| kode | tingkat | artinya | yang dapat dilakukan |
|---|---|---|---|"""
_LEVELS: dict[Severity, str] = {"error": "berat", "warning": "periksa", "info": "catatan"}


def findings_page() -> str:
    """The page in Markdown, one table for each section."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    for section in entries_of("temuan", "bagian"):
        yield f"\n## {section['judul']}"
        if "catatan" in section:
            yield f"\n{section['catatan']}"
        yield _TABLE
        yield from (_row(kind) for kind in finding_kinds().values() if kind.section == section["kode"])
    yield "\n## Ambang\n\nTemuan ini muncul bila angka keraguannya di bawah ambang.\n"
    yield "| kode | ambang | mengapa |\n|---|---|---|"
    for kind in finding_kinds().values():
        if kind.threshold is not None:
            value = f"{kind.threshold.value:g}".replace(".", ",")
            yield f"| `{kind.code}` | {value} | {kind.threshold.reason} |"


def _row(kind: FindingKind) -> str:
    levels = " atau ".join(_LEVELS[severity] for severity in kind.severities)
    return f"| `{kind.code}` | {levels} | {kind.meaning['id']} | {kind.remedy['id']} |"


if __name__ == "__main__":
    sys.stdout.write(findings_page())
