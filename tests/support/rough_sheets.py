"""Sheets of made offices as rough pictures: what is printed is known, how it is drawn and scanned is drawn by lot.

Each sheet has two labelled jabatan under headings of other agencies, in a ruled table, one with lines across or one
without lines, at times cut by a page. Its pages become pictures of 100 to 200 dots an inch: laid down by hand,
in a shadow, or photographed from the side; with noise, blur, weak ink and loss. The same seed gives the same sheet.
"""

from __future__ import annotations

import io
import json
import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pikepdf
import pypdfium2 as pdfium
from cetak import UP, Cetak, Tabel
from PIL import Image
from project import GOLD, ROOT

#: Rows of pixels from 0 to 255.
Picture = Any
ROLES = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
_WIDTHS = {"no": 34, "sasaran": 150, "indikator": 165, "target": 95, "rumus": 175, "sumber_data": 110}
_BORDERS, _MANNERS = ("grid", "grid", "across", "none"), ("flat", "flat", "shadow", "photo")
_JABATAN, _ROWS, _FUNGSI = 2, 6, 4


@dataclass(frozen=True, slots=True)
class DrawnJabatan:
    """What is printed of a jabatan: its head, and each row's cells by role (empty where nothing is printed)."""

    jabatan: str
    tugas: str
    fungsi: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class RoughSheet:
    """The scanned sheet as a PDF, how it was made, and what is printed on it."""

    pdf: bytes
    made: str
    printed: tuple[DrawnJabatan, ...]


class _Lined(Cetak):
    """Draws the lines of one kind of table alone."""

    borders = "grid"

    def line(self, x0: float, top: float, x1: float, bottom: float) -> None:
        upright = x0 == x1
        if self.borders == "grid" or (self.borders == "across" and not upright):
            super().line(x0, top, x1, bottom)


def rough_sheet(seed: int) -> RoughSheet:
    """The sheet of this seed."""
    chance = random.Random(seed)
    doc = _Lined(size=chance.choice((8.0, 8.5, 9.0)))
    doc.borders = chance.choice(_BORDERS)
    roles = [role for role in ROLES if role in ("indikator", "target") or chance.random() < 0.85]
    case = chance.choice((str, str.upper, str.title))
    terms = _terms()
    head = [case(chance.choice(terms[role])) for role in roles]
    printed = tuple(_jabatan(doc, one, roles, head, chance) for one in chance.sample(_labelled(), _JABATAN))
    pages, said = scanned(doc.save(), np.random.default_rng(seed))
    return RoughSheet(pages, f"{doc.borders} {said}", printed)


@cache
def _terms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads((ROOT / "training" / "terms.toml").read_text(encoding="utf-8"))["peran"]
    return found


@cache
def _labelled() -> list[dict[str, Any]]:
    files = sorted(Path(GOLD).glob("j[0-9][0-9].json"))
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


def _jabatan(doc: Cetak, one: dict[str, Any], roles: list[str], head: list[str], chance: random.Random) -> DrawnJabatan:
    doc.page()
    doc.text(40, 40, "INDIKATOR KINERJA INDIVIDU")
    fungsi = [str(item["text"]) for item in one["fungsi"][:_FUNGSI]]
    numbered = [f"{chr(97 + k)}. {text}" for k, text in enumerate(fungsi)]
    top = 60.0
    for label, texts in (("Jabatan", [one["jabatan"]]), ("Tugas", [one["tugas"]]), ("Fungsi", numbered)):
        doc.text(40, top, label)
        doc.text(100, top, ":")
        for text in texts:
            for line in _lines(text, 120):
                doc.text(112, top, line)
                top += 12
    rows = one["rows"][:_ROWS]
    foot = chance.choice((555.0, 555.0, 420.0))
    table = Tabel(doc, [_WIDTHS[role] for role in roles], head, top=top + 8, foot=foot, shaded=chance.random() < 0.3)
    table.build([[UP if row.get(role) is None else row[role] for role in roles] for row in rows])
    cells = tuple({role: row.get(role) or "" for role in roles} for row in rows)
    return DrawnJabatan(one["jabatan"], one["tugas"], tuple(fungsi), cells)


def _lines(text: str, room: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def scanned(pdf: bytes, chance: np.random.Generator) -> tuple[bytes, str]:
    """The pages of a PDF as rough pictures, and how rough they are."""
    dpi, quality = int(chance.integers(100, 201)), int(chance.integers(30, 61))
    noise, blur = chance.uniform(4, 11), chance.uniform(0.45, 0.9)
    ink = chance.uniform(0.55, 1) if chance.random() < 0.3 else 1.0
    manner = _MANNERS[int(chance.integers(len(_MANNERS)))]
    out, document = pikepdf.new(), pdfium.PdfDocument(pdf)
    for page in document:
        grey = page.render(scale=dpi / 72, grayscale=True).to_numpy().squeeze().astype(np.float32)
        seen = 255 - (255 - _laid(grey, manner, chance)) * ink
        seen = cv2.GaussianBlur(seen.astype(np.float32), (0, 0), blur) + chance.normal(0, noise, seen.shape)
        file = io.BytesIO()
        picture = Image.fromarray(np.clip(seen, 0, 255).astype(np.uint8))
        picture.save(file, "PDF", resolution=dpi, quality=quality)
        with pikepdf.open(file) as bound:
            out.pages.extend(bound.pages)
    document.close()
    file = io.BytesIO()
    out.save(file, static_id=True)
    return file.getvalue(), f"{manner} {dpi} dpi, JPEG {quality}, ink {ink:.2f}"


def _laid(page: Picture, manner: str, chance: np.random.Generator) -> Picture:
    """A page as it is laid down, or seen from the side."""
    if manner == "photo":
        return _shaded(_from_the_side(page, chance), chance)
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), chance.uniform(-1.2, 1.2), 1.0)
    page = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    return _shaded(page, chance) if manner == "shadow" else page


def _from_the_side(page: Picture, chance: np.random.Generator) -> Picture:
    height, width = page.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + chance.uniform(-0.03, 0.03, (4, 2)) * (width, height)
    seen = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    return cv2.warpPerspective(page, seen, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)


def _shaded(page: Picture, chance: np.random.Generator) -> Picture:
    height, width = page.shape
    down, right = np.mgrid[0:height, 0:width]
    angle = chance.uniform(0, 2 * np.pi)
    far = np.cos(angle) * (right / width - 0.5) + np.sin(angle) * (down / height - 0.5)
    return page * (1 - chance.uniform(0.2, 0.5) / (1 + np.exp((chance.uniform(-0.2, 0.2) - far) * 15)))
