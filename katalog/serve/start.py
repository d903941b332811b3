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
    shelf = shelf_of(folder, index_at(folder))
    shelf.refresh(at_once=True, each=each)
    with shelf.opened() as index:
        count = index.execute("SELECT count(*) FROM catalogue WHERE problem IS NULL").fetchone()[0]
    host, port = own.getsockname()[:2]
    names = () if is_loopback(host) else (socket.gethostname().lower(), socket.getfqdn().lower())
    gate = Gate(new_token(), host, port, frozenset(names))
    pages = shelf_pages(shelf, PageAddresses(f"/{gate.token}/"), PageWords(lang))
    return application(pages, [folder, *sources], gate), gate, count


def is_corpus(folder: Path) -> bool:
    """Whether a folder is what `katalog corpus build` writes."""
    return (folder / "manifest.csv").is_file() and (folder / "tabel").is_dir()


def shelf_of(folder: Path, database: Path) -> Shelf:
    """The catalogues of a folder or of a corpus, indexed at `database`."""
    if not is_corpus(folder):
        return Shelf(folder, database)
    from katalog.questions.tables import require_duckdb
    from katalog.serve.corpus_shelf import CorpusShelf

    require_duckdb()
    return CorpusShelf(folder, database)


def shelf_pages(shelf: Shelf, to: PageAddresses, words: PageWords) -> BrowsePages:
    """The pages of a shelf."""
    if not shelf.is_corpus:
        return BrowsePages(shelf, to, words)
    from katalog.serve.corpus_pages import CorpusPages, OpenCorpus
    from katalog.serve.corpus_shelf import CorpusShelf

    assert isinstance(shelf, CorpusShelf)
    return CorpusPages(shelf, to, words, OpenCorpus(shelf))
