"""A commit is there whole or not at all, and of two that rest on the same reading one must read again."""

from pathlib import Path

import pytest

from tasks.errors import Conflict, WarehouseError
from tasks.warehouse.catalogue import Address, statement
from tasks.warehouse.connection import TABLES, Warehouse, open_warehouse


def keys(warehouse: Warehouse) -> list[tuple[int, str]]:
    return [tuple(row) for row in warehouse.table("keys")[["key", "document"]].itertuples(index=False, name=None)]


def add(warehouse: Warehouse, rows: list[tuple[int, str]]) -> None:
    warehouse.insert("keys", ("kind", "key", "document"), [("band", *row) for row in rows])


def test_a_commit_is_there_after_opening_again(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path / "w")) as warehouse, warehouse.commit("one", "run", warehouse.revision()):
        add(warehouse, [(1, "a"), (2, "b")])
    with open_warehouse(str(tmp_path / "w")) as warehouse:
        assert keys(warehouse) == [(1, "a"), (2, "b")]


def test_what_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def insert_and_fail(warehouse: Warehouse) -> None:
        with warehouse.commit("one", "run", warehouse.revision()):
            add(warehouse, [(1, "a")])
            raise KeyError("half way")

    with open_warehouse(str(tmp_path)) as warehouse:
        with pytest.raises(KeyError, match="half way"):
            insert_and_fail(warehouse)
        assert keys(warehouse) == []
        assert warehouse.revision() == 0


def test_of_two_commits_on_the_same_reading_the_second_must_read_again(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path)) as one, open_warehouse(str(tmp_path)) as other:
        since = one.revision(), other.revision()
        with one.commit("one", "run", since[0]):
            add(one, [(1, "a")])
        with pytest.raises(Conflict), other.commit("other", "run", since[1]):
            pytest.fail("the commit began although it was out of date")
        assert keys(other) == [(1, "a")]


def test_commits_that_overlap_in_time_conflict(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path)) as one, open_warehouse(str(tmp_path)) as other:
        since = one.revision()

        def overlap() -> None:
            with one.commit("one", "run", since), other.commit("other", "run", since):
                add(one, [(1, "a")])
                add(other, [(1, "a")])

        with pytest.raises(Conflict):
            overlap()
        assert keys(one) == [(1, "a")]


def test_settle_tries_again_until_nobody_else_commits(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path)) as one, open_warehouse(str(tmp_path)) as other:
        readings: list[int] = []

        def attempt(since: int) -> int:
            readings.append(since)
            if since < 2:  # another run comes in between, twice
                with other.commit("other", "run", other.revision()):
                    add(other, [(since, "other")])
            with one.commit("one", "run", since):
                add(one, [(9, "one")])
            return since

        assert one.settle(attempt, "run") == 2
        assert readings == [0, 1, 2]
        assert keys(one) == [(0, "other"), (1, "other"), (9, "one")]


def test_a_snapshot_shows_the_warehouse_as_it_was(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path)) as warehouse:
        with warehouse.commit("one", "run", 0):
            add(warehouse, [(1, "a")])
        then = warehouse.snapshot()
        with warehouse.commit("two", "run", 1):
            add(warehouse, [(2, "b")])
        with open_warehouse(str(tmp_path), snapshot=then) as past:
            assert keys(past) == [(1, "a")]


def test_every_question_says_what_it_asks_and_every_table_is_listed() -> None:
    folder = Path(__file__).parents[2] / "tasks" / "warehouse"
    for file in sorted((folder / "questions").glob("*.sql")):
        first = statement(file.stem).splitlines()[0]
        assert first.startswith("-- "), file.name
    made = [line.split()[2] for line in (folder / "schema.sql").read_text().splitlines() if line.startswith("CREATE")]
    assert sorted(made) == sorted(TABLES)


def test_every_question_is_asked() -> None:
    root = Path(__file__).parents[2]
    code = "".join(file.read_text() for part in ("tasks", "flows") for file in (root / part).rglob("*.py"))
    questions = [file.stem for file in (root / "tasks" / "warehouse" / "questions").glob("*.sql")]
    assert [question for question in sorted(questions) if f'"{question}"' not in code] == []


def test_an_address_without_its_data_is_told() -> None:
    with pytest.raises(WarehouseError, match="data=PATH"):
        Address.parse("ducklake:postgres:dbname=x")
    assert Address.parse("ducklake:postgres:dbname=x?data=s3://b/w") == Address("postgres:dbname=x", "s3://b/w")


def test_a_folder_may_be_named_another_way_and_may_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(key, "a document with a band") for key in range(20_000)]  # enough to be written as Parquet
    with open_warehouse(str(tmp_path / "w")) as warehouse, warehouse.commit("one", "run", 0):
        add(warehouse, rows)
    assert list((tmp_path / "w" / "data").rglob("*.parquet"))
    monkeypatch.chdir(tmp_path)
    with open_warehouse("w") as warehouse:
        assert len(keys(warehouse)) == 20_000
    (tmp_path / "w").rename(tmp_path / "moved")
    with open_warehouse("moved") as warehouse:
        assert len(keys(warehouse)) == 20_000
        with warehouse.commit("two", "run", 1):
            add(warehouse, rows)
    assert not (tmp_path / "w").exists()


def test_numbers_keep_their_width(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path)) as warehouse, warehouse.commit("one", "run", 0):
        add(warehouse, [(1, "a")] * 2000 + [(2**62, "b")])
        assert keys(warehouse)[-1] == (2**62, "b")


def test_another_schema_version_is_refused(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path)) as warehouse:
        warehouse._connection.execute("UPDATE ledger SET schema_version = 99")
    with pytest.raises(WarehouseError, match="schema version 99"), open_warehouse(str(tmp_path)):
        pytest.fail("it was opened")


def test_a_catalogue_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_text("this is no database, but long enough to be taken for one" * 50)
    with pytest.raises(WarehouseError, match="cannot be opened"), open_warehouse(str(tmp_path)):
        pytest.fail("it was opened")


def test_looking_makes_no_warehouse_and_a_file_is_none(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="no warehouse at"), open_warehouse(str(tmp_path / "w"), make=False):
        pytest.fail("it was opened")
    assert not (tmp_path / "w").exists()
    (tmp_path / "file").write_text("")
    with pytest.raises(WarehouseError, match="name a folder"), open_warehouse(str(tmp_path / "file")):
        pytest.fail("it was opened")
