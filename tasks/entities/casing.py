"""The sentences of a document as words -> the same, with the capitals that only a headline or a shout gave them undone.

"Pence Endorses Paul Ryan" and "PENCE ENDORSES PAUL RYAN" tell by their capitals nothing about names. There a word
loses its capital where ordinary text hardly ever gives it one, unless the document's own sentences do.
"""

from collections.abc import Sequence

from tasks.entities import gazetteers

_SHOUTED = 0.7  # share of the letters of a sentence in capitals from which case tells nothing
_FEWEST = 3  # long words that make a headline
_LONG = 4  # letters of a word that Title Case gives a capital
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
        for before, word in zip(words, words[1:], strict=False)
        if word[0].isupper() and before[0].isalpha()
    }
    return [
        [_lowered(word, inner) for word in words] if headline else words
        for words, headline in zip(calm, headlines, strict=True)
    ]


def _calmed(words: list[str]) -> list[str]:
    """Give a sentence in capitals as if it were a headline in Title Case."""
    letters = sum(map(str.isalpha, words))
    if letters > 3 and sum(map(str.isupper, words)) > _SHOUTED * letters:
        return [word.capitalize() if len(word) >= _LONG else word for word in words]
    return words


def _headline(words: list[str]) -> bool:
    """Tell whether every long word of a sentence has a capital and no full stop ends it."""
    if not _FEWEST <= len(words) <= _LONGEST or words[-1] == ".":
        return False
    long = [word for word in words if len(word) >= _LONG and word.isalpha()]
    return len(long) >= _FEWEST and all(word[0].isupper() for word in long)


def _lowered(word: str, inner: set[str]) -> str:
    """Give a word in small letters if ordinary text writes it so nine times of ten and this text does not differ."""
    low = word.lower()
    common = word[1:].islower() and gazetteers.cases().get(low, "5") < "2"
    return low if common and word not in inner and word not in gazetteers.names() else word
