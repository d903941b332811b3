"""A person's decisions: reading, applying, staleness, and writing proposals to decide on."""

from __future__ import annotations

import pytest
from extracted_decrees import extracted, row, text
from hypothesis import given
from hypothesis import strategies as st

from normalize.decree import normalize
from normalize.koreksi.file import BadKoreksi, KoreksiFile, asked_decisions, read_koreksi, write_koreksi
from normalize.koreksi.kinds import SalahKetik
from schemas.base import Edit
from schemas.decree import Block, ExtractedDecree, NormalizedDecree, Penandatangan, Penetapan, Preamble

RUMUS = "IKI/1/rows/1/rumus"
TARGET = "IKI/1/rows/1/target"


def decree() -> ExtractedDecree:
    table = Block(
        kind="IKI", order=1, jabatan=text("Analis"),
        rows=(row(rumus="Draft dokumen yag review", target="1 3dokumen"), row(rumus="Draft", target="2 dokumen")),
    )  # fmt: skip
    signer = Penetapan(penandatangan=Penandatangan(nama=text("Suwito")))
    return extracted(table, preamble=Preamble(penetapan=signer))


def decided(toml: str) -> NormalizedDecree:
    return normalize(decree(), koreksi=[read_koreksi(toml)])


def rumus(result: NormalizedDecree) -> str | None:
    return result.decree.blocks[0].rows[0].cells["rumus"].text.value


def entry(tempat: str, tercetak: str, putusan: str, **more: str) -> str:
    fields = {"tempat": tempat, "tercetak": tercetak, "putusan": putusan, **more}
    return "[[koreksi]]\n" + "".join(f'{name} = "{value}"\n' for name, value in fields.items())


def test_a_proposal_is_accepted_as_it_is() -> None:
    result = decided(entry(RUMUS, "Draft", "terima", oleh="Sekretaris"))
    assert rumus(result) == "Draf dokumen yang review"
    human = [edit for edit in result.edits if edit.rule == "koreksi"]
    assert [(e.before, e.after, e.place) for e in human] == [("Draft", "Draf", RUMUS)]
    assert human[0].evidence.startswith("keputusan Sekretaris")
    # only in its place: the second row's proposal still waits
    assert [p.place for p in result.proposals if p.before == "Draft"] == ["IKI/1/rows/2/rumus"]


def test_a_certain_edit_is_refused() -> None:
    result = decided(entry(RUMUS, "yag", "tolak"))
    assert rumus(result) == "Draft dokumen yag review"
    assert "yag" not in {edit.before for edit in result.edits}


def test_a_proposal_is_refused() -> None:
    result = decided(entry(RUMUS, "review", "tolak"))
    assert "review" not in {p.before for p in result.proposals}


def test_a_person_writes_what_was_meant() -> None:
    result = decided(entry(RUMUS, "yag review", "terima", menjadi="yag direviu", alasan="sesuai berita acara"))
    # what a person wrote is not corrected again
    assert rumus(result) == "Draft dokumen yag direviu"
    assert [e.evidence for e in result.edits if e.rule == "koreksi"] == ["keputusan: sesuai berita acara"]


def test_a_target_is_decided() -> None:
    result = decided(entry(TARGET, "1 3dokumen", "terima", menjadi="13 dokumen"))
    first = result.decree.blocks[0].rows[0]
    assert first.target is not None
    assert (first.target.kind, first.target.value, first.target.unit) == ("count", "13", "dokumen")
    assert first.cells["target"].text.value == "13 dokumen"
    assert [(e.rule, e.before, e.after) for e in result.edits if e.place == TARGET] == [
        ("koreksi", "1 3dokumen", "13 dokumen")
    ]
    assert "target-ambigu" not in {f.code for f in result.findings}


STALE = [
    ("IKI/9/rows/1/rumus", "Draft", "tempat itu tidak ada"),
    (RUMUS, "Draf", "“Draf” tidak tercetak"),
    (TARGET, "13 dokumen", "sel itu mencetak “1 3dokumen”"),
    # a target is decided as a whole
    (TARGET, "dokumen", "sel itu mencetak “1 3dokumen”"),
    ("preamble/penetapan/penandatangan/nama", "Suwito", "bidang itu tidak pernah diubah"),
]


@pytest.mark.parametrize(("tempat", "tercetak", "reason"), STALE)
def test_stale_decisions_are_reported(tempat: str, tercetak: str, reason: str) -> None:
    result = decided(entry(tempat, tercetak, "tolak"))
    stale = [f for f in result.findings if f.code == "koreksi-usang"]
    assert len(stale) == 1 and reason in stale[0].message and tempat in stale[0].message
    assert [f for f in result.findings if f.code != "koreksi-usang"] == list(normalize(decree()).findings)


UNUSED = [
    (entry(RUMUS, "dokumen", "terima"), "tidak ada lagi usulan untuk “dokumen”"),
    (entry(TARGET, "1 3dokumen", "terima"), "isian “menjadi” belum ada"),
]


@pytest.mark.parametrize(("toml", "reason"), UNUSED)
def test_an_acceptance_of_nothing_is_reported(toml: str, reason: str) -> None:
    stale = [f for f in decided(toml).findings if f.code == "koreksi-usang"]
    assert len(stale) == 1 and reason in stale[0].message


def cells(result: NormalizedDecree, role: str) -> list[str | None]:
    return [row.cells[role].text.value for row in result.decree.blocks[0].rows if role in row.cells]  # type: ignore[index]


def test_the_canonical_form_of_a_target_is_refused() -> None:
    second = "IKI/1/rows/2/target"
    table = Block(kind="IKI", order=1, jabatan=text("Analis"), rows=(row(target="2dok"), row(target="2dok")))
    result = normalize(extracted(table), koreksi=[read_koreksi(entry(second, "2dok", "tolak"))])
    assert cells(result, "target") == ["2 dokumen", "2dok"]
    assert [edit.place for edit in result.edits] == ["IKI/1/rows/1/target"]
    assert result.decree.blocks[0].rows[0].target == result.decree.blocks[0].rows[1].target


def test_a_satuan_is_decided() -> None:
    table = Block(
        kind="PK", order=1, jabatan=text("Analis"),
        rows=(row(target="2", satuan="Dok."), row(target="2", satuan="Dok."), row(target="2", satuan="Gebyok")),
    )  # fmt: skip
    toml = entry("PK/1/rows/2/satuan", "Dok.", "tolak") + entry(
        "PK/1/rows/3/satuan", "Gebyok", "terima", menjadi="unit"
    )
    result = normalize(extracted(table), koreksi=[read_koreksi(toml)])
    assert cells(result, "satuan") == ["dokumen", "Dok.", "unit"]
    assert {f.code for f in result.findings} <= {"target-tersirat"}


def test_a_decision_about_a_corrected_word() -> None:
    """`inventarisisr` is corrected to `inventarisir`; for that `inventarisasi` is proposed."""
    printed = ["Jumlah data inventarisir"] * 8 + ["Jumlah data inventarisisr"]
    table = Block(kind="IKI", order=1, jabatan=text("Analis"), rows=tuple(row(rumus=words) for words in printed))
    waiting = normalize(extracted(table)).proposals
    last = [p for p in waiting if p.place == "IKI/1/rows/9/rumus"]
    assert [(p.before, p.after) for p in last] == [("inventarisir", "inventarisasi")]
    for asked in (last, waiting):
        result = normalize(extracted(table), koreksi=[KoreksiFile(asked_decisions(asked))])
        assert cells(result, "rumus")[-1] == "Jumlah data inventarisasi"
        assert "koreksi-usang" not in {f.code for f in result.findings}


def test_words_proposed_twice_in_one_place_are_decided_once() -> None:
    table = Block(kind="IKI", order=1, jabatan=text("Analis"), rows=(row(rumus="Draft dan draft dan draft"),))
    result = normalize(extracted(table))
    assert len(result.proposals) == 3
    decisions = KoreksiFile(asked_decisions(result.proposals))
    assert [k.tercetak for k in decisions.putusan] == ["Draft", "draft"]
    assert cells(normalize(extracted(table), koreksi=[decisions]), "rumus") == ["Draf dan draf dan draf"]


def test_decisions_that_fit_are_not_stale() -> None:
    result = decided(entry(RUMUS, "Draft", "terima") + entry(TARGET, "1 3dokumen", "terima", menjadi="13 dokumen"))
    assert "koreksi-usang" not in {f.code for f in result.findings}


BAD = [
    ("[[koreksi", "bukan TOML"),
    ("[[lain]]\na = 1\n", "tidak dikenal: lain"),
    ("koreksi = 3\n", "hanya boleh berisi"),
    (entry(RUMUS, "x", "mungkin"), "putusan harus"),
    ('[[koreksi]]\ntempat = "x"\n', "tercetak, putusan belum ada"),
    (entry(RUMUS, "x", "tolak", siapa="y"), "isian siapa tidak dikenal"),
    ("[[koreksi]]\ntempat = 3\n", "harus teks"),
    (entry(RUMUS, "x", "tolak") + entry(RUMUS, "x ", "terima"), "ke-1 dan ke-2 memutuskan “x”"),
]


@pytest.mark.parametrize(("toml", "message"), BAD)
def test_a_bad_file_says_what_is_wrong(toml: str, message: str) -> None:
    with pytest.raises(BadKoreksi, match=message):
        read_koreksi(toml)


def test_an_empty_file_decides_nothing() -> None:
    assert read_koreksi("") == KoreksiFile()


def test_proposals_can_be_pasted() -> None:
    proposals = normalize(decree()).proposals
    decisions = read_koreksi(write_koreksi(KoreksiFile(asked_decisions(proposals))))
    assert [(k.tempat, k.tercetak, k.menjadi) for k in decisions.putusan] == [
        (p.place, p.before, p.after) for p in proposals
    ]
    result = normalize(decree(), koreksi=[decisions])
    assert result.proposals == ()
    assert rumus(result) == "Draf dokumen yang reviu"


@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_what_is_written_is_read(before: str, after: str, evidence: str) -> None:
    edit = Edit(rule="x", before="a" + before, after="b" + after, evidence=evidence, place="IKI/1/tugas")
    (decision,) = read_koreksi(write_koreksi(KoreksiFile(asked_decisions([edit])))).putusan
    assert isinstance(decision, SalahKetik) and decision.terima and decision.tempat == "IKI/1/tugas"
