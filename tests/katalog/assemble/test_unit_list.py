"""The units of a decree: one id for all forms of a name, and what each row's sumber data names."""

from __future__ import annotations

import pytest
from labelled import block, row

from bahasa.acronyms import acronym
from katalog.assemble.unit_forms import canonical_names, is_slip_of
from katalog.assemble.unit_list import list_units
from katalog.assemble.units import unit_named, units_named, units_of
from katalog.store.canonical import content_hash
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow, ListedUnit
from schemas.decree import Block

SUB_BAGIAN = "Sub Bagian Umum dan Kepegawaian"


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        # the slip of half the decree
        ("sub bagian umum dan kepegawain", "sub bagian umum dan kepegawaian", True),
        # two letters change places
        ("bidang mutasi", "bidang mutsai", True),
        # other units, though a letter apart
        ("seksi wilayah i", "seksi wilayah ii", False),
        ("tim a", "tim b", False),
        # two words of the dictionary: the difference is meant
        ("bidang pengadaan", "bidang pengaduan", False),
        ("bidang mutasi", "bidang mutasi asn", False),
    ],
)
def test_slips_of_one_name(first: str, second: str, one: bool) -> None:
    assert is_slip_of(first, second) is one
    assert is_slip_of(second, first) is one


def test_the_name_without_unknown_words_stands_for_all_forms() -> None:
    """However often the wrong one is printed, and whichever comes first."""
    names = canonical_names(["Sub Bagian Umum dan Kepegawain"] * 3 + [SUB_BAGIAN, "Bidang Mutasi"])
    assert names == {
        "sub bagian umum dan kepegawain": SUB_BAGIAN,
        "sub bagian umum dan kepegawaian": SUB_BAGIAN,
        "bidang mutasi": "Bidang Mutasi",
    }


def test_a_misspelt_head_leads_the_same_unit() -> None:
    heads = ["Kepala Sub Bagian Umum dan Kepegawain", "Analis", f"Kepala {SUB_BAGIAN}"]
    units = units_of([block("IKI", n, name) for n, name in enumerate(heads, 1)], None)
    assert {unit.id for unit in units} == {"sub-bagian-umum-dan-kepegawaian"}


@pytest.mark.parametrize(
    ("sumber_data", "named"),
    [
        ("Sub Bagian Keuangan serta Sub Bagian Umum", ["sub bagian keuangan", "sub bagian umum"]),
        # in the order of the text
        ("Sub Bagian Umum dan Sub Bagian Keuangan", ["sub bagian umum", "sub bagian keuangan"]),
        # the shorter name inside the longer one is not meant
        ("Sub Bagian Umum dan Kepegawaian", ["sub bagian umum dan kepegawaian"]),
        ("Seksi Wilayah III", []),
    ],
)
def test_all_units_that_a_sumber_data_names(sumber_data: str, named: list[str]) -> None:
    listed = ("sub bagian umum", "sub bagian keuangan", "sub bagian umum dan kepegawaian", "seksi wilayah ii")
    known = {name: name.title() for name in listed}
    assert units_named(sumber_data, known) == named
    assert unit_named(sumber_data, known) == max(named, key=len, default=None)


def test_acronym_of_a_short_name_is_none() -> None:
    assert [acronym(name) for name in ("Inspektorat", "Dinas Sosial", "Badan Pengelola Keuangan Daerah")] == [
        "", "", "BPKD",
    ]  # fmt: skip


def assembled(listed: Block) -> IndicatorBlock:
    return IndicatorBlock(
        id=f"{listed.kind}.{listed.order}",
        kind=listed.kind,
        order=listed.order,
        jabatan=listed.jabatan,
        unit=units_of([listed], None)[0],
        rows=tuple(IndicatorRow(id=f"r{n}", row=n, cells=one.cells) for n, one in enumerate(listed.rows, 1)),
    )


def forms(unit: ListedUnit) -> dict[str, int]:
    return {form.as_printed: form.count for form in unit.bentuk}


def test_units_with_their_forms_and_the_rows_that_name_them() -> None:
    printed = [
        "Sub Bagian Umum dan Kepegawain",
        "sub bagian umum dan  kepegawaian",
        "BPSDM",
        "BPSDM Pusat",
        "Bidang Lain",
    ]
    rows = tuple(row({"indikator": f"Jumlah {n}", "sumber_data": words}) for n, words in enumerate(printed))
    blocks = [assembled(block("IKI", 1, f"Kepala {SUB_BAGIAN}", rows=rows))]
    linked, units = list_units(blocks, "Badan Pengembangan Sumber Daya Manusia Kota X")
    sub = "sub-bagian-umum-dan-kepegawaian"
    assert [one.sumber_data_units for one in linked[0].rows] == [(sub,), (sub,), ("instansi",), (), ()]
    assert [(unit.id, unit.nama) for unit in units] == [
        (sub, SUB_BAGIAN),
        ("instansi", "Badan Pengembangan Sumber Daya Manusia Kota X"),
        (None, "Bidang Lain"),
    ]
    assert forms(units[0]) == {printed[0]: 1, printed[1]: 1, SUB_BAGIAN: 1}
    assert (forms(units[1]), forms(units[2])) == ({"BPSDM": 1}, {"Bidang Lain": 1})


def test_units_of_the_decree(catalogue: Catalogue) -> None:
    units = {unit.id: unit for unit in catalogue.units if unit.id}
    slips = forms(units["sub-bagian-umum-dan-kepegawaian"])
    assert slips["Sub Bagian Umum dan Kepegawain"] > 40 and slips[SUB_BAGIAN] >= 1
    assert {block.unit.id for block in catalogue.blocks} <= units.keys()
    assert {name for block in catalogue.blocks for row in block.rows for name in row.sumber_data_units} <= units.keys()
    strangers = [unit.nama for unit in catalogue.units if unit.id is None]
    assert "bidang pengadaan dan pemberhentian" in {name.casefold() for name in strangers}
    # the finding says so; no row was changed
    assert "sumber-data-tanpa-unit" in {finding.code for finding in catalogue.findings}


def test_links_are_not_content(catalogue: Catalogue) -> None:
    bare = [
        block.model_copy(update={"rows": tuple(r.model_copy(update={"sumber_data_units": ()}) for r in block.rows)})
        for block in catalogue.blocks
    ]
    assert content_hash(catalogue.model_copy(update={"blocks": tuple(bare), "units": ()})) == catalogue.content_hash
