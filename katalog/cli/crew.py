"""Sources that don't depend on each other, worked on by several processes at a time, each watched by itself.

A worker is forked before anything heavy is imported, and takes one source after another, so that it imports once. What
it says on standard error goes to a file of its own, and is told when all sources before have been told. So a run by
several processes says and writes the same, in the same order, as a run by one. A worker that dies, or passes its
limits, takes nothing with it but the source that it has; another one takes its place.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NoReturn, TextIO

from katalog.cli.messages import counting
from katalog.cli.options import keep_terminal
from katalog.cli.watch import ENDING, LOOK, Desk, Told, answering, complaint, crashed, kill_all
from katalog.errors import OK, UNUSABLE
from katalog.processes import family_of

#: Seconds that a worker has to leave nothing half written, when the command is ended.
_LAST = 2.0
_FAILED = 70

#: Works on a source, given what was written under its name by an earlier one: the exit code.
Work = Callable[[Path, Path | None], int]


@dataclass(slots=True)
class _Worker:
    """A process, and the ways to it: `jobs` for the numbers of sources, `told_by` for what it tells of them, `said` for
    its standard error, read up to `heard`. `number` is the source that it has, `stop` why it was stopped there."""

    process: int
    jobs: BinaryIO
    told_by: BinaryIO
    said: BinaryIO
    told: Told
    number: int = -1
    stop: str = ""
    heard: int = 0
    encoding: str = "utf-8"

    def take(self, number: int, earlier: int | None) -> None:
        self.number, self.told.source, self.told.begun = number, str(number), time.monotonic()
        try:
            self.jobs.write(json.dumps([number, earlier]).encode() + b"\n")
        except BrokenPipeError:
            return  # it has ended, which is seen at the next look

    def hear(self) -> bool:
        """Take what it tells; whether it can still tell something."""
        data = os.read(self.told_by.fileno(), 65536)
        self.told.hear(data)
        return bool(data)

    def new_words(self) -> str:
        """What it has said since the last time."""
        data = os.pread(self.said.fileno(), os.fstat(self.said.fileno()).st_size - self.heard, self.heard)
        self.heard += len(data)
        return data.decode(self.encoding, "backslashreplace")

    def close(self) -> None:
        for way in (self.jobs, self.told_by, self.said):
            way.close()


@dataclass(slots=True)
class Crew:
    """Does `work` on `sources`, by at most `size` workers. Sources that share a name (`names`) are worked on one after
    another, as the later one is refused where the earlier one has been written. `limits` hold for each source: bytes
    of memory of its processes, seconds."""

    sources: Sequence[Path]
    names: Sequence[str]
    work: Work
    size: int
    limits: dict[str, float]
    worst: int = OK
    _workers: list[_Worker] = field(default_factory=list)
    _waiting: list[int] = field(default_factory=list)
    _written: dict[str, int] = field(default_factory=dict)
    _results: dict[int, tuple[str, int]] = field(default_factory=dict)
    #: Standard error itself: the bar stands before it.
    _errors: TextIO = field(default_factory=lambda: sys.stderr)
    _done: int = 0
    _told: int = 0

    def run(self) -> int:
        """The worst of the exit codes, when all sources are done. Whatever ends it, the workers have ended as well, and
        what they had finished is told."""
        self._waiting = list(range(len(self.sources)))
        # without a thread that draws: workers are forked in between
        ending = answering([one for one in ENDING if one != signal.SIGINT], _end_in_good_order)
        with ending, counting("Membaca", ticking=False) as show:
            try:
                while self._waiting or self._workers:
                    self._hand_out()
                    self._listen(show)
                    while self._told in self._results:
                        self._tell(self._told)
            finally:
                self._end()
        return self.worst

    def _hand_out(self) -> None:
        busy = {self.names[worker.number] for worker in self._workers if worker.told.source}
        idle = [worker for worker in self._workers if not worker.told.source and not worker.jobs.closed]
        for number in list(self._waiting):
            if not idle and len(self._workers) >= self.size:
                return
            name = self.names[number]
            if name not in busy:
                worker = idle.pop() if idle else self._hired()
                worker.take(number, self._written.get(name))
                busy.add(name)
                self._waiting.remove(number)
        if not self._waiting:
            for worker in idle:
                worker.jobs.close()

    def _listen(self, show: Callable[[str, int, int], None]) -> None:
        ready, _, _ = select.select([worker.told_by for worker in self._workers], [], [], LOOK)
        for worker in list(self._workers):
            had = worker.told.source
            open_ = worker.told_by not in ready or self._hear(worker)
            # nobody can write to the pipe any more: it ends now
            ended, status = os.waitpid(worker.process, os.WNOHANG if open_ else 0)
            if ended:
                self._leave(worker, status)
            elif worker.told.source and not worker.stop and (stop := worker.told.over(worker.process)):
                worker.stop = stop
                kill_all([worker.process, *worker.told.family], signal.SIGKILL)
            if had and not worker.told.source:
                show(self.sources[worker.number].name, self._done, len(self.sources))

    def _leave(self, worker: _Worker, status: int) -> None:
        """A worker has ended. It may have told of its source just before; else it was the source that ended it."""
        self._last_words(worker)
        if worker.told.source:
            kill_all(worker.told.family, signal.SIGKILL)
            stop = worker.stop or crashed(os.waitstatus_to_exitcode(status))
            worker.told.finish(worker.told.source, UNUSABLE)
            self._finish(worker, complaint(str(self.sources[worker.number]), stop))
        worker.close()
        self._workers.remove(worker)

    def _last_words(self, worker: _Worker) -> None:
        os.set_blocking(worker.told_by.fileno(), False)
        try:
            while self._hear(worker):
                pass
        except BlockingIOError:
            pass  # a process below it holds the pipe

    def _hear(self, worker: _Worker) -> bool:
        """Take what it tells, and that its source is finished; whether it can still tell something."""
        had, open_ = worker.told.source, worker.hear()
        if had and not worker.told.source:
            self._finish(worker)
        return open_

    def _finish(self, worker: _Worker, more: str = "") -> None:
        _, code = worker.told.done[-1]
        self._results[worker.number] = worker.new_words() + more, code
        self._done += 1
        if code != UNUSABLE:
            self._written[self.names[worker.number]] = worker.number

    def _tell(self, number: int) -> None:
        said, code = self._results.pop(number)
        self._told, self.worst = number + 1, max(self.worst, code)
        sys.stderr.write(said)
        sys.stderr.flush()

    def _end(self) -> None:
        """End the workers that are left, because this command is ended; tell what was finished."""
        if not self._workers:
            return
        for one in ENDING:
            signal.signal(one, signal.SIG_IGN)
        below = [one for worker in self._workers for one in family_of(worker.process)]
        kill_all([worker.process for worker in self._workers], signal.SIGTERM)
        until = time.monotonic() + _LAST
        for worker in self._workers:
            while not _has_ended(worker.process):
                if time.monotonic() > until:
                    kill_all(family_of(worker.process), signal.SIGKILL)
                time.sleep(0.02)
            self._last_words(worker)
        kill_all(below, signal.SIGKILL)
        for number in sorted(self._results):
            self._tell(number)

    def _hired(self) -> _Worker:
        jobs, told = os.pipe(), os.pipe()
        # the file belongs to the worker, which closes it
        said = tempfile.TemporaryFile()  # noqa: SIM115
        sys.stdout.flush()
        sys.stderr.flush()
        process = os.fork()
        if process == 0:
            os.close(jobs[1])
            os.close(told[0])
            self._labour(jobs[0], Desk(told[1]), said)
        os.close(jobs[0])
        os.close(told[1])
        ways = os.fdopen(jobs[1], "wb", 0), os.fdopen(told[0], "rb", 0)
        worker = _Worker(
            process, *ways, said, Told(limits=dict(self.limits), optional=True), encoding=self._errors.encoding
        )
        self._workers.append(worker)
        return worker

    def _labour(self, jobs: int, desk: Desk, said: BinaryIO) -> NoReturn:
        """The life of a worker, which ends when nobody can give it sources any more."""
        code = _FAILED
        try:
            # Ctrl-C reaches all; who has hired this worker then ends it by SIGTERM
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            for number in (signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, _interrupt)
            for other in self._workers:
                other.close()
            if self._errors.isatty():
                keep_terminal()
            sys.stderr = self._errors
            os.dup2(said.fileno(), 2)
            with os.fdopen(jobs, "rb") as lines:
                for line in lines:
                    self._do(desk, *json.loads(line))
            atexit._run_exitfuncs()
            code = OK
        finally:
            os._exit(code)

    def _do(self, desk: Desk, number: int, earlier: int | None) -> None:
        with desk.source(str(number)) as codes:
            codes.append(self.work(self.sources[number], None if earlier is None else self.sources[earlier]))
            sys.stderr.flush()


def _has_ended(process: int) -> bool:
    try:
        return os.waitpid(process, os.WNOHANG)[0] != 0
    except ChildProcessError:
        return True  # was seen just before the interruption


def _interrupt(number: int, _: object) -> NoReturn:
    """Once: what is being written is to be taken back undisturbed."""
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def _end_in_good_order(number: int, _: object) -> NoReturn:
    """What would end this process at once, with the same exit code."""
    raise SystemExit(128 + number)
