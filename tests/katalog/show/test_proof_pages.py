"""The matriks with pages: each change has a box where it is printed, on pictures of the pages with changes only."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from project import ROOT, Run

from katalog.errors import KatalogError
from katalog.front import build, diff, save
from katalog.show.report import report_bytes
from katalog.show.report.proof import proof_pages
from katalog.show.report.view import Report, report_of

LAMA, BARU = ROOT / "corpus/contoh-lama/contoh-lama.pdf", ROOT / "corpus/contoh-baru/contoh-baru.pdf"


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(diff(LAMA, BARU), "id")


def test_every_printed_side_of_a_change_has_its_boxes(report: Report) -> None:
    pages = proof_pages(report, [LAMA, BARU])
    for line in report.lines:
        for side, words in enumerate((line.old, line.new)):
            assert bool(pages.of(line, side)) == bool(words), line
    drawn = {(page.side, page.picture.number) for page in pages.shown}
    printed = {(side, place.page) for line in report.lines for side in (0, 1) for place in line.places[side]}
    assert drawn == printed and len(drawn) < 40


def test_a_changed_target_is_boxed_alone_an_added_row_whole(report: Report) -> None:
    target, *_ = (one for one in report.lines if one.target.startswith("1 → 3 dokumen"))
    assert [len(places) for places in target.places] == [1, 1]
    added = [one for one in report.lines if one.kind == "added" and one.object == "indikator"]
    assert added and all(len(one.places[1]) >= 3 and not one.places[0] for one in added)


def test_a_side_that_is_not_at_hand_is_said(report: Report) -> None:
    pages = proof_pages(report, [None, BARU])
    assert {page.side for page in pages.shown} == {1}
    assert any("“Semula”: berkas contoh-lama.pdf tidak ditemukan" in one for one in pages.remarks)


def test_text_has_no_pages(report: Report, tmp_path: Path) -> None:
    text = tmp_path / "lama.txt"
    text.write_text("KEPUTUSAN", encoding="utf-8")
    pages = proof_pages(report, [text, BARU])
    assert any("tidak mempunyai halaman yang dapat digambar" in one for one in pages.remarks)


def test_the_page_loads_nothing_and_its_policy_stays(report: Report) -> None:
    made = diff(LAMA, BARU)
    plain = report_bytes(made, "html", "id").decode()
    shown = report_bytes(made, "html", "id", sources=[LAMA, BARU]).decode()
    assert "<img" not in plain and 'id="bukti"' not in plain
    assert len(shown) < 2_500_000
    assert set(re.findall(r'(?:src|href)="(?!#)([^";]*)', shown)) == {"data:,", "data:image/webp"}
    policies = [re.sub("sha256-[^']*", "", re.findall('Policy" content="([^"]*)', one)[0]) for one in (plain, shown)]
    assert policies[0] == policies[1]


def test_from_catalogues_with_their_sources_beside_them_or_named(tmp_path: Path, katalog: Run) -> None:
    for path in (LAMA, BARU):
        save(build(path), tmp_path / f"{path.stem}.json")
    pair = [str(tmp_path / f"{path.stem}.json") for path in (LAMA, BARU)]
    out = tmp_path / "beda.html"
    asked = ["diff", *pair, "-f", "html", "--pages", "-o", str(out)]
    done = katalog(*asked)
    assert done.returncode == 2 and "Sumbernya, contoh-lama.pdf, tidak ditemukan" in done.stderr and not out.exists()
    # another name, the same bytes
    shutil.copy(LAMA, tmp_path / "nama lain.pdf")
    done = katalog(*asked, "--source", str(tmp_path / "nama lain.pdf"))
    assert done.returncode == 1 and "baru.pdf, tidak ditemukan, sehingga halamannya tidak bergambar" in done.stderr
    assert 'id="semula-' in out.read_text(encoding="utf-8") and 'id="menjadi-' not in out.read_text(encoding="utf-8")
    shutil.copy(BARU, tmp_path)
    done = katalog(*asked, "--source", str(LAMA))
    assert done.returncode == 1 and done.stderr == ""
    assert 'id="menjadi-' in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["-f", "md", "--pages"], "“--pages” hanya untuk html, bukan md."),
        (["-f", "html", "--source", "x.pdf"], "“--source” hanya dipakai bersama --pages."),
        (["-f", "html", "--pages", "--source", str(ROOT / "LICENSE")], "bukan sumber dari kedua katalog"),
    ],
)
def test_what_does_not_go_together_is_refused(katalog: Run, more: list[str], said: str) -> None:
    done = katalog("diff", str(LAMA), str(BARU), *more)
    assert done.returncode == 2 and said in done.stderr and done.stdout == ""


def test_a_broken_source_is_an_error_with_its_file(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(KatalogError, match=r"rusak\.pdf"):
        proof_pages(report, [path, None])
