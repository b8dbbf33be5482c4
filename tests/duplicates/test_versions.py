"""Versions of one article: the newest counts, whenever and in whatever batches they come."""

from collections.abc import Mapping

import pytest

from tasks.duplicates.relate import Decided
from tests.duplicates.signing import in_batches, signed

BODY = (
    "The lock at Sallow Reach will stay shut until the spring, the river board has said. A gate of the upper chamber "
    "sank by a hand's breadth in the night, and nobody can say yet what gave way beneath it.",
    "Skippers who carry gravel to the works at Hame were told to turn back at the second bridge, and some of them had "
    "been waiting there since the morning with their engines running against the current.",
    '"We had looked at those hinges in the summer and found nothing wrong with them," said the keeper of the lock, who '
    "has worked there for longer than anybody else on the river cares to remember.",
    "Divers are to go down as soon as the water is clear enough to see a lamp in it, and the board will meet in the "
    "old toll house to hear what they have found before it asks for money.",
)
CREWS = (
    "So far only a single barge has been let through, at walking pace and with ropes to either bank.",
    "Two barges have been let through by now, and a third was lifted out by the crane of the works at Hame.",
    "By the evening no barge was left in the chamber, and the crane had been driven back to the works.",
)


def version(number: int, **more: str) -> dict[str, str]:
    """One version of the article: the first, second or third."""
    known = {
        "title": "Lock at Sallow Reach stays shut",
        "publisher": "Reach Courier",
        "url": "https://courier.example/2031/lock",
        "published": "2031-02-03",
        "modified": f"2031-02-03T{8 + number:02}:00:00",
    }
    return known | {"text": "\n\n".join((*BODY, CREWS[number - 1]))} | more


def decided(documents: Mapping[str, Mapping[str, str]], sizes: list[int]) -> Decided:
    return in_batches([signed(id, side, place) for place, (id, side) in enumerate(documents.items())], sizes)


def pairs(found: Decided) -> list[tuple[str, str, str]]:
    return [(each.document, each.other, each.relation) for each in found.relations]


@pytest.mark.parametrize("sizes", [[], [1, 1, 1], [2], [1, 2]])
def test_each_version_supersedes_the_one_before(sizes: list[int]) -> None:
    found = decided({f"v{number}": version(number) for number in (1, 2, 3)}, sizes)
    assert pairs(found) == [("v2", "v1", "revision"), ("v3", "v2", "revision")]
    assert found.fates == {"v1": "superseded", "v2": "superseded"}
    assert set(found.keys) == {"v1", "v2", "v3"}


@pytest.mark.parametrize("sizes", [[], [1, 1, 1], [2], [1, 2]])
def test_an_older_version_that_comes_late_is_superseded_at_once(sizes: list[int]) -> None:
    found = decided({"v3": version(3), "v1": version(1)}, sizes)
    assert pairs(found) == [("v3", "v1", "revision")]
    assert found.fates == {"v1": "superseded"}


@pytest.mark.parametrize("sizes", [[], [1, 1, 1], [2], [1, 2]])
def test_of_three_versions_one_counts_in_whatever_order_they_come(sizes: list[int]) -> None:
    for order in ((1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)):
        found = decided({f"v{number}": version(number) for number in order}, sizes)
        assert found.fates == {"v1": "superseded", "v2": "superseded"}, order
        assert {each.relation for each in found.relations} == {"revision"}, order


@pytest.mark.parametrize("sizes", [[], [1, 1, 1], [2]])
def test_a_copy_of_a_superseded_version_elsewhere_is_near_to_it(sizes: list[int]) -> None:
    elsewhere = version(
        1, publisher="Hame Herald", url="https://herald.example/news/17", title="No barges at the Reach"
    )
    elsewhere["text"] = "From our correspondents on the river.\n\n" + elsewhere["text"]
    found = decided({"v1": version(1), "v2": version(2), "copy": elsewhere}, sizes)
    assert pairs(found) == [("v2", "v1", "revision"), ("copy", "v1", "near")]
    assert found.fates == {"v1": "superseded", "copy": "near"}
    assert "copy" not in found.keys


@pytest.mark.parametrize("sizes", [[], [1, 1, 1], [2]])
def test_the_same_text_as_a_superseded_version_is_exact(sizes: list[int]) -> None:
    found = decided({"v1": version(1), "v2": version(2), "again": version(1)}, sizes)
    assert pairs(found) == [("v2", "v1", "revision"), ("again", "v1", "exact")]
    assert found.fates == {"v1": "superseded", "again": "exact"}


@pytest.mark.parametrize("sizes", [[], [1]])
def test_the_same_page_with_other_furniture_is_a_copy_and_no_version(sizes: list[int]) -> None:
    menus = "Home | News | River | Weather\n\n", "Front page | River | Letters | Subscribe | Your account\n\n"
    later = version(1, modified="2031-02-05T10:00:00")
    first, again = (
        {**side, "text": menu + side["text"]} for menu, side in zip(menus, (version(1), later), strict=True)
    )
    found = decided({"first": first, "again": again}, sizes)
    assert pairs(found) == [("again", "first", "near")]
    assert found.fates == {"again": "near"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"mail": "<a17@reach.example>"}, {"mail": "<a17@reach.example>"}),
        ({"path": "river/lock.txt"}, {"path": "river/lock_v2.txt"}),
        ({"path": "river/lock.txt"}, {"path": "river/lock.txt"}),
        ({"url": "https://courier.example/lock?utm_source=mail"}, {"url": "http://www.courier.example/lock/#top"}),
        (
            {"title": "Lock stays shut", "publisher": "Courier"},
            {"title": "Lock: stays shut", "publisher": "COURIER"},
        ),
    ],
)
def test_what_says_that_two_texts_are_one_article(one: dict[str, str], other: dict[str, str]) -> None:
    sides = [{"text": version(number)["text"], **known} for number, known in ((1, one), (2, other))]
    found = decided({"v1": sides[0], "v2": sides[1]}, [])
    assert pairs(found) == [("v2", "v1", "revision")]


def test_a_shared_address_alone_makes_no_version() -> None:
    other = "Nobody had thought that the orchard above the chapel would bear again after so long a frost. " * 4
    found = decided({"one": version(1), "other": version(1, text=other, title="The orchard above the chapel")}, [])
    assert (found.relations, found.fates) == ((), {})


@pytest.mark.parametrize("sizes", [[], [1] * 24])
def test_of_more_versions_than_a_key_leads_to_the_newest_alone_counts(sizes: list[int]) -> None:
    hours = {
        f"v{hour:02}": version(1, modified=f"2031-02-03T{hour:02}:00:00")
        | {"text": "\n\n".join((*BODY, f"At {hour} hours {hour * 7} barges lay between the bridge and the works."))}
        for hour in range(24)
    }
    found = decided(hours, sizes)
    assert found.fates == {f"v{hour:02}": "superseded" for hour in range(23)}


def test_what_was_withdrawn_from_an_article_is_not_told_on() -> None:
    whole = version(1)
    shorter = version(2) | {"text": "\n\n".join(BODY[:2])}
    assert decided({"whole": whole, "shorter": shorter}, []).fates == {"whole": "superseded"}
    stub = version(1, modified="2031-02-03T08:00:00") | {"text": "\n\n".join(BODY[:2])}
    assert decided({"whole": whole, "stub": stub}, [1, 1]).fates == {"stub": "near"}
