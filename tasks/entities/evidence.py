"""The sentences of a document -> what its other places tell about a capitalised word, as features.

"Pardo" alone may be anything; that "Bryce Pardo" stands further up, that it is never written small, that "Mr" comes
before it elsewhere, that "Institute" ends a name it stands in, is told to every "Pardo" of the document before any of
them is tagged.
"""

from tasks.entities import gazetteers
from tasks.entities.titles import HONORIFICS

_LOCATING = frozenset({"in", "at", "near", "from", "across", "outside"})
_SPEAKING = frozenset({"said", "says", "told", "added", "asked", "tweeted", "wrote", "noted", "argued"})
_ENOUGH = 6  # occurrences whose neighbours are told of


def evidence(sentences: list[list[str]]) -> dict[str, list[str]]:
    """Give for each capitalised word of the document the features that its occurrences together give it."""
    small = {word for sentence in sentences for word in sentence if word.islower()}
    signs: dict[str, set[str]] = {}
    seen: dict[str, int] = {}
    names, senses = gazetteers.names(), gazetteers.senses()
    for sentence in sentences:
        last = len(sentence) - 1
        for i, word in enumerate(sentence):
            if not word[0].isupper():
                continue
            of_word = signs.get(word)
            if of_word is None:
                of_word = signs[word] = {"d=small"} if word.lower() in small else set()
            count = seen[word] = seen.get(word, 0) + 1
            if i:
                before = sentence[i - 1]
                if before[0].isupper():
                    of_word.add("d=inner")
                    if before in names and "G" in names[before]:
                        of_word.add("d=given")
                elif before.isalpha():
                    of_word.add("d=mid")
                    if before in _LOCATING:
                        of_word.add("d=in")
                if before in HONORIFICS or (before == "." and i > 1 and sentence[i - 2] in HONORIFICS):
                    of_word.add("d=title")
                if count <= _ENOUGH:
                    sense = senses.get(before.lower())
                    if sense is not None:
                        of_word.add("d-" + sense[1])
            if i < last:
                after = sentence[i + 1]
                if after[0].isupper():
                    of_word.add("d=followed")
                elif after in _SPEAKING:
                    of_word.add("d=said")
                if count <= _ENOUGH:
                    sense = senses.get(after.lower())
                    if sense is not None:
                        of_word.add("d+" + sense[1])
            if count > 1:
                of_word.add("d=again")
    return {word: sorted(of_word) for word, of_word in signs.items() if of_word}
