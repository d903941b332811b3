"""The server on a port of this computer, until it is stopped."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING

from katalog.errors import KatalogError
from katalog.store.files import os_reason

if TYPE_CHECKING:
    from katalog.serve.guard import Application

#: Seconds that open requests have to end when the server is stopped.
_GRACE = 3


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 is any that is free. KatalogError where the port is taken, or can't be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        own = socket.socket(family, socket.SOCK_STREAM)
        own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        own.bind((host, port))
        own.listen(64)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            cause, remedy = f"Porta {port} sedang dipakai.", "Sebutkan porta lain dengan --port, atau --port 0."
        else:
            cause = f"{host}:{port}: Tidak dapat mendengarkan di sana ({os_reason(error)})."
            remedy = "Periksa --host dan --port; porta di bawah 1024 memerlukan izin khusus."
        raise KatalogError(cause, remedy) from error
    return own


def serve_on(own: socket.socket, application: Application) -> None:
    """Answer requests until Ctrl-C or a signal to end."""
    import uvicorn

    config = uvicorn.Config(
        application,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=_GRACE,
        http="h11",
        ws="none",
        lifespan="on",
    )
    # uvicorn hands the signal on when all is closed; to be stopped is how a server ends
    try:
        uvicorn.Server(config).run(sockets=[own])
    except KeyboardInterrupt:
        pass
    finally:
        own.close()
