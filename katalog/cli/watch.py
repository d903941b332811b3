"""Keeps a command within its limits, whatever its source does: it runs in a process of its own, and this one watches.

A library that reads PDFs may take all memory, hang in one call or crash as a whole; none of that can be caught in the
process that it happens to. So the command line forks before it imports anything heavy (1 ms): the child does the
work, the parent adds up the memory of the child and all processes below it, and looks at the clock. The child says
which source it has begun and which are done (`Desk`), so that a stop names its file, and the sources after it are
still built, by another child. Where a system has no fork (Windows) nothing is watched.
"""

from __future__ import annotations

import json
import math
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from katalog.errors import UNUSABLE
from katalog.processes import family_of, resident
from katalog.show.visible import visible

_MB = 1024 * 1024
_TOO_MUCH = "Pecah berkas itu, atau naikkan batasnya dengan"
#: Commands that build a source on the fly have no options for it.
_TOO_MUCH_ELSEWHERE = "Pecah berkas itu, atau bangun dahulu katalognya dengan katalog build"
#: Signals that end this process; they end the child as well.
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
#: Seconds between two looks at the memory: at 0.3 GB/s, the fastest growth seen, it is some 60 MB over.
LOOK = 0.2
#: The readers' own clock speaks first, as it knows how far they got.
_GRACE = 15.0


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a command says what it works on. `pipe` is the way to the watcher, None where nobody watches; `done` are
    the sources that an earlier process finished or was stopped at, in their order, with their exit codes. A source that
    is given twice is done twice."""

    pipe: int | None = None
    done: Sequence[tuple[str, int]] = ()

    def limit(self, *, memory: float, seconds: float) -> None:
        """The limits of this run: bytes of all processes together, and seconds for one source."""
        self._say(limits={"memory": memory, "seconds": seconds})

    @contextmanager
    def source(self, path: str | os.PathLike[str]) -> Iterator[list[int]]:
        """While one of several independent sources is worked on; its exit code is to be put into the list."""
        self._say(begun=os.fspath(path))
        codes = [UNUSABLE]
        yield codes
        self._say(ended=os.fspath(path), code=codes[-1])

    def _say(self, **message: Any) -> None:
        if self.pipe is not None:
            os.write(self.pipe, json.dumps(message).encode() + b"\n")


@dataclass(slots=True)
class Told:
    """What the child has said so far. `done` are the sources with their exit codes. `optional`: its command has options
    for the limits. `family` are the processes that were seen at the last look."""

    limits: dict[str, float] = field(default_factory=dict)
    optional: bool = False
    source: str | None = None
    begun: float = field(default_factory=time.monotonic)
    done: list[tuple[str, int]] = field(default_factory=list)
    family: list[int] = field(default_factory=list)
    _rest: bytes = b""

    def hear(self, data: bytes) -> None:
        """Take the lines that came through the pipe; the last may come in pieces."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._take(json.loads(line))

    def _take(self, message: dict[str, Any]) -> None:
        if "limits" in message:
            self.limits, self.optional = message["limits"], True
        elif "begun" in message:
            self.source, self.begun = message["begun"], time.monotonic()
        else:
            self.finish(message["ended"], message["code"])

    def finish(self, source: str, code: int) -> None:
        """The source is done, with this exit code."""
        self.done.append((source, code))
        self.source = None

    def over(self, child: int) -> str:
        """Why the child is to be stopped; empty where it is within its limits."""
        raised = _TOO_MUCH if self.optional else _TOO_MUCH_ELSEWHERE
        self.limits = self.limits or limits_of(sys.argv[1:])
        self.family = family_of(child)
        seconds, memory = self.limits["seconds"], self.limits["memory"]
        if time.monotonic() - self.begun > seconds + _GRACE:
            return f"Dihentikan: belum selesai setelah {seconds:.0f} detik. {raised} --max-seconds."
        if sum(map(resident, self.family)) > memory:
            return f"Dihentikan: memerlukan lebih dari {memory / _MB:.0f} MB memori. {raised} --max-memory."
        return ""


def watched() -> tuple[int | None, Desk]:
    """The exit code of the command, watched in a child process. In the child, which is to do the work: None, and the
    desk where it says what it does."""
    if not hasattr(os, "fork"):
        return None, Desk()
    told = Told()
    while True:
        ours, theirs = os.pipe()
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            os.close(ours)
            return None, Desk(theirs, tuple(told.done))
        os.close(theirs)
        code, stop = _watch(child, ours, told)
        os.close(ours)
        if not stop:
            return code, Desk()
        _complain(told, stop)
        if told.source is None:
            return UNUSABLE, Desk()
        # the other sources are built all the same
        told = Told(done=[*told.done, (told.source, UNUSABLE)])


def _watch(child: int, pipe: int, told: Told) -> tuple[int, str]:
    """The exit code of the child, and why it did not end by itself."""
    stop = ""
    with _passing_on(child):
        while True:
            ready, _, _ = select.select([pipe], [], [], LOOK)
            data = os.read(pipe, 65536) if ready else b""
            told.hear(data)
            # nobody can write to the pipe any more: it ends now
            ended, status = os.waitpid(child, 0 if ready and not data else os.WNOHANG)
            if ended:
                break
            if not stop and (stop := told.over(child)):
                kill_all([child, *told.family], signal.SIGKILL)
    code = os.waitstatus_to_exitcode(status)
    if not stop and code < 0 and -code not in ENDING:
        stop = crashed(code)
        kill_all(told.family, signal.SIGKILL)
    return (code if code >= 0 else 128 - code), stop


def _passing_on(child: int) -> AbstractContextManager[None]:
    """What is to end this process ends the child, which says what there is to say. Ctrl-C in a terminal reaches
    both."""

    def end(number: int, _: object) -> None:
        if number != signal.SIGINT or not sys.stdin.isatty():
            kill_all([child], number)

    return answering(ENDING, end)


@contextmanager
def answering(numbers: Iterable[signal.Signals], answer: Callable[[int, object], None]) -> Iterator[None]:
    """While these signals are answered so."""
    before = {one: signal.signal(one, answer) for one in numbers}
    try:
        yield
    finally:
        for number, usual in before.items():
            signal.signal(number, usual)


def crashed(code: int) -> str:
    """Why a source was left whose reader ended by itself, with this exit code or (below 0) by this signal."""
    how = signal.Signals(-code).name if code < 0 else f"kode {code}"
    return f"Pembacanya berhenti mendadak ({how}). Mintalah berkas baru, atau cetak ulang dokumen aslinya ke PDF."


def complaint(named: str, stop: str) -> str:
    """The line about the file at which there was a stop."""
    return visible(f"katalog: {named + ': ' if named else ''}{stop}\n")


def _complain(told: Told, stop: str) -> None:
    """One message, with the file: the source that was begun, or what the command line names."""
    named = told.source or ", ".join(word for word in sys.argv[1:] if Path(word).is_file())
    sys.stderr.write(complaint(named, stop))
    sys.stderr.flush()


def limits_of(words: Sequence[str]) -> dict[str, float]:
    """Memory (bytes) and seconds of a command that has no options for them: those of one decree where its words name a
    source, that is built on the fly. Catalogues may be as many and as large as they are.

    >>> limits_of(["export", "katalog/2022.json", "katalog/2023.json", "-o", "tabel"])["memory"]
    inf
    """
    if all(Path(word).suffix.lower() == ".json" for word in words if Path(word).is_file()):
        return {"memory": math.inf, "seconds": math.inf}
    from extract.read.pdf.options import PdfOptions

    usual = PdfOptions()
    return {"memory": usual.memory, "seconds": usual.seconds}


def kill_all(family: Iterable[int], number: int) -> None:
    """Send a signal to those of the processes that are still there."""
    for process in family:
        try:
            os.kill(process, number)
        except ProcessLookupError:
            continue
