"""A warehouse of an older version is brought up to the present one when it is opened, once, with all its rows."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path

import pytest

from tasks.errors import WarehouseError
from tasks.warehouse.catalogue import OLDEST_VERSION, SCHEMA_VERSION, Address, check_version, connect, prepare
from tasks.warehouse.connection import TABLES, open_warehouse

MIGRATIONS = resources.files("tasks.warehouse") / "migrations"
NEW_IN_4 = ("phrases", "measures", "stories")
OTHER_BEFORE_5 = (
    "DROP TABLE rulings",
    'CREATE OR REPLACE TABLE quotes (document VARCHAR NOT NULL, "start" BIGINT NOT NULL, "end" BIGINT NOT NULL, '
    "direct BOOLEAN NOT NULL, cue VARCHAR NOT NULL, speaker VARCHAR NOT NULL, entity VARCHAR NOT NULL)",
    'CREATE OR REPLACE TABLE dates (document VARCHAR NOT NULL, "start" BIGINT NOT NULL, "end" BIGINT NOT NULL, '
    "value VARCHAR NOT NULL)",
    'CREATE OR REPLACE TABLE figures (document VARCHAR NOT NULL, "start" BIGINT NOT NULL, "end" BIGINT NOT NULL, '
    "value DOUBLE NOT NULL, unit VARCHAR NOT NULL)",
)
MIGRATED = 1 + SCHEMA_VERSION - OLDEST_VERSION  # the revision: a commit before, and each migration


def _older(folder: Path, version: int = 3) -> int:
    """Make a warehouse as version 3 made it, with a document and its words in it; give its snapshot."""
    with open_warehouse(str(folder)) as warehouse:
        connection = warehouse._connection
        for table in NEW_IN_4:
            connection.execute(f"DROP TABLE {table}")
        for change in OTHER_BEFORE_5:
            connection.execute(change)
        connection.execute("UPDATE ledger SET schema_version = ?", [version])
        with warehouse.commit("one", "run", 0):
            warehouse.insert("words", ("document", "term", "form", "count"), [("d1", "ferry", "ferry", 3)])
            warehouse.insert("analyses", ("document", "version", "failed"), [("d1", "1", "")])
            warehouse.insert("keys", ("kind", "key", "document"), [("band", n, "d1") for n in range(3_000)])
        return warehouse.snapshot()


def _columns(folder: Path) -> dict[str, list[tuple[str, str, bool]]]:
    """Of each table its columns: name, type and whether they may be empty."""
    with open_warehouse(str(folder)) as warehouse:
        rows = warehouse._connection.execute(
            "SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns() "
            "WHERE database_name = 'warehouse' AND schema_name = 'main' ORDER BY table_name, column_index"
        ).fetchall()
    return {table: [tuple(rest) for name, *rest in rows if name == table] for table in {row[0] for row in rows}}


def test_it_is_brought_up_to_date_and_keeps_its_rows(tmp_path: Path) -> None:
    _older(tmp_path)
    with open_warehouse(str(tmp_path)) as warehouse:
        assert warehouse.table("ledger")["schema_version"].tolist() == [SCHEMA_VERSION]
        assert warehouse.table("words").values.tolist() == [["d1", "ferry", "ferry", 3]]
        assert warehouse.table("analyses")["version"].tolist() == ["1"]
        assert len(warehouse.table("keys")) == 3_000
        assert [len(warehouse.table(name)) for name in NEW_IN_4] == [0, 0, 0]
        with warehouse.commit("two", "run", warehouse.revision()):
            warehouse.insert("phrases", ("document", "term", "form", "count"), [("d1", "a b", "a b", 1)])
    with open_warehouse(str(tmp_path)) as warehouse:
        assert len(warehouse.table("phrases")) == 1


def test_it_has_the_tables_that_a_new_one_has(tmp_path: Path) -> None:
    _older(tmp_path / "older")
    older, new = _columns(tmp_path / "older"), _columns(tmp_path / "new")
    assert older == new
    assert older.keys() == set(TABLES)


def test_it_is_brought_up_to_date_once(tmp_path: Path) -> None:
    _older(tmp_path)
    seen = []
    for _ in range(3):
        with open_warehouse(str(tmp_path)) as warehouse:
            seen.append((warehouse.snapshot(), warehouse.revision()))
    assert len(set(seen)) == 1
    assert seen[0][1] == MIGRATED  # who has read before it must read again


def test_looking_at_it_brings_it_up_to_date_too(tmp_path: Path) -> None:
    _older(tmp_path)
    with open_warehouse(str(tmp_path), make=False) as warehouse:
        assert warehouse.table("stories").empty


def test_two_that_open_it_at_the_same_time_bring_it_up_to_date_once(tmp_path: Path) -> None:
    _older(tmp_path)
    address = Address.parse(str(tmp_path))
    connections = [connect(address, None, "1GB") for _ in range(2)]  # both see version 3
    try:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda connection: prepare(connection, str(tmp_path)), connections))
        for connection in connections:
            check_version(connection, str(tmp_path))
            assert connection.execute("SELECT revision FROM ledger").fetchall() == [(MIGRATED,)]
            assert connection.execute("SELECT count(*) FROM stories").fetchall() == [(0,)]
    finally:
        for connection in connections:
            connection.close()


def test_two_processes_that_open_it_at_the_same_time_bring_it_up_to_date_once(tmp_path: Path) -> None:
    _older(tmp_path)
    look = "import sys; from tasks.warehouse.connection import open_warehouse\nwith open_warehouse(sys.argv[1]) as w: "
    runs = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                look + "print(w.revision(), len(w.table('words')), len(w.table('phrases')))",
                tmp_path,
            ],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    assert [run.communicate(timeout=60)[0].split() for run in runs] == [[str(MIGRATED), "1", "0"]] * 2


def test_a_migration_that_fails_leaves_the_older_version(tmp_path: Path) -> None:
    _older(tmp_path)
    address = Address.parse(str(tmp_path))
    connection = connect(address, None, "1GB")
    connection.execute("CREATE TABLE stories (issue VARCHAR)")  # in the way of the last of the new ones
    with pytest.raises(WarehouseError, match="cannot be made"):
        prepare(connection, str(tmp_path), tries=2)
    with pytest.raises(WarehouseError, match="schema version 3"):
        check_version(connection, str(tmp_path))
    assert connection.execute("SELECT count(*) FROM words").fetchall() == [(1,)]
    assert connection.execute("FROM duckdb_tables() WHERE table_name = 'phrases'").fetchall() == []
    connection.close()


def test_a_snapshot_from_before_is_refused_with_what_to_do(tmp_path: Path) -> None:
    then = _older(tmp_path)
    with open_warehouse(str(tmp_path)):
        pass
    refusal = f"^At snapshot {then} .* schema version 3, .* reads {SCHEMA_VERSION}: keep the issue .* --as-of"
    with pytest.raises(WarehouseError, match=refusal), open_warehouse(str(tmp_path), snapshot=then):
        pytest.fail("it was opened")
    with open_warehouse(str(tmp_path)) as warehouse:
        now = warehouse.snapshot()
    with open_warehouse(str(tmp_path), snapshot=now) as warehouse:
        assert warehouse.table("stories").empty


def test_a_snapshot_is_never_changed_by_looking_at_it(tmp_path: Path) -> None:
    then = _older(tmp_path)
    with pytest.raises(WarehouseError, match="schema version 3"), open_warehouse(str(tmp_path), snapshot=then):
        pytest.fail("it was opened")
    assert "stories" not in _tables_of_older(tmp_path)


def _tables_of_older(folder: Path) -> set[str]:
    connection = connect(Address.parse(str(folder)), None, "1GB")
    names = connection.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'warehouse'").fetchall()
    connection.close()
    return {name for (name,) in names}


@pytest.mark.parametrize("version", [OLDEST_VERSION - 1, SCHEMA_VERSION + 1])
def test_what_is_too_old_or_too_new_is_refused_and_left_alone(tmp_path: Path, version: int) -> None:
    _older(tmp_path, version)
    with pytest.raises(WarehouseError, match=f"schema version {version}, .*another --warehouse"):  # noqa: SIM117
        with open_warehouse(str(tmp_path)):
            pytest.fail("it was opened")
    assert "stories" not in _tables_of_older(tmp_path)


def test_there_is_one_migration_for_each_version() -> None:
    files = sorted(file.name for file in MIGRATIONS.iterdir())
    assert files == [f"{version}.sql" for version in range(OLDEST_VERSION + 1, SCHEMA_VERSION + 1)]
    for file in MIGRATIONS.iterdir():
        assert re.match(rf"-- Version {file.name.removesuffix('.sql')}: ", file.read_text())
