"""The server put together: the index brought up to date, a new token, the application."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from katalog.serve.app import application
from katalog.serve.guard import Gate, is_loopback, new_token
from katalog.serve.pages import BrowsePages
from katalog.serve.shelf import Shelf, index_at
from katalog.show.browse.links import PageAddresses
from katalog.show.browse.words import PageWords

if TYPE_CHECKING:
    from bahasa.temuan import Lang
    from katalog.serve.guard import Application


def started(
    folder: Path,
    sources: Sequence[Path],
    own: socket.socket,
    lang: Lang,
    each: Callable[[list[Path]], Iterable[Path]] = iter,
) -> tuple[Application, Gate, int]:
    """The application for a socket that listens, its gate, and how many catalogues the folder has. `each` as
    in `Shelf.refresh`."""
    shelf = Shelf(folder, index_at(folder))
    shelf.refresh(at_once=True, each=each)
    with shelf.opened() as index:
        count = index.execute("SELECT count(*) FROM catalogue WHERE problem IS NULL").fetchone()[0]
    host, port = own.getsockname()[:2]
    names = () if is_loopback(host) else (socket.gethostname().lower(), socket.getfqdn().lower())
    gate = Gate(new_token(), host, port, frozenset(names))
    pages = BrowsePages(shelf, PageAddresses(f"/{gate.token}/"), PageWords(lang))
    return application(pages, [folder, *sources], gate), gate, count
