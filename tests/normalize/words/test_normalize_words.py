"""Spacing, capitals and certain slips."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bahasa.data import entries_of, vocabulary
from bahasa.fold import fold
from normalize.place import Field
from normalize.words.document import read_document
from normalize.words.pipeline import Corrected, correct
from normalize.words.protect import protected_spans
from normalize.words.rules import APPLY, Context
from normalize.words.texts import RULES

# the document of the examples: what it prints elsewhere
DOCUMENT = read_document(["Jumlah kinerja ASN ASN ASN Surat jumlah surat berintegritas Sipil perikanan"])


def corrected(text: str) -> Corrected:
    return correct(fold(text), RULES, Context(Field("IKI/1/tugas", "tugas"), DOCUMENT))


WORDS = [
    # a hyphen that broke a word: its halves are words, the document prints it whole; another word of two stays
    ("produksi peri-kanan", "produksi perikanan"),
    ("anak-anak dan suku-bangsa", "anak-anak dan suku-bangsa"),
    # the hyphen of a broken word behind an affix
    ("yang di-salurkan", "yang disalurkan"),
    # of a word that no list has as it stands; before an affix behind it, and behind one that is never a word
    ("Menurunnya kece-lakaan", "Menurunnya kecelakaan"),
    ("Meningkatnya kesadar-an warga", "Meningkatnya kesadaran warga"),
    ("Laporan kegi-atan pe-latihan", "Laporan kegiatan pelatihan"),
    ("belanja non-fisik", "belanja non-fisik"),
    # of a word whose halves are none but by the rules of affixes; `bagian` is formed too, `sub` is a word
    ("yang dilaksa-nakan dan ditindak-lanjuti", "yang dilaksanakan dan ditindaklanjuti"),
    ("sub-bagian dan anti-kekerasan", "sub-bagian dan anti-kekerasan"),
    # the one behind an abbreviation
    ("pegawai yang telah terbit SK-nya", "pegawai yang telah terbit SK-nya"),
    ("unit yang tersusun IKU-nya dan SOP-nya", "unit yang tersusun IKU-nya dan SOP-nya"),
    # names of signs that a web page left; an ampersand of a name is none
    ("dibina &amp; dievaluasi", "dibina & dievaluasi"),
    ("&ge; 85 %", "≥ 85 %"),
    ("â‰¥ 85 %", "≥ 85 %"),
    ("laporan â€œsemesterâ€\x9d", "laporan “semester”"),
    ("2 Ã— 24 jam", "2 × 24 jam"),
    ("R&D; dan &tanda; lain", "R&D; dan &tanda; lain"),
    # letters of another alphabet in a word of ours; a word of theirs and a sign of formulas stay
    ("Тersedianya ikаn", "Tersedianya ikan"),
    ("σ dan Москва", "σ dan Москва"),
    # blanks before punctuation
    ("program , kegiatan", "program, kegiatan"),
    ("yang berlaku ;", "yang berlaku;"),
    ("Kegiatan Operasional : rapat", "Kegiatan Operasional: rapat"),
    ("program ,kegiatan", "program, kegiatan"),
    ("data,informasi", "data, informasi"),
    # a stroke with a blank on one side; two strokes and formulas are left
    ("strategis /actual", "strategis/aktual"),
    ("apel/ rekap", "apel/rekap"),
    ("(jumlah A / jumlah B) x 100%", "(jumlah A / jumlah B) x 100%"),
    ("jumlah A : jumlah B x 100%", "jumlah A : jumlah B x 100%"),
    ("( LPPD )", "(LPPD)"),
    ("penilai kinerja )", "penilai kinerja)"),
    ("kinerja(IKI)", "kinerja (IKI)"),
    ("Undang - Undang Nomor 25", "Undang-Undang Nomor 25"),
    ("tahun 2021 - 2026", "tahun 2021-2026"),
    ("tahun n +1", "tahun n+1"),
    # units and numbers
    ("sebanyak 3dokumen", "sebanyak 3 dokumen"),
    ("formulir KP4 dan PP23", "formulir KP4 dan PP23"),
    # capitals
    ("JUmlah SUrat", "Jumlah Surat"),
    ("sasaran kInerja", "sasaran kinerja"),
    ("pegawai ASn", "pegawai ASN"),
    ("LKjIP, PPh dan CaLK", "LKjIP, PPh dan CaLK"),
    (
        "penelaahan untuk menyimpulkan dan Menyusun rekomendasi",
        "penelaahan untuk menyimpulkan dan menyusun rekomendasi",
    ),
    # certain slips, in the printed case
    ("yag tersedia dna tersusun", "yang tersedia dan tersusun"),
    ("INDICATOR KINERJA", "INDIKATOR KINERJA"),
    ("Tanggungjawab", "Tanggung jawab"),
    ("umum, Kerjasama hubungan masyarakat", "umum, kerja sama hubungan masyarakat"),
    ("di kali 100%", "dikali 100%"),
    # English terms stay, the same word alone does not
    ("indicator utama (key performance indicator)", "indikator utama (key performance indicator)"),
    ("data asset tetap", "data aset tetap"),
    # codes stay
    ("Nomor 800/ 015 /Sek. II/BKPSDM tanggal", "Nomor 800/ 015 /Sek. II/BKPSDM tanggal"),
    ("NIP 19650808 199203 1 019", "NIP 19650808 199203 1 019"),
    ("http://simpeg.paserkab.go.id/system", "http://simpeg.paserkab.go.id/system"),
    ("M E M U T U S K A N", "M E M U T U S K A N"),
]


@pytest.mark.parametrize(("printed", "expected"), WORDS)
def test_corrected(printed: str, expected: str) -> None:
    assert corrected(printed).value == expected


#: What the document prints elsewhere tells two words from one that no list has.
GLUED = [
    ("Jumlahkeluarga yang menerima", "Jumlah keluarga yang menerima"),
    ("Laporanbulanan kepada kepala", "Laporan bulanan kepada kepala"),
    ("dibagi seluruhpenerima dan setiappeserta", "dibagi seluruh penerima dan setiap peserta"),
    # words of ours, of health and of offices; a name among other words; halves that are printed nowhere
    ("ibu hamil trimester pertama, metadata", "ibu hamil trimester pertama, metadata"),
    ("Kampung Sukamaju dan Desa Laporanbulanan", "Kampung Sukamaju dan Desa Laporanbulanan"),
    ("Sistempendataan warga", "Sistempendataan warga"),
]


@pytest.mark.parametrize(("printed", "expected"), GLUED)
def test_words_run_together(printed: str, expected: str) -> None:
    document = read_document(["Jumlah keluarga", "laporan", "suka", "maju", "trim", "penerima bantuan dan peserta"])
    assert correct(fold(printed), RULES, Context(Field("IKI/1/tugas", "tugas"), document)).value == expected


PROPOSED = [
    ("Mengkoordinasikan rencana", "Mengoordinasikan"),
    ("pembukuan / akuntansi", "pembukuan/akuntansi"),
    ("Draft dokumen", "Draf"),
]


@pytest.mark.parametrize(("printed", "proposal"), PROPOSED)
def test_proposed_and_left(printed: str, proposal: str) -> None:
    result = corrected(printed)
    assert result.value == printed
    assert [edit.after for edit in result.proposals] == [proposal]


SLIPS = [(table, entry) for table, listed in vocabulary("ejaan").items() for entry in listed]


@pytest.mark.parametrize(("table", "entry"), SLIPS, ids=lambda x: x["benar"] if isinstance(x, dict) else x)
def test_every_slip_matches_its_example(table: str, entry: dict[str, object]) -> None:
    result = corrected(str(entry["contoh"]))
    found = result.edits if float(str(entry.get("kepastian", 1))) >= APPLY else result.proposals
    assert str(entry["benar"]).casefold() in {edit.after.casefold() for edit in found if edit.rule == table}
    assert all(edit.evidence for edit in found)


def test_no_correction_is_itself_a_slip() -> None:
    wrong = {form.casefold() for _, entry in SLIPS for form in entry["salah"] if _ != "nama"}
    right = {entry["benar"].casefold() for _, entry in SLIPS}
    assert wrong & right == set()


def test_no_slip_is_listed_twice() -> None:
    forms = [form for _, entry in SLIPS for form in entry["salah"]]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("entry", entries_of("singkatan", "campuran"), ids=lambda entry: entry["nama"])
def test_every_acronym_stays_in_its_example(entry: dict[str, str]) -> None:
    assert entry["nama"] in entry["contoh"]
    assert corrected(entry["contoh"]).value == entry["contoh"]


@pytest.mark.parametrize("entry", entries_of("inggris", "kelompok"), ids=lambda entry: entry["contoh"])
def test_english_terms_are_protected(entry: dict[str, object]) -> None:
    assert protected_spans(str(entry["contoh"]))


@given(st.text())
def test_correction_is_total_and_final(printed: str) -> None:
    once = corrected(printed)
    again = corrected(once.value)
    assert again.value == once.value
    assert again.edits == ()


_PIECES = st.sampled_from(
    ["program", "JUmlah", "yag", "dna", " ", " ", "  ", ",", " ,", ";", "/", " / ", "- ", "(", ")", "3dokumen", "n +1",
     "2021", "-", "Undang", "di", "kali", "ASn", "indicator", "key", "performance", ".", ":", "tanggungjawab", "800/"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_correction_of_office_text_is_final(printed: str) -> None:
    once = corrected(printed)
    again = corrected(once.value)
    assert (again.value, again.edits) == (once.value, ())


@given(st.text())
@example("\u0339 \u0334")
def test_folding_is_final_and_loses_no_ink(printed: str) -> None:
    folded = fold(printed)
    assert fold(folded) == folded
    # marks that a blank kept apart change their order when it goes
    assert fold("".join(printed.split())).replace(" ", "") == fold(folded.replace(" ", "")).replace(" ", "")


def test_a_joined_word_is_not_broken_again() -> None:
    """The document prints no other form of it, in a parallel cell."""
    cells = ["Layanan bantuan", "Jumlah bantuan yang di-salurkan kepada warga"]
    place = Field("IKI/1/rows/1/indikator", "indikator")
    assert correct(cells[1], RULES, Context(place, read_document(cells))).value == cells[1].replace("-", "")
