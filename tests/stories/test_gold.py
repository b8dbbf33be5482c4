"""Real articles are put into stories about as a person did it who read them, and the sample seeds as they were meant.

The figures of all weeks come from `tests/benchmarks/stories.py`; here are a few, so that a change that spoils them is
noticed. They are compared where the articles are at hand, and nowhere else.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tasks.stories import Told, background, find
from tasks.stories.weights import Counted
from tests.conftest import SHARED
from tests.stories.reading import article, documents, general, heads_of, week
from tests.stories.scoring import score, weeks

ARTICLES = SHARED / "corpora" / "election"
GOLD = Path(__file__).parents[1] / "cases" / "election_stories.json"
SEEDS = Path(__file__).parents[2] / "seeds"
SCORED = ("2015-W47", "2015-W51", "2016-W03")


@pytest.mark.skipif(not ARTICLES.exists(), reason="the election articles are not here")
@pytest.mark.skipif(not GOLD.exists(), reason="the groups made by reading are not here")
def test_weeks_are_grouped_about_as_by_a_reader() -> None:
    gold = [each for each in weeks(json.loads(GOLD.read_text(encoding="utf-8"))) if each.name in SCORED]
    assert len(gold) == len(SCORED)
    files = [each for each in ARTICLES.glob("*.txt") if week(date.fromisoformat(each.name.split("_")[1])) <= SCORED[-1]]
    digests = {each.name: hashlib.sha256(each.read_bytes()).hexdigest()[:16] for each in files}
    read = documents(ARTICLES, date(2016, 12, 31), list(digests))
    heads = heads_of(read)
    counted = {digests[each.source.path]: article(each, digests[each.source.path], heads).counted for each in read}
    found = score((each, _groups(each.name, list(counted.values()), general(heads))) for each in gold)
    assert found.precision >= 0.8
    assert found.b_f1 >= 0.93


def _groups(name: str, counted: list[Counted], common: Mapping[str, float]) -> list[tuple[str, ...]]:
    known = background([each for each in counted if week(each.dated) <= name], common)
    return [each.documents for each in find([each for each in counted if week(each.dated) == name], known, (), name)]


RUNNING = {
    "northern-wire_2026-10-15_research-ship-isbjorg-out-of-contact.txt": "ship",
    "northern-wire_2026-10-17_search-for-isbjorg-widens.txt": "ship",
    "northern-wire_2026-10-19_lifejacket-found-in-arctic-search.txt": "ship",
    "northern-wire_2026-10-23_all-31-from-isbjorg-found-alive.txt": "ship",
    "northern-wire_2026-10-13_ships-divert-from-calderness.txt": "strike",
    "calder-gazette_2026-10-21_port-and-union-back-at-table.txt": "strike",
    "northern-wire_2026-10-20_malaria-vaccine-trial-paused.txt": "vaccine",
    "meridian-register_2026-10-15_board-opens-review-of-ferry-deal.md": "merger",
    "calder-gazette_2026-10-25_reithy-the-hero-as-rovers-win-shoot-out.txt": "football",
}


def test_a_story_of_the_seeds_is_followed_from_week_to_week() -> None:
    read = {each.source.path: article(each).counted for each in documents(SEEDS, date(2026, 11, 22), list(RUNNING))}
    sort = {counted.id: RUNNING[path] for path, counted in read.items()}
    known = background(read.values(), general())
    told: tuple[Told, ...] = ()
    ids = []
    for name in ("2026-W42", "2026-W43"):
        period = [each for each in read.values() if week(each.dated) == name]
        (ship,) = find(period, known, told, name)
        assert {sort[id] for id in ship.documents} == {"ship"}
        mine = tuple(each for each in period if each.id in ship.documents)
        told = (Told(ship.followed.id, ship.followed.since, mine),)
        ids.append(ship.followed)
    assert ids[0].id == ids[1].id
    assert (ids[1].since, ids[1].before) == ("2026-W42", 2)
