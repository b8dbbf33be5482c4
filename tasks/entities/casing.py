"""The sentences of a document as words -> the same, with the capitals that only a headline or a shout gave them undone.

"Pence Endorses Paul Ryan" and "PENCE ENDORSES PAUL RYAN" tell by their capitals nothing about names. There a word
loses its capital where ordinary text hardly ever gives it one, unless the document's own sentences do.
"""

from collections.abc import Sequence
from itertools import pairwise

from tasks.entities import gazetteers

_SHOUTED = 0.7  # share of the letters of a sentence in capitals from which case tells nothing
_FEWEST = 2  # words that are no small ones, of a headline
_LONG = 4  # letters of a word that Title Case always gives a capital
_RARELY = "2"  # a word has a capital in fewer than one case of four (see `gazetteers.cases`)
_HEAD = "4"  # the most that words like "Organization", "Committee", "House" have
_LONGEST = 30  # words of a headline


def recased(sentences: Sequence[list[str]]) -> list[list[str]]:
    """Give the words of each sentence, as many as before, in the case that ordinary text gives them."""
    calm = [_calmed(words) for words in sentences]
    headlines = [_headline(words) for words in calm]
    if not any(headlines):
        return calm
    inner = {
        word
        for words, headline in zip(calm, headlines, strict=True)
        if not headline
        for before, word in pairwise(words)
        if word[0].isupper() and before[0].isalpha()
    }
    return [_lowered(words, inner) if headline else words for words, headline in zip(calm, headlines, strict=True)]


def _calmed(words: list[str]) -> list[str]:
    """Give a sentence in capitals as if it were a headline in Title Case: acronyms alone stay as they are."""
    letters = sum(map(str.isalpha, words))
    if letters > 3 and sum(map(str.isupper, words)) > _SHOUTED * letters:
        return [_spoken(word) for word in words]
    return words


def _spoken(word: str) -> str:
    low, titled = word.lower(), word.capitalize()
    known = titled in gazetteers.names() or gazetteers.cases().get(low, "5") <= _RARELY
    return titled if len(word) >= _LONG or known else word


def _headline(words: list[str]) -> bool:
    """Tell whether every long word of a sentence has a capital and no full stop ends it."""
    if not _FEWEST <= len(words) <= _LONGEST or words[-1] == ".":
        return False
    long = [word for word in words if len(word) >= _LONG and word.isalpha()]
    capitals = sum(word[0].isupper() and len(word) > 2 for word in words)
    return bool(long) and capitals >= _FEWEST and all(word[0].isupper() for word in long)


def _lowered(words: list[str], inner: set[str]) -> list[str]:
    """Give a headline with the words in small letters that ordinary text writes so and this text does not otherwise.

    Before the head of a name ("World Health Organization") only what hardly ever has a capital is made small.
    """
    made: list[str] = []
    head = False
    for word in reversed(words):
        share = gazetteers.cases().get(word.lower(), "5") if word[1:].islower() else "5"
        common = share < _RARELY or (share == _RARELY and not head)
        kept = not common or word in inner or word in gazetteers.names()
        made.append(word if kept else word.lower())
        head = kept and word[0].isupper() and _RARELY <= share <= _HEAD
    return made[::-1]
