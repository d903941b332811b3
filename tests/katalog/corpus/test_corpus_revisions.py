"""Revisions in a corpus: ids carried along the chain, what each year changed, and the same bytes by whatever way."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pytest
from cetak import Cetak, Tabel
from project import Run
from test_corpus_build import MANNER, everything

from katalog.corpus.changes import read_changes
from katalog.corpus.folder import CorpusFolder
from katalog.corpus.listing import listed_sources
from katalog.corpus.run import CorpusRun, build_corpus
from katalog.front import build, read
from katalog.store.canonical import canonical_pieces

distributed = pytest.importorskip("distributed", reason="dask is not installed")

HEADS = ("No", "Sasaran", "Indikator", "Target", "Formulasi")


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    cluster = distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None)
    with cluster, distributed.Client(cluster) as client:
        yield client


def issued(
    office: str, year: int, target: str, indikator: str, says: str = "", jabatan: str = "Pengelola Data"
) -> bytes:
    """A decree of one table with one row; its number is that of its year (`21` of 2021)."""
    doc = Cetak()
    doc.page(595, 842)
    for at, line in enumerate(
        (
            f"KEPUTUSAN KEPALA {office.upper()}",
            f"NOMOR {year - 2000} TAHUN {year}",
            "TENTANG",
            f"INDIKATOR KINERJA INDIVIDU TAHUN {year}",
            "MEMUTUSKAN :",
            "Menetapkan :",
            f"KESATU     : Indikator Kinerja Individu ini berlaku mulai tahun {year};",
            *([f"KEDUA      : {says}"] if says else []),
            "Ditetapkan di Arjasari",
            f"pada tanggal 4 Januari {year}",
        )
    ):
        doc.text(60, 60 + at * 18, line)
    doc.page()
    doc.text(40, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, f"Jabatan : {jabatan}")
    rows = [["1", "Data rapi", indikator, target, "Data"]]
    Tabel(doc, [30, 200, 200, 100, 200], HEADS, top=90).build(rows)
    return doc.save()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """One office revokes its decree by number, the other reissues it and says nothing."""
    folder = tmp_path / "arsip"
    folder.mkdir()
    revoked = "Keputusan Kepala Dinas Sosial Nomor 21 Tahun 2021 tentang IKI dicabut dan dinyatakan tidak berlaku."
    for name, data in (
        ("sosial-2021", issued("Dinas Sosial", 2021, "3 data", "Jumlah data")),
        ("sosial-2022", issued("Dinas Sosial", 2022, "4 data", "Jumlah data rapi", revoked)),
        ("sosial-2023", issued("Dinas Sosial", 2023, "2 data", "Jumlah data rapi")),
        ("pangan-2022", issued("Dinas Pangan", 2022, "3 data", "Jumlah data")),
    ):
        (folder / f"{name}.pdf").write_bytes(data)
    return folder


def run(folder: Path, corpus: Path, client: Any, lists: Iterable[Path] = (), prune: bool = False) -> CorpusRun:
    return _run(folder, CorpusFolder(str(corpus)), client, lists, prune)


def _run(folder: Path, corpus: CorpusFolder, client: Any, lists: Iterable[Path] = (), prune: bool = False) -> CorpusRun:
    @contextmanager
    def engine() -> Iterator[Any]:
        yield client

    sources = listed_sources([str(folder)], [str(one) for one in lists])
    return build_corpus(sources, corpus, engine, MANNER, prune=prune)


def revisions(corpus: Path) -> dict[str, tuple[str, str]]:
    """What each decree revises, and how that is known, of those that revise one."""
    lines = csv.DictReader((corpus / "manifest.csv").read_text(encoding="utf-8").splitlines())
    return {one["keputusan"]: (one["merevisi"], one["dasar_revisi"]) for one in lines if one["merevisi"]}


def test_ids_are_carried_along_the_chain_as_build_carries_them(archive: Path, tmp_path: Path, client: Any) -> None:
    corpus = tmp_path / "korpus"
    run(archive, corpus, client)
    assert revisions(corpus) == {
        "sosial-2022": ("sosial-2021", "mencabut"),
        "sosial-2023": ("sosial-2022", "isi"),
    }
    first = build(archive / "sosial-2021.pdf")
    second = build(archive / "sosial-2022.pdf", previous=first)
    third = build(archive / "sosial-2023.pdf", previous=second)
    for catalogue in (first, second, third):
        held = (corpus / "katalog" / f"{catalogue.source.slug}.json").read_bytes()
        assert held == b"".join(canonical_pieces(catalogue))
    # reworded, and the same all the while
    assert third.blocks[0].rows[0].id == first.blocks[0].rows[0].id


def test_the_tables_hold_what_each_year_changed(archive: Path, tmp_path: Path, client: Any) -> None:
    run(archive, tmp_path / "korpus", client)
    rows = read_changes(CorpusFolder(str(tmp_path / "korpus")), 2023)
    assert {row["keputusan"] for row in rows} == {"sosial-2023"}
    (target,) = [row for row in rows if row["field"] == "target"]
    told = {name: target[name] for name in ("merevisi", "dasar_revisi", "kantor", "old", "new", "difference", "unit")}
    assert told == {
        "merevisi": "sosial-2022",
        "dasar_revisi": "isi",
        "kantor": "Dinas Sosial",
        "old": "4 data",
        "new": "2 data",
        "difference": -2.0,
        "unit": "data",
    }
    assert target["ragu_revisi"].startswith("Diduga dari isinya")
    assert len(read_changes(CorpusFolder(str(tmp_path / "korpus")))) > len(rows)


def test_the_order_in_which_decrees_come_makes_no_difference(archive: Path, tmp_path: Path, client: Any) -> None:
    run(archive, tmp_path / "utuh", client)
    arriving = tmp_path / "datang"
    arriving.mkdir()
    for name in ("sosial-2023", "pangan-2022", "sosial-2021", "sosial-2022"):
        (arriving / f"{name}.pdf").write_bytes((archive / f"{name}.pdf").read_bytes())
        made = run(arriving, tmp_path / "korpus", client)
        assert made.built == {f"{name}.pdf"}
    assert everything(tmp_path / "korpus") == everything(tmp_path / "utuh")


def test_a_chain_whose_middle_or_beginning_goes_is_as_if_that_had_never_been(
    archive: Path, tmp_path: Path, client: Any
) -> None:
    run(archive, tmp_path / "korpus", client)
    for number, gone in enumerate(("sosial-2022", "sosial-2021")):
        (archive / f"{gone}.pdf").unlink()
        run(archive, tmp_path / "korpus", client, prune=True)
        run(archive, tmp_path / f"baru-{number}", client)
        assert everything(tmp_path / "korpus") == everything(tmp_path / f"baru-{number}")
    assert not (tmp_path / "korpus" / "dasar").exists() or not any((tmp_path / "korpus" / "dasar").iterdir())


def test_a_changed_decree_changes_those_that_revise_it(archive: Path, tmp_path: Path, client: Any) -> None:
    run(archive, tmp_path / "korpus", client)
    (archive / "sosial-2021.pdf").write_bytes(issued("Dinas Sosial", 2021, "9 data", "Banyaknya data"))
    made = run(archive, tmp_path / "korpus", client)
    assert made.built == {"sosial-2021.pdf"}
    run(archive, tmp_path / "baru", client)
    assert everything(tmp_path / "korpus") == everything(tmp_path / "baru")
    assert run(archive, tmp_path / "korpus", client).shares == 0


def test_a_list_says_what_revises_what_and_is_remembered(archive: Path, tmp_path: Path, client: Any) -> None:
    listed = tmp_path / "daftar.txt"
    listed.write_text(f"{archive}/sosial-2022.pdf\t-\n{archive}/sosial-2023.pdf\t{archive}/sosial-2021.pdf\n")
    run(archive, tmp_path / "korpus", client, [listed])
    assert revisions(tmp_path / "korpus") == {"sosial-2023": ("sosial-2021", "daftar")}
    held = everything(tmp_path / "korpus")
    run(archive, tmp_path / "korpus", client)
    assert everything(tmp_path / "korpus") == held


def test_what_a_person_decided_about_a_decree_holds_for_what_revises_it(
    archive: Path, tmp_path: Path, client: Any
) -> None:
    decided = '[[koreksi]]\njenis = "salah ketik"\ntempat = "IKI/1/rows/1/sasaran"\ntercetak = "rapi"\n'
    (archive / "sosial-2021.koreksi.toml").write_text(f'{decided}menjadi = "tertib"\nputusan = "terima"\n')
    run(archive, tmp_path / "korpus", client)
    second = read(tmp_path / "korpus" / "katalog" / "sosial-2022.json")
    assert second.koreksi and second == build(
        archive / "sosial-2022.pdf", previous=tmp_path / "korpus" / "katalog" / "sosial-2021.json"
    )
    assert (
        second.blocks[0].rows[0].cells["sasaran"].text.value,
        second.blocks[0].rows[0].cells["sasaran"].text.as_printed,
    ) == (
        "Data tertib",
        "Data rapi",
    )
    (archive / "sosial-2021.koreksi.toml").unlink()
    run(archive, tmp_path / "korpus", client)
    run(archive, tmp_path / "baru", client)
    assert everything(tmp_path / "korpus") == everything(tmp_path / "baru")


class Stop(Exception):
    """The machine goes off."""


@dataclass(frozen=True, slots=True)
class StoppingFolder(CorpusFolder):
    """A corpus whose process ends after so many writes, whoever makes them."""

    left: ClassVar[list[int]] = []

    def put(self, name: str, data: bytes | Iterable[bytes]) -> None:
        self._count()
        CorpusFolder.put(self, name, data)

    def drop(self, names: Iterable[str]) -> None:
        for name in names:
            self._count()
            CorpusFolder.drop(self, [name])

    def _count(self) -> None:
        self.left[0] -= 1
        if self.left[0] < 0:
            raise Stop


@pytest.mark.parametrize("writes", [9, 30, 41, 44, 50, 75, 130])
def test_a_run_stopped_at_any_write_goes_on_to_the_same_bytes(
    writes: int, archive: Path, tmp_path: Path, client: Any
) -> None:
    """With decrees that another run left: 2021 is other now, and all that revises it."""
    run(archive, tmp_path / "utuh", client)
    before = tmp_path / "dahulu"
    before.mkdir()
    (before / "sosial-2021.pdf").write_bytes(issued("Dinas Sosial", 2021, "7 data", "Jumlah data lain"))
    (before / "sosial-2022.pdf").write_bytes((archive / "sosial-2022.pdf").read_bytes())
    run(before, tmp_path / "korpus", client)
    with pytest.raises(Stop):
        StoppingFolder.left[:] = [writes]
        _run(archive, StoppingFolder(str(tmp_path / "korpus")), client)
    # a process that is killed while it writes leaves this
    (tmp_path / "korpus" / "katalog" / ".sosial-2022.json.x3f9").write_bytes(b"{")
    run(archive, tmp_path / "korpus", client)
    assert everything(tmp_path / "korpus") == everything(tmp_path / "utuh")


def test_what_changed_is_listed_for_people_and_for_programs(
    archive: Path, tmp_path: Path, client: Any, katalog: Run
) -> None:
    corpus = tmp_path / "korpus"
    run(archive, corpus, client)
    shown = katalog("corpus", "changes", corpus)
    assert shown.returncode == 0
    (line,) = [line for line in shown.stdout.splitlines() if "Dinas Sosial" in line]
    assert [cell.strip() for cell in line.strip("│").split("│")][-7:-2] == ["0", "0", "1", "0", "1"]
    assert "isi?" in shown.stdout and "sosial-2022" in shown.stdout
    listed = katalog("corpus", "changes", corpus, "--year", "2022", "-f", "json")
    assert {(row["keputusan"], row["merevisi"], row["ragu_revisi"]) for row in json.loads(listed.stdout)} == {
        ("sosial-2022", "sosial-2021", "")
    }
    table = list(csv.DictReader(katalog("corpus", "changes", corpus, "--all-years", "-f", "csv").stdout.splitlines()))
    assert {row["keputusan"] for row in table} == {"sosial-2022", "sosial-2023"}
    other = katalog("corpus", "changes", corpus, "--year", "1999", "--lang", "en")
    assert "Nothing changed." in other.stdout and "Tidak ada keputusan tahun 1999. Yang ada: " in other.stderr
    assert shown.stderr == listed.stderr == ""


def test_that_nothing_was_compared_is_not_said_to_be_no_change(
    archive: Path, tmp_path: Path, client: Any, katalog: Run
) -> None:
    for name in ("sosial-2022.pdf", "sosial-2023.pdf"):
        (archive / name).unlink()
    corpus = tmp_path / "korpus"
    run(archive, corpus, client)
    told = katalog("corpus", "changes", corpus)
    assert told.returncode == 0 and "tidak ada yang dibandingkan" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_the_log_of_a_decree_goes_through_all_that_it_revises(
    archive: Path, tmp_path: Path, client: Any, katalog: Run
) -> None:
    corpus = tmp_path / "korpus"
    run(archive, corpus, client)
    told = katalog("corpus", "log", corpus, "sosial-2023", "-f", "csv").stdout
    assert {row["revision"] for row in csv.DictReader(told.splitlines())} == {
        "sosial-2021",
        "sosial-2022",
        "sosial-2023",
    }
    alone = katalog("corpus", "log", corpus, "pangan-2022")
    assert alone.returncode == 2 and "tidak diketahui merevisi keputusan lain" in alone.stderr
    for command in (("changes", tmp_path / "tiada"), ("log", tmp_path / "tiada", "sosial-2023")):
        nowhere = katalog("corpus", *command)
        assert nowhere.returncode == 2 and "tidak ada korpus" in nowhere.stderr
