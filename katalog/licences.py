"""What the program rests on, and under which licences: read from what is installed, so that it is always so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution

#: The extra of those who work on the program; what it names is no part of it.
_DEVELOPERS = "dev"
_NAME = re.compile(r"[\w.-]+")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([\w-]+)['\"]")


@dataclass(frozen=True, slots=True)
class Dependency:
    """An installed package with its version and licence. `needed_by` is `katalog`, `katalog (pilihan ocr)` for one of
    an extra, or the package that needs it."""

    name: str
    version: str
    licence: str
    needed_by: str


def licence_of(metadata: PackageMetadata) -> str:
    """A package's licence as its metadata names it: an SPDX expression, else the words of its author, else the
    classifiers. `licence_of(distribution("click").metadata)` is `BSD-3-Clause`."""
    stated = metadata.get_all("License-Expression") or metadata.get_all("License") or [""]
    words = str(stated[0]).strip()
    if words and "\n" not in words:
        return words
    classifiers = [line for line in metadata.get_all("Classifier") or () if line.startswith("License :: ")]
    return " / ".join(line.split(" :: ")[-1] for line in classifiers) or words.split("\n")[0] or "tidak disebutkan"


def dependencies() -> tuple[Dependency, ...]:
    """What the program needs and what its needs need, of all extras, as far as it is installed; by name."""
    found: dict[str, Dependency] = {}
    waiting = [("katalog", distribution("katalog"))]
    while waiting:
        needed_by, package = waiting.pop(0)
        for name, extra in _required(package):
            if name in found or (other := _installed(name)) is None:
                continue
            by = f"{needed_by} (pilihan {extra})" if extra else needed_by
            found[name] = Dependency(other.metadata["Name"], other.version, licence_of(other.metadata), by)
            waiting.append((other.metadata["Name"], other))
    return tuple(sorted(found.values(), key=lambda dependency: dependency.name.lower()))


def _required(package: Distribution) -> Iterator[tuple[str, str]]:
    """(normalized name, extra or nothing) of what a package requires; of other packages no extras."""
    own = package.metadata["Name"] == "katalog"
    for line in package.requires or ():
        name, extra = _NAME.match(line), _EXTRA.search(line)
        if name and (extra is None or (own and extra[1] != _DEVELOPERS)):
            yield re.sub(r"[-_.]+", "-", name[0]).lower(), extra[1] if extra else ""


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None
