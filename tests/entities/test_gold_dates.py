"""The dates and figures that a person marked in real news: sound as tables, whatever our own code finds."""

import re
from datetime import date

import pytest

from tasks.records import DateMention, Figure
from tests.benchmarks.gold_dates import CASES, Half, Passage, Span, dated, figured
from tests.benchmarks.product import CORPORA

pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="the articles are not beside the project")

HALVES: list[Half] = ["development", "held out"]
_COARSE = re.compile(
    r"\d{2,4}|\d{4}-(0[1-9]|1[0-2])|\d{4}-W(0[1-9]|[1-4]\d|5[0-3])(-WE)?|\d{4}-(Q[1-4]|H[12]|SP|SU|FA|WI)"
)
_UNITS = {
    "money": {"USD", "AUD"},
    "share": {"%", "pp"},
    "measure": {"mi", "km", "yd", "minutes", "hours", "days", "weeks", "months", "years"},
}

Either = Passage[DateMention] | Passage[Figure]


def _all(half: Half) -> list[Either]:
    return [*dated(half), *figured(half)]


def _spans(passage: Either) -> list[Span]:
    return sorted([*((one.start, one.end) for one in passage.marked), *passage.doubtful])


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether a span is not empty, begins and ends with a character of its own and cuts no word."""
    inside = text[start:end]
    before, after = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
    return (
        inside != ""
        and inside == inside.strip()
        and not (before.isalnum() and inside[0].isalnum())
        and not (after.isalnum() and inside[-1].isalnum())
    )


def _reads(value: str) -> bool:
    """Tell whether a value is one that a DateMention may have."""
    if "/" in value:
        first, last = value.split("/")
        return _reads(first) and _reads(last) and first <= last
    if _COARSE.fullmatch(value):
        return True
    return date.fromisoformat(value).isoformat() == value


@pytest.mark.parametrize("half", HALVES)
def test_marks_are_whole_words_in_order_and_apart(half: Half) -> None:
    for passage in _all(half):
        assert [one.start for one in passage.marked] == sorted(one.start for one in passage.marked), passage.file
        last = 0
        for start, end in _spans(passage):
            assert last <= start, (passage.file, start)
            assert _whole(passage.text, start, end), (passage.file, start, end)
            last = end
        assert last <= len(passage.text)


@pytest.mark.parametrize("half", HALVES)
def test_the_values_of_dates_can_be_read(half: Half) -> None:
    assert [(one.file, mark) for one in dated(half) for mark in one.marked if not _reads(mark.value)] == []


@pytest.mark.parametrize("half", HALVES)
def test_figures_have_units_of_their_sort(half: Half) -> None:
    for passage in figured(half):
        for mark in passage.marked:
            if mark.sort == "count":
                assert 1 <= len(mark.unit.split()) <= 4
                assert all(word in passage.text for word in mark.unit.split()), (passage.file, mark)
            else:
                assert mark.unit in _UNITS[mark.sort], (passage.file, mark)


def test_no_article_is_in_both_halves_and_dates_and_figures_have_the_same_passages() -> None:
    halves = [{(one.file, one.text) for one in dated(half)} for half in HALVES]
    assert halves == [{(one.file, one.text) for one in figured(half)} for half in HALVES]
    assert not {file for file, _ in halves[0]} & {file for file, _ in halves[1]}


@pytest.mark.parametrize("half", HALVES)
def test_passages_are_news_and_dated_by_the_name_of_the_file(half: Half) -> None:
    for passage in dated(half):
        assert passage.published.isoformat() in passage.file
        assert 1_500 <= len(passage.text) <= 3_000, passage.file


def test_the_tables_say_how_they_were_marked() -> None:
    for path in sorted([*CASES.glob("election_dates*.json"), *CASES.glob("election_figures*.json")]):
        assert '"guidelines"' in path.read_text(encoding="utf-8")
