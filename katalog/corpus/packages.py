"""What a corpus needs beside the program itself: the packages of the extra `corpus`."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from katalog.errors import KatalogError


def require_packages(purpose: str, names: Iterable[str]) -> None:
    """KatalogError where one of the packages is not installed that `purpose` (the subject of a sentence, in Indonesian)
    needs."""
    if missing := [name for name in names if find_spec(name) is None]:
        from extract.install import install

        cause = f"{purpose} memerlukan paket yang belum terpasang: {', '.join(missing)}."
        raise KatalogError(cause, f"Pasang dengan: {install('corpus')}")
