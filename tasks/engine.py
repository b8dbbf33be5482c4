"""Shards of work and a pure function go in, results come out in order: in this process, in worker processes, on Dask.

A shard is a list of items small enough to be done again. A worker that dies, or is stopped because its shard took too
long, loses that shard only: its items run again alone, each in a fresh process, and the one that does it again is
handed to `lost`.
"""

import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures import TimeoutError as OutOfTime
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from tasks.errors import EngineError

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this much work two processes cost more in start-up (about 1.5 s) than they save.
WORTH_PROCESSES = 4_000_000


@dataclass(frozen=True, slots=True)
class Engine:
    """Where work runs. kind: "inline", "processes" or "dask"; workers: processes; address: of the Dask scheduler."""

    kind: str
    workers: int = 1
    address: str = ""

    @classmethod
    def parse(cls, setting: str, work: int) -> "Engine":
        """From the setting: inline, processes[:N], dask://host:port, or auto, which goes by `work` (characters)."""
        kind, _, rest = setting.partition(":")
        cores = os.cpu_count() or 1
        if setting == "auto":
            return cls("processes", cores) if work >= WORTH_PROCESSES and cores > 1 else cls("inline")
        if setting == "inline":
            return cls("inline")
        if kind == "processes" and (not rest or rest.isdigit()):
            return cls("processes", max(1, int(rest or cores)))
        if kind == "dask" and rest:
            return cls("dask", address=f"tcp:{rest}")
        raise EngineError(f"engine = {setting!r}: use auto, inline, processes, processes:N or dask://host:port.")


@dataclass(frozen=True, slots=True)
class Guard:
    """What a worker process may use. seconds: on the clock and of the processor, for one shard; memory: bytes of data.

    pace: bytes of work for which a shard has one second more, so that what is large and honest is not stopped.
    prepare: called in the worker before the limits hold, to load what the work needs. A guarded worker writes no file.
    It is a process of its own on this machine; on Dask the limits are the cluster's.
    """

    seconds: int
    memory: int
    prepare: Callable[[], None] | None = None
    pace: int = 100_000


def _small(item: object) -> int:  # noqa: ARG001 what is small has no size to speak of
    return 0


class Workers:
    """Where the shards of a stage run, batch after batch. Made by `workers`."""

    def __init__(self, guard: Guard | None, executor: Executor | None, pool: ProcessPool | None) -> None:
        self._guard, self._executor, self._pool = guard, executor, pool

    def run(
        self,
        function: Callable[[list[Item]], list[Result]],
        shards: Sequence[list[Item]],
        lost: Callable[[Item, str], Result],
        size: Callable[[Item], int] = _small,
    ) -> Iterator[list[Result]]:
        """The results of each shard, in the order of the shards.

        function: pure, importable by name in a worker. lost: what to say of an item whose worker died, or had to be
        stopped, when it was tried alone, and why. size: bytes of an item, by which guarded workers get more time.
        """
        if self._executor:
            yield from self._executor.map(function, shards)
        elif self._pool:
            futures = [_scheduled(self._pool, function, shard, self._patience(shard, size)) for shard in shards]
            for shard, future in zip(shards, futures, strict=True):
                try:
                    yield future.result()
                except (ProcessExpired, OutOfTime, MemoryError):
                    yield [result for item in shard for result in self._alone(function, item, lost, size)]
        else:
            yield from map(function, shards)

    def _alone(
        self,
        function: Callable[[list[Item]], list[Result]],
        item: Item,
        lost: Callable[[Item, str], Result],
        size: Callable[[Item], int],
    ) -> list[Result]:
        """The result of an item that runs in a process of its own."""
        seconds = self._patience([item], size)
        with _pool(1, self._guard) as pool:
            try:
                return _scheduled(pool, function, [item], seconds).result()
            except OutOfTime:
                return [lost(item, f"it took more than {seconds:,} seconds")]
            except MemoryError:
                return [lost(item, "it took more memory than one file may have")]
            except ProcessExpired:
                return [lost(item, "it ended the worker process")]

    def _patience(self, shard: Sequence[Item], size: Callable[[Item], int]) -> int | None:
        """How many seconds a shard may take, None for any time."""
        if not self._guard:
            return None
        return self._guard.seconds + sum(map(size, shard)) // self._guard.pace


@contextmanager
def workers(engine: Engine, guard: Guard | None = None) -> Iterator[Workers]:
    """Workers of an engine. guard: limits for each; on Dask those are the cluster's own.

    Raises EngineError where no workers can be had.
    """
    if engine.kind == "dask":
        with _dask(engine.address) as executor:
            yield Workers(guard, executor, None)
    elif engine.kind == "inline" and guard is None:
        yield Workers(guard, None, None)
    else:
        with _pool(engine.workers, guard) as pool:
            yield Workers(guard, None, pool)


def _scheduled(
    pool: ProcessPool, function: Callable[[list[Item]], list[Result]], shard: list[Item], seconds: int | None
) -> "Future[list[Result]]":
    future: Future[list[Result]] = pool.schedule(_limited, (function, shard, seconds), timeout=seconds)
    return future


def _limited(function: Callable[[list[Item]], list[Result]], shard: list[Item], seconds: int | None) -> list[Result]:
    """In the worker: run a shard, with so much processor time from here on."""
    if seconds is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds + 1)
    return function(shard)


@contextmanager
def _pool(workers: int, guard: Guard | None) -> Iterator[ProcessPool]:
    # Not forked: the parent has threads (Prefect's, DuckDB's) whose locks a fork would copy in whatever state they are.
    pool = ProcessPool(workers, initializer=_begin, initargs=[guard], context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.stop()
        pool.join()


def _begin(guard: Guard | None) -> None:
    """In the worker, first of all: what it may not use. What the system cannot limit is left to the clock."""
    if guard:
        if guard.prepare:
            guard.prepare()
        sys.dont_write_bytecode = True
        _say_nothing()
        _limit(resource.RLIMIT_DATA, guard.memory)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_CORE, 0)


def _say_nothing() -> None:
    """What libraries print over odd input goes nowhere: where a log is a file, it could not be written either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as error:
        raise EngineError("engine = dask://... needs the extra: pip install 'broadsheet[dask]'.") from error
    try:
        client = Client(address, timeout="10s")
    except OSError as error:
        raise EngineError(f"No Dask scheduler answers at {address}: {error}") from error
    with client:
        yield client.get_executor(pure=False)
