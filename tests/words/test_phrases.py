"""Candidates for phrases, by the table of cases and by a plain definition."""

from collections import Counter
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.text.tokens import is_number, parted
from tasks.words.counts import LONGEST, SHORTEST, TermCount, fold, plain_form
from tasks.words.function_words import FUNCTION_WORDS, VERBS_OF_SAYING
from tasks.words.phrases import INSIDE, count_phrases
from tests.tables import cases, marked

CASES = cases("phrases")


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_what_may_be_a_phrase(case: dict[str, Any]) -> None:
    found = {each.term for each in count_phrases(case["text"], case.get("language", "en"))}
    assert set(case["there"]) - found == set()
    assert set(case["not"]) & found == set()
    assert found == set() or case["there"], "what is found must be among the cases"


def test_the_table_has_enough_of_both() -> None:
    assert len(CASES) >= 90
    assert sum(not case["there"] for case in CASES) >= 20
    assert sum(bool(case["not"]) for case in CASES) >= 70


def test_uses_are_counted_and_the_commonest_form_is_shown() -> None:
    text = "TRADE DEAL. Trade deal. Trade deal's end. A trade deal, trade deal, trade deal."
    found = {each.term: each for each in count_phrases(text, "en")}
    assert found["trade deal"] == TermCount("trade deal", "trade deal", 6)
    assert found["deal's end"] == TermCount("deal's end", "deal's end", 1)
    assert [*found] == sorted(found)


def test_what_overlaps_is_counted_each_time() -> None:
    assert count_phrases("ferry ferry ferry", "en") == [
        TermCount("ferry ferry", "ferry ferry", 2),
        TermCount("ferry ferry ferry", "ferry ferry ferry", 1),
    ]


def test_the_joining_words_are_function_words_of_their_language() -> None:
    assert INSIDE.keys() <= FUNCTION_WORDS.keys()
    assert all(inside <= FUNCTION_WORDS[language] for language, inside in INSIDE.items())


def _plainly(text: str) -> Counter[str]:
    """Each run of words without anything between, tried for every length, as the docstring of the module has it."""
    tokens = chain.from_iterable([*chain.from_iterable(map(parted, part.split())), ""] for part in text.split("\n\n"))
    words = list(tokens)
    terms = [fold(plain_form(word)) for word in words]
    functions, inside = FUNCTION_WORDS["en"] | VERBS_OF_SAYING["en"], INSIDE["en"]

    def is_word(at: int) -> bool:
        return SHORTEST <= len(terms[at]) <= LONGEST and not is_number(plain_form(words[at]))

    found: Counter[str] = Counter()
    for size in (2, 3, 4):
        for start in range(len(words) - size + 1):
            run = range(start, start + size)
            if not all(map(is_word, run)) or terms[run[0]] in functions or terms[run[-1]] in functions:
                continue
            if any(terms[at] in functions and terms[at] not in inside for at in run[1:-1]):
                continue
            if size == 4 and not all(words[at][0].isupper() or terms[at] in inside for at in run):
                continue
            forms = [words[at].replace("’", "'") for at in run]
            found[" ".join(map(fold, (*forms[:-1], plain_form(forms[-1]))))] += 1
    return found


WORDS = "trade Deal State of the Union said it's US us U.S. St. Bob’s A's 5 Ferry boat, (sink deal. “Moss Lind” 1960's"
PIECES = [*WORDS.split(), "-", "\n\n", "a.b@c.org", "‘no’", "é"]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text())
def test_the_candidates_are_those_of_the_plain_definition(text: str) -> None:
    found = count_phrases(text, "en")
    assert {each.term: each.uses for each in found} == dict(_plainly(text))
    assert [each.term for each in found] == sorted({each.term for each in found})
