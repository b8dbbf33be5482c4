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
_BEYOND = re.compile("[\u0100-\u024f\u1e00-\u1eff]")  # Latin Extended: the letters of "Łódź", "Nguyễn", "İzmir"
_REPEATED = re.compile(r"(.)\1+")
_EDGE = ["^"]
_LONGEST = 40  # characters of a word that are looked at
_LOOK = 2  # tokens on each side of a capital that are tagged with it


@lru_cache(_CACHED)
def _shape(word: str) -> str:
    """Give the shape of a word, runs drawn together: "McCain" is XxXx, "U.S." is X.X., "2019" is 0."""
    if word.islower():
        return "x"
    shape = word[:_LONGEST]
    if not shape.isascii():
        shape = _BEYOND.sub(lambda letter: "X" if letter[0].isupper() else "x", shape)
    for pattern, mark in _SHAPES:
        shape = pattern.sub(mark, shape)
    return _REPEATED.sub(r"\1", shape)


@lru_cache(_CACHED)
def _own(word: str) -> list[str]:
    word = _DIGIT.sub("0", word[:_LONGEST])
    low, shape = word.lower(), _shape(word)
    made = [f"w={word}", f"l={low}", f"s={shape}", f"2<{low[:2]}", f"3<{low[:3]}", f"4<{low[:4]}"]
    made += [f"2>{low[-2:]}", f"3>{low[-3:]}", f"4>{low[-4:]}"]
    made += ["0" + flag for flag in gazetteers.names().get(word, ())]
    cluster = gazetteers.clusters().get(word)
    if cluster is not None:
        made += [f"0c{cluster[0]}", f"0m{cluster[1]}", f"0f{cluster[2]}"]
    sense = gazetteers.senses().get(low)
    if sense is not None:
        made += [f"0x{sense[0]}", f"0y{sense[1]}", f"0z{sense[2]}"]
    case = gazetteers.cases().get(low)
    if case is not None:
        made += [f"k={case}", f"k={case}|{shape}"]
    if len(word) > 1 and word.isupper():
        made.append(f"n={min(len(word), 6)}")
    return made


@lru_cache(_CACHED)
def _near(word: str, place: str) -> list[str]:
    word = _DIGIT.sub("0", word[:_LONGEST])
    low = word.lower()
    made = [f"{place}l={low}", f"{place}s={_shape(word)}"]
    made += [place + flag for flag in gazetteers.names().get(word, ())]
    cluster = gazetteers.clusters().get(word)
    if cluster is not None:
        made += [f"{place}c{cluster[0]}", f"{place}f{cluster[2]}"]
    sense = gazetteers.senses().get(low)
    if sense is not None:
        made += [f"{place}y{sense[1]}", f"{place}z{sense[2]}"]
    return made


@lru_cache(_CACHED)
def _far(word: str, place: str) -> list[str]:
    word = _DIGIT.sub("0", word[:_LONGEST])
    low = word.lower()
    made = [f"{place}l={low}"]
    cluster = gazetteers.clusters().get(word)
    if cluster is not None:
        made.append(f"{place}c{cluster[0]}")
    sense = gazetteers.senses().get(low)
    if sense is not None:
        made.append(f"{place}y{sense[1]}")
    return made


def stretches(words: list[str]) -> list[range]:
    """Give the parts of a sentence that may hold names: the tokens near capitals."""
    found: list[range] = []
    for i, word in enumerate(words):
        if word[0].isalpha() and not word.islower():
            begin = max(i - _LOOK, 0)
            if found and begin <= found[-1].stop:
                begin = found.pop().start
            found.append(range(begin, min(i + _LOOK + 1, len(words))))
    return found


def features(words: list[str], part: range, evidence: dict[str, list[str]]) -> list[list[str]]:
    """Give the features of each token of a part of a sentence.

    evidence: for words of the document, the features that the rest of the document gives them.
    """
    count = len(words)
    listed = _listed(words)
    shapes = ["^", *map(_shape, words), "$"]
    runs = _runs(words)
    items = []
    for i in part:
        word = words[i]
        before = words[i - 1] if i else "^"
        after = words[i + 1] if i + 1 < count else "$"
        item = _own(word) + _near(before, "-") + _near(after, "+")
        item += _far(words[i - 2], "--") if i > 1 else _EDGE
        if i + 2 < count:
            item += _far(words[i + 2], "++")
        item.append(f"s3={shapes[i]}|{shapes[i + 1]}|{shapes[i + 2]}")
        if shapes[i + 1] != "x":
            item.append(f"b={before}|{word}")
            item.append(f"a={word}|{after}")
            item += evidence.get(word, ())
            if i in runs:
                item += runs[i]
        if i in listed:
            item += listed[i]
        items.append(item)
    return items


def _runs(words: list[str]) -> dict[int, list[str]]:
    """Give for each token in a run of several capitals its place in the run, the run's last word and what is around."""
    found: dict[int, list[str]] = {}
    begin, count = 0, len(words)
    while begin < count:
        end = _run_end(words, begin)
        if end - begin > 1:
            last = words[end - 1].lower()[:_LONGEST]
            before = words[begin - 1].lower()[:_LONGEST] if begin else "^"
            after = words[end].lower()[:_LONGEST] if end < count else "$"
            made = [f"rt={last}", f"rb={before}", f"ra={after}"]
            sense = gazetteers.senses().get(last)
            if sense is not None:
                made.append(f"rz={sense[1]}")
            for i in range(begin, end):
                found[i] = [*made, f"rp={min(i - begin, 4)}|{min(end - 1 - i, 4)}"]
        begin = max(end, begin + 1)
    return found


def _run_end(words: list[str], begin: int) -> int:
    """Give where the run of capitals ends that begins at `begin`: hyphens and "&" between capitals do not end it."""
    end, count = begin, len(words)
    while end < count and words[end][0].isupper():
        end += 1
        if end + 1 < count and words[end] in ("-", "&") and words[end + 1][0].isupper():
            end += 1
    return end


def _listed(words: list[str]) -> dict[int, list[str]]:
    """Give the tokens that stand in a listed name of several words, or are one, with what they are in it."""
    found: dict[int, list[str]] = {}
    known = gazetteers.phrases()
    ends: dict[str, int] = {}
    for i, word in enumerate(words):
        for rest, sort in known.get(word, ()):
            if i >= ends.get(sort[0], 0) and (not rest or tuple(words[i + 1 : i + 1 + len(rest)]) == rest):
                end = ends[sort[0]] = i + 1 + len(rest)
                many = "2" if rest else ""
                found.setdefault(i, []).append(f"g=B-{sort}{many}")
                for inner in range(i + 1, end):
                    found.setdefault(inner, []).append(f"g=I-{sort}")
    return found
