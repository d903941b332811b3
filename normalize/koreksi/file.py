"""`koreksi.toml`: a person's decisions about one source, as text and as plain data.

    sumber = ["2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"]  # SHA-256 of the source's bytes
    berkas = ["keputusan-2022.pdf"]                                                # its name, for people

    [[koreksi]]
    jenis = "salah ketik"
    tempat = "IKI/13/rows/11/rumus"
    tercetak = "Draft"
    putusan = "terima"
    menjadi = "Draf"
    oleh = "Sekretaris"

The kinds of entries and their keys stand in `normalize.koreksi.kinds`. As JSON the file is `{"sumber": [...], "berkas":
[...], "koreksi": [{...}, ...]}` with the same keys. As text every value is what JSON writes for it, one `key = value` a
line (and U+007F as `\\u007f`): a program that writes JSON can write this.

Input: the text of such a file. Output: its decisions in file order; `BadKoreksi` says what is wrong with a file that
can't be used.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from typing import Any

from bahasa.fold import fold
from normalize.koreksi.demands import UnfitPutusan
from normalize.koreksi.kinds import KINDS, SalahKetik
from normalize.koreksi.putusan import KETIK, Putusan
from schemas.base import Edit

_KEYS = ("sumber", "berkas", "koreksi")
#: Signs that word processors put in the place of what TOML wants.
_TYPED = {
    "[“”„‟]": 'pakailah tanda kutip lurus ("), bukan yang melengkung',
    "\u00a0": "ganti spasi tak putus dengan spasi",
}
_DIGEST = re.compile("[0-9a-f]{64}")

#: What a key of a decision holds.
Value = str | int | list[str]


class BadKoreksi(ValueError):
    """The file is no list of decisions; the message (Indonesian) names the entry and what to do."""


@dataclass(frozen=True, slots=True)
class KoreksiFile:
    """The decisions in file order, the digests of the sources that they are about, and the names of these."""

    putusan: tuple[Putusan, ...] = ()
    sumber: tuple[str, ...] = ()
    berkas: tuple[str, ...] = ()


def read_koreksi(text: str) -> KoreksiFile:
    """What the text of a koreksi.toml says.

    >>> read_koreksi('[[koreksi]]\\njenis = "benar"\\ntempat = "IKI/1/tugas"\\n').putusan[0].tempat
    'IKI/1/tugas'
    """
    try:
        listed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadKoreksi(f"Berkas koreksi bukan TOML yang sah ({_told(error, text)}).") from error
    except (RecursionError, ValueError) as error:
        # a number of thousands of digits, lists thousands deep
        raise BadKoreksi(
            "Berkas koreksi bukan TOML yang dapat dibaca: isinya terlalu dalam atau terlalu besar."
        ) from error
    return koreksi_of(listed)


def _told(error: tomllib.TOMLDecodeError, text: str) -> str:
    """What is wrong with a TOML text, with the line where it is and the signs of a word processor that stand there."""
    lines = text.replace("\r\n", "\n").split("\n")
    at = re.search(r"at line (\d+)", str(error))
    if at is None or not 0 < int(at[1]) <= len(lines):
        return str(error)
    line = lines[int(at[1]) - 1]
    signs = [name for sign, name in _TYPED.items() if re.search(sign, line)]
    return "; ".join([f"baris {at[1]}: {line.strip()[:60]}", *signs])


def koreksi_of(data: Mapping[str, Any]) -> KoreksiFile:
    """The same from plain data, as JSON has it."""
    entries = data.get("koreksi", [])
    if (unknown := sorted(set(data) - set(_KEYS))) or not isinstance(entries, list):
        named = ", ".join(unknown) or "koreksi"
        raise BadKoreksi(f"Berkas koreksi hanya boleh berisi sumber, berkas, dan [[koreksi]]; tidak dikenal: {named}.")
    sumber, berkas = (_texts(data.get(name, []), name) for name in ("sumber", "berkas"))
    if wrong := [digest for digest in sumber if not _DIGEST.fullmatch(digest)]:
        raise BadKoreksi(f"sumber: “{wrong[0]}” bukan SHA-256 (64 angka heksadesimal).")
    putusan = []
    for number, entry in enumerate(entries, 1):
        try:
            putusan.append(decision_of(entry))
        except UnfitPutusan as error:
            raise BadKoreksi(f"[[koreksi]] ke-{number}: {error}.") from error
    _refuse_twice(putusan)
    return KoreksiFile(tuple(putusan), sumber, berkas)


def _refuse_twice(decisions: Sequence[Putusan]) -> None:
    first: dict[tuple[str, str], int] = {}
    for number, decision in enumerate(decisions, 1):
        if not isinstance(decision, SalahKetik):
            continue
        earlier = first.setdefault((decision.tempat, decision.tercetak), number)
        if earlier != number:
            raise BadKoreksi(
                f"[[koreksi]] ke-{earlier} dan ke-{number} memutuskan “{decision.tercetak}” pada {decision.tempat}; "
                "hapus salah satunya."
            )


def _texts(value: Any, name: str) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise BadKoreksi(f"{name}: harus daftar teks.")
    return tuple(value)


def decision_of(data: Any) -> Putusan:
    """A decision from its plain data; UnfitPutusan says what is wrong with it.

    >>> decision_of({"jenis": "benar", "tempat": "IKI/1/rows/2/target", "tercetak": "85"}).tercetak
    '85'
    """
    if not isinstance(data, Mapping):
        raise UnfitPutusan("harus berupa isian bernama")
    given = {key: value for key, value in data.items() if key not in ("jenis", "tindakan")}
    named = (data.get("jenis", KETIK), data.get("tindakan", ""))
    if (kind := KINDS.get(named)) is None:
        raise UnfitPutusan(f"jenis “{named[0]}” dengan tindakan “{named[1]}” tidak ada")
    known = {one.name: one for one in fields(kind)}
    if unknown := sorted(given.keys() - known.keys()):
        raise UnfitPutusan(f"isian {', '.join(unknown)} tidak dikenal")
    typed: dict[str, Any] = {name: _typed(name, str(known[name].type), value) for name, value in given.items()}
    if missing := [name for name, one in known.items() if one.default is MISSING and name not in given]:
        raise UnfitPutusan(f"isian {', '.join(missing)} belum ada")
    return kind(**typed)


def _typed(name: str, kind: str, value: Any) -> str | int | tuple[str, ...]:
    """The value of a key, of the type that the class gives it; its texts are folded."""
    if kind.startswith("int"):
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise UnfitPutusan(f"isian {name} harus bilangan bulat")
    if kind.startswith("tuple"):
        if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
            return tuple(fold(one) for one in value)
        raise UnfitPutusan(f"isian {name} harus daftar teks")
    if name == "waktu" and isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, str):
        return fold(value)
    raise UnfitPutusan(f"isian {name} harus teks")


def data_of(decision: Putusan) -> dict[str, Value]:
    """The decision as plain data, for JSON and for TOML: `decision_of` gives the decision again. What is blank by
    default is left out.

    >>> data_of(SalahKetik(tempat="IKI/1/tugas", tercetak="yag", putusan="tolak"))
    {'jenis': 'salah ketik', 'tempat': 'IKI/1/tugas', 'tercetak': 'yag', 'putusan': 'tolak'}
    """
    kind = {"jenis": decision.JENIS, "tindakan": decision.TINDAKAN}
    said: dict[str, Value] = {name: value for name, value in kind.items() if value}
    own = {one.name for one in fields(Putusan)} - {"tempat"}
    for one in sorted(fields(decision), key=lambda one: one.name in own):
        value = getattr(decision, one.name)
        if one.default is MISSING or value != one.default:
            said[one.name] = list(value) if isinstance(value, tuple) else value
    return said


def koreksi_data(file: KoreksiFile) -> dict[str, Any]:
    """The whole file as plain data; `koreksi_of` gives the file again."""
    return {"sumber": list(file.sumber), "berkas": list(file.berkas), "koreksi": [data_of(one) for one in file.putusan]}


def write_koreksi(file: KoreksiFile) -> str:
    """The text of a koreksi.toml; `read_koreksi` gives the file again."""
    head = "".join(
        f"{name} = {_written(list(names))}\n"
        for name, names in (("sumber", file.sumber), ("berkas", file.berkas))
        if names
    )
    return "\n".join([*([head] if head else []), *(written_entry(one) for one in file.putusan)])


def written_entry(decision: Putusan) -> str:
    """One decision as its part of a koreksi.toml."""
    lines = [f"{name} = {_written(value)}\n" for name, value in data_of(decision).items()]
    return "[[koreksi]]\n" + "".join(lines)


def _written(value: Value) -> str:
    """A value of TOML: what JSON writes, but that TOML wants DEL to be escaped."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def asked_decisions(proposals: Iterable[Edit]) -> tuple[SalahKetik, ...]:
    """Proposals as decisions that accept them: what a person begins with. Words that are proposed twice in one place
    are decided once."""
    once = {(p.place, fold(p.before)): p for p in reversed(list(proposals))}
    return tuple(_asked(p) for p in reversed(once.values()))


def _asked(proposal: Edit) -> SalahKetik:
    before, after, why = fold(proposal.before), fold(proposal.after), fold(proposal.evidence)
    return SalahKetik(tempat=proposal.place, tercetak=before, putusan="terima", menjadi=after, alasan=why)
