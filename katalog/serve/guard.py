"""What may reach the pages: requests of this computer's own browser that know the address, and nothing else.

- The address has a random token as its first step: who doesn't know it gets nothing, not even the names of files.
- `Host` must be this server: a name that somebody lets point to 127.0.0.1 (DNS rebinding) is refused.
- A request that another page causes is refused: its `Origin` or `Sec-Fetch-Site` gives it away. Only `POST` writes, and
  only with our own `Origin` and the token in a header, which a form of another page can't set.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

#: The header in which a page that writes sends the token.
TOKEN_HEADER = "x-katalog-token"
#: On every answer. Pages say their own policy in addition (`katalog.show.html_page`); browsers obey both.
HEADERS = (
    (b"content-security-policy", b"frame-ancestors 'none'; object-src 'none'; base-uri 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


def new_token() -> str:
    """192 random bits, as a step of an address."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class Gate:
    """Who may come in. `host` and `port` are where the server listens; `names` further names that this computer is
    called by there."""

    token: str
    host: str
    port: int
    names: frozenset[str] = field(default_factory=frozenset)

    @property
    def address(self) -> str:
        """The address to open: that of this computer where all are listened to."""
        shown = self.host if not _is_any(self.host) else "127.0.0.1"
        return f"http://{f'[{shown}]' if ':' in shown else shown}:{self.port}/{self.token}/"

    @property
    def is_private(self) -> bool:
        """Whether only this computer reaches it."""
        return is_loopback(self.host)

    def refusal(self, method: str, path: str, headers: Mapping[str, str]) -> tuple[int, str] | None:
        """Status and reason (Indonesian) for a request that is refused."""
        if not self._is_ours(headers.get("host", "")):
            return 421, "Alamat ini bukan milik server ini."
        if not self._same_site(method, headers):
            return 403, "Permintaan dari halaman lain ditolak."
        if not _alike(path.split("/")[1] if path.startswith("/") else "", self.token):
            return 404, "Tidak ada. Buka alamat lengkap yang ditampilkan katalog serve."
        if method not in ("GET", "HEAD", "POST"):
            return 405, "Tidak dilayani."
        if method == "POST" and not _alike(headers.get(TOKEN_HEADER, ""), self.token):
            return 403, "Permintaan tanpa kunci ditolak."
        return None

    def _is_ours(self, host: str) -> bool:
        """An address in digits can't be rebound; a name must be ours."""
        name, colon, port = host.rpartition(":")
        if not colon or port != str(self.port):
            return False
        bare = name.strip("[]").lower()
        try:
            address = ipaddress.ip_address(bare)
        except ValueError:
            return bare == "localhost" or bare in self.names
        return address.is_loopback or not self.is_private

    def _same_site(self, method: str, headers: Mapping[str, str]) -> bool:
        own = f"http://{headers.get('host', '').lower()}"
        origin = headers.get("origin")
        if origin is not None and origin.lower() != own:
            return False
        if method == "POST" and origin is None:
            return False
        return headers.get("sec-fetch-site", "none") in ("none", "same-origin")


def _alike(given: str, token: str) -> bool:
    return secrets.compare_digest(given.encode(), token.encode())


def _is_any(host: str) -> bool:
    return host in ("", "0.0.0.0", "::")


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches what listens there.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def guarded(application: Application, gate: Gate) -> Application:
    """The application behind the gate; every answer has the headers."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await application(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def sending(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        doubled = [name for name, _ in scope["headers"]].count(b"host") != 1
        refused = (400, "Permintaan rusak.") if doubled else gate.refusal(scope["method"], scope["path"], headers)
        if refused is None:
            await application(scope, receive, sending)
        else:
            await _refuse(*refused, sending)

    return answer


async def _refuse(status: int, reason: str, send: Send) -> None:
    head = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": reason.encode()})
