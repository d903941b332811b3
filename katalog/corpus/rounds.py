"""Work given to Dask's workers, each piece by itself: one that takes its worker down is tried once more, alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from distributed import Client, Future

Piece = TypeVar("Piece")
Result = TypeVar("Result")


def each_done(
    client: Client,
    work: Callable[..., Result],
    pieces: Sequence[Piece],
    *rest: Any,
    lost: Callable[[Piece], Result],
) -> Iterator[Result]:
    """What `work(piece, *rest)` gives for each piece, as the workers are done with it. Where the worker was lost twice,
    what `lost` gives."""
    again: list[Piece] = []
    yield from _round(client, work, pieces, rest, again)
    for piece in again:
        once_more: list[Piece] = []
        yield from _round(client, work, [piece], rest, once_more)
        if once_more:
            yield lost(piece)


def _round(
    client: Client, work: Callable[..., Result], pieces: Sequence[Piece], rest: Sequence[Any], lost: list[Piece]
) -> Iterator[Result]:
    """The results as they come; pieces whose worker was lost are put into `lost`."""
    from distributed import as_completed
    from distributed.scheduler import KilledWorker

    waiting: dict[Future, Piece] = {client.submit(work, piece, *rest, pure=False): piece for piece in pieces}
    future: Any
    for future in as_completed(list(waiting)):
        piece = waiting.pop(future)
        try:
            yield future.result()
        except KilledWorker:
            lost.append(piece)
        future.release()
