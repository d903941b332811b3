"""Equations that Word draws from the code of an `EQ` field, as text in reading order.

    \\f(a;b) a fraction, numerator first   \\r(n;a) a root   \\i\\su(a;b;c) a sum   \\b(a) in brackets
    \\s\\up8(a) raised   \\l(a;b) a list

Parts are parted by the list separator of the system: a semicolon in Indonesian, a comma in English.
"""

from __future__ import annotations

import re

from extract.read.docx.names import Element, W
from extract.read.symbols import raised

_FRACTION = re.compile(r"\s*EQ\s*\\f", re.I)
# a switch with its number, an escaped sign, a sign that parts, anything else
_TOKEN = re.compile(r"\\(?P<switch>[a-z]+)\s*-?\d*\s*|\\(?P<sign>.)|(?P<part>[(),;])|(?P<text>[^\\(),;]+)", re.I | re.S)
#: What a switch draws before its parts.
_DRAWN = {"r": "√", "su": "∑", "pr": "∏", "in": "∫"}
_RAISED = frozenset(["up"])


def equation_of(code: str) -> str:
    """The text of an equation, a blank between its parts.

    >>> equation_of(r" \\f(Unit tertib;Seluruh unit) x 100")
    'Unit tertib Seluruh unit x 100'
    """
    separator = ";" if re.search(r"(?<!\\);", code) else ","
    out: list[str] = []
    depth: list[str | None] = []
    switch: str | None = None
    for token in _TOKEN.finditer(code):
        if token["switch"]:
            switch = token["switch"].lower()
            out.append(_DRAWN.get(switch, ""))
            continue
        if token["part"] == "(":
            out.append(_opened(switch))
            depth.append(switch)
        elif token["part"] == ")":
            out.append(_closed(depth.pop() if depth else None))
        elif token["part"] == separator and depth and depth[-1] is not None:
            out.append(" ")
        else:
            out.append(_written(token["sign"] or token[0], depth))
        switch = None
    return " ".join("".join(out).split())


def draws_fraction(element: Element) -> bool:
    """Is there a field below that Word draws as a fraction?"""
    codes = [code.text or "" for code in element.iter(W + "instrText")]
    codes += [field.get(W + "instr", "") for field in element.iter(W + "fldSimple")]
    return any(map(_FRACTION.match, codes))


def _opened(switch: str | None) -> str:
    """What stands where a bracket opens: itself, or before the parts of a switch a blank, raised ones aside."""
    return "(" if switch in (None, "b") else "" if switch in _RAISED else " "


def _closed(switch: str | None) -> str:
    return ")" if switch in (None, "b") else "" if switch in _RAISED else " "


def _written(text: str, depth: list[str | None]) -> str:
    return raised(text) or text if depth and depth[-1] in _RAISED else text
