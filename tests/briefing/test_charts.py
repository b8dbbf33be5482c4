"""Charts say what is seen, carry it in words too, and are left out where there is nothing to compare."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tasks.briefing.charts import Chart, charts, draw, fill
from tasks.briefing.sparklines import sparkline
from tasks.records import BriefedPeriod, Briefing

from .conftest import TEMPLATES
from .issues import START, empty, hostile, only_rejects, single, week

SVG = "{http://www.w3.org/2000/svg}"


def _charts(briefing: Briefing) -> dict[str, Chart]:
    return {chart.name: chart for chart in charts(briefing)}


def test_which_charts_there_are() -> None:
    assert list(_charts(week())) == ["periods", "words", "names", "countries"]
    assert list(_charts(single())) == ["words", "names", "countries"]
    assert list(_charts(empty())) == ["periods"]
    assert list(_charts(only_rejects())) == []


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ((8, 11, 9), "More documents than in any of the three weeks before"),
        ((18, 13, 29), "Fewer documents than in any of the three weeks before"),
        ((8, 14, 9), "Twelve documents, within the range of the three weeks before"),
        ((12, 9), "Twelve documents, within the range of the two weeks before"),
        ((9,), "Twelve documents after nine in the week before"),
    ],
)
def test_the_title_says_what_is_seen(before: tuple[int, ...], title: str) -> None:
    days = [START.replace(day=1 + place) for place in range(len(before))]
    periods = tuple(BriefedPeriod("", day, count, 0) for day, count in zip(days, before, strict=True))
    assert _charts(replace(week(), periods=periods))["periods"].title == title


def test_the_alternative_has_every_figure() -> None:
    for chart in charts(week()):
        assert chart.text.startswith(chart.title)
        assert all(str(row["shown"]) in chart.text for row in chart.rows if not row.get("legend"))


def test_drawn_labels_are_text_in_the_shipped_type() -> None:
    theme = json.loads((TEMPLATES / "theme.json").read_text(encoding="utf-8"))
    for chart in charts(hostile()):
        spec = json.loads((TEMPLATES / "charts" / f"{chart.name}.vl.json").read_text(encoding="utf-8"))
        drawing = ElementTree.fromstring(draw(chart, spec, theme))
        assert {element.tag.removeprefix(SVG) for element in drawing.iter()} <= {"svg", "title", "g", "path", "text"}
        assert drawing.findtext(f"{SVG}title") == chart.text
        texts = list(drawing.iter(f"{SVG}text"))
        assert texts
        assert {text.get("font-family", "").split(",")[0] for text in texts} == {"Source Sans Pro"}
        assert not any(name.startswith("on") or "href" in name for each in drawing.iter() for name in each.attrib)


def test_colours_are_filled_in_by_name_and_data_is_not_touched() -> None:
    assert fill({"a": ["$accent", {"b": "$ink"}], "c": 3}, {"accent": "#111", "ink": "#222"}) == {
        "a": ["#111", {"b": "#222"}],
        "c": 3,
    }


def test_a_sparkline_has_a_column_for_each_period_and_the_tallest_fills_it() -> None:
    line = sparkline((0, 2, 8, 4))
    assert line is not None
    assert [bar.height for bar in line.bars] == [0.5, 3.5, 14.0, 7.0]
    assert [bar.y + bar.height for bar in line.bars] == [14.0] * 4
    assert [bar.current for bar in line.bars] == [False, False, False, True]
    assert line.text == "0, 2, 8, 4"


def test_one_period_is_no_trend_and_nothing_at_all_is_flat() -> None:
    assert sparkline((5,)) is None
    assert sparkline(()) is None
    flat = sparkline((0, 0))
    assert flat is not None
    assert [bar.height for bar in flat.bars] == [0.5, 0.5]
