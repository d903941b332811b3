"""The page on which a person checks, its decisions saved as they are made, and the catalogue that is built again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from katalog.decisions import decisions_in
from katalog.errors import KatalogError
from katalog.serve.apart import apart
from katalog.serve.origins import decisions_beside
from katalog.serve.rebuild import Order
from katalog.serve.revisions import previous_of
from katalog.serve.rooms import Rooms
from normalize.koreksi.file import KoreksiFile

#: Bytes of a request that saves: ten thousand decisions have some four million.
_MOST_BYTES = 16 * 1024 * 1024


def review_answer(rooms: Rooms, request: Request) -> bytes | None:
    """The page of a catalogue, with what was decided before; it knows where to send what is decided."""
    from katalog.show.review.html import Saving, review_page
    from katalog.show.review.source import shown_source

    row = rooms.shelf.row(request.path_params["key"])
    if row is None:
        return None
    source, catalogue = rooms.source(row), rooms.shelf.catalogue(row)
    path = decisions_beside(rooms.shelf, row, source)
    decided = decisions_in(path) if path.is_file() else KoreksiFile()
    page = rooms.ledger.begin(row["key"], row["state"], decided)
    return review_page(
        catalogue,
        apart(shown_source, source, catalogue) if source is not None else None,
        koreksi=decided,
        saving=Saving(rooms.pages.to.decisions(row["key"], page), rooms.gate.token, rooms.pages.to.decree(row["key"])),
        lang=rooms.pages.words.lang,
    )


def saving_at(rooms: Rooms) -> Callable[[Request], Awaitable[Response]]:
    """`POST`: the decisions of a page into the file; the catalogue is built again when no more come."""

    async def save(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return JSONResponse({"error": "Permintaan terlalu besar."}, 413)
        try:
            count, order = await run_in_threadpool(_saved, rooms, request, body)
        except KatalogError as error:
            return JSONResponse({"error": str(error)}, 400)
        if isinstance(order, Order):
            rooms.workshop.ask(request.path_params["key"], order)
            return JSONResponse({"saved": count, "building": True})
        return JSONResponse({"saved": count, "failed": order})

    return save


async def _body(request: Request) -> bytes | None:
    """The request's bytes, None where they are too many."""
    parts, size = [], 0
    async for part in request.stream():
        parts.append(part)
        size += len(part)
        if size > _MOST_BYTES:
            return None
    return b"".join(parts)


def _saved(rooms: Rooms, request: Request, body: bytes) -> tuple[int, Order | str]:
    """How many decisions stand in the file now, and what to build, or why nothing is built."""
    row, page = _row(rooms, request)
    said = _decisions(body)
    source = rooms.source(row)
    path = decisions_beside(rooms.shelf, row, source)
    count = rooms.ledger.save(page, row["key"], said, path, (row["sha256"], row["file"]))
    return count, _order(rooms, row, source, path)


def _row(rooms: Rooms, request: Request) -> tuple[sqlite3.Row, str]:
    row = rooms.shelf.row(request.path_params["key"])
    if row is None:
        raise KatalogError(rooms.pages.words.label("not_found"), rooms.pages.words.label("gone"))
    return row, request.query_params.get("halaman", "")


def _decisions(body: bytes) -> list[Any]:
    try:
        said = json.loads(body)["decisions"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise KatalogError("Permintaan ini bukan daftar putusan.", "Muat ulang halaman.") from error
    if not isinstance(said, list):
        raise KatalogError("Permintaan ini bukan daftar putusan.", "Muat ulang halaman.")
    return said


def _order(rooms: Rooms, row: sqlite3.Row, source: Path | None, koreksi: Path) -> Order | str:
    words = rooms.pages.words
    if rooms.shelf.is_corpus:
        return words.label("corpus_builds")
    if source is None:
        return words.label("no_source", berkas=row["file"], koreksi=koreksi.name)
    with rooms.shelf.opened() as index:
        carried, previous = previous_of(index, row)
    if carried and previous is None:
        # built without it, the catalogue would get other ids
        return words.label("no_previous")
    return Order(source, koreksi, rooms.shelf.path(previous) if previous else None, rooms.shelf.path(row))


def state_at(rooms: Rooms) -> Callable[[Request], Awaitable[Response]]:
    """`GET`: how far the catalogue of a page is: being built, built again since the page was given out, or why not."""

    async def state(request: Request) -> Response:
        key = request.path_params["key"]
        try:
            await run_in_threadpool(rooms.shelf.refresh, True)
            row, name = await run_in_threadpool(_row, rooms, request)
            page = rooms.ledger.page(name, key)
        except KatalogError as error:
            return JSONResponse({"error": str(error)}, 400)
        busy = rooms.workshop.busy(key)
        built = not busy and row["state"] != page.state
        why = rooms.workshop.failure(key)
        failed = rooms.pages.words.label("not_rebuilt", why=why) if why else ""
        return JSONResponse({"building": busy, "rebuilt": built, "failed": failed})

    return state
