"""Documents without an analysis go in, committed analyses come out: the thin Prefect tasks of the analyse flow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.engine import Workers
from tasks.entities.pipelines import recogniser
from tasks.records import Analysis
from tasks.shards.analysis import Text, unanalysable, version
from tasks.shards.analysis import analyse as analyse_shard
from tasks.warehouse.analyses import commit_analysis
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.facts import paragraphs
from tasks.warehouse.runs import Run

SHARD_DOCUMENTS = 25


@dataclass(frozen=True, slots=True)
class Unanalysed:
    """The ids of documents that wait for their analysis, by day, and how many words they have together."""

    documents: tuple[str, ...]
    words: int


@task(name="find unanalysed", task_run_name="find what is not analysed", cache_policy=NO_CACHE)
def find_unanalysed(warehouse: Warehouse, pipeline: str) -> Unanalysed:
    """The documents that count and have no analysis of the present version by this pipeline. Raises PipelineError."""
    recogniser(pipeline)  # what cannot be loaded is told here, once, and not by every worker for every document
    found = warehouse.rows("unanalysed", version=version(pipeline))
    return Unanalysed(tuple(identity for identity, _ in found), sum(words for _, words in found))


@task(name="analyse batch", cache_policy=NO_CACHE)
def analyse_batch(
    warehouse: Warehouse, run: Run, batch: Sequence[str], pipeline: str, workers: Workers, step: Callable[[int], None]
) -> int:
    """Count the words and find the names of these documents, and commit them. Gives the number of mentions."""
    texts = _texts(warehouse, batch)
    shards = [texts[i : i + SHARD_DOCUMENTS] for i in range(0, len(texts), SHARD_DOCUMENTS)]
    analyses: list[Analysis] = []
    for found in workers.run(partial(analyse_shard, pipeline=pipeline), shards, unanalysable):
        analyses += found
        step(len(found))
    warehouse.settle(partial(commit_analysis, warehouse, run, analyses, version(pipeline)), run.id)
    return sum(len(each.mentions) for each in analyses)


def _texts(warehouse: Warehouse, batch: Sequence[str]) -> list[Text]:
    divided = paragraphs(warehouse, batch)
    return [
        Text(identity, language, text, divided.get(identity, ()), _day(published))
        for identity, language, text, published in sorted(warehouse.rows("texts_to_analyse"))
    ]


def _day(published: str) -> date | None:
    """The day of a moment as it is kept, None where it is less precise than a day."""
    return date.fromisoformat(published[:10]) if len(published) >= len("2019-11-07") else None
