"""An address goes in (a folder, or a `ducklake:` URI), an open warehouse comes out: ask it, or commit to it."""

import importlib
import random
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd

from tasks.errors import Conflict, WarehouseError

Result = TypeVar("Result")

SCHEMA_VERSION = 1
EXTENSIONS = ("sqlite_scanner", "ducklake")
TABLES = (
    "sources", "documents", "paragraphs", "repairs", "bands", "relations", "analyses", "words", "mentions", "entities",
    "quotes", "dates", "figures", "issues", "runs", "ledger",
)  # fmt: skip
# What DuckLake says when another run's commit came first, and SQLite when its write lock was taken meanwhile.
LOST_RACE = re.compile(r"database is locked|conflict", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a warehouse is: the DuckLake catalogue and the folder (or prefix) of its Parquet files."""

    catalogue: str
    data: str

    @classmethod
    def parse(cls, uri: str) -> "Address":
        """A folder keeps its catalogue in `catalogue.sqlite`; `ducklake:CATALOGUE?data=PATH` names both parts."""
        if not uri.startswith("ducklake:"):
            folder = Path(uri)
            return cls(f"sqlite:{folder / 'catalogue.sqlite'}", str(folder / "data"))
        catalogue, mark, data = uri.removeprefix("ducklake:").partition("?data=")
        if not mark:
            raise WarehouseError(f"{uri}: a ducklake: address needs ?data=PATH, where the Parquet files lie.")
        return cls(catalogue, data)

    @property
    def folder(self) -> Path | None:
        """The local folder that must exist before the catalogue can be made, if it is local."""
        path = self.catalogue.removeprefix("sqlite:")
        return Path(path).parent if path != self.catalogue else None


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
        return self._connection.execute(f"FROM {_table(name)} ORDER BY ALL").df()

    def copy(self, name: str, form: str, file: Path) -> None:
        """Write all rows of a table to a file. form: csv, jsonl or parquet."""
        options = {"csv": "FORMAT csv, HEADER", "jsonl": "FORMAT json", "parquet": "FORMAT parquet"}[form]
        self._connection.execute(f"COPY (FROM {_table(name)} ORDER BY ALL) TO '{_quoted(str(file))}' ({options})")

    def give(self, name: str, columns: Mapping[str, str], rows: Sequence[Sequence[object]]) -> None:
        """Let questions read these rows as `memory.main.<name>` while the warehouse is open. columns: name to type."""
        typed = ", ".join(f'"{_word(column)}" {_word(kind)}' for column, kind in columns.items())
        self._connection.execute(f"CREATE OR REPLACE TABLE memory.main.{_word(name)} ({typed})")
        self._append(f"memory.main.{name}", tuple(columns), rows)

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Add rows to a table, inside a `commit`."""
        self._append(_word(table), columns, rows)

    def _append(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        if not rows:
            return
        by_column = zip(columns, zip(*rows, strict=True), strict=True)
        frame = pd.DataFrame({name: pd.Series(list(values), dtype="object") for name, values in by_column})
        names = ", ".join(f'"{_word(name)}"' for name in columns)
        self._connection.register("given", frame)
        try:
            self._connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM given")  # noqa: S608
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
                raise _told(error, f"The warehouse did not take the commit “{message}”") from error
            raise

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
            raise _told(error, f"The warehouse could not answer “{question}”") from error

    def _roll_back(self) -> None:
        try:
            self._connection.execute("ROLLBACK")
        except duckdb.TransactionException:
            return  # a failed COMMIT has ended the transaction already


@contextmanager
def open_warehouse(uri: str, snapshot: int | None = None, memory: str = "2GB") -> Iterator[Warehouse]:
    """The warehouse at an address, made if there is none yet; with `snapshot`, as it stood then and read-only.

    uri: a folder, or "ducklake:CATALOGUE?data=PATH". memory: DuckDB's limit, as it writes sizes. Raises WarehouseError.
    """
    address = Address.parse(uri)
    connection = _connect(address, snapshot, memory)
    warehouse = Warehouse(connection)
    try:
        if snapshot is None:
            _prepare(connection, uri)
        yield warehouse
    finally:
        warehouse.close()


@cache
def statement(question: str) -> str:
    """The SQL of `questions/<question>.sql`."""
    return (resources.files(__package__) / "questions" / f"{_word(question)}.sql").read_text(encoding="utf-8")


def _connect(address: Address, snapshot: int | None, memory: str) -> duckdb.DuckDBPyConnection:
    if address.folder:
        address.folder.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect(
        config={"autoinstall_known_extensions": False, "autoload_known_extensions": False, "memory_limit": memory}
    )
    try:
        for name in EXTENSIONS:
            connection.execute(f"LOAD '{_extension(name)}'")
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET preserve_insertion_order = true")
        _attach(connection, address, snapshot)
        connection.execute("USE warehouse")
    except duckdb.Error as error:
        connection.close()
        raise WarehouseError(f"The warehouse at {address.catalogue} cannot be opened: {error}") from error
    return connection


def _attach(connection: duckdb.DuckDBPyConnection, address: Address, snapshot: int | None) -> None:
    options = [f"data_path '{_quoted(address.data)}'"]
    if address.catalogue.startswith("sqlite:"):
        options += ["META_JOURNAL_MODE 'WAL'", "META_BUSY_TIMEOUT 5000"]
    if snapshot is not None:
        options += [f"snapshot_version {snapshot:d}", "read_only"]
    connection.execute(f"ATTACH 'ducklake:{_quoted(address.catalogue)}' AS warehouse ({', '.join(options)})")


def _prepare(connection: duckdb.DuckDBPyConnection, uri: str, tries: int = 20) -> None:
    """Make the tables if there are none; another run may be doing the same at this moment."""
    for attempt in range(tries):
        try:
            if not connection.execute(statement("is_empty")).fetchall():
                break
            connection.execute("BEGIN")
            connection.execute((resources.files(__package__) / "schema.sql").read_text(encoding="utf-8"))
            connection.execute("INSERT INTO ledger VALUES (?, 0)", [SCHEMA_VERSION])
            connection.execute("COMMIT")
        except duckdb.Error as error:
            if attempt == tries - 1 or not (LOST_RACE.search(str(error)) or "already exists" in str(error)):
                raise WarehouseError(f"The warehouse at {uri} cannot be made: {error}") from error
            time.sleep(0.1)
    [(version,)] = connection.execute(statement("schema_version")).fetchall()
    if version != SCHEMA_VERSION:
        raise WarehouseError(
            f"The warehouse at {uri} has schema version {version}, this Broadsheet reads {SCHEMA_VERSION}: "
            "use the Broadsheet that made it, or another --warehouse."
        )


def _told(error: duckdb.Error, what: str) -> WarehouseError:
    kind = Conflict if LOST_RACE.search(str(error)) else WarehouseError
    return kind(f"{what}: {error}")


@cache
def _extension(name: str) -> Path:
    """The extension's file inside its Python package: loaded from there, nothing is installed or fetched."""
    package = resources.files(importlib.import_module(f"duckdb_extension_{name}"))
    file = Path(str(package)) / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"
    if not file.exists():
        raise WarehouseError(f"duckdb-extension-{name} does not match DuckDB {duckdb.__version__}: run `make setup`.")
    return file


def _word(name: str) -> str:
    """The name, if it is one: names of tables, columns and questions come from this project only."""
    if not name.isidentifier():
        raise WarehouseError(f"{name!r} is no name of a table, a column or a question.")
    return name


def _table(name: str) -> str:
    if name not in TABLES:
        raise WarehouseError(f"There is no table {name!r}. There are: {', '.join(TABLES)}.")
    return name


def _quoted(text: str) -> str:
    return text.replace("'", "''")
