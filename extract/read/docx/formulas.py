"""Formulas of a Word file (Office Math, ECMA-376, part 1, 22.1) as text in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from bahasa.fold import seen_letters
from extract.read.docx.names import Element, M, W
from extract.read.symbols import raised

#: What an operator without a sign of its own is.
_INTEGRAL = "∫"


def formula_of(element: Element) -> str:
    """A formula: a fraction's numerator before its denominator, a sum's sign before what is summed, a blank between."""
    return seen_letters(" ".join(" ".join(_parts(element)).split()))


def _parts(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == M + "r":
            yield "".join(text.text or "" for text in child if text.tag in (M + "t", W + "t"))
        elif child.tag == M + "d":
            inner = " ".join(_parts(child))
            yield _sign(child, "d", "begChr", "(") + inner
            yield _sign(child, "d", "endChr", ")")
        elif child.tag == M + "nary":
            yield _sign(child, "nary", "chr", _INTEGRAL)
            yield from _parts(child)
        elif child.tag == M + "rad":
            yield "√"
            yield from _parts(child)
        elif child.tag == M + "sSup":
            yield _power(child)
        elif isinstance(child.tag, str) and not child.tag.startswith(W):
            yield from _parts(child)


def _sign(element: Element, name: str, which: str, usual: str) -> str:
    found = element.find(f"{M}{name}Pr/{M}{which}")
    return usual if found is None else found.get(M + "val", "")


def _power(element: Element) -> str:
    """A base with its exponent: `m²`, `10⁶`; `x n` where it is none of figures."""
    base, exponent = (
        "" if part is None else " ".join(_parts(part)) for part in (element.find(M + name) for name in ("e", "sup"))
    )
    return f"{base}{raised(exponent)}" if raised(exponent) else f"{base} {exponent}"
