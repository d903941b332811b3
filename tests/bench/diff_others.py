"""The simulated pair under other comparers: how many changes each reports for the 36 true ones, and in what time.

DeepDiff gets what both decrees print, as plain data, once as it comes and once told to ignore the order of lists. daff
gets the table of indicators as printed (jabatan, sasaran and all cells); its changes are the rows that it calls
inserted, deleted or updated, and fungsi, tugas and jabatan are not in its table.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from diff_scale import pair

from katalog.compare.diff.apply import printed_content
from katalog.front import diff
from katalog.show.tables.indicators import indicator_rows
from schemas.catalogue import Catalogue


def timed(count: Callable[[], int]) -> tuple[int, float]:
    """What it counts, and the best of three runs in seconds."""
    found, best = 0, float("inf")
    for _ in range(3):
        start = time.perf_counter()
        found = count()
        best = min(best, time.perf_counter() - start)
    return found, best


def by_deepdiff(old: Catalogue, new: Catalogue, ignore_order: bool) -> int:
    """Changes in the nested data."""
    from deepdiff import DeepDiff

    made = DeepDiff(printed_content(old), printed_content(new), ignore_order=ignore_order)
    return sum(len(changes) for changes in made.values())


def table(catalogue: Catalogue) -> list[list[Any]]:
    """The indicators as printed, with a header row."""
    rows = list(indicator_rows(catalogue))
    kept = [name for name in rows[0] if name == "jabatan" or name.endswith("_as_printed")]
    return [kept, *([row[name] or "" for name in kept] for row in rows)]


def by_daff(old: Catalogue, new: Catalogue) -> int:
    """Inserted, deleted and updated rows of the table."""
    import daff

    views = [daff.PythonTableView(table(one)) for one in (old, new)]
    made = daff.TableDiff(daff.Coopy.compareTables(*views).align(), daff.CompareFlags())
    made.hilite(daff.PythonTableView([]))
    summary = made.getSummary()
    return int(summary.row_inserts + summary.row_deletes + summary.row_updates)


def main() -> None:
    """Print the counts and times as JSON."""
    old, new = pair()
    found = {
        "katalog": timed(lambda: len(diff(old, new).changes)),
        "DeepDiff": timed(lambda: by_deepdiff(old, new, ignore_order=False)),
        "DeepDiff, any order": timed(lambda: by_deepdiff(old, new, ignore_order=True)),
        "daff": timed(lambda: by_daff(old, new)),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
