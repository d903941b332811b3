"""Time and memory of the diff of two catalogues of so many indicators: `python tests/bench/diff_scale.py 10000`.

The catalogues are the simulated pair of the corpus (36 true changes in 98 rows), repeated for as many units as are
needed: every unit prints the same jabatan and the same indicators, which is the hard case, since a text alone says
nothing about which row it is. Prints seconds (of the processor), MiB and the number of changes as JSON.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from katalog.front import build, diff, read  # noqa: E402
from katalog.store.canonical import canonical_bytes  # noqa: E402
from schemas.catalogue import Catalogue, IndicatorBlock  # noqa: E402


def pair() -> tuple[Catalogue, Catalogue]:
    """The simulated pair."""
    old, new = (build(ROOT / "corpus" / slug / f"{slug}.pdf") for slug in ("contoh-lama", "contoh-baru"))
    return old, new


def repeated(catalogue: Catalogue, times: int) -> Catalogue:
    """All jabatan for so many units."""
    blocks = [_moved(block, number) for number in range(times) for block in catalogue.blocks]
    ordered = [block.model_copy(update={"order": order}) for order, block in enumerate(blocks, start=1)]
    return catalogue.model_copy(update={"blocks": tuple(ordered), "findings": (), "edits": (), "proposals": ()})


def _moved(block: IndicatorBlock, number: int) -> IndicatorBlock:
    """The block in another unit, with ids of its own."""
    data = block.model_dump_json().replace(f'"{block.id}', f'"unit-{number}.{block.id}')
    unit = block.unit.model_copy(update={"nama": f"{block.unit.nama} Wilayah {number}"})
    return IndicatorBlock.model_validate_json(data).model_copy(update={"unit": unit})


def write(rows: int, folder: Path) -> None:
    """The pair of so many rows as files, in the folder."""
    old, new = pair()
    times = max(rows // sum(len(block.rows) for block in old.blocks), 1)
    for name, one in (("lama", old), ("baru", new)):
        (folder / f"{name}.json").write_bytes(canonical_bytes(repeated(one, times)))


def measured(folder: Path) -> dict[str, float]:
    """What `katalog diff` of the two files takes."""
    large = read(folder / "lama.json"), read(folder / "baru.json")
    diff(*pair())  # fills the caches of the vocabulary
    gc.disable()  # as `katalog diff` does
    start = time.process_time()
    made = diff(*large)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counted = made.summary.objects["indikator"].old
    return {"rows": counted, "seconds": seconds, "mib": memory, "changes": len(made.changes)}


def main() -> None:
    """Measure one size. The files are made by another process: what that takes is not the memory of a diff."""
    rows, *folders = sys.argv[1:]
    if folders:
        write(int(rows), Path(folders[0]))
        return
    with TemporaryDirectory() as name:
        subprocess.run([sys.executable, __file__, rows, name], check=True)
        print(json.dumps(measured(Path(name))))


if __name__ == "__main__":
    main()
