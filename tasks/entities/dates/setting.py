"""What surrounds a date in its text: all that the reading of it may ask."""

from dataclasses import dataclass
from datetime import date

from tasks.entities.dates.periods import Period, holding
from tasks.entities.dates.tense import Tensed
from tasks.entities.dates.words import listed

Read = Period | tuple[Period, Period] | None  # two: an interval from the first to the second


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a date stands.

    published: of the text. before: what the date before it meant; story: the last day or month with its year, if it is
    near; quarter: the last that was told. previous, following: the words beside it, a mark of punctuation for itself.
    lead: what comes before it in its sentence, up to 40 characters. sentence: what is near of it.
    """

    published: date | None
    before: Period | None
    story: Period | None
    quarter: Period | None
    tensed: Tensed
    previous: str
    following: str
    lead: str
    sentence: str

    @property
    def forward(self) -> bool:
        """Whether the sentence tells of what is to come."""
        if self.previous in ("toward", "towards", "come") or self.lead.endswith(_AS_SOON_AS):  # "come November"
            return True
        if self.tensed.tense == "past" or self.previous in ("his", "her", "its", "their"):
            return False
        beside = self.previous in ("by", "until", "into") or self.following == "deadline"
        return beside or self.tensed.tense in ("future", "doubtful")


def turned(which: str) -> int:
    """The step that a word asks for: -1 for "last", 1 for "next", 0 for "this"."""
    word = which.lower().split()[-1] if which else ""
    if word in ("last", "previous", "prior", "preceding", "past"):
        return -1
    return 1 if word in ("next", "coming", "following") else 0


def year_said(parts: dict[str, str], setting: Setting) -> int:
    """The year that stands with a date, as figures or as "last year"; 0 for none."""
    for name in ("year", "other"):
        if parts.get(name):
            return int(parts[name])
    if parts.get("short"):
        return full_year(int(parts["short"]), setting.published)
    if parts.get("of") in ("that", "the same"):
        return setting.before.first.year if setting.before else 0
    if parts.get("of") and setting.published:
        return setting.published.year + turned(parts["of"])
    return 0


def full_year(short: int, published: date | None) -> int:
    """The year that two figures stand for: none later than ten years after publication."""
    latest = (published.year if published else 2020) + 10
    return latest - (latest - short) % 100


def nearest(candidates: list[Period], setting: Setting) -> Period | None:
    """The candidate, all in the order of the calendar, that tense and publication point to; else the nearest."""
    if not setting.published or not candidates:
        return None
    here = holding(candidates[0].unit, setting.published)
    past = [one for one in candidates if one.first <= here.first]
    ahead = [one for one in candidates if one.first >= here.first]
    if not past or not ahead:
        return (past[-1:] or ahead)[0]
    back, on = (here.first - past[-1].first).days, (ahead[0].first - here.first).days
    return ahead[0] if _is_to_come(back, on, setting) else past[-1]


def _is_to_come(back: int, on: int, setting: Setting) -> bool:
    """Whether, of two days that far back and ahead, the one ahead is meant.

    A past one of this very month beats one that is most of a year away, whatever the tense.
    """
    if on <= _NEXT_DAY < _MONTHS < back:
        return True  # a date line, or the paper's own date, may be a day off
    if _is_attribute(setting):
        return on < back
    if setting.forward:
        return not (back <= 31 and on > 270) and not (setting.tensed.verb == "would" and on > 240)
    return setting.tensed.tense != "past" and on < back and on <= _SOON


def _is_attribute(setting: Setting) -> bool:
    """Whether a noun stands behind the date and an article before it, so that no verb is its own: "the June 7 vote"."""
    noun = setting.following.isalpha() and setting.following not in _NO_NOUN
    return noun and setting.previous.lower() in ("the", "a", "an")


_AS_SOON_AS = ("as soon as ", "as early as ", "lead up to ", "heading into ")
_NEXT_DAY, _SOON, _MONTHS = 3, 155, 300  # days
_NO_NOUN = listed("""
and or but as when while after before in on at by for to of with from that which who was is had has will
""")
