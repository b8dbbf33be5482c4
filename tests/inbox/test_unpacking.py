"""No two things in a file have the same path, however long and however often they are called alike."""

import pytest

from tasks.inbox.limits import Limits
from tasks.inbox.unpacking import LONGEST_NAME, Exhausted, Unpacked


def paths(*names: str) -> list[str]:
    unpacked = Unpacked(1, Limits())
    return [unpacked.named("", name) for name in names]


@pytest.mark.parametrize("name", ["a", "a" * LONGEST_NAME, "a" * 5000, "a (2)"])
def test_no_two_are_alike(name: str) -> None:
    found = paths(*[name] * 500, f"{name} (2)", f"{name} (3)")
    assert len(set(found)) == len(found)
    assert max(map(len, found)) <= LONGEST_NAME


def test_names_that_look_numbered() -> None:
    assert paths("a", "a", "a (2)", "a") == ["a", "a (2)", "a (2) (2)", "a (3)"]


def test_the_holders_own_text_has_its_path() -> None:
    assert Unpacked(1, Limits()).named("mail.eml", "") == "mail.eml"


def test_what_is_beyond_the_limits_ends_the_file() -> None:
    unpacked = Unpacked(10, Limits(members=2))
    unpacked.member(1)
    unpacked.member(1)
    with pytest.raises(Exhausted, match="more than 2 things"):
        unpacked.member(1)
