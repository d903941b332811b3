"""A koreksi.toml to fill in without a browser, and what becomes of answers."""

from __future__ import annotations

import re

from extracted_decrees import extracted, row, text

from katalog.assemble.catalogue import assemble
from katalog.front import frames
from katalog.show.book.checks import ChecksOf
from katalog.show.findings_list import findings_list
from katalog.show.koreksi_form import koreksi_form
from normalize.decree import normalize
from normalize.koreksi.answers import path_of_finding
from normalize.koreksi.file import read_koreksi
from schemas.catalogue import Catalogue
from schemas.decree import Block, Cell, ExtractedDecree, Text

FIELD = "IKI/1/rows/1/target"


def decree() -> ExtractedDecree:
    first = row(indikator="Jumlah laporan", rumus="Draft laporan")
    doubtful = Cell(text=Text(as_printed="12 laporan", character_confidence=0.2))
    first = first.model_copy(update={"cells": {**first.cells, "target": doubtful}})
    return extracted(Block(kind="IKI", order=1, jabatan=text("Bendahara"), rows=(first,)))


def filled(catalogue: Catalogue, *places: str) -> str:
    """The form with the marks taken away before the entries about these places."""
    parts = "\n".join(koreksi_form(catalogue)).split("\n\n")
    return "\n\n".join(
        re.sub(r"^# (?=\[\[|\w+ = )", "", part, flags=re.MULTILINE)
        if any(f'"{one}"' in part for one in places)
        else part
        for part in parts
    )


def test_nothing_is_decided_beforehand() -> None:
    made = assemble(normalize(decree()))
    file = read_koreksi("\n".join(koreksi_form(made)))
    assert file.putusan == () and file.sumber == (made.source.sha256,) and file.berkas == (made.source.file,)


def test_an_entry_without_its_marks_is_a_decision() -> None:
    made = assemble(normalize(decree()))
    assert [one.code for one in made.findings if path_of_finding(one) == FIELD] == ["ocr-ragu"]
    file = read_koreksi(filled(made, FIELD, "IKI/1/rows/1/rumus"))
    assert [(one.JENIS, one.tempat, one.jabatan, one.indikator) for one in file.putusan] == [
        ("benar", FIELD, "Bendahara", "Jumlah laporan"),
        ("salah ketik", "IKI/1/rows/1/rumus", "Bendahara", "Jumlah laporan"),
    ]
    again = assemble(normalize(decree(), koreksi=[file]))
    assert {one.code for one in again.findings if one.answered} == {"ocr-ragu"}
    assert again.proposals == () and {one.status for one in again.koreksi} == {"applied"}
    left = "\n".join(koreksi_form(again))
    assert left.count("[[koreksi]]") == 1 and 'tempat = "IKI/1/headings"' in left
    last = assemble(normalize(decree(), koreksi=[read_koreksi(filled(made, "IKI/1/headings"))]))
    assert [one.status for one in last.koreksi] == ["applied"] and [one for one in last.findings if one.answered]


def test_answered_findings_are_counted_and_not_listed() -> None:
    toml = f'[[koreksi]]\njenis = "benar"\ntempat = "{FIELD}"\ntercetak = "12 laporan"\noleh = "Sekretaris"\n'
    made = assemble(normalize(decree(), koreksi=[read_koreksi(toml)]))
    lines = list(findings_list(made.findings, made))
    assert not [line for line in lines if "ocr-ragu" in line] and lines[-1].endswith("; 1 sudah dijawab orang")
    answered = {one.answered for one in made.findings if path_of_finding(one) == FIELD}
    assert answered == {"keputusan Sekretaris"}


def test_answered_findings_are_nothing_to_check() -> None:
    toml = f'[[koreksi]]\njenis = "benar"\ntempat = "{FIELD}"\ntercetak = "12 laporan"\n'
    before, after = (assemble(normalize(decree(), koreksi=files)) for files in ([], [read_koreksi(toml)]))
    row = ("x", "IKI", 1), 1
    asked, left = (ChecksOf(frames(one)["temuan"]).row(*row).messages for one in (before, after))
    assert [one for one in asked if "OCR" in one] and not [one for one in left if "OCR" in one]


def test_only_the_findings_that_are_named_are_answered() -> None:
    toml = f'[[koreksi]]\njenis = "benar"\ntempat = "{FIELD}"\ntercetak = "12 laporan"\nkode = ["lain"]\n'
    made = assemble(normalize(decree(), koreksi=[read_koreksi(toml)]))
    assert [one.code for one in made.findings if one.answered] == []
    made = assemble(normalize(decree(), koreksi=[read_koreksi(toml.replace("lain", "ocr-ragu"))]))
    assert [one.code for one in made.findings if one.answered] == ["ocr-ragu"]


def test_a_column_that_is_not_there_and_the_decree_itself() -> None:
    bare = extracted(Block(kind="IKI", order=1, jabatan=text("Bendahara"), rows=(row(indikator="Jumlah laporan"),)))
    codes = {one.code: path_of_finding(one) for one in assemble(normalize(bare)).findings}
    asked = [code for code in codes if code in ("tanpa-nomor", "tanpa-kolom-target", "kolom-tidak-ada")]
    toml = "".join(
        f'[[koreksi]]\njenis = "benar"\ntempat = "{codes[code] or "keputusan"}"\nkode = ["{code}"]\n' for code in asked
    )
    made = assemble(normalize(bare, koreksi=[read_koreksi(toml)]))
    assert asked and {one.code for one in made.findings if one.answered} == set(asked)
