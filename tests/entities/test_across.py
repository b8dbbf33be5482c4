"""Across documents: tables of who a short name means and of lives under one name, and what must always hold."""

import json
import time
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tasks.entities import across
from tasks.entities.across import Bearer, Written
from tasks.entities.lives import Appearance, fields, lives, middle
from tasks.entities.names import slug

_CASES = Path(__file__).parents[1] / "cases"
ACROSS = json.loads((_CASES / "across.json").read_text(encoding="utf-8"))
LIVES = json.loads((_CASES / "lives.json").read_text(encoding="utf-8"))
ID = "person:john-smith"


def _bearer(name: str, documents: int) -> Bearer:
    return Bearer(f"person:{slug(name)}", name, documents, 2 * documents)


@pytest.mark.parametrize("case", ACROSS, ids=[case["label"] for case in ACROSS])
def test_across(case: dict[str, Any]) -> None:
    short = _bearer(case["short"], 3)
    full = [_bearer(name, documents) for name, documents in case["full"].items()]
    for order in permutations(full):
        assert across.persons([short], order) == ({short.id: case["means"]} if case["means"] else {})


def test_letters_that_other_documents_explain() -> None:
    rows = [
        Written("WMU", "org:wmu", 4),
        Written("WMU", "org:widget-makers-union", 2),
        Written("W.M.U.", "org:widget-makers-union", 1),
        Written("WMU", "org:wool-merchants-union", 1),
        Written("Widget Makers Union", "org:widget-makers-union", 9),
    ]
    assert across.letters(rows) == {"org:wmu": "org:widget-makers-union"}


def test_letters_that_two_organisations_share_stay_apart() -> None:
    rows = [Written("WMU", "org:wmu", 4), Written("WMU", "org:a", 3), Written("WMU", "org:b", 2)]
    assert across.letters(rows) == {}


def test_letters_explained_once_or_never_alone_stay() -> None:
    assert across.letters([Written("WMU", "org:wmu", 4), Written("WMU", "org:a", 1)]) == {}
    assert across.letters([Written("WMU", "org:a", 9)]) == {}


def _appearance(written: str) -> Appearance:
    """Turn "1 country:NO /baker =w" into an appearance in document 1."""
    document, *rest = written.split(" ")
    beside = frozenset(one for one in rest if ":" in one)
    words = frozenset(one[1:] for one in rest if one.startswith("/"))
    initials = "".join(one[1:] for one in rest if one.startswith("="))
    return Appearance(document, f"2016-01-0{document}", beside, words, initials)


@pytest.mark.parametrize("case", LIVES, ids=[case["label"] for case in LIVES])
def test_lives(case: dict[str, Any]) -> None:
    appearances = [_appearance(one) for one in case["documents"]]
    given = {document: ID + mark for document, mark in case.get("given", {}).items()}
    for order in (appearances, appearances[::-1]):
        found = lives(ID, order, given)
        assert [found[one.document].removeprefix(ID) for one in appearances] == case["ids"]


def test_what_was_given_is_given_again() -> None:
    for case in LIVES:
        appearances = [_appearance(one) for one in case["documents"]]
        once = lives(ID, appearances, {document: ID + mark for document, mark in case.get("given", {}).items()})
        assert lives(ID, appearances, once) == once


def test_many_documents_take_no_longer_each() -> None:
    def seconds(count: int) -> float:
        rows = [Appearance(str(i), "2016-01-01", frozenset({f"org:{i // 2}", "country:NO"})) for i in range(count)]
        begin = time.process_time()
        lives(ID, rows, {})
        return time.process_time() - begin

    assert min(seconds(20_000) for _ in range(2)) < 4 * max(0.02, min(seconds(10_000) for _ in range(2)))


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Senator John Smith left.", "John Smith", {"senator"}),
        ("John Smith, a retired baker from Ohio, left.", "John Smith", {"retired", "baker"}),
        ("his brother John Smith left.", "John Smith", set()),
        ("John Smith left.", "John Smith", set()),
    ],
)
def test_fields(text: str, name: str, words: set[str]) -> None:
    start = text.index(name)
    assert fields(text, start, start + len(name)) == words


def test_middle() -> None:
    assert [
        middle(one) for one in ("George H.W. Bush", "George H. W. Bush", "Anna Maria Berg", "Mr. John Q Public")
    ] == [
        "hw",
        "hw",
        "",
        "q",
    ]
