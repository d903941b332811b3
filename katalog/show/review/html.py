"""The page as one HTML file that works offline, or served by a program that saves what is decided.

Every printed text reaches the browser as data (JSON, without a `<`), and becomes text there, never markup. The page may
run its own script and nothing else, and may load nothing: its Content-Security-Policy says so to the browser. A served
page may speak to its server.
"""

from __future__ import annotations

import base64
import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from bahasa.parts import decree_parts
from bahasa.roles import column_roles
from bahasa.temuan import Lang
from katalog.show.html_page import html_page, own_text
from katalog.show.review.content import place_data, review_content
from katalog.show.review.items import ReviewItem, review_items
from katalog.show.review.source import ShownSource
from normalize.koreksi.file import KoreksiFile, data_of, koreksi_data
from schemas.catalogue import Catalogue

_PACKAGE = "katalog.show.review"
#: In the order in which they are run, as one.
_SCRIPTS = (
    "data.js",
    "decisions.js",
    "source.js",
    "row.js",
    "queue.js",
    "ask.js",
    "entries.js",
    "forms.js",
    "start.js",
)


@dataclass(frozen=True, slots=True)
class Saving:
    """Where a served page sends what is decided: `POST address` with `{"decisions": [...]}`, all of them each time, and
    the header `X-Katalog-Token`. The answer is `{"saved": n}`, or another status with `{"error": text}`.

    An answer with `"building": true` says that the catalogue is being built again: the page asks by `GET address` (the
    same header) until it gets one without. `"rebuilt": true` lets it load itself again, at the same place, as soon as
    nobody has typed or decided for some seconds; `"failed": text` is shown. `back` is the page that it
    was opened from."""

    address: str
    token: str
    back: str = ""


def review_page(
    catalogue: Catalogue,
    shown: ShownSource | None = None,
    *,
    koreksi: KoreksiFile | None = None,
    saving: Saving | None = None,
    lang: Lang = "id",
) -> bytes:
    """The page of a catalogue. `shown` is what is known of its source (None: no pictures, and the page says so),
    `koreksi` is what was decided before. Without `saving` the browser keeps what is decided, and gives it
    as a koreksi.toml."""
    script = '(() => {\n"use strict";\n' + "".join(own_text(_PACKAGE, name) for name in _SCRIPTS) + "})();\n"
    return html_page(
        _PACKAGE,
        "review.html.j2",
        lang=lang,
        words=_words(lang)["halaman"],
        source=catalogue.source,
        back=saving.back if saving else "",
        title=_title(catalogue),
        connect=Markup("'self'" if saving else "'none'"),
        style=Markup(own_text(_PACKAGE, "review.css")),
        script=Markup(script),
        script_hash=_hash(script),
        data=_as_json(_data(catalogue, shown, koreksi or KoreksiFile(), saving, lang)),
        pictures=shown.pictures.values() if shown else (),
    )


def _data(
    catalogue: Catalogue,
    shown: ShownSource | None,
    koreksi: KoreksiFile,
    saving: Saving | None,
    lang: Lang,
) -> dict[str, Any]:
    source = catalogue.source
    return {
        "words": _words(lang),
        "roles": {role.name: role.id if lang == "id" else role.en for role in column_roles().values()},
        "lists": [*(part.field for part in decree_parts().values() if part.content == "items"), "butir"],
        "source": {"file": source.file, "sha256": source.sha256, "content": catalogue.content_hash},
        "saving": asdict(saving) if saving else None,
        "shown": shown is not None,
        "lines": list(shown.lines) if shown else [],
        "items": [_item(item) for item in review_items(catalogue, lang)],
        "decided": koreksi_data(koreksi),
        "standing": _standing(catalogue, koreksi),
        **review_content(catalogue),
    }


def _standing(catalogue: Catalogue, koreksi: KoreksiFile) -> list[str]:
    """Where what each decision is about stands in this catalogue; its own path where the catalogue doesn't know it."""
    now = {_entry(record.decision): record.place for record in catalogue.koreksi if record.status != "stale"}
    return [now.get(_entry(data_of(one))) or one.tempat for one in koreksi.putusan]


def _entry(decision: Mapping[str, Any]) -> str:
    return json.dumps(decision, sort_keys=True)


def _item(item: ReviewItem) -> dict[str, Any]:
    """An item without what it doesn't have."""
    made = asdict(item) | {"places": [place_data(place) for place in item.places]}
    return {key: value for key, value in made.items() if value not in ("", (), [], {}, 0.0, False)}


def _title(catalogue: Catalogue) -> str:
    decree = catalogue.decree
    number = " ".join(part for part in (decree.jenis, f"Nomor {decree.nomor}" if decree.nomor else "") if part)
    return " · ".join(part for part in (catalogue.source.file, number, decree.tentang) if part)


@cache
def _words(lang: Lang) -> dict[str, dict[str, str]]:
    """The words of the page, by table and name."""
    told: dict[str, Any] = tomllib.loads(files(_PACKAGE).joinpath("words.toml").read_text("utf-8"))
    return {table: {name: entry[lang] for name, entry in entries.items()} for table, entries in told.items()}


def _as_json(data: Mapping[str, Any]) -> Markup:
    """JSON inside of a script element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
