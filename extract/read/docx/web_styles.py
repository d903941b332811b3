"""How letters of a web page are seen: raised, struck out, hidden, in which colour, by their tags and by their styles.

The page says it at the element (`<s>`, `style="display:none"`) or in a sheet at its top (`.lama {text-decoration:
line-through}`). Of a sheet the rules for one tag, class or id are known; a sheet that hides or strikes by others
(`.baris .lama`) makes the page one that can't be read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.read.docx.names import Element
from extract.read.symbols import is_symbolic

#: Rules for one tag, one class, both, or one id.
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)?|#[\w-]+", re.I)
_STRUCK_TAGS, _UNDERLINED_TAGS = frozenset(["s", "strike", "del"]), frozenset(["u", "ins"])
_RISES = {"super": "superscript", "sup": "superscript", "sub": "subscript"}
#: Letters raised by so many points are raised as a mark is, letters so small seen by nobody (points).
_RISEN, _TINY = 2.0, 2.0
_SIZE = re.compile(r"([\d.]+)(pt|px)?")
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)")
_NAMED = {"white": "FFFFFF", "black": "000000"}
#: What stands behind letters where the page paints it in a way that is not known here.
_PAINTED = "PAINTED"


class WebForm(NamedTuple):
    """How the letters of an element are seen; `rise` is Word's name of it, `colour` and `ground` are `FFFFFF` or empty
    where nothing is said, `kept` tells that their blanks and ends of lines are printed."""

    rise: str = ""
    struck: bool = False
    unseen: bool = False
    underlined: bool = False
    capitals: bool = False
    kept: bool = False
    tiny: bool = False
    font: str = ""
    colour: str = ""
    ground: str = ""


class WebStyles:
    """The styles of one page. `clear` tells whether nothing is hidden or struck by rules that are not known here."""

    def __init__(self, root: Element) -> None:
        self.clear = True
        self._rules: dict[str, dict[str, str]] = {}
        self._paints = False
        for sheet in root.iter("style"):
            self._add(sheet.text or "")

    def said(self, element: Element) -> dict[str, str]:
        """What is said of an element, by its tag, its classes, its id and itself: the later goes before."""
        tag, found = str(element.tag), {}
        classes = [f".{name.lower()}" for name in element.get("class", "").split()]
        for key in (tag, *classes, *(tag + name for name in classes), f"#{element.get('id', '').lower()}"):
            found.update(self._rules.get(key, {}))
        found.update(_declared(element.get("style", "")))
        return found

    def form(self, element: Element, said: dict[str, str], above: WebForm) -> WebForm:
        """The form of an element within one of this form."""
        tag, drawn = str(element.tag), " ".join((said.get("text-decoration", ""), said.get("text-decoration-line", "")))
        visible = said.get("visibility")
        return above._replace(
            rise=_RISES.get(tag) or _RISES.get(said.get("vertical-align", "")) or _lifted(said) or above.rise,
            struck=above.struck or tag in _STRUCK_TAGS or "line-through" in drawn,
            unseen=said.get("mso-hide") == "all" or (above.unseen if visible is None else visible != "visible"),
            underlined=above.underlined or tag in _UNDERLINED_TAGS or "underline" in drawn,
            capitals=said.get("text-transform", "uppercase" if above.capitals else "") == "uppercase",
            kept=tag == "pre" or said.get("white-space", "pre" if above.kept else "").startswith("pre"),
            tiny=_is_tiny(said["font-size"]) if "font-size" in said else above.tiny,
            font=_symbolic(said.get("font-family", element.get("face", ""))) or above.font,
            colour=_colour(said.get("color") or (element.get("color", "") if tag == "font" else "")) or above.colour,
            ground=self._ground(element, said) or above.ground,
        )

    def _ground(self, element: Element, said: dict[str, str]) -> str:
        painted = said.get("background-color") or said.get("background") or element.get("bgcolor", "").lower()
        if painted in ("", "none", "transparent", "inherit"):
            return _PAINTED if self._paints else ""
        return _colour(painted) or _PAINTED

    def _add(self, sheet: str) -> None:
        """The rules of a sheet; those for paper or other screens only are left out."""
        first, *rest = sheet.replace("<!--", "").replace("-->", "").split("/*")
        block = False
        for part in (first + "".join(one.partition("*/")[2] for one in rest)).split("}"):
            names, found, text = part.rpartition("{")
            block = bool(found) and (block or "{" in names)
            if not found or block:
                continue
            self._rule([name.strip().lower() for name in names.split(",")], _declared(text))

    def _rule(self, names: list[str], declared: dict[str, str]) -> None:
        for name in names:
            if name and _SIMPLE.fullmatch(name):
                self._rules.setdefault(name, {}).update(declared)
            elif not name.startswith("@"):
                self.clear &= not _hides(declared)
                self._paints |= any(key.startswith("background") for key in declared)


def _declared(text: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in text.split(";"))
    return {name.strip().lower(): value.replace("!important", "").strip().lower() for name, _, value in pairs if value}


def _hides(declared: dict[str, str]) -> bool:
    """Would letters with this be seen otherwise: not at all, struck out, raised, or without their list's number?"""
    struck = any("line-through" in declared.get(name, "") for name in ("text-decoration", "text-decoration-line"))
    gone = declared.get("display") == "none" or declared.get("visibility") in ("hidden", "collapse")
    return struck or gone or declared.get("vertical-align") in _RISES or any(key[:4] == "list" for key in declared)


def _lifted(said: dict[str, str]) -> str:
    found = _SIZE.match(said.get("mso-text-raise", ""))
    return "superscript" if found and _number(found[1]) >= _RISEN else ""


def _is_tiny(size: str) -> bool:
    found = _SIZE.fullmatch(size)
    return found is not None and _number(found[1]) * (0.75 if found[2] == "px" else 1) <= _TINY


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return _TINY + _RISEN


def _symbolic(fonts: str) -> str:
    return next((font for font in (one.strip(" '\"") for one in fonts.split(",")) if is_symbolic(font)), "")


def _colour(text: str) -> str:
    """`#fff`, `white`, `rgb(255, 255, 255)`: FFFFFF; empty of what is written otherwise."""
    text = text.strip().lower()
    if found := _RGB.match(text):
        return "".join(f"{min(int(part), 255):02X}" for part in found.groups())
    if found := _HEX.fullmatch(text):
        return (found[1] if len(found[1]) == 6 else "".join(2 * letter for letter in found[1])).upper()
    return _NAMED.get(text, "")
