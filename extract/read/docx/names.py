"""Names of WordprocessingML (ECMA-376, part 1, chapter 17) and small questions to its elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: How another file is put in that Word makes text of when it opens the document (ECMA-376, part 1, 17.17.2).
ALTERNATIVE = "altChunk"
_OFF = ("0", "false", "off", "none")
#: What only wraps others: content controls, inserted text, links, custom XML.
_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple")
)

#: An element of XML.
Element: TypeAlias = etree._Element


def value(element: Element | None, path: str, name: str = "val") -> str | None:
    """Attribute `w:name` of the element below at `path` (`tcPr/gridSpan`); None where there is none."""
    found = at(element, path)
    return None if found is None else found.get(W + name)


def at(element: Element | None, path: str) -> Element | None:
    """The element below at `path`."""
    return None if element is None else element.find("/".join(W + step for step in path.split("/")))


def whole_number(text: str | None, default: int) -> int:
    """A whole number as Word writes it; some programs write `1440.0`."""
    try:
        return int(float(text)) if text is not None else default
    except (ValueError, OverflowError):
        return default


def switched(element: Element | None, path: str) -> bool | None:
    """A switch such as `w:vanish`: on, off, or None where it is not there."""
    found = at(element, path)
    return None if found is None else found.get(W + "val", "1") not in _OFF


def unwrapped(element: Element, *names: str) -> Iterator[Element]:
    """The children of these names, also those in wrappers, in order. Deleted and moved text is in none of them."""
    wanted = {W + name for name in names}
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from unwrapped(child, *names)
        elif child.tag == MC + "AlternateContent":
            for chosen in preferred(child):
                yield from unwrapped(chosen, *names)


def preferred(element: Element) -> list[Element]:
    """Of the alternatives that say the same for programs of different age, the first one."""
    found = [child for child in element if child.tag in (MC + "Choice", MC + "Fallback")]
    return found[:1]
