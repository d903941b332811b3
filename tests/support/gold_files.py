"""Gold files: whether they have the right shape, said in plain Indonesian, and what a catalogue has of them.

`make gold` prints what is wrong; tests/gold/README.md tells how a table is added.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from bahasa.roles import OTHERS, column_roles
from schemas.base import Kind
from schemas.decree import Block

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
#: Files of the first decree with a shape of their own, read by tests of their own.
APART = frozenset({"p00_preamble.json", "spelling.json"})
#: Key of a table's file: the type of its value, as it is called for a person.
_KEYS: dict[str, tuple[type, str]] = {
    "part": (str, "nama berkas ini tanpa .json"),
    "jabatan": (str, "teks"),
    "tugas": (str, "teks"),
    "fungsi": (list, "daftar butir {no, text}"),
    "kolom": (list, "daftar judul kolom"),
    "rows": (list, "daftar baris"),
    "notes": (list, "daftar catatan"),
}
#: Keys of an IKU table in place of or beside these.
_IKU = {"instansi": (str, "teks"), "tujuan": (list, "daftar butir {no, text}")}
CELLS = tuple(role for role in column_roles() if role != OTHERS)


def tables() -> list[Path]:
    """The files of all labelled tables."""
    return sorted(path for path in GOLD.rglob("*.json") if path.name not in APART)


def faults(path: Path) -> list[str]:
    """What is wrong with a gold file, one Indonesian sentence each; empty where nothing is."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return ["berkas ini bukan teks UTF-8."]
    except json.JSONDecodeError as error:
        return [
            f"baris {error.lineno}, huruf ke-{error.colno}: bukan JSON yang sah; biasanya koma atau tanda petik kurang "
            "atau berlebih di baris itu atau tepat di atasnya."
        ]
    if path.name in APART and path.parent == GOLD:
        return []
    if not isinstance(content, dict):
        return ["isinya harus satu tabel di antara { dan }."]
    return [*_name(path), *_keys(path, content), *_texts(content, ""), *_list_faults(content), *_row_faults(content)]


def _name(path: Path) -> Iterator[str]:
    try:
        kind, order = place_of(path)
    except ValueError:
        kind, order = "", 0
    if kind not in get_args(Kind) or order < 1:
        yield "nama berkas harus jenis dan urutan tabelnya dalam keputusan, misalnya iki-16.json atau iku-1.json."
    slug = path.parent.name
    if path.parent != GOLD and not (ROOT / "corpus" / slug / "manifest.toml").is_file():
        yield f"foldernya, “{slug}”, harus bernama sama dengan folder keputusannya di corpus/."


def _keys(path: Path, content: dict[str, Any]) -> Iterator[str]:
    iku = "instansi" in content
    wanted = {**_KEYS, **_IKU} if iku else _KEYS
    for key, (kind, called) in wanted.items():
        if key not in content:
            if not (iku and key == "jabatan"):
                yield f"isian “{key}” belum ada ({called})."
        elif not isinstance(content[key], kind):
            yield f"isian “{key}” harus berupa {called}."
    for key in content:
        if key not in {*wanted, "lampiran", "judul"}:
            yield f"isian “{key}” tidak dikenal; yang dikenal: {', '.join(wanted)}."
    if content.get("part") != path.stem:
        yield f"isian “part” harus sama dengan nama berkas: “{path.stem}”."


def _texts(value: Any, where: str) -> Iterator[str]:
    """Texts are single-spaced and not empty, wherever they stand."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{where}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _texts(inner, f"{where}/{number}")
    elif isinstance(value, str) and not value.strip():
        yield f"{where[1:]}: teks kosong; tulis null bila tidak ada yang tercetak."
    elif isinstance(value, str) and value != " ".join(value.split()):
        yield f"{where[1:]}: ada spasi ganda, spasi di tepi, atau ganti baris; sambung dengan satu spasi."


def _list_faults(content: dict[str, Any]) -> Iterator[str]:
    for name in ("fungsi", "tujuan"):
        for number, item in enumerate(content.get(name) or [], start=1):
            if not isinstance(item, dict) or set(item) != {"no", "text"}:
                yield f"{name}/{number}: setiap butir harus persis {{“no”: ..., “text”: ...}}."


def _row_faults(content: dict[str, Any]) -> Iterator[str]:
    rows = content.get("rows")
    if not isinstance(rows, list):
        return
    if not rows:
        yield "rows: tabel ini tidak punya baris."
    headings = content.get("kolom") or []
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            yield f"rows/{number}: setiap baris harus di antara {{ dan }}."
            continue
        for key in sorted(set(row) - {*CELLS, *headings}):
            yield f"rows/{number}: kolom “{key}” tidak dikenal; yang dikenal: {', '.join(CELLS)}."
        if len(row) != len(headings):
            yield f"rows/{number}: ada {len(row)} isian, padahal “kolom” mendaftar {len(headings)} judul."
        if not row.get("indikator"):
            yield f"rows/{number}: baris tanpa indikator."


def place_of(path: Path) -> tuple[str, int]:
    """(kind, order) of the table that a file labels: `iki-16.json`; the first decree's files are `j16`, `p01_iku`."""
    kind, _, order = path.stem.partition("-")
    if path.parent == GOLD:
        return ("IKU", 1) if path.stem == "p01_iku" else ("IKI", int(path.stem[1:]))
    return kind.upper(), int(order)


def differences(labelled: dict[str, Any], block: Block) -> Iterator[str]:
    """Places (`rows/2/target`) where the block prints something else than the label says."""
    holder = labelled.get("jabatan") or labelled["instansi"]
    yield from ("jabatan" for _ in [0] if _said(holder) != _said(block.jabatan.as_printed))
    yield from ("tugas" for _ in [0] if _said(labelled["tugas"]) != _said(block.tugas and block.tugas.as_printed))
    for name, items in (("fungsi", block.fungsi), ("tujuan", block.tujuan)):
        want = [(item["no"], item["text"]) for item in labelled.get(name, [])]
        got = [(item.no, _said(item.text.as_printed)) for item in items]
        yield from _unlike(name, want, got)
    for number, (row, want) in enumerate(zip(block.rows, labelled["rows"], strict=False), start=1):
        for role, cell in want.items():
            printed = {**row.others, **row.cells}.get(role)
            own = printed.text.as_printed if printed and printed.span == "own" else ""
            if _said(own) != _said(cell):
                yield f"rows/{number}/{role}"
    if len(block.rows) != len(labelled["rows"]):
        yield "rows"


def _unlike(name: str, want: list[Any], got: list[Any]) -> Iterator[str]:
    if len(want) != len(got):
        yield name
    for number, (one, other) in enumerate(zip(want, got, strict=False), start=1):
        if one != other:
            yield f"{name}/{number}"


def _said(text: str | None) -> str:
    return " ".join((text or "").split())


def main() -> int:
    """What is wrong with the gold files, on standard output; 0 where nothing is."""
    wrong = {path: found for path in sorted(GOLD.rglob("*.json")) if (found := faults(path))}
    for path, sentences in wrong.items():
        print(f"{path.relative_to(ROOT)}:")
        print(*(f"  - {sentence}" for sentence in sentences), sep="\n")
    print(f"{len(tables())} tabel diperiksa; {len(wrong)} berkas perlu diperbaiki.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
