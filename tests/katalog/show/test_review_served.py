"""The page of checks as a server shows it: it sends what is decided, and shows what is built from that."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from revisi import base
from test_review_browser import browser, press, pytestmark  # noqa: F401
from test_review_items import doubted

from katalog.show.review.html import Saving, review_page
from schemas.catalogue import Catalogue


class _Server(ThreadingHTTPServer):
    """Keeps what it was sent; `state` is its answer to whoever asks how far the catalogue is."""

    page: bytes
    refuses: bool
    sent: list[list[dict[str, Any]]]
    tokens: set[str | None]
    served: int
    state: dict[str, Any]


class _Answers(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        if self.path == "/periksa":
            self.server.served += 1
            self._give("text/html; charset=utf-8", self.server.page)
        else:
            self._give("application/json", json.dumps(self.server.state).encode())

    def do_POST(self) -> None:
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["decisions"]
        if self.server.refuses:
            self._give("application/json", b'{"error": "berkas terkunci"}', 400)
            return
        self.server.sent.append(said)
        self.server.tokens.add(self.headers["X-Katalog-Token"])
        self._give("application/json", json.dumps({"saved": len(said), "building": True}).encode())

    def _give(self, kind: str, data: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@pytest.fixture
def catalogue() -> Catalogue:
    made = base(3).catalogue("lama")
    return doubted(made, 0.8, 0.3, 0.5)


@pytest.fixture
def server(catalogue: Catalogue) -> Iterator[_Server]:
    running = _Server(("127.0.0.1", 0), _Answers)
    running.page = review_page(catalogue, saving=Saving("/simpan", "rahasia"))
    running.refuses, running.sent, running.tokens, running.served = False, [], set(), 0
    running.state = {"building": True}
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.shutdown()
    running.server_close()


@pytest.fixture
def page(browser: Any, server: _Server) -> Iterator[Any]:  # noqa: F811
    opened = browser.new_page()
    opened.said, opened.keys = [], 0
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.goto(f"http://127.0.0.1:{server.server_port}/periksa")
    yield opened
    opened.close()


def test_each_decision_is_sent_with_all_others(page: Any, server: _Server) -> None:
    press(page, "b", "b")
    # asked of the server: the message about it goes away by itself, on a busy machine before it is looked for
    for _ in range(200):
        if server.sent and len(server.sent[-1]) == 2:
            break
        page.wait_for_timeout(50)
    assert [one["jenis"] for one in server.sent[-1]] == ["benar", "benar"]
    press(page, "z")
    page.locator("#kemajuan", has_text="1 dari").wait_for()
    page.wait_for_timeout(300)
    assert len(server.sent[-1]) == 1 and server.tokens == {"rahasia"}
    assert page.said == []


def test_it_is_loaded_again_at_the_same_place_when_it_is_built(page: Any, server: _Server) -> None:
    press(page, "b")
    at = page.inner_text("#hal h2")
    page.wait_for_timeout(300)
    assert server.served == 1
    with page.expect_navigation(timeout=8000):
        server.state = {"building": False, "rebuilt": True}
    assert server.served == 2 and page.inner_text("#hal h2") == at


def test_nothing_is_loaded_while_somebody_writes(page: Any, server: _Server) -> None:
    press(page, "b", "s")
    server.state = {"building": False, "rebuilt": True}
    page.keyboard.type("setengah kalimat")
    page.wait_for_timeout(3500)
    assert server.served == 1 and "setengah kalimat" in page.input_value("#isian textarea")
    with page.expect_navigation(timeout=8000):
        press(page, "Escape")
        page.evaluate("document.activeElement.blur()")


def test_what_was_refused_stays_and_is_sent_again(page: Any, server: _Server) -> None:
    server.refuses = True
    press(page, "b")
    page.locator("#pesan", has_text="berkas terkunci").wait_for()
    server.refuses = False
    page.reload()
    page.wait_for_timeout(500)
    assert [len(one) for one in server.sent] == [1]
