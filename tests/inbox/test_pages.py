"""The pages of the benchmark are all read, and ours is not below what it is built on."""

import logging

import pytest

from tests.benchmarks.pages import Case, bare, cases, ours, word_score

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_each_page_has_its_text(case: Case) -> None:
    score = word_score(case, ours(case.data))
    assert score.f > 0.6


def test_ours_is_above_trafilatura() -> None:
    logging.disable(logging.ERROR)
    try:
        mean = {each: sum(word_score(case, each(case.data)).f for case in CASES) for each in (ours, bare)}
    finally:
        logging.disable(logging.NOTSET)
    assert mean[ours] >= mean[bare]
