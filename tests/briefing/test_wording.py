"""Numbers, dates and lists read as a newspaper would print them."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tasks.briefing import wording
from tasks.records import Cadence
from tasks.text.furniture import KINDS as FURNITURE

from .issues import issue

CASES = Path(__file__).parent.parent / "cases"
NUMBERS = json.loads((CASES / "wording.json").read_text(encoding="utf-8"))
DATES = json.loads((CASES / "partial_dates.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", NUMBERS, ids=[case["label"] for case in NUMBERS])
def test_numbers_and_nouns(case: dict[str, Any]) -> None:
    assert wording.counted(case["value"], "document") == case["counted"]
    assert wording.opened(case["value"], "document") == case["opened"]
    assert wording.number(case["value"]) == case["number"]


@pytest.mark.parametrize("case", DATES, ids=[case["label"] for case in DATES])
def test_dates_as_precise_as_they_are_known(case: dict[str, str]) -> None:
    assert wording.partial_date(case["value"]) == case["shown"]


def test_an_irregular_plural() -> None:
    assert wording.counted(1, "country", "countries") == "one country"
    assert wording.counted(2, "country", "countries") == "two countries"


@pytest.mark.parametrize(
    ("cadence", "start", "end", "shown"),
    [
        ("weekly", date(2016, 9, 26), date(2016, 10, 2), "Week 39, 26 September – 2 October 2016"),
        ("weekly", date(2016, 9, 19), date(2016, 9, 25), "Week 38, 19–25 September 2016"),
        ("weekly", date(2015, 12, 28), date(2016, 1, 3), "Week 53, 28 December 2015 – 3 January 2016"),
        ("monthly", date(2016, 9, 1), date(2016, 9, 30), "September 2016"),
        ("daily", date(2016, 9, 26), date(2016, 9, 26), "26 September 2016"),
        ("all", date(2015, 1, 3), date(2016, 10, 2), "3 January 2015 – 2 October 2016"),
    ],
)
def test_periods(cadence: Cadence, start: date, end: date, shown: str) -> None:
    assert wording.period(replace(issue(), cadence=cadence, start=start, end=end)) == shown


@pytest.mark.parametrize(
    ("items", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists(items: list[str], shown: str) -> None:
    assert wording.listed(items) == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 9, "0 per cent"),
        (1, 3, "33 per cent"),
        (1, 900, "under 1 per cent"),
        (899, 900, "over 99 per cent"),
        (900, 900, "100 per cent"),
        (0, 0, "0 per cent"),
    ],
)
def test_shares_are_never_rounded_to_nothing_or_all(part: int, whole: int, shown: str) -> None:
    assert wording.share(part, whole) == shown


@pytest.mark.parametrize(
    ("fraction", "shown"), [(0.0, "0%"), (0.001, "<1%"), (0.384, "38%"), (0.999, ">99%"), (1.0, "100%")]
)
def test_fractions_in_tables(fraction: float, shown: str) -> None:
    assert wording.percentage(fraction) == shown


def test_languages_by_name_and_unknown_ones_by_code() -> None:
    assert (wording.language("de"), wording.language("und"), wording.language("xx")) == ("German", "not known", "xx")


def test_what_a_cut_table_leaves_out() -> None:
    assert wording.more(1214, 1000) == "and 214 more in briefing.json, beside this file"
    assert wording.more(3, 3) == ""


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        ("fix_mojibake", "Wrongly decoded characters put right"),
        ("fix_broken_dashes", "Broken dashes put right"),
        ("remove_page_furniture", "Page furniture removed"),
        ("page_furniture", "Page furniture"),
        ("mark_sharing", "Share buttons marked"),
        ("mark_related", "Pointers to other articles marked"),
        ("fix", "Fix"),
        ("", ""),
    ],
)
def test_rules_of_repair_in_plain_words(rule: str, shown: str) -> None:
    assert wording.repair(rule) == shown


def test_every_kind_of_furniture_has_plain_words() -> None:
    for kind in (*FURNITURE, "copyright"):
        shown = wording.repair(f"mark_{kind}")
        assert shown.endswith(" marked")
        assert shown != f"{kind.capitalize()} marked"
