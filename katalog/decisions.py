"""A person's decisions about a source: `koreksi.toml` beside it.

`keputusan-2022.koreksi.toml` goes before `koreksi.toml`, so that a folder may hold several sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from katalog.errors import Unusable
from katalog.store.files import read_bytes

if TYPE_CHECKING:
    from normalize.koreksi.file import Koreksi

NAME = "koreksi.toml"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a source is to be normalized: with or without corrections of spelling, and with the decisions of which file
    (None: those of the file beside the source, if there is one)."""

    spelling: bool = True
    koreksi: Path | None = None

    def beside(self, source: Path) -> Manner:
        """With the file of decisions that lies beside the source, unless another one was named."""
        return self if self.koreksi else Manner(self.spelling, _found(source))

    def decisions(self) -> tuple[Koreksi, ...]:
        """What the file decides; nothing where there is none."""
        return _read(self.koreksi) if self.koreksi else ()


def _found(source: Path) -> Path | None:
    named = (source.with_name(f"{source.stem}.{NAME}"), source.with_name(NAME))
    return next((path for path in named if path.is_file()), None)


def _read(path: Path) -> tuple[Koreksi, ...]:
    from normalize.koreksi.file import BadKoreksi, read_koreksi

    remedy = "Perbaiki berkas itu; contohnya ada di docs/panduan.md."
    try:
        return read_koreksi(read_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unusable(path, "Berkas koreksi bukan teks UTF-8.", remedy) from error
    except BadKoreksi as error:
        raise Unusable(path, str(error), remedy) from error
