"""Scripted revisions of the labelled decree, and the simulated pair: every change found, nothing invented."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from project import ROOT
from revisi import Decision, Script, base, reported, revise

from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.compare.match.carry import carry
from katalog.front import build, diff
from katalog.store.integrity import all_ids
from schemas.catalogue import Catalogue
from schemas.diff import CatalogueDiff

HERE = Path(__file__).resolve().parents[2] / "fixtures" / "revisi"
SEEDS = range(8)


@pytest.fixture(scope="module")
def decision() -> Decision:
    """The decree as plain data."""
    return base()


@pytest.fixture(scope="module")
def old(decision: Decision) -> Catalogue:
    """Its catalogue."""
    return decision.catalogue("lama")


@pytest.fixture(scope="module", params=SEEDS)
def revision(request: pytest.FixtureRequest, decision: Decision) -> Script:
    """A revision of it with its truth."""
    return revise(decision, request.param)


def adds_up(made: CatalogueDiff) -> bool:
    """Whether all counts agree."""
    summary = made.summary
    things = summary.objects.values()
    return (
        summary.changes == summary.substantive + summary.editorial == sum(summary.kinds.values()) == len(made.changes)
        and all(one.old == one.unchanged + one.changed + one.removed for one in things)
        and all(one.new == one.unchanged + one.changed + one.added for one in things)
    )


def test_every_change_is_found_and_none_invented(old: Catalogue, revision: Script) -> None:
    made = diff(old, revision.made.catalogue("baru"))
    assert sum(revision.truth.values()) > 20
    assert reported(made) == revision.truth
    assert made.summary.renumbered > 0
    assert adds_up(made)


def test_applied_to_the_old_it_gives_the_new(old: Catalogue, revision: Script) -> None:
    new = revision.made.catalogue("baru")
    assert apply_diff(diff(old, new), old) == printed_content(new)
    assert apply_diff(diff(new, old), new) == printed_content(old)


def test_ids_are_carried_over(old: Catalogue, decision: Decision) -> None:
    """Through two revisions; the third is compared with the first as well."""
    script = revise(decision, 100, 25)
    second = carry(old, script.made.catalogue("baru"))
    again = revise(script.made, 101, 25)
    third = carry(second, again.made.catalogue("ketiga"))
    for before, after, truth in ((old, second, script.truth), (second, third, again.truth)):
        ids = list(all_ids(after))
        assert len(ids) == len(set(ids))
        assert not set(ids) & set(after.retired)
        made = diff(before, after)
        assert reported(made) == truth
        assert all(one.old_id == one.new_id for one in made.changes if one.old_id and one.new_id)
    made = diff(old, third)
    assert third.previous == (old.content_hash, second.content_hash)
    assert apply_diff(made, old) == printed_content(third)
    assert adds_up(made)


def test_ids_of_vanished_things_are_never_given_again(old: Catalogue, decision: Decision) -> None:
    """A row that is taken out and written anew in a later decree, in other words, is another thing."""
    script = revise(decision, 0, 0)
    part = script.made.jabatan[5]
    gone = part["rows"].pop()
    second = carry(old, script.made.catalogue("baru"))
    part["rows"].append({**gone, "sasaran": "Terbitnya majalah dinding", "rumus": "Lembar majalah"})
    third = carry(second, script.made.catalogue("ketiga"))
    assert second.retired
    assert not set(second.retired) & set(all_ids(third))
    assert set(second.retired) <= set(third.retired)


def test_nothing_changed(old: Catalogue) -> None:
    made = diff(old, old)
    assert made.changes == () and made.renumbered == () and made.regrouped == ()
    assert made.summary.objects["indikator"].unchanged == sum(len(block.rows) for block in old.blocks)
    assert adds_up(made)


def test_splits_and_merges_say_so(old: Catalogue, decision: Decision) -> None:
    from revisi import merge, split

    script = revise(decision, 3, 0)
    merge(script)
    split(script)
    notes = [one.note for one in diff(old, script.made.catalogue("baru")).changes if one.object == "jabatan"]
    codes = Counter(note.code for note in notes if note is not None)
    assert codes == {"merged": 3, "split": 3}


@pytest.fixture(scope="module")
def pair() -> dict[str, Catalogue]:
    """The simulated pair, as PDF and as text."""
    sources = {
        "lama.pdf": ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf",
        "baru.pdf": ROOT / "corpus" / "contoh-baru" / "contoh-baru.pdf",
        "lama.txt": HERE / "contoh-lama.txt",
        "baru.txt": HERE / "contoh-baru.txt",
    }
    return {name: build(path) for name, path in sources.items()}


@pytest.fixture(scope="module")
def truth() -> Counter[tuple[object, ...]]:
    """Its 36 changes."""
    listed = json.loads((HERE / "contoh.json").read_text(encoding="utf-8"))
    return Counter(
        (one["kind"], one["object"], one["field"] if one["object"] == "indikator" else None, one["old"], one["new"],
         one["nature"], one["jabatan"]["old"], one["jabatan"]["new"])
        for one in listed
    )  # fmt: skip


def contoh(made: CatalogueDiff) -> Counter[tuple[object, ...]]:
    """Changes in the form of that truth."""
    return Counter(
        (one.kind, one.object, one.field if one.object == "indikator" else None, one.old, one.new, one.nature,
         one.jabatan.old, one.jabatan.new)
        for one in made.changes
    )  # fmt: skip


@pytest.mark.parametrize("new", ["baru.pdf", "baru.txt"])
@pytest.mark.parametrize("old", ["lama.pdf", "lama.txt"])
def test_simulated_pair(pair: dict[str, Catalogue], truth: Counter[tuple[object, ...]], old: str, new: str) -> None:
    made = diff(pair[old], pair[new])
    assert contoh(made) == truth
    assert adds_up(made)
    assert made.summary.objects["jabatan"].model_dump() == {
        "old": 16, "new": 16, "unchanged": 14, "changed": 1, "added": 1, "removed": 1,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["lama", "baru"])
def test_text_against_pdf_of_one_decree(pair: dict[str, Catalogue], name: str) -> None:
    assert diff(pair[f"{name}.txt"], pair[f"{name}.pdf"]).changes == ()


def test_a_decree_against_its_copy_in_another_font_and_width() -> None:
    """The two files hold the same 23 jabatan; only the first has the preamble and the IKU."""
    folder = ROOT / "tests" / "fixtures" / "pdf"
    made = diff(*(build(folder / name) for name in ("paser-a.pdf", "paser-b.pdf")))
    inside = [one for one in made.changes if one.block_kind == "IKI"]
    assert inside == [] and made.headings == ()
    assert made.summary.objects["jabatan"].unchanged == 23
    assert [one.old for one in made.changes if one.object == "jabatan"] == [made.changes[-1].old]
