"""What the documents say is so: findings, commands of the README, links."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from project import ROOT, Run

from katalog.show.export import EXPORT_FORMATS, TABLES
from katalog.show.findings_page import findings_page

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_page_of_findings_is_that_of_the_registry() -> None:
    page = (ROOT / "docs" / "temuan.md").read_text(encoding="utf-8")
    assert page == findings_page(), "make temuan"


def commands() -> list[list[str]]:
    """The `katalog` commands that the README quotes, block by block."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [[line for line in block.splitlines() if line.startswith("katalog ")] for block in blocks]


@pytest.mark.parametrize("block", commands(), ids=lambda block: block[0].split()[1])
def test_commands_of_the_readme(katalog: Run, tmp_path: Path, block: list[str]) -> None:
    """They run in their order, from the top of the tree, and write what they say."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    assert block
    for line in block:
        arguments = shlex.split(line)[1:]
        result = katalog(*arguments, cwd=tmp_path)
        # `katalog diff` says with 1 that something changed
        assert result.returncode in ((0, 1) if arguments[0] == "diff" else (0,)), f"{line}\n{result.stderr}"
        if "-o" in arguments:
            assert (tmp_path / arguments[arguments.index("-o") + 1]).exists()


def test_python_of_the_readme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert "changed" in capsys.readouterr().out
    assert (tmp_path / "build" / "contoh-baru.json").is_file()


def test_the_readme_names_every_format_of_tables() -> None:
    assert f"({', '.join(one.label for one in EXPORT_FORMATS)})" in README


def test_targets_of_the_readme_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"make ([a-z]+(?:-[a-z]+)*)", README))
    assert {"demo", "test", "check", "bench"} <= targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_the_makefile_names_all_tables_and_its_targets_are_no_files() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (listed,) = re.findall(r"build/csv/<keputusan>/{(.*)}", makefile)
    assert listed.split(",") == list(TABLES)
    (phony,) = re.findall(r"^\.PHONY: (.*)", makefile, re.MULTILINE)
    assert set(phony.split()) == set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))


PAGES = ("README.md", "CONTRIBUTING.md", "tests/gold/README.md")


@pytest.mark.parametrize("name", [*PAGES, *(f"docs/{p.name}" for p in sorted((ROOT / "docs").glob("*.md")))])
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_panduan_quotes_messages_as_they_are(katalog: Run, tmp_path: Path) -> None:
    panduan = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
    message = katalog("build", "keputusan.txt", "-o", "katalog", cwd=tmp_path).stderr.strip()
    assert message in panduan


QUOTED = re.compile(r"`((?:[\w.-]+/)+[\w.-]*|[A-Z]+\.md|[\w-]+\.toml|constraints\.txt)`")
#: In a code block or command of CONTRIBUTING.
NAMED = re.compile(r"(?<![\w/.])((?:tests|bahasa|extract|katalog|training|schemas|docs|corpus)/[\w./-]*\w)")


def test_every_path_of_contributing_exists() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = {*QUOTED.findall(text), *NAMED.findall(text)} - {"manifest.toml"}
    assert len(paths) > 50
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


def test_every_target_and_name_of_contributing_exists() -> None:
    """Targets of make, tests that it names, and the tables in which an entry is made."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"make ([a-z]+)", text)) - {"such"}
    assert {"check", "test", "schema", "temuan", "gold", "train"} <= targets
    assert [target for target in sorted(targets) if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []
    for name, path in (
        ("Role", "schemas/base.py"),
        ("ChangeKind", "schemas/diff.py"),
        ("DIFF_VERSION", "schemas/diff.py"),
        ("MediaType", "schemas/source.py"),
        ("MEDIA", "extract/media.py"),
        ("layout_of", "extract/door.py"),
        ("PageInk", "extract/read/pdf/ink.py"),
        ("ReaderName", "extract/read/pdf/options.py"),
        ("EXPORT_FORMATS", "katalog/show/export/__init__.py"),
    ):
        assert f"`{name}`" in text and re.search(rf"\b{name}\b", (ROOT / path).read_text(encoding="utf-8")), name
