"""The report as one HTML file that works offline: a matriks sandingan with filters, search and keyboard.

Every printed text is escaped by the template. The page may run its own script and nothing else, and may load nothing:
its Content-Security-Policy says so to the browser.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from katalog.compare.kinds import KINDS
from katalog.show.report.view import COUNTS, Report


def report_page(report: Report) -> bytes:
    """The report's file."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    script = _own("sandingan.js")
    text = environment.from_string(_own("sandingan.html.j2")).render(
        report=report,
        labels=report.labels,
        counts=[report.labels[name] for name in COUNTS],
        style=Markup(_own("sandingan.css") + _inks()),
        script=Markup(script),
        script_hash=_hash(script),
    )
    return text.encode("utf-8", errors="replace")


def _inks() -> str:
    """The colour of each kind of change, as rules of style."""
    return "".join(f".kind.{name} {{ border-left-color: {kind.ink}; }}\n" for name, kind in KINDS.items())


def _own(name: str) -> str:
    """A file of this package: trusted, not escaped."""
    return files("katalog.show.report").joinpath(name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
