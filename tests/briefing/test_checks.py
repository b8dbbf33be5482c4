"""A briefing whose figures agree is let through; one that contradicts itself is stopped, and the figure named."""

from dataclasses import replace

import pytest

from tasks.briefing.checks import check
from tasks.errors import RenderError
from tasks.records import Briefing

from . import issues

WEEK = issues.week()
STORY, OTHER = WEEK.stories[:2]


@pytest.mark.parametrize("name", ["week", "empty", "only_rejects", "single", "many", "hostile"])
def test_made_up_issues_agree(name: str) -> None:
    check(getattr(issues, name)())


@pytest.mark.parametrize(
    ("broken", "claim"),
    [
        (replace(WEEK, phrases=(replace(WEEK.phrases[0], documents=99),)), "no word stands in more documents"),
        (replace(WEEK, trends=(replace(WEEK.trends[0], count=99),)), "each trend ends with this issue's count"),
        (replace(WEEK, trends=(replace(WEEK.trends[0], document="elsewhere"),)), "every example comes from"),
        (replace(WEEK, stories=(*WEEK.stories, STORY)), "every document is in one story at most"),
        (replace(WEEK, stories=(OTHER,)), "every document is in one story at most"),
        (
            replace(WEEK, stories=(replace(STORY, headline_document=OTHER.documents[0]), *WEEK.stories[1:])),
            "its headline are of its documents",
        ),
    ],
)
def test_what_contradicts_itself_is_stopped(broken: Briefing, claim: str) -> None:
    with pytest.raises(RenderError, match=claim):
        check(broken)
