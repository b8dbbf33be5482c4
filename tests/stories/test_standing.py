"""Which sentences can be read by themselves."""

import json
from pathlib import Path

import pytest

from tasks.stories.standing import stands_alone

CASES = json.loads((Path(__file__).parents[1] / "cases" / "standing.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['sentence'][:40]}" for case in CASES])
def test_sentences_that_stand_alone(case: dict[str, str | bool]) -> None:
    assert stands_alone(str(case["sentence"]), str(case.get("before", ""))) is case["alone"]
