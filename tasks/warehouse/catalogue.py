"""An address goes in (a folder, or a `ducklake:` URI), a DuckDB connection to its tables comes out.

The extensions are loaded from the files in their Python packages: nothing is installed or fetched.
"""

import importlib
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import duckdb

from tasks.errors import Conflict, OlderSnapshot, WarehouseError

SCHEMA_VERSION = 5
OLDEST_VERSION = 3  # that can be brought up to the present one, by the files in migrations/
EXTENSIONS = ("sqlite_scanner", "ducklake")
# Nothing is fetched, and only the two files below are loaded. The lock file's hashes vouched for them when they were
# installed; letting DuckDB check their signatures too costs a quarter of a second at each opening.
CONFIGURATION: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_unsigned_extensions": True,
}
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
            folder = Path(uri).resolve()
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


def connect(address: Address, snapshot: int | None, memory: str) -> duckdb.DuckDBPyConnection:
    """Attach the catalogue, of now or as it was at a snapshot. Raises WarehouseError."""
    if address.folder:
        try:
            address.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WarehouseError(
                f"There can be no warehouse in {address.folder} ({error.strerror}): name a folder with --warehouse."
            ) from error
    connection = duckdb.connect(config=CONFIGURATION | {"memory_limit": memory})
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
    options = [f"data_path '{quoted(address.data)}'"]
    if address.catalogue.startswith("sqlite:"):
        # A folder may have been moved since its catalogue noted where the data lay: they lie beside it.
        options += ["META_JOURNAL_MODE 'WAL'", "META_BUSY_TIMEOUT 5000", "OVERRIDE_DATA_PATH true"]
    if snapshot is not None:
        options += [f"snapshot_version {snapshot:d}", "read_only"]
    connection.execute(f"ATTACH 'ducklake:{quoted(address.catalogue)}' AS warehouse ({', '.join(options)})")


def prepare(connection: duckdb.DuckDBPyConnection, uri: str, tries: int = 20) -> None:
    """Make the tables if there are none, or bring older ones up to date; another run may be doing the same now."""
    for attempt in range(tries):
        try:
            if not _made_or_migrated(connection):
                return
        except duckdb.Error as error:
            with suppress(duckdb.Error):  # a failed COMMIT has ended the transaction already
                connection.execute("ROLLBACK")
            if attempt == tries - 1 or not (LOST_RACE.search(str(error)) or "already exists" in str(error)):
                raise WarehouseError(f"The warehouse at {uri} cannot be made: {error}") from error
            time.sleep(0.1)


def _made_or_migrated(connection: duckdb.DuckDBPyConnection) -> bool:
    """Do what is next to be done to the tables, in one transaction; false where there is nothing to do."""
    here = resources.files(__package__)
    if connection.execute(statement("is_empty")).fetchall():
        connection.execute("BEGIN")
        connection.execute((here / "schema.sql").read_text(encoding="utf-8"))
        connection.execute("INSERT INTO ledger VALUES (?, 0)", [SCHEMA_VERSION])
        connection.execute("COMMIT")
        return True
    version = _version(connection)
    if not OLDEST_VERSION <= version < SCHEMA_VERSION:
        return False
    connection.execute("BEGIN")
    connection.execute((here / "migrations" / f"{version + 1}.sql").read_text(encoding="utf-8"))
    connection.execute("UPDATE ledger SET schema_version = ?, revision = revision + 1", [version + 1])
    connection.execute("COMMIT")
    return True


def check_version(connection: duckdb.DuckDBPyConnection, uri: str, snapshot: int | None = None) -> None:
    """Raise WarehouseError where the tables are not what is read here, OlderSnapshot where they were not then."""
    version = _version(connection)
    if version == SCHEMA_VERSION:
        return
    if snapshot is not None:  # nobody can: a snapshot stays as it is, and an older Broadsheet reads no newer warehouse
        raise OlderSnapshot(
            f"At snapshot {snapshot} the warehouse at {uri} had schema version {version}, this Broadsheet reads "
            f"{SCHEMA_VERSION}: keep the issue as it was filed, or remove its folder and print its period anew with "
            "--as-of."
        )
    raise WarehouseError(
        f"The warehouse at {uri} has schema version {version}, this Broadsheet reads {SCHEMA_VERSION}: "
        "use the Broadsheet that made it, or another --warehouse."
    )


def _version(connection: duckdb.DuckDBPyConnection) -> int:
    [(version,)] = connection.execute(statement("schema_version")).fetchall()
    return int(version)


def told(error: duckdb.Error, what: str) -> WarehouseError:
    """DuckDB's error as ours: a Conflict where another run was first."""
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


@cache
def statement(question: str) -> str:
    """The SQL of `questions/<question>.sql`."""
    return (resources.files(__package__) / "questions" / f"{word(question)}.sql").read_text(encoding="utf-8")


def word(name: str) -> str:
    """The name, if it is one: names of tables, columns and questions come from this project only."""
    if not name.isidentifier():
        raise WarehouseError(f"{name!r} is no name of a table, a column or a question.")
    return name


def quoted(text: str) -> str:
    """Text for a place in SQL that takes no parameter, in single quotes."""
    return text.replace("'", "''")
