"""A catalogue is built again after decisions about it were saved: by `katalog build` in a process of its own, within
its limits, so that nothing that a source does reaches the server."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from katalog.errors import FINDINGS, OK
from katalog.store.files import write

#: Seconds without a further decision before a catalogue is built again.
_QUIET = 1.5


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the source with its decisions, on top of which earlier revision, into which file."""

    source: Path
    koreksi: Path
    previous: Path | None
    target: Path

    @property
    def command(self) -> Sequence[str]:
        """The command line; the catalogue comes by standard output."""
        earlier = ("--previous", str(self.previous)) if self.previous else ()
        named = ("--koreksi", str(self.koreksi)) if self.koreksi.is_file() else ()
        return (sys.executable, "-m", "katalog", "build", *named, *earlier, "-o", "-", "--", str(self.source))


@dataclass(slots=True)
class Workshop:
    """What is being built, by the key of its catalogue. All of it runs in the server's event loop."""

    _tasks: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _again: dict[str, Order] = field(default_factory=dict)
    _failed: dict[str, str] = field(default_factory=dict)

    def ask(self, key: str, order: Order) -> None:
        """Build it soon; one that is being built already is built once more."""
        self._failed.pop(key, None)
        self._again[key] = order
        task = self._tasks.get(key)
        if task is None or task.done():
            self._tasks[key] = asyncio.create_task(self._work(key))

    def busy(self, key: str) -> bool:
        """Whether it is being built, or will be."""
        task = self._tasks.get(key)
        return task is not None and not task.done()

    def failure(self, key: str) -> str:
        """Why it could not be built the last time; empty where it could."""
        return self._failed.get(key, "")

    async def _work(self, key: str) -> None:
        while (order := self._again.pop(key, None)) is not None:
            await asyncio.sleep(_QUIET)
            if key in self._again:
                continue
            try:
                said = await _built(order)
            except Exception as error:  # whatever it is, the page is told, and the server goes on
                said = f"{type(error).__name__}: {error}"
            if said:
                self._failed[key] = said

    async def close(self) -> None:
        """Stop all builds; what they were to write stays as it was."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)


async def _built(order: Order) -> str:
    """Build and replace the file; what was said where it could not be built."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *order.command, stdin=asyncio.subprocess.DEVNULL, stdout=pipe, stderr=pipe
    )
    try:
        made, said = await process.communicate()
    except asyncio.CancelledError:
        # it passes the signal on to the process that works
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()
        raise
    if process.returncode not in (OK, FINDINGS) or not made:
        return said.decode("utf-8", errors="replace").strip() or f"katalog build: {process.returncode}"
    await asyncio.to_thread(write, order.target, made)
    return ""
