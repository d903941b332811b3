"""What stands on layers that are switched off is not read, however the file says that they are."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pikepdf
import pytest
from kasus import EDGES, PITCH, PLAIN, TOP, Lembar, decree
from pikepdf import Array, Dictionary, Name

from extract.read.pdf.layer_states import OFF, Layers, with_named_layers
from katalog.front import build

Property = Callable[[pikepdf.Pdf, list[pikepdf.Object]], pikepdf.Object]
TARGETS = [row[3] for row in PLAIN]


def marked(page: Lembar) -> None:
    """Another value over each target, and a white box over each indikator, marked as on a layer."""
    page.raw("/OC /Lapis BDC")
    for i in range(len(PLAIN)):
        base = TOP + PITCH * (i + 1) + 15
        page.text(EDGES[3] + 4, base, "77 draf")
        page.raw(f"q 1 g {EDGES[2] + 2} {page.up(base + 3)} 150 12 re f Q")
    page.raw("EMC")


def layered(made: bytes, prop: Property, names: tuple[str, str] = ("Satu", "Dua"), off: int = 1) -> bytes:
    """The file with two layers, one of them (0-based) off, and what its mark names."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        layers = [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in names]
        pdf.Root.OCProperties = Dictionary(OCGs=Array(layers), D=Dictionary(OFF=Array([layers[off]])))
        pdf.pages[0].Resources.Properties = Dictionary(Lapis=prop(pdf, layers))
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def policy(name: str, *which: int) -> Property:
    return lambda pdf, layers: pdf.make_indirect(
        Dictionary(Type=Name.OCMD, OCGs=Array([layers[i] for i in which]), P=Name(f"/{name}"))
    )


def expression(pdf: pikepdf.Pdf, layers: list[pikepdf.Object]) -> pikepdf.Object:
    return Dictionary(Type=Name.OCMD, VE=Array([Name.And, layers[0], Array([Name.Not, layers[0]])]))


def nested(around: int) -> Property:
    """An expression of two parts, each the expression before, `around` deep; 0: it is in itself, three times."""

    def made(pdf: pikepdf.Pdf, layers: list[pikepdf.Object]) -> pikepdf.Object:
        inner = pdf.make_indirect(Array([Name.And, layers[1]]))
        for _ in range(around):
            inner = pdf.make_indirect(Array([Name.Or, inner, inner]))
        if not around:
            inner.extend([inner] * 3)
        return pdf.make_indirect(Dictionary(Type=Name.OCMD, VE=inner))

    return made


def read(tmp_path: Path, data: bytes) -> list[str]:
    source = tmp_path / "sk.pdf"
    source.write_bytes(data)
    made = build(source)
    rows = [row for block in made.blocks for row in block.rows]
    assert [row.cells["indikator"].text.as_printed for row in rows] == [row[2] for row in PLAIN]
    return [row.targets[0].cell.text.as_printed for row in rows]


@pytest.mark.parametrize(
    ("name", "prop"),
    [
        ("all on", policy("AllOn", 0, 1)),
        ("any on", policy("AnyOn", 1)),
        ("all off", policy("AllOff", 0)),
        ("any off", policy("AnyOff", 0)),
        ("an expression", expression),
        ("a layer", lambda pdf, layers: layers[1]),
    ],
)
def test_what_a_rule_hides_is_not_read(name: str, prop: Property, tmp_path: Path) -> None:
    assert read(tmp_path, layered(decree(PLAIN, then=marked), prop)) == TARGETS


@pytest.mark.parametrize("prop", [policy("AnyOn", 0, 1), policy("AllOff", 1), policy("AnyOff", 0, 1), policy("AllOn")])
def test_what_a_rule_shows_keeps_the_file_as_it_is(prop: Property) -> None:
    data = layered(decree(PLAIN, then=marked), prop)
    assert with_named_layers(data) == data


@pytest.mark.parametrize("around", [0, 2, 18])
def test_an_expression_in_many_others_or_in_itself_is_looked_into_once(around: int, tmp_path: Path) -> None:
    started = perf_counter()
    assert read(tmp_path, layered(decree(PLAIN, then=marked), nested(around))) == TARGETS
    assert perf_counter() - started < 10


def test_two_layers_of_one_name_are_two(tmp_path: Path) -> None:
    names = ("Draf", "Draf")
    assert read(tmp_path, layered(decree(PLAIN, then=marked), lambda pdf, layers: layers[1], names)) == TARGETS
    shown = with_named_layers(layered(decree(PLAIN), lambda pdf, layers: layers[0], names))
    assert Layers(shown)() == {OFF}


@pytest.mark.parametrize("subtype", ["Form", "Image"])
def test_a_form_or_a_picture_may_be_on_a_layer_as_a_whole(subtype: str, tmp_path: Path) -> None:
    def draw(page: Lembar) -> None:
        box = f"200 0 0 100 {EDGES[2]} {page.up(TOP + 120)}"
        page.raw("q /Lain Do Q" if subtype == "Form" else f"q {box} cm /Lain Do Q")

    data = layered(decree(PLAIN, then=draw), lambda pdf, layers: layers[1])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        text = f"BT /F1 9 Tf {EDGES[3] + 4} {float(page.MediaBox[3]) - (TOP + PITCH + 15)} Td (77 draf) Tj ET"
        kinds = {
            "Form": Dictionary(BBox=page.MediaBox, Resources=Dictionary(Font=page.Resources.Font)),
            "Image": Dictionary(Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray),
        }
        stream = pdf.make_stream(text.encode() if subtype == "Form" else b"\xff")
        for key, value in {"/Type": Name.XObject, "/Subtype": Name(f"/{subtype}"), **kinds[subtype]}.items():
            stream[key] = value
        stream.OC = pdf.Root.OCProperties.OCGs[1]
        page.Resources.XObject = Dictionary(Lain=stream)
        out = io.BytesIO()
        pdf.save(out)
    assert read(tmp_path, out.getvalue()) == TARGETS


def test_a_note_may_be_on_a_layer(tmp_path: Path) -> None:
    data = layered(decree(PLAIN), lambda pdf, layers: layers[1])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        top = float(page.MediaBox[3]) - TOP - PITCH
        rect = Array([EDGES[3] + 4, top - 20, EDGES[3] + 80, top])
        note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=rect, Contents="77 draf", DA="/Helv 9 Tf")
        note.OC = pdf.Root.OCProperties.OCGs[1]
        page.Annots = Array([pdf.make_indirect(note)])
        out = io.BytesIO()
        pdf.save(out)
    assert read(tmp_path, out.getvalue()) == TARGETS
