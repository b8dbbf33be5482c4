"""An address goes in (a folder, or a `ducklake:` URI), an open warehouse comes out: ask it, or commit to it."""

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd

from tasks.errors import Conflict, WarehouseError
from tasks.warehouse.catalogue import Address, check_version, connect, prepare, quoted, statement, told, word

Result = TypeVar("Result")

TABLES = (
    "sources", "documents", "paragraphs", "repairs", "keys", "parameters", "relations", "analyses", "words", "phrases",
    "measures", "mentions", "entities", "quotes", "dates", "figures", "rulings", "issues", "stories", "runs", "ledger",
)  # fmt: skip


class Warehouse:
    """An open warehouse. Made by `open_warehouse`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def rows(self, question: str, /, **parameters: object) -> list[tuple[Any, ...]]:
        """The answer to `questions/<question>.sql` as tuples."""
        return self._ask(question, parameters).fetchall()

    def frame(self, question: str, /, **parameters: object) -> pd.DataFrame:
        """The answer to `questions/<question>.sql` as a frame."""
        return self._ask(question, parameters).df()

    def table(self, name: str) -> pd.DataFrame:
        """All rows of a table, in an order that is the same each time."""
        return self._connection.execute(_exported(name)).df()

    def copy(self, name: str, form: str, file: Path) -> None:
        """Write all rows of a table to a file. form: csv, jsonl or parquet."""
        options = {"csv": "FORMAT csv, HEADER", "jsonl": "FORMAT json", "parquet": "FORMAT parquet"}[form]
        self._connection.execute(f"COPY ({_exported(name)}) TO '{quoted(str(file))}' ({options})")

    def give(self, name: str, columns: Mapping[str, str], rows: Sequence[Sequence[object]]) -> None:
        """Let questions read these rows as `memory.main.<name>` while the warehouse is open. columns: name to type."""
        typed = ", ".join(f'"{word(column)}" {word(kind)}' for column, kind in columns.items())
        self._connection.execute(f"CREATE OR REPLACE TABLE memory.main.{word(name)} ({typed})")
        self._append(f"memory.main.{name}", tuple(columns), rows)

    def give_more(self, name: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Add rows to what was given under this name."""
        self._append(f"memory.main.{word(name)}", columns, rows)

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Add rows to a table, inside a `commit`."""
        self._append(word(table), columns, rows)

    def _append(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        if not rows:
            return
        by_column = dict(zip(columns, zip(*rows, strict=True), strict=True))
        frame = pd.DataFrame({name: _column(values) for name, values in by_column.items()})
        names = ", ".join(f'"{word(name)}"' for name in columns)
        read = ", ".join(
            f'CAST(CAST("{name}" AS JSON) AS VARCHAR[])' if isinstance(values[0], list) else f'"{name}"'
            for name, values in by_column.items()
        )
        self._connection.register("given", frame)
        try:
            self._connection.execute(f"INSERT INTO {table} ({names}) SELECT {read} FROM given")  # noqa: S608
        finally:
            self._connection.unregister("given")

    def revision(self) -> int:
        """How many commits there were: what is read after asking this is out of date once it has moved."""
        return int(self.rows("revision")[0][0])

    @contextmanager
    def commit(self, message: str, run: str, since: int) -> Iterator[None]:
        """One transaction over all tables: everything inside is there afterwards, or nothing is.

        since: the revision before the first reading that this commit rests on. Raises Conflict when another run has
        committed after it: read again, decide again, try again (`Warehouse.settle` does).
        """
        self._connection.execute("BEGIN")
        try:
            [(moved,)] = self.rows("advance_ledger", since=since)
            if not moved:
                raise Conflict(f"Another run committed before “{message}”.")
            yield
            self._connection.execute(
                "CALL ducklake_set_commit_message('warehouse', 'broadsheet', ?, extra_info => ?)", [message, run]
            )
            self._connection.execute("COMMIT")
        except BaseException as error:
            self._roll_back()
            if isinstance(error, duckdb.Error):
                raise told(error, f"The warehouse did not take the commit “{message}”") from error
            raise

    @contextmanager
    def in_order(self) -> Iterator[None]:
        """What a question writes here stands in the order it gives: of several writers each has rows of its own."""
        self._connection.execute("SET threads = 1")
        try:
            yield
        finally:
            self._connection.execute("RESET threads")

    def settle(self, attempt: Callable[[int], Result], run: str, tries: int = 30) -> Result:
        """Call `attempt` with the present revision until its commit meets no other; give what it gives.

        run: its id, so that two runs that met once do not wait the same time and meet again. Raises the last
        Conflict after so many `tries`.
        """
        wait = random.Random(run)  # noqa: S311 nothing secret in it
        for tried in range(1, tries + 1):
            try:
                return attempt(self.revision())
            except Conflict:
                if tried == tries:
                    raise
                time.sleep(wait.uniform(0.02, 0.1) * min(tried, 10))
        raise AssertionError("the loop returns or raises")

    def snapshot(self) -> int:
        """The number of the newest snapshot."""
        return int(self.rows("newest_snapshot")[0][0])

    def close(self) -> None:
        """Let go of the catalogue."""
        self._connection.close()

    def _ask(self, question: str, parameters: Mapping[str, object]) -> duckdb.DuckDBPyConnection:
        try:
            return self._connection.execute(statement(question), dict(parameters))
        except duckdb.Error as error:
            raise told(error, f"The warehouse could not answer “{question}”") from error

    def _roll_back(self) -> None:
        try:
            self._connection.execute("ROLLBACK")
        except duckdb.TransactionException:
            return  # a failed COMMIT has ended the transaction already


@contextmanager
def open_warehouse(
    uri: str, snapshot: int | None = None, memory: str = "2GB", make: bool = True
) -> Iterator[Warehouse]:
    """The warehouse at an address, made if there is none yet; with `snapshot`, as it stood then and read-only.

    uri: a folder, or "ducklake:CATALOGUE?data=PATH". memory: DuckDB's limit, as it writes sizes. make: whether one is
    made where there is none. Raises WarehouseError.
    """
    address = Address.parse(uri)
    if address.folder and not make and not (address.folder / "catalogue.sqlite").exists():
        raise WarehouseError(f"There is no warehouse at {uri}: name it with --warehouse, or make it with a run.")
    connection = connect(address, snapshot, memory)
    warehouse = Warehouse(connection)
    try:
        if snapshot is None:
            prepare(connection, uri)
        check_version(connection, uri, snapshot)
        yield warehouse
    finally:
        warehouse.close()


def _column(values: Sequence[object]) -> "pd.Series[Any]":
    """Values in a form of which DuckDB need not guess the type from the first few: lists go as JSON."""
    kind = type(values[0])
    if kind is list:
        return pd.Series([json.dumps(value) for value in values], dtype="object")
    if kind is str:
        return pd.Series([_text(str(value)) for value in values], dtype="object")
    return pd.Series(list(values), dtype="int64" if kind is int else "float64" if kind is float else "object")


def _text(value: str) -> str:
    """Text that has a form in UTF-8: a lone surrogate, as in a file name that is no text, would end the process."""
    return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode("utf-8")


def _exported(name: str) -> str:
    """The rows of a table as they are handed out: relations with the names of their files."""
    return statement("relations_exported") if name == "relations" else f"FROM {_table(name)} ORDER BY ALL"


def _table(name: str) -> str:
    if name not in TABLES:
        raise WarehouseError(f"There is no table {name!r}. There are: {', '.join(TABLES)}.")
    return name
