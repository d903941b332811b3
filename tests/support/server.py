"""A PostgreSQL server of its own in a temporary folder, where its programs are installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Users that it may run as where we are root, which it refuses.
USERS = ("postgres", "nobody")


def missing() -> str:
    """Why no server can be started here, empty where one can."""
    absent = [name for name in ("initdb", "pg_ctl", "postgres") if not shutil.which(name)]
    if absent:
        return f"PostgreSQL is not installed ({', '.join(absent)})"
    return "" if os.geteuid() or _user() else f"PostgreSQL refuses to run as root, and there is no user {USERS}"


def _user() -> str | None:
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in USERS if name in known), None)


@contextmanager
def postgres() -> Iterator[str]:
    """A running server with an empty database; what connects to it. It listens on a socket in its folder alone."""
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as name:
        folder, user = Path(name), None if os.geteuid() else _user()
        if user:
            shutil.chown(folder, user)
        data = str(folder / "data")
        _run(user, "initdb", "-D", data, "-U", "katalog", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
        settings = f"-k {folder} -c listen_addresses='' -F"
        _run(user, "pg_ctl", "-D", data, "-o", settings, "-l", str(folder / "log"), "-w", "-t", "120", "start")
        try:
            yield f"host={folder} user=katalog dbname=postgres"
        finally:
            _run(user, "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _run(user: str | None, *command: str) -> None:
    done = subprocess.run(
        command,
        user=user,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if command[0] == "initdb" else subprocess.DEVNULL,
        stderr=subprocess.STDOUT if command[0] == "initdb" else subprocess.DEVNULL,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stdout}")
