"""The front door: `import katalog` as another program does it."""

from __future__ import annotations

import doctest
import inspect
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from project import ROOT, Run
from small import ONE_ROW

import katalog
from katalog import front

LAMA = ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf"
EXAMPLES = {test.name.split(".")[-1]: test for test in doctest.DocTestFinder().find(front, "front") if test.examples}
FUNCTIONS = [name for name in katalog.__all__ if inspect.isfunction(getattr(katalog, name))]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_example_of_the_docstring_runs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every function has one, and it says what it says there, run from the top of the tree."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    example = EXAMPLES[name]
    example.globs = {"katalog": katalog}
    said: list[str] = []
    assert doctest.DocTestRunner().run(example, out=said.append).failed == 0, "".join(said)


def test_every_name_is_there() -> None:
    assert all(hasattr(katalog, name) for name in katalog.__all__)
    assert inspect.isclass(katalog.Catalogue)
    with pytest.raises(AttributeError, match="frobnicate"):
        _ = katalog.frobnicate  # type: ignore[attr-defined]


def test_every_function_is_typed_and_takes_names_for_options() -> None:
    for name in FUNCTIONS:
        signature = inspect.signature(getattr(katalog, name))
        assert signature.return_annotation is not signature.empty, name
        assert all(one.annotation is not one.empty for one in signature.parameters.values()), name
        optional = [one for one in signature.parameters.values() if one.default is not one.empty]
        assert all(one.kind is one.KEYWORD_ONLY for one in optional), name


HEAVY = (
    "pydantic",
    "click",
    "numpy",
    "pandas",
    "scipy",
    "spacy",
    "rapidfuzz",
    "rich",
    "pikepdf",
    "pypdfium2",
    "jinja2",
    "logging.config",
)


def test_importing_it_imports_nothing_heavy() -> None:
    """Neither a library nor a stage; what a function needs it imports when it runs."""
    code = "import sys, katalog; print(*sorted(name for name in sys.modules if '.' not in name or 'katalog' in name))"
    command = [sys.executable, "-c", code]
    names = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
    assert "katalog.front" in names
    assert set(names) & {*HEAVY, "schemas", "extract", "normalize", "bahasa"} == set()


def test_a_path_may_be_a_string_or_a_path() -> None:
    assert katalog.extracted(str(LAMA)) == katalog.extracted(LAMA)


def test_errors_have_a_cause_and_a_remedy(tmp_path: Path) -> None:
    missing = tmp_path / "keputusan.txt"
    with pytest.raises(katalog.KatalogError) as raised:
        katalog.build(missing)
    assert raised.value.cause == f"{missing}: Berkas tidak ditemukan."
    assert raised.value.remedy == "Periksa nama dan letak berkasnya."
    assert str(raised.value) == f"{raised.value.cause} {raised.value.remedy}"


@pytest.mark.parametrize("act", [katalog.read, katalog.opened, katalog.check])
def test_a_file_that_is_no_catalogue(tmp_path: Path, act: object) -> None:
    other = tmp_path / "lain.json"
    other.write_text("[]", encoding="utf-8")
    with pytest.raises(katalog.KatalogError, match="katalog build"):
        act(other)  # type: ignore[operator]


def test_a_history_has_two_revisions() -> None:
    with pytest.raises(katalog.KatalogError, match="sedikitnya dua"):
        katalog.history([LAMA])


def test_a_changed_file_is_told_first(tmp_path: Path) -> None:
    path = tmp_path / "lama.json"
    katalog.save(katalog.build(LAMA), path)
    path.write_text(path.read_text(encoding="utf-8").replace("Sekretaris", "Sekertaris"), encoding="utf-8")
    assert katalog.check(path)[0].code == "isi-berubah"


def test_decisions_beside_the_source_hold_unless_others_are_named(tmp_path: Path) -> None:
    source, beside, other = (tmp_path / name for name in ("a.pdf", "a.koreksi.toml", "b.toml"))
    source.write_bytes(LAMA.read_bytes())
    for number, path in enumerate((beside, other), start=1):
        words = f'[[koreksi]]\ntempat = "IKI/{number}/fungsi/1"\ntercetak = "tak ada"\nputusan = "tolak"\n'
        path.write_text(words, encoding="utf-8")
    for path, options in ((1, {}), (2, {"koreksi": other})):
        stale = [one.message for one in katalog.build(source, **options).findings if one.code == "koreksi-usang"]
        assert len(stale) == 1 and f"IKI/{path}/" in stale[0]


def test_the_command_line_writes_what_a_program_gets(katalog: Run, tmp_path: Path) -> None:
    assert katalog("build", LAMA, "-o", tmp_path).returncode == 0
    assert front.read(tmp_path / "contoh-lama.json") == front.build(LAMA)


def test_what_is_done_is_logged(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    """To the logger `katalog`, and nowhere else."""
    with caplog.at_level(logging.INFO, logger="katalog"):
        katalog.build(LAMA)
    assert [record.name for record in caplog.records] == ["katalog"] * 3
    assert "terbaca 16 tabel, 98 baris indikator" in caplog.text
    assert capfd.readouterr() == ("", "")


def test_verbose_shows_the_log_and_only_then(katalog: Run, tmp_path: Path) -> None:
    shown = katalog("extract", LAMA, "-o", tmp_path / "e.json", "-v").stderr
    assert "terbaca 16 tabel" in shown
    assert katalog("extract", LAMA, "-o", tmp_path / "e.json").stderr == ""


def test_a_byte_order_mark_before_a_catalogue_is_no_fault(tmp_path: Path) -> None:
    """PowerShell writes one."""
    source, path = tmp_path / "sk.txt", tmp_path / "sk.json"
    source.write_text(ONE_ROW, encoding="utf-8")
    made = katalog.build(source)
    katalog.save(made, path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert katalog.read(path) == made and katalog.opened(path) == made
