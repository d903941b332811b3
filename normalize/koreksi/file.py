"""A person's decisions about corrections: `koreksi.toml` beside a source.

    [[koreksi]]
    tempat = "IKI/13/rows/11/rumus"     # the path of the field, as edits and proposals give it
    tercetak = "Draft"                  # the printed words that the decision is about
    putusan = "terima"                  # "terima" accepts a correction, "tolak" refuses it
    menjadi = "Draf"                    # what the words become; may be left out to accept the proposal as it is
    oleh = "Sekretaris"                 # who decided, and why; both may be left out
    alasan = "KBBI"

For a cell of targets or units `tercetak` is the whole cell and `menjadi` what it means (`13 dokumen`).

Input: the text of such a file. Output: decisions in file order; `BadKoreksi` says what is wrong with a file that can't
be used.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bahasa.fold import fold
from schemas.base import Edit

_REQUIRED = ("tempat", "tercetak", "putusan")
_ALLOWED = frozenset({*_REQUIRED, "menjadi", "oleh", "alasan"})


class BadKoreksi(ValueError):
    """The file is no list of decisions; the message (Indonesian) names the entry and what to do."""


@dataclass(frozen=True, slots=True)
class Koreksi:
    """One decision. `tercetak` and `menjadi` are folded; `menjadi` is None where the proposal is taken as it is."""

    tempat: str
    tercetak: str
    terima: bool
    menjadi: str | None = None
    oleh: str = ""
    alasan: str = ""

    def evidence(self) -> str:
        """The reason of a human edit, in Indonesian."""
        by = f" {self.oleh}" if self.oleh else ""
        return f"keputusan{by}" + (f": {self.alasan}" if self.alasan else "")


def read_koreksi(text: str) -> tuple[Koreksi, ...]:
    """The decisions that the file lists."""
    try:
        listed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadKoreksi(f"Berkas koreksi bukan TOML yang sah ({error}).") from error
    entries = listed.pop("koreksi", [])
    if listed or not isinstance(entries, list):
        unknown = ", ".join(sorted(listed)) or "koreksi"
        raise BadKoreksi(f"Berkas koreksi hanya boleh berisi [[koreksi]]; tidak dikenal: {unknown}.")
    decisions = tuple(_decision(number, entry) for number, entry in enumerate(entries, 1))
    _refuse_twice(decisions)
    return decisions


def _refuse_twice(decisions: Sequence[Koreksi]) -> None:
    first: dict[tuple[str, str], int] = {}
    for number, decision in enumerate(decisions, 1):
        earlier = first.setdefault((decision.tempat, decision.tercetak), number)
        if earlier != number:
            raise BadKoreksi(
                f"[[koreksi]] ke-{earlier} dan ke-{number} memutuskan “{decision.tercetak}” pada {decision.tempat}; "
                "hapus salah satunya."
            )


def _decision(number: int, entry: Any) -> Koreksi:
    where = f"[[koreksi]] ke-{number}"
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise BadKoreksi(f"{where}: semua isian harus teks.")
    if missing := [name for name in _REQUIRED if not entry.get(name)]:
        raise BadKoreksi(f"{where}: isian {', '.join(missing)} belum ada.")
    if unknown := sorted(entry.keys() - _ALLOWED):
        raise BadKoreksi(f"{where}: isian {', '.join(unknown)} tidak dikenal.")
    if entry["putusan"] not in ("terima", "tolak"):
        raise BadKoreksi(f"{where}: putusan harus “terima” atau “tolak”, bukan “{entry['putusan']}”.")
    menjadi = entry.get("menjadi")
    return Koreksi(
        tempat=entry["tempat"].strip(),
        tercetak=fold(entry["tercetak"]),
        terima=entry["putusan"] == "terima",
        menjadi=None if menjadi is None else fold(menjadi),
        oleh=fold(entry.get("oleh", "")),
        alasan=fold(entry.get("alasan", "")),
    )


def write_koreksi(proposals: Iterable[Edit]) -> str:
    """Proposals as the text of a koreksi.toml to decide in: `putusan` stands ready as “terima”. Words that are proposed
    twice in one place are decided once."""
    once = {(p.place, fold(p.before)): p for p in reversed(list(proposals))}
    return "\n".join(
        f"[[koreksi]]\ntempat = {_quoted(p.place)}\ntercetak = {_quoted(p.before)}\nmenjadi = {_quoted(p.after)}\n"
        f'putusan = "terima"\nalasan = {_quoted(p.evidence)}\n'
        for p in reversed(once.values())
    )


def _quoted(text: str) -> str:
    """A basic TOML string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in escaped) + '"'
