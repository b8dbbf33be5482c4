"""The tokens of a sentence -> the features by which the tagger knows them, one list of strings a token.

A feature of a word is made once and kept: in news nine tokens of ten have been met before. What follows Ratinov and
Roth (2009), "Design Challenges and Misconceptions in Named Entity Recognition": shapes, affixes, neighbours, lists of
names, word clusters, and the evidence of the whole document (`tasks.entities.evidence`).
"""

import re
from functools import lru_cache

from tasks.entities import gazetteers

_CACHED = 100_000  # words; a year of news has about 60,000 different ones
_DIGIT = re.compile(r"\d")
_SHAPES = ((re.compile(r"[A-ZÀ-ÖØ-Þ]"), "X"), (re.compile(r"[a-zß-öø-ÿ]"), "x"), (_DIGIT, "0"))
_REPEATED = re.compile(r"(.)\1+")
_EDGE = ["^"]
_LONGEST = 40  # characters of a word that are looked at


@lru_cache(_CACHED)
def _shape(word: str) -> str:
    """Give the shape of a word, runs drawn together: "McCain" is XxXx, "U.S." is X.X., "2019" is 0."""
    if word.islower():
        return "x"
    shape = word[:_LONGEST]
    for pattern, mark in _SHAPES:
        shape = pattern.sub(mark, shape)
    return _REPEATED.sub(r"\1", shape)


@lru_cache(_CACHED)
def _own(word: str) -> list[str]:
    word = _DIGIT.sub("0", word[:_LONGEST])
    low, shape = word.lower(), _shape(word)
    made = [f"w={word}", f"l={low}", f"s={shape}", f"2<{low[:2]}", f"3<{low[:3]}", f"4<{low[:4]}"]
    made += [f"2>{low[-2:]}", f"3>{low[-3:]}", f"4>{low[-4:]}"]
    made += _groups(word, "0")
    if len(word) > 1 and word.isupper():
        made.append(f"n={min(len(word), 6)}")
    return made


def _groups(word: str, place: str) -> list[str]:
    """Give the clusters and name lists of a word as features of the token at `place` relative to it."""
    made = [place + flag for flag in gazetteers.names().get(word, ())]
    cluster = gazetteers.clusters().get(word)
    if cluster is not None:
        made += [f"{place}c{cluster[0]}", f"{place}m{cluster[1]}", f"{place}f{cluster[2]}"]
    return made


@lru_cache(_CACHED)
def _near(word: str, place: str) -> list[str]:
    word = _DIGIT.sub("0", word[:_LONGEST])
    return [f"{place}l={word.lower()}", f"{place}s={_shape(word)}", *_groups(word, place)[:4]]


@lru_cache(_CACHED)
def _far(word: str, place: str) -> list[str]:
    word = _DIGIT.sub("0", word[:_LONGEST])
    cluster = gazetteers.clusters().get(word)
    return [f"{place}l={word.lower()}"] + ([f"{place}c{cluster[0]}"] if cluster else [])


def sentence_features(words: list[str], evidence: dict[str, list[str]]) -> list[list[str]]:
    """Give the features of each token of a sentence.

    evidence: for words of the document, the features that the rest of the document gives them.
    """
    count = len(words)
    listed = _listed(words)
    shapes = ["^", *map(_shape, words), "$"]
    items = []
    for i, word in enumerate(words):
        before = words[i - 1] if i else "^"
        after = words[i + 1] if i + 1 < count else "$"
        item = _own(word) + _near(before, "-") + _near(after, "+")
        item += _far(words[i - 2], "--") if i > 1 else _EDGE
        if i + 2 < count:
            item += _far(words[i + 2], "++")
        item.append(f"s3={shapes[i]}|{shapes[i + 1]}|{shapes[i + 2]}")
        if shapes[i + 1] != "x":
            item.append(f"b={before}|{word}")
            item += evidence.get(word, ())
            if i in listed:
                item.append(listed[i])
        items.append(item)
    return items


def _listed(words: list[str]) -> dict[int, str]:
    """Give the tokens that stand in a listed place or nationality, with what they are in it."""
    found: dict[int, str] = {}
    known = gazetteers.phrases()
    end = 0
    for i, word in enumerate(words):
        if i < end:
            continue
        for rest, sort in known.get(word, ()):
            if not rest or tuple(words[i + 1 : i + 1 + len(rest)]) == rest:
                end = i + 1 + len(rest)
                found[i] = f"g=B-{sort}"
                for inner in range(i + 1, end):
                    found[inner] = f"g=I-{sort}"
                break
    return found
