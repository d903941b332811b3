"""`python -m training.pypdf_text IN.pdf OUT.txt`: the text of a PDF as pypdf extracts it, for the evaluation."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdf


def main() -> None:
    """The command line."""
    source, target = map(Path, sys.argv[1:])
    pages = pypdf.PdfReader(source).pages
    target.write_text("\n".join(page.extract_text() for page in pages), encoding="utf-8")


if __name__ == "__main__":
    main()
