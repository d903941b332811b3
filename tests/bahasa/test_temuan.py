"""The registry of findings: every entry answers every question, and is raised where it says."""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import get_args

import pytest
from project import ROOT

from bahasa.data import entries_of
from bahasa.temuan import About, FindingKind, finding, finding_kinds, message_in, names_in, remedy_in, threshold
from schemas.base import Finding, Severity

KINDS = finding_kinds().values()
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)


def raised() -> dict[str, set[str]]:
    """Code -> the packages whose modules raise it: `finding("code", ...)`."""
    found: dict[str, set[str]] = defaultdict(set)
    for top in ("extract", "normalize", "katalog"):
        for path in sorted((ROOT / top).rglob("*.py")):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "finding":
                    code = call.args[0]
                    assert isinstance(code, ast.Constant), f"{path}:{call.lineno}: a code is written out"
                    found[str(code.value)].add(top)
    return found


def test_codes_are_raised_in_their_stage_and_all_are_known() -> None:
    assert raised() == {kind.code: {kind.stage} for kind in KINDS}


def test_every_code_is_expected_by_a_test() -> None:
    """That it comes when it should."""
    texts = [
        path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py") if path.name != "test_temuan.py"
    ]
    assert [kind.code for kind in KINDS if not any(f'"{kind.code}"' in text for text in texts)] == []


def test_findings_are_made_in_one_place() -> None:
    makers = [
        str(path.relative_to(ROOT))
        for top in ("schemas", "bahasa", "extract", "normalize", "katalog")
        for path in sorted((ROOT / top).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding"
    ]
    assert makers == ["bahasa/temuan.py"]


def test_no_code_is_listed_twice() -> None:
    assert len(entries_of("temuan", "temuan")) == len(KINDS)


@each_kind
def test_every_entry_answers_everything(kind: FindingKind) -> None:
    assert kind.section in {section["kode"] for section in entries_of("temuan", "bagian")}
    assert kind.severities
    assert set(kind.severities) <= set(get_args(Severity))
    assert all(kind.meaning[lang] and kind.remedy[lang] for lang in ("id", "en"))
    assert kind.threshold is None or (0 < kind.threshold.value < 1 and kind.threshold.reason)
    # a form is chosen by the values that it says
    assert len({form.names for form in kind.forms}) == len(kind.forms) > 0


@each_kind
def test_every_form_says_its_example_in_both_languages(kind: FindingKind) -> None:
    for form in kind.forms:
        assert names_in(form.said["en"]) == form.names == form.example.keys()
        made = finding(kind.code, About(), kind.severities[0], **form.example)
        for lang in ("id", "en"):
            said = message_in(made, lang)  # type: ignore[arg-type]
            assert all(value in said for value in form.example.values())
            assert said[-1] == "."
        assert made.message == message_in(made, "id") != message_in(made, "en")


@pytest.mark.parametrize(
    ("code", "severity", "values", "says"),
    [
        ("tak-ada", None, {}, "no finding"),
        ("sel-kosong", None, {}, "says kolom, not nothing"),
        ("sel-kosong", None, {"kolom": "Rumus", "baris": 3}, "says kolom, not baris, kolom"),
        ("sel-kosong", "error", {"kolom": "Rumus"}, "is info, not error"),
        # two severities: which one must be said
        ("kolom-hilang", None, {"kolom": "target"}, "is error or warning or info"),
    ],
)
def test_a_slip_of_the_caller_is_raised_at_once(
    code: str, severity: Severity, values: dict[str, str], says: str
) -> None:
    with pytest.raises(LookupError, match=says):
        finding(code, About(), severity, **values)


def test_a_finding_of_another_version_is_said_as_it_stands() -> None:
    unknown = Finding(code="lama", severity="info", message="Pesan lama.")
    older = Finding(code="sel-kosong", severity="info", message="Rumus kosong.")
    assert [message_in(one, "en") for one in (unknown, older)] == ["Pesan lama.", "Rumus kosong."]
    assert remedy_in("lama", "id") == ""


def test_thresholds() -> None:
    assert [threshold(code) for code in ("ocr-ragu", "keyakinan-rendah")] == [0.9, 0.9]
    with pytest.raises(LookupError, match="no threshold"):
        threshold("sel-kosong")
