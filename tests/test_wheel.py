"""The wheel, installed into a clean environment and run from another folder."""

from __future__ import annotations

import os
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
    skip = shutil.ignore_patterns(".*", "build", "dist", "tests", "corpus", "*.egg-info", "__pycache__")
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


def test_it_runs_installed_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    """A clean environment holds the wheel; its dependencies come from the environment of the tests, behind it."""
    environment = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    python = environment / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    site = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    # a .pth line adds a folder behind the installed wheel; links of editable installs in it are not followed
    behind = [path for path in sys.path if Path(path).name == "site-packages"]
    Path(site.stdout.strip(), "dependencies.pth").write_text("\n".join(behind), encoding="utf-8")
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    where = subprocess.run(
        [str(python), "-c", "import katalog, extract, normalize, bahasa, schemas; print(katalog.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=clean,
    )
    assert where.stdout.startswith(str(environment))
    run = [str(environment / "bin" / "katalog"), "build", str(CORPUS), "-o", "hasil"]
    result = subprocess.run(run, capture_output=True, text=True, check=False, cwd=tmp_path, env=clean)
    assert (result.returncode, result.stderr) == (0, "")
    assert [path.name for path in (tmp_path / "hasil").iterdir()] == [f"{CORPUS.stem}.json"]
