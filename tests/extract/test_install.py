"""Remedies that work where the program runs: commands made from the program's own metadata."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from project import ROOT

from extract import install as module
from extract.errors import UnusableSource
from extract.install import ALWAYS, install, install_ocr, requirements
from extract.read.pdf.options import require

EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]


#: A name that no index has (with an extra, or behind a command), a target of a Makefile that did not come along.
BAD_ADVICE = re.compile(r"katalog\[|install ['\"]?katalog\b|setup-ocr")


def tools(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Only these programs are on the path."""
    monkeypatch.setattr(module.shutil, "which", lambda name: f"/usr/bin/{name}" if name in names else None)


@pytest.mark.parametrize("extra", ["parquet"])
def test_requirements_are_those_of_the_metadata(extra: str) -> None:
    assert requirements(extra) == EXTRAS[extra]


def test_the_command_runs() -> None:
    """All is installed here, so that pip has nothing to fetch; it understands what it is told."""
    arguments = shlex.split(install("parquet"))
    assert arguments[:4] == [sys.executable, "-m", "pip", "install"] and arguments[4:] == EXTRAS["parquet"]
    done = subprocess.run([*arguments, "--no-index", "--dry-run"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_only_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(name: str) -> object:
        if name == "click":
            raise PackageNotFoundError(name)
        return object()

    monkeypatch.setattr(module, "distribution", found)
    assert install(ALWAYS).endswith('-m pip install "click>=8.2"')


def test_from_a_copy_of_the_project_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> list[str]:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(module, "requires", unknown)
    assert install("parquet").endswith(f'-m pip install "{ROOT}[parquet]"')
    assert install(ALWAYS).endswith(f'-m pip install "{ROOT}"')


def test_environments_without_pip(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """pipx and uv make such ones."""
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    tools(monkeypatch, "uv")
    assert install("parquet") == f'uv pip install --python {sys.executable} "pyarrow>=17"'
    tools(monkeypatch)
    assert install("parquet") == f'pip --python {sys.executable} install "pyarrow>=17"'
    monkeypatch.setattr(module.sys, "prefix", str(tmp_path / "katalog"))
    (tmp_path / "katalog").mkdir()
    (tmp_path / "katalog" / "pipx_metadata.json").touch()
    assert install("parquet") == 'pipx inject katalog "pyarrow>=17"'


def test_what_ocr_needs_is_part_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(name: str) -> object:
        if name in ("onnxruntime", "rapidocr"):
            raise PackageNotFoundError(name)
        return object()

    monkeypatch.setattr(module, "distribution", found)
    assert re.search(r'-m pip install "onnxruntime[^"]+" "rapidocr[^"]+"$', install_ocr())


def test_an_optional_package_that_is_missing() -> None:
    with pytest.raises(UnusableSource) as raised:
        require("tidak_ada_paket", "Gambar halaman")
    assert raised.value.cause == "Gambar halaman memerlukan paket tidak_ada_paket, yang tidak terpasang."
    assert raised.value.remedy == f"Pasang dengan: {install(ALWAYS)}"


def test_no_message_names_what_is_not_there() -> None:
    """The program is on no index under its name, and whoever installed it has no Makefile."""
    modules = [path for room in ("schemas", "bahasa", "extract", "normalize", "katalog") for path in room_of(room)]
    texts = {path: path.read_text(encoding="utf-8") for path in modules}
    assert len(texts) > 100
    assert [path.name for path, text in texts.items() if BAD_ADVICE.search(text)] == []


def room_of(name: str) -> list[Path]:
    return sorted(path for path in (ROOT / name).rglob("*") if path.suffix in (".py", ".toml", ".j2"))
