"""What a stage writes replaces what an older version of it wrote, and is never counted twice."""

from datetime import UTC, datetime
from pathlib import Path

from tasks.records import Analysis, Entity, EntityMention, Mention, Source
from tasks.warehouse.analyses import commit_analysis
from tasks.warehouse.connection import open_warehouse
from tasks.warehouse.runs import Run

RUN = Run("run", "analyse", datetime(2026, 11, 23, tzinfo=UTC), "0")


def analysis(name: str, count: int) -> Analysis:
    mention = EntityMention(Mention(0, 4, "PERSON", "Lind"), Entity("person:thora-lind", name, "PERSON"))
    return Analysis("document", words=(("ferry", "ferry", count),), mentions=(mention,))


def test_a_new_analysis_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    with open_warehouse(str(tmp_path)) as warehouse:
        commit_analysis(warehouse, RUN, [analysis("Thora lind", 2)], "1", 0)
        commit_analysis(warehouse, RUN, [analysis("Thora Lind", 3)], "2", 1)
        assert warehouse.table("words")["count"].tolist() == [3]
        assert len(warehouse.table("mentions")) == 1
        assert warehouse.table("entities")["name"].tolist() == ["Thora Lind"]
        assert warehouse.table("analyses")["version"].tolist() == ["2"]


def test_a_path_that_is_no_text_is_kept_as_text() -> None:
    source = Source("b\udce9b\u00e9.txt", 1, 1)
    assert source.label == "b\\xe9b\u00e9.txt"


def test_lists_and_odd_text_arrive_however_many_rows_come_before(tmp_path: Path) -> None:
    rows = [(str(n), n, ["a, b"] if n == 2999 else []) for n in range(3000)]
    with open_warehouse(str(tmp_path)) as warehouse:
        warehouse.give("odd", {"id": "VARCHAR", "size": "BIGINT"}, [("b\udce9", 2**40)])
        with warehouse.commit("one", "run", 0):
            warehouse._connection.execute("CREATE TABLE many (id VARCHAR, size BIGINT, byline VARCHAR[])")
            warehouse.insert("many", ("id", "size", "byline"), rows)
        assert warehouse._connection.execute("SELECT max(byline) FROM many").fetchall() == [(["a, b"],)]
        assert warehouse._connection.execute("SELECT id, size FROM memory.main.odd").fetchall() == [("b\\udce9", 2**40)]
