"""A text and the day it was published -> the dates in it, with what they mean and whether they belong on a timeline.

A date is looked for only around words that every date has one of, in the forms that `forms` lists, read by `absolute`,
`coarse` and `relative` in the light of what stands before it, and joined with its neighbour where both are the ends of
an interval.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime

from tasks.entities.dates import absolute, coarse, relative
from tasks.entities.dates.events import is_event
from tasks.entities.dates.forms import EXPRESSION, PATTERNS, TRIGGER
from tasks.entities.dates.periods import Period
from tasks.entities.dates.ranges import Dated, joined
from tasks.entities.dates.setting import Setting
from tasks.entities.dates.tense import tense
from tasks.records import DateMention
from tasks.text.sentences import sentences

__all__ = ["find_dates"]

_AROUND = 48  # characters before and after the word of a date that may belong to it
_NEAR = 300  # characters of the sentence on both sides that are asked what it is about
_STORY = 400  # characters for which a date with its year is the story's own
_WRAPPED = 60  # characters of a line that may have been broken
_ENDS = re.compile(r"[.!?][\"'”’]?\s+|\n\s*\n(?=.{0,50}\n)")
_WORD_BEFORE = re.compile(r"[\w.'’-]+\Z")
_WORD_AFTER = re.compile(r"\s*(['’]s\b|[\w'’-]+|[^\w\s])")
_READERS = {**absolute.READERS, **coarse.READERS, **relative.READERS}


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """Give the dates in `text`: sorted, not overlapping, offsets in characters into `text`; in linear time.

    published: the day from which "Thursday" and "last year" are told; without it they are left out.
    """
    if isinstance(published, datetime):
        published = published.date()
    if published and not 1000 < published.year < 9000:  # so that no reckoning leads out of the calendar
        published = None
    reader = _Reader(text, published)
    for start, end in _windows(text):
        reader.read(start, end)
    return reader.mentions()


class _Reader:
    """Reads a text from its beginning to its end; what a date means may rest on the one before it."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text, self.published = text, published
        self.found: list[Dated] = []
        self.events: dict[int, int] = {}  # start of a date that belongs on a timeline -> start of its sentence
        self.story: Dated | None = None
        self.quarter: Period | None = None
        self.block_end = 0
        self.bounds: list[tuple[int, int]] = []  # of the sentences of the block, the next one last

    def read(self, start: int, end: int) -> None:
        """Read the dates of text[start:end], a window in which words of dates stand."""
        for match in EXPRESSION.finditer(self.text, start, end):
            self._take(match, end, *self._sentence(match.start()))

    def _sentence(self, place: int) -> tuple[int, int]:
        """The sentence that holds a place; places are asked for in the order of the text."""
        if place >= self.block_end:
            begin = self.text.rfind("\n\n", self.block_end, place) + 2
            begin = begin if begin > 1 else self.block_end
            finish = self.text.find("\n\n", place)
            self.block_end = finish if finish >= 0 else len(self.text)
            self.bounds = [(start + begin, end + begin) for start, end in sentences(self.text[begin : self.block_end])]
            self.bounds.reverse()
            if self.bounds:
                self.bounds[-1] = (_begun(self.text, self.bounds[-1][0]), self.bounds[-1][1])
        while len(self.bounds) > 1 and self.bounds[-1][1] <= place:
            self.bounds.pop()
        return self.bounds[-1]

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
        if until.unit in ("quarter", "half"):
            self.quarter = until
        ahead = self.published is not None and first.first > self.published
        if is_event(self.text, start, end, setting, form, ahead=ahead):
            self.events[start] = begin
            if until.fits("month") and (whole or setting.story):
                self.story = one  # and those told by it carry it on

    def _setting(self, begin: int, start: int, end: int, finish: int) -> Setting:
        lead = self.text[max(begin, start - 40) : start]
        following = _WORD_AFTER.match(self.text, end, min(finish, end + 30))
        near = self.story and start - self.story.end < _STORY
        return Setting(
            published=self.published,
            before=self.found[-1].until if self.found else None,
            story=self.story.until if self.story and near and self._is_past(self.story.until) else None,
            quarter=self.quarter,
            tensed=tense(self.text, begin, start, end, finish),
            previous=_last_word(lead),
            following=following.group(1) if following else "",
            lead=lead,
            sentence=self.text[max(begin, start - _NEAR) : min(finish, end + _NEAR)],
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


def _begun(text: str, start: int) -> int:
    """Where the sentence at the start of a block begins: in the line above, if a blank line breaks it in two."""
    above = text[max(start - _NEAR, 0) : start].rstrip()
    line = above[above.rfind("\n") + 1 :]
    if len(line) < _WRAPPED or not (line[-1].isalnum() or line[-1] in ",-–—"):
        return start
    ends = [mark.end() for mark in _ENDS.finditer(above)]
    return max(start - _NEAR, 0) + (ends[-1] if ends else 0)


def _last_word(lead: str) -> str:
    run = lead.split()[-1:] or [""]
    word = _WORD_BEFORE.search(run[0])
    return word.group() if word else run[0][-1:]


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text around the words of dates, cut at spaces, not overlapping."""
    start = end = 0
    for trigger in TRIGGER.finditer(text):
        low, high = trigger.start() - _AROUND, trigger.end() + _AROUND
        if low > end:
            if end:
                yield start, end
            start = max(text.rfind(" ", max(low - _AROUND, 0), low), low - _AROUND, end) + 1
        if high > end + _AROUND // 4:
            end = text.find(" ", high, high + _AROUND)
            end = end if end > 0 else min(high, len(text))
    if end:
        yield start, end
