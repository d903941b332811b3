"""HTML pages from templates of this package. Every text is escaped; a name that nothing was given for is an error."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def html_page(package: str, template: str, **values: Any) -> bytes:
    """The page of a template, a file of the package; it may extend or import others of it."""
    page = _environment(package).get_template(template).render(values)
    return page.encode("utf-8", errors="replace")


@cache
def _environment(package: str) -> Environment:
    """A template may be built on others of its package."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    loader = FunctionLoader(lambda name: own_text(package, name))
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def own_text(package: str, name: str) -> str:
    """A file of the package: trusted, not escaped."""
    return files(package).joinpath(name).read_text(encoding="utf-8")
