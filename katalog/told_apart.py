"""Catalogues that are shown together must have slugs of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from katalog.errors import KatalogError

if TYPE_CHECKING:
    from schemas.catalogue import Catalogue


def told_apart(named: Iterable[tuple[str, Catalogue]]) -> list[Catalogue]:
    """The catalogues, each given with what a person calls it; KatalogError where two have one slug."""
    found: dict[str, str] = {}
    catalogues = []
    for name, catalogue in named:
        slug = catalogue.source.slug
        if slug in found:
            cause = (
                f"{name}: Katalog ini bernama {slug}, sama dengan {found[slug]}, sehingga barisnya tidak terbedakan."
            )
            raise KatalogError(cause, "Ganti nama salah satu sumbernya lalu bangun lagi, atau tulis ke tujuan lain.")
        found[slug] = name
        catalogues.append(catalogue)
    return catalogues
