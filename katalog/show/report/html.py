"""The report as one HTML file that works offline: a matriks sandingan with filters, search and keyboard.

Every printed text is escaped by the template. The page may run its own script and nothing else, and may load nothing:
its Content-Security-Policy says so to the browser.
"""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from katalog.compare.kinds import KINDS
from katalog.show.html_page import html_page, own_text
from katalog.show.report.proof import NO_PAGES, ProofPages
from katalog.show.report.view import COUNTS, Report

_PACKAGE = "katalog.show.report"


def report_page(report: Report, pages: ProofPages = NO_PAGES) -> bytes:
    """The report's file, with pictures of the pages that changes are printed on."""
    scripts, styles = (("sandingan.js", "bukti.js"), ("sandingan.css", "bukti.css"))
    used = 2 if pages.shown else 1
    script = "".join(own_text(_PACKAGE, name) for name in scripts[:used])
    return html_page(
        _PACKAGE,
        "sandingan.html.j2",
        report=report,
        labels=report.labels,
        counts=[report.labels[name] for name in COUNTS],
        pages=pages,
        style=Markup("".join(own_text(_PACKAGE, name) for name in styles[:used]) + _inks()),
        script=Markup(script),
        script_hash=_hash(script),
    )


def _inks() -> str:
    """The colour of each kind of change, as rules of style."""
    return "".join(f".kind.{name} {{ border-left-color: {kind.ink}; }}\n" for name, kind in KINDS.items())


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
