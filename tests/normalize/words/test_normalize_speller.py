"""The speller: what it corrects in a document, what it proposes, what it leaves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from extracted_decrees import block, extracted, gold_decree, items, label, row, text
from hypothesis import given
from hypothesis import strategies as st

from bahasa.data import entries_of
from normalize.decree import normalize
from normalize.place import PROSE
from normalize.walk import list_texts
from normalize.words.keyslips import classify
from schemas.base import Edit
from schemas.decree import Block, NormalizedDecree

STANDARD = Path(__file__).parent / "naskah_baku.txt"

# what a decree prints around the words under test
SETTING = [
    "Penyiapan bahan perangkat daerah sesuai prosedur dan ketentuan yang berlaku",
    "Pelaksanaan pengembangan pegawai sesuai prosedur dan ketentuan yang berlaku",
    "Penyusunan laporan kepegawaian sesuai prosedur dan ketentuan yang berlaku",
    "Jumlah dokumen rekapitulasi hasil penerimaan berkas permohonan pegawai",
    "Jumlah data dan informasi formasi pegawai yang tersusun dalam satu tahun",
    "Tersusunnya dokumen analisis jabatan dan tersusunnya laporan kompetensi pegawai",
    "pengelolaan kepegawaian yang tersedia dan pengelolaan kepegawaian yang tersusun",
    "bidang umum, bidang umum dan bidang umum",
]


def normalized(*sentences: str, **cells: str) -> NormalizedDecree:
    table = block({"jabatan": "Analis", "fungsi": [{"text": s} for s in (*SETTING * 8, *sentences)], "rows": []})
    return normalize(extracted(table.model_copy(update={"rows": (row(**cells),) if cells else ()})))


def last_value(result: NormalizedDecree) -> str:
    value = result.decree.blocks[0].fungsi[-1].text.value
    assert value is not None
    return value


CERTAIN = [
    # letters apart, the hyphen of a line's end, a piece that is no word
    ("J u m l a h berkas", "Jumlah berkas"),
    ("Persen-tase berkas", "Persentase berkas"),
    ("berkas ar sip pegawai", "berkas arsip pegawai"),
    # letters transposed, a neighbouring key, omitted, extra, doubled, a syllable left out
    ("bahan pernagkat daerah", "bahan perangkat daerah"),
    ("Pelaksanaan oengembangan pegawai", "Pelaksanaan pengembangan pegawai"),
    ("laporan kepegawain daerah", "laporan kepegawaian daerah"),
    ("Penyiapann bahan", "Penyiapan bahan"),
    ("berkas pemrohonan pegawai", "berkas permohonan pegawai"),
    ("data dan finromasi pegawai", "data dan informasi pegawai"),
    ("laporan komtensi pegawai", "laporan kompetensi pegawai"),
    # a word that affixes allow, but the document prints another one there
    ("ketentuan yang berkaku", "ketentuan yang berlaku"),
    ("Tersusunya dokumen", "Tersusunnya dokumen"),
    # another word between the same neighbours
    ("Dokumen rekapitulasi hasian penerimaan berkas", "Dokumen rekapitulasi hasil penerimaan berkas"),
    # glued, torn, the blank one letter off
    ("perangkat daerah danketentuan", "perangkat daerah dan ketentuan"),
    ("DokumenLaporan pegawai", "Dokumen Laporan pegawai"),
    ("dalam lim atahun", "dalam lima tahun"),
    ("pegawai dilaporan kepegawaian", "pegawai di laporan kepegawaian"),
    # printed twice
    ("laporan dan dan dokumen", "laporan dan dokumen"),
    ("pengelolaan kepegawaian kepegawaian yang tersusun", "pengelolaan kepegawaian yang tersusun"),
    # official phrases
    ("Aparatus Sipil Negara", "Aparatur Sipil Negara"),
    # capitals are kept
    ("BADAN KEPEGAWAIN DAERAH", "BADAN KEPEGAWAIAN DAERAH"),
    # a typing slip for a nonstandard form ends at the standard one
    ("Pengkooridinasian bahan, Pengkoordinasian laporan", "Pengoordinasian bahan, Pengkoordinasian laporan"),
    # long words by the dictionary alone, where the slip is plain
    ("penyeragmana bentuk", "penyeragaman bentuk"),
]


@pytest.mark.parametrize(("printed", "expected"), CERTAIN)
def test_certain(printed: str, expected: str) -> None:
    result = normalized(printed)
    assert last_value(result) == expected
    assert all(edit.evidence and edit.certainty >= 0.9 for edit in result.edits)


LEFT = [
    "Drs. Suwito, Kabupaten Paser, Tana Paser",  # names
    "SIMPEG, BKPSDM, LKjIP dan PPh 21",  # acronyms
    "rancangan logis (logical design) sistem jaringan",  # English in brackets
    "Kecamatan Kuaro dan Kecamatan Muara Komam",  # names that nobody listed
    "pegawai yang berdampingan dan bergantian",  # ber-an, allowed for some roots
    "tahun n+1 dan tahun n-1",
    "masing-masing unit-unit lain-lain",
    "gizi buruk (marasmus-kwasiorkor)",  # a term that a faulty word list is one letter from
    "Jumlah orang-tua asuh dan orangtua siswa",  # two ways to write it, none of them a slip
]


@pytest.mark.parametrize("printed", LEFT)
def test_left(printed: str) -> None:
    result = normalized(printed)
    assert last_value(result) == printed
    assert result.edits == ()


PROPOSED = [
    ("data dan formasi formasi pegawai", "formasi formasi", "informasi formasi"),
    ("data dan informasi pegawai biang umum", "biang", "bidang"),
    ("Jumlah dokumen rekapitulasi hasilan penerimaan", "hasilan", "hasil"),
    ("data dan informan formasi", "informan", "informasi"),
    ("Penyiapan dokumen dokumen pegawai, dokumen-dokumen", "dokumen dokumen", "dokumen-dokumen"),
    ("nilai berIntegritas", "berIntegritas", "berintegritas"),
    ("Draft laporan", "Draft", "Draf"),
    # another word of the same root is as near, or nearer: a letter lost in the affix
    ("desa rawan pangan sjumlah 813, jumlah desa dan jumlah warga", "sjumlah", "jumlah"),
    # a foreign word that no list has is likelier than a verb of `-i` without what goes before it
    ("angka kematian perinatal", "perinatal", "pernatali"),
    ("berkas antropometri pegawai", "antropometri", "antropometeri"),
    # the only capital of a text is that of a name
    ("berkas salmon dan Salmonella", "Salmonella", "Salmonela"),
    # two words of one stem, where the document prints the other one once
    ("pegawai inklusif, bahan inklusi", "inklusi", "inklusif"),
    # a word that affixes make of a short root that the decree doesn't print (`se-ke-tari-an`)
    ("dihasilkan oleh sekertarian daerah", "sekertarian", "seketarian"),
]


@pytest.mark.parametrize(("printed", "before", "after"), PROPOSED)
def test_proposed(printed: str, before: str, after: str) -> None:
    result = normalized(printed)
    assert last_value(result) == printed
    assert [(p.before, p.after) for p in result.proposals] == [(before, after)]
    assert [f.code for f in result.findings] == ["ejaan-usulan"]


def test_parallel_cell_is_a_witness() -> None:
    cells = {
        "sasaran": "Tersedianya STNK/BPKB",
        "indikator": "Jumlah berkas perpanjangan STNK/BPKB",
        "rumus": "Berkas STNK/BPKN dan perpanjagan",
    }
    result = normalized(**cells, target="1 berkas")
    assert result.decree.blocks[0].rows[0].cells["rumus"].text.value == "Berkas STNK/BPKB dan perpanjangan"
    assert any("sel sejajar" in edit.evidence for edit in result.edits)


def test_a_parallel_cell_is_no_witness_against_a_nearer_word_of_the_same_root() -> None:
    cells = {"indikator": "Jumlah perkara dweportasi", "rumus": "Orang asing dideportasi"}
    assert normalized(**cells, target="1 berkas").edits == ()


def test_a_word_that_lost_its_hyphen() -> None:
    assert last_value(normalized("bahan anak-anak dan anakanak")) == "bahan anak-anak dan anak-anak"


def test_without_spelling_the_words_stay() -> None:
    decree = extracted(block({"jabatan": "Analis", "rows": [{"rumus": "yag pernagkat ;", "target": "3dokumen"}]}))
    result = normalize(decree, spelling=False)
    cells = result.decree.blocks[0].rows[0].cells
    assert cells["rumus"].text.value == "yag pernagkat ;"
    assert result.decree.blocks[0].rows[0].target == normalize(decree).decree.blocks[0].rows[0].target
    assert cells["target"].text.value == "3dokumen"
    assert result.edits == ()


def standard_block() -> Block:
    lines = STANDARD.read_text(encoding="utf-8").splitlines()
    return Block(kind="PK", order=1, jabatan=text("Analis"), fungsi=items([{"text": line} for line in lines]))


def test_no_edit_in_standard_indonesian() -> None:
    """7,500 words of correct official Indonesian, alone and beside a decree that is full of slips."""
    assert sum(len(item.text.as_printed.split()) for item in standard_block().fungsi) > 5000
    assert normalize(extracted(standard_block())).edits == ()
    beside = normalize(extracted(standard_block(), *gold_decree().decree.blocks))
    assert [edit for edit in beside.edits if edit.place.startswith("PK/")] == []


def gold_edits() -> dict[tuple[str, str], list[Edit]]:
    """The edits of the labelled decree by part and field, as spelling.json names them."""
    found: dict[tuple[str, str], list[Edit]] = {}
    for edit in normalize(gold_decree()).edits:
        kind, order, *rest = edit.place.split("/")
        part = "p01_iku" if kind == "IKU" else f"j{int(order):02d}" if kind == "IKI" else "p00_preamble"
        if part != "p00_preamble":
            found.setdefault((part, _field(rest)), []).append(edit)
    return found


def _field(rest: list[str]) -> str:
    if rest[0] == "rows":
        return f"rows[{int(rest[1]) - 1}].{rest[2]}"
    return f"{rest[0]}[{int(rest[1]) - 1}].text" if len(rest) > 1 else rest[0]


def test_labelled_errors_and_nothing_else() -> None:
    """Of the certain errors at least 98 in 100 have an edit in their field; at least 995 in 1000 edits stand in a field
    with a labelled error."""
    edits = gold_edits()
    errors = [e for e in label("spelling")["errors"] if e["part"] not in ("p00_preamble",)]
    errors = [e for e in errors if not e["field"].endswith((".target", "nomor")) and "kolom" not in e["field"]]
    for entry in errors:
        entry["field"] = "jabatan" if entry["field"] == "instansi" else entry["field"]
    certain = {
        (e["part"], e["field"], e["wrong"]) for e in errors if e["certainty"] == "certain" and "judul" not in e["field"]
    }
    found = {
        key for key in certain
        if any(w.casefold() in {x.casefold() for edit in edits.get(key[:2], []) for x in edit.before.split()}
               for w in key[2].split())
    }  # fmt: skip
    assert len(found) >= 0.98 * len(certain), sorted(certain - found)
    fields = {(e["part"], e["field"]) for e in errors}
    listed = [edit for key, made in edits.items() for edit in made if not edit.place.endswith("/target")]
    stray = [edit for key, made in edits.items() if key not in fields for edit in made if "/target" not in edit.place]
    assert len(stray) <= 0.005 * len(listed), stray


def test_words_to_keep_are_kept() -> None:
    tokens = {entry["token"] for entry in label("spelling")["keep"]}
    result = normalize(gold_decree())
    changed = {edit.before for edit in result.edits}
    # forms that the same decree prints as slips of other words are judged in their place
    assert {token for token in tokens & changed if token[0] != "1"} == set()


SLIPS: list[tuple[str, str, str | None]] = [
    ("pernagkat", "perangkat", "huruf tertukar"), ("oenunjang", "penunjang", "tombol bersebelahan"),
    ("kepegawain", "kepegawaian", "huruf kurang"), ("ahasil", "hasil", "huruf berlebih"),
    ("penyiapann", "penyiapan", "huruf ganda"), ("terlaksanya", "terlaksananya", "suku kata kurang"),
    ("realiasai", "realisasi", "dua huruf"), ("finromasi", "informasi", "huruf tertukar"),
    ("laporan", "dilaporkan", None), ("dokumen", "laporan", None), ("sama", "sama", None),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "meant", "name"), SLIPS)
def test_slip(printed: str, meant: str, name: str | None) -> None:
    slip = classify(printed, meant)
    assert (slip.name if slip else None) == name


@pytest.mark.parametrize("entry", entries_of("frasa", "frasa"), ids=lambda entry: entry["nama"])
def test_every_phrase_corrects_its_example(entry: dict[str, str]) -> None:
    result = normalized(entry["contoh"])
    made = [e for e in (*result.edits, *result.proposals) if e.before.casefold() in entry["contoh"].casefold()]
    assert any(edit.after.casefold() in entry["nama"].casefold() for edit in made)


_LETTERS = st.text(alphabet="abdegiklmnoprstu", min_size=1, max_size=12)


@given(_LETTERS, _LETTERS)
def test_slips_are_total_and_symmetric_in_being_one(a: str, b: str) -> None:
    slip = classify(a, b)
    assert (slip is None) or (slip.cost > 0 and a != b)


@given(
    st.lists(st.sampled_from([*SETTING, "yag pernagkat", "dna Kepegawain", "formasi formasi", "berkaku"]), max_size=6)
)
def test_normalizing_twice_changes_nothing(sentences: list[str]) -> None:
    first = normalized(*sentences)
    values = [t.value or "" for f, t in list_texts(first.decree) if f.role in PROSE]
    again = normalize(extracted(block({"jabatan": values[0], "fungsi": [{"text": v} for v in values[1:]], "rows": []})))
    assert [t.value for f, t in list_texts(again.decree) if f.role in PROSE] == values


def test_a_text_full_of_unknown_words_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words of another language, or of a page read badly: the search stops, what is certain is still corrected, and a
    finding says so."""
    words = [f"pelaks{a}{b}{c}naan" for a in "bcdfgh" for b in "jklmnp" for c in "qrstvw"]
    lines = [" ".join(["dna", *words[i : i + 12]]) for i in range(0, len(words), 12)]
    decree = extracted(block({"jabatan": "Analis", "rows": [{"rumus": line} for line in lines]}))
    assert "ejaan-terbatas" not in {f.code for f in normalize(decree).findings}
    monkeypatch.setattr("normalize.words.document.PATIENCE", 50_000)
    result = normalize(decree)
    stopped = [f for f in result.findings if f.code == "ejaan-terbatas"]
    assert [f.severity for f in stopped] == ["warning"]
    assert re.search(r"\b[1-9]\d* kata dibiarkan", stopped[0].message)
    assert sum(edit.before == "dna" for edit in result.edits) == len(lines)
    assert result == normalize(decree)


@pytest.mark.parametrize(
    ("sasaran", "meant"),
    [
        ("Tersedinya daftar arsip aktif", "Tersedianya daftar arsip aktif"),
        ("Terlaskananya pemusnahan arsip", "Terlaksananya pemusnahan arsip"),
        ("Meningkatya tertib arsip", "Meningkatnya tertib arsip"),
        ("Terwujudya tertib arsip", "Terwujudnya tertib arsip"),
    ],
)
def test_first_word_of_a_sasaran(sasaran: str, meant: str) -> None:
    """Without a word of the decree as a witness, the words that open a sasaran are one."""
    table = block({"jabatan": "Analis", "fungsi": [], "rows": []})
    made = normalize(extracted(table.model_copy(update={"rows": (row(sasaran=sasaran),)})))
    assert made.decree.blocks[0].rows[0].cells["sasaran"].text.value == meant


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("arsip yang ter susun", "arsip yang tersusun"),
        ("unit kerja yang ter tib arsip", "unit kerja yang tertib arsip"),
        ("jumlah lapor an kegiatan", "jumlah laporan kegiatan"),
        ("upaya mem buat daftar", "upaya membuat daftar"),
        ("kinerja per tahun di bidang", "kinerja per tahun di bidang"),
        ("surat ke luar di tempat", "surat ke luar di tempat"),
    ],
)
def test_affixes_torn_off(torn: str, whole: str) -> None:
    table = block({"jabatan": "Analis", "fungsi": [], "rows": []})
    made = normalize(extracted(table.model_copy(update={"rows": (row(rumus=torn),)})))
    assert made.decree.blocks[0].rows[0].cells["rumus"].text.value == whole


def test_words_as_near_are_proposed() -> None:
    """`kebijkan`: a person decides, and the likelier root comes first."""
    table = block({"jabatan": "Analis", "fungsi": [], "rows": []})
    made = normalize(extracted(table.model_copy(update={"rows": (row(rumus="penyiapan bahan kebijkan teknis"),)})))
    assert [p.after for p in made.proposals] == ["kebijakan"]
