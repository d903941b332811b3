"""Questions to a corpus of many rows: what each costs, a process each, as a person asks.

    python tests/bench/questions.py CORPUS FOLDER 600000

The tables of CORPUS (as `katalog corpus build` wrote them) are repeated in FOLDER, under other names of decrees and
regions, until `indikator` has so many rows. Exit code 1 where a question takes more than two seconds or 1 GiB.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from ratios import ENVIRONMENT
from tree import cost

from katalog.questions.named import named_questions

#: Seconds of wall time and bytes that a question may take.
_WALL, _MEMORY = 2.0, 1024**3
_MB = 1024**2
#: What is given to questions that must be given something.
_GIVEN = {"indikator-serupa": ["indikator=Persentase dokumen perencanaan yang disusun tepat waktu"]}
#: Of each table the columns that name its decree or its region.
_NAMES = ("keputusan", "wilayah", "merevisi")


def repeated(corpus: Path, folder: Path, rows: int) -> int:
    """The corpus so many times over in FOLDER that `indikator` has these rows; how many it has."""
    import pyarrow.parquet

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(corpus / "manifest.csv", folder / "manifest.csv")
    once = sum(
        pyarrow.parquet.ParquetFile(file).metadata.num_rows for file in (corpus / "tabel").glob("indikator/*/*/*")
    )
    times = -(-rows // once)
    for file in sorted((corpus / "tabel").glob("*/*/*/*.parquet")):
        table = pyarrow.parquet.ParquetFile(file).read()
        place = folder / file.relative_to(corpus)
        place.parent.mkdir(parents=True)
        # as many shares as before: a year has the same number of them, however many decrees there are
        whole = pyarrow.concat_tables(_renamed(table, copy) for copy in range(times))
        pyarrow.parquet.write_table(whole, place, compression="zstd")
    return once * times


def _renamed(table: Any, copy: int) -> Any:
    """The rows as those of other decrees and regions; those of the first copy as they are."""
    import pyarrow.compute

    for at, name in enumerate(table.column_names) if copy else ():
        if name in _NAMES:
            other = pyarrow.compute.binary_join_element_wise(table[name], f"-{copy}", "")
            table = table.set_column(at, table.schema.field(name), other)
    return table


def questions(corpus: Path) -> list[list[str]]:
    """The arguments of all that is asked: each question with a name, a search, and one in SQL."""
    ask = [sys.executable, "-m", "katalog", "corpus"]
    named = [[*ask, "query", str(corpus), one.name, *_GIVEN.get(one.name, [])] for one in named_questions()]
    sql = "SELECT wilayah, count(*) FROM indikator JOIN kantor USING (keputusan) GROUP BY ALL ORDER BY ALL"
    return [
        *named,
        [*ask, "search", str(corpus), "penyusunan", "laporan", "keuangan"],
        [*ask, "query", str(corpus), "--sql", sql],
    ]


def main(corpus: str, folder: str, rows: str) -> int:
    """Repeat, ask, and print a line a question."""
    place = Path(folder).resolve()
    print(f"{repeated(Path(corpus).resolve(), place, int(rows))} rows in indikator", flush=True)
    kept = True
    for command in questions(place):
        each = cost(command, environment=ENVIRONMENT, until=lambda _: False)
        told = f"wall {each.wall:5.2f} s, processor {each.work:5.2f} s, memory {each.memory / _MB:4.0f} MB"
        print(f"{' '.join(command[4:5] + command[6:])[:60]:60} {told}", flush=True)
        kept &= each.code == 0 and each.wall <= _WALL and each.memory <= _MEMORY
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
