"""Lines `label : value` above tables -> which field of a block each label opens, by all prints of it in the document.

Input: the texts above each table. Output: for each label the part that it opens (`pemangku`, `identitas`, `tugas`,
`fungsi`, `tujuan`, `lain`) with its probability. No list of labels decides. The labels of a head are decided together,
as the columns of a table are: its blocks are the rows. A holder is named by an office or stands first, a unit by a
kind of unit, a tugas is a sentence that begins with what somebody does, fungsi are a list; the label's own words, and
the part that the vocabulary knows for them, are evidence beside these.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from bahasa.labels import labels_at, says_holder, word_part
from bahasa.openers import says_when, tugas_openers
from bahasa.parts import PartName, filled_parts, head_labels
from bahasa.signs import SignKind, shows
from bahasa.units import begins_with, unit_nouns
from extract.table.meaning.evidence import heading_parts, share_steps, squashed, value_steps
from extract.table.meaning.joint import decided_jointly

#: Part of what is none of a block's fields (`Nomor : 800/12`).
OTHER_PART: Final = "lain"
#: The parts that a line `label : value` may open.
FIELDS: tuple[PartName, ...] = (*head_labels(), OTHER_PART)
#: Lines below a label that are looked at, and above a table.
LINES, _REACH = 6, 60
# `Jabatan Struktural : Kepala Bidang`, `2. Ringkasan Tugas :`; `A. Nomenklatur  : ...`; `Jabatan [Eselon/JF] : ...`;
# `URAIAN TUGAS | Memimpin ...`. What ends a label is looked for first: most lines have none, and in how many ways their
# words could be a label needn't be tried
FORM = re.compile(
    r"(?=[^:：\t]*[:：\t])\s*(?P<nomor>(?:\d{1,2}|[A-Z]|[IVX]{1,4})(?:[.)]\s*|\s{3,})|[a-j][.)]\s+)?"
    r"(?P<label>[A-Z][^\W\d_]*(?:[ /.&()\[\]-]{1,3}[^\W\d_]+){0,5}[.)\]]?)\s*(?:[.…_]{3,}\s*)?"
    r"(?:[:：]|\t)\s*(?P<nilai>.*)$"
)
# `tugas (Perbup SOTK) : ...`: a label without a capital, where heads print it again and again
_SMALL = re.compile(FORM.pattern.replace("(?P<label>[A-Z]", "(?P<label>[a-z]"))
#: What an item of a list begins with.
LIST_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]|[-•*–])(?:\s|$)")
_NUMBERED = re.compile(r"\d{3,}|\d+/\d*|(?:19|20)\d\d")
#: What of a label's values speaks for the labels beside it.
_BESIDE = ("n:kerja", "n:jabatan", "n:unit", "n:daftar")
#: Of titles that most heads share, one that few of them have names who holds it (one unit may hold two).
_MOST, _SELDOM, _FEWEST = 0.6, 0.4, 3
#: So sure is a label by its word and its values.
_WORDED = 0.96
#: A label opens nothing, but hardly so, where it is less sure of that; so sure is one by its word alone.
_UNSURE = 0.7


class SeenField(NamedTuple):
    """A label and its value as printed, and the lines below them."""

    label: str
    value: str
    below: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What two prints of one label share."""
        return squashed(self.label)


class SeenHead(NamedTuple):
    """The labels above one table, top to bottom, and the lines above the first."""

    fields: tuple[SeenField, ...]
    titles: tuple[str, ...] = ()


class LabelPart(NamedTuple):
    """The part that a label opens, and the probability of that."""

    part: PartName
    sure: float


def may_label(text: str) -> bool:
    """May a line be `label : value` by its form?"""
    return _ends_label(text) and (FORM.match(text) is not None or _SMALL.match(text) is not None)


def _ends_label(text: str) -> bool:
    """Has a line what ends a label? Most have none: to ask so costs less than an expression."""
    return ":" in text or "\t" in text or "：" in text


def label_form(text: str, small: frozenset[str]) -> re.Match[str] | None:
    """The label and value of a line; `small` are the labels without a capital, by their keys."""
    match = (FORM.match(text) or _SMALL.match(text)) if _ends_label(text) else None
    return match if match and (match["label"][0].isupper() or squashed(match["label"]) in small) else None


def small_labels(above: Sequence[Sequence[str]]) -> frozenset[str]:
    """The keys of labels without a capital: what stands above most of the tables that have a head. A sentence that was
    wrapped (`yang meliputi : ...`) is not printed so often."""
    above = [[text for text in texts if _ends_label(text)] for texts in above]
    heads = [texts for texts in above if any(map(FORM.match, texts))]
    found = ({squashed(match["label"]) for text in texts if (match := _SMALL.match(text))} for texts in heads)
    counts = Counter(key for keys in found for key in keys)
    return frozenset(key for key, count in counts.items() if count > 1 and count >= _MOST * len(heads))


def heads_in(texts: Sequence[str], small: frozenset[str] = frozenset()) -> list[SeenHead]:
    """The heads in the lines above one table: a label that is printed again begins another one (the parties of a
    letter). `small`: see `label_form`."""
    texts = texts[-_REACH:]
    heads: list[list[SeenField]] = []
    titles: list[str] = []
    for at, text in enumerate(texts):
        match = label_form(text, small)
        if match is None:
            if not heads:
                titles.append(text.strip())
            continue
        seen = SeenField(match["label"], match["nilai"].strip(), tuple(texts[at + 1 : at + 1 + LINES]))
        if not heads or any(seen.key == own.key for own in heads[-1]):
            heads.append([])
        heads[-1].append(seen)
    return [SeenHead(tuple(fields), tuple(titles) if not i else ()) for i, fields in enumerate(heads)]


def label_parts(heads: Sequence[SeenHead]) -> dict[str, LabelPart]:
    """The part of each label, by its key: as its likeliest head has it."""
    prints: dict[str, list[SeenField]] = defaultdict(list)
    for head in heads:
        for seen in head.fields:
            prints[seen.key].append(seen)
    titled = titled_heads([head.titles for head in heads])
    alike = Counter((tuple(seen.key for seen in head.fields), named) for head, named in zip(heads, titled, strict=True))
    found: dict[str, LabelPart] = {}
    for (keys, named), _ in alike.most_common():
        labels = [prints[key] for key in keys]
        for key, part in zip(keys, _decided(labels, len(heads), named), strict=True):
            found.setdefault(key, part)
    return found | _worded_holder(found, prints) | _worded_texts(found, prints)


def _worded_holder(found: Mapping[str, LabelPart], prints: Mapping[str, Sequence[SeenField]]) -> dict[str, LabelPart]:
    """The label with the word for a holder whose values are offices each time (`Pemangku Jabatan | Inspektur`), where
    that of no holder has an office beside it (`Perangkat Daerah | Inspektorat`)."""

    def has_offices(key: str) -> bool:
        return all(names_office(seen.value) for seen in prints[key])

    if any(part.part == "pemangku" and has_offices(key) for key, part in found.items()):
        return {}
    worded = (key for key in found if says_holder(prints[key][0].label) and has_offices(key))
    key = next(worded, None)
    return {} if key is None else {key: LabelPart("pemangku", _WORDED)}


def _worded_texts(found: Mapping[str, LabelPart], prints: Mapping[str, Sequence[SeenField]]) -> dict[str, LabelPart]:
    """The tugas or fungsi that no label opens, where one that seems to open nothing, with a value each time, begins
    with the word for it (`Tugas Utama : Asuhan keperawatan`; not `Nomor Surat Tugas : 800/12`), or is hardly sure and
    has that word."""
    opened = {part.part for part in found.values()}
    worded: dict[str, LabelPart] = {}
    for key in (key for key, part in found.items() if part.part == OTHER_PART):
        label = prints[key][0].label
        part = word_part(label if found[key].sure < _UNSURE else label.split()[0], *filled_parts())
        if part and part not in opened and all(seen.value for seen in prints[key]):
            worded[key] = LabelPart(part, _UNSURE)
    return worded


def titled_heads(titles: Sequence[Sequence[str]]) -> list[bool]:
    """For each head: do its titles name its holder?"""
    return [bool(lines) for lines in own_titles(titles)]


def own_titles(titles: Sequence[Sequence[str]]) -> list[list[str]]:
    """For each head the lines of its titles that name its holder: where heads share their titles those that few of
    them have, else those that name an office."""
    counts = Counter(line for lines in titles for line in set(lines))
    shared = len(titles) >= _FEWEST and max(counts.values(), default=0) >= _MOST * len(titles)
    few = _SELDOM * len(titles)
    return [[line for line in lines if (counts[line] <= few if shared else names_office(line))] for lines in titles]


def _decided(labels: Sequence[Sequence[SeenField]], heads: int, named: bool) -> list[LabelPart]:
    bias, weights = _weights()
    scores = []
    for names in label_evidence(labels, heads, named):
        sums = list(bias)
        for name in names:
            for k, weight in enumerate(weights.get(name, ())):
                sums[k] += weight
        scores.append([total / 100 for total in sums])
    once = [part not in ("identitas", OTHER_PART) for part in FIELDS]
    best, shares = decided_jointly(scores, once)
    return [LabelPart(FIELDS[k], own[k]) for k, own in zip(best, shares, strict=True)]


def label_evidence(labels: Sequence[Sequence[SeenField]], heads: int, named: bool) -> list[frozenset[str]]:
    """What speaks for the field that each label of a head opens, top to bottom. `labels` has all prints of each in the
    document, `heads` is how many heads there are, `named` whether the titles name the holder."""
    values = [frozenset(_values(prints)) for prints in labels]
    found = []
    for i, prints in enumerate(labels):
        names = {*heading_parts("l", prints[0].key), *_known(prints[0].label), *values[i]}
        names |= set(_place(i, len(labels)))
        names |= set(share_steps("s:", min(1.0, len(prints) / heads)))
        if named:
            names |= {"t:judul menyebut pemangku"}
        for side, k in (("atas", i - 1), ("bawah", i + 1)):
            if 0 <= k < len(labels):
                names |= {f"{side}:{name}" for name in values[k] if name.startswith(_BESIDE)}
        found.append(frozenset(names))
    return found


def _known(label: str) -> Iterator[str]:
    """The parts that the vocabulary knows for a label."""
    line = f"{label} :"
    for part in head_labels():
        if any(known.pattern.fullmatch(line) for known in labels_at(line, part)):
            yield f"k:{part}"


def _place(i: int, count: int) -> Iterator[str]:
    if i < 4:
        yield f"p:{i}"
    if i >= count - 2:
        yield f"p:{i - count}"
    if count == 1:
        yield "p:satu-satunya"


def _values(prints: Sequence[SeenField]) -> Iterator[str]:
    """What stands beside and below a label, by the share of its prints."""
    counts = Counter(name for seen in prints for name in {*_value(seen)})
    for name, count in counts.items():
        yield from share_steps(name, count / len(prints))
    if len(prints) > 1:
        yield from share_steps("c:berbeda", len({seen.value for seen in prints}) / len(prints))


_SIGNS: tuple[SignKind, ...] = ("kerja", "jabatan", "unit", "upaya")


def _value(seen: SeenField) -> Iterator[str]:
    value = seen.value
    first = value or (seen.below[0].strip() if seen.below else "")
    yield "n:ada" if value else "n:di bawah"
    if LIST_ITEM.match(first):
        yield "n:daftar"
        first = LIST_ITEM.sub("", first).strip()
    words = first.split()
    yield from (f"n:{kind}" for kind in _SIGNS if shows(kind, first))
    if _NUMBERED.search(first):
        yield "n:angka"
    yield from value_steps("n:kata", len(words), (0, 1, 3, 6, 9))
    if words and all(word[0].isupper() or len(word) < 4 for word in words):
        yield "n:huruf judul"
    if first.isupper():
        yield "n:kapital"
    if first.endswith((".", ";")):
        yield "n:kalimat"
    yield from _below(seen.below)


def _below(lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        yield "b:tidak ada"
        return
    if sum(bool(LIST_ITEM.match(line)) for line in lines) > 1:
        yield "b:daftar"
    yield "b:label" if FORM.match(lines[0]) else "b:lanjut" if lines[0].strip()[:1].islower() else "b:lain"


def names_office(text: str) -> bool:
    """Does a text begin like the name of a jabatan (`KEPALA BIDANG MUTASI`, `Pengelola Data`), not of a unit?"""
    named = shows("jabatan", text.strip()) and not says_when(text)
    # `PERUMDA AIR MINUM ...` begins like `Perawat` or `Pengelola` does
    return named and not begins_with(text, unit_nouns(referred=False))


def says_tugas(text: str) -> bool:
    """Does a text begin with what somebody does (`Melaksanakan urusan mutasi`, `Mengelola arsip`)?"""
    return tugas_openers().match(text) is not None or shows("kerja", text.strip())


@cache
def _weights() -> tuple[tuple[int, ...], dict[str, tuple[int, ...]]]:
    data = json.loads(files("extract.table.meaning").joinpath("fields.json").read_text(encoding="utf-8"))
    return tuple(data["bias"]), {name: tuple(row) for name, row in data["weights"].items()}
