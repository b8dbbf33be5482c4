"""A text -> its terms with their counts, and the form in which each is mostly written."""

from collections import Counter
from dataclasses import dataclass

from tasks.text.tokens import is_number, words

SHORTEST, LONGEST = 2, 40  # characters of a term; what is longer is a broken line, not a word

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class TermCount:
    """A term of a text. term: as it is counted; form: as it is written most often, "NATO" for "nato"; count: from 1."""

    term: str
    form: str
    count: int


def count_words(text: str) -> list[TermCount]:
    """Count the terms of a text, in alphabetical order: words, without numbers, single letters, addresses, handles."""
    forms: dict[str, Counter[str]] = {}
    for token, count in Counter(words(text)).items():
        form = _without_possessive(token.translate(_APOSTROPHES))
        term = fold(form)
        if SHORTEST <= len(term) <= LONGEST and not is_number(form):
            forms.setdefault(term, Counter())[form] += count
    return [TermCount(term, _commonest(counts), counts.total()) for term, counts in sorted(forms.items())]


def fold(form: str) -> str:
    """Give the term that a written form counts for: case folded, an abbreviation without its points.

    One country is told from a pronoun by its capitals: "US" and "U.S." are both "u.s.", "us" is not.
    """
    plain = form.replace(".", "")
    return "u.s." if plain == "US" else plain.casefold()


def _without_possessive(token: str) -> str:
    return token[:-2] if token.endswith(("'s", "'S")) else token


def _commonest(forms: Counter[str]) -> str:
    """Give the form met most often; of two as common the one with fewer capitals, not made by a title."""
    return min(forms, key=lambda form: (-forms[form], sum(map(str.isupper, form)), form))
