"""Decisions and revisions: a corrected scan is its digital twin, and what was decided holds for the next revision."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from extracted_decrees import gold_decree
from misread import MisreadScan
from project import ROOT

import katalog
from bahasa.block_kinds import block_named
from bahasa.fold import fold
from katalog.assemble.catalogue import assemble
from katalog.show.known_by import known_by
from katalog.show.proposals import undecided
from normalize.decree import normalize
from normalize.koreksi.file import KoreksiFile, asked_decisions
from normalize.koreksi.kinds import Benar, SalahKetik
from normalize.koreksi.putusan import Putusan
from schemas.base import Role
from schemas.catalogue import Catalogue, IndicatorRow
from schemas.decree import ExtractedDecree

CONTOH = [ROOT / "corpus" / name / f"{name}.pdf" for name in ("contoh-lama", "contoh-baru")]


@pytest.fixture(scope="module")
def twin() -> ExtractedDecree:
    return gold_decree()


@pytest.mark.parametrize("seed", range(6))
def test_a_corrected_scan_is_its_digital_twin(twin: ExtractedDecree, seed: int) -> None:
    scan = MisreadScan(twin, seed)
    digital, read = assemble(normalize(twin)), assemble(normalize(scan.damaged))
    assert katalog.diff(digital, read).changes != ()
    corrected = assemble(normalize(scan.damaged, koreksi=[scan.koreksi]))
    assert [one for one in corrected.koreksi if one.status != "applied"] == []
    assert katalog.diff(digital, corrected).changes == () and katalog.diff(corrected, digital).changes == ()
    assert corrected.content_hash == digital.content_hash


def test_decisions_hold_in_any_order_and_once(twin: ExtractedDecree) -> None:
    scan = MisreadScan(twin, 7)
    there = assemble(normalize(scan.damaged, koreksi=[scan.koreksi]))
    back = KoreksiFile((*reversed(scan.koreksi.putusan), *scan.koreksi.putusan))
    assert assemble(normalize(scan.damaged, koreksi=[back])).content_hash == there.content_hash


@pytest.fixture(scope="module")
def revisions() -> tuple[Catalogue, ExtractedDecree]:
    """The earlier revision's catalogue, and the next one as read."""
    return katalog.build(CONTOH[0]), katalog.extracted(CONTOH[1])


def carried(decisions: list[Putusan], old: Catalogue, new: ExtractedDecree) -> Catalogue:
    known = tuple(known_by(one, old) for one in decisions)
    return assemble(normalize(new, koreksi=[KoreksiFile(known, (old.source.sha256,), (old.source.file,))]))


def test_of_the_proposals_that_were_decided_all_hold_for_the_next_revision(
    revisions: tuple[Catalogue, ExtractedDecree],
) -> None:
    """Kept by position 9 of 28 fitted nothing any more."""
    old, new = revisions
    decided = list(asked_decisions(undecided(old)))
    made = carried([*decided], old, new)
    assert len(decided) == 28 and Counter(one.status for one in made.koreksi) == {"applied": 28}
    assert all(one.carried for one in made.koreksi)
    moved = [one for one in made.koreksi if one.place != one.decision["tempat"]]
    assert len(moved) >= 9 and not [one for one in made.findings if one.code == "koreksi-usang"]
    (told,) = [one for one in made.findings if one.code == "koreksi-sumber"]
    assert "28 dari 28" in told.message and told.severity == "info"


def test_what_was_seen_is_seen_in_the_same_row_only(revisions: tuple[Catalogue, ExtractedDecree]) -> None:
    """Each cell of the earlier revision was looked at; in the next one that holds where holder, indikator and words are
    the same, and nowhere else."""
    old, new = revisions
    cells = [
        Benar(tempat=f"{block_named(block.kind, block.order)}/rows/{row.row}/target", tercetak=_printed(row, "target"))
        for block in old.blocks
        for row in block.rows
    ]
    made = carried([*cells], old, new)
    there = {
        (fold(block.jabatan.as_printed).casefold(), _printed(row, "indikator").casefold(), _printed(row, "target")): (
            f"{block_named(block.kind, block.order)}/rows/{row.row}/target"
        )
        for block in made.blocks
        for row in block.rows
    }
    for record in made.koreksi:
        said = record.decision
        known = (str(said["jabatan"]).casefold(), str(said["indikator"]).casefold(), said["tercetak"])
        if known in there:
            assert record.status == "applied"
        if record.status == "applied":
            row = next(k for k, place in there.items() if place == record.place)
            assert row[1:] == known[1:]
    assert Counter(one.status for one in made.koreksi)["applied"] > 70


def _printed(row: IndicatorRow, role: Role) -> str:
    return fold(row.cells[role].text.as_printed)


def test_build_carries_the_decisions_of_the_earlier_catalogue() -> None:
    old = katalog.build(CONTOH[0])
    (first, *_) = (known_by(one, old) for one in asked_decisions(undecided(old)))
    decided = katalog.build(CONTOH[0], koreksi=KoreksiFile((first,), (old.source.sha256,)))
    new = katalog.build(CONTOH[1], previous=decided)
    (record,) = new.koreksi
    assert (record.status, record.carried) == ("applied", True)
    assert [one.before for one in new.edits if one.rule == "koreksi"] == [first.tercetak]  # type: ignore[attr-defined]
    # its own decision goes before that of the earlier revision
    refused = KoreksiFile((replace(first, putusan="tolak"),))  # type: ignore[arg-type, call-arg]
    new = katalog.build(CONTOH[1], previous=decided, koreksi=refused)
    assert [one.before for one in new.edits if one.rule == "koreksi"] == []
    assert [(one.decision["putusan"], one.carried) for one in new.koreksi] == [("tolak", False), ("terima", True)]


def test_a_slip_is_decided_everywhere(twin: ExtractedDecree) -> None:
    waiting = [one for one in normalize(twin).proposals if one.before == "Draft"]
    assert len(waiting) > 1
    everywhere = SalahKetik(tempat=waiting[0].place, tercetak="Draft", putusan="terima", menjadi="Draf", di="semua")
    here = SalahKetik(tempat=waiting[1].place, tercetak="Draft", putusan="tolak")
    made = normalize(twin, koreksi=[KoreksiFile((everywhere, here))])
    decided = {one.place for one in made.edits if one.rule == "koreksi"}
    assert decided >= {one.place for one in waiting[2:]} | {waiting[0].place} and waiting[1].place not in decided
    assert not [one for one in made.proposals if one.before == "Draft"]
    assert [one.status for one in made.koreksi] == ["applied", "applied"]
