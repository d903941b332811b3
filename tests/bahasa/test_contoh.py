"""Every entry of every vocabulary file has an example and says where it is from, and its matcher knows the example."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from project import ROOT

from bahasa.acronyms import acronym, mixed_acronyms
from bahasa.amounts import amounts_in
from bahasa.data import vocabulary
from bahasa.date import is_date
from bahasa.ditto import is_ditto
from bahasa.earlier import earlier_decrees
from bahasa.fold import fold_words
from bahasa.function_words import function_words
from bahasa.headings import heading_letters, is_known_heading, role_of_heading, role_of_key
from bahasa.issuers import region_in
from bahasa.kamus import is_known
from bahasa.labels import labels, labels_of, opening_at
from bahasa.language import LegalIndonesian
from bahasa.law import laws_in, parse_law
from bahasa.mentions import mentions_in
from bahasa.number import ordinals, read_words
from bahasa.openers import (
    anybody,
    article_phrases,
    letter_phrases,
    offices,
    ranks,
    rated,
    sasaran_openers,
    says_when,
    tugas_openers,
)
from bahasa.page_numbers import page_number_form, page_stamps
from bahasa.polaritas import is_polarity_heading, polarity_of, polarity_said
from bahasa.program import is_sum, program_columns, program_role, rupiah
from bahasa.signs import shows
from bahasa.target import parse_target
from bahasa.target_at import target_at
from bahasa.target_scope import holds_targets, scopes_of
from bahasa.units import begins_with, leads, led_by, permanent, places, printed_unit
from katalog.compare.diff.edition import beside_edition
from normalize.words.protect import protected_spans

Entry = dict[str, Any]

#: Files without words of decrees: the origin of the list of words, and the messages of the program.
APART = {"kamus", "temuan"}
#: A form in general use, or the official one, that no decree we can name was seen to print.
UNSEEN = {"umum", "tata naskah dinas"}
#: Decrees seen outside the corpus, by the name of their file.
SEEN = {
    "bkpd-jabar-iku-2014", "bkpd-jabar-iku-eselon-iii-iv", "dinas-peternakan-jabar-iku-2016",
    "disparbud-jabar-iku-2016", "disparbud-jabar-pk-2016", "iku-dinkes-2017", "iku-ess-iii-iv",
    "iku-kabid-pengembangan", "pk-kebudayaan",
}  # fmt: skip


def _ends(entry: Entry) -> bool:
    words = entry["contoh"].split()
    return target_at(words, 0)[0] == len(words)


def _valued(entry: Entry) -> bool:
    return _ends(entry) and parse_target(entry["contoh"]).value is not None


def _wrong_form(entry: Entry) -> bool:
    printed = entry["contoh"].casefold()
    return any(re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", printed) for form in entry["salah"])


def _label(entry: Entry) -> bool:
    own = (label for label in labels_of(entry["bagian"]) if " ".join(label.words) == entry["kata"])
    opens = opening_at(entry["contoh"], entry["bagian"]) is not None
    return any(label.pattern.match(entry["contoh"]) for label in own) and opens


def _led(entry: Entry) -> bool:
    led = led_by(entry["contoh"])
    return led is not None and (led.nama, led.whole) == (entry["hasil"], entry.get("seluruh_instansi", False))


def _unit(entry: Entry) -> bool:
    target = parse_target(entry["contoh"])
    # a number that a grade's unit follows (`80 predikat`) is counted in it; the grade itself is a letter
    return target.unit == entry["nama"] and target.kind == ("count" if entry["jenis"] == "grade" else entry["jenis"])


def _mentioned(entry: Entry) -> bool:
    text = entry["contoh"]
    found = {(one.label, text[one.start : one.end], one.value) for one in mentions_in(text)}
    return (entry["label"], entry["sebutan"], entry["nilai"]) in found


def _behind_title(entry: Entry) -> bool:
    text = entry["contoh"]
    return text[next(laws_in(text))[1] :] == entry["sisa"]


#: Whether the matcher of a table knows an entry's example, by file and table.
KNOWS: dict[str, Callable[[Entry], object]] = {
    "block_kinds.kind": lambda e: any(x.pattern.match(e["contoh"]) for x in labels_of("judul")),
    "bilangan.tingkat": lambda e: ordinals()[fold_words(e["contoh"]).replace(" ", "")] == e["nilai"],
    "bilangan.uang": lambda e: parse_target(e["contoh"]).kind == "money",
    "bilangan.penunjuk": lambda e: e["kata"] in e["contoh"].lower() and not [*amounts_in(f"{e['contoh']} dokumen")],
    "bilangan.bilangan": lambda e: e["kata"] in e["contoh"].split() and read_words(e["contoh"]) == e["hasil"],
    **{f"ejaan.{table}": _wrong_form for table in vocabulary("ejaan")},
    "entitas.entitas": _mentioned,
    "frasa.frasa": lambda e: set(fold_words(e["nama"]).split()) & set(fold_words(e["contoh"]).split()),
    "furniture.cap": lambda e: e["contoh"] in page_stamps(),
    "furniture.pola": lambda e: page_number_form(e["contoh"]) == e["nama"],
    "headings.kepala": lambda e: is_known_heading(e["contoh"]) and role_of_heading(e["contoh"]) == e["peran"],
    "headings.kunci": lambda e: role_of_key({*map(heading_letters, e["contoh"].split())}) == e["peran"],
    "inggris.kelompok": lambda e: protected_spans(e["contoh"]),
    "idem.kata": lambda e: is_ditto(e["contoh"]),
    "idem.tanda": lambda e: is_ditto(e["contoh"]),
    "kata_fungsi.kata": lambda e: (
        re.search(rf"\b{e['kata']}\b", e["contoh"])
        and all(e["kata"] in function_words(having) for having in e["sifat"])
    ),
    "kepala.kepala": _led,
    "kepala.sementara": lambda e: permanent(e["contoh"]) == e["hasil"],
    "kepala.pemimpin": lambda e: leads(e["contoh"]) and led_by(e["contoh"]) is None,
    "labels.label": _label,
    "labels.pejabat": lambda e: offices().match(e["contoh"]),
    "labels.dinilai": lambda e: rated().search(e["contoh"]),
    "labels.masa": lambda e: says_when(e["contoh"]) and e["contoh"].startswith(e["kata"].upper()),
    "labels.siapa_saja": lambda e: anybody().match(e["contoh"].removeprefix("INDIKATOR KINERJA INDIVIDU")),
    "labels.pangkat": lambda e: ranks().match(e["contoh"]),
    "labels.pasal": lambda e: any(p == e["bagian"] and x.search(e["contoh"]) for p, x in article_phrases()),
    "labels.surat": lambda e: (found := letter_phrases().search(e["contoh"])) and found[0] == e["kata"],
    "labels.pembuka": lambda e: tugas_openers().match(e["contoh"]),
    "labels.sasaran": lambda e: (
        e["contoh"].split()[0].casefold() in sasaran_openers() and is_known(e["kata"].casefold())
    ),
    "labels.awal_judul": lambda e: any(x.pattern.match(e["contoh"]) for x in labels_of("judul")),
    "law.edisi": lambda e: " ".join(beside_edition(e["contoh"])) == e["sisa"],
    "law.jenis": lambda e: (law := parse_law(e["contoh"])) and law.jenis.startswith(e["nama"]) and law.tahun,
    "law.sesudah_judul": _behind_title,
    "nilai.nilai": lambda e: parse_target(e["contoh"]).grade == e["nama"] and _ends(e) is not e.get("hanya_sel", False),
    "pencabutan.sebelum": lambda e: [one.cara for one in earlier_decrees(e["contoh"])] == [e["cara"]],
    "pencabutan.sesudah": lambda e: [one.cara for one in earlier_decrees(e["contoh"])] == [e["cara"]],
    "pencabutan.dasar": lambda e: not [*earlier_decrees(f"{e['contoh']} dicabut")],
    # a part that no label opens (`kepala`, `tabel`) is told by where it stands
    "parts.part": lambda e: not labels_of(e["name"]) or any(x.pattern.match(e["contoh"]) for x in labels()),
    "polaritas.judul": lambda e: is_polarity_heading(e["contoh"]),
    "polaritas.frasa": lambda e: (polarity_said(e["contoh"]) or ("",))[0] == e["nilai"],
    "polaritas.isi": lambda e: polarity_of(e["contoh"]) == e["nilai"],
    "program.kolom": lambda e: program_role(e["contoh"]) == e["peran"],
    "program.jumlah": lambda e: is_sum(e["contoh"]),
    "program.satuan": lambda e: rupiah("2", e["contoh"]) == str(2 * e["nilai"]),
    "program.sesudah": lambda e: program_columns(["Program", "Anggaran", e["contoh"]])["anggaran"] == 2,
    "petunjuk.petunjuk": lambda e: shows(e["jenis"], e["contoh"]),
    "roles.role": lambda e: role_of_heading(e["contoh"]) == e["name"],
    "satuan.satuan": lambda e: _unit(e) and _ends(e),
    "singkatan.campuran": lambda e: e["nama"] in mixed_acronyms() and e["nama"] in e["contoh"],
    "singkatan.titik": lambda e: f"{e['kata']}." in [word.text.lower() for word in LegalIndonesian()(e["contoh"])],
    "tanggal.bulan": lambda e: is_date(e["contoh"]) and _ends(e),
    "target.kosong": lambda e: parse_target(e["contoh"]).kind == "none" and _ends(e),
    "target.pembatas": lambda e: parse_target(e["contoh"]).note == e["catatan"] and _ends(e),
    "target.arah": lambda e: parse_target(e["contoh"]).note == e["catatan"],
    "target.pembatas_akhir": lambda e: parse_target(e["contoh"]).note == e["catatan"],
    "target.tahap": lambda e: (parse_target(e["contoh"]).note or "").startswith("tahap: "),
    "target.urutan": lambda e: parse_target(e["contoh"]).kind == "index",
    "target.bagian_waktu": lambda e: parse_target(e["contoh"]).kind == "date",
    "target.waktu": lambda e: parse_target(e["contoh"]).unit == e["dalam"],
    "target.rentang": lambda e: parse_target(e["contoh"]).kind == "range" and _ends(e),
    "target.kali": _ends,
    "tanggal.pukul": lambda e: "pukul" in (parse_target(e["contoh"]).note or "") and _ends(e),
    "tanggal.zona": lambda e: "WITA" in (parse_target(e["contoh"]).note or ""),
    "tanggal.hari": lambda e: parse_target(e["contoh"]).kind == "date",
    "target.menjelang_tanggal": lambda e: parse_target(e["contoh"]).note == "paling lambat",
    "target.bagian_dari": lambda e: (parse_target(e["contoh"]).note or "").startswith("persen dari: "),
    "target.letak_persen": lambda e: (parse_target(e["contoh"]).note or "").startswith("keterangan: "),
    "target.jumlah": lambda e: parse_target(e["contoh"]).kind == "count",
    "target.antara": lambda e: parse_target(e["contoh"]).kind == "range" and _ends(e),
    **dict.fromkeys(
        ("target.menjadi", "target.ke"), lambda e: "semula" in (parse_target(e["contoh"]).note or "") and _ends(e)
    ),
    **{f"target.{table}": _valued for table in ("pengantar", "tiap", "sekali")},
    "target.tanpa_angka": _ends,
    "target.awalan": lambda e: parse_target(e["contoh"]).kind in ("grade", "index"),
    "target.indikator": lambda e: parse_target("80", e["contoh"]).kind == e["jenis"],
    "target_scope.masa": lambda e: scopes_of([(e["contoh"],)])[0].period == e["nama"],
    "target_scope.akhir": lambda e: scopes_of([(e["contoh"],)])[0].period == "tahun",
    "target_scope.aspek": lambda e: scopes_of([(e["contoh"],)])[0].aspect == e["nama"],
    "target_scope.versi": lambda e: scopes_of([(e["contoh"],)])[0].version == e["nama"],
    "target_scope.bukan_target": lambda e: not holds_targets((e["contoh"],)),
    # beside what is none the word says that it is one
    "target_scope.ditargetkan": lambda e: holds_targets((e["contoh"],)) and not holds_targets(("CAPAIAN",)),
    "target_scope.target": lambda e: holds_targets((f"{e['contoh']} REALISASI",)) and e["bentuk"],
    "unit.unit": lambda e: printed_unit(e["contoh"]) == e["contoh"] and fold_words(e["contoh"]).startswith(e["kata"]),
    "unit.wilayah": lambda e: begins_with(e["contoh"], places()) and begins_with(e["contoh"], (e["kata"],)),
    "wilayah.kepala_daerah": lambda e: region_in(e["contoh"]) == e["hasil"],
    "wilayah.wilayah": lambda e: acronym(e["contoh"]) == e["hasil"],
}


def entries() -> list[tuple[str, Entry]]:
    """(file and table, entry) of every array of tables."""
    files = sorted(path.stem for path in (ROOT / "bahasa").glob("*.toml") if path.stem not in APART)
    return [
        (f"{name}.{table}", entry)
        for name in files
        for table, listed in vocabulary(name).items()
        if isinstance(listed, list)
        for entry in listed
    ]


def words() -> list[tuple[str, Entry]]:
    """Those of kata.toml, where a word stands with its example in a table named for where it is from."""
    return [
        ("kata", {"kata": word, "contoh": example, "dari": table})
        for table, listed in vocabulary("kata").items()
        for word, example in listed.items()
    ]


ALL = [*entries(), *words()]


def printed(slug: str) -> str:
    """The folded text of a decree of the corpus, empty for another one."""
    texts = Path(ROOT / "corpus" / slug).glob("*.txt")
    return f" {' '.join(fold_words(path.read_text(encoding='utf-8')) for path in texts)} "


CORPUS = {path.name: printed(path.name) for path in (ROOT / "corpus").iterdir() if path.is_dir()}


def test_every_entry_has_an_example_and_a_source() -> None:
    assert [(table, entry) for table, entry in ALL if not (entry.get("contoh") and entry.get("dari"))] == []


def test_every_source_is_a_decree_or_says_that_none_is_known() -> None:
    places = {"tempat", "majemuk"}  # of kata.toml: names of places, compounds
    assert {entry["dari"] for _, entry in ALL} - places <= UNSEEN | SEEN | set(CORPUS)


@pytest.mark.parametrize("slug", sorted({entry["dari"] for _, entry in ALL} & set(CORPUS)))
def test_what_is_from_a_decree_of_the_corpus_is_printed_there(slug: str) -> None:
    own = [(table, entry["contoh"]) for table, entry in ALL if entry["dari"] == slug]
    # an entry of headings or signs may have no word at all (`-`)
    assert [(table, said) for table, said in own if fold_words(said) not in CORPUS[slug]] == []


def test_every_table_has_its_matcher() -> None:
    assert {table for table, _ in entries()} == set(KNOWS)


@pytest.mark.parametrize("table", sorted(KNOWS))
def test_its_matcher_knows_every_example(table: str) -> None:
    assert [entry for name, entry in entries() if name == table and not KNOWS[table](entry)] == []


def test_every_word_of_the_office_is_known_and_stands_in_its_example() -> None:
    found = [e for _, e in words() if fold_words(e["kata"]) not in fold_words(e["contoh"])]
    assert [e for e in found if e["dari"] != "majemuk"] == []
    assert [e["kata"] for _, e in words() if e["dari"] != "majemuk" and not is_known(e["kata"])] == []
