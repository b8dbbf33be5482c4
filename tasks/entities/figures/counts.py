"""A number -> a count, by the noun behind it in the plural, with the words before that noun that tell what it is.

There is no parser here. The words behind a number are read one by one until the first that is a plural; a
preposition, a verb, a pronoun or a mark before that ends the reading, and the number counts nothing.
"""

import re
from collections.abc import Iterator

from tasks.entities import gazetteers
from tasks.entities.figures.labels import named
from tasks.entities.figures.lists import words
from tasks.entities.figures.measures import TIMES
from tasks.entities.figures.numerals import Numeral
from tasks.entities.figures.spelled import SMALL
from tasks.entities.figures.told import Told

_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?:[ \u00a0]{{1,3}}|[ ]?\n(?=[a-z]))[\"“‘]?(?P<word>(?:{_LETTER}\.){{2,}}|{_LETTER}+(?:['’&/-]{_LETTER}+)*)"
    rf"(?P<after>['’](?!\w))?(?![\w$€£])"
)
_OF = re.compile(
    r"[ \n]of(?= (?:the|his|her|its|their|our|your|my|these|those)\b| (?:[A-Z]\w*[ ]){0,2}[A-Z]\w*['’]s\b)"
)
# "the state's", "Anna Berg's": whose is no part of what is counted.
_OWNER = re.compile(r" (?:\w{1,30} ){0,2}\w{1,30}['’]s\b")
_DIGIT_BEFORE = re.compile(r"\d \Z")
_PLUS = re.compile(r"\+(?=[ ])")
_IN_PLURAL = re.compile(r"(?:men|women|children|people|folk)$")
_MOST = 5  # words that tell what is counted


def count(text: str, numeral: Numeral) -> Told | None:
    """Give what a number counts: "nine gang members", "four of the men"; one of something is not counted."""
    if numeral.value < 2 or (numeral.spelled and numeral.value != int(numeral.value)):
        return None
    if _DIGIT_BEFORE.search(text, max(0, numeral.start - 2), numeral.start):
        return None  # a row of a table, or thousands parted by a space, which cannot be told apart
    if named(text, numeral):
        return None
    found = _counted(text, numeral.end)
    if not found or found[0] == "Times" or found[0].lower() in TIMES:
        return None
    return Told(numeral.start, found[1], numeral.value, found[0], "count")


def _counted(text: str, position: int) -> tuple[str, int] | None:
    """Give what is counted behind `position` in the text's own words, and where it ends."""
    plus = _PLUS.match(text, position)
    read = list(_phrase(text, plus.end() if plus else position))
    end = _head(read)
    if end is None:
        return None
    return re.sub(r"\s+", " ", text[read[0].start("word") : read[end].end("word")]), read[end].end("word")


def _phrase(text: str, position: int) -> Iterator[re.Match[str]]:
    """Give the words behind a number that may tell what it counts, up to the first that cannot."""
    of = _OF.match(text, position)
    position, leading = (of.end() if of else position), bool(of)
    for _ in range(_MOST + 3):
        match = _WORD.match(text, position)
        if not match:
            return
        word, position = match["word"], match.end("word")
        leading = leading and (word in words("determiner") or _OWNER.match(text, match.start()) is not None)
        if leading:
            continue
        if (word.lower() in words("stop") or word.lower() in SMALL) and not _name_of_state(word):
            return
        yield match
        if match["after"] and not word.endswith("s"):
            return


def _name_of_state(word: str) -> bool:
    """Tell whether a word that would end the reading is written as a name: the "US" in "three US soldiers"."""
    return word in ("US", "U.S.", "UN", "U.N.", "IT")


def _head(read: list[re.Match[str]]) -> int | None:
    """Give the place of the noun that is counted among the words that were read, None if there is none."""
    found: int | None = None
    for place, match in enumerate(read[: _MOST + 1]):
        word = match["word"]
        if word.lower() in words("street") and word[0].isupper():
            return None
        if not _plural(word) or match["after"] or (word[0].isupper() and word in gazetteers.names()):
            if found is not None and place > found + 1:
                break
            continue
        if found is not None and word.istitle():
            break
        found = place
        if word.lower() not in words("modifying") and not (place > 0 and word[0].isupper()):
            break
    if found is None and read and read[0]["word"].lower() in words("nominal"):
        return 0
    return found


def _plural(word: str) -> bool:
    """Tell whether a word looks like a noun in the plural."""
    low = word.lower()
    if low in words("plural") or _IN_PLURAL.search(low):
        return True
    if low in words("not plural") or len(low) < 4:
        return low == "ads" or (word[:-1].isupper() and word[-1] == "s")
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s"))
