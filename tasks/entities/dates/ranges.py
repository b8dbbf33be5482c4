"""Dates one after the other -> the intervals that some of them make: from 2012 to 2014, between May and July."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tasks.entities.dates.periods import Period

_JOINED = re.compile(r"\s*(?:(?P<dash>[-–—])|(?P<to>to|through|until|till)|(?P<both>and))\s*(?:the\s*)?")
_FROM = re.compile(r"(?:\b[Ff]rom|\b[Bb]etween)\s+\Z")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it was read: text[start:end] means the time from the first day of `first` to the last of `until`."""

    start: int
    end: int
    first: Period
    until: Period
    whole: bool = False  # it says its year itself

    @property
    def value(self) -> str:
        """The value as `DateMention` has it."""
        first, until = self.first.value, self.until.value
        return first if first == until else f"{first}/{until}"


def joined(text: str, found: Iterable[Dated]) -> list[Dated]:
    """Join each two that the text joins; the first takes its year from the second where only that one says it."""
    result: list[Dated] = []
    for each in found:
        if result and (one := _interval(text, result[-1], each)):
            result[-1] = one
        else:
            result.append(each)
    return result


def _interval(text: str, one: Dated, other: Dated) -> Dated | None:
    if not 0 < other.start - one.end < 16 or one.first != one.until or other.first != other.until:
        return None
    joint = _JOINED.fullmatch(text, one.end, other.start)
    if not joint or one.first.unit != other.first.unit:
        return None
    opened = _FROM.search(text, max(one.start - 10, 0), one.start)
    if joint["both"] and not (opened and opened.group()[0] in "Bb"):
        return None
    if joint["to"] and not opened:
        return None
    first, until = _in_order(one, other)
    return Dated(one.start, other.end, first, until, one.whole or other.whole) if first.first < until.first else None


def _in_order(one: Dated, other: Dated) -> tuple[Period, Period]:
    """The two ends, one of them moved to the year of the other where only the other says its year."""
    first, until = one.first, other.first
    if other.whole and not one.whole:
        first = _in_year(first, until.first.year) or first
    elif first.first >= until.first:
        first = _in_year(first, until.first.year - (first.first.month > until.first.month)) or first
    return first, until


def _in_year(period: Period, year: int) -> Period | None:
    if period.unit not in ("day", "month"):
        return None
    try:
        return Period(period.unit, period.first.replace(year=year))
    except ValueError:
        return None
