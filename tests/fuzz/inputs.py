"""Odd inputs of every kind that the program takes: drawn by Hypothesis around decrees that are right.

Each strategy gives the bytes of a file; a small part of a good one is changed, so that most go far into the program.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st
from kasus import PLAIN, decree
from project import ROOT

#: Signs that break readers: of no width, right to left, combining, dotless, of two halves, controls, formulas.
ODD = "\u200b\u00ad\u2060\ufeff\u202e\u0301ıİßﬁ𝑓\ud7ff\x00\x1b\x0c\t\u2028=+@'\"<&"
_WORDS = st.sampled_from([
    "Jabatan :", "Tugas :", "Fungsi :", "INDIKATOR KINERJA INDIVIDU", "NO", "TARGET", "1.", "2A)", "85 %", "s.d.a.",
    "12 dokumen", "Rp 1 M", "KESATU :", "Menimbang :", "a. bahwa", "Lampiran I", "SATUAN", "|", "  ", "-", "½", "III",
    "(1)", "i.",
])  # fmt: skip


def _lines() -> list[str]:
    return (ROOT / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt").read_text("utf-8").splitlines()


@st.composite
def texts(draw: st.DrawFn) -> bytes:
    """Lines of a decree, cut, repeated and mixed with odd ones."""
    lines = _lines()
    start = draw(st.integers(0, len(lines) - 60))
    taken = lines[start : start + draw(st.integers(1, 60))]
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(taken)))
        odd = draw(st.one_of(_WORDS, st.text(alphabet=ODD + "abc 123.%", max_size=30)))
        if draw(st.booleans()):
            taken.insert(at, odd)
        elif taken and at < len(taken):
            cut = draw(st.integers(0, len(taken[at])))
            taken[at] = taken[at][:cut] + odd + taken[at][cut:]
    return "\n".join(taken).encode("utf-8", "replace")


def _changed(draw: st.DrawFn, data: bytes, most: int = 6) -> bytes:
    """A file with some of its bytes other ones, left out or doubled."""
    for _ in range(draw(st.integers(1, most))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 40))
        piece = draw(st.one_of(st.binary(max_size=12), st.just(data[at : at + length] * 2), st.just(b"")))
        data = data[:at] + piece + data[at + length :]
    return data


@st.composite
def pdfs(draw: st.DrawFn) -> bytes:
    """A small decree, its cells, its operators or its bytes changed."""
    rows = [[cell if draw(st.integers(0, 9)) else draw(st.text(max_size=20)) for cell in row] for row in PLAIN]
    data = decree(rows)
    if draw(st.booleans()):
        number = re.compile(rb"\d+\.\d+")
        found = list(number.finditer(data))
        chosen = draw(st.sampled_from(found))
        new = draw(st.sampled_from([b"0", b"-99999", b"1e9", b"99999999999", b"0.0001", b"nan"]))
        data = data[: chosen.start()] + new + data[chosen.end() :]
    return _changed(draw, data) if draw(st.booleans()) else data


@st.composite
def words(draw: st.DrawFn, plain: bytes) -> bytes:
    """A Word file, the text of its main part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, _changed(draw, data) if name == "word/document.xml" else data)
    return out.getvalue()


@st.composite
def changed_files(draw: st.DrawFn, plain: bytes) -> bytes:
    """Any other file (a catalogue, a koreksi.toml), its bytes changed or its values deep or huge."""
    deep = draw(st.sampled_from([b"", b"[" * 5000, b'{"a":' * 2000, b"9" * 5000, b"1e400"]))
    at = draw(st.integers(0, len(plain)))
    return _changed(draw, plain[:at] + deep + plain[at:])


#: Kind of input to what draws it and the suffix of its file; `good` is a folder with a good file of each kind.
Drawn = tuple[st.SearchStrategy[bytes], str]


def kinds(good: Path) -> dict[str, Callable[[], Drawn]]:
    """What can be drawn."""
    return {
        "text": lambda: (texts(), ".txt"),
        "pdf": lambda: (pdfs(), ".pdf"),
        "docx": lambda: (words((good / "baik.docx").read_bytes()), ".docx"),
        "catalogue": lambda: (changed_files((good / "baik.json").read_bytes()), ".json"),
        "koreksi": lambda: (changed_files((good / "putusan.toml").read_bytes()), ".toml"),
    }
