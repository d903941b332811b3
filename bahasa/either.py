"""One regex for several words.

>>> re.fullmatch(either(["Mei", "Januari"]), "januari", re.I) is not None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(forms: Iterable[str]) -> str:
    """A group that matches any of the forms, the longest first. Without regard to case it takes ASCII letters for one
    another, and no others: what it matches is, in lower case, one of the forms. (Python's `re` takes `ı` without its
    dot for `i` and `ſ` for `s`, and a word that was matched so is in no table.)"""
    return f"(?a:{'|'.join(map(re.escape, sorted(set(forms), key=lambda form: (-len(form), form))))})"
