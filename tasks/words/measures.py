"""A text in -> the counts from which its readability, its variety of words and its length are reckoned.

A group's figure comes from the group's sums and never from a mean of its documents' figures, so that each document
weighs what it holds. Readability is of prose alone: what ends without a mark (a title, a heading, a line of a list,
most captions) is no sentence, and its words are not counted there. A language written without spaces between the words
is counted by character bigrams, of which neither readability nor variety would tell anything: it has a length only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np

from tasks.records import Measures
from tasks.text.sentences import sentences
from tasks.text.tokens import UNSPACED_LANGUAGES, words

VERSION = "1"
"""Changes whenever the same text can give other measures: with the tokens, the sentences or what is counted."""

WINDOW = 100  # tokens: all but the shortest news briefs have as many
LONG = 6  # letters; a word with more is long (Björnsson)
_SIGNS = ".,'’ʼ-‐‑"  # that stand inside a token and are no letters
_ENDS = frozenset(".!?…。！？")
_CLOSERS = "\"'”’»)]}」』"


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long documents are, in words. documents: from 1; lower, median, upper: the quartiles, fractions possible."""

    documents: int
    lower: float
    median: float
    upper: float


def measure(
    text: str,
    language: str = "",
    *,
    tokens: Sequence[str] | None = None,
    spans: Sequence[tuple[int, int]] | None = None,
) -> Measures:
    """Measure a text as it is counted (`tasks.text.counted`), in linear time.

    language: ISO 639-1. tokens, spans: what `words(text, language)` and `sentences(text)` give, from whoever has them.
    """
    tokens = words(text, language) if tokens is None else tokens
    if language in UNSPACED_LANGUAGES and not text.isascii():
        return Measures(words=len(tokens))
    spans = sentences(text) if spans is None else spans
    unended = [text[start:end] for start, end in spans if not _ended(text[start:end])]
    aside = words("\n\n".join(unended), language)
    return Measures(
        words=len(tokens),
        sentences=len(spans) - len(unended),
        prose_words=len(tokens) - len(aside),
        letters=_letters(tokens) - _letters(aside),
        long_words=_long_words(tokens) - _long_words(aside),
        windows=max(0, len(tokens) - WINDOW + 1),
        types=types_in_windows(tokens, WINDOW),
    )


def types_in_windows(tokens: Sequence[str], window: int) -> int:
    """Sum the numbers of different words, case folded, over all windows of so many tokens; 0 if there are fewer tokens.

    Each token counts in the windows where it is the first of its kind: those that it is in and that begin behind the
    one before of its kind. So a token costs the same in any window.
    """
    last_window = len(tokens) - window
    previous: dict[str, int] = {}
    last = previous.get
    found = 0
    for place, word in enumerate(map(str.lower, tokens)):
        before = last(word, -1)
        previous[word] = place
        if place - before > window:  # without min() and max(), which take as long as all the rest
            before = place - window
        if before < last_window:
            found += (place if place < last_window else last_window) - before
    return found


def total(measures: Iterable[Measures]) -> Measures:
    """Sum the measures of a group's texts."""
    rows = [[getattr(each, field.name) for field in fields(Measures)] for each in measures]
    return Measures(*map(sum, zip(*rows, strict=True)))


def mattr(*, windows: int, types: int) -> float | None:
    """The share of words in WINDOW tokens that differ, 0..1, on average; None where there is no window.

    Moving-average type-token ratio: Covington and McFall, "Cutting the Gordian Knot", Journal of Quantitative
    Linguistics 17 (2010). It does not fall with the length of a text, as the ratio over a whole text does.
    """
    return types / (windows * WINDOW) if windows else None


def lix(*, prose_words: int, sentences: int, long_words: int) -> float | None:
    """LIX: words in a sentence, and long words in a hundred; None where there is no prose.

    lix = words / sentences + 100 * long words / words: Björnsson, "Läsbarhet", Stockholm 1968. Below 30 is very easy,
    40 to 50 is ordinary newspaper text, over 60 is officialese. It was made for Swedish and is used for many languages,
    but the scale of one language is not that of another.
    """
    if not sentences or not prose_words:
        return None
    return prose_words / sentences + 100 * long_words / prose_words


def coleman_liau(*, letters: int, prose_words: int, sentences: int) -> float | None:
    """The American school grade (1 to 12, beyond it years at college) that reads a text in English with ease.

    grade = 0.0588 * letters in 100 words - 0.296 * sentences in 100 words - 15.8: Coleman and Liau, "A computer
    readability formula designed for machine scoring", Journal of Applied Psychology 60 (1975). Digits count as letters,
    and no syllable need be guessed. For English only; None where there is no prose.
    """
    if not sentences or not prose_words:
        return None
    return (5.88 * letters - 29.6 * sentences) / prose_words - 15.8


def lengths(counts: Sequence[int]) -> Lengths | None:
    """Give the median and the quartiles of documents' words; None for no document.

    Between two documents they are interpolated: definition 7 of Hyndman and Fan, "Sample quantiles", The American
    Statistician 50 (1996).
    """
    if not counts:
        return None
    lower, median, upper = np.quantile(np.asarray(counts, dtype=np.int64), [0.25, 0.5, 0.75]).tolist()
    return Lengths(len(counts), lower, median, upper)


def _ended(sentence: str) -> bool:
    """Tell whether a sentence ends with a mark, before the quotes and brackets that close behind it."""
    return sentence[-1] in _ENDS or sentence.rstrip(_CLOSERS)[-1:] in _ENDS


def _letters(tokens: Sequence[str]) -> int:
    """How many letters and digits the tokens have."""
    joined = "".join(tokens)
    return len(joined) - sum(map(joined.count, _SIGNS))


def _long_words(tokens: Sequence[str]) -> int:
    """How many tokens have more letters than LONG; a number has none."""
    longer = [token for token in tokens if len(token) > LONG]
    return sum(token.isalpha() or sum(map(str.isalpha, token)) > LONG for token in longer)
