"""Which layers of a file are switched off, and what stands on them.

PDFium says of a text only the name of the layer that it is marked with: none for a rule over several layers (`/OCMD`,
with its policy or expression), the same for two layers of one name, nothing for a form, a picture or a note that is on
a layer as a whole. Such a file is written anew, what is off under one name that no other layer has. Others stay as
they are, to the byte.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import Any

from extract.read.pdf.font_maps import unpacked

#: The name of what is off and has no name of its own, and of the property list that says so.
OFF = "katalog: tidak tampak"
_MARK = "/KatalogOff"
#: Expressions are nested no deeper.
_DEEP = 20
_HIDDEN_NOTE = 2


class Layers:
    """The names of the layers that a file switches off; the file is looked into when somebody asks."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __call__(self) -> Collection[str]:
        return self._off

    @cached_property
    def _off(self) -> frozenset[str]:
        if not _has_layers(self._data):
            return frozenset()
        import pikepdf

        try:
            with pikepdf.open(io.BytesIO(self._data), suppress_warnings=True) as pdf:
                return frozenset([OFF, *(str(layer.get("/Name", "")) for layer in _switched_off(pdf.Root))])
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError, KeyError):
            return frozenset()


def with_named_layers(data: bytes) -> bytes:
    """The file with a name for all that is switched off; as it is where the names say it already."""
    if not _has_layers(data):
        return data
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            if not _named(pdf):
                return data
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue()
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError, KeyError):
        return data


def _has_layers(data: bytes) -> bool:
    return any(b"/OCProperties" in part for part in unpacked(data))


def _switched_off(root: Any) -> list[Any]:
    """The layers (`/OCG`) that are off when the file is opened."""
    layers = root.get("/OCProperties")
    if layers is None:
        return []
    shown = layers.get("/D", {})
    off = list(shown.get("/OFF", []))
    if str(shown.get("/BaseState", "/ON")) == "/OFF":
        on = {layer.objgen for layer in shown.get("/ON", [])}
        off += [layer for layer in layers.get("/OCGs", []) if layer.objgen not in on]
    return off


def _named(pdf: Any) -> bool:
    """Gives what is off its name; was there anything to name?"""
    off = _switched_off(pdf.Root)
    states = {layer.objgen: False for layer in off}
    seen = {str(layer.get("/Name", "")) for layer in pdf.Root.OCProperties.OCGs if layer.objgen not in states}
    twins = [layer for layer in off if str(layer.get("/Name", "")) in seen]
    for layer in twins:
        layer.Name = OFF
    ruled = [_named_in(pdf, thing, states) for thing in list(pdf.objects)]
    return bool(twins) or any(ruled)


def _named_in(pdf: Any, thing: Any, states: dict[Any, bool]) -> bool:
    """Names what is off in one object of the file: a rule over layers in it, or itself."""
    import pikepdf

    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return False
    rules = [one for one in (thing, *_properties(thing)) if one.get("/Type") == "/OCMD" and not _is_on(one, states)]
    for rule in rules:
        rule.Name = OFF
    layer = thing.get("/OC")
    if not isinstance(layer, pikepdf.Dictionary) or _is_on(layer, states):
        return bool(rules)
    if isinstance(thing, pikepdf.Stream):
        _marked(pdf, thing)
    else:
        thing.F = int(thing.get("/F", 0)) | _HIDDEN_NOTE
    return True


def _properties(thing: Any) -> list[Any]:
    """The property lists in the resources of a page or a form, or that are resources themselves."""
    import pikepdf

    resources = thing.get("/Resources", thing)
    listed = resources.get("/Properties") if isinstance(resources, pikepdf.Dictionary | pikepdf.Stream) else None
    found: list[Any] = list(listed.as_dict().values()) if isinstance(listed, pikepdf.Dictionary) else []
    return [one for one in found if isinstance(one, pikepdf.Dictionary) and not one.is_indirect]


def _marked(pdf: Any, thing: Any) -> None:
    """Marks all that a form prints as off; a picture becomes a form that prints nothing."""
    import pikepdf

    if thing.get("/Subtype") == "/Form":
        code = bytes(thing.read_bytes())
        thing.write(b"/OC %b BDC\n%b\nEMC" % (_MARK.encode(), code))
        if "/Resources" not in thing:
            thing.Resources = pikepdf.Dictionary()
        if "/Properties" not in thing.Resources:
            thing.Resources.Properties = pikepdf.Dictionary()
        thing.Resources.Properties[_MARK] = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=OFF))
    elif thing.get("/Subtype") == "/Image":
        thing.write(b"")
        thing.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=pikepdf.Array([0, 0, 1, 1])
        )


def _is_on(layer: Any, states: dict[Any, bool]) -> bool:
    """Is a layer on, or what a rule over layers says? What is found of a rule is kept in `states` as well."""
    if layer.get("/Type") != "/OCMD" or layer.objgen in states:
        return states.get(layer.objgen, True)
    said = _holds(layer.VE, states, _DEEP) if "/VE" in layer else _said_by_policy(layer, states)
    if layer.is_indirect:
        states[layer.objgen] = said
    return said


def _said_by_policy(rule: Any, states: dict[Any, bool]) -> bool:
    import pikepdf

    listed = rule.get("/OCGs", [])
    layers = [listed] if isinstance(listed, pikepdf.Dictionary) else list(listed)
    if not layers:
        return True
    return _POLICIES[str(rule.get("/P", "/AnyOn"))](states.get(one.objgen, True) for one in layers)


def _none_of(values: Iterable[bool]) -> bool:
    return not any(values)


def _not_all(values: Iterable[bool]) -> bool:
    return not all(values)


_POLICIES: dict[str, Callable[[Iterable[bool]], bool]] = {
    "/AllOn": all,
    "/AnyOn": any,
    "/AnyOff": _not_all,
    "/AllOff": _none_of,
}


def _holds(expression: Any, states: dict[Any, bool], deep: int) -> bool:
    """`[/And a [/Not b]]` over layers; more than a few deep it is taken to hold. A part that stands in many others is
    looked into once, and not at all inside itself."""
    import pikepdf

    if isinstance(expression, pikepdf.Dictionary) or expression.objgen in states:
        return states.get(expression.objgen, True)
    if expression.is_indirect:
        states[expression.objgen] = True
    parts = list(expression)
    if not deep or not parts:
        return True
    said = {"/And": all, "/Or": any, "/Not": _none_of}[str(parts[0])](
        _holds(part, states, deep - 1) for part in parts[1:]
    )
    if expression.is_indirect:
        states[expression.objgen] = said
    return said
