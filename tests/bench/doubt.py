"""Does doubt work on scans? Rough sheets whose print is known, read and compared.

    python tests/bench/doubt.py [--sheets 12] [--seed 1] [--keep FOLDER]

Of all texts that are misread, missing or invented, the share at which a finding about reading points (95 % are aimed
at); of all that are read rightly, the share at which one points (at most 15 %). A line a sheet, their sum, and for each
kind of finding how many right and misread texts it points at, and at how many it points alone. A finding points at its
field and at all below it; a row that is lost is pointed at by any finding about its table's rows. The same seed
gives the same sheets; `--keep` writes them there.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "support")]

from rough_sheets import DrawnJabatan, RoughSheet, rough_sheet  # noqa: E402

import katalog  # noqa: E402
from bahasa.roles import about_role  # noqa: E402
from bahasa.temuan import doubts_reading  # noqa: E402
from extract.read.pdf.options import PdfOptions  # noqa: E402
from schemas.catalogue import IndicatorBlock  # noqa: E402

#: Findings that say of what is missing that it is not printed: the label of a holder, too, whose colon was lost.
_ABSENT = frozenset(
    {
        "kepala-tanpa-pemangku", "kepala-tersirat", "tanpa-tugas", "tanpa-fungsi", "indikator-kosong", "target-kosong",
        "kolom-hilang", "tanpa-tabel",
    }
)  # fmt: skip
#: Fields with their texts, white space aside.
Texts = dict[str, str]


@dataclass
class Told:
    """Texts read rightly and misread, of these those at which a finding points, and the codes that do."""

    right: int = 0
    right_flagged: int = 0
    wrong: int = 0
    wrong_flagged: int = 0
    codes: Counter[tuple[str, str]] = field(default_factory=Counter)
    silent: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, is_right: bool, codes: set[str]) -> None:
        kind = "right" if is_right else "wrong"
        self.right += is_right
        self.wrong += not is_right
        self.right_flagged += is_right and bool(codes)
        self.wrong_flagged += not is_right and bool(codes)
        self.codes.update((code, kind) for code in codes)
        if len(codes) == 1:
            self.codes[*codes, f"{kind} alone"] += 1  # type: ignore[index]

    def __str__(self) -> str:
        return (
            f"misread {self.wrong:4} pointed at {self.wrong_flagged / max(1, self.wrong):6.1%}   "
            f"right {self.right:4} pointed at {self.right_flagged / max(1, self.right):6.1%}"
        )


class Pointers:
    """The findings about reading of one catalogue, by the block and the field at which they point."""

    def __init__(self, catalogue: katalog.Catalogue) -> None:
        self.found = [
            (one.kind or "", one.order or 0, (one.field or "").split("/") if one.field else [], one.code)
            for one in catalogue.findings
            if one.severity != "info" and one.order and (doubts_reading(one.code) or one.code in _ABSENT)
        ]
        #: Columns that a block's table is said not to have: that points at their cells in all of its rows.
        self.absent = {
            (one.kind or "", one.order or 0, column)
            for one in catalogue.findings
            if one.code == "kolom-hilang" and one.severity != "info"
            for column in one.values.values()
        }

    def at(self, block: IndicatorBlock | None, place: str) -> set[str]:
        """The codes of those that point at a field of a block."""
        if block is None:
            return set()
        want, role = place.split("/"), place.rpartition("/")[2]
        lost = place.startswith("rows/") and (block.kind or "", block.order, about_role(role).called) in self.absent
        return ({"kolom-hilang"} if lost else set()) | {
            code
            for kind, order, have, code in self.found
            if (kind, order) == (block.kind or "", block.order)
            if have[: len(want)] == want[: len(have)]
        }


def bare(text: str) -> str:
    return "".join(text.split())


def rows_of(block: IndicatorBlock) -> list[Texts]:
    """What each row prints itself; a merged cell is its first row's."""
    return [
        {role: bare(cell.text.as_printed) if cell.span == "own" else "" for role, cell in row.cells.items()}
        for row in block.rows
    ]


def alike(drawn: DrawnJabatan, block: IndicatorBlock) -> int:
    """How many texts of a jabatan a block has."""
    want = Counter(text for row in drawn.rows for cell in row.values() if (text := bare(cell)))
    want.update([bare(drawn.jabatan), bare(drawn.tugas)])
    have = Counter(text for row in rows_of(block) for text in row.values() if text)
    have.update([bare(block.jabatan.as_printed), bare(block.tugas.as_printed) if block.tugas else ""])
    return (want & have).total()


def paired(drawn: Sequence[DrawnJabatan], blocks: Sequence[IndicatorBlock]) -> list[IndicatorBlock | None]:
    """For each jabatan the block that is most like it, each block once."""
    order = sorted(
        ((alike(one, block), -at, -k) for at, one in enumerate(drawn) for k, block in enumerate(blocks)), reverse=True
    )
    found: dict[int, int] = {}
    for count, at, k in order:
        if count and -at not in found and -k not in found.values():
            found[-at] = -k
    return [blocks[found[at]] if at in found else None for at in range(len(drawn))]


def aligned(want: Sequence[Texts], have: Sequence[Texts]) -> dict[int, int]:
    """For each row that is printed the one that is read, in one order, so that most cells agree."""
    best: dict[tuple[int, int], tuple[int, dict[int, int]]] = {}
    for i in range(len(want) + 1):
        for j in range(len(have) + 1):
            ways = [(0, {})] if not i or not j else [best[i - 1, j], best[i, j - 1]]
            if i and j:
                equal = sum(text == have[j - 1].get(role, "") for role, text in want[i - 1].items() if text)
                score, pairs = best[i - 1, j - 1]
                ways.append((score + equal, {**pairs, i - 1: j - 1} if equal else pairs))
            best[i, j] = max(ways, key=lambda way: way[0])
    return best[len(want), len(have)][1]


def texts_of(drawn: DrawnJabatan, block: IndicatorBlock | None) -> Iterator[tuple[str, str, str]]:
    """Field, what is printed and what is read, of all texts that either has."""
    yield "jabatan", bare(drawn.jabatan), bare(block.jabatan.as_printed) if block else ""
    yield "tugas", bare(drawn.tugas), bare(block.tugas.as_printed) if block and block.tugas else ""
    read = [bare(one.text.as_printed) for one in block.fungsi] if block else []
    printed = [bare(text) for text in drawn.fungsi]
    for k in range(max(len(read), len(printed))):
        yield f"fungsi/{k + 1}", (printed[k] if k < len(printed) else ""), (read[k] if k < len(read) else "")
    want, have = (
        [{role: bare(text) for role, text in row.items()} for row in drawn.rows],
        rows_of(block) if block else [],
    )
    pairs = aligned(want, have)
    for i, row in enumerate(want):
        at = pairs.get(i)
        for role in sorted(row.keys() | (have[at].keys() if at is not None else set())):
            got = have[at].get(role, "") if at is not None else ""
            yield f"rows/{at + 1}/{role}" if at is not None else "rows", row.get(role, ""), got
    for at in sorted(set(range(len(have))) - set(pairs.values())):
        yield from ((f"rows/{at + 1}/{role}", "", got) for role, got in have[at].items())


def measured(sheet: RoughSheet, catalogue: katalog.Catalogue) -> Told:
    """A sheet's texts against what is read of them."""
    told, pointers = Told(), Pointers(catalogue)
    blocks = paired(sheet.printed, catalogue.blocks)
    known = [block for block in blocks if block is not None]
    stray = [block for block in catalogue.blocks if block not in known]
    pairs = [*zip(sheet.printed, blocks, strict=True), *((DrawnJabatan("", "", (), ()), block) for block in stray)]
    for drawn, block in pairs:
        for place, printed, read in texts_of(drawn, block):
            if printed or read:
                # the table of a jabatan that is lost altogether is in the findings of the one that has its rows
                codes = pointers.at(block, place)
                told.add(printed == read, codes)
                if printed != read and not codes:
                    told.silent.append((place, printed, read))
    return told


def built(path: Path) -> katalog.Catalogue | None:
    try:
        # one page after the other: OpenCV, with which the sheet was made, has threads that a fork doesn't take along
        return katalog.build(path, pdf=PdfOptions(jobs=1))
    except katalog.KatalogError:
        return None


def run(seeds: Sequence[int], folder: Path, silent: bool) -> Told:
    """Reads the sheets and prints a line for each; one that is refused is said, and counts for nothing."""
    total = Told()
    for seed in seeds:
        sheet = rough_sheet(seed)
        path = folder / f"{seed}.pdf"
        path.write_bytes(sheet.pdf)
        catalogue = built(path)
        if catalogue is None:
            print(f"{seed:6}  refused   {sheet.made}", flush=True)
            continue
        told = measured(sheet, catalogue)
        print(f"{seed:6}  {told}   {sheet.made}", flush=True)
        for place, printed, read in told.silent if silent else ():
            same = next((k for k, (a, b) in enumerate(zip(printed, read, strict=False)) if a != b), 0)
            print(f"          {place}: {printed[:12]} ... {printed[same:][:40]} | {read[same:][:40]}")
        for name in ("right", "right_flagged", "wrong", "wrong_flagged"):
            setattr(total, name, getattr(total, name) + getattr(told, name))
        total.codes.update(told.codes)
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sheets", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1, help="of the first sheet; the others follow it")
    parser.add_argument("--keep", type=Path, help="a folder for the sheets")
    parser.add_argument("--silent", action="store_true", help="print misread texts at which nothing points")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        # pages are read anew, whatever is kept of them
        os.environ["XDG_CACHE_HOME"] = cache
        folder = asked.keep or Path(cache)
        folder.mkdir(parents=True, exist_ok=True)
        total = run(range(asked.seed, asked.seed + asked.sheets), folder, asked.silent)
    print(f"{'all':>6}  {total}")
    print(f"\n{'':24}{'right':>7}{'misread':>9}{'alone right':>13}{'alone misread':>15}")
    for code in sorted({code for code, _ in total.codes}):
        counts = [total.codes[code, kind] for kind in ("right", "wrong", "right alone", "wrong alone")]
        print("{:24}{:7}{:9}{:13}{:15}".format(code, *counts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
