"""What was read on the pictures of pages, kept in the user's cache folder, so that a page is read once.

A page is known by its content, whatever file it stands in, and by who read it. The folder is bounded: the pages that
were asked for longest ago go first. A folder that can't be used costs time, and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

from extract.read.pdf.ink import Ruling
from extract.read.picture.page import PictureRead
from schemas.layout import Word

#: Raised when pages are read otherwise than before.
READING = "28"
#: Bytes of all kept pages; a page has some 20,000.
BOUND = 256 * 1024 * 1024


def cache_folder() -> Path:
    """Where pages are kept: `katalog/ocr` in `$XDG_CACHE_HOME`, which is `~/.cache` as a rule."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "katalog" / "ocr"


def page_key(page: Any, reader: str) -> str:
    """What a page of a PDF (pikepdf's) is known by: all that it is drawn from, and the name of its reader."""
    digest = hashlib.sha256(f"{READING}\n{reader}\n".encode())
    for name in ("/Contents", "/Resources", "/Annots", "/MediaBox", "/CropBox", "/Rotate"):
        found = page.obj.get(name)
        for above in _above(page.obj) if found is None else ():
            found = above.get(name) if found is None else found
        digest.update(name.encode())
        _feed(digest, found, set())
    return digest.hexdigest()


def _above(node: Any) -> list[Any]:
    """The nodes of the page tree that a page inherits from, the nearest first."""
    nodes: list[Any] = []
    while len(nodes) < 50 and (node := node.get("/Parent")) is not None:
        nodes.append(node)
    return nodes


def _feed(digest: Any, thing: Any, seen: set[tuple[int, int]]) -> None:
    """Adds an object of a PDF with all that it names, each once."""
    import pikepdf

    if isinstance(thing, pikepdf.Object) and thing.is_indirect:
        if thing.objgen in seen:
            return
        seen.add(thing.objgen)
    if isinstance(thing, pikepdf.Stream):
        digest.update(thing.read_raw_bytes())
    if isinstance(thing, pikepdf.Stream | pikepdf.Dictionary):
        for name in sorted(thing.keys()):
            if name not in ("/Parent", "/P", "/Length", "/Metadata"):
                digest.update(name.encode())
                _feed(digest, thing.get(name), seen)
    elif isinstance(thing, pikepdf.Array):
        for one in thing:
            _feed(digest, one, seen)
    else:
        digest.update(f"{thing};".encode("utf-8", "replace"))


def kept_page(key: str) -> PictureRead | None:
    """What was read on a page, if it is kept."""
    path = cache_folder() / f"{key}.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        read = PictureRead(
            data["width"],
            data["height"],
            tuple([Ruling(*one) for one in data["rulings"]]),
            tuple([Word._make([*one[:9], tuple(one[9]), *one[10:]]) for one in data["words"]]),
            tuple(data["back"]),
            tuple([(x0, top, x1, bottom) for x0, top, x1, bottom in data["unread"]]),
        )
        os.utime(path)
        return read
    except (OSError, ValueError, LookupError, TypeError):
        return None


def keep_page(key: str, read: PictureRead) -> None:
    """Keeps what was read on a page: whole, or not at all."""
    folder = cache_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, suffix=".part", delete=False) as file:
            # all at once: written piece by piece a page takes ten times as long
            whole = {field.name: getattr(read, field.name) for field in fields(read)}
            file.write(json.dumps(whole, ensure_ascii=False, separators=(",", ":")))
        Path(file.name).replace(folder / f"{key}.json")
        _prune()


def kept_files() -> Sequence[tuple[Path, int, float]]:
    """The kept pages with their sizes in bytes and when they were asked for last, the latest first."""
    found: list[tuple[Path, int, float]] = []
    with suppress(OSError):
        for path in cache_folder().iterdir():
            with suppress(OSError):
                state = path.stat()
                found.append((path, state.st_size, state.st_mtime))
    return sorted(found, key=lambda entry: (-entry[2], entry[0].name))


def clear_cache() -> int:
    """Forgets all kept pages; how many there were."""
    files = kept_files()
    for path, _, _ in files:
        path.unlink(missing_ok=True)
    return len(files)


def _prune() -> None:
    total = 0
    for path, size, _ in kept_files():
        total += size
        if total > BOUND:
            path.unlink(missing_ok=True)
