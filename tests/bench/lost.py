"""What stock pdfplumber reads on the pages of a PDF and its catalogue does not hold.

    python tests/bench/lost.py DECREE.pdf [CATALOGUE.json]

Rows: those of `extract_tables` of which no cell stands in the catalogue as a cell (of indicators, of a second table, of
a kept table, or a heading) or as the holder, tugas, fungsi of a block, whose labels are drawn as tables. Words: those
of `extract_words` that stand nowhere in it, neither in a field nor in a table nor among the texts without one; labels
aside, for which the fields stand. A text may be parted or joined otherwise there, so that blanks don't count.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bahasa.data import entries_of

#: A word this long (letters) and a cell are looked for; shorter ones are found anywhere.
_SHORT = 2
_MARK = re.compile(r"^\s*\w{1,3}[.)]\s", re.M)


def bare(text: str) -> str:
    """Letters and figures only, in lower case; letters of formulas as the plain ones."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def labels() -> frozenset[str]:
    """The words of labels, which fields stand for."""
    entries = [*entries_of("labels", "label"), *entries_of("parts", "part")]
    said = json.dumps(entries, ensure_ascii=False)
    return frozenset(map(bare, re.findall(r"[^\W\d_]+", said)))


def printed_in(item: Any) -> Iterator[str]:
    """All that a catalogue says is printed, in its order: texts, the text of the decree's values, keys of `others`."""
    if isinstance(item, dict):
        if isinstance(item.get("as_printed"), str):
            yield item["as_printed"]
        for key, value in item.items():
            yield from (key, value) if isinstance(value, str) else (key,)
            yield from printed_in(value) if key not in ("edits", "findings", "proposals") else ()
    elif isinstance(item, list):
        for value in item:
            yield from printed_in(value)


def texts_in(item: Any) -> Iterator[dict[str, Any]]:
    """The texts in some fields."""
    if isinstance(item, dict) and "as_printed" in item:
        yield item
    elif isinstance(item, dict | list | tuple):
        for value in item.values() if isinstance(item, dict) else item:
            yield from texts_in(value)


def cells_in(catalogue: dict[str, Any]) -> list[str]:
    """The texts of all cells and headings, table by table."""
    found: list[str] = []
    for block in catalogue["blocks"]:
        head = [block[name] for name in ("jabatan", "judul", "tujuan", "tugas", "fungsi")]
        found += [item["as_printed"] for item in texts_in(head)]
        found += [heading["text"]["as_printed"] for heading in block["headings"]]
        for row in block["rows"]:
            cells = [*row["cells"].values(), *row["others"].values()]
            found += [row["group"] or "", *(cell["text"]["as_printed"] for cell in cells)]
        for row in block["others"]:
            found += [*row, *(cell["text"]["as_printed"] for cell in row.values())]
        found += [target["text"]["as_printed"] for row in block["rows"] for target in row.get("targets", ())]
    for table in catalogue["tables"]:
        found += [heading["as_printed"] for heading in table["headings"]]
        found += [cell["text"]["as_printed"] for cell in table["cells"]]
    return found


def lost_rows(pdf: Any, catalogue: dict[str, Any]) -> Iterator[tuple[int, list[str]]]:
    """Page (1-based) and cells of each row whose cells stand nowhere as cells."""
    ours = "\n".join(filter(None, map(bare, cells_in(catalogue))))
    joined = ours.replace("\n", "")
    for page in pdf.pages:
        for table in page.extract_tables():
            for row in table:
                # items of a list are kept without their marks
                cells = [_MARK.sub("", cell) for cell in row if cell and bare(cell)]
                # `1 2 3` or `(a) (b) (c)` below the headings are kept as furniture of the page
                if (
                    len(cells) > 1
                    and max(len(bare(cell)) for cell in cells) > 2
                    and not any(_stands(bare(cell), ours, joined) for cell in cells)
                ):
                    yield page.page_number, cells
        page.close()


def _stands(cell: str, ours: str, joined: str) -> bool:
    """A short cell must be one of ours, a long one may be parts of several."""
    return f"\n{cell}\n" in f"\n{ours}\n" if len(cell) <= 3 else cell in joined


def lost_words(pdf: Any, catalogue: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """Page and word of each that the catalogue does not hold."""
    text, known = bare(" ".join(printed_in(catalogue))), labels()
    for page in pdf.pages:
        for word in page.dedupe_chars().extract_words():
            own = bare(word["text"])
            if len(own) > _SHORT and own not in text and own not in known:
                yield page.page_number, word["text"]
        page.close()


def main() -> int:
    """Print what is lost; exit code 1 where anything is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf", type=Path)
    parser.add_argument("catalogue", type=Path, nargs="?")
    asked = parser.parse_args()
    catalogue = _catalogue(asked.pdf, asked.catalogue)
    import pdfplumber

    with pdfplumber.open(io.BytesIO(asked.pdf.read_bytes())) as pdf:
        rows = list(lost_rows(pdf, catalogue))
        words = list(lost_words(pdf, catalogue))
    for number, cells in rows:
        print(f"  row   p{number}: {' | '.join(' '.join(cell.split()) for cell in cells)[:160]}")
    for number, word in words:
        print(f"  word  p{number}: {word}")
    print(f"{asked.pdf.name}: {len(rows)} rows, {len(words)} words lost")
    return int(bool(rows or words))


def _catalogue(source: Path, made: Path | None) -> dict[str, Any]:
    if made is not None:
        return dict(json.loads(made.read_text(encoding="utf-8")))
    import katalog

    return katalog.build(source).model_dump(mode="json")


if __name__ == "__main__":
    sys.exit(main())
