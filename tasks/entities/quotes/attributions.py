"""A sentence in pieces -> who says, thinks or wants what in it: sources, cues and contents, as places of pieces.

Read from left to right. What a verb announces runs to the end of the sentence, or to a comma behind which somebody
else speaks or the speaker goes on ("..., adding that"). Inside a content nothing new begins otherwise.
"""

from collections.abc import Sequence, Set
from typing import NamedTuple

from tasks.entities.quotes.announcements import PARTING, Announcement, announcement, is_parting
from tasks.entities.quotes.cues import cues
from tasks.entities.quotes.phrases import Place
from tasks.entities.quotes.reading import Piece
from tasks.entities.quotes.wordlists import CONJUNCTIONS, FINITE, PREPOSITIONS, one_of

_JOINING = one_of("and but while though although as yet whereas or so")
_CLAUSE = 14  # pieces in which a clause has its verb
_DATELINE = 12  # pieces of "OSLO, Norway (Wire) -"


class Attribution(NamedTuple):
    """source: None where nobody is named. content: empty where it stands elsewhere. spoken: by a verb of speech."""

    cue: Place
    source: Place | None
    content: Place
    spoken: bool


def attributions(pieces: Sequence[Piece], named: Set[int]) -> list[Attribution]:
    """Give the attributions of one sentence in order; their contents do not overlap. named: the places of names."""
    scan = _Scan(pieces, named)
    at = 0
    while at < len(pieces):
        at = scan.step(at)
    scan.close(len(pieces))
    return scan.found


class _Scan:
    """The state of reading one sentence: what was found, what is running, and from where a content may begin."""

    def __init__(self, pieces: Sequence[Piece], named: Set[int]) -> None:
        self.found: list[Attribution] = []
        self._pieces = pieces
        self._named = named
        self._running: Announcement | None = None
        self._floor = 0

    def step(self, at: int) -> int:
        """Read the piece at a place; give the place to go on from."""
        one = announcement(self._pieces, at, self._named, self._earlier())
        if one is None or not self._may_begin(one):
            return at + 1
        if one.content is None:
            self._take_behind(one)
            return max(one.end, at + 1)
        if self._running is not None and one.joined and one.form == self._running.form:
            one = one._replace(source=self._running.source)
        self.close(one.begin)
        self._running = one
        return max(one.content or 0, one.cue[1], at + 1)

    def close(self, end: int) -> None:
        """End the running content before the place `end`."""
        if self._running is not None:
            self.found.append(_closed(self._pieces, self._running, end))
            self._floor = end
            self._running = None

    def _earlier(self) -> Place | None:
        if self._running is not None and self._running.source is not None:
            return self._running.source
        return self.found[-1].source if self.found else None

    def _may_begin(self, one: Announcement) -> bool:
        """Tell whether something new begins here though a content is running."""
        running = self._running
        if running is None:
            return True
        if one.content is None:
            return not running.spoken or _parted(self._pieces, one.begin)
        if one.joined and one.form == running.form:
            return True
        return _parted(self._pieces, one.begin) and (one.spoken or not running.spoken)

    def _take_behind(self, one: Announcement) -> None:
        """Add an announcement whose content stands before it: it takes what others that are not speech began with."""
        if self._running is not None and self._running.spoken:
            self.close(one.begin)
            self._floor = one.begin
        self._running = None
        while self.found and self.found[-1].cue[0] >= self._floor and not self.found[-1].spoken:
            self.found.pop()
        told = _closed(self._pieces, one._replace(content=self._floor), one.begin)
        start, end = told.content
        start = _behind_dateline(self._pieces, start, end)
        while start < end and self._pieces[start].mark is None and not self._pieces[start].word[0].isalnum():
            start += 1
        resumes = _resumes(self._pieces, one, (start, end))
        if resumes == "with its own subject":
            self._floor = start
        else:
            self.found.append(told._replace(content=(start, end)))
            self._floor = one.end
        if resumes:
            self._running = one._replace(content=one.end + 1)


def _closed(pieces: Sequence[Piece], running: Announcement, end: int) -> Attribution:
    """Give the attribution whose content runs to `end`, without the marks and the joining words before that."""
    end = min(end, running.limit or end)
    start = running.content if running.content is not None else end
    end = _without_marks(pieces, start, end)
    if end > start and pieces[end - 1].word in _JOINING:
        end -= 1
        while end > start and pieces[end - 1].word in PARTING:
            end -= 1
    return Attribution(running.cue, running.source, (min(start, end), end), running.spoken)


def _without_marks(pieces: Sequence[Piece], start: int, end: int) -> int:
    while end > start and pieces[end - 1].mark is None:
        last = pieces[end - 1].word[-1]
        if last.isalnum() or last in ")]%":
            break
        end -= 1
    return end


def _parted(pieces: Sequence[Piece], begin: int) -> bool:
    """Tell whether something new may begin at `begin` inside a content: behind a comma, a semicolon, a dash."""
    before = begin - 1
    if before >= 0 and (pieces[before].word in _JOINING or pieces[before].word == "with"):
        before -= 1
    return before >= 0 and is_parting(pieces[before])


def _behind_dateline(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Give where a content begins behind "OSLO (Wire) -"."""
    for at in range(1, min(end, _DATELINE) if start == 0 else 0):
        piece = pieces[at]
        if piece.word in ("-", "--", "—", "–") and pieces[at - 1].end < piece.start:
            return at + 1
        if piece.word.isalpha() and not piece.capital:
            break
    return start


def _resumes(pieces: Sequence[Piece], one: Announcement, content: Place) -> str:
    """Tell how a content goes on behind the words that interrupted it, "" if it does not.

    "The bridge, she said, will open" goes on, "On most days, she said, the bridge is shut" with its own subject.
    """
    at = one.end
    start, end = content
    if start >= end or at + 1 >= len(pieces) or pieces[at].word != ",":
        return ""
    following = pieces[at + 1]
    if following.mark is not None:
        return "in marks"
    if pieces[end - 1].mark is not None or any(_finite(piece) for piece in pieces[start:end]):
        return ""
    if _finite(following):
        return "as it was"
    if following.word in PREPOSITIONS or following.word in CONJUNCTIONS or following.word.endswith("ing"):
        return ""
    clause = any(piece.word in FINITE or _finite(piece) for piece in pieces[at + 2 : at + _CLAUSE])
    return "with its own subject" if clause and following.word not in ("who", "which") else "as it was"


def _finite(piece: Piece) -> bool:
    cue = cues().get(piece.word)
    return piece.word in FINITE or (cue is not None and cue.form in ("past", "third") and "n" not in cue.classes)
