"""Letters of symbol fonts, which Word and its PDFs keep as codes from U+F000 on (private use): their signs. Signs that
nobody sees are left out."""

from __future__ import annotations

from bahasa.fold import seen_letters

#: Adobe's encoding of Symbol: the signs that formulas and lists use.
_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xB9: "≠", 0xBB: "≈", 0xE5: "Σ", 0x53: "Σ", 0xD6: "√",
    0xB7: "•", 0x2D: "−", 0x2B: "+", 0x3D: "=", 0x25: "%", 0x28: "(", 0x29: ")", 0xA5: "∞", 0xB0: "°",
}  # fmt: skip
_WINGDINGS = {
    0xA7: "•", 0xD8: "•", 0x6C: "•", 0x6E: "•", 0x71: "•", 0x76: "•", 0xFC: "✓", 0xFB: "✗", 0xFD: "☒", 0xFE: "☑",
    0xA8: "☐", 0xE0: "→", 0x2D: "-",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0xA3: "☐", 0x97: "•", 0x98: "•"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": {}, "webdings": {}}
#: What people type for a sign that their keyboard lacks: another one, underlined.
UNDERLINED = {">": "≥", "<": "≤"}
_RAISED = str.maketrans("0123456789()+-=n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁼ⁿ")
#: Letters stand alone as the mark of a note.
_LETTERED = dict(zip("abcdef", "ᵃᵇᶜᵈᵉᶠ", strict=True))


def symbol(code: int) -> str:
    """The sign that a code for private use has in Symbol, empty where it has none. A PDF tells no font; the signs that
    Wingdings has for these codes print in no decree.

    >>> symbol(0xF0B3), symbol(0xF0FC)
    ('≥', '')
    """
    return _SYMBOL.get(code - 0xF000, "")


def is_symbolic(font: str) -> bool:
    """Are the letters of a font signs?"""
    return font.lower() in _FONTS


def readable(text: str, font: str) -> str:
    """The text with the signs that this font has for its codes; others stay as they are. A font of signs has them for
    plain letters beyond those of ASCII as well: `ü` in Wingdings is a tick.

    >>> readable("Nilai \\uf0b3 80", "Symbol"), readable("ü", "Wingdings"), readable("ü", "Arial")
    ('Nilai ≥ 80', '✓', 'ü')
    """
    signs = _FONTS.get(font.lower(), _SYMBOL)
    letters = seen_letters(text)
    if is_symbolic(font):
        letters = "".join(chr(0xF000 + ord(c)) if "\x80" <= c <= "\xff" else c for c in letters)
    return "".join(signs.get(ord(c) - 0xF000, c) if "\uf000" <= c <= "\uf0ff" else c for c in letters)


def raised(text: str) -> str:
    """The text in raised figures, or one raised letter; empty where Unicode has none for one of its letters.

    >>> raised("12)"), raised("a)"), raised("ke-2")
    ('¹²⁾', 'ᵃ⁾', '')
    """
    made = _LETTERED.get(text[:1], text[:1].translate(_RAISED)) + text[1:].translate(_RAISED)
    return "" if any(a == b for a, b in zip(made, text, strict=True)) else made
