"""Entries of an index go in, batch after batch; the warehouse's index is they and nothing else, from one commit on.

They wait in DuckDB's memory (and on its scratch disk), as a transaction that is open while texts are signed would meet
every other run.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.records import KeyKind, Keys
from tasks.warehouse.connection import Warehouse
from tasks.warehouse.runs import Run, insert_run

_SIGNED = {"number": "BIGINT", "id": "VARCHAR", "text_hash": "VARCHAR"}
_KEYS = {"number": "BIGINT", "kind": "VARCHAR", "key": "BIGINT"}


@dataclass(frozen=True, slots=True)
class Indexed:
    """How large an index is: documents that can be found by it, and the keys that lead to them."""

    documents: int
    keys: int


def begin(warehouse: Warehouse) -> None:
    """Let no entry wait."""
    warehouse.give("signed", _SIGNED, [])
    warehouse.give("signed_keys", _KEYS, [])


def unsigned(warehouse: Warehouse) -> list[tuple[str, str, int]]:
    """The documents of an index that have no entry yet, or one of another text, in the order they were taken in.

    Gives id, hash of the text and number of words of each.
    """
    warehouse.rows("note_order")
    return warehouse.rows("unsigned")


def keep(warehouse: Warehouse, entries: Sequence[tuple[str, str, Keys]]) -> None:
    """Let these entries wait for the commit: id, hash of the text and keys of each."""
    [(first,)] = warehouse.rows("signed_so_far")
    warehouse.give_more("signed", tuple(_SIGNED), [(first + i, id, hash) for i, (id, hash, _) in enumerate(entries)])
    warehouse.give_more("signed_keys", tuple(_KEYS), list(_rows(first, entries)))


def commit_index(
    warehouse: Warehouse, run: Run, parameters: Mapping[str, str], crowds: Mapping[KeyKind, int], since: int
) -> Indexed:
    """Put what waits in the place of the index. Raises Conflict.

    parameters: what it was made with, as text. crowds: by kind of key, how many documents one leads to: the first.
    """
    with warehouse.in_order(), warehouse.commit("reindex", run.id, since):
        insert_run(warehouse, run)
        warehouse.rows("forget_index")
        warehouse.rows("forget_parameters")
        warehouse.rows("renew_keys", **{str(kind): most for kind, most in crowds.items()})
        warehouse.insert("parameters", ("name", "value"), sorted(parameters.items()))
    [(documents, keys)] = warehouse.rows("index_size")
    return Indexed(documents, keys)


def _rows(first: int, entries: Sequence[tuple[str, str, Keys]]) -> Iterator[tuple[int, str, int]]:
    for number, (_, _, by_kind) in enumerate(entries, start=first):
        for kind, keys in by_kind.items():
            for key in keys:
                yield number, kind, key
