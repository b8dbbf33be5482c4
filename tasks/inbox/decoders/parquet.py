"""A Parquet file in, one text for each row out: read from memory, and only the columns that say something."""

from collections.abc import Iterator, Sequence
from typing import Any

from tasks.errors import Rejected
from tasks.inbox.encoding import Decoded
from tasks.inbox.encoding import decode as decode_bytes
from tasks.inbox.fields import counted, document, has_text, is_known, nothing_named
from tasks.inbox.limits import Rules
from tasks.records import Blob, Extracted, Refused

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",  # nothing is fetched
    "autoload_known_extensions": "false",
    "temp_directory": "",  # nothing is written
    "memory_limit": "512MB",
    "threads": 1,
}
PLACE = "memory:///table.parquet"
BATCH = 50  # rows that are held at a time
WRAPPED = ("STRUCT", "MAP")


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted | Refused]:
    """Each row as a text named "row 1", "row 2"..., or why it is none. Raises Rejected where no column is a text."""
    import duckdb  # half a second with its file system, and few files are tables

    with duckdb.connect(":memory:", config=SETTINGS) as connection:
        try:
            connection.register_filesystem(_holding(blob.data))
            connection.execute("SET TimeZone = 'UTC'")
            described = connection.execute("DESCRIBE SELECT * FROM read_parquet($1)", [PLACE]).fetchall()
            names = _columns(described, rules)
            rows = connection.execute(_question(names), [PLACE])
            number = counted(rules.limits)
            while batch := rows.fetchmany(BATCH):
                for row in batch:
                    values, undecoded = _readable(row)
                    empty = Extracted("", "parquet", "utf-8", f"row {next(number)}", undecoded)
                    yield document(dict(zip(names, values, strict=True)), empty, rules)
        except duckdb.OutOfMemoryException as error:
            raise Rejected("limits", "reading it takes more memory than one file may have") from error
        except duckdb.Error as error:
            raise Rejected("decode", "a damaged Parquet file, or one that is not there whole") from error


def _holding(data: bytes) -> Any:
    """A file system of its own with the one file in it: the library's keeps its files for the whole process."""
    from fsspec.implementations.memory import MemoryFileSystem  # type: ignore[import-untyped]

    system = MemoryFileSystem(skip_instance_cache=True)
    system.store = {}
    with system.open("/table.parquet", "wb") as file:
        file.write(data)
    return system


def _columns(described: list[tuple[Any, ...]], rules: Rules) -> list[str]:
    """The columns that are read: those with a name that says something, and records, which may hold some."""
    named = [(str(each[0]), str(each[1])) for each in described]
    known = [name for name, kind in named if is_known(name, rules) or kind.startswith(WRAPPED)]
    if not any(has_text([name], rules) or kind.startswith(WRAPPED) for name, kind in named):
        raise Rejected("decode", nothing_named([name for name, _ in named]))
    return known


def _question(names: list[str]) -> str:
    quoted = ", ".join('"' + name.replace('"', '""') + '"' for name in names)
    return f"SELECT {quoted} FROM read_parquet($1)"  # noqa: S608 names of columns, quoted as SQL quotes them


def _readable(row: Sequence[Any]) -> tuple[list[Any], int]:
    """The values with their bytes decoded, and how many characters could not be.

    Older programs write strings without saying that they are.
    """
    decoded = [decode_bytes(value) if isinstance(value, bytes) else value for value in row]
    undecoded = sum(each.undecoded for each in decoded if isinstance(each, Decoded))
    return [each.text if isinstance(each, Decoded) else each for each in decoded], undecoded
