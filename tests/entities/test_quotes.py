"""Quotes: a table of texts, the real article, what must hold of every text, texts that hurt, and the time they take."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.entities import recognise
from tasks.entities.quotes import find_quotes, outermost, quotes_among
from tasks.entities.quotes.reading import read
from tasks.records import Quote
from tests.tables import cases, marked

CASES = cases("quotes")
_ARTICLE = Path(__file__).parents[3] / "shared" / "seeds" / "000_055352789de3c817.txt"


def _sound(text: str, quotes: list[Quote]) -> bool:
    """Tell whether quotes are sorted, not empty, and all of their places inside the text."""
    inside = all(
        0 <= quote.start < quote.end <= len(text)
        and 0 <= quote.speaker_start <= quote.speaker_end <= len(text)
        and 0 <= quote.name_start <= quote.name_end <= len(text)
        and (quote.speaker != "" or quote.speaker_start == quote.speaker_end == 0)
        for quote in quotes
    )
    return inside and quotes == sorted(quotes, key=lambda quote: (quote.start, -quote.end))


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    text = case["text"]
    quotes = find_quotes(text)
    assert [[text[q.start : q.end], q.direct, q.speaker, q.cue] for q in quotes] == case["quotes"]
    assert _sound(text, quotes)


def test_the_words_beside_the_quote_and_the_name_they_stand_for() -> None:
    text = 'Otto Lund runs the port. Nobody helps. "We are ready," he said.'
    (quote,) = find_quotes(text)
    assert text[quote.speaker_start : quote.speaker_end] == "he"
    assert text[quote.name_start : quote.name_end] == quote.speaker == "Otto Lund"


def test_mentions_that_are_known_are_not_looked_for_again() -> None:
    text = '"We are ready," Anna Berg said.'
    assert quotes_among(text, recognise(text)) == find_quotes(text)
    (quote,) = quotes_among(text, [])
    assert quote.speaker == "Anna Berg"
    assert (quote.name_start, quote.name_end) == (0, 0)


def test_the_pieces_of_a_mixed_quote_can_be_left_out() -> None:
    text = 'Anna Berg said the plan was "a disgrace to the city" and left.'
    whole, piece = find_quotes(text)
    assert (whole.direct, piece.direct) == (False, True)
    assert outermost([whole, piece]) == [whole]


@pytest.mark.skipif(not _ARTICLE.exists(), reason="../shared/seeds is not there")
def test_the_real_article() -> None:
    text = _ARTICLE.read_text("utf-8")
    quotes = find_quotes(text)
    speakers = {text[quote.start : quote.start + 22].strip('" '): quote.speaker for quote in quotes if quote.direct}
    douglas, office = "Jeremy Douglas", "US Office of National Drug Control Policy"
    assert speakers == {
        "If there's one area of": douglas,
        "That doesn't mean coop": douglas,
        "The drug overdose cris": "Bryce Pardo",
        "It's very important th": "Bryce Pardo",
        "If [Trump] can add to": "Stephen Kirchner",
        "[M]y friend President": "Donald Trump",
        "But there's still a lo": "Bryce Pardo",
        "That is a massive chal": douglas,
        "There's definitely bee": douglas,
        "The producers and Big": "Roderic Broadhurt",
        "long difficult logisti": "Roderic Broadhurt",
        "completely groundless": "Liu Yuejin",
        "positive step in follo": office,
        "We look forward to fur": office,
        "There are other countr": douglas,
        "and we just hope that": douglas,
    }
    said = {(quote.cue, quote.speaker) for quote in quotes if not quote.direct}
    assert said >= {("said", office), ("said", douglas), ("noted", "Bryce Pardo"), ("according to", douglas)}


@pytest.mark.parametrize(
    "text",
    [
        '"' * 50_000,
        '" ' * 50_000,
        '"a ' * 50_000,
        "'a " * 50_000,
        "“" * 50_000,
        "“a” said " * 10_000,
        "'" * 50_000,
        "said " * 50_000,
        "he said that " * 20_000,
        ", he said, " * 20_000,
        "according to " * 20_000,
        "A" * 200_000,
        "A. " * 50_000,
        "(" * 50_000,
        '"A\n\n' * 20_000,
        '\0\ud800"Anna" said Berg.',
    ],
    ids=lambda text: repr(text[:12]),
)
def test_texts_that_hurt_come_through(text: str) -> None:
    assert _sound(text, quotes_among(text, []))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("Anna Berg said.,\n\"“”'‘’«»:—he "), max_size=120))
def test_quotes_are_sound_in_any_text(text: str) -> None:
    assert _sound(text, find_quotes(text))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                '"',
                "“",
                "”",
                "said",
                "Anna Berg",
                "he",
                "that",
                ",",
                ".",
                ", and",
                "according to",
                "the port",
                "was",
                "wants",
                "to",
                "claim",
                "\n\n",
                "?",
            ]
        ),
        max_size=40,
    )
)
def test_quotes_are_sound_in_any_words(words: list[str]) -> None:
    text = " ".join(words)
    assert _sound(text, find_quotes(text))


def test_a_sentence_is_read_in_pieces_of_bounded_length() -> None:
    """What is looked up to the end of a sentence costs no more in a long one: the whole is linear."""
    sentences = read("and he said that " * 20_000)
    assert max(len(sentence.pieces) for sentence in sentences) <= 400
    assert len(sentences) == 200
