"""The real article: everybody in it is there once, under the full name, with every mention."""

from collections import defaultdict
from pathlib import Path

import pytest

from tasks.entities import recognise
from tasks.entities.identity import identify

_ARTICLE = Path(__file__).parents[3] / "shared" / "seeds" / "000_055352789de3c817.txt"
pytestmark = pytest.mark.skipif(not _ARTICLE.exists(), reason="../shared/seeds is not there")

_PEOPLE = {
    "Jeremy Douglas": {"Jeremy Douglas", "Douglas"},
    "Bryce Pardo": {"Bryce Pardo", "Pardo"},
    "Donald Trump": {"Donald Trump", "Donald J. Trump", "Trump"},
    "Xi Jinping": {"Xi Jinping", "Xi"},
    "Stephen Kirchner": {"Stephen Kirchner"},
    "Liu Yuejin": {"Liu Yuejin", "Liu"},
    "Roderic Broadhurt": {"Roderic Broadhurt"},
    "Yu Haibin": {"Yu Haibin"},
    "Austin Moore": {"Austin Moore"},
    "Simone McCarthy": {"Simone McCarthy"},
}


@pytest.fixture(scope="module")
def entities() -> dict[str, dict[str, set[str]]]:
    """The surfaces of every entity, by kind and name."""
    text = _ARTICLE.read_text("utf-8")
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in identify(text, recognise(text)):
        found[one.entity.kind][one.entity.name].add(one.mention.surface)
    return found


def test_everybody_once_with_all_names(entities: dict[str, dict[str, set[str]]]) -> None:
    people = entities["PERSON"]
    assert {name: people[name] for name in _PEOPLE} == _PEOPLE
    parts = {part for name in _PEOPLE for part in name.split()}
    assert not parts & set(people)


def test_nationalities_count_for_their_countries(entities: dict[str, dict[str, set[str]]]) -> None:
    places = entities["GPE"]
    assert places["China"] == {"China", "Chinese"}
    assert places["Mexico"] == {"Mexico", "Mexican"}
    assert places["United States"] >= {"US", "United States", "America", "American", "Americans"}


def test_the_organisations(entities: dict[str, dict[str, set[str]]]) -> None:
    assert {"United Nations Office on Drugs and Crime", "RAND Corporation"} <= set(entities["ORG"])
