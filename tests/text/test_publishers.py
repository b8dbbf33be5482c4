"""One publisher has one name, however paths and pages write it."""

import pytest

from tasks.text.publishers import is_slug, shown


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["calder-gazette", "The Calder Gazette"], ["The Calder Gazette"] * 2),
        (["Northern Wire", "northern-wire", "Northern wire"], ["Northern Wire"] * 3),
        (["elver-basin-office"], ["Elver Basin Office"]),
        (["nyt"], ["nyt"]),
        (["", "nyt"], ["", "nyt"]),
        (["The Times", "Times of Malta"], ["The Times", "Times of Malta"]),
        (["Theatre News", "atre-news"], ["Theatre News", "Atre News"]),
        (["e-flux"], ["E Flux"]),
        (["Le Monde", "le_monde"], ["Le Monde"] * 2),
    ],
)
def test_names(names: list[str], expected: list[str]) -> None:
    found = shown(names)
    assert [found[each] for each in names] == expected


def test_slugs() -> None:
    assert is_slug("a-b")
    assert not is_slug("A-b")
    assert not is_slug("ab")
