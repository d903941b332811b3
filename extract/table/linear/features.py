"""The features of the table model: every name that may have a weight in model.json, and what it says.

A gap's features (evidence.py, wrap.py) speak for a boundary there, by part and role; a run's (steps.py, joints.py,
grammar.py) speak for the run as it follows the one before it. Names are Indonesian: reasons.toml puts them in words.
A name that is built and not declared here, declared and never built, or without any weight fails a test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bahasa.roles import column_roles

#: Gap features that name a word; only words that several tables hold are learned.
WORD_FEATURES = ("kata=", "usai=")
_TARGET = "(angka|kata|nihil|nilai|nilai\\?|persen|satuan|satuan\\?|tanggal|uang)"
_SHAPE = "(angka|besar|kapital|kecil|nomor|nomor\\.|tanda)"
_FIT = "(\\?|jelas|nyaris|pas|lewat|lebar)"
_FORM = "(satu|banyak):(lanjut|ganti|akhir):[01]"


@dataclass(frozen=True, slots=True)
class Feature:
    """One family of names: a regular expression (`ROLE` stands for a column's role), and what it says."""

    form: str
    says: str

    def names(self, name: str) -> bool:
        """Whether a name is one of this family."""
        return _pattern(self.form).fullmatch(name) is not None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form.replace("ROLE", f"({'|'.join(column_roles())})"))


GAP_FEATURES = (
    # where it stands
    Feature("awal", "the table begins"),
    Feature("akhir", "the table ends"),
    Feature("lanjut", "inside a line"),
    Feature("renggang", "inside a line, two spaces or more"),
    Feature("ganti", "a new line"),
    Feature("baris", "a new line, in a text without blank lines between cells"),
    Feature("rapat", "a new line without a blank one before it, in a text that has them"),
    Feature("kosong2?", "a blank line before it, two or more"),
    Feature("halaman[012]\\??", "no page break, a form feed, something taken out; `?`: the source marks no pages"),
    Feature("ekor[01]", "the line before ends in a space"),
    Feature(f"muat={_FIT}", "whether the next word would have fitted the line before"),
    # the words around it
    Feature("kata=.*", "the word behind it"),
    Feature("usai=.*", "the word before it"),
    Feature(f"bentuk={_SHAPE}", "the shape of the word behind it"),
    Feature(f"usaibentuk={_SHAPE}", "the shape of the word before it"),
    Feature("jenis=(hasil|ukuran|kantor|berkas)", "what a cell that begins with the word behind it is about"),
    Feature("imbuhan=[a-z]+-[a-z]+", "the affixes of the word behind it"),
    Feature("usai[,;.:/-]", "the sign that ends the word before it"),
    Feature("(usai)?awalan=[a-z]*", "the beginning that the word behind it, or before it, is formed with"),
    Feature("(usai)?akhiran=[a-z]*", "the ending that it is formed with"),
    Feature(f"alih={_SHAPE}>{_SHAPE}:(lanjut|ganti)", "the shapes of the words around it, on one line or not"),
    Feature("(usai)?biasa=(mula|dalam|akhir):ROLE:[123]", "how the word behind or before it stands in other tables"),
    Feature("lazim", "cells of several tables print the words around it side by side"),
    Feature("sambung>", "the word behind it leaves a sentence unfinished"),
    Feature("<sambung", "the word before it leaves a sentence unfinished"),
    Feature("pasangan2?", "the words around it stand side by side elsewhere, once or oftener"),
    Feature("kembar", "the words around it are the same"),
    # what a table prints again
    Feature("(kembali|kembali\\?|cermin)>", "words begin that rows begin with alike, or that come again near behind"),
    Feature("<(kembali|kembali\\?|cermin)", "such words ended"),
    Feature("kembali|kembali\\?|cermin", "inside such words"),
    # targets and phrases
    Feature(f"target>{_TARGET}", "a target begins"),
    Feature(f"<target {_TARGET}", "a target ended"),
    Feature("target", "inside a target"),
    Feature("frasa>", "a known phrase begins"),
    Feature("<frasa", "a known phrase ended"),
    Feature("frasa", "inside a known phrase"),
    Feature("pangkal>", "the beginning of a phrase that is cut begins"),
    Feature("<pangkal", "the beginning of a phrase that is cut ended"),
    Feature("ujung>", "the end of a phrase that is cut begins"),
    Feature("<ujung", "the end of a phrase that is cut ended"),
)

RUN_FEATURES = (
    # the step to it (steps.py)
    Feature("langkah=sama", "the next cell of the row"),
    Feature("lewat=ROLE", "a cell passed over between two others"),
    Feature("tanpa=ROLE", "a cell that a row lacks at its beginning"),
    Feature("kurang=ROLE", "a cell that a row lacks at its end"),
    Feature("awaltanpa=ROLE", "a cell that the table's first row lacks"),
    Feature("baris>ROLE", "a row begins with this column"),
    Feature("baris<ROLE", "a row ended with this column"),
    Feature("usaisambung<ROLE", "a row ended with the rest of this column behind a page break"),
    Feature("sambung=ROLE", "a cell of this column goes on behind a page break"),
    Feature("baru=ROLE", "a cell of this column begins behind a page break that cut its row"),
    Feature(f"susun(baris|sambung|baru)?={_FORM}", "lines of the run before : kind of gap : behind a page break"),
    Feature("tegak=(atas|tengah|lain|\\?):(satu|banyak):(satu|banyak):(lanjut|ganti)", "how cells stand : lines : gap"),
    Feature("belah=[012]:[012]:[01][01]", "a page cuts the row: page mark : blank lines : marks and blank lines known"),
    Feature("belah<ROLE", "the page cuts the row behind this column"),
    Feature("belahkurang=ROLE", "the row that is cut lacks this column"),
    # a cell that goes on (joints.py)
    Feature(f"sambungmuat={_FIT}", "whether its next word would have fitted the line before the break"),
    Feature("sambungpasangan=[01][01]", "its words around the break stand side by side in the table, in the document"),
    Feature("sambungdasar=[012]", "so many lines (2: or more) above the page's bottom the cell ended"),
    Feature("sambungulang", "it begins with words that stand before the break"),
    Feature("sambungkata", "a word at the break leaves a sentence unfinished"),
    # the run as a whole (grammar.py)
    Feature("panjang=ROLE:(0|1|2|3|4|6|10|20|40)", "its length in words, at least"),
    Feature("kurung=(biasa|sambung):(rapi|buka|tutup)", "its brackets"),
    Feature("ulang", "two words come twice in it"),
    Feature("sejajar", "a rest that ends as the one before it"),
    Feature("nomor=(bukan|sama|berikut|lain)", "what its number counts"),
    Feature(f"target=({_TARGET}|bukan|sebagian)", "the kind of target that it is"),
    Feature("sambungtarget=[01]", "whether it is a target together with its words before the break"),
    Feature("satuan=(kata|lain|tanda)", "whether a unit of measure is a word, or begins without a letter"),
    Feature("(sambung)?frasa=ROLE:(utuh|lain)", "whether it is a known phrase"),
)
