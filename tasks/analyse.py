"""Documents without an analysis go in, committed analyses come out: the thin Prefect tasks of the analyse flow."""

from collections.abc import Callable, Sequence
from functools import partial

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.engine import Engine
from tasks.engine import run as run_shards
from tasks.records import Analysis, Paragraph
from tasks.shards import ANALYSIS_VERSION, Text
from tasks.shards import analyse as analyse_shard
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.writes import Run, commit_analysis

SHARD_DOCUMENTS = 25


@task(name="find unanalysed", task_run_name="find what is not analysed", cache_policy=NO_CACHE)
def find_unanalysed(warehouse: Warehouse) -> list[str]:
    """The ids of documents that count and have no analysis of the present version, by day."""
    return [identity for identity, _ in warehouse.rows("unanalysed", version=ANALYSIS_VERSION)]


@task(name="analyse batch", cache_policy=NO_CACHE)
def analyse_batch(
    warehouse: Warehouse, run: Run, batch: Sequence[str], engine: str, step: Callable[[int], None]
) -> int:
    """Count the words and find the names of these documents, and commit them. Gives the number of mentions."""
    texts = _texts(warehouse, batch)
    shards = [texts[i : i + SHARD_DOCUMENTS] for i in range(0, len(texts), SHARD_DOCUMENTS)]
    analyses: list[Analysis] = []
    for found in run_shards(analyse_shard, shards, Engine.parse(engine, sum(len(t.text) for t in texts)), nothing):
        analyses += found
        step(len(found))
    warehouse.settle(partial(commit_analysis, warehouse, run, analyses, ANALYSIS_VERSION), run.id)
    return sum(len(each.mentions) for each in analyses)


def nothing(text: Text) -> Analysis:
    """What is kept of a text whose worker died each time: it counts as analysed, with nothing found."""
    return Analysis(text.id, (), (), "analysing it ended the worker process")


def _texts(warehouse: Warehouse, batch: Sequence[str]) -> list[Text]:
    warehouse.give("wanted", {"id": "VARCHAR"}, [(each,) for each in batch])
    paragraphs: dict[str, list[Paragraph]] = {}
    for document, kind, start, end in warehouse.rows("paragraphs_of"):
        paragraphs.setdefault(document, []).append(Paragraph(start, end, kind))
    return [
        Text(identity, language, text, tuple(paragraphs.get(identity, ())))
        for identity, language, text in sorted(warehouse.rows("texts_to_analyse"))
    ]
