"""Work runs where it is told to, in order, and survives the death of its workers."""

import os

import pytest

from tasks.engine import WORTH_PROCESSES, Engine, run
from tasks.errors import EngineError

SHARDS = [[1, 2, 3], [4], [5, 6]]


def doubled(items: list[int]) -> list[int]:
    return [2 * item for item in items]


def doubled_unless_five(items: list[int]) -> list[int]:
    if 5 in items:
        os._exit(1)
    return doubled(items)


def lost(item: int) -> int:
    return -item


@pytest.mark.parametrize("setting", ["inline", "processes:2"])
def test_results_come_in_the_order_of_the_shards(setting: str) -> None:
    assert list(run(doubled, SHARDS, Engine.parse(setting, 0), lost)) == [[2, 4, 6], [8], [10, 12]]


def test_the_item_that_kills_its_worker_is_lost_alone() -> None:
    results = list(run(doubled_unless_five, SHARDS, Engine.parse("processes:2", 0), lost))
    assert results == [[2, 4, 6], [8], [-5, 12]]


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
        list(run(doubled, SHARDS, Engine("dask", address="tcp://127.0.0.1:9"), lost))
