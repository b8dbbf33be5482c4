"""The figures that a period's documents state, with their sentences -> the few that an issue shows.

The rule, as a reader may be told it: money, shares, and counts of a hundred and more, or of the dead and injured. What
most documents state comes first; among what as many state, the largest amount of money, the largest count and the share
that stands nearest the head of its text take turns. No document gives more than two, and no sentence more than one.

Two documents state the same where value and unit are the same and their sentences share three long words ("40 %" alone
says nothing of what), or two where it is a count, whose unit says more.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tasks.records import Figure

_SORTS = ("money", "count", "share")
_LEAST_MONEY = 1_000.0
_LEAST_COUNT = 100.0
_LEAST_HURT = 5.0
_HURT = frozenset(["dead", "deaths", "killed", "injured", "injuries", "wounded", "missing", "casualties", "fatalities"])
_MOST_OF_DOCUMENT = 2
_COMPARED = 12  # groups of one value and unit that a further statement is compared with
_SHARED = {"money": 3, "share": 3, "count": 2}  # long words
_LONG = re.compile(r"[^\W\d_]{5,}")
# Powers of ten that a unit of money is worth less than a dollar, roughly: for the order of amounts alone.
_LIGHTER = {"JPY": 2, "KRW": 3, "INR": 2, "PKR": 2, "RUB": 2, "HUF": 2, "NGN": 3, "KES": 2, "VND": 4, "IDR": 4} | {
    "IRR": 4,
    "THB": 1,
    "PHP": 1,
    "TWD": 1,
    "UAH": 1,
    "TRY": 1,
    "MXN": 1,
    "CZK": 1,
    "ZAR": 1,
    "ARS": 3,
}


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as one document states it, with the sentence it stands in. document: its id."""

    document: str
    figure: Figure
    sentence: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure to show: as the first document states it, and the ids of all that do, in order."""

    stated: Stated
    documents: tuple[str, ...]


def telling(stated: Iterable[Stated], most: int = 12) -> list[Telling]:
    """Give the figures to show, the most telling first; the order of `stated` decides between equals."""
    told = _same([one for one in stated if _counts(one.figure)])
    ordered: list[Telling] = []
    by_documents = sorted(told, key=lambda one: -len(one.documents))
    for _, group in groupby(by_documents, key=lambda one: len(one.documents)):
        ordered += _in_turn(list(group))
    return _spread(ordered, most)


def _counts(figure: Figure) -> bool:
    """Tell whether a figure may be shown: no measure, and no small count or amount."""
    if figure.sort == "money":
        return abs(figure.value) >= _LEAST_MONEY
    if figure.sort == "count" and figure.unit != "times":
        hurt = figure.unit.split(" ")[-1].lower() in _HURT
        return figure.value >= (_LEAST_HURT if hurt else _LEAST_COUNT)
    return figure.sort == "share"


def _same(stated: Sequence[Stated]) -> list[Telling]:
    """Put together what several documents state."""
    groups: dict[tuple[str, str, float], list[list[Stated]]] = defaultdict(list)
    for one in stated:
        alike = groups[one.figure.sort, one.figure.unit.lower(), one.figure.value]
        words = _words(one)
        for group in alike[:_COMPARED]:
            if one.document == group[0].document or len(words & _words(group[0])) >= _SHARED[one.figure.sort]:
                group.append(one)
                break
        else:
            alike.append([one])
    found = [group for alike in groups.values() for group in alike]
    return [Telling(group[0], tuple(dict.fromkeys(one.document for one in group))) for group in found]


def _words(stated: Stated) -> set[str]:
    """Give the long words of a sentence without those of the unit."""
    unit = set(stated.figure.unit.lower().split(" "))
    return {word.lower() for word in _LONG.findall(stated.sentence)} - unit


def _in_turn(told: list[Telling]) -> list[Telling]:
    """Give figures that as many documents state: the first of each sort, the second of each, and so on."""
    rows = [sorted((one for one in told if one.stated.figure.sort == sort), key=_weight) for sort in _SORTS]
    turns = [(place, number, one) for number, row in enumerate(rows) for place, one in enumerate(row)]
    return [one for _, _, one in sorted(turns, key=lambda turn: turn[:2])]


def _weight(told: Telling) -> float:
    """Give what orders figures of one sort, the least first."""
    figure = told.stated.figure
    if figure.sort == "share":
        return figure.start
    lighter = _LIGHTER.get(figure.unit, 0) if figure.sort == "money" else 0
    return -(math.log10(max(abs(figure.value), 1)) - lighter)


def _spread(ordered: list[Telling], most: int) -> list[Telling]:
    """Give the first figures, without a third of one document or a second of one sentence."""
    taken: dict[str, int] = defaultdict(int)
    sentences: set[str] = set()
    kept: list[Telling] = []
    for one in ordered:
        if len(kept) == most:
            break
        if taken[one.stated.document] < _MOST_OF_DOCUMENT and one.stated.sentence not in sentences:
            sentences.add(one.stated.sentence)
            taken[one.stated.document] += 1
            kept.append(one)
    return kept
