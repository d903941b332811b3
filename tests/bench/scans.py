"""How scans and photographs are read: the pages of a digital decree, made into each kind of picture, against itself.

    python tests/bench/scans.py [DECREE.pdf] [--pages 5,8] [--kinds "100 dpi,photograph"]
    python tests/bench/scans.py --gold FOLDER

The first prints a line a kind of picture: cells, right ones, wrong ones at which no finding points (`silent`), right
ones at which one points (`flagged`). What is right is what the program reads in the digital pages. The second reads
each N.pdf of a folder that has an N.json with its labelled blocks, and prints how many letters, and figures and `%`, of
the labelled cells are read otherwise; white space counts for nothing. Same pages, same noise, same figures.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pikepdf
import pypdfium2 as pdfium
from PIL import Image
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein
from ratios import PDF

import katalog
from bahasa.roles import OTHERS, column_roles

#: Colours from 0 to 255, rows of pixels with three values each.
Picture = Any
_SEED, _USUAL_DPI, _USUAL_JPEG = 7, 200, 70


def leaning(picture: Picture, degrees: float) -> Picture:
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))


def photographed(picture: Picture, _: int) -> Picture:
    """From the side and from below, half of it in a shadow."""
    height, width = picture.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = corners + np.array([[0.05, 0.03], [-0.03, 0.05], [-0.01, -0.03], [0.02, -0.02]]) * (width, height)
    moved = cv2.warpPerspective(
        picture,
        cv2.getPerspectiveTransform(corners, seen.astype(np.float32)),
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderValue=(255, 255, 255),
    )
    shade = 1 - 0.45 / (1 + np.exp((0.5 - np.linspace(0, 1, width)) * 20))
    return moved * shade[None, :, None]


def stamped(picture: Picture, dpi: int, colour: tuple[int, int, int]) -> Picture:
    """Two rings and a stroke as of a pen, over what is printed."""
    height, width = picture.shape[:2]
    over = np.zeros((height, width), np.uint8)
    middle, radius = (round(width * 0.45), round(height * 0.55)), round(0.75 * dpi)
    for share, wide in ((1.0, 0.03), (0.65, 0.015)):
        cv2.circle(over, middle, round(radius * share), 255, max(2, round(wide * dpi)), cv2.LINE_AA)
    steps = np.linspace(0, 1, 200)
    x = middle[0] + dpi * (2.4 * steps - 0.9 + 0.25 * np.sin(21 * steps))
    y = middle[1] + dpi * 0.4 * np.sin(9 * steps + 2 * np.sin(13 * steps))
    cv2.polylines(over, [np.stack([x, y], axis=1).astype(np.int32)], False, 255, max(2, dpi // 70), cv2.LINE_AA)
    share = (over / 255 * 0.8)[..., None]
    return np.minimum(picture, picture * (1 - share) + np.array(colour) * share)


def punched(picture: Picture, dpi: int) -> Picture:
    """Two holes, as far from the middle of the left edge as a punch makes them, one over the margin of the print."""
    found = np.ascontiguousarray(picture)
    for down, across in ((-1.57, 0.45), (1.57, 0.95)):
        place = (round(across * dpi), round(found.shape[0] / 2 + down * dpi))
        cv2.circle(found, place, round(0.12 * dpi), (25, 25, 25), -1, cv2.LINE_AA)
    return found


def on_paper(picture: Picture, colour: tuple[int, int, int]) -> Picture:
    return picture * (np.array(colour) / 255)


#: Each kind of picture by its name: its resolution, what is done to it (given the resolution), the quality of its JPEG.
_BLUE, _GREY, _YELLOW = (70, 60, 190), (90, 90, 90), (250, 235, 140)
KINDS: dict[str, tuple[int, Callable[[Picture, int], Picture], int]] = {
    "100 dpi": (100, lambda picture, _: leaning(picture, 0.4), _USUAL_JPEG),
    "150 dpi": (150, lambda picture, _: leaning(picture, 0.4), _USUAL_JPEG),
    "200 dpi": (200, lambda picture, _: leaning(picture, 0.4), _USUAL_JPEG),
    "300 dpi": (300, lambda picture, _: leaning(picture, 0.4), _USUAL_JPEG),
    "600 dpi": (600, lambda picture, _: leaning(picture, 0.4), _USUAL_JPEG),
    "turned by 90": (_USUAL_DPI, lambda picture, _: np.rot90(picture, 1), _USUAL_JPEG),
    "turned by 180": (_USUAL_DPI, lambda picture, _: np.rot90(picture, 2), _USUAL_JPEG),
    "leaning by 2": (_USUAL_DPI, lambda picture, _: leaning(picture, 2), _USUAL_JPEG),
    "photograph": (_USUAL_DPI, photographed, 30),
    "blue stamp": (_USUAL_DPI, lambda picture, dpi: stamped(picture, dpi, _BLUE), _USUAL_JPEG),
    "grey stamp": (_USUAL_DPI, lambda picture, dpi: stamped(picture, dpi, _GREY), _USUAL_JPEG),
    "holes": (_USUAL_DPI, punched, _USUAL_JPEG),
    "yellow paper": (_USUAL_DPI, lambda picture, _: on_paper(picture, _YELLOW), _USUAL_JPEG),
    "stamp on yellow paper": (
        _USUAL_DPI,
        lambda picture, dpi: stamped(on_paper(picture, _YELLOW), dpi, _BLUE),
        _USUAL_JPEG,
    ),
}


def scan(pages: bytes, kind: str) -> bytes:
    """The pages of a PDF as pictures of one kind, bound into a PDF."""
    dpi, made, quality = KINDS[kind]
    noise = np.random.default_rng(_SEED)
    document, out = pdfium.PdfDocument(pages), pikepdf.new()
    for page in document:
        picture = page.render(scale=dpi / 72, rev_byteorder=True).to_numpy()[..., :3].astype(np.float32)
        picture = cv2.GaussianBlur(made(picture, dpi), (0, 0), 0.6)
        picture = np.clip(picture + noise.normal(0, 8, picture.shape[:2])[..., None], 0, 255).astype(np.uint8)
        file = io.BytesIO()
        Image.fromarray(picture).save(file, "PDF", resolution=dpi, quality=quality)
        with pikepdf.open(file) as bound:
            out.pages.extend(bound.pages)
    document.close()
    file = io.BytesIO()
    out.save(file, static_id=True)
    return file.getvalue()


#: Kind and order of a block, and the field of a cell in it.
Place = tuple[str, int, str]


def cells_of(catalogue: katalog.Catalogue) -> dict[Place, str]:
    """What the cells of all rows read, by their places."""
    return {
        (block.kind or "", block.order, f"rows/{row.row}/{role}"): cell.text.as_printed
        for block in catalogue.blocks
        for row in block.rows
        for role, cell in row.cells.items()
    }


def pointed_at(catalogue: katalog.Catalogue) -> set[Place]:
    """The fields at which a finding about reading points."""
    return {
        (found.kind or "", found.order or 0, found.field or "")
        for found in catalogue.findings
        if found.severity != "info" and found.order
    }


def is_flagged(place: Place, pointed: set[Place]) -> bool:
    kind, order, field = place
    parts = field.split("/")
    return any((kind, order, "/".join(parts[:n])) in pointed for n in range(len(parts) + 1))


def compared(digital: katalog.Catalogue, read: katalog.Catalogue | None) -> tuple[int, int, int, int]:
    """Cells, right, silent and flagged right ones; what is read beyond them is wrong as well."""
    wanted, got = cells_of(digital), cells_of(read) if read else {}
    pointed = pointed_at(read) if read else set()
    right = {place for place, text in wanted.items() if "".join(got.get(place, "").split()) == "".join(text.split())}
    wrong = {place for place in {*wanted, *got} - right if wanted.get(place, "") != got.get(place, "")}
    silent = {place for place in wrong if read and not is_flagged(place, pointed)}
    return len(wanted), len(right), len(silent), sum(is_flagged(place, pointed) for place in right)


def taken(source: Path, numbers: str) -> bytes:
    """Some pages (1-based, with commas between) of a PDF; all of them where none are named."""
    with pikepdf.open(source) as pdf:
        wanted = [int(number) for number in numbers.split(",") if number] or range(1, len(pdf.pages) + 1)
        out, file = pikepdf.new(), io.BytesIO()
        out.pages.extend([pdf.pages[number - 1] for number in wanted])
        out.save(file, static_id=True)
        return file.getvalue()


def built(data: bytes, folder: Path, name: str) -> katalog.Catalogue | None:
    """The catalogue of a PDF; None where it is refused."""
    path = folder / f"{name.replace(' ', '-')}.pdf"
    path.write_bytes(data)
    try:
        return katalog.build(path)
    except katalog.KatalogError:
        return None


def kinds_table(source: Path, pages: str, kinds: str) -> None:
    """One line a kind of picture."""
    wanted = [kind for kind in kinds.split(",") if kind] or list(KINDS)
    data = taken(source, pages)
    print(f"{'':24}{'cells':>7}{'right':>7}{'silent':>8}{'flagged':>9}")
    with tempfile.TemporaryDirectory() as name:
        digital = built(data, Path(name), "digital")
        if digital is None:
            raise SystemExit(f"{source}: no table of indicators on these pages")
        for kind in wanted:
            cells, right, silent, flagged = compared(digital, built(scan(data, kind), Path(name), kind))
            print(f"{kind:24}{cells:7}{right:7}{silent:8}{flagged:9}", flush=True)


def letters_table(folder: Path) -> None:
    """One line a labelled file, and their sum."""
    total = np.zeros(4, int)
    print(f"{'':32}{'letters':>9}{'wrong':>7}{'figures':>9}{'wrong':>7}")
    for gold in sorted(folder.glob("*.json")):
        if (source := gold.with_suffix(".pdf")).exists():
            counts = np.sum(list(misread(json.loads(gold.read_text(encoding="utf-8")), katalog.build(source))), axis=0)
            total += counts
            print("{:32}{:9}{:7}{:9}{:7}".format(gold.stem, *counts), flush=True)
    shares = total[1::2] / np.maximum(total[::2], 1)
    print("{:32}{:9}{:7}{:9}{:7}".format("", *total), f"  {shares[0]:.2%} and {shares[1]:.2%}")


def misread(gold: dict[str, Any], read: katalog.Catalogue) -> Iterator[tuple[int, int, int, int]]:
    """For each labelled cell its letters, those read otherwise, its figures and `%`, those read otherwise: against the
    cell, or part of one, of its column that is most like it."""
    for block in gold["blocks"]:
        for row in block["rows"]:
            for role in (role for role in column_roles() if role != OTHERS):
                if text := "".join((row.get(role) or "").split()):
                    texts = [printed for (_, _, field), printed in cells_of(read).items() if field.endswith(f"/{role}")]
                    best = min(
                        (nearest(text, "".join(one.split())) for one in texts), key=partial(far, text), default=""
                    )
                    figures = figures_of(text)
                    yield len(text), far(text, best), len(figures), far(figures, figures_of(best))


def figures_of(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit() or sign == "%")


def far(text: str, read: str) -> int:
    """How many letters of a text are read otherwise: all of them at most."""
    return min(Levenshtein.distance(text, read), len(text))


def nearest(text: str, read: str) -> str:
    """The part of a longer text that is most like this one."""
    if len(read) <= len(text):
        return read
    found = fuzz.partial_ratio_alignment(text, read)
    part = read[found.dest_start : found.dest_end] if found else read
    return min(part, read, key=lambda one: far(text, one))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=PDF)
    parser.add_argument("--pages", default="", help="numbers of pages, 5,8")
    parser.add_argument("--kinds", default="", help="names of kinds of pictures")
    parser.add_argument("--gold", type=Path, help="a folder of scans with their labelled blocks")
    asked = parser.parse_args()
    # pages are read anew, whatever is kept of them
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        if asked.gold:
            letters_table(asked.gold)
        else:
            kinds_table(asked.source, asked.pages, asked.kinds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
