"""The index made anew: the same keys as taking in made, other ones with other parameters, all of it or nothing."""

from pathlib import Path

import pandas as pd
import pytest

from flows.cli import DONE, FAILED, USAGE, command
from tasks.comparison import index_parameters
from tasks.duplicates.parameters import PARAMETERS
from tasks.duplicates.relate import CROWD
from tasks.engine import Engine, workers
from tasks.errors import EngineError, IndexMismatch, SettingsError
from tasks.records import Taken
from tasks.reindex import changed, reindex
from tasks.shards.signing import Unsigned, unsignable
from tasks.warehouse.connection import Warehouse, open_warehouse
from tasks.warehouse.index import Indexed
from tasks.warehouse.runs import Run
from tests.conftest import NOW, Press
from tests.test_ingest import article, drop, ingest

RUN = Run("anew", "reindex", NOW, "0")
FORM = (
    "Water stood at mark {number} below the old bridge. "
    + "The keeper of the lock read the board and wrote it down. " * 6
)


def anew(warehouse: Warehouse, **changes: int) -> Indexed:
    with workers(Engine("inline")) as crew:
        return reindex(warehouse, RUN, changed(changes), crew, lambda _: None)


def index(warehouse: Warehouse) -> tuple[pd.DataFrame, pd.DataFrame]:
    return warehouse.table("keys"), warehouse.table("parameters")


def same(one: tuple[pd.DataFrame, pd.DataFrame], other: tuple[pd.DataFrame, pd.DataFrame]) -> bool:
    return all(a.equals(b) for a, b in zip(one, other, strict=True))


def test_the_same_keys_come_of_it_as_of_taking_in(press: Press) -> None:
    with open_warehouse(press.warehouse) as warehouse:
        drop(press, range(12))  # with a paragraph that recurs
        ingest(press, warehouse)
        press.drop(
            "gazette_2026-11-02_5-a-story-of-something_v2.txt", article(5) + "\n\nIt was told again on Friday.\n"
        )
        press.drop("short.txt", "A note of a few words.")
        press.drop("copy.txt", article(7).replace("\n\n", "\n\n\n"))
        ingest(press, warehouse)
        before = index(warehouse)
        made = anew(warehouse)
        assert same(index(warehouse), before)
        assert made == Indexed(before[0]["document"].nunique(), len(before[0]))


def test_a_crowded_key_leads_to_the_documents_that_came_first(press: Press) -> None:
    with open_warehouse(press.warehouse) as warehouse:
        for half in (range(50), range(50, 100)):
            for number in half:  # the later the number, the earlier the day: within a batch the days count
                day = f"2026-{9 - number // 28:02}-{28 - number % 28:02}"
                press.drop(f"lock_{day}_water.txt", FORM.format(number=f"{number}.{number}"))
            ingest(press, warehouse)
        before = index(warehouse)
        passages = before[0][before[0]["kind"] == "passage"]
        assert passages["key"].value_counts().max() == CROWD["passage"]
        for _ in range(2):
            anew(warehouse)
            assert same(index(warehouse), before)


def test_with_other_parameters_duplicates_are_found_as_before(press: Press) -> None:
    with open_warehouse(press.warehouse) as warehouse:
        drop(press, range(4))
        ingest(press, warehouse)
        before, _ = index(warehouse)
        anew(warehouse, shingle=4, bands=32, rows=4, window=12, minimum_words=10)
        assert not index(warehouse)[0].equals(before)
        assert index_parameters(warehouse).shingle == 4
        press.drop("copy.txt", article(2).replace("met", "saw", 1))
        assert ingest(press, warehouse, index_parameters(warehouse)) == Taken(near=1)
        assert dict(warehouse.rows("index_parameters"))["shingle"] == "4"
        anew(warehouse)
        assert index(warehouse)[0].equals(before)
        assert index_parameters(warehouse) == PARAMETERS


def test_a_run_that_began_before_the_index_was_made_anew_commits_nothing_to_it(press: Press) -> None:
    with open_warehouse(press.warehouse) as warehouse:
        drop(press, range(4))
        ingest(press, warehouse)
        anew(warehouse, bands=20)
        drop(press, range(4, 6))
        before = index(warehouse)
        with pytest.raises(IndexMismatch, match="run it again"):
            ingest(press, warehouse)
        assert same(index(warehouse), before)
        assert len(warehouse.table("sources")) == 4


def test_what_comes_in_meanwhile_is_signed_too(press: Press) -> None:
    with open_warehouse(press.warehouse) as warehouse, open_warehouse(press.warehouse) as other:
        drop(press, range(6))
        ingest(press, warehouse)
        steps: list[int] = []

        def step(count: int) -> None:
            if not steps:
                drop(press, range(6, 12))  # which makes a paragraph of the first ones one that recurs
                ingest(press, other)
            steps.append(count)

        with workers(Engine("inline")) as crew:
            made = reindex(warehouse, RUN, PARAMETERS, crew, step)
        assert made.documents == 12
        after = index(warehouse)
        anew(warehouse)
        assert same(index(warehouse), after)
        assert set(after[0]["document"]) == set(warehouse.table("documents")["id"])


@pytest.mark.parametrize("error", [KeyboardInterrupt, EngineError])
def test_ended_half_way_it_leaves_everything_as_it_was(press: Press, error: type[BaseException]) -> None:
    with open_warehouse(press.warehouse) as warehouse:
        drop(press, range(4))
        ingest(press, warehouse)
        before = index(warehouse)

        def end(_: int) -> None:
            raise error

        with workers(Engine("inline")) as crew, pytest.raises(error):
            reindex(warehouse, RUN, changed({"bands": 20}), crew, end)
        assert same(index(warehouse), before)


def test_ended_while_it_commits_it_leaves_everything_as_it_was(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_warehouse(press.warehouse) as warehouse:
        drop(press, range(4))
        ingest(press, warehouse)
        before = index(warehouse)

        def end(self: Warehouse, table: str, *_: object) -> None:
            if table == "parameters":
                raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(Warehouse, "insert", end)
            with pytest.raises(KeyboardInterrupt):
                anew(warehouse, bands=20)
        assert same(index(warehouse), before)
        assert anew(warehouse, bands=20).documents == 4, "the warehouse takes commits again"


def test_a_document_that_no_worker_can_sign_is_named() -> None:
    with pytest.raises(EngineError, match=r"a\.txt \(document 1\) could not be signed: it ended the worker process"):
        unsignable(Unsigned("1", "", "", "a.txt", "", "", ""), "it ended the worker process")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"bands": 0}, "--bands 0: a number from 1"),
        ({"minimum_words": -3}, "--minimum-words -3"),
        ({"shingle": 10**9}, "--shingle"),
        ({"bands": 16, "rows": 9}, "16 bands of 9 rows take 144 values, and a signature has 128"),
        ({"rows": 6}, "25 bands of 6 rows"),
    ],
)
def test_values_that_make_no_index_are_wrong_usage(changes: dict[str, int], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        changed(changes)


@pytest.fixture
def at_hand(prefect: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let the command find the tests' API."""
    from prefect.settings import PREFECT_API_URL

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PREFECT_API_URL", str(PREFECT_API_URL.value()))
    monkeypatch.setenv("BROADSHEET_ENGINE", "inline")


@pytest.mark.usefixtures("at_hand")
def test_an_index_of_another_method_is_refused_until_it_is_made_anew(
    press: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_warehouse(press.warehouse) as warehouse:
        drop(press, range(4))
        ingest(press, warehouse)
        with warehouse.commit("an older method", "test", warehouse.revision()):
            warehouse.rows("forget_parameters")
            warehouse.insert("parameters", ("name", "value"), [("version", "1"), ("shingle", "5")])
    drop(press, range(4, 5))
    where = ["--warehouse", press.warehouse]
    assert command(["ingest", "--seeds", str(press.seeds), *where]) == FAILED
    refused = [line for line in capsys.readouterr().err.splitlines() if line.startswith("broadsheet: ")]
    assert refused == [
        "broadsheet: The index of the warehouse was made by method 1, this Broadsheet uses method "
        f"{PARAMETERS.version}: run `broadsheet reindex`, which makes it anew from the texts."
    ]
    assert command(["reindex", *where]) == DONE
    assert capsys.readouterr().out.startswith("4 documents can be found by ")
    with open_warehouse(press.warehouse) as warehouse:
        assert index_parameters(warehouse) == PARAMETERS
        assert ingest(press, warehouse) == Taken(documents=1)


@pytest.mark.usefixtures("at_hand")
def test_wrong_values_and_a_missing_warehouse_are_told(press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["reindex", "--warehouse", press.warehouse]) == FAILED
    assert "There is no warehouse" in capsys.readouterr().err
    assert command(["reindex", "--bands", "99", "--warehouse", press.warehouse]) == USAGE
    assert "broadsheet: 99 bands of 5 rows take 495 values" in capsys.readouterr().err
    assert not Path(press.warehouse).exists()
