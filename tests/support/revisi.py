"""Scripted revisions: the labelled decree, changed by a script that writes down what it changed."""

from __future__ import annotations

import copy
import json
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from labelled import SOURCE, items, labelled_block, labelled_preamble, text
from project import GOLD

from katalog.assemble.catalogue import assemble
from normalize.decree import normalize
from schemas.catalogue import Catalogue
from schemas.decree import Decree, ExtractedDecree, Penandatangan, Penetapan
from schemas.diff import CatalogueDiff

Part = dict[str, Any]
#: kind, object, field (of a changed indikator), old, new
Key = tuple[str, str, str | None, str | None, str | None]

WORDS = ["berkala", "terpadu", "digital", "strategis", "triwulanan", "mandiri", "gabungan", "khusus", "lanjutan"]
THINGS = ["arsip kepegawaian", "peta jabatan", "kamus kompetensi", "rencana suksesi", "survei kepuasan", "data pensiun"]


@dataclass
class Decision:
    """A decree as plain data, to be changed."""

    preamble: Part
    iku: Part
    jabatan: list[Part]
    tanggal: tuple[str, str] = ("29 Desember 2022", "2022-12-29")
    nama: str = "Drs. Suwito"

    def catalogue(self, slug: str) -> Catalogue:
        """Normalized and assembled, as the program would."""
        blocks = [labelled_block("IKU", 1, self.iku)]
        blocks += [labelled_block("IKI", number, part) for number, part in enumerate(self.jabatan, start=1)]
        closing = Penetapan(
            tempat=text("Tana Paser"),
            tanggal=text(self.tanggal[0]),
            tanggal_iso=self.tanggal[1],
            penandatangan=Penandatangan(jabatan=text("Kepala"), nama=text(self.nama)),
        )
        preamble = labelled_preamble(self.preamble)
        preamble = preamble.model_copy(update={"penetapan": closing, "mengingat": items(self.preamble["mengingat"])})
        source = SOURCE.model_copy(update={"slug": slug, "file": f"{slug}.pdf", "media_type": "application/pdf"})
        decree = Decree(preamble=preamble, blocks=tuple(blocks))
        return assemble(normalize(ExtractedDecree(source=source, decree=decree)))


def base(count: int = 23) -> Decision:
    """The labelled half of the Paser decree, or its first jabatan."""
    parts = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))}
    jabatan = [parts[f"j{number:02d}"] for number in range(1, count + 1)]
    return Decision(parts["p00_preamble"], parts["p01_iku"], jabatan)


@dataclass
class ScriptedTruth:
    """Changes of a decree, as an auditor would name them, with their nature."""

    truth: Counter[tuple[Key, str]] = field(default_factory=Counter, kw_only=True)

    def note(
        self,
        kind: str,
        thing: str,
        old: str | None,
        new: str | None,
        *,
        name: str | None = None,
        editorial: bool = False,
    ) -> None:
        """Write a change down."""
        self.truth[(kind, thing, name, old, new), "editorial" if editorial else "substantive"] += 1


@dataclass
class Script(ScriptedTruth):
    """Changes a copy of a decree. Each thing is changed once, so that the truth is plain."""

    made: Decision
    chance: random.Random
    touched: set[int] = field(default_factory=set)
    #: Jabatan that something was taken from or given to: they stay.
    kept: set[int] = field(default_factory=set)

    def whole(self, part: Part) -> bool:
        """Whether nothing in this jabatan was changed yet."""
        return id(part) not in self.kept and not any(
            id(one) in self.touched for one in (*part["rows"], *part["fungsi"])
        )

    def free(self) -> Part:
        """A jabatan that no other change needs whole."""
        parts = [part for part in self.made.jabatan if id(part) not in self.touched]
        return self.chance.choice(parts)

    def row(self, alone: bool = False) -> tuple[Part, Part]:
        """A jabatan and an untouched row of it; `alone`: the only row of its sasaran."""
        for _ in range(500):
            part = self.free()
            position = self.chance.randrange(len(part["rows"]))
            row = part["rows"][position]
            single = bool(row["sasaran"]) and (
                position + 1 == len(part["rows"]) or part["rows"][position + 1]["sasaran"]
            )
            if id(row) not in self.touched and (single or not alone) and row["indikator"]:
                self.touched.add(id(row))
                return part, row
        raise LookupError("no row left")


def retarget(script: Script) -> None:
    _, row = script.row()
    old = row["target"] or ""
    match = re.search(r"\d+", old)
    if match is None:
        return
    row["target"] = old[: match.start()] + str(int(match[0]) * 2 + 1) + old[match.end() :]
    script.note("changed", "indikator", old, row["target"], name="target")


def reword(script: Script) -> None:
    _, row = script.row()
    name = script.chance.choice(["indikator", "rumus"])
    old = row[name]
    if not old:
        return
    words = old.split()
    words.insert(script.chance.randrange(1, len(words) + 1), script.chance.choice(WORDS))
    row[name] = " ".join(words)
    script.note("changed", "indikator", old, row[name], name=name)


def reword_sasaran(script: Script) -> None:
    _, row = script.row()
    if row["sasaran"]:
        old, row["sasaran"] = row["sasaran"], row["sasaran"] + " yang " + script.chance.choice(WORDS)
        script.note("changed", "sasaran", old, row["sasaran"])


def punctuate(script: Script) -> None:
    _, row = script.row()
    old = row["rumus"]
    if old:
        row["rumus"] = script.chance.choice([old + ".", old.replace(" ", "  ", 1).replace("  ", " ,", 1), old.upper()])
        if row["rumus"] != old:
            script.note("changed", "indikator", old, row["rumus"], name="rumus", editorial=True)


def respell(script: Script) -> None:
    spelling = json.loads((GOLD / "spelling.json").read_text(encoding="utf-8"))["errors"]
    certain = {e["wrong"]: e["right"] for e in spelling if e["certainty"] == "certain" and e["class"] == "typo"}
    _, row = script.row()
    for name in ("indikator", "rumus", "sasaran"):
        for word in (row[name] or "").split():
            if certain.get(word):
                old, row[name] = row[name], re.sub(rf"\b{re.escape(word)}\b", certain[word], row[name])
                thing = ("sasaran", None) if name == "sasaran" else ("indikator", name)
                script.note("changed", thing[0], old, row[name], name=thing[1], editorial=True)
                return


def resource(script: Script) -> None:
    _, row = script.row()
    old = row["sumber_data"]
    new = "Bidang Data dan Informasi Kepegawaian"
    if old and old != new:
        row["sumber_data"] = new
        script.note("changed", "indikator", old, new, name="sumber_data")


def insert_row(script: Script) -> None:
    part = script.free()
    thing, word = script.chance.choice(THINGS), script.chance.choice(WORDS)
    row = {
        "no": "9", "sasaran": f"Tersedianya {thing} {word}", "indikator": f"Jumlah {thing} {word} yang tersusun",
        "target": "7 dokumen", "rumus": f"Dokumen {thing} {word} yang tersusun", "sumber_data": "BKPSDM",
    }  # fmt: skip
    starts = [at for at, one in enumerate(part["rows"]) if one["sasaran"]]
    part["rows"].insert(script.chance.choice([*starts, len(part["rows"])]), row)
    script.touched.add(id(row))
    script.note("added", "sasaran", None, row["sasaran"])
    script.note("added", "indikator", None, row["indikator"])


def delete_row(script: Script) -> None:
    part, row = script.row(alone=True)
    if len(part["rows"]) > 3:
        part["rows"] = [one for one in part["rows"] if one is not row]
        script.kept.add(id(part))
        script.note("removed", "sasaran", row["sasaran"], None)
        script.note("removed", "indikator", row["indikator"], None)


def give_row(script: Script) -> None:
    part, row = script.row(alone=True)
    other = script.free()
    if other is not part and len(part["rows"]) > 3:
        part["rows"] = [one for one in part["rows"] if one is not row]
        other["rows"].append(row)
        script.kept |= {id(part), id(other)}
        script.note("moved", "indikator", row["indikator"], row["indikator"])


def shift_row(script: Script) -> None:
    """To the far end of its table, so that no other row could have moved as well."""
    part, row = script.row(alone=True)
    groups = [at for at, one in enumerate(part["rows"]) if one["sasaran"]]
    if len(groups) < 4 or any(id(one) in script.touched for one in part["rows"] if one is not row):
        return
    script.touched.add(id(part))
    rest = [one for one in part["rows"] if one is not row]
    part["rows"] = [*rest, row] if part["rows"].index(row) < 2 else [row, *rest]
    script.note("moved", "indikator", row["indikator"], row["indikator"])


def change_fungsi(script: Script) -> None:
    part = script.free()
    free = [one for one in part["fungsi"] if id(one) not in script.touched]
    if len(free) < 3:
        return
    one = script.chance.choice(free)
    script.touched.add(id(one))
    script.kept.add(id(part))
    kind = script.chance.choice(["changed", "removed", "added"])
    if kind == "changed":
        old, one["text"] = one["text"], one["text"].rstrip(";.") + " dan dilaporkan secara elektronik;"
        script.note("changed", "fungsi", old, one["text"])
    elif kind == "removed":
        part["fungsi"] = [other for other in part["fungsi"] if other is not one]
        script.note("removed", "fungsi", one["text"], None)
    else:
        new = {"no": "99", "text": f"Pelaksanaan pengelolaan {script.chance.choice(THINGS)} lintas perangkat daerah;"}
        script.touched.add(id(new))
        part["fungsi"].insert(script.chance.randrange(len(part["fungsi"])), new)
        script.note("added", "fungsi", None, new["text"])


def change_tugas(script: Script) -> None:
    part = script.free()
    if id(part) in script.kept:
        return
    script.kept.add(id(part))
    old, part["tugas"] = part["tugas"], part["tugas"].rstrip(".") + " serta melaporkan hasilnya kepada pimpinan."
    script.note("changed", "tugas", old, part["tugas"])


def rename(script: Script) -> None:
    part = script.free()
    if any(id(one) in script.touched for one in part["rows"]):
        return
    script.touched.add(id(part))
    old, part["jabatan"] = (
        part["jabatan"],
        script.chance.choice(["Penelaah Teknis Kebijakan", "Penata Layanan Operasional"]),
    )
    script.note("renamed", "jabatan", old, part["jabatan"])


def drop(script: Script) -> None:
    part = script.free()
    if not script.whole(part):
        return
    script.made.jabatan = [one for one in script.made.jabatan if one is not part]
    script.note("removed", "jabatan", part["jabatan"], None)


def create(script: Script) -> None:
    thing = script.chance.choice(THINGS)
    row = {
        "no": "1", "sasaran": f"Terkelolanya {thing} perangkat daerah", "indikator": f"Persentase {thing} terkelola",
        "target": "90%", "rumus": f"Jumlah {thing} terkelola dibagi seluruhnya", "sumber_data": "BKPSDM",
    }  # fmt: skip
    part = {
        "jabatan": "Arsiparis Ahli Pertama", "tugas": f"Melakukan pengelolaan {thing} secara sistematis.",
        "fungsi": [{"no": "1", "text": f"Penataan {thing} menurut kaidah kearsipan;"}], "rows": [row],
    }  # fmt: skip
    script.touched |= {id(part), id(row)}
    script.made.jabatan.insert(script.chance.randrange(1, len(script.made.jabatan)), part)
    script.note("added", "jabatan", None, part["jabatan"])


def merge(script: Script) -> None:
    """Two jabatan to one of a new name that holds all of both."""
    for _ in range(200):
        first, second = script.free(), script.free()
        rows = [one["indikator"] for part in (first, second) for one in part["rows"]]
        clean = script.whole(first) and script.whole(second)
        fair = min(len(first["rows"]), len(second["rows"])) * 2 >= max(len(first["rows"]), len(second["rows"]))
        if first is not second and clean and fair and len(set(rows)) == len(rows):
            break
    else:
        return
    whole = {**first, "jabatan": "Penata Kelola Aparatur", "rows": first["rows"] + second["rows"]}
    whole["fungsi"] = first["fungsi"] + second["fungsi"]
    script.touched.add(id(whole))
    script.made.jabatan = [whole if one is first else one for one in script.made.jabatan if one is not second]
    for part in (first, second):
        script.note("removed", "jabatan", part["jabatan"], None)
    script.note("added", "jabatan", None, whole["jabatan"])


def split(script: Script) -> None:
    """A jabatan to two of new names that each hold half of it."""
    for _ in range(200):
        part = script.free()
        starts = [at for at, one in enumerate(part["rows"]) if one["sasaran"]]
        if script.whole(part) and len(starts) >= 4 and len(part["fungsi"]) >= 4:
            break
    else:
        return
    at, half = starts[len(starts) // 2], len(part["fungsi"]) // 2
    first = {**part, "jabatan": "Pranata Urusan Pertama", "rows": part["rows"][:at], "fungsi": part["fungsi"][:half]}
    second = {**part, "jabatan": "Pranata Urusan Kedua", "rows": part["rows"][at:], "fungsi": part["fungsi"][half:]}
    script.touched |= {id(first), id(second)}
    place = next(at for at, one in enumerate(script.made.jabatan) if one is part)
    script.made.jabatan[place : place + 1] = [first, second]
    script.note("removed", "jabatan", part["jabatan"], None)
    for one in (first, second):
        script.note("added", "jabatan", None, one["jabatan"])


def decree_level(script: Script) -> None:
    """Title, date, signatory, laws, diktum."""
    made, preamble = script.made, script.made.preamble
    if made.nama != "Drs. Suwito":
        return
    old, preamble["judul"] = preamble["judul"], preamble["judul"].replace("2021-2026", "2025-2029") + " PERUBAHAN"
    script.note("changed", "decree", old, preamble["judul"])
    script.note("changed", "decree", made.tanggal[0], "2 Januari 2025")
    made.tanggal = ("2 Januari 2025", "2025-01-02")
    script.note("changed", "decree", made.nama, "Drs. Suwita")
    made.nama = "Drs. Suwita"
    gone = preamble["mengingat"].pop(1)
    script.note("removed", "mengingat", gone["text"], None)
    new = {"no": "99", "text": "Peraturan Bupati Paser Nomor 7 Tahun 2024 tentang Manajemen Talenta Aparatur;"}
    preamble["mengingat"].append(new)
    script.note("added", "mengingat", None, new["text"])
    clause = preamble["diktum"][0]
    old, clause["text"] = clause["text"], clause["text"].rstrip(".;") + " dan lampirannya;"
    script.note("changed", "diktum", old, clause["text"])


def renumber(script: Script) -> None:
    """New numbers are no change."""
    for part in script.made.jabatan:
        number = 0
        for row in part["rows"]:
            if row["sasaran"]:
                number += 1
                row["no"] = f"{number}."
        for at, one in enumerate(part["fungsi"]):
            one["no"] = "abcdefghijklmnopqrstuvwxyz"[at % 26]


OPERATIONS: dict[str, Callable[[Script], None]] = {
    "retarget": retarget, "reword": reword, "reword_sasaran": reword_sasaran, "punctuate": punctuate,
    "respell": respell, "resource": resource, "insert_row": insert_row, "delete_row": delete_row,
    "give_row": give_row, "shift_row": shift_row, "change_fungsi": change_fungsi, "change_tugas": change_tugas,
    "rename": rename, "drop": drop, "create": create, "merge": merge, "split": split, "decree_level": decree_level,
}  # fmt: skip


def revise(decision: Decision, seed: int, count: int = 40) -> Script:
    """A revision of so many operations, with its truth."""
    script = Script(copy.deepcopy(decision), random.Random(seed))
    once = {"rename", "create", "merge", "split", "decree_level"}
    left = [*OPERATIONS]
    for _ in range(count):
        name = script.chance.choice(left)
        OPERATIONS[name](script)
        if name in once:
            left.remove(name)
    renumber(script)
    return script


def reported(diff: CatalogueDiff) -> Counter[tuple[Key, str]]:
    """The diff's changes in the form of the truth."""
    return Counter(
        (
            (one.kind, one.object, one.field if one.object == "indikator" else None, one.old, one.new),
            one.nature,
        )
        for one in diff.changes
    )
