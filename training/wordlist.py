"""`python -m training.wordlist id_ID.dic bahasa/kamus.txt`: the dictionary's word list from hunspell's Indonesian one.

Input: hunspell's `id_ID.dic` (a count, then one entry a line, `word/flags`), which Debian has in the package
hunspell-id; the word of each line is taken, its flags are not: bahasa/morphology.py knows the affixes. Output: one word
a line, in lower case, sorted. Left out are what is no word by itself (`-nda`, `adi-`), what is misprinted there
(`cerowoK`, `bersutM0`: flags without their stroke), and words of one or two letters: names of letters and interjections
(`ef`, `oh`), which would make a word of any rest that a line or a slip cuts off.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_ENTRY = re.compile(r"[A-Za-z][a-z]*(?:-[A-Za-z]?[a-z]+)*")
_SHORTEST = 3


def listed_words(entries: Iterable[str]) -> Iterator[str]:
    """The words of a `.dic` file's lines (`abadi/DkMkO0k0nl` -> `abadi`), in lower case, as they come."""
    for entry in entries:
        word = entry.split("/")[0].strip()
        if len(word) >= _SHORTEST and _ENTRY.fullmatch(word):
            yield word.lower()


def main() -> None:
    """The command line: writes the list, and prints what bahasa/kamus.toml says of it."""
    source, target = map(Path, sys.argv[1:])
    original = source.read_bytes()
    words = sorted(set(listed_words(original.decode("utf-8").splitlines())))
    made = "".join(f"{word}\n" for word in words).encode()
    target.write_bytes(made)
    print(f'sha256_sumber = "{hashlib.sha256(original).hexdigest()}"')
    print(f'sha256 = "{hashlib.sha256(made).hexdigest()}"')
    print(f"jumlah = {len(words)}")


if __name__ == "__main__":
    main()
