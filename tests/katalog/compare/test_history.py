"""The lives of jabatan and indikator through several revisions."""

from __future__ import annotations

from small import Holder, Printed, small

from katalog.compare.diff.life import Life, RevisionHistory, history_of

SURAT: Printed = ("Tertibnya persuratan", "Jumlah surat masuk", "12 dokumen", "Buku agenda")
CUTI: Printed = ("Terlayaninya cuti", "Persentase usulan cuti selesai", "100%", "Aplikasi kepegawaian")
GAJI: Printed = ("Terbayarnya gaji", "Jumlah daftar gaji terbit", "12 daftar", "Aplikasi gaji")
UMUM, KAS = "Pengelola Kepegawaian", "Bendahara"


def lives(*revisions: tuple[Holder, ...]) -> RevisionHistory:
    return history_of([small(*one) for one in revisions])


def life(told: RevisionHistory, text: str) -> Life:
    (found,) = [one for one in told.lives if one.text == text]
    return found


def test_came_changed_and_went() -> None:
    more = (CUTI[0], CUTI[1], "95%", CUTI[3])
    told = lives(
        (Holder(UMUM, (SURAT,)),),
        (Holder(UMUM, (SURAT, CUTI)), Holder(KAS, (GAJI,))),
        (Holder(UMUM, (SURAT, more)), Holder(KAS, (GAJI,))),
        (Holder(UMUM, (more,)),),
        (Holder(UMUM, (more,)),),
    )
    assert told.revisions == ("paser-2022",) * 5
    assert [(one.object, one.jabatan, one.text) for one in told.lives] == [
        ("jabatan", UMUM, UMUM), ("indikator", UMUM, SURAT[1]), ("indikator", UMUM, CUTI[1]),
        ("jabatan", KAS, KAS), ("indikator", KAS, GAJI[1]),
    ]  # fmt: skip
    assert life(told, SURAT[1]).events == ["present", "kept", "kept", "removed", "absent"]
    assert life(told, CUTI[1]).events == ["absent", "added", "changed", "kept", "kept"]
    assert life(told, KAS).events == ["absent", "added", "kept", "removed", "absent"]
    assert life(told, GAJI[1]).events == ["absent", "added", "kept", "removed", "absent"]
    assert life(told, UMUM).events == ["present", "kept", "kept", "kept", "kept"]
    changed = life(told, CUTI[1])
    assert changed.details == [[], [], [("target", "100%", "95%")], [], []]
    assert changed.texts == ["", *[CUTI[1]] * 4]
    assert (changed.ids[0], changed.holders[0]) == ("", "")
    assert all(changed.ids[1:]) and changed.id == changed.ids[-1] and len(set(changed.holders[1:])) == 1
    assert life(told, SURAT[1]).texts == [SURAT[1]] * 3 + ["", ""]
    assert life(told, SURAT[1]).ids[3:] == life(told, SURAT[1]).holders[3:] == ["", ""]
    assert life(told, UMUM).holders == life(told, UMUM).ids


def test_a_thing_that_was_renamed_or_given_away_is_one_life() -> None:
    reworded = (SURAT[0], "Jumlah surat masuk tercatat", *SURAT[2:])
    told = lives(
        (Holder(UMUM, (SURAT, CUTI)), Holder(KAS, (GAJI,))),
        (Holder(UMUM, (SURAT,)), Holder(KAS, (GAJI, CUTI))),
        (Holder(UMUM, (reworded,)), Holder(KAS, (GAJI, CUTI))),
    )
    moved = life(told, CUTI[1])
    assert (moved.events, moved.jabatan) == (["present", "moved", "kept"], KAS)
    assert moved.holders[0] != moved.holders[1] == moved.holders[2]
    renamed = life(told, "Jumlah surat masuk tercatat")
    assert renamed.texts == [SURAT[1], SURAT[1], "Jumlah surat masuk tercatat"]
    assert renamed.events == ["present", "kept", "changed"]
    assert renamed.details[2] == [("indikator", SURAT[1], "Jumlah surat masuk tercatat")]


def test_only_a_slip_of_the_pen_is_an_edit_and_coming_again_another_life() -> None:
    slip = ("Tertibnya persuratan", "Jumlah surat masku", *SURAT[2:])
    told = lives((Holder(UMUM, (SURAT, CUTI)),), (Holder(UMUM, (slip,)),), (Holder(UMUM, (slip, CUTI)),))
    assert life(told, "Jumlah surat masku").events == ["present", "edited", "kept"]
    assert [one.events for one in told.lives if one.text == CUTI[1]] == [
        ["present", "removed", "absent"], ["absent", "absent", "added"],
    ]  # fmt: skip


def test_a_jabatan_stands_before_an_indikator_that_is_older_than_it() -> None:
    told = lives((Holder(UMUM, (SURAT, CUTI)),), (Holder(UMUM, (SURAT,)), Holder("Analis Cuti", (CUTI,))))
    assert [(one.object, one.text) for one in told.lives] == [
        ("jabatan", UMUM), ("indikator", SURAT[1]), ("jabatan", "Analis Cuti"), ("indikator", CUTI[1]),
    ]  # fmt: skip
