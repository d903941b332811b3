"""The dictionary: which words it knows, and that its word list is the one whose source and licence it names."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from project import ROOT

from bahasa.data import vocabulary
from bahasa.kamus import is_known, possible, root_of, word_list
from bahasa.morphology import is_formed
from training.wordlist import listed_words, main

LIST = ROOT / "bahasa" / "kamus.txt"

KNOWN = [
    ("penatausahaan", True), ("pemindahtanganan", True), ("ditindaklanjuti", True), ("pengklasifikasian", True),
    ("pengoordinasian", True), ("penganalisisan", True), ("terlaksananya", True), ("dipertanggungjawabkan", True),
    ("keberhasilan", True), ("pemberdayaan", True), ("bekerja", True), ("subbidang", True), ("diinput", True),
    ("perundang-undangan", True), ("unit-unit", True), ("redistribusi", True), ("berkelanjutan", True),
    ("berkerja", False), ("kepegawain", False), ("pelaksanana", False), ("tindaklanjut", False), ("mutasii", False),
    ("kupu-kupu", True), ("terorganisir", True),
    ("indicator", False), ("oenunjang", False), ("diperiksan", False), ("berdasaran", False),
]  # fmt: skip


@pytest.mark.parametrize(("word", "known"), KNOWN)
def test_dictionary(word: str, known: bool) -> None:
    assert is_known(word) is known


def test_a_word_that_may_be_right_has_its_root() -> None:
    assert (possible("berdampingan"), possible("berdasaran"), possible("pelaksanana")) == ("damping", "dasar", None)


WORDS = [(table, word, example) for table, words in vocabulary("kata").items() for word, example in words.items()]


@pytest.mark.parametrize(("table", "word", "example"), WORDS, ids=lambda x: str(x))
def test_every_office_word_stands_in_its_example(table: str, word: str, example: str) -> None:
    # a compound is a word only with affixes; the others are words as they are
    words = example.casefold().replace(",", " ").replace("(", " ").replace(")", " ").split()
    assert any(is_formed(w, {word}.__contains__) for w in words)
    assert is_known(word) is (table != "majemuk")


def test_the_word_list_is_the_one_that_is_described() -> None:
    told = word_list()
    assert hashlib.sha256(LIST.read_bytes()).hexdigest() == told.sha256
    words = LIST.read_text(encoding="utf-8").split("\n")[:-1]
    assert len(words) == told.jumlah
    # it would come out of its maker as it went in
    assert words == sorted(set(listed_words(words)))


def test_its_licence_stands_beside_it() -> None:
    assert word_list().lisensi == "LGPL-3.0-only"
    lesser, general = (LIST.with_name(f"kamus.{name}-3.0.txt").read_text(encoding="utf-8") for name in ("LGPL", "GPL"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in lesser.splitlines()[0]
    assert "GNU GENERAL PUBLIC LICENSE" in general.splitlines()[0]


def test_a_word_list_is_made_of_hunspells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [
        "9",
        "abadi/DkMkO0k0nl",
        "aba-aba",
        "Januari",
        "dinul-Islam",
        "-nda",
        "adi-",
        "cerowoK",
        "oh",
        "agentif ",
    ]
    assert list(listed_words(entries)) == ["abadi", "aba-aba", "januari", "dinul-islam", "agentif"]
    source, target = tmp_path / "id_ID.dic", tmp_path / "kamus.txt"
    source.write_text("2\nzirah\nabad/i0\nabad/i0\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["wordlist", str(source), str(target)])
    main()
    assert target.read_bytes() == b"abad\nzirah\n"


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("penyusunan", "susun"),
        ("tersusunnya", "susun"),
        ("disusun", "susun"),
        ("kepegawaian", "pegawai"),
        ("pegawai", "pegawai"),  # listed, though `gawai` is a word as well
        ("pertanggungjawaban", "tanggungjawab"),
        ("meningkatnya", "tingkat"),
        ("bkpsdm", "bkpsdm"),
        ("2022", "2022"),
    ],
)
def test_the_root_of_a_word(word: str, root: str) -> None:
    assert root_of(word) == root
