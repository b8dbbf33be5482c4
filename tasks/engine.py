"""Shards of work and a pure function go in, results come out in order: in this process, in worker processes, on Dask.

A shard is a list of items small enough to be done again. A worker that dies loses its shard only: the shard runs again
alone, is halved while it keeps killing its worker, and the one item that does it is handed to `lost`.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeVar

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


def run(
    function: Callable[[list[Item]], list[Result]],
    shards: Sequence[list[Item]],
    engine: Engine,
    lost: Callable[[Item], Result],
) -> Iterator[list[Result]]:
    """The results of each shard, in the order of the shards.

    function: pure, importable by name in a worker. lost: what to say of an item whose worker died each time it was
    tried. Raises EngineError where no workers can be had.
    """
    if engine.kind == "inline":
        yield from map(function, shards)
        return
    if engine.kind == "dask":
        with _dask(engine.address) as executor:
            yield from executor.map(function, shards)
        return
    yield from _processes(function, shards, engine.workers, lost)


def _processes(
    function: Callable[[list[Item]], list[Result]],
    shards: Sequence[list[Item]],
    workers: int,
    lost: Callable[[Item], Result],
) -> Iterator[list[Result]]:
    done = 0
    while done < len(shards):
        with _pool(workers) as pool:
            futures = [pool.submit(function, shard) for shard in shards[done:]]
            try:
                for future in futures:
                    yield future.result()
                    done += 1
            except BrokenProcessPool:
                for future in futures:
                    future.cancel()
        if done < len(shards):  # the first shard without a result may be the one: it runs alone, the rest go on
            yield _alone(function, shards[done], lost)
            done += 1


def _alone(
    function: Callable[[list[Item]], list[Result]], shard: list[Item], lost: Callable[[Item], Result]
) -> list[Result]:
    with _pool(1) as pool:
        try:
            return pool.submit(function, shard).result()
        except BrokenProcessPool:
            pass
    if len(shard) == 1:
        return [lost(shard[0])]
    middle = len(shard) // 2
    return [*_alone(function, shard[:middle], lost), *_alone(function, shard[middle:], lost)]


def _pool(workers: int) -> ProcessPoolExecutor:
    # Not forked: the parent has threads (Prefect's, DuckDB's) whose locks a fork would copy in whatever state they are.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


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
