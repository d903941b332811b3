"""The language of decrees for spaCy: `spacy.blank("id_hukum")`.

spaCy finds it by the entry points of `pyproject.toml`. Its own Indonesian has 3,900 exceptions for its tokenizer,
which take 1.7 s to load; here the few that decrees need come from the vocabularies: abbreviations with a full stop. A
number is parted from what is printed right behind it (`3dokumen`, `95%`, `Rp1.250`), and the number of a regulation at
its slashes (`188/KEP-10/2021`).
"""

from __future__ import annotations

from spacy.attrs import LIKE_NUM
from spacy.lang.punctuation import TOKENIZER_INFIXES, TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.language import BaseDefaults, Language
from spacy.util import registry

from bahasa.data import entries_of
from bahasa.function_words import function_words
from bahasa.number import read_words


def _abbreviations() -> dict[str, list[dict[str, str]]]:
    """Words with a full stop that is no end of a sentence, as they may be printed (`dok.`, `Dok.`, `DOK.`)."""
    units = (form for entry in entries_of("satuan", "satuan") for form in entry.get("singkatan", ()))
    months = (form for entry in entries_of("tanggal", "bulan") for form in entry["bentuk"] if len(form) <= 4)
    others = (entry["kata"] for entry in entries_of("singkatan", "titik"))
    words = {f"{word}." for form in (*units, *months, *others) for word in (form, form.title(), form.upper())}
    return {word: [{"ORTH": word}] for word in sorted(words) if " " not in word}


def _like_number(text: str) -> bool:
    return text.strip(".,-%").replace(".", "").replace(",", "").isdecimal() or read_words(text) is not None


class LegalDefaults(BaseDefaults):
    """What the tokenizer of the language of decrees knows."""

    tokenizer_exceptions = _abbreviations()
    prefixes = (*TOKENIZER_PREFIXES, r"[Rr][Pp]\.?(?=\d)", r"[≤≥<>±](?=\s*\d)")
    suffixes = (*TOKENIZER_SUFFIXES, r"(?<=\d)[^\W\d_]{2,}", r"(?<=\d)%", r"(?<=\d),-")
    infixes = (*TOKENIZER_INFIXES, r"(?<=[\w.])/(?=\w)", r"(?<=\d)(?=[^\W\d_]{3,})")
    stop_words = set(function_words("henti"))  # noqa: RUF012  spaCy's own shape
    lex_attr_getters = {LIKE_NUM: _like_number}  # noqa: RUF012
    url_match = None


@registry.languages("id_hukum")
class LegalIndonesian(Language):  # type: ignore[no-untyped-call]
    """`spacy.blank("id_hukum")`."""

    lang = "id_hukum"
    Defaults = LegalDefaults
