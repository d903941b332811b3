"""A catalogue that was changed after it was built is told from one that was not."""

from __future__ import annotations

from katalog.store.integrity import all_ids, faults
from schemas.catalogue import Catalogue


def test_what_was_built_has_no_fault(catalogue: Catalogue) -> None:
    assert faults(catalogue) == []


def test_a_word_changed_by_hand_is_a_fault(catalogue: Catalogue) -> None:
    block = catalogue.blocks[0]
    jabatan = block.jabatan.model_copy(update={"as_printed": f"{block.jabatan.as_printed}!"})
    changed = block.model_copy(update={"jabatan": jabatan})
    made = catalogue.model_copy(update={"blocks": (changed, *catalogue.blocks[1:])})
    (fault,) = faults(made)
    assert (fault.code, fault.severity, fault.field) == ("isi-berubah", "error", "content_hash")


def test_an_id_that_two_things_have_is_a_fault(catalogue: Catalogue) -> None:
    first, second, *others = catalogue.blocks
    made = catalogue.model_copy(update={"blocks": (first, second.model_copy(update={"id": first.id}), *others)})
    (fault,) = faults(made)
    assert (fault.code, fault.severity) == ("id-ganda", "error")
    assert first.id in fault.message and "2" in fault.message


def test_all_ids_are_those_of_the_file(catalogue: Catalogue) -> None:
    """Every `id` and `sasaran_id` of an object that has places; one sasaran of several rows once a block."""
    found = list(all_ids(catalogue))
    blocks = catalogue.blocks
    assert len(found) == len(set(found))
    wanted = {block.id for block in blocks} | {row.id for block in blocks for row in block.rows}
    wanted |= {row.sasaran_id for block in blocks for row in block.rows if row.sasaran_id}
    wanted |= {one.id for block in blocks for one in (*block.fungsi, *block.tujuan)}
    decree = catalogue.decree
    wanted |= {one.id for one in (*decree.menimbang, *decree.mengingat, *decree.diktum, *catalogue.lampiran)}
    wanted |= {one.id for clause in decree.diktum for one in clause.butir}
    assert wanted <= set(found)
