"""Whatever two decrees say: the counts add up, the diff applied to the old gives the new, and ids stay apart."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from labelled import HEADINGS, SOURCE, block, items, text
from test_diff_revisi import adds_up

from katalog.assemble.catalogue import assemble
from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.compare.match.carry import carry
from katalog.front import diff
from katalog.store.integrity import all_ids
from schemas.catalogue import Catalogue
from schemas.decree import Cell, Decree, Diktum, Heading, Lampiran, NormalizedDecree, Preamble, Row, Text

#: Few words, so that texts repeat, resemble each other and collide.
WORDS = ["Jumlah", "dokumen", "laporan", "gaji", "cuti", "yag", "yang", "12", "13", "<b>", "", "–"]
#: Often nothing at all, so that rows without any text are found as well.
PHRASE = st.just("") | st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
ENTRIES = st.lists(st.fixed_dictionaries({"no": st.sampled_from(["1", "2", "a", None]), "text": PHRASE}), max_size=4)
NAMES = st.sampled_from(["Pengelola Kepegawaian", "Bendahara", "Kepala Bidang Mutasi", "Pengelola Gaji"])


def headings(others: list[str]) -> tuple[Heading, ...]:
    """Those of the Paser decree, and columns without a role."""
    named: list[tuple[str, str]] = [*HEADINGS.items(), *(("others", name) for name in others)]
    return tuple(Heading.model_validate({"role": role, "text": text(name)}) for role, name in named)


def cell(printed: str, span: str) -> Cell:
    """A cell; one that is covered or empty prints nothing."""
    return Cell.model_validate({"text": Text(as_printed=printed if span == "own" else ""), "span": span})


#: Headings of columns without a role, so that one may be another in other letters or other words.
COLUMNS = st.lists(
    st.sampled_from(["KETERANGAN", "Keterangan", "Ket.", "Bukti Dukung", "BUKTI DUKUNG", "Bukti Pendukung", "TARGET"]),
    max_size=3, unique=True,
)  # fmt: skip


@st.composite
def rows(draw: st.DrawFn, columns: list[str]) -> list[Row]:
    """A table with merged and empty cells; the first row can't be covered. A row may lack the last columns."""
    made = []
    for number in range(draw(st.integers(0, 5))):
        spans = st.sampled_from(["own", "covered", "empty"] if number else ["own", "empty"])
        cells: dict[str, Any] = {
            "no": cell(str(number + 1), "own"),
            "sasaran": cell(draw(PHRASE), draw(spans)),
            "indikator": cell(draw(PHRASE), "own"),
            "target": cell(draw(PHRASE), "own"),
            "sumber_data": cell(draw(PHRASE), draw(spans)),
        }
        others = {name: cell(draw(PHRASE), "own") for name in columns[: draw(st.integers(0, 3))]}
        made.append(Row.model_validate({"cells": cells, "others": others}))
    return made


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """A small decree of any kind."""
    blocks = []
    for order in range(1, draw(st.integers(0, 4)) + 1):
        columns = draw(COLUMNS)
        parts = {
            "tugas": text(draw(PHRASE)),
            "fungsi": items(draw(ENTRIES)),
            "headings": headings(columns),
            "rows": tuple(draw(rows(columns))),
        }
        blocks.append(block("IKI", order, draw(NAMES), **parts))
    preamble = Preamble(
        judul=draw(st.none() | PHRASE.map(text)),
        mengingat=items(draw(ENTRIES)),
        diktum=tuple(
            Diktum(label=label, text=text(draw(PHRASE)), butir=items(draw(ENTRIES)))
            for label in draw(st.lists(st.sampled_from(["KESATU", "KEDUA"]), max_size=2))
        ),
    )
    lampiran = tuple(Lampiran(label=text(draw(PHRASE))) for _ in range(draw(st.integers(0, 2))))
    source = SOURCE.model_copy(update={"media_type": "application/pdf"})
    decree = Decree(preamble=preamble, lampiran=lampiran, blocks=tuple(blocks))
    return assemble(NormalizedDecree(source=source, decree=decree))


SLOW = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@given(catalogues(), catalogues())
@SLOW
def test_applied_to_the_old_it_gives_the_new(old: Catalogue, new: Catalogue) -> None:
    made = diff(old, new)
    assert apply_diff(made, old) == printed_content(new)
    assert adds_up(made)


@given(catalogues())
@SLOW
def test_a_decree_against_itself(one: Catalogue) -> None:
    made = diff(one, one)
    assert (made.changes, made.headings, made.renumbered, made.regrouped, made.respanned) == ((), (), (), (), ())


@given(catalogues(), catalogues(), catalogues())
@SLOW
def test_ids_through_three_revisions(first: Catalogue, second: Catalogue, third: Catalogue) -> None:
    middle = carry(first, second)
    last = carry(middle, third)
    for before, after in ((first, middle), (middle, last), (first, last)):
        ids = list(all_ids(after))
        assert len(ids) == len(set(ids))
        assert not set(ids) & set(after.retired)
        assert set(all_ids(before)) <= {*ids, *after.retired}
        assert apply_diff(diff(before, after), before) == printed_content(after)
    assert last.content_hash == third.content_hash
