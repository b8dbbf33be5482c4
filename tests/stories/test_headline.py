"""Which title stands above a story."""

import json
from pathlib import Path

import pytest

from tasks.stories.headline import Titled, headline, tells

CASES = json.loads((Path(__file__).parents[1] / "cases" / "headlines.json").read_text(encoding="utf-8"))
MIDDLE = {"lock": 20_000, "sallow": 15_000, "shut": 10_000, "hinges": 8_000}
RARITY = {"lock": 3.0, "sallow": 4.0, "shut": 2.0, "hinges": 4.0, "bees": 4.0, "summer": 2.0}


def _titled(document: str, title: str, *features: str) -> Titled:
    return Titled(document, title, frozenset(features))


@pytest.mark.parametrize("case", CASES, ids=[case["title"][:40] for case in CASES])
def test_titles_that_tell(case: dict[str, str | bool]) -> None:
    assert tells(str(case["title"])) is case["tells"]


NEAR = _titled("b", "Lock at Sallow Reach stays shut", "lock", "sallow", "shut")
FAR = _titled("a", "Keeper's bees had a good summer", "bees", "summer")
RUBRIC = _titled("c", "Live updates: Sallow lock shut", "lock", "sallow", "shut")
CLOSE_QUESTION = _titled("d", "Is the lock at Sallow shut?", "lock", "sallow", "shut")


def test_the_title_nearest_to_the_centre_is_taken() -> None:
    assert headline([FAR, NEAR], MIDDLE, RARITY).title == NEAR.title


def test_a_statement_goes_before_a_question_and_a_question_before_a_rubric() -> None:
    assert headline([RUBRIC, CLOSE_QUESTION, FAR], MIDDLE, RARITY).title == FAR.title
    assert headline([RUBRIC, CLOSE_QUESTION], MIDDLE, RARITY).title == CLOSE_QUESTION.title


def test_a_rubric_is_better_than_nothing() -> None:
    assert headline([RUBRIC], MIDDLE, RARITY).document == "c"


def test_the_order_of_titles_does_not_matter() -> None:
    titles = [NEAR, FAR, RUBRIC, CLOSE_QUESTION]
    assert headline(titles, MIDDLE, RARITY) == headline(titles[::-1], MIDDLE, RARITY)
