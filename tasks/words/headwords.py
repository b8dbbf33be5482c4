"""The vocabulary of a corpus, each term with its share of capitals -> the headword that each term is counted under.

A form joins its headword only where the readings that a lexicon has of it agree ("elections", "voted"; not "leaves"),
and where the corpus writes both as one word: "gates" with a capital nearly always is a name, and where "trump" is one,
"trumps" is no plural of it. Two words of different meaning should never be joined; some forms of one word stay apart.
"""

from collections.abc import Mapping
from math import isnan

from tasks.words.inflections import Inflection, load

VERSION = "1"
"""Changes whenever the same vocabulary can be joined in another way: with the rules, or with the table."""

NAME = 0.8  # share of capitals from which a word counts as a name; titles and heads of sentences lend others fewer
SOMETIMES_NAME = 0.4  # a plural with so many capitals is a name as well ("The Times"),
APART = 0.3  # if its singular has so many fewer
_SHORTEST_PLURAL = 4  # characters of a plural that no lexicon has; shorter ones are abbreviations and slips
_NO_PLURALS = ("ss", "us", "is", "'s", "ics")


def headwords(vocabulary: Mapping[str, float], language: str) -> dict[str, str]:
    """Give the headword of every term of a vocabulary; it is the term itself where there is nothing to join.

    vocabulary: folded term -> share of its uses, 0..1, that begin with a capital letter; NaN counts as 1, since what
    nothing is known of may be a name. language: ISO 639-1; only "en" is joined. A headword need not be in the
    vocabulary: "voted" and "voting" are joined under "vote" where nothing else is. Headwords are their own headwords.
    """
    if language != "en":
        return {term: term for term in vocabulary}
    table = load()
    return {term: _headword(term, vocabulary, table) for term in vocabulary}


def _headword(term: str, vocabulary: Mapping[str, float], table: Mapping[str, Inflection]) -> str:
    found = table.get(term)
    if found is None:
        found = _compound(term, table) if term.count("-") == 1 else _unlisted_plural(term, vocabulary, table)
    return found.headword if found and _is_one_word(term, found, vocabulary) else term


def _compound(term: str, table: Mapping[str, Inflection]) -> Inflection | None:
    """The inflection of a word with hyphens, whose last part may be a plural; participles there live by themselves."""
    first, _, last = term.rpartition("-")
    found = table.get(last)
    if found is None or not found.plural:
        return None
    return Inflection(f"{first}-{found.headword}", plural=True, capital=found.capital, heads_names=found.heads_names)


def _unlisted_plural(term: str, vocabulary: Mapping[str, float], table: Mapping[str, Inflection]) -> Inflection | None:
    """The inflection of a word younger than the lexicon ("hashtags"), if its singular is in the vocabulary."""
    if not term.endswith("s") or len(term) < _SHORTEST_PLURAL or term.endswith(_NO_PLURALS) or not term.isalpha():
        return None
    singulars = [f"{term[:-3]}y", term[:-1]] if term.endswith("ies") else [term[:-1]]
    known = [each for each in singulars if each in vocabulary and each not in table]
    return Inflection(known[0], plural=True) if known else None


def _is_one_word(term: str, found: Inflection, vocabulary: Mapping[str, float]) -> bool:
    """Tell whether the corpus writes a form and its headword as one word, by their shares of capitals."""
    if found.capital:
        return True
    form = _share(vocabulary[term])
    headword = _share(vocabulary.get(found.headword, 0.0))
    if form >= NAME or (headword >= NAME and not found.heads_names):
        return False
    regular = found.plural and term.endswith("s")  # "women" is in no name
    return not (regular and form >= SOMETIMES_NAME and form - headword >= APART)


def _share(share: float) -> float:
    return 1.0 if isnan(share) else share
