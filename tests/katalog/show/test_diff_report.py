"""Reports: every format, both languages, and printed texts that mean to be markup, script or formula."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from project import ROOT, Run
from revisi import Decision, base

from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.compare.diff.life import history_of
from katalog.compare.kinds import LANGUAGES
from katalog.compare.match.carry import carry
from katalog.front import diff
from katalog.show.report import REPORT_FORMATS, report_bytes
from katalog.show.report.life import history_csv, history_text
from katalog.show.report.view import report_of
from katalog.store.canonical import canonical_bytes, dumps
from katalog.store.schema import diff_schema
from schemas.catalogue import Catalogue
from schemas.diff import CatalogueDiff

FORMATS = [one.name for one in REPORT_FORMATS]

HOSTILE = [
    "<script>document.title='hacked'</script>",
    "</script><img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "+1+2 @SUM(1) -3",
    "| sel | *tebal* `kode` [tautan](http://contoh.invalid) {{ 7 * 7 }} {% raw %}",
    "& < > \" ' \\ \u202e \x00 \ud800".encode("utf-8", "replace").decode(),
]


def changed(decision: Decision, texts: list[str]) -> Decision:
    """The decree with hostile texts in all places."""
    first, second = decision.jabatan[0], decision.jabatan[1]
    first["rows"][0] |= dict(zip(("indikator", "target", "rumus", "sumber_data"), texts, strict=False))
    first["rows"][1]["sasaran"], first["tugas"] = texts[4], texts[5]
    first["fungsi"].append({"no": "=1", "text": texts[0]})
    second["jabatan"] = texts[1]
    decision.jabatan.append({**decision.jabatan[2], "jabatan": texts[2], "rows": first["rows"][:1]})
    decision.preamble["judul"] = texts[3]
    return decision


@pytest.fixture(scope="module")
def old() -> Catalogue:
    """Four jabatan."""
    return base(4).catalogue("lama")


@pytest.fixture(scope="module")
def made(old: Catalogue) -> CatalogueDiff:
    """Against its hostile revision."""
    return diff(old, changed(base(4), HOSTILE).catalogue("baru"))


def test_data_is_valid_and_canonical(made: CatalogueDiff) -> None:
    data = report_bytes(made, "json", "id")
    assert data == canonical_bytes(made)
    schema = diff_schema()
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(json.loads(data))) == []
    assert CatalogueDiff.model_validate_json(data) == made


def test_published_schema_is_current() -> None:
    """`make schema` writes it."""
    assert (ROOT / "docs" / "diff.schema.json").read_bytes() == dumps(diff_schema())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", FORMATS)
def test_same_bytes_every_time(made: CatalogueDiff, kind: str, lang: str) -> None:
    assert report_bytes(made, kind, lang) == report_bytes(made, kind, lang)


def test_html_prints_markup_as_text(made: CatalogueDiff) -> None:
    page = report_bytes(made, "html", "id").decode()
    assert page.count("<script>") == 1
    assert "&lt;script&gt;document.title=&#39;hacked&#39;&lt;/script&gt;" in page
    assert "<img" not in page
    assert "{{ 7 * 7 }}" in page
    assert not re.search(r"(?:src|href)=\"(?!#|data:)", page)


def test_every_change_is_in_every_report(made: CatalogueDiff) -> None:
    lines = report_of(made, "id").lines
    assert len(lines) == len(made.changes)
    page, text = report_bytes(made, "html", "id").decode(), report_bytes(made, "text", "id").decode()
    assert page.count('class="change"') == len(made.changes)
    assert len(re.findall(r"^  [+\-~≈→] ", text, re.MULTILINE)) == len(made.changes)
    markdown = report_bytes(made, "md", "id").decode()
    assert len(re.findall(r"^\| \d+ \|", markdown, re.MULTILINE)) == len(made.changes)


def test_markdown_prints_markup_as_text(made: CatalogueDiff) -> None:
    text = report_bytes(made, "md", "id").decode()
    assert "<script" not in text and "<img" not in text
    tables = [line for line in text.splitlines() if line.startswith("| ")]
    cells = {len(re.split(r"(?<!\\)\|", line)) for line in tables}
    assert cells == {5, 6, 9}
    assert r"\[tautan\](http://contoh.invalid)" in text


def test_workbook_runs_nothing(made: CatalogueDiff) -> None:
    book = load_workbook(io.BytesIO(report_bytes(made, "xlsx", "id")))
    sheet = book.worksheets[0]
    first, last = (int(number) for number in re.findall(r"[A-Z]+(\d+)", sheet.auto_filter.ref))
    assert sheet.freeze_panes == f"C{first + 1}"
    numbers = [cell.value for (cell,) in sheet.iter_rows(min_row=first + 1, max_row=last, max_col=1)]
    assert list(dict.fromkeys(numbers)) == list(range(1, len(made.changes) + 1))
    cells = [cell for one in book.worksheets for row in one.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert any(str(cell.value).startswith(HOSTILE[2]) for cell in cells)
    assert not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize(("lang", "word"), [("id", "Rekapitulasi"), ("en", "Totals")])
def test_languages(made: CatalogueDiff, lang: str, word: str) -> None:
    for kind in ("html", "md"):
        assert word in report_bytes(made, kind, lang).decode()
    english = report_bytes(made, "text", "en").decode()
    assert "Ditambahkan" not in english and "Semula" not in english


def test_hostile_texts_survive(old: Catalogue, made: CatalogueDiff) -> None:
    """Nothing lost: the diff gives the hostile decree back."""
    new = changed(base(4), HOSTILE).catalogue("baru")
    assert apply_diff(made, old) == printed_content(new)


def test_targets_show_their_difference(old: Catalogue) -> None:
    decision = base(4)
    decision.jabatan[2]["rows"][0]["target"] = "24 dokumen"
    before = old.blocks[3].rows[0].cells["target"].text.as_printed
    made = diff(old, decision.catalogue("baru"))
    assert before == "10 dokumen"
    for kind in ("text", "md", "html"):
        assert "10 → 24 dokumen (+14)" in report_bytes(made, kind, "id").decode()
    assert made.changes[0].target is not None and made.changes[0].target.difference == "+14"


def test_no_change(old: Catalogue) -> None:
    made = diff(old, old)
    for kind in ("text", "md", "html"):
        assert "Tidak ada perubahan." in report_bytes(made, kind, "id").decode()


@pytest.fixture(scope="module")
def revisions(old: Catalogue) -> list[Catalogue]:
    """Three revisions: a target changes; a row goes and a jabatan is renamed."""
    second, third = base(4), base(4)
    second.jabatan[2]["rows"][0]["target"] = "24 dokumen"
    third.jabatan[2]["rows"][0]["target"] = "24 dokumen"
    third.jabatan[2]["jabatan"] = "Penata Kelola Anggaran"
    del third.jabatan[2]["rows"][-1]
    middle = carry(old, second.catalogue("tengah"))
    return [old, middle, carry(middle, third.catalogue("akhir"))]


def test_life_of_things(revisions: list[Catalogue]) -> None:
    history = history_of(revisions)
    assert history.revisions == ("lama", "tengah", "akhir")
    events = {(one.object, one.texts[0]): one.events for one in history.lives}
    block = revisions[0].blocks[3]
    assert events["jabatan", block.jabatan.as_printed] == ["present", "kept", "renamed"]
    rows = [row.cells["indikator"].text.as_printed for row in block.rows]
    assert events["indikator", rows[0]] == ["present", "changed", "kept"]
    assert events["indikator", rows[-1]] == ["present", "kept", "removed"]
    assert len(history.lives) == len(revisions[0].blocks) + sum(len(one.rows) for one in revisions[0].blocks)


def test_life_as_table_and_csv(revisions: list[Catalogue]) -> None:
    history = history_of(revisions)
    rows = list(csv.DictReader(io.StringIO(history_csv(history, "id").decode())))
    (change,) = [row for row in rows if row["event"] == "berubah"]
    assert (change["revision"], change["field"], change["old"], change["new"]) == (
        "tengah", "target", "10 dokumen", "24 dokumen",
    )  # fmt: skip
    table = history_text(history, "en").decode()
    assert "changed: target" in table and "renamed" in table and "gone" in table


def test_commands(katalog: Run, tmp_path: Path, revisions: list[Catalogue]) -> None:
    """Exit codes: 0 nothing substantive, 1 substantive, 2 error; a file is written whole or not at all."""
    paths = [tmp_path / f"{one.source.slug}.json" for one in revisions]
    for path, one in zip(paths, revisions, strict=True):
        path.write_bytes(canonical_bytes(one))
    same = katalog("diff", paths[0], paths[0])
    assert (same.returncode, same.stderr) == (0, "")
    assert "Tidak ada perubahan." in same.stdout
    for kind in FORMATS:
        result = katalog("diff", paths[0], paths[1], "-f", kind, "-o", tmp_path / "laporan")
        assert (result.returncode, result.stdout, result.stderr) == (1, "", "")
        assert (tmp_path / "laporan").read_bytes() == report_bytes(diff(*revisions[:2]), kind, "id")
    missing = katalog("diff", paths[0], tmp_path / "tidak-ada.json", "-o", tmp_path / "baru")
    assert missing.returncode == 2 and not (tmp_path / "baru").exists()
    assert missing.stderr.count("\n") == 1 and "tidak-ada.json: Berkas tidak ditemukan." in missing.stderr
    log = katalog("log", *paths, "-f", "csv")
    assert log.returncode == 0 and log.stdout.encode() == history_csv(history_of(revisions), "id").replace(
        b"\r\n", b"\n"
    )
    assert katalog("log", paths[0]).returncode == 2


def test_same_bytes_whatever_surrounds_the_run(
    katalog_process: Run, tmp_path: Path, made: CatalogueDiff, old: Catalogue
) -> None:
    new = changed(base(4), HOSTILE).catalogue("baru")
    paths = tmp_path / "lama.json", tmp_path / "baru.json"
    for path, one in zip(paths, (old, new), strict=True):
        path.write_bytes(canonical_bytes(one))
    for number, around in enumerate(
        ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "77", "LC_ALL": "C", "TZ": "Asia/Makassar"})
    ):
        for kind in FORMATS:
            target = tmp_path / f"{number}.{kind}"
            assert katalog_process("diff", *paths, "-f", kind, "-o", target, **around).returncode == 1
            assert target.read_bytes() == report_bytes(made, kind, "id")


def test_sources_are_built_on_the_fly_and_ids_carried(katalog: Run, tmp_path: Path) -> None:
    here = Path(__file__).resolve().parents[2] / "fixtures" / "revisi"
    old, new = tmp_path / "contoh-lama.json", tmp_path / "contoh-baru.json"
    assert katalog("build", here / "contoh-lama.txt", "-o", tmp_path).returncode in (0, 1)
    assert katalog("build", here / "contoh-baru.txt", "-o", tmp_path, "--previous", old).returncode in (0, 1)
    result = katalog("diff", here / "contoh-lama.txt", new, "-f", "json")
    assert result.returncode == 1
    changes = json.loads(result.stdout)["changes"]
    assert changes and all(one["old_id"] == one["new_id"] for one in changes if one["old_id"] and one["new_id"])
