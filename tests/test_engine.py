"""Work runs where it is told to, in order, and survives the death of its workers."""

import errno
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tasks.engine import WORTH_PROCESSES, Engine, Guard, workers
from tasks.errors import EngineError

SHARDS = [[1, 2, 3], [4], [5, 6]]


def doubled(items: list[int]) -> list[int]:
    return [2 * item for item in items]


def doubled_unless_five(items: list[int]) -> list[int]:
    if 5 in items:
        os._exit(1)
    return doubled(items)


def doubled_with_care(items: list[int]) -> list[int | str]:
    """What goes wrong in a process that reads what it should not: it dies, hangs, computes for ever, eats memory."""
    for item in items:
        match item:
            case 1:
                os.kill(os.getpid(), signal.SIGSEGV)
            case 2:
                time.sleep(60)
            case 3:
                while True:
                    pass
            case 4:
                assert [bytes(10_000_000) for _ in range(200)]
    return [2 * item for item in items]


def written(items: list[str]) -> list[str]:
    print("said to nobody", flush=True)  # pytest's capture is a file: it may not be written to either
    print("said to nobody", file=sys.stderr, flush=True)
    for item in items:
        try:
            Path(item).write_text("something")
        except OSError as error:
            return [errno.errorcode[error.errno or 0]]
    return items


def lost(item: int, why: str) -> int:
    return -item


def told(item: int, why: str) -> int | str:
    return why


def run(engine: Engine, function: Callable[[list[int]], list[int]], guard: Guard | None = None) -> list[list[int]]:
    with workers(engine, guard) as crew:
        return list(crew.run(function, SHARDS, lost))


@pytest.mark.parametrize("setting", ["inline", "processes:2"])
def test_results_come_in_the_order_of_the_shards(setting: str) -> None:
    assert run(Engine.parse(setting, 0), doubled) == [[2, 4, 6], [8], [10, 12]]


def test_the_item_that_kills_its_worker_is_lost_alone() -> None:
    results = run(Engine.parse("processes:2", 0), doubled_unless_five)
    assert results == [[2, 4, 6], [8], [-5, 12]]


@pytest.mark.parametrize(
    ("item", "why"),
    [
        (1, "it ended the worker process"),
        (2, "it took more than 5 seconds"),
        (3, "it took more than 5 seconds"),
        (4, "it took more memory than one file may have"),
    ],
)
def test_a_guarded_worker_cannot_take_the_run_with_it(item: int, why: str) -> None:
    with workers(Engine("inline"), Guard(seconds=5, memory=500_000_000)) as crew:
        assert list(crew.run(doubled_with_care, [[7], [item, 8], [9]], told)) == [[14], [why, 16], [18]]


def test_a_guarded_worker_writes_no_file(tmp_path: Path) -> None:
    file = tmp_path / "file"
    with workers(Engine("inline"), Guard(seconds=20, memory=500_000_000)) as crew:
        assert list(crew.run(written, [[str(file)]], lambda item, why: why)) == [["EFBIG"]]
    assert not file.exists() or not file.read_bytes()


def test_auto_goes_by_the_size_of_the_work() -> None:
    assert Engine.parse("auto", 10).kind == "inline"
    assert Engine.parse("auto", WORTH_PROCESSES).kind == ("processes" if (os.cpu_count() or 1) > 1 else "inline")


@pytest.mark.parametrize("setting", ["", "procesess", "processes:two", "dask"])
def test_a_wrong_setting_is_told(setting: str) -> None:
    with pytest.raises(EngineError, match="engine = "):
        Engine.parse(setting, 0)


def test_a_scheduler_that_does_not_answer_is_told() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(EngineError, match="No Dask scheduler"):
        run(Engine("dask", address="tcp://127.0.0.1:9"), doubled)
