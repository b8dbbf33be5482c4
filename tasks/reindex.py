"""A warehouse and parameters in, its index made anew from the texts out: all of it, or nothing is changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial

from tasks.duplicates.parameters import PARAMETERS, Parameters
from tasks.duplicates.relate import CROWD
from tasks.engine import Workers
from tasks.errors import SettingsError
from tasks.shards.signing import Unsigned, sign_all, unsignable
from tasks.text.filenames import placed
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.facts import counted_texts, known_articles
from tasks.warehouse.index import Indexed, begin, commit_index, keep, unsigned
from tasks.warehouse.runs import Run

MOST = 1000  # of any of these: far beyond what makes sense, far below what fills the memory
BATCH_DOCUMENTS, BATCH_WORDS = 2_000, 1_000_000  # whose texts are in memory together
SHARD_DOCUMENTS = 50


def changed(changes: Mapping[str, int]) -> Parameters:
    """The program's own parameters but for these. Raises SettingsError for values that no index can be made with."""
    for name, value in changes.items():
        if not 1 <= value <= MOST:
            raise SettingsError(f"{_option(name)} {value}: a number from 1 to {MOST:,} is wanted.")
    parameters = Parameters(**(asdict(PARAMETERS) | dict(changes)))
    if parameters.bands * parameters.rows > parameters.values:
        raise SettingsError(
            f"{parameters.bands} bands of {parameters.rows} rows take {parameters.bands * parameters.rows} values, and "
            f"a signature has {parameters.values}: fewer --bands or --rows are wanted."
        )
    return parameters


def reindex(
    warehouse: Warehouse, run: Run, parameters: Parameters, workers: Workers, step: Callable[[int], None]
) -> Indexed:
    """Sign every document that is to be found, and commit the index that comes of it.

    Where another run commits meanwhile, what it changed is signed too.
    """
    begin(warehouse)
    attempt = partial(_sign_and_commit, warehouse=warehouse, run=run, parameters=parameters, crew=workers, step=step)
    return warehouse.settle(attempt, run.id)


def _sign_and_commit(
    since: int, warehouse: Warehouse, run: Run, parameters: Parameters, crew: Workers, step: Callable[[int], None]
) -> Indexed:
    for batch in _batches(unsigned(warehouse)):
        documents = _documents(warehouse, batch)
        shards = [documents[i : i + SHARD_DOCUMENTS] for i in range(0, len(documents), SHARD_DOCUMENTS)]
        for entries in crew.run(partial(sign_all, parameters=parameters), shards, unsignable):
            keep(warehouse, [(each.id, each.text_hash, each.keys) for each in entries])
            step(len(entries))
    return commit_index(warehouse, run, parameters.written(), CROWD, since)


def _batches(waiting: Sequence[tuple[str, str, int]]) -> Iterator[dict[str, str]]:
    """The documents in pieces of bounded number and size: by id, the hash of the text."""
    batch: dict[str, str] = {}
    size = 0
    for id, text_hash, words in waiting:
        if batch and (size + words > BATCH_WORDS or len(batch) == BATCH_DOCUMENTS):
            yield batch
            batch, size = {}, 0
        batch[id] = text_hash
        size += words
    if batch:
        yield batch


def _documents(warehouse: Warehouse, batch: Mapping[str, str]) -> list[Unsigned]:
    texts = counted_texts(warehouse, list(batch))
    return [
        Unsigned(id, batch[id], texts[id], placed(path, member), url, title, publisher)
        for id, _, path, member, url, title, publisher, *_ in known_articles(warehouse, list(batch))
    ]


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
