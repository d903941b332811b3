"""Time and memory of the diff of two catalogues of so many indicators: `python tests/bench/diff_scale.py 10000`.

The catalogues are the simulated pair of the corpus (36 true changes in 98 rows), repeated for as many units as are
needed: every unit prints the same jabatan and the same indicators, which is the hard case, since a text alone says
nothing about which row it is. Prints seconds (of the processor), MiB and the number of changes as JSON.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from katalog.front import build, diff  # noqa: E402
from schemas.catalogue import Catalogue, IndicatorBlock  # noqa: E402


def pair() -> tuple[Catalogue, Catalogue]:
    """The simulated pair."""
    old, new = (build(ROOT / "corpus" / slug / f"{slug}.pdf") for slug in ("contoh-lama", "contoh-baru"))
    return old, new


def repeated(catalogue: Catalogue, times: int) -> Catalogue:
    """All jabatan for so many units, as they would be read back from a file."""
    blocks = [_moved(block, number) for number in range(times) for block in catalogue.blocks]
    ordered = [block.model_copy(update={"order": order}) for order, block in enumerate(blocks, start=1)]
    large = catalogue.model_copy(update={"blocks": tuple(ordered), "findings": (), "edits": (), "proposals": ()})
    return Catalogue.model_validate_json(large.model_dump_json())


def _moved(block: IndicatorBlock, number: int) -> IndicatorBlock:
    """The block in another unit, with ids of its own."""
    data = block.model_dump_json().replace(f'"{block.id}', f'"unit-{number}.{block.id}')
    unit = block.unit.model_copy(update={"nama": f"{block.unit.nama} Wilayah {number}"})
    return IndicatorBlock.model_validate_json(data).model_copy(update={"unit": unit})


def main() -> None:
    """Measure one size."""
    rows = int(sys.argv[1])
    old, new = pair()
    times = max(rows // sum(len(block.rows) for block in old.blocks), 1)
    large = repeated(old, times), repeated(new, times)
    diff(old, new)  # fills the caches of the vocabulary
    gc.disable()  # as `katalog diff` does
    start = time.process_time()
    made = diff(*large)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counted = made.summary.objects["indikator"].old
    print(
        json.dumps({"rows": counted, "seconds": seconds, "mib": memory, "changes": len(made.changes), "units": times})
    )


if __name__ == "__main__":
    main()
