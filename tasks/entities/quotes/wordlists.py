"""The table of words that show how a sentence is built -> its lists, by name."""

from functools import cache

from tasks.entities import gazetteers


def one_of(words: str) -> frozenset[str]:
    """Give the words of a short list that belongs to one rule alone."""
    return frozenset(words.split(" "))


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in gazetteers.rows("speech_words"):
        found.setdefault(name, set()).update(words.split(" "))
    return {name: frozenset(words) for name, words in found.items()}


PRONOUNS = _lists()["pronoun"]
LOOSE = PRONOUNS | _lists()["loose"]  # words that are a subject alone
RELATIVES = one_of("who which that")
MALE = _lists()["male"]
FEMALE = _lists()["female"]
ARTICLES = _lists()["article"]
DETERMINERS = ARTICLES | _lists()["determiner"]
BE = _lists()["be"]
HAVE = _lists()["have"]
AUXILIARIES = BE | HAVE | _lists()["modal"]
FINITE = _lists()["finite"]
CONJUNCTIONS = _lists()["conjunction"]
QUESTIONS = _lists()["question"]
PREPOSITIONS = _lists()["preposition"]
LOOSELY_BEHIND = _lists()["behind"]  # these begin what is no part of a name or a role behind a verb
DAYS = _lists()["day"]
ADVERBS = _lists()["adverb"]
SPEAKERS = _lists()["speaker"]  # nouns for people and bodies that speak, without a name
ROLES = _lists()["role"]  # what a person may be called again: "the mayor"
MALE_ROLES = _lists()["male role"]
FEMALE_ROLES = _lists()["female role"]
CONTENT_NOUNS = _lists()["content noun"]  # "his claim that", "the belief that"
SENTIMENTS = _lists()["sentiment"]  # "is confident that", "are ready to"
