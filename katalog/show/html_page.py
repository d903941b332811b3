"""HTML pages from templates of this package. Every text is escaped; a name that nothing was given for is an error."""

from __future__ import annotations

from importlib.resources import files
from typing import Any


def html_page(package: str, template: str, **values: Any) -> bytes:
    """The page of a template, a file of the package."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    page = environment.from_string(own_text(package, template)).render(values)
    return page.encode("utf-8", errors="replace")


def own_text(package: str, name: str) -> str:
    """A file of the package: trusted, not escaped."""
    return files(package).joinpath(name).read_text(encoding="utf-8")
