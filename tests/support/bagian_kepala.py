"""The parts of a drawn head: its fields by their carrier, sentences of tugas and fungsi, and the list of fungsi."""

from __future__ import annotations

from typing import Any

from isi_jabatan import Isi
from ketikan import Baris, Ketikan
from rupa_kepala import Rupa

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
#: Points below an item, for lists of two levels.
_BELOW = ("bahan koordinasi dengan mitra", "laporan berkala kepada pimpinan")
#: The label of duties that are no tugas of the jabatan.
ADDED = "Tugas Tambahan"
#: What may stand behind a jabatan.
ECHELON = " (Eselon III.b)"
Fields = list[tuple[str, list[Baris]]]


def numbered(form: str, at: int) -> str:
    """The number at this place (from 0) in a form (`a)`, `I.`, `(1)`), or a bullet."""
    number = {"1": str(at + 1), "a": "abcdefghij"[at % 10], "A": "ABCDEFGHIJ"[at % 10], "I": _ROMAN[at % 9]}
    number["i"] = _ROMAN[at % 9].lower()
    for sign, written in number.items():
        if sign in form:
            return form.replace(sign, written)
    return form


def fungsi_lines(page: Ketikan, rupa: Rupa, isi: Isi) -> tuple[list[Baris], tuple[str, ...]]:
    """The list as it is set, and its texts in reading order."""
    stops = [rupa.stop] * (len(isi.fungsi) - 1) + ["." if rupa.stop else ""]
    if rupa.stop == ";" and len(stops) > 1:
        stops[-2] = "; dan" if rupa.counted else ";"
    texts = [f"{text}{stop}" for text, stop in zip(isi.fungsi, stops, strict=True)]
    if rupa.nested and rupa.mark not in ("", "-", "•", "–", "➢", "word •"):
        return _nested(page, rupa, texts)
    if rupa.mark.startswith("word"):
        listed = _word_list(page, rupa.mark)
        return [Baris(text, listed) for text in texts], tuple(texts)
    return [Baris(f"{numbered(rupa.mark, at)} {text}".strip()) for at, text in enumerate(texts)], tuple(texts)


def _word_list(page: Ketikan, mark: str) -> int:
    form = {"word a.": ("lowerLetter", "%1."), "word 1)": ("decimal", "%1)"), "word •": ("bullet", "•")}[mark]
    return page.new_list([form, ("decimal", "%2)")])


def _nested(page: Ketikan, rupa: Rupa, texts: list[str]) -> tuple[list[Baris], tuple[str, ...]]:
    """The first item with points of its own."""
    first = f"{texts[0].rstrip(';.,')}, meliputi:"
    below = [f"{text};" for text in _BELOW]
    word = rupa.mark.startswith("word")
    listed = _word_list(page, rupa.mark) if word else 0
    form = "1)" if "1" not in rupa.mark or word else "a)"
    marks = ["" if word else f"{numbered(rupa.mark, at)} " for at in range(len(texts))]
    points = ["" if word else f"{numbered(form, at)} " for at in range(len(below))]
    lines = [Baris(marks[0] + first, listed)]
    lines += [Baris(point + text, listed, 1) for point, text in zip(points, below, strict=True)]
    lines += [Baris(mark + text, listed) for mark, text in zip(marks[1:], texts[1:], strict=True)]
    whole = " ".join([first, *(f"{numbered(form, at)} {text}" for at, text in enumerate(below))])
    return lines, (whole, *texts[1:])


def fields_of(rupa: Rupa, isi: Isi, items: list[Baris], own: str | None) -> Fields:
    """The labels of the head with their values, in the order in which they are printed."""
    written = str.upper if rupa.upper else str
    held = (
        [(rupa.labels[0], [Baris(written(isi.jabatan + (ECHELON if rupa.echelon else "")))])]
        if rupa.place == "label"
        else []
    )
    unit = [(rupa.labels[1], [Baris(written(isi.unit))])] if rupa.unit and not own else []
    fields = unit + held if rupa.unit_first else held + unit
    if rupa.tugas_in == "label":
        fields.append((rupa.labels[2], [Baris(isi.tugas)]))
    if rupa.fungsi_in == "label":
        fields.append((rupa.labels[3], items))
    if rupa.others == "before":
        fields = [("Nama", [Baris("Citra Maheswari")]), ("NIP", [Baris("197503021999031004")]), *fields]
    elif rupa.others == "added" and rupa.fungsi_in == "label":
        fields.append((ADDED, [Baris("1. anggota tim pengadaan"), Baris("2. pengurus barang")]))
    elif rupa.others and held:
        more = ("Kelas Jabatan", "9") if rupa.others == "behind" else ("Atasan Langsung", "Sekretaris Daerah")
        fields.insert(len(unit + held), (more[0], [Baris(more[1])]))
    return fields


def set_fields(page: Ketikan, rupa: Rupa, fields: Fields, above: int = 0, made: Any = None) -> None:
    """Prints the fields by their carrier, numbered from those `above`; `made` is the table that they stand in."""
    labels = [f"{numbered(rupa.number, at)} {label}".strip() for at, (label, _) in enumerate(fields, above)]
    labelled = [(label, value) for label, (_, value) in zip(labels, fields, strict=True)]
    if not fields:
        return
    if rupa.carrier == "sections":
        _sections(page, rupa, fields)
    elif made is not None:
        _in_table(page, rupa, labelled, made)
    elif rupa.carrier in ("colon", "tabs", "wide tabs", "leader", "own line", "capitals over", "spaces"):
        for label, value in labelled:
            _line(page, rupa, label, value)
    else:
        _in_grid(page, rupa, fields, labelled)


def _sections(page: Ketikan, rupa: Rupa, fields: Fields) -> None:
    """Points with points below them: who it is, then what he does."""
    duties = {rupa.labels[2], rupa.labels[3], ADDED}
    who, what = ([one for one in fields if (one[0] in duties) == told] for told in (False, True))
    for head, part in (("A. IDENTITAS JABATAN", who), ("B. TUGAS DAN FUNGSI", what)):
        if part:
            page.lines(head, bold="bold" in rupa.letter)
        for at, (label, value) in enumerate(part, 1):
            _line(page, rupa, f"{at}. {label}", value)


def _line(page: Ketikan, rupa: Rupa, label: str, value: list[Baris]) -> None:
    bold = "bold" in rupa.letter
    if rupa.carrier in ("own line", "capitals over"):
        page.lines(f"{label} :" if rupa.carrier == "own line" else label.upper(), bold=bold)
        page.lines(value)
        return
    between = {
        "tabs": "\t: ",
        "wide tabs": "\t\t\t: ",
        "leader": f" {'.' * 14} : ",
        "spaces": f"{' ' * max(1, 24 - len(label))}: ",
    }.get(rupa.carrier, f"{rupa.colon or ' :'} ")
    if len(value) == 1 and not value[0].listed:
        page.lines(f"{label}{between}{value[0].text}")
    elif value[0].listed or not rupa.merged:
        page.lines(f"{label}{between}".rstrip(" "))
        page.lines(value)
    else:
        behind = "\t\t\t  " if rupa.carrier == "wide tabs" else ""
        page.lines(f"{label}{between}{value[0].text}")
        page.lines([Baris(f"{behind}{line.text}") for line in value[1:]])


def _in_table(page: Ketikan, rupa: Rupa, labelled: Fields, made: Any) -> None:
    """Bands of the table of indicators: one cell over all columns, or a label's and a value's."""
    count = len(made.columns)
    for label, value in labelled:
        if rupa.carrier == "in table 2":
            page.row(made, [f"{label}{rupa.colon}", value], [2, count - 2])
        elif len(value) == 1 and not value[0].listed:
            page.row(made, [f"{label} : {value[0].text}"], [count])
        else:
            page.row(made, [[Baris(f"{label} :"), *value]], [count])


def _in_grid(page: Ketikan, rupa: Rupa, fields: Fields, labelled: Fields) -> None:
    carrier, colon = rupa.carrier, rupa.colon
    if carrier in ("grid 2", "grid rows", "across"):
        made = page.grid([], 4 if carrier == "across" else 2)
        _pairs(page, rupa, labelled, made)
    elif carrier == "grid 3":
        page.grid([[label, ":", value] for label, value in labelled])
    elif carrier == "grid 4":
        page.grid([[numbered(rupa.number or "1.", at), label, ":", value] for at, (label, value) in enumerate(fields)])
    elif carrier == "numbers in cells":
        _numbers_in_cells(page, rupa, labelled)
    elif carrier == "split row":
        _split_row(page, labelled)
    elif carrier == "captions over":
        page.grid([[label for label, _ in fields], [value for _, value in fields]])
    elif rupa.merged:
        page.grid([[one] for label, value in labelled for one in (label.upper(), value)])
    else:
        page.grid([[[Baris(f"{label}{colon or ' :'} {value[0].text}" if not value[0].listed else f"{label} :"),
                     *(value if value[0].listed else value[1:])]] for label, value in labelled])  # fmt: skip
    page.lines("")


def _pairs(page: Ketikan, rupa: Rupa, labelled: Fields, made: Any) -> None:
    """Label and value in cells beside each other; `across` sets the first two side by side."""
    rest = labelled
    if rupa.carrier == "across":
        if len(labelled) > 1 and all(len(value) == 1 for _, value in labelled[:2]):
            page.row(made, [part for label, value in labelled[:2] for part in (label, value)])
            rest = labelled[2:]
        for label, value in rest:
            page.row(made, [label, value], [1, 3])
        return
    for label, value in labelled:
        if rupa.carrier == "grid rows" and len(value) > 1:
            for at, line in enumerate(value):
                page.row(made, ["" if at else f"{label}{rupa.colon}", [line]])
        else:
            page.row(made, [f"{label}{rupa.colon}", value])


def _split_row(page: Ketikan, labelled: Fields) -> None:
    """The first two labels with their values in cells side by side, each of the others over both."""
    made = page.grid([], 2)
    short = all(len(value) == 1 for _, value in labelled[:2]) and len(labelled) > 1
    if short:
        page.row(made, [f"{label} : {value[0].text}" for label, value in labelled[:2]])
    for label, value in labelled[2 * short :]:
        single = len(value) == 1 and not value[0].listed
        page.row(made, [f"{label} : {value[0].text}" if single else [Baris(f"{label} :"), *value]], [2])


def _numbers_in_cells(page: Ketikan, rupa: Rupa, labelled: Fields) -> None:
    """The number of an item in a cell of its own, the label merged over all items."""
    made = page.grid([], 3)
    for label, value in labelled:
        if len(value) == 1 or value[0].listed or not rupa.mark or rupa.nested:
            page.row(made, [label, value], [1, 2])
            continue
        rows = [page.row(made, [label if not at else "", *line.text.split(" ", 1)]) for at, line in enumerate(value)]
        page.fill(rows[0].cells[0].merge(rows[-1].cells[0]), label)


_TUGAS = ("mempunyai tugas", "bertugas", "mempunyai tugas pokok", "adalah unsur pelaksana yang mempunyai tugas")
_FUNGSI = (
    "Dalam melaksanakan tugasnya, {} menyelenggarakan fungsi:",
    "Untuk melaksanakan tugas sebagaimana dimaksud di atas, {} mempunyai fungsi :",
    "{} menyelenggarakan fungsi sebagai berikut:",
    "Dalam menjalankan tugas tersebut, {} melaksanakan fungsi:",
)


def set_sentences(page: Ketikan, rupa: Rupa, isi: Isi, items: list[Baris]) -> None:
    """Tugas and fungsi in the words of a regulation."""
    if rupa.tugas_in == "sentence":
        page.lines(f"{isi.jabatan} {_TUGAS[rupa.wording]} {isi.tugas}.")
    if rupa.fungsi_in == "sentence":
        page.lines(_FUNGSI[rupa.wording].format(isi.jabatan))
        page.lines(items)


def side_by_side(page: Ketikan, rupa: Rupa, isi: Isi, items: list[Baris]) -> None:
    """Fungsi in a column beside the tugas, or in a box of its own where the tugas stands elsewhere."""
    if rupa.fungsi_in == "listed":
        page.grid([["No", rupa.labels[3]], *([f"{at}.", text] for at, text in enumerate(isi.fungsi, 1))])
        page.lines("")
    if rupa.fungsi_in != "side":
        return
    if rupa.tugas_in == "side":
        page.grid([[rupa.labels[2], rupa.labels[3]], [isi.tugas, items]])
    else:
        page.grid([[rupa.labels[3]], [items]])
    page.lines("")
