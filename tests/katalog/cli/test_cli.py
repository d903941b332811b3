"""The command line as a user meets it: in a process of its own."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from project import CORPUS, Run

from katalog.cli.program import COMMANDS
from katalog.show.export import EXPORT_FORMATS, TABLES

SLUG = CORPUS.stem
FORMATS = [one.name for one in EXPORT_FORMATS]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus, built once for all tests of this file."""
    import subprocess
    import sys

    from project import ROOT

    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "katalog", "build", str(CORPUS), "-o", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert result.returncode in (0, 1), result.stderr
    return folder / f"{SLUG}.json"


def test_help_lists_all_commands(katalog: Run) -> None:
    result = katalog("--help")
    assert result.returncode == 0
    assert all(f"\n  {name}" in result.stdout for name in COMMANDS)


def test_build_says_nothing_in_a_pipe(katalog: Run, tmp_path: Path) -> None:
    result = katalog("build", CORPUS, "-o", tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == [f"{SLUG}.json"]


def test_verbose_lists_the_findings(katalog: Run, tmp_path: Path) -> None:
    result = katalog("build", CORPUS, "-o", tmp_path, "-v")
    assert "Diktum KETIGA tercetak dua kali" in result.stderr
    assert result.stdout == ""


def test_stages_one_by_one_give_the_same_bytes(katalog: Run, tmp_path: Path, built: Path) -> None:
    extracted, normalized, made = (tmp_path / f"{name}.json" for name in ("e", "n", "c"))
    assert katalog("extract", CORPUS, "-o", extracted).returncode == 0
    assert katalog("normalize", extracted, "-o", normalized).returncode == 0
    assert katalog("assemble", normalized, "-o", made).returncode == 0
    assert made.read_bytes() == built.read_bytes()


def test_standard_output(katalog: Run, built: Path) -> None:
    assert katalog("build", CORPUS, "-o", "-").stdout == built.read_text(encoding="utf-8")


def test_output_in_a_folder_that_does_not_exist_yet(katalog: Run, tmp_path: Path) -> None:
    assert katalog("build", CORPUS, "-o", tmp_path / "a" / "b").returncode == 0
    assert (tmp_path / "a" / "b" / f"{SLUG}.json").is_file()


def test_export_csv(katalog: Run, tmp_path: Path, built: Path) -> None:
    assert katalog("export", built, "-f", "csv", "-o", tmp_path).returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"datapackage.json", *(f"{name}.csv" for name in TABLES)}
    with (tmp_path / "jabatan.csv").open(encoding="utf-8", newline="") as stream:
        orders = [row["jabatan_order"] for row in csv.DictReader(stream) if row["kind"] == "IKI"]
    assert orders == [str(number) for number in range(1, 46)]


@pytest.mark.parametrize(("kind", "name", "magic"), [("xlsx", "a.xlsx", b"PK"), ("sqlite", "a.sqlite", b"SQLite")])
def test_export_of_one_file(katalog: Run, tmp_path: Path, built: Path, kind: str, name: str, magic: bytes) -> None:
    assert katalog("export", built, "-f", kind, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / name).read_bytes().startswith(magic)


def test_export_of_one_table_to_standard_output(katalog: Run, built: Path) -> None:
    result = katalog("export", built, "-o", "-", "--table", "jabatan")
    assert result.stdout.startswith("keputusan,kind,jabatan_order,jabatan_id,")


def test_check_lists_findings(katalog: Run, built: Path) -> None:
    result = katalog("check", built)
    assert result.returncode == 0
    assert "diktum-berulang" in result.stdout
    assert result.stdout.rstrip().splitlines()[-1].startswith(f"{SLUG}: ")


def test_check_sees_a_changed_catalogue(katalog: Run, tmp_path: Path, built: Path) -> None:
    changed = tmp_path / "changed.json"
    changed.write_text(built.read_text(encoding="utf-8").replace("BB (70)", "BB (80)"), encoding="utf-8")
    result = katalog("check", changed)
    assert result.returncode == 1
    assert "isi-berubah" in result.stdout


def test_summary(katalog: Run, built: Path) -> None:
    result = katalog("summary", built)
    assert result.returncode == 0
    assert "45" in result.stdout and "318" in result.stdout and SLUG in result.stdout


def test_schema_is_json(katalog: Run) -> None:
    assert json.loads(katalog("schema", "catalogue").stdout)["$schema"].endswith("2020-12/schema")


BAD = {
    "kosong.txt": b"",
    "spasi.txt": b" \n\n\f \n",
    "nul.txt": b"\x00" * 4096,
    "biner.txt": bytes(range(256)) * 64,
    "gambar.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(255, 0, -1)) * 40,
    "resep.txt": b"Resep rendang: daging, santan, dan cabai. Masak sampai kering.\n" * 20,
    "terpotong.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
}


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A folder with sources that can't be used."""
    folder = tmp_path / "sumber"
    folder.mkdir()
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "folder").mkdir()
    return folder


@pytest.mark.parametrize("name", [*BAD, "folder", "tidak-ada.txt"])
@pytest.mark.parametrize("command", ["build", "extract"])
def test_bad_source(katalog: Run, bad: Path, tmp_path: Path, command: str, name: str) -> None:
    """Exit 2, one message that names the file and what to do, nothing written."""
    output = tmp_path / "hasil"
    result = katalog(command, bad / name, "-o", output)
    assert result.returncode == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"katalog: {bad / name}: ")
    cause, remedy = line.removeprefix(f"katalog: {bad / name}: ").split(". ", 1)
    assert cause and remedy.endswith(".")
    assert "program ini" not in line
    assert not output.exists()


def test_other_sources_of_the_same_call_are_built(katalog: Run, bad: Path, tmp_path: Path, built: Path) -> None:
    result = katalog("build", bad / "kosong.txt", CORPUS, bad / "tidak-ada.txt", "-o", tmp_path / "hasil")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 2
    assert (tmp_path / "hasil" / f"{SLUG}.json").read_bytes() == built.read_bytes()


def test_two_sources_of_one_name_do_not_overwrite_each_other(katalog: Run, tmp_path: Path, built: Path) -> None:
    other = tmp_path / "lain" / CORPUS.name
    other.parent.mkdir()
    other.write_bytes(CORPUS.read_bytes())
    result = katalog("build", CORPUS, other, "-o", tmp_path / "hasil")
    assert result.returncode == 2
    assert str(other) in result.stderr and "menimpa" in result.stderr
    assert (tmp_path / "hasil" / f"{SLUG}.json").read_bytes() == built.read_bytes()


@pytest.mark.parametrize("command", ["normalize", "assemble", "check", "export"])
@pytest.mark.parametrize(
    ("name", "data"),
    [("kosong.json", b""), ("biner.json", b"\xff\xfe\x00"), ("lain.json", b'{"a": 1}'), ("daftar.json", b"[]")],
)
def test_file_of_another_stage(katalog: Run, tmp_path: Path, command: str, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    output = [] if command == "check" else ["-o", tmp_path / "hasil"]
    result = katalog(command, tmp_path / name, *output)
    assert result.returncode == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"katalog: {tmp_path / name}: ") and "Buatlah berkas itu dengan" in line
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Pemakaian: katalog [OPSI] PERINTAH ..."),
        (("buld",), "Perintah buld tidak dikenal. Lihat: katalog --help."),
        (("build",), "Argumen SUMBER... belum disebut. Lihat: katalog build --help."),
        (("build", "x.txt"), "Opsi -o/--output belum disebut."),
        (("build", "a.txt", "b.txt", "-o", "-"), "“-o -” hanya untuk satu sumber."),
        (
            ("export", "x.json", "-f", "docx", "-o", "y"),
            f"Nilai untuk opsi -f/--format tidak dapat dipakai (pilihannya: {', '.join(FORMATS)}).",
        ),
        (("check", "--bla", "x"), "Opsi --bla tidak dikenal."),
        (("build", "x.txt", "-o"), "Opsi -o memerlukan nilai. Lihat: katalog"),
        (("check", "--koreksi=x", "y"), "Opsi --koreksi tidak memakai nilai."),
        (
            ("check", "a.json", "b.json", "c.json"),
            "Terlalu banyak argumen: b.json c.json. Lihat: katalog check",
        ),
        (("corpus", "changes", "x", "--year", "abc"), "opsi --year tidak dapat dipakai (harus bilangan bulat)."),
        (("export", "x.json", "-o", "y.doc"), "beri akhiran .csv, .xlsx, .sqlite, .parquet, .json."),
    ],
)
def test_wrong_command_line(katalog: Run, arguments: tuple[str, ...], says: str) -> None:
    result = katalog(*arguments)
    assert result.returncode == 2
    assert says in result.stderr
    assert "tidak dapat dipahami" not in result.stderr
    assert "Traceback" not in result.stderr


def test_help_has_no_words_of_the_library(katalog: Run) -> None:
    """The library names what an option takes by its type where nobody does, and cuts what is long."""
    for command in ((), ("serve",), ("corpus",), ("corpus", "changes"), ("inspect",)):
        shown = katalog(*command, "--help").stdout
        assert not re.search(r"\b(INTEGER|TEXT|FLOAT|PATH|RANGE)\b|\w\.\.\.\n", shown), command


def test_output_that_cannot_be_written(katalog: Run, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("isi", encoding="utf-8")
    result = katalog("build", CORPUS, "-o", tmp_path / "berkas")
    assert result.returncode == 2
    assert "tidak dapat ditulis" in result.stderr
    assert (tmp_path / "berkas").read_text(encoding="utf-8") == "isi"


def test_a_failed_write_leaves_the_old_file(katalog: Run, tmp_path: Path) -> None:
    """A bad source must not touch the catalogue of an earlier run."""
    old = tmp_path / "kosong.json"
    old.write_text("lama", encoding="utf-8")
    source = tmp_path / "kosong.txt"
    source.write_bytes(b"")
    assert katalog("build", source, "-o", tmp_path).returncode == 2
    assert old.read_text(encoding="utf-8") == "lama"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kosong.json", "kosong.txt"]


def test_progress_and_summary_on_a_terminal(tmp_path: Path) -> None:
    """Standard error is a terminal here, and standard output stays clean."""
    import os
    import pty
    import subprocess
    import sys

    from project import ROOT

    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "katalog", "build", str(CORPUS), "-o", str(tmp_path)]
    environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, env=environment)
    os.close(terminal)
    shown = b""
    while True:
        try:
            part = os.read(controller, 4096)
        except OSError:  # the terminal is closed when the process ends
            break
        if not part:
            break
        shown += part
    output, _ = process.communicate(timeout=60)
    os.close(controller)
    assert process.returncode == 0
    assert output == b""
    assert b"Membaca" in shown
    assert re.search(rb"46 tabel, \d+ baris indikator, \d+ temuan", shown)


def test_a_reader_that_has_enough(built: Path) -> None:
    """`katalog export ... -o - | head -c 20` ends in silence."""
    import subprocess
    import sys

    from project import ROOT

    command = f"{sys.executable} -m katalog export {built} -o - | head -c 20"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (result.stdout, result.stderr) == ("keputusan,kind,jabat", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_output_that_is_full() -> None:
    """What is still to be written when the process ends is written, or it is an error."""
    import subprocess
    import sys

    from project import ROOT

    command = f"{sys.executable} -m katalog docs panduan > /dev/full"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (result.returncode, result.stderr.startswith("katalog: ")) == (2, True)
