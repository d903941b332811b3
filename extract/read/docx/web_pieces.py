"""Small things of a web page as Word has them: runs of letters, numbers of lists, what fields of a form show, formulas
(MathML) and pictures."""

from __future__ import annotations

from lxml import etree

from extract.read.docx.names import Element, M, W
from extract.read.docx.numbering import written_number
from extract.read.docx.pictures import picture_of_width
from extract.read.docx.web_styles import WebForm, WebStyles

#: Fields of a form that show what was filled in.
SHOWN = frozenset(["input", "select", "textarea"])
_BOXES, _UNFILLED = ("checkbox", "radio"), ("hidden", "button", "submit", "reset", "image", "file", "password")
#: How lists are numbered, as HTML and its styles call it: Word's name.
_KINDS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "none": "none",
}  # fmt: skip
_BULLET = "• "
#: Parts of a formula that Word has as well: its name of them, and of their parts.
_FORMULAS = {"mfrac": ("f", ("num", "den")), "msup": ("sSup", ("e", "sup")), "msqrt": ("rad", ())}
#: A dot of a screen in points.
_DOT = 0.75


def run_of(text: str, form: WebForm) -> Element:
    """A run of letters with its form."""
    made = etree.Element(W + "r")
    said = {
        "vertAlign": form.rise,
        "strike": "1" if form.struck else "",
        "caps": "1" if form.capitals else "",
        "u": "single" if form.underlined else "",
        "sz": "2" if form.tiny else "",
        "color": form.colour,
    }
    if any(said.values()) or form.font:
        properties = etree.SubElement(made, W + "rPr")
        for name, value in said.items():
            if value:
                etree.SubElement(properties, W + name).set(W + "val", value)
        if form.colour and form.ground:
            etree.SubElement(properties, W + "shd").set(W + "fill", form.ground)
        if form.font:
            etree.SubElement(properties, W + "rFonts").set(W + "ascii", form.font)
    etree.SubElement(made, W + "t").text = text
    return made


def list_marks(element: Element, styles: WebStyles) -> dict[Element, str]:
    """What stands before the items of a list, with the blank that follows; none of other elements."""
    if element.tag not in ("ol", "ul"):
        return {}
    items = [child for child in element if child.tag == "li"]
    step = -1 if element.get("reversed") is not None else 1
    count = _whole(element.get("start"), len(items) if step < 0 else 1)
    marks: dict[Element, str] = {}
    for item in items:
        count = _whole(item.get("value"), count)
        kind = _kind(item, styles) or _kind(element, styles) or ("decimal" if element.tag == "ol" else "")
        number = written_number(kind, count) if kind else ""
        marks[item] = "" if kind == "none" else f"{number}. " if kind else _BULLET
        count += step
    return marks


def _kind(element: Element, styles: WebStyles) -> str:
    """How an element says that its list is numbered; empty where it does not."""
    said = styles.said(element)
    names = [*said.get("list-style-type", "").split(), *said.get("list-style", "").split(), element.get("type", "")]
    return next((_KINDS[name] for name in names if name in _KINDS), "")


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 4 else default


def shown_text(field: Element) -> str:
    """What a field of a form shows: what was filled in, what is chosen, whether it is ticked."""
    if field.tag == "textarea":
        return field.text or ""
    if field.tag == "select":
        options = list(field.iter("option"))
        chosen = [one for one in options if one.get("selected") is not None] or options[:1]
        return ", ".join(" ".join("".join(str(text) for text in one.itertext()).split()) for one in chosen)
    kind = field.get("type", "").lower()
    if kind in _BOXES:
        return "☒ " if field.get("checked") is not None else "☐ "
    return "" if kind in _UNFILLED else f" {field.get('value', '')} "


def drawn_piece(element: Element) -> Element | None:
    """A formula or a picture as Word has it; None of other elements."""
    if element.tag == "math":
        formula = etree.Element(M + "oMath")
        _formula(element, formula)
        return formula
    if element.tag == "img":
        width = element.get("width", "")
        return picture_of_width(int(width) * _DOT if width.isdecimal() and len(width) < 6 else 0.0)
    return None


def _formula(element: Element, made: Element) -> None:
    """Adds the parts of a formula."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag.startswith("annotation"):
            continue
        if child.tag in ("mi", "mn", "mo", "mtext", "ms"):
            text = etree.SubElement(etree.SubElement(made, M + "r"), M + "t")
            text.text = "".join(str(one) for one in child.itertext()).strip()
            continue
        name, parts = _FORMULAS.get(child.tag, ("e", ()))
        own = etree.SubElement(made, M + name)
        if len(parts) != len(child) or not parts:
            _formula(child, own)
            continue
        for part, one in zip(parts, list(child), strict=True):
            holder = etree.Element("holder")
            holder.append(one)
            _formula(holder, etree.SubElement(own, M + part))
