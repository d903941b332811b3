"""What every command holds itself to: help with an example, `-o -`, whole files, exit codes, -v and --debug."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from project import ROOT, Run

from katalog.cli.program import COMMANDS

LAMA = ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf"
TEXT = ROOT / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt"
#: Arguments of each command; the files of the stages are made by `files`.
CALLS: dict[str, tuple[str, ...]] = {
    "build": (str(LAMA),),
    "extract": (str(LAMA),),
    "normalize": ("lama.extracted.json",),
    "assemble": ("lama.normalized.json",),
    "check": ("lama.json",),
    "review": ("lama.json",),
    "summary": ("lama.json",),
    "diff": ("lama.json", "baru.json"),
    "log": ("lama.json", "baru.json"),
    "export": ("lama.json",),
    "entities": ("lama.json",),
    "inspect": (str(LAMA), "--page", "1"),
    "schema": ("catalogue",),
    "docs": ("panduan",),
    "cache": (),
}
#: Commands that start servers or workers have tests of their own (tests/katalog/serve, tests/katalog/corpus).
ELSEWHERE = {"serve", "corpus"}
#: Commands that only tell: they have no `-o`.
TELLING = frozenset({"check", "summary", "cache"})
WRITING = tuple(name for name in CALLS if name not in TELLING)
#: What lies in a folder for `-o` where a command fills one.
INTO = {"build": "contoh-lama.json", "export": "indikator.csv"}
READING = tuple(name for name in CALLS if name not in ("schema", "docs", "cache"))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of all stages."""
    import katalog

    folder = tmp_path_factory.mktemp("berkas")
    read = katalog.extracted(LAMA)
    values = katalog.normalized(read)
    made = katalog.assembled(values)
    for name, artifact in (("lama.extracted", read), ("lama.normalized", values), ("lama", made), ("baru", made)):
        katalog.save(artifact, folder / f"{name}.json")
    return folder


def test_every_command_is_tried() -> None:
    assert set(CALLS) | ELSEWHERE == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_and_the_common_options(katalog: Run, name: str) -> None:
    result = katalog(name, "--help")
    assert (result.returncode, result.stderr) == (0, "")
    text = " ".join(result.stdout.split())
    assert f"Contoh: katalog {name}" in text
    assert "--verbose" in text and "--debug" in text and ("--output" in text) == (name in WRITING)
    assert not re.search(r"Usage|Options|Show|required", text)  # a page is in one language


@pytest.mark.parametrize("name", [name for name, given in CALLS.items() if given[:1] == ("lama.json",)])
def test_a_catalogue_may_be_a_source_and_help_says_so(katalog: Run, files: Path, tmp_path: Path, name: str) -> None:
    given = [str(LAMA) if one == "lama.json" else one for one in CALLS[name]]
    assert katalog(name, *given, *(("-o", tmp_path / "hasil") if name in WRITING else ()), cwd=files).returncode == 0
    help_text = " ".join(katalog(name, "--help").stdout.split())
    assert re.search(r"keputusan (\([^)]+\) )?yang dibaca di tempat", help_text)


@pytest.mark.parametrize(("source", "wrong", "right"), [(LAMA, "html", "png"), (TEXT, "png", "html")])
def test_inspect_gives_no_file_a_name_of_another_kind(
    katalog: Run, tmp_path: Path, source: Path, wrong: str, right: str
) -> None:
    result = katalog("inspect", source, "--page", "1", "-o", tmp_path / f"halaman.{wrong}")
    assert result.returncode == 2
    assert f"halaman.{wrong}" in result.stderr and f"akhiran .{right}" in result.stderr
    assert list(tmp_path.iterdir()) == []
    assert katalog("inspect", source, "--page", "1", "-o", tmp_path / f"halaman.{right}").returncode == 0


def test_assemble_wants_values(katalog: Run, files: Path, tmp_path: Path) -> None:
    """What `extract` wrote lacks nothing that has no default; a catalogue of it would have no normalized value."""
    result = katalog("assemble", "lama.extracted.json", "-o", tmp_path / "hasil", cwd=files)
    assert (result.returncode, result.stdout) == (2, "")
    assert "lama.extracted.json" in result.stderr and "katalog normalize" in result.stderr
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize("name", WRITING)
def test_standard_output_gets_what_the_file_gets(katalog: Run, files: Path, tmp_path: Path, name: str) -> None:
    shown = katalog(name, *CALLS[name], "-o", "-", cwd=files)
    target = tmp_path / "hasil"
    written = katalog(name, *CALLS[name], "-o", target, cwd=files)
    assert shown.returncode == written.returncode in (0, 1)
    assert (shown.stderr, written.stdout, written.stderr) == ("", "", "")
    data = (target / INTO[name] if name in INTO else target).read_bytes()
    assert data and shown.stdout == data.decode("utf-8", errors="replace").replace("\r\n", "\n")


@pytest.mark.parametrize("name", READING)
def test_a_file_that_is_not_there(katalog: Run, tmp_path: Path, name: str) -> None:
    """Exit 2 and one message that names the file and what to do; nothing is written; --debug shows where."""
    missing = [str(tmp_path / "tidak-ada") if one in CALLS[name][:1] else one for one in CALLS[name]]
    output = ["-o", tmp_path / "hasil"] if name in WRITING else []
    result = katalog(name, *missing, *output)
    assert (result.returncode, result.stdout) == (2, "")
    assert re.fullmatch(r"katalog: .*/tidak-ada: Berkas tidak ditemukan\. .+\.\n", result.stderr)
    assert list(tmp_path.iterdir()) == []
    assert "Traceback" in katalog(name, *missing, *output, "--debug").stderr


@pytest.mark.parametrize("name", WRITING)
def test_a_target_that_cannot_be_written_stays_as_it_was(katalog: Run, files: Path, tmp_path: Path, name: str) -> None:
    blocked = tmp_path / "berkas"
    blocked.write_text("lama", encoding="utf-8")
    result = katalog(name, *CALLS[name], "-o", blocked / "hasil", cwd=files)
    assert result.returncode == 2 and result.stdout == ""
    assert len(result.stderr.splitlines()) == 1 and str(blocked) in result.stderr
    assert blocked.read_text(encoding="utf-8") == "lama" and [*tmp_path.iterdir()] == [blocked]


@pytest.mark.parametrize("name", WRITING)
def test_verbose_says_more_on_standard_error_alone(katalog: Run, files: Path, tmp_path: Path, name: str) -> None:
    """What was read, and what was written where."""
    result = katalog(name, *CALLS[name], "-o", tmp_path / "hasil", "-v", cwd=files)
    assert result.returncode in (0, 1) and result.stdout == ""
    assert result.stderr.strip(), name
    assert "Traceback" not in result.stderr


def test_the_log_is_shown_once_and_only_while_the_command_runs(katalog: Run, files: Path, tmp_path: Path) -> None:
    both = katalog("schema", "diff", "-o", tmp_path / "s.json", "-v", "--debug").stderr
    assert both == f"{tmp_path / 's.json'}: ditulis\n"
    assert katalog("schema", "diff", "-o", tmp_path / "s.json").stderr == ""
