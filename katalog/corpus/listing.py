"""Which sources make up a corpus: the files of folders and of lists, each with its address and its name in the corpus.

An address is a path, or a URL that fsspec knows (`s3://arsip/2022/paser.pdf`). Offices name their files alike
(`keputusan.pdf` lies in every folder), so a source is called by its path below the folder that was given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from extract.source import is_source_name, slug
from katalog.errors import KatalogError
from katalog.store.files import os_reason

#: In a list: this decree revises none.
_NONE = "-"


@dataclass(frozen=True, slots=True, order=True)
class CorpusSource:
    """A source: `name`, its path below the folder or list that named it, with `/` between its parts; `slug`, what its
    catalogue is called; `address`, where it is read from; `revises`, by a person's list the slug of the decree that it
    revises, empty where it revises none, None where no list says it."""

    name: str
    slug: str
    address: str
    revises: str | None = None


def listed_sources(addresses: Iterable[str], lists: Iterable[str] = ()) -> tuple[CorpusSource, ...]:
    """The sources in folders (with all folders in them), the files themselves, and what the lists name, one address a
    line (empty lines and lines that begin with `#` aside); sorted by name. Behind a tab a line may say what its decree
    revises, as an address of its own, or `-` for none. KatalogError where an address is neither a file nor a folder, or
    where two sources have one name.

    >>> [source.slug for source in listed_sources(["corpus/contoh-lama"])]
    ['contoh-lama']
    """
    lines = [line.partition("\t") for one in lists for line in _lines(one)]
    named = [*addresses, *(address.strip() for address, _, _ in lines)]
    found = sorted({source for address in named for source in _sources(address)})
    _refuse_doubles(found)
    by_address = {source.address: source.slug for source in found}
    said = {_address(address): _slug(revises.strip(), by_address) for address, _, revises in lines if revises.strip()}
    return tuple(replace(source, revises=said.get(source.address)) for source in found)


def opened_address(address: str) -> tuple[Any, str]:
    """The file system of an address (fsspec), and the path in it. KatalogError where nothing is installed for it."""
    from fsspec.core import url_to_fs

    try:
        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise KatalogError(
            f"{address}: Alamat ini tidak dapat dibuka ({error}).", "Pasang paket yang disebut, atau periksa alamatnya."
        ) from error
    return system, path


def _address(given: str) -> str:
    """The address by which a file is known, however it was given."""
    system, path = opened_address(given.strip())
    full: str = system.unstrip_protocol(path)
    return full


def _slug(given: str, by_address: dict[str, str]) -> str:
    """The slug of a source that a list names, which may be in the corpus from an earlier run; empty for `-`."""
    return "" if given == _NONE else by_address.get(_address(given)) or slug(PurePosixPath(given).stem)


def _lines(address: str) -> list[str]:
    system, path = opened_address(address)
    try:
        text = system.cat_file(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KatalogError(
            f"{address}: Daftar sumber ini tidak dapat dibaca ({_reason(error)}).",
            "Sebutkan berkas teks dengan satu alamat di setiap barisnya.",
        ) from error
    return [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return os_reason(error) if isinstance(error, OSError) else "bukan teks UTF-8"


def _sources(address: str) -> list[CorpusSource]:
    system, path = opened_address(address)
    if system.isdir(path):
        root = PurePosixPath(path)
        below = ((PurePosixPath(file).relative_to(root), file) for file in system.find(path))
        return [_source(str(part), system.unstrip_protocol(file)) for part, file in below if _taken(part)]
    if not system.isfile(path):
        raise KatalogError(f"{address}: Berkas atau folder tidak ditemukan.", "Periksa alamatnya.")
    return [_source(PurePosixPath(path).name, system.unstrip_protocol(path))]


def _taken(part: PurePosixPath) -> bool:
    return all(not folder.startswith(".") for folder in part.parts[:-1]) and is_source_name(part.name)


def _source(name: str, address: str) -> CorpusSource:
    return CorpusSource(name, slug(str(PurePosixPath(name).with_suffix(""))), address)


def _refuse_doubles(sources: Iterable[CorpusSource]) -> None:
    first: dict[str, CorpusSource] = {}
    for source in sources:
        earlier = first.setdefault(source.slug, source)
        if earlier is not source:
            raise KatalogError(
                f"{source.address}: Katalognya akan bernama {source.slug}, sama dengan katalog dari {earlier.address}.",
                "Ganti nama salah satunya, atau sebutkan folder di atas keduanya sehingga nama foldernya ikut.",
            )
