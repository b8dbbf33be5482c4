"""A text -> its terms with their counts, and the form in which each is mostly written."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from tasks.text.tokens import is_number, words

VERSION = "2"
"""Changes whenever the same text can give other counts: with the tokens, the folding or the limits."""

SHORTEST, LONGEST = 2, 40  # characters of a term; what is longer is a broken line, not a word

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class TermCount:
    """A term of a text. term: as it is counted; form: as it is written most often, "NATO" for "nato"; count: from 1."""

    term: str
    form: str
    count: int


def count_words(text: str, language: str = "") -> list[TermCount]:
    """Count the terms of a text, in alphabetical order: words, without numbers, single letters, addresses, handles.

    language: ISO 639-1; those written without spaces between the words are counted by character bigrams.
    """
    forms: dict[str, list[tuple[str, int]]] = {}
    for token, count in Counter(words(text, language)).items():
        term, form = _term_and_form(token)
        if term:
            forms.setdefault(term, []).append((form, count))
    return [_term_count(term, forms[term]) for term in sorted(forms)]


def fold(form: str) -> str:
    """Give the term that a written form counts for: case folded, an abbreviation without its points.

    One country is told from a pronoun by its capitals: "US" and "U.S." are both "u.s.", "us" is not.
    """
    plain = form.replace(".", "")
    return "u.s." if plain == "US" else plain.casefold()


@lru_cache(maxsize=1 << 17)
def _term_and_form(token: str) -> tuple[str, str]:
    """Give what a token counts for and how it is shown; no term where it is a number, too short or too long."""
    form = token.translate(_APOSTROPHES)
    form = form[:-2] if form.endswith(("'s", "'S")) else form
    term = fold(form)
    counted = SHORTEST <= len(term) <= LONGEST and not is_number(form)
    return (term if counted else ""), form


def _term_count(term: str, forms: list[tuple[str, int]]) -> TermCount:
    """Sum a term's forms and choose the one met most often.

    Of two that are as common it is the one with fewer capitals, because a title or the head of a sentence lends them.
    """
    if len(forms) == 1:
        return TermCount(term, *forms[0])
    counts: Counter[str] = Counter()
    for form, count in forms:
        counts[form] += count
    best = min(counts, key=lambda form: (-counts[form], sum(map(str.isupper, form)), form))
    return TermCount(term, best, counts.total())
