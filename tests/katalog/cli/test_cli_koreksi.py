"""A person's decisions and the printed text, as a user meets them on the command line."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from project import CORPUS, ROOT, Run

from katalog.decisions import beside
from normalize.koreksi.file import read_koreksi


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a source of its own, so that a koreksi.toml may lie beside it."""
    folder = tmp_path_factory.mktemp("sumber")
    shutil.copy(CORPUS, folder / "keputusan.txt")
    return folder


@pytest.fixture(scope="module")
def source(folder: Path) -> Path:
    return folder / "keputusan.txt"


def build(katalog: Run, source: Path, *options: object, into: Path) -> dict[str, Any]:
    """The catalogue that `katalog build` makes."""
    result = katalog("build", source, "-o", into, *options)
    assert result.returncode == 0, result.stderr
    made: dict[str, Any] = json.loads((into / f"{source.stem}.json").read_text(encoding="utf-8"))
    return made


def human(catalogue: dict[str, Any]) -> list[dict[str, Any]]:
    return [edit for edit in catalogue["edits"] if edit["rule"] == "koreksi"]


def test_proposals_are_pasted_and_settled(katalog: Run, source: Path, folder: Path, tmp_path: Path) -> None:
    """What `check --proposals` lists goes into koreksi.toml as it is; then nothing waits any more."""
    waiting = build(katalog, source, into=tmp_path / "before")
    assert waiting["proposals"] and human(waiting) == []
    listed = katalog("check", tmp_path / "before" / "keputusan.json", "--proposals")
    assert listed.returncode == 0
    decisions = tomllib.loads(listed.stdout)["koreksi"]
    ambiguous = {f["field"] for f in waiting["findings"] if f["code"] == "target-ambigu"}
    assert ambiguous and {d["tempat"].split("/", 2)[2] for d in decisions} >= ambiguous
    assert len(decisions) == len({(p["place"], p["before"]) for p in waiting["proposals"]}) + len(ambiguous)

    (folder / "koreksi.toml").write_text(listed.stdout, encoding="utf-8")
    try:
        settled = build(katalog, source, into=tmp_path / "after")
    finally:
        (folder / "koreksi.toml").unlink()
    assert settled["proposals"] == []
    assert {f["code"] for f in settled["findings"]} & {"koreksi-usang", "ejaan-usulan", "target-ambigu"} == set()
    assert {edit["place"] for edit in human(settled)} <= {d["tempat"] for d in decisions}
    assert len(human(settled)) >= 0.95 * len(decisions)
    again = katalog("check", tmp_path / "after" / "keputusan.json", "--proposals").stdout
    assert tomllib.loads(again) == {} and "Tidak ada usulan" in again


def test_examples_of_the_panduan_fit_the_decree(katalog: Run, source: Path, tmp_path: Path) -> None:
    panduan = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
    examples = re.findall(r"^ +\[\[koreksi\]\]\n(?: +\w+ = .*\n)+", panduan, re.MULTILINE)
    koreksi = tmp_path / "k.toml"
    slips = [example for example in examples if "putusan" in example]
    koreksi.write_text("".join(slips), encoding="utf-8")
    made = build(katalog, source, "--koreksi", koreksi, into=tmp_path)
    assert len(human(made)) == len(slips) == 2 < len(examples)
    assert len(read_koreksi("".join(examples)).putusan) == len(examples)
    assert "koreksi-usang" not in {finding["code"] for finding in made["findings"]}


STALE = """\
[[koreksi]]
tempat = "IKI/1/fungsi/1"
tercetak = "kalimat yang tidak ada"
putusan = "tolak"
"""


def test_a_file_named_after_its_source_goes_first(katalog: Run, source: Path, folder: Path, tmp_path: Path) -> None:
    """Two sources may share a folder; `--koreksi` goes before both files. A stale decision is a finding."""
    files = [folder / "koreksi.toml", folder / "keputusan.koreksi.toml", tmp_path / "lain.toml"]
    try:
        for number, (path, options) in enumerate([(files[0], ()), (files[1], ()), (files[2], ("--koreksi", files[2]))]):
            path.write_text(STALE.replace("fungsi/1", f"fungsi/{number + 1}"), encoding="utf-8")
            made = build(katalog, source, *options, into=tmp_path)
            stale = [f["message"] for f in made["findings"] if f["code"] == "koreksi-usang"]
            assert len(stale) == 1 and f"IKI/1/fungsi/{number + 1} " in stale[0]
    finally:
        for path in files:
            path.unlink(missing_ok=True)


def test_stages_take_the_decisions_as_well(katalog: Run, source: Path, tmp_path: Path) -> None:
    koreksi = tmp_path / "k.toml"
    koreksi.write_text(STALE, encoding="utf-8")
    build(katalog, source, "--koreksi", koreksi, into=tmp_path)
    extracted, normalized, made = (tmp_path / f"{name}.out" for name in ("e", "n", "c"))
    assert katalog("extract", source, "-o", extracted).returncode == 0
    assert katalog("normalize", extracted, "--koreksi", koreksi, "-o", normalized).returncode == 0
    assert katalog("assemble", normalized, "-o", made).returncode == 0
    assert made.read_bytes() == (tmp_path / "keputusan.json").read_bytes()


BAD = [
    (b"[[koreksi]]\ntempat = 1\n", "isian tempat harus teks"),
    (b"[[koreksi", "bukan TOML yang sah"),
    (b"\xff\xfe", "bukan teks UTF-8"),
    (None, "Berkas tidak ditemukan"),
]


@pytest.mark.parametrize(("data", "says"), BAD)
def test_a_bad_file_of_decisions(katalog: Run, source: Path, tmp_path: Path, data: bytes | None, says: str) -> None:
    """One message that names the file; the source is not built without the decisions that were meant for it."""
    koreksi = tmp_path / "k.toml"
    if data is not None:
        koreksi.write_bytes(data)
    result = katalog("build", source, "--koreksi", koreksi, "-o", tmp_path / "out")
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1 and says in result.stderr and "k.toml" in result.stderr
    assert not (tmp_path / "out").exists()


def test_decisions_are_for_one_source(katalog: Run, source: Path, tmp_path: Path) -> None:
    result = katalog("build", source, CORPUS, "--koreksi", tmp_path / "k.toml", "-o", tmp_path)
    assert result.returncode == 2 and "hanya untuk satu sumber" in result.stderr


def test_without_spelling_the_values_are_the_print(katalog: Run, source: Path, tmp_path: Path) -> None:
    made = build(katalog, source, "--no-spelling", into=tmp_path)
    assert made["edits"] == [] and made["proposals"] == []
    texts = [row["cells"]["indikator"]["text"] for block in made["blocks"] for row in block["rows"]]
    assert texts and all(text["value"].split() == text["as_printed"].split() for text in texts)
    # what a target means is read all the same
    assert any(row["target"]["kind"] == "count" for block in made["blocks"] for row in block["rows"])


def test_a_file_to_fill_in_is_a_file_of_decisions(katalog: Run, source: Path, tmp_path: Path) -> None:
    build(katalog, source, into=tmp_path)
    listed = katalog("check", tmp_path / "keputusan.json", "--koreksi")
    file = read_koreksi(listed.stdout)
    assert file.berkas == ("keputusan.txt",) and not file.putusan
    marked = re.sub(r"^# (?=\[\[|\w+ = )", "", listed.stdout, flags=re.MULTILINE)
    assert len(read_koreksi(marked).putusan) == listed.stdout.count("[[koreksi]]") > 30


def test_a_file_for_another_source_says_so(katalog: Run, source: Path, tmp_path: Path) -> None:
    koreksi = tmp_path / "k.toml"
    koreksi.write_text(f'sumber = ["{"0" * 64}"]\nberkas = ["lain.pdf"]\n\n' + STALE, encoding="utf-8")
    made = build(katalog, source, "--koreksi", koreksi, into=tmp_path)
    said = [(f["code"], f["severity"]) for f in made["findings"] if f["code"].startswith("koreksi")]
    assert said == [("koreksi-sumber", "warning")]
    assert [one["status"] for one in made["koreksi"]] == ["stale"]


def test_signs_of_a_name_that_is_said_are_not_obeyed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("a\x1b[2J.txt", "a\x1b[2J.koreksi.toml.txt"):
        (tmp_path / name).touch()
    with caplog.at_level("WARNING", "katalog"):
        assert beside(tmp_path / "a\x1b[2J.txt") is None
    assert "\x1b" not in caplog.text and "koreksi.toml.txt" in caplog.text


@pytest.mark.parametrize("name", ["Koreksi.toml", "KOREKSI.TOML", "Keputusan.Koreksi.Toml"])
def test_capitals_of_the_name_do_not_matter(tmp_path: Path, name: str) -> None:
    source, file = tmp_path / "keputusan.txt", tmp_path / name
    source.touch()
    file.touch()
    assert beside(source) == file


@pytest.mark.parametrize(
    "name", ["koreksi.toml.txt", "koreksi.txt", "koreksi (1).toml", "koreksi.json", "keputusan.koreksi.toml.txt"]
)
def test_a_file_that_is_nearly_called_so_is_said(tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture) -> None:
    """`koreksi.toml.txt`: Windows shows it as `koreksi.toml`."""
    source = tmp_path / "keputusan.txt"
    for file in (source, tmp_path / name, tmp_path / "lain.koreksi.toml", tmp_path / "daftar koreksi.docx"):
        file.touch()
    with caplog.at_level("WARNING", "katalog"):
        assert beside(source) is None
    assert [record.getMessage().split(" tidak dipakai")[0] for record in caplog.records] == [name]
