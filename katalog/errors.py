"""What stops a command: each error knows its file, its cause and the remedy; `katalog.cli` turns it into a message."""

from __future__ import annotations

from pathlib import Path

#: Exit codes of the commands (docs/panduan.md): all well; done, with findings of severity error; a file is unusable.
OK, FINDINGS, UNUSABLE = 0, 1, 2
#: Exit code of `katalog diff` where something substantive changed.
CHANGED = 1


class KatalogError(Exception):
    """An error that the user can do something about: two Indonesian sentences, what is wrong and what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")


class Unusable(KatalogError):
    """A file that can't be used: its name, then the cause and the remedy as sentences."""

    def __init__(self, path: Path | str, cause: str, remedy: str) -> None:
        super().__init__(f"{path}: {cause}", remedy)
