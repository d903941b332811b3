"""Who gets nothing: strangers without the token, other names for this computer, requests that other pages cause."""

from __future__ import annotations

import pytest
from served import OWN, PORT, TOKEN

from katalog.serve.guard import Gate, new_token

GATE = Gate(TOKEN, "127.0.0.1", PORT)
OPEN = Gate(TOKEN, "0.0.0.0", PORT, frozenset({"kantor"}))
HOST = {"host": f"127.0.0.1:{PORT}"}
ROOT_PATH = f"/{TOKEN}/"


def status(gate: Gate, method: str = "GET", path: str = ROOT_PATH, **headers: str) -> int:
    refused = gate.refusal(method, path, {name.replace("_", "-"): value for name, value in headers.items()})
    return refused[0] if refused else 200


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"[::1]:{PORT}", f"LOCALHOST:{PORT}"])
def test_this_computer_by_its_own_names(host: str) -> None:
    assert status(GATE, host=host) == 200


@pytest.mark.parametrize(
    "host",
    ["", "127.0.0.1", f"jahat.example:{PORT}", "127.0.0.1:80", f"127.0.0.1.jahat.example:{PORT}", f"10.0.0.9:{PORT}",
     f"localhost.jahat.example:{PORT}", f"2130706433:{PORT}", f"kantor:{PORT}"],
)  # fmt: skip
def test_any_other_name_is_refused_whatever_it_points_to(host: str) -> None:
    assert status(GATE, host=host) == 421


def test_told_to_listen_elsewhere_it_takes_addresses_and_its_own_name() -> None:
    assert status(OPEN, host=f"10.0.0.9:{PORT}") == 200
    assert status(OPEN, host=f"kantor:{PORT}") == 200
    assert status(OPEN, host=f"jahat.example:{PORT}") == 421
    assert not OPEN.is_private and OPEN.address == f"{OWN}{ROOT_PATH}" == GATE.address


@pytest.mark.parametrize(
    "path", ["/", "", "/salah/", f"/{TOKEN[:-1]}/", f"//{TOKEN}/", f"/x/../{TOKEN}/", f"/{TOKEN}%2f"]
)
def test_without_the_token_there_is_nothing(path: str) -> None:
    assert status(GATE, path=path, **HOST) == 404


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://jahat.example"}, {"origin": "null"}, {"sec_fetch_site": "cross-site"},
     {"sec_fetch_site": "same-site"}, {"origin": f"http://127.0.0.1:{PORT + 1}"}, {"origin": f"https://127.0.0.1:{PORT}"}],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_another_page_causes_is_refused(method: str, headers: dict[str, str]) -> None:
    assert status(GATE, method, x_katalog_token=TOKEN, **HOST, **headers) == 403


def test_writing_needs_origin_and_token() -> None:
    assert status(GATE, "POST", origin=OWN, x_katalog_token=TOKEN, **HOST) == 200
    assert status(GATE, "POST", x_katalog_token=TOKEN, **HOST) == 403
    assert status(GATE, "POST", origin=OWN, **HOST) == 403
    assert status(GATE, "POST", origin=OWN, x_katalog_token="x", **HOST) == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_no_other_method(method: str) -> None:
    assert status(GATE, method, origin=OWN, x_katalog_token=TOKEN, **HOST) == 405


def test_tokens_are_long_and_new() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100 and all(len(token) == 32 for token in tokens)
