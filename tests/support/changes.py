"""Diffs made by hand, so that reports are tested apart from the comparison."""

from __future__ import annotations

from collections import Counter
from typing import Any

from katalog.compare.kinds import KINDS
from schemas.diff import CatalogueDiff, Change, ChangeKind, Identity, Object, Printed, Sides, Summary

#: `12 dokumen` to `12 Dokumen`.
RUNS = (("same", "12"), ("deleted", "dokumen"), ("inserted", "Dokumen"))


def change(kind: ChangeKind, about: Object = "fungsi", **more: Any) -> Change:
    """A change in a jabatan that stayed, of substance if nothing else is said."""
    fields: dict[str, Any] = {
        "kind": kind, "object": about, "nature": KINDS[kind].nature or "substantive",
        "jabatan": Sides(old="Bendahara", new="Bendahara"), "jabatan_id": Sides(old="b", new="b"),
        "unit": Sides(old="Sekretariat", new="Sekretariat"),
    }  # fmt: skip
    return Change.model_validate({**fields, **more})


def one_of_each() -> tuple[Change, ...]:
    """A change of every kind."""
    content = Printed(id="x", fields={"text": "Menyusun laporan"})
    return (
        change("added", new="Menyusun laporan", new_page=2, content=content),
        change("removed", old="Menyimpan arsip", old_page=1, content=content),
        change(
            "changed", "indikator", field="target", old="12 dokumen", new="12 Dokumen", nature="editorial",
            indikator=Sides(old="Jumlah surat", new="Jumlah surat"),
            words=[{"op": op, "text": text} for op, text in RUNS],
        ),
        change("renamed", "jabatan", field="jabatan", old="Bendahara", new="Penata Keuangan"),
        change(
            "moved", old="Melayani tamu", new="Melayani tamu", note={"code": "moved_within"},
            position={"old": 2, "new": 5},
        ),
    )  # fmt: skip


def diff_with(*changes: Change) -> CatalogueDiff:
    """A diff of two decrees with these changes."""
    old, new = (
        Identity(slug=slug, file=f"{slug}.pdf", sha256="0" * 64, content_hash="f" * 64) for slug in ("lama", "baru")
    )
    kinds = Counter(one.kind for one in changes)
    substantive = sum(one.nature == "substantive" for one in changes)
    summary = Summary(
        changes=len(changes), substantive=substantive, editorial=len(changes) - substantive, kinds=dict(kinds)
    )
    return CatalogueDiff(old=old, new=new, summary=summary, changes=changes)
