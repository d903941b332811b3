"""Twenty scripted revisions, printed and read: rows that lost or gained few words, and what must be no change."""

from __future__ import annotations

import pytest
from revisi_terbit import SEEDS, TEXTS, as_built, f1, revised
from small import Holder, small
from things import below, decree_of, holder, indikator, likeness_of, names, thing

from bahasa.target import parse_target
from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.compare.diff.edition import beside_edition
from katalog.compare.match.rows import match_rows
from katalog.compare.match.thing import Said, Thing
from katalog.front import diff
from schemas.catalogue import Catalogue
from schemas.decree import Text


@pytest.mark.parametrize("medium", ["pdf", *TEXTS])
def test_what_changed_between_two_editions_is_found(medium: str) -> None:
    told: list[str] = []
    assert f1(SEEDS, medium, told.append) >= 0.98, told


@pytest.mark.parametrize("seed", [0, 7, 8])
def test_an_edition_is_the_same_whatever_it_is_read_from(seed: int) -> None:
    _, script = revised(seed)
    pdf, docx, text = (as_built(script.baru, medium) for medium in ("pdf", "docx", "beside"))
    for other in (docx, text, as_built(script.baru, "pdf")):
        made = diff(pdf, other)
        assert (made.changes, made.headings, made.renumbered, made.regrouped) == ((), (), (), ())


@pytest.mark.parametrize("medium", [*TEXTS, "docx"])
def test_an_edition_against_itself_is_no_change(medium: str) -> None:
    """Whatever was misread is misread twice."""
    _, script = revised(3)
    made = diff(as_built(script.baru, medium), as_built(script.baru, medium))
    assert (made.changes, made.headings, made.renumbered, made.regrouped, made.respanned) == ((), (), (), (), ())


def _row(printed: str, target: str = "4 dokumen", **cells: str) -> Thing:
    made = indikator(printed, target=target, **cells)
    made.fields["target"] = Said(target, target, target=parse_target(target, printed))
    return made


def _matched(old: list[Thing], new: list[Thing]) -> set[tuple[str, str]]:
    ours, theirs = holder("Pengelola", old), holder("Pengelola", new)
    roots = decree_of(ours), decree_of(theirs)
    return names(match_rows([(ours, theirs)], *roots, likeness_of(*roots)))


OLD, NEW = "Programa penyuluhan", "Tingkat ketercapaian penyuluhan menurut hasil pengukuran"


@pytest.mark.parametrize(
    ("sasaran", "others", "target", "one"),
    [
        ("Terlaksananya penyuluhan", 0, "4 dokumen", True),
        ("Meningkatnya produktivitas", 0, "4 dokumen", False),  # below another sasaran
        ("Terlaksananya penyuluhan", 0, "80%", False),  # in another unit
        ("Terlaksananya penyuluhan", 1, "4 dokumen", False),  # one of more rows
    ],
)
def test_few_words_in_common_are_enough_in_the_same_place(sasaran: str, others: int, target: str, one: bool) -> None:
    old = below(thing("sasaran", "Terlaksananya penyuluhan"), _row(OLD, rumus="Programa yang disahkan camat"))
    more = [_row(f"Lain {at}", rumus="Lain") for at in range(others)]
    new = below(thing("sasaran", sasaran), *more, _row(NEW, target, rumus="Nilai tengah dari kuesioner petani"))
    assert ((OLD, NEW) in _matched(old, new)) is one


def test_a_place_without_a_word_in_common_is_not_enough() -> None:
    old = below(thing("sasaran", "Tertibnya arsip"), _row("Lemari besi", rumus="Daftar lemari"))
    new = below(thing("sasaran", "Tertibnya arsip"), _row("Pelatihan juru", rumus="Sertifikat kursus"))
    assert _matched(old, new) == set()


@pytest.mark.parametrize("rumus", [("Audit", "Reviu"), ("Laporan", "Laporan")])
def test_a_row_that_lost_its_last_word_is_not_taken_for_its_neighbour(rumus: tuple[str, str]) -> None:
    """`Jumlah laporan hasil` / `audit`, of which a page seam kept the first line alone, beside a row of these words."""
    old = [_row("Jumlah laporan hasil audit", rumus=rumus[0]), _row("Jumlah laporan hasil", rumus=rumus[1])]
    new = [_row("Jumlah laporan hasil", rumus=rumus[0]), _row("Jumlah laporan hasil", rumus=rumus[1])]
    ours, theirs = holder("Pengelola", old), holder("Pengelola", new)
    roots = decree_of(ours), decree_of(theirs)
    pairs = match_rows([(ours, theirs)], *roots, likeness_of(*roots))
    assert sorted((one.place, other.place) for one, other in pairs) == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Lampiran I. Keputusan Kepala BKPSDM Nomor. 800/ 015 /Sek. II/BKPSDM", "lampiran i keputusan kepala bkpsdm"),
        ("LAMPIRAN KEPUTUSAN BUPATI NOMOR 14 TAHUN 2022 TENTANG IKU", "lampiran keputusan bupati tentang iku"),
        ("Lampiran II Nomor : 188.4/12/KPTS/2022 Tanggal 3 Januari 2023", "lampiran ii"),
        ("INDIKATOR KINERJA UTAMA TAHUN 2021-2026", "indikator kinerja utama"),
        ("PERJANJIAN KINERJA PERUBAHAN TAHUN 2023", "perjanjian kinerja"),
        ("INDIKATOR KINERJA 45 PUSKESMAS", "indikator kinerja 45 puskesmas"),
        ("NOMOR 5 TAHUN 2022", ""),
    ],
)
def test_what_a_label_says_beside_its_edition(label: str, said: str) -> None:
    assert " ".join(beside_edition(label)) == said


LEBAR = ["KEPUTUSAN KEPALA DINAS SOSIAL KABUPATEN ENGGANG", "NOMOR 5 TAHUN 2022"]
SEMPIT = ["KEPUTUSAN KEPALA DINAS SOSIAL", "KABUPATEN ENGGANG", "NOMOR 5 TAHUN 2022"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (LEBAR, SEMPIT, 0),
        (SEMPIT, LEBAR, 0),
        (SEMPIT, [SEMPIT[0], "KABUPATEN HULU", SEMPIT[2]], 1),  # another word
        (SEMPIT, [*SEMPIT[:2], "NOMOR 6 TAHUN 2022"], 1),
        (SEMPIT, [SEMPIT[0], SEMPIT[2]], 1),  # a line that is gone
        (LEBAR, [SEMPIT[0], "KABUPATEN HULU", SEMPIT[2]], 2),
    ],
)
def test_a_heading_that_breaks_at_other_words_is_no_change(old: list[str], new: list[str], told: int) -> None:
    before, after = (_headed(lines) for lines in (old, new))
    made = diff(before, after)
    assert len(made.changes) == told
    assert bool(made.headings) is (told == 0)
    assert apply_diff(made, before) == printed_content(after)


def _headed(lines: list[str]) -> Catalogue:
    made = small(Holder("Pengelola"))
    kepala = tuple(Text(as_printed=line) for line in lines)
    return made.model_copy(update={"decree": made.decree.model_copy(update={"kepala": kepala})})


def test_a_label_that_only_names_the_edition_is_editorial() -> None:
    lama, script = revised(1)
    script.baru.jabatan = lama.jabatan
    changes = diff(as_built(lama, "pdf"), as_built(script.baru, "pdf")).changes
    labels = [one.nature for one in changes if one.field == "lampiran.label"]
    assert labels == ["editorial"]
    assert all(one.nature == "substantive" for one in changes if one.field != "lampiran.label")
