"""The wheel, installed into a clean environment and run from another folder."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from project import CORPUS, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy of the tree, so that no build folder of an earlier run gets into it."""
    import shutil

    copy = tmp_path_factory.mktemp("pohon") / "katalog"
    skip = shutil.ignore_patterns(".*", "build", "dist", "tests", "*.egg-info", "__pycache__")
    shutil.copytree(ROOT, copy, ignore=skip)
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(copy)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_the_packages_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "schemas",
        "bahasa",
        "extract",
        "normalize",
        "katalog",
    }
    shipped = {name for name in names if not name.split("/")[0].endswith(".dist-info")}
    packages = ("schemas", "bahasa", "extract", "normalize", "katalog")
    ours = {
        str(path.relative_to(ROOT))
        for top in packages
        for path in (ROOT / top).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    documents = {f"katalog/docs/{path.name}" for path in (ROOT / "docs").iterdir()}
    assert shipped == ours | documents


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean environment holds the wheel; its dependencies come from the environment of the tests, behind it."""
    environment = tmp_path_factory.mktemp("bersih") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    python = environment / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    # a .pth line adds a folder behind the installed wheel; links of editable installs in it are not followed
    behind = [path for path in sys.path if Path(path).name == "site-packages"]
    Path(site, "dependencies.pth").write_text("\n".join(behind), encoding="utf-8")
    return environment


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Without the folder of the project on the path."""
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, text=True, check=False, cwd=cwd, env=clean)


def test_it_runs_installed_from_another_folder(environment: Path, tmp_path: Path) -> None:
    code = "import katalog, extract, normalize, bahasa, schemas; print(katalog.__file__)"
    assert run(environment / "bin" / "python", "-c", code, cwd=tmp_path).stdout.startswith(str(environment))
    result = run(environment / "bin" / "katalog", "build", CORPUS, "-o", "hasil", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert [path.name for path in (tmp_path / "hasil").iterdir()] == [f"{CORPUS.stem}.json"]


def test_spacy_finds_the_language_and_the_pipeline_by_name(environment: Path, tmp_path: Path) -> None:
    """By the entry points of the wheel: nothing of ours is imported before."""
    code = """
import sys, spacy
assert not {"bahasa", "katalog"} & set(sys.modules)
assert spacy.blank("id_hukum").lang == "id_hukum"
nlp = spacy.load("katalog")
doc = nlp("sesuai PP Nomor 18 Tahun 2016, paling lambat 31 Desember 2022")
nlp.to_disk("pipa")
again = spacy.load("pipa", disable=["tanggal"])
assert spacy.util.registry.readers.get("katalog.keputusan.v1")
print([(entity.label_, entity.kb_id_) for entity in doc.ents], [entity.label_ for entity in again(doc.text).ents])
"""
    said = run(environment / "bin" / "python", "-c", code, cwd=tmp_path)
    named = [("PERATURAN", "Peraturan Pemerintah Nomor 18 Tahun 2016"), ("TANGGAL", "2022-12-31")]
    assert said.stdout.strip() == f"{named} ['PERATURAN']", said.stderr


def test_the_documents_come_along(environment: Path, tmp_path: Path) -> None:
    shown = run(environment / "bin" / "katalog", "docs", "panduan", cwd=tmp_path)
    assert shown.stdout == (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")


def test_the_remedy_for_a_missing_package_works_there(environment: Path, tmp_path: Path) -> None:
    """No index has a package `katalog`, and no Makefile came along: the command names what it needs, and runs."""
    pdf = ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf"
    without = "import sys; sys.modules['pdfplumber'] = None; from katalog.cli.program import main; main(sys.argv[1:])"
    python = environment / "bin" / "python"
    result = run(python, "-c", without, "extract", pdf, "-o", "-", "--reader", "both", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    said, _, command = result.stderr.strip().partition("Pasang dengan: ")
    assert "memerlukan paket pdfplumber, yang tidak terpasang." in said
    words = shlex.split(command)
    assert words[:4] == [str(python), "-m", "pip", "install"] and "pdfplumber>=0.11" in words
    done = run(*words, "--no-index", "--dry-run", "--no-deps", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
