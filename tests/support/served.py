"""A server of catalogues for tests, on a port of its own, and one who asks it."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import uvicorn
from project import ROOT

from bahasa.temuan import Lang
from katalog.front import build, save
from katalog.serve.app import application
from katalog.serve.guard import Gate
from katalog.serve.shelf import Shelf
from katalog.serve.start import shelf_of, shelf_pages
from katalog.show.browse.links import PageAddresses
from katalog.show.browse.words import PageWords

LAMA, BARU = ROOT / "corpus/contoh-lama/contoh-lama.pdf", ROOT / "corpus/contoh-baru/contoh-baru.pdf"
TOKEN, PORT = "kunci-untuk-pengujian", 8311
OWN = f"http://127.0.0.1:{PORT}"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: status, headers (names in lower case), body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(frozen=True, slots=True)
class Client:
    """Asks as it is told: paths as they are, any header."""

    port: int

    def get(self, path: str, params: Mapping[str, str] | None = None, **headers: str) -> Reply:
        asked = f"{path}?{urlencode(params)}" if params else path
        return self.ask("GET", asked, None, headers)

    def ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.putrequest(method, path, skip_host="host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("content-length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


@dataclass(frozen=True, slots=True)
class Served:
    """A server: its gate, its index, and a client."""

    gate: Gate
    shelf: Shelf
    client: Client

    def page(self, path: str = "", status: int = 200) -> str:
        """A page below the token; the status is what it should be."""
        answer = self.client.get(f"/{self.gate.token}/{path}")
        assert answer.status == status, answer.text[-2000:]
        return answer.text

    def post(self, path: str, body: object, **headers: str) -> tuple[int, dict[str, Any]]:
        """What a page that saves gets."""
        own = self.gate.address.removesuffix(f"/{self.gate.token}/")
        sent = {"origin": own, "x-katalog-token": self.gate.token, "content-type": "application/json", **headers}
        answer = self.client.ask("POST", f"/{self.gate.token}/{path}", json.dumps(body).encode(), sent)
        return answer.status, json.loads(answer.body) if "json" in answer.headers["content-type"] else {}


@contextmanager
def served(folder: Path, index: Path, lang: Lang = "id", sources: Sequence[Path] = ()) -> Iterator[Served]:
    """A server of a folder, its index at `index`."""
    own = socket.create_server(("127.0.0.1", 0))
    shelf, gate = shelf_of(folder, index), Gate(TOKEN, "127.0.0.1", own.getsockname()[1])
    pages = shelf_pages(shelf, PageAddresses(f"/{TOKEN}/"), PageWords(lang))
    running = application(pages, [folder, *sources], gate)
    server = uvicorn.Server(uvicorn.Config(running, log_level="error", ws="none", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [own]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        yield Served(gate, shelf, Client(gate.port))
    finally:
        server.should_exit = True
        thread.join(20)
        own.close()


def words(page: str) -> str:
    """What is read on a page."""
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def two_revisions(folder: Path) -> None:
    """Two revisions as catalogues, with their sources."""
    old = build(LAMA)
    save(old, folder / "contoh-lama.json")
    save(build(BARU, previous=old), folder / "contoh-baru.json")
    for path in (LAMA, BARU):
        shutil.copy(path, folder)
