"""Headwords: which forms are joined and which are not, and the table they are looked up in."""

import gzip
import json
from importlib.resources import files
from math import nan
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.words.counts import fold
from tasks.words.headwords import headwords
from tasks.words.inflections import FILE, Inflection, load, parse
from tasks.words.inflections.build import settle, table

CASES = json.loads((Path(__file__).parents[1] / "cases" / "headwords.json").read_text(encoding="utf-8"))


def _vocabulary(case: dict[str, Any]) -> dict[str, float]:
    return {case["term"]: nan if case["capitals"] is None else case["capitals"], **case.get("beside", {})}


@pytest.mark.parametrize("case", CASES, ids=[f"{case['term']} {case['capitals']}" for case in CASES])
def test_the_headword_of_a_term(case: dict[str, Any]) -> None:
    assert headwords(_vocabulary(case), "en")[case["term"]] == case["headword"], case["reason"]


@pytest.mark.parametrize("language", ["de", "zh", "und", ""])
def test_other_languages_are_not_joined(language: str) -> None:
    vocabulary = {case["term"]: 0.0 for case in CASES}
    assert headwords(vocabulary, language) == {term: term for term in vocabulary}


def test_forms_meet_where_their_headword_is_not_used() -> None:
    assert set(headwords({"voted": 0.0, "voting": 0.1, "votes": 0.0}, "en").values()) == {"vote"}


@given(st.dictionaries(st.sampled_from(sorted(load())) | st.text(max_size=12), st.floats(0, 1), max_size=30))
def test_a_headword_is_its_own_headword(vocabulary: dict[str, float]) -> None:
    found = headwords(vocabulary, "en")
    assert found.keys() == vocabulary.keys()
    with_headwords = vocabulary | {headword: 0.0 for headword in found.values() if headword not in vocabulary}
    again = headwords(with_headwords, "en")
    assert all(again[headword] == headword for headword in found.values())


@given(st.permutations([case["term"] for case in CASES[::7]]))
def test_the_order_of_the_terms_does_not_matter(terms: list[str]) -> None:
    assert headwords(dict.fromkeys(terms, 0.0), "en") == headwords(dict.fromkeys(sorted(terms), 0.0), "en")


# -- the table --------------------------------------------------------------------------------------------------------

LEXICON = """\
vote,noun,vote
votes,noun,vote
votes,verb,vote
leaves,noun,leave/leaf
leaves,verb,leave
painting,noun,painting
painting,verb,paint
expected,adj,expected
expected,verb,expect
news,noun,news
Iowans,noun,Iowan
Iowan,adj,Iowan
Walters,noun,Walter
founded,verb,found
parties,noun,party
partied,verb,party
""".splitlines()


def test_a_table_is_made_of_a_lexicon() -> None:
    made = table(LEXICON)
    assert made["votes"] == Inflection("vote", plural=True)
    assert made["expected"] == Inflection("expect")
    assert made["iowans"] == Inflection("iowan", plural=True, capital=True)
    assert made["news"] == Inflection("news")
    assert made["leaves"] == Inflection("leaves")
    assert made["walters"] == Inflection("walters")
    assert not {"vote", "painting", "founded", "plants"} & made.keys()
    assert list(made) == sorted(made)


@pytest.mark.parametrize(
    ("form", "readings", "headword"),
    [
        ("votes", {("noun", "vote"), ("verb", "vote")}, "vote"),
        ("leaves", {("noun", "leaf"), ("noun", "leave"), ("verb", "leave")}, ""),
        ("painting", {("noun", "painting"), ("verb", "paint")}, ""),
        ("offset", {("verb", "offset"), ("verb", "offse")}, ""),
        ("parties", {("noun", "party")}, "party"),
        ("partied", {("verb", "party")}, ""),
        ("ups", {("noun", "up")}, ""),
        ("had", {("verb", "have"), ("aux", "have")}, "have"),
        ("would", {("aux", "will")}, ""),
    ],
)
def test_all_readings_must_lead_to_one_headword(form: str, readings: set[tuple[str, str]], headword: str) -> None:
    assert settle(form, frozenset(readings), {"vote": 3, "leaf": 1, "leave": 2}) == headword


def test_the_shipped_table_is_small_and_says_whose_it_is() -> None:
    packed = files("tasks.words.inflections").joinpath(FILE).read_bytes()
    content = gzip.decompress(packed).decode()
    assert len(packed) < 400_000
    assert packed[4:8] == b"\0\0\0\0"  # no time of making
    assert "LemmInflect 0.2.3" in content[:400]
    assert "MIT" in content[:400]
    assert "Copyright (C) 2019 Brad Jascob" in files("tasks.words.inflections").joinpath("README.md").read_text("utf-8")
    assert list(parse(content)) == sorted(load())


def test_its_terms_are_folded_and_its_headwords_are_no_forms() -> None:
    inflections = load()
    assert 30_000 < len(inflections) < 45_000
    for form, found in inflections.items():
        assert fold(form) == form
        assert inflections.get(found.headword, Inflection(found.headword)).headword == found.headword


def test_half_of_the_cases_must_not_match() -> None:
    apart = sum(case["term"] == case["headword"] for case in CASES)
    assert len(CASES) >= 150
    assert apart >= len(CASES) / 2
