"""Tokens, by the table of cases."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.tokens import finding, how_many, is_number, parted, words
from tests.tables import cases, marked

CASES = cases("tokens")


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_the_tokens_of_a_text(case: dict[str, Any]) -> None:
    tokens = words(case["text"], case.get("language", ""))
    assert tokens == case["tokens"]
    assert how_many(case["text"], case.get("language", "")) == len(tokens)
    assert [token for token in tokens if is_number(token)] == case["numbers"]


@pytest.mark.parametrize("language", ["en", "ja", ""])
@given(st.text(alphabet="ab京のย่é2 \n.,-@#:/'’&(“", max_size=40))
def test_the_tokens_are_as_many_as_they_are(language: str, text: str) -> None:
    assert how_many(text, language) == len(words(text, language))


@given(st.text())
def test_tokens_stand_in_the_text_in_their_order(text: str) -> None:
    position = 0
    for token in words(text):
        position = text.index(token, position) + len(token)


@given(st.text(alphabet="北京東のはトーﾞ々ไทย่ក្ម a.1@-", max_size=30), st.sampled_from(["zh", "ja", "th", "km"]))
def test_no_character_of_a_run_is_lost(text: str, language: str) -> None:
    found = "".join(words(text, language))
    assert set(found) <= set(text)
    if "@" not in text:
        assert {c for c in text if c in "北京東のはト々ไทยកម"} <= set(found)


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True)))
def test_words_between_spaces_are_the_tokens(parts: list[str]) -> None:
    assert words(" ".join(parts)) == parts


def test_a_long_run_without_spaces_costs_no_more_than_its_length() -> None:
    assert words("a" * 200_000) == ["a" * 200_000]
    assert words("a-" * 50_000 + "@") == ["-".join("a" * 50_000)]
    assert words("a." * 20_000) == ["a." * 20_000]


# -- runs -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("run", "parts"),
    [
        ("trade", ["trade"]),
        ("deal,", ["deal", ""]),
        ("deal.", ["deal", ""]),
        ("(trade", ["", "trade"]),
        ("“trade”", ["", "trade", ""]),
        ("‘trade’", ["", "trade", ""]),
        ("‘em", ["", "em"]),
        ("workers’", ["workers", ""]),
        ("driver’s", ["driver’s"]),
        ("trade/deal", ["trade", "", "deal"]),
        ("trade,deal", ["trade", "", "deal"]),
        ("trade—deal", ["trade", "", "deal"]),
        ("by-law", ["by-law"]),
        ("by-", ["by", ""]),
        ("-law", ["", "law"]),
        ("2015-16", ["2015", "", "16"]),
        ("1,000", ["1,000"]),
        ("U.S.", ["U.S."]),
        ("U.S.,", ["U.S.", ""]),
        ("St.", ["St"]),
        ("Ft.", ["Ft"]),
        ("Mt.", ["Mt"]),
        ("(St.", ["", "St"]),
        ("St.,", ["St", ""]),
        ("St..", ["St", ""]),
        ("st.", ["st", ""]),
        ("First.", ["First", ""]),
        ("Dr.", ["Dr", ""]),
        ("a.b@example.org", [""]),
        ("@handle", [""]),
        ("#tag,", [""]),
        ("https://example.org/a", [""]),
        ("(see:example.com)", ["", "see", "", ""]),
        ("—", [""]),
        ("|", [""]),
        ("...", [""]),
        ("", []),
    ],
)
def test_what_parts_the_tokens_of_a_run(run: str, parts: list[str]) -> None:
    assert parted(run) == parts


PIECES = ["a", "foo", "St.", "U.S.", "Ph.D", "x.com", ".co.uk", "@", "#", "://", "'s", "’", "-", "1", "2.5", ",", " ",
          "\n", "\u2003", "\x85", ".", ")", "(", "“", ";", "_", "+", "京"]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_the_runs_of_a_text_have_its_tokens(text: str) -> None:
    assert [token for run in text.split() for token in parted(run) if token] == words(text)


RUNS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join).filter(lambda run: not any(map(str.isspace, run)))


@given(RUNS.filter(lambda run: ".com" not in run))  # a token is looked for in the run, and would be met in an address
def test_what_stands_between_tokens_parts_them(run: str) -> None:
    """Two tokens with nothing between them were side by side; the run is theirs, and what parts them."""
    place = 0
    parts = parted(run)
    for before, token in zip(["", *parts], [*parts, ""], strict=True):
        if token:
            start = run.index(token, place)
            assert before == "" or start == place
            place = start + len(token)
    assert (place == len(run)) <= (not parts or parts[-1] != "") or not run


# -- finding ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("trade", "The trade. Trader, fair-trade", ["trade", "trade"]),
        ("trade deal", "a trade deal", ["trade deal"]),
        ("trade deal", "a trade\ndeal", ["trade\ndeal"]),
        ("trade deal", "a trade \u00a0 deal", ["trade \u00a0 deal"]),
        ("trade deal", "tradedeal, trade, deal, trade-deal, trade deals", []),
        ("driver's license", "his driver’s license", ["driver’s license"]),
        ("driver's license", "driver's\nlicense, driverʼs license", ["driver's\nlicense", "driverʼs license"]),
        ("don't", "don’t", ["don’t"]),
        ("by-law", "by‑law by‐law by-law by law", ["by‑law", "by‐law", "by-law"]),
        ("U.S.", "the U.S. and U.S.A. and UxSx", ["U.S."]),
        ("U.S. Senate", "U.S.\nSenate", ["U.S.\nSenate"]),
        ("St Louis", "St. Louis, St Louis, St.\nLouis, St, Louis", ["St. Louis", "St Louis", "St.\nLouis"]),
        ("Port St Ann", "Port St. Ann", ["Port St. Ann"]),
        ("First Louis", "First. Louis", []),
        ("c++", "c++ c+", ["c++"]),
        ("北京", "在北京市", ["北京"]),
        ("Straße", "Straßen Straße", ["Straße"]),
        ("NATO", "nato Nato NATO", ["NATO"]),
    ],
)
def test_a_word_is_found_where_it_stands_by_itself(word: str, text: str, found: list[str]) -> None:
    assert re.findall(finding(word), text) == found


@given(st.text(min_size=1).filter(lambda word: word == word.strip() and "\n" not in word))
def test_every_word_finds_itself(word: str) -> None:
    assert re.fullmatch(finding(word), word)
