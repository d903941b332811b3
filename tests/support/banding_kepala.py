"""What was read of a drawn document against what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kepala_acak import Emas

from bahasa.roles import INDIKATOR
from schemas.catalogue import Catalogue, IndicatorBlock
from schemas.decree import Cell, Text

Beda = tuple[int, str, object, object]


def differences(gold: Sequence[Emas], catalogue: Catalogue) -> list[Beda]:
    """(place of the block, part, what it says, what was read) of every part of a head that is not as it is printed."""
    blocks = catalogue.blocks
    if len(blocks) != len(gold):
        return [(0, "blocks", len(gold), [block.jabatan.as_printed for block in blocks])]
    return [(place, *one) for place, pair in enumerate(zip(gold, blocks, strict=True)) for one in _of_block(*pair)]


def silent(found: Sequence[Beda], catalogue: Catalogue) -> list[Beda]:
    """Those that no finding points at: neither at their field nor at the whole head, table or title."""
    return [one for one in found if not _told(one, catalogue)]


def _told(one: Beda, catalogue: Catalogue) -> bool:
    """Does a finding say so? One about this part of this block, about its title or labels as a whole, or about its
    table where rows are wrong."""
    place, part = one[:2]
    order = catalogue.blocks[place].order if place < len(catalogue.blocks) else None
    near = [found for found in catalogue.findings if found.severity != "info" and found.order in (None, order)]
    if part == "blocks":
        return bool([found for found in catalogue.findings if found.severity != "info"])
    wide = ("label-", "tata-letak", "kepala-", "tanpa-")
    return any(part in f"{found.field} {found.code}" or found.code.startswith(wide) for found in near)


def _of_block(gold: Emas, block: IndicatorBlock) -> Iterator[tuple[str, object, object]]:
    titles = " ".join(text.as_printed for text in block.judul)
    read = {
        "kind": (gold.kind, block.kind),
        "jabatan": (_bare(gold.jabatan), _bare(_printed(block.jabatan))),
        "tugas": (_bare(gold.tugas), _bare(_printed(block.tugas))),
        "fungsi": ([_bare(text) for text in gold.fungsi], [_bare(item.text.as_printed) for item in block.fungsi]),
        "rows": (
            [_bare(text) for text in gold.rows],
            [_bare(_printed(row.cells.get(INDIKATOR))) for row in block.rows],
        ),
    }
    yield from ((part, *pair) for part, pair in read.items() if pair[0] != pair[1])
    if gold.unit is not None and _bare(gold.unit) not in _bare(titles):
        yield "judul", gold.unit, titles


def _printed(text: Text | Cell | None) -> str | None:
    if isinstance(text, Cell):
        text = text.text
    return text.as_printed if text else None


def _bare(text: str | None) -> str:
    """Without the stop at the end, which is no matter of heads."""
    return " ".join((text or "").split()).rstrip(".;, ")
