"""Letters of symbol fonts, which Word and its PDFs keep as codes from U+F000 on (private use): their signs."""

from __future__ import annotations

from bahasa.fold import upright_letters

#: Adobe's encoding of Symbol: the signs that formulas and lists use.
_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xB9: "≠", 0xBB: "≈", 0xE5: "Σ", 0x53: "Σ", 0xD6: "√",
    0xB7: "•", 0x2D: "−", 0x2B: "+", 0x3D: "=", 0x25: "%", 0x28: "(", 0x29: ")", 0xA5: "∞", 0xB0: "°",
}  # fmt: skip
_WINGDINGS = {0xA7: "•", 0xD8: "•", 0x6C: "•", 0x6E: "•", 0x71: "•", 0x76: "•", 0xFC: "✓", 0xE0: "→", 0x2D: "-"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(code: int) -> str:
    """The sign that a code for private use has in Symbol, empty where it has none. A PDF tells no font; the signs that
    Wingdings has for these codes print in no decree.

    >>> symbol(0xF0B3), symbol(0xF0FC)
    ('≥', '')
    """
    return _SYMBOL.get(code - 0xF000, "")


def readable(text: str, font: str) -> str:
    """The text with the signs that this font has for its codes; others stay as they are.

    >>> readable("Nilai \\uf0b3 80", "Symbol")
    'Nilai ≥ 80'
    """
    signs = _FONTS.get(font.lower(), _SYMBOL)
    letters = upright_letters(text)
    return "".join(signs.get(ord(c) - 0xF000, c) if "\uf000" <= c <= "\uf0ff" else c for c in letters)
