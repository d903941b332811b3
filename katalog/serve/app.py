"""The server's addresses, and what stands behind each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route

from katalog.errors import KatalogError
from katalog.serve.apart import apart
from katalog.serve.guard import Gate, guarded
from katalog.serve.pages import BrowsePages, asked_page
from katalog.serve.reviewing import review_answer, saving_at, state_at
from katalog.serve.rooms import Rooms

if TYPE_CHECKING:
    import sqlite3

    from katalog.serve.guard import Application


def application(pages: BrowsePages, folders: Sequence[Path], gate: Gate) -> Application:
    """The server as an ASGI application, behind its gate."""
    rooms = Rooms(pages, tuple(folders), gate)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        await rooms.workshop.close()

    routes = [
        Route("/", _page(rooms, _home)),
        Route("/cari", _page(rooms, _search)),
        Route("/keputusan", _page(rooms, _decrees)),
        Route("/katalog/{key}", _page(rooms, _decree)),
        Route("/katalog/{key}/unit/{number:int}", _page(rooms, _unit)),
        Route("/katalog/{key}/jabatan/{number:int}", _page(rooms, _jabatan)),
        Route("/katalog/{key}/riwayat", _page(rooms, _history)),
        Route("/katalog/{key}/periksa", _page(rooms, review_answer)),
        Route("/katalog/{key}/putusan", saving_at(rooms), methods=["POST"]),
        Route("/katalog/{key}/putusan", state_at(rooms), methods=["GET"]),
        Route("/sandingan/{old}/{new}", _page(rooms, _comparison)),
    ]
    server = Starlette(
        routes=[Mount("/{token}", routes=routes)], lifespan=life, exception_handlers={Exception: _fault(rooms)}
    )
    return guarded(server, gate)


Answer = Callable[[Rooms, Request], bytes | None]


def _page(rooms: Rooms, answer: Answer) -> Callable[[Request], Response]:
    """An address that gives a page; it is worked out in a thread, on an index that is up to date."""

    def give(request: Request) -> Response:
        try:
            rooms.shelf.refresh()
            page = answer(rooms, request)
        except KatalogError as error:
            return HTMLResponse(rooms.pages.message(str(error)), 500)
        if page is None:
            return HTMLResponse(rooms.pages.message(rooms.pages.words.label("not_found")), 404)
        return HTMLResponse(page)

    return give


def _fault(rooms: Rooms) -> Callable[[Request, Exception], Response]:
    """What is said of a fault of the program, as a page or to a page's script; its traceback goes to standard error."""

    def tell(request: Request, error: Exception) -> Response:
        said = rooms.pages.words.label("fault", what=f"{type(error).__name__}: {error}")
        if "text/html" in request.headers.get("accept", ""):
            return HTMLResponse(rooms.pages.message(said), 500)
        return JSONResponse({"error": said}, 500)

    return tell


def _row(rooms: Rooms, request: Request, name: str = "key") -> sqlite3.Row | None:
    return rooms.shelf.row(request.path_params[name])


def _home(rooms: Rooms, request: Request) -> bytes:
    return rooms.pages.home(request.query_params)


def _decrees(rooms: Rooms, request: Request) -> bytes:
    return rooms.pages.decrees(asked_page(request.query_params))


def _search(rooms: Rooms, request: Request) -> bytes:
    return rooms.pages.found(request.query_params)


def _decree(rooms: Rooms, request: Request) -> bytes | None:
    row = _row(rooms, request)
    return rooms.pages.decree(row) if row else None


def _unit(rooms: Rooms, request: Request) -> bytes | None:
    row = _row(rooms, request)
    return rooms.pages.unit(row, request.path_params["number"] - 1) if row else None


def _jabatan(rooms: Rooms, request: Request) -> bytes | None:
    row = _row(rooms, request)
    return rooms.pages.jabatan(row, request.path_params["number"] - 1) if row else None


def _history(rooms: Rooms, request: Request) -> bytes | None:
    row = _row(rooms, request)
    return rooms.pages.history(row) if row else None


def _comparison(rooms: Rooms, request: Request) -> bytes | None:
    """The matriks sandingan of two catalogues, with the pages of those sources that are at hand."""
    from katalog.front import diff
    from katalog.show.report import report_bytes

    old, new = _row(rooms, request, "old"), _row(rooms, request, "new")
    if old is None or new is None:
        return None
    made = diff(rooms.shelf.catalogue(old), rooms.shelf.catalogue(new))
    sources = [rooms.source(old), rooms.source(new)]
    lang = rooms.pages.words.lang
    shown = apart(report_bytes, made, "html", lang, sources=sources) if any(sources) else None
    return shown or report_bytes(made, "html", lang)
