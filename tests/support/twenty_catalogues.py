"""Twenty catalogues of different decrees, made by varying those of other tests and of the corpus."""

from __future__ import annotations

from functools import cache

from project import ROOT
from several_targets import built
from whole_catalogue import WholeCatalogue

from katalog.front import build
from schemas.catalogue import Catalogue, IndicatorBlock
from schemas.decree import Target


@cache
def twenty_catalogues() -> tuple[Catalogue, ...]:
    """A catalogue in which every field says something; one of several targets a row; two decrees of the corpus as they
    are; and sixteen with some of their blocks, other numbers and dates."""
    data = WholeCatalogue().data
    for block in data["blocks"]:
        for number, row in enumerate(block["program"], 1):
            row["row"] = number
    quarters = built(
        ["TW I", "TW II", "TARGET 2022"], ["1 laporan", "2 laporan", "31 Maret 2022"], ["10 %", "20 %", "30 %"]
    )
    decrees = [build(ROOT / "corpus" / name / f"{name}.pdf") for name in ("contoh-lama", "contoh-baru")]
    varied = [_varied(decrees[number % 2], number) for number in range(16)]
    made = [Catalogue.model_validate(data), quarters, *decrees, *varied]
    return tuple(_named(catalogue, f"keputusan-{number:02d}") for number, catalogue in enumerate(made, 1))


def _named(catalogue: Catalogue, slug: str) -> Catalogue:
    return catalogue.model_copy(update={"source": catalogue.source.model_copy(update={"slug": slug})})


def _varied(catalogue: Catalogue, number: int) -> Catalogue:
    """Every third block or so, its numbers moved by fractions that no float holds; another number and date."""
    blocks = tuple(_moved(block, number) for block in catalogue.blocks[number % 3 :: 1 + number % 4])
    closed = catalogue.decree.ditetapkan.model_copy(update={"tanggal": f"{2005 + number}-02-{number + 1:02d}"})
    decree = catalogue.decree.model_copy(update={"nomor": f"{number}/'KPTS'", "ditetapkan": closed})
    return catalogue.model_copy(update={"blocks": blocks, "decree": decree})


def _moved(block: IndicatorBlock, number: int) -> IndicatorBlock:
    rows = tuple(row.model_copy(update={"target": _target(row.target, number)}) for row in block.rows)
    return block.model_copy(update={"rows": rows})


def _target(target: Target | None, number: int) -> Target | None:
    if target is None or target.value is None:
        return target
    return target.model_copy(update={"value": f"{target.value.partition('.')[0]}.{number + 1:02d}01"})
