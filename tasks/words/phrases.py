"""A text -> what may be a phrase in it: two to four words side by side, with their counts.

Which of them are phrases is decided in `tasks/words/collocations.py`, from the counts of the whole warehouse. A
candidate begins and ends with a word that is no function word, stays within one sentence, crosses no mark, number or
address, and has no function word inside but the few that join the parts of a term ("secretary of state"). Four words
are counted only where they are a name, each with a capital ("State of the Union").
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import chain, pairwise

from tasks.text.tokens import is_number, parted
from tasks.words.counts import (
    APOSTROPHES,
    LONGEST,
    SHORTEST,
    TermCount,
    Written,
    fold,
    mostly_written,
    plain_form,
    without_possessive,
)
from tasks.words.function_words import FUNCTION_WORDS, VERBS_OF_SAYING

INSIDE = {"en": frozenset(("of", "and", "for", "to", "in", "on", "the"))}  # function words that join a term's parts

# Marks that sort before any letter, so that one comparison tells what may end a phrase and what may stand inside: where
# a phrase is parted, before a function word that does not join, before one that does.
_PART, _OUTER, _INNER = "\0", "\1", "\2"
_CONTENT = "\3"
_PARAGRAPH = " | "  # a mark by itself, which parts
_REMEMBERED = 1 << 17

Words = tuple[str, ...]


def count_phrases(text: str, language: str = "") -> list[TermCount]:
    """Count the candidates of a text, in alphabetical order; a term's words are folded and parted by one space.

    language: ISO 639-1; there are none in a language of which the function words are not known. A possessive inside a
    phrase is a part of it ("driver's license"), one at its end is not.
    """
    if language not in FUNCTION_WORDS:
        return []
    runs = text.replace("\n\n", _PARAGRAPH).split()
    words = list(chain.from_iterable(map(_MARKED[language], runs)))
    return mostly_written(Counter(map(_written, _candidates(words))))  # few stand there twice


def _written(candidate: str) -> Written:
    """A candidate's term and form, without a possessive at its end."""
    form = without_possessive(candidate.replace(_INNER, ""))
    return (form.casefold() if _is_plain(form) else " ".join(map(fold, form.split(" ")))), form


def _is_plain(form: str) -> bool:
    """Whether folding word for word does no more than folding the whole does: no points to lose, no country."""
    return "." not in form and "US" not in form


def _candidates(words: list[str]) -> Iterator[str]:
    """Every run of two to four words that may be a phrase, as often as it stands there; marks stay on those inside."""
    second, third, fourth = words[1:], words[2:], words[3:]
    yield from [f"{a} {b}" for a, b in pairwise(words) if a > _CONTENT and b > _CONTENT]
    yield from [
        f"{a} {b} {c}" for a, b, c in zip(words, second, third, strict=False) if a > _CONTENT < c and b > _INNER
    ]
    yield from [
        f"{a} {b} {c} {d}"
        for a, b, c, d in zip(words, second, third, fourth, strict=False)
        if b > _INNER < c and a[0].isupper() and d[0].isupper() and _in_name(b) and _in_name(c)
    ]


def _in_name(word: str) -> bool:
    return word[0].isupper() or word[0] == _INNER


def _marks(run: str, functions: frozenset[str], inside: frozenset[str]) -> Words:
    """The tokens of a run of text without white space as `_candidates` takes them."""
    return tuple(_mark(token, functions, inside) for token in parted(run))


def _mark(token: str, functions: frozenset[str], inside: frozenset[str]) -> str:
    form, bare = token.translate(APOSTROPHES), plain_form(token)
    term = fold(bare)
    if not SHORTEST <= len(term) <= LONGEST or is_number(bare):
        return _PART
    if term in inside:
        return f"{_INNER}{form}"
    return f"{_OUTER}{form}" if term in functions else form


def _marker(language: str) -> Callable[[str], Words]:
    functions = FUNCTION_WORDS[language] | VERBS_OF_SAYING.get(language, frozenset())
    mark = partial(_marks, functions=functions, inside=INSIDE.get(language, frozenset()))
    return lru_cache(maxsize=_REMEMBERED)(mark)


_MARKED = {language: _marker(language) for language in FUNCTION_WORDS}
