"""A text and the day it was published -> the dates in it, with what they mean and whether they belong on a timeline.

The text is cut at blank lines; a block in which no word of a date stands is not looked at again. In the others a date
is looked for around such words, in the forms that `forms` lists, read by `absolute` and `relative` in the light of what
stands before it, and joined with its neighbour where both are the ends of an interval.
"""

import re
from collections.abc import Iterator
from datetime import date

from tasks.entities.dates import absolute, relative
from tasks.entities.dates.events import is_event
from tasks.entities.dates.forms import EXPRESSION, PATTERNS, TRIGGER
from tasks.entities.dates.periods import Period
from tasks.entities.dates.ranges import Dated, joined
from tasks.entities.dates.setting import Read, Setting
from tasks.entities.dates.tense import tense
from tasks.records import DateMention
from tasks.text.sentences import sentences

__all__ = ["find_dates"]

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_AROUND = 48  # characters before and after the word of a date that may belong to it
_STORY = 400  # characters for which a date with its year is the story's own
_WORD_BEFORE = re.compile(r"(?:[\w.'’-]+|[^\w\s])\s*\Z")
_WORD_AFTER = re.compile(r"\s*(['’]s\b|[\w'’-]+|[^\w\s])")
_READERS = {**absolute.READERS, **relative.READERS}


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """Give the dates in `text`: sorted, not overlapping, offsets in characters into `text`; in linear time.

    published: the day from which "Thursday" and "last year" are told; without it they are left out.
    """
    reader = _Reader(text, published)
    for block in _BLOCK.finditer(text):
        if TRIGGER.search(text, block.start(), block.end()):
            reader.read(block.start(), block.end())
    return reader.mentions()


class _Reader:
    """Reads a text from its beginning to its end; what a date means may rest on the one before it."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text, self.published = text, published
        self.found: list[Dated] = []
        self.events: dict[int, int] = {}  # start of a date that belongs on a timeline -> start of its sentence
        self.story: Dated | None = None

    def read(self, begin: int, finish: int) -> None:
        """Read the block text[begin:finish]."""
        bounds = [(start + begin, end + begin) for start, end in sentences(self.text[begin:finish])]
        place = 0
        for start, end in _windows(self.text, begin, finish):
            for match in EXPRESSION.finditer(self.text, start, end):
                while place < len(bounds) - 1 and bounds[place][1] <= match.start():
                    place += 1
                self._take(match, end, *bounds[place])

    def _take(self, match: re.Match[str], limit: int, begin: int, finish: int) -> None:
        form, start, end = match.lastgroup or "", match.start(), match.end()
        again = PATTERNS[form].match(self.text, start, limit)
        assert again
        parts = {name: value or "" for name, value in again.groupdict().items()} | {"surface": match.group()}
        setting = self._setting(begin, start, end, max(finish, end))
        if not (read := _READERS[form](parts, setting)):
            return
        first, until = read if isinstance(read, tuple) else (read, read)
        whole = bool(parts.get("year"))
        one = Dated(start, end, first, until, whole)
        self.found.append(one)
        if whole and until.fits("month"):
            self.story = one
        if is_event(self.text, begin, start, end, max(finish, end), setting, form):
            self.events[start] = begin

    def _setting(self, begin: int, start: int, end: int, finish: int) -> Setting:
        previous = _WORD_BEFORE.search(self.text, max(begin, start - 30), start)
        following = _WORD_AFTER.match(self.text, end, min(finish, end + 30))
        near = self.story and start - self.story.end < _STORY
        return Setting(
            published=self.published,
            before=self.found[-1].until if self.found else None,
            story=self.story.until if self.story and near and self._is_past(self.story.until) else None,
            tensed=tense(self.text, begin, start, end, finish),
            previous=previous.group().strip() if previous else "",
            following=following.group(1) if following else "",
            lead=self.text[max(begin, start - 40) : start],
            sentence=self.text[begin:finish],
        )

    def _is_past(self, period: Period) -> bool:
        return not self.published or period.first.year < self.published.year

    def mentions(self) -> list[DateMention]:
        """Give all that was read: intervals joined, each value once on the timeline for each sentence."""
        told: set[tuple[int, str]] = set()
        result = []
        for one in joined(self.text, self.found):
            sentence = self.events.get(one.start, -1)
            event = sentence >= 0 and (sentence, one.value) not in told
            told.add((sentence, one.value))
            result.append(DateMention(one.start, one.end, one.value, event))
        return result


def _windows(text: str, begin: int, finish: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of a block around the words of dates, cut at white space, not overlapping."""
    start = end = -1
    for trigger in TRIGGER.finditer(text, begin, finish):
        if trigger.end() + _AROUND // 2 > end:
            low, high = trigger.start() - _AROUND, trigger.end() + _AROUND
            if low <= end:
                end = _space_after(text, high, finish)
            else:
                if end > 0:
                    yield start, end
                start, end = _space_before(text, low, begin), _space_after(text, high, finish)
    if end > 0:
        yield start, end


def _space_before(text: str, place: int, begin: int) -> int:
    return begin if place <= begin else max(text.rfind(" ", max(begin, place - 40), place) + 1, begin)


def _space_after(text: str, place: int, finish: int) -> int:
    found = text.find(" ", place, min(place + 40, finish)) if place < finish else -1
    return found if found > 0 else min(place + 40, finish)
