"""A text -> its terms with their counts, and the form in which each is mostly written."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from tasks.text.tokens import UNSPACED_LANGUAGES, is_number, parted, words

VERSION = "3"
"""Changes whenever the same text can give other counts: with the tokens, the folding, the phrases or the limits."""

SHORTEST, LONGEST = 2, 40  # characters of a term; what is longer is a broken line, not a word

APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})
Written = tuple[str, str]  # a term and a form in which it is written

_REMEMBERED = 1 << 17  # runs and tokens: most of a text are among the few thousand commonest


class TermCount(NamedTuple):  # a frozen dataclass takes four times as long to make, and there are a thousand a text
    """A term of a text. term: as it is counted; form: as it is written most often, "NATO" for "nato"; uses: from 1."""

    term: str
    form: str
    uses: int


def count_words(text: str, language: str = "") -> list[TermCount]:
    """Count the terms of a text, in alphabetical order: words, without numbers, single letters, addresses, handles.

    language: ISO 639-1; those written without spaces between the words are counted by character bigrams.
    """
    if language in UNSPACED_LANGUAGES and not text.isascii():
        written = Counter(map(_written, words(text, language)))
    else:  # most runs of a text were met in the text before
        written = Counter(chain.from_iterable(map(_written_in, text.split())))
    return [found for found in mostly_written(written) if found.term]


def fold(form: str) -> str:
    """Give the term that a written form counts for: case folded, an abbreviation without its points.

    One country is told from a pronoun by its capitals: "US" and "U.S." are both "u.s.", "us" is not.
    """
    plain = form.replace(".", "")
    return "u.s." if plain == "US" else plain.casefold()


def plain_form(token: str) -> str:
    """A token as it is shown: with a plain apostrophe and hyphen, without the possessive."""
    return without_possessive(token.translate(APOSTROPHES))


def without_possessive(form: str) -> str:
    """A form with a plain apostrophe, without the "'s" at its end."""
    return form[:-2] if form.endswith(("'s", "'S")) else form


def mostly_written(written: Mapping[Written, int]) -> list[TermCount]:
    """Sum the uses of each term over its forms and choose the form met most often, in alphabetical order.

    Of two forms that are as common it is the one with fewer capitals, because a title or the head of a sentence lends
    them.
    """
    found: dict[str, TermCount] = {}
    others: dict[str, list[TermCount]] = {}  # nine terms of ten have one form in a text
    for (term, form), uses in written.items():
        one = TermCount(term, form, uses)
        if found.setdefault(term, one) is not one:
            others.setdefault(term, []).append(one)
    for term, more in others.items():
        forms = [found[term], *more]
        found[term] = TermCount(term, min(forms, key=_rank).form, sum(each.uses for each in forms))
    return [found[term] for term in sorted(found)]


def _rank(found: TermCount) -> tuple[int, int, str]:
    return -found.uses, sum(map(str.isupper, found.form)), found.form


@lru_cache(maxsize=_REMEMBERED)
def _written_in(run: str) -> tuple[Written, ...]:
    """What a run without white space counts for, term and form of each of its tokens."""
    return tuple(_written(token) for token in parted(run) if token)


@lru_cache(maxsize=_REMEMBERED)
def _written(token: str) -> Written:
    """Give what a token counts for and how it is shown; no term where it is a number, too short or too long."""
    form = plain_form(token)
    term = fold(form)
    counted = SHORTEST <= len(term) <= LONGEST and not is_number(form)
    return (term if counted else ""), form
