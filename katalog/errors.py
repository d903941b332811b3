"""What stops the work: each error knows its file, its cause and the remedy; `katalog.cli` turns it into a message."""

from __future__ import annotations

import os

#: Exit codes of the commands (docs/panduan.md): all well; done, with findings of severity error; a file is unusable.
OK, FINDINGS, UNUSABLE = 0, 1, 2
#: Exit code of `katalog diff` where something substantive changed.
CHANGED = 1


class KatalogError(Exception):
    """An error that the user can do something about, in Indonesian: `cause` is the sentence that says what is wrong,
    with the file's name in front where there is one; `remedy` says what to do. Its text is both."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause} {remedy}")
        self.cause = cause
        self.remedy = remedy


class Unusable(KatalogError):
    """A file that can't be used: `path` is the file."""

    def __init__(self, path: str | os.PathLike[str], cause: str, remedy: str) -> None:
        super().__init__(f"{os.fspath(path)}: {cause}", remedy)
        self.path = path
