"""Is a line set like a title?"""

from __future__ import annotations

from bahasa.function_words import function_words


def title_like(text: str) -> bool:
    """Whether a line may belong to a title: capitals, or each word but the smallest with a capital."""
    words = text.split()
    if not words or len(words) > 16 or text.rstrip().endswith(";"):
        return False
    letters = [character for character in text if character.isalpha()]
    if sum(map(str.isupper, letters)) >= 0.8 * len(letters):
        return True
    return all(not word[0].islower() or word in function_words("kecil") for word in words)
