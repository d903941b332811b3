"""Dask does the work: processes of this machine, or the workers of a cluster.

A source that takes its worker down with it (a crash of a library, a limit) fails by itself: no worker may be lost to it
twice, and the sources that only waited for that worker are done by another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from katalog.corpus.packages import require_packages
from katalog.errors import KatalogError
from katalog.processes import cores

if TYPE_CHECKING:
    from distributed import Client

#: One lost worker is enough to set a source aside; it is tried once more when the others are done.
_SETTINGS = {
    "distributed.scheduler.allowed-failures": 0,
    # a worker that is being started again is not lost, however long that takes on a busy machine
    "distributed.deploy.lost-worker-timeout": "1h",
    # readers of pages may start processes of their own
    "distributed.worker.daemon": False,
    # what a source may take is watched by the worker itself (katalog.corpus.limits), which knows the source
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": False,
}


def require_corpus() -> None:
    """KatalogError where what a corpus needs is not installed: it is no part of the program itself."""
    require_packages("Korpus", ("dask", "distributed", "fsspec", "pyarrow"))


@contextmanager
def engine(scheduler: str | None = None, workers: int | None = None) -> Iterator[Client]:
    """A client of the cluster at `scheduler` (`tcp://10.0.0.1:8786`), else of as many worker processes on this machine,
    one for each core by default. KatalogError where nobody answers at that address, or its workers have another version
    of this program."""
    import dask
    from distributed import Client, LocalCluster

    with dask.config.set(_SETTINGS):
        if scheduler is not None:
            with _joined(Client, scheduler) as client:
                yield client
            return
        count = workers or cores()
        local = LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            memory_limit=0,
            # any free port: without an address 8787 is taken, and a second corpus on this machine would be told of it
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            silence_logs="CRITICAL",
        )
        with local as cluster, Client(cluster) as client:
            yield client


@contextmanager
def _joined(client: Any, scheduler: str) -> Iterator[Client]:
    try:
        joined = client(scheduler, timeout="10s")
    except (OSError, ValueError) as error:
        raise KatalogError(
            f"{scheduler}: Penjadwal Dask ini tidak menjawab ({error}).",
            "Jalankan dahulu “dask scheduler” dan “dask worker”, lalu periksa alamatnya.",
        ) from error
    with joined:
        _agree(joined.run(installed_version))
        yield joined


def installed_version() -> str:
    """The version of this program in the process that runs it; empty where there is none."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("katalog")
    except PackageNotFoundError:
        return ""


def _agree(versions: dict[str, str]) -> None:
    """KatalogError where no worker is there, or one lacks this version of the program."""
    if not versions:
        raise KatalogError("Penjadwal Dask ini belum mempunyai pekerja.", "Jalankan “dask worker ALAMAT” dahulu.")
    wanted = installed_version()
    if others := sorted(where for where, found in versions.items() if found != wanted):
        raise KatalogError(
            f"Pekerja Dask di {', '.join(others)} tidak mempunyai katalog {wanted}.",
            "Pasang di sana paket yang sama dengan di sini, termasuk pilihan “corpus”.",
        )
