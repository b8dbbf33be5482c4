"""What changed is told once, with its range; the band of a sparkline stands behind the column it is the range of."""

from dataclasses import replace

import pytest

from tasks.briefing.changes import change_point, leading_changes, told_once, trend_tables
from tasks.briefing.sparklines import HEIGHT, sparkline
from tasks.records import BriefedTrend

from .issues import empty, week


def trend(term: str, count: int, id: str = "", change: str = "risen", surprise: float = 9.0) -> BriefedTrend:
    return BriefedTrend(id, term, "PERSON" if id else "", change, count, 2, 0.5, 0, 4, surprise, (0, 1, count))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "name", "kept"),
    [
        (trend("Quill", 9), trend("Ada Quill", 9, "person:ada-quill"), ["Ada Quill"]),
        (trend("Bellhaven", 9), trend("Bellhaven", 8, "place:bellhaven"), ["Bellhaven"]),
        (trend("quill", 9), trend("Ada Quill", 9, "person:ada-quill"), ["quill", "Ada Quill"]),  # a pen
        (trend("Quill", 30), trend("Ada Quill", 9, "person:ada-quill"), ["Quill", "Ada Quill"]),  # more than she
        (trend("Quill", 9), trend("Ada Quill", 1, "person:ada-quill", "fallen"), ["Quill", "Ada Quill"]),
        (trend("Quilling", 9), trend("Ada Quill", 9, "person:ada-quill"), ["Quilling", "Ada Quill"]),
    ],
)
def test_a_word_that_is_a_part_of_a_name_is_told_with_it(
    word: BriefedTrend, name: BriefedTrend, kept: list[str]
) -> None:
    assert sorted(each.term for each in told_once([word, name], {})) == sorted(kept)


def test_a_name_by_its_other_forms_stands_for_the_word() -> None:
    word, name = trend("Board", 9), trend("Harbour Authority", 9, "org:authority")
    assert [each.term for each in told_once([word, name], {"org:authority": ("Harbour Board",)})] == [
        "Harbour Authority"
    ]


def test_the_greatest_surprise_comes_first_and_a_name_has_that_of_its_word() -> None:
    found = told_once(
        [
            trend("Quill", 9, surprise=20),
            trend("ferry", 8, surprise=15),
            trend("Ada Quill", 9, "person:ada", surprise=3),
        ],
        {},
    )
    assert [each.term for each in found] == ["Ada Quill", "ferry"]


def test_tables_say_what_was_expected() -> None:
    tables = {table.change: table for table in trend_tables(week(), {})}
    assert list(tables) == ["new", "risen", "fallen", "gone"]
    assert [(row.term, row.expected) for row in tables["risen"].rows] == [
        ("Mara Lindqvist", "0.9, at most 6"),
        ("lightship", "1.2, at most 4"),
    ]
    assert [(row.term, row.count, row.expected) for row in tables["gone"].rows] == [("regatta", "0", "6.4, at least 1")]
    assert all(row.passage is None for row in tables["gone"].rows)


def test_where_nothing_changed_nothing_is_said() -> None:
    assert change_point(empty()) == ""
    assert trend_tables(empty(), {}) == ()
    assert not any(leading_changes(empty()).values())
    only_gone = replace(week(), trends=tuple(each for each in week().trends if each.change == "gone"))
    assert change_point(only_gone) == ""


def test_the_band_stands_behind_the_last_column_at_the_heights_of_its_range() -> None:
    line = sparkline((0, 5, 10), (2, 8))
    assert line is not None
    assert line.band is not None
    last = line.bars[-1]
    assert line.band.x < last.x
    assert line.band.x + line.band.width > last.x + last.width
    assert line.band.y == pytest.approx(HEIGHT * 0.2, abs=0.02)
    assert line.band.y + line.band.height == pytest.approx(HEIGHT * 0.8, abs=0.02)
    assert "2 to 8 would be no surprise" in line.text


def test_a_range_above_all_columns_ends_with_the_drawing() -> None:
    line = sparkline((1, 2), (0, 90))
    assert line is not None
    assert line.band is not None
    assert (line.band.y, line.band.height) == (0.0, HEIGHT)
