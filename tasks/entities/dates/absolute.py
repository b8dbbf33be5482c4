"""A day, a month, a feast of the calendar, with its year or without -> the period it means."""

from collections.abc import Callable, Mapping
from datetime import date

from tasks.entities.dates import holidays
from tasks.entities.dates.beside import is_month
from tasks.entities.dates.periods import Period, day_of, holding
from tasks.entities.dates.setting import Read, Setting, full_year, nearest, turned, year_said
from tasks.entities.dates.words import MONTHS, WEEKDAYS, listed

Parts = dict[str, str]
_AROUND = 31  # days: a date in figures that may be read in two ways is read as the one so near to publication
_REMOTE = 120  # days between two days of one story, beyond which the second is in the year after


def _month(parts: Parts) -> int:
    return MONTHS[parts["month"].rstrip(".").lower()]


def iso(parts: Parts, _: Setting) -> Read:
    """Read 2017-03-14."""
    return day_of(int(parts["year"]), int(parts["month"]), int(parts["day"]))


def numeric(parts: Parts, setting: Setting) -> Read:
    """Read 25/12/2016: with points the day stands first, else as only one order allows or as is near publication."""
    if parts["mark"] != parts["same"] or (len(parts["year"]) == 2 and parts["mark"] == "-" and not setting.published):
        return None
    year = int(parts["year"]) if len(parts["year"]) == 4 else full_year(int(parts["year"]), setting.published)
    first, second = int(parts["first"]), int(parts["second"])
    if parts["mark"] == ".":
        return day_of(year, second, first) if len(parts["year"]) == 4 else None
    read = [day for day in (day_of(year, first, second), day_of(year, second, first)) if day]
    if len(read) == 2 and read[0] != read[1]:
        published = setting.published or date.min
        read = [day for day in read if abs((day.first - published).days) <= _AROUND]
        read.sort(key=lambda day: abs((day.first - published).days))
    return read[0] if read else None


def month_day(parts: Parts, setting: Setting) -> Read:
    """Read March 3 and 3 March 2017: without a year, the one that weekday, story, tense and publication point to."""
    return _day(_month(parts), int(parts["day"]), parts, setting)


def _day(month: int, day: int, parts: Parts, setting: Setting) -> Period | None:
    if year := year_said(parts, setting):
        return day_of(year, month, day)
    if setting.story and not setting.forward:
        told = day_of(setting.story.first.year, month, day)
        remote = told and (setting.story.first - told.first).days > _REMOTE
        return day_of(setting.story.first.year + 1, month, day) if remote else told
    if not setting.published:
        return None
    if (month, day) == (9, 11) and _is_of_2001(setting.published, setting.following):
        return day_of(2001, 9, 11)
    near = range(setting.published.year - 6, setting.published.year + 7)
    candidates = [one for year in near if (one := day_of(year, month, day))]
    weekday = WEEKDAYS.get(parts.get("weekday", "").rstrip(".").lower())
    fitting = [one for one in candidates if weekday is None or one.first.weekday() == weekday]
    return nearest(fitting or candidates, setting)


def _is_of_2001(published: date, following: str) -> bool:
    """Whether September 11 without a year is the day of the attacks: away from its day, or where they are named."""
    if published < date(2001, 9, 11):
        return False
    away = min(abs((date(published.year - back, 9, 11) - published).days) for back in (0, 1))
    return (
        following in ("attacks", "attack", "terror", "terrorist", "hijackers", "hijackings", "commission") or away > 45
    )


def days_months(parts: Parts, setting: Setting) -> Read:
    """Read March 30-April 2: an interval."""
    until = _day(MONTHS[parts["second"].rstrip(".").lower()], int(parts["until"]), parts, setting)
    month = _month(parts)
    first = until and day_of(until.first.year - (month > until.first.month), month, int(parts["day"]))
    return (first, until) if until and first and first.first < until.first else None


def days(parts: Parts, setting: Setting) -> Read:
    """Read March 3-5: an interval."""
    until = _day(_month(parts), int(parts["until"]), parts, setting)
    first = until and day_of(until.first.year, until.first.month, int(parts["day"]))
    return (first, until) if until and first and first.first < until.first else None


def month(parts: Parts, setting: Setting) -> Read:
    """Read a month alone, where it is one: by the story, the tense and publication."""
    if not is_month(parts["month"], setting, bare=parts["surface"] == parts["month"]):
        return None
    number = _month(parts)
    if setting.story and not setting.forward and setting.published:
        year = setting.story.first.year + (number < setting.story.first.month - _REMOTE // 30)
        return Period("month", date(year, number, 1))
    return nearest(_months(number, setting), setting)


def months(parts: Parts, setting: Setting) -> Read:
    """Read July-September: an interval."""
    first, until = _month(parts), MONTHS[parts["until"].lower()]
    if year := year_said(parts, setting):
        end: Period | None = Period("month", date(year, until, 1))
    else:
        end = nearest(_months(until, setting), setting)
    return (Period("month", date(end.first.year - (first > until), first, 1)), end) if end else None


def which_month(parts: Parts, setting: Setting) -> Read:
    """Read last August, next March, this June."""
    if not setting.published:
        return None
    number, step = _month(parts), turned(parts["which"])
    here = holding("month", setting.published)
    if not step:
        return Period("month", date(setting.published.year, number, 1))
    sides = [one for one in _months(number, setting) if (one.first - here.first).days * step > 0]
    return sides[0 if step > 0 else -1] if sides else None


def _months(number: int, setting: Setting) -> list[Period]:
    year = setting.published.year if setting.published else 0
    return [Period("month", date(each, number, 1)) for each in range(year - 1, year + 2) if 0 < each < 9999]


def month_year(parts: Parts, setting: Setting) -> Read:
    """Read March 2017, May of last year."""
    year = year_said(parts, setting)
    return Period("month", date(year, _month(parts), 1)) if year else None


def holiday(parts: Parts, setting: Setting) -> Read:
    """Read a feast: of the year that stands there, else the one that the tense points to."""
    if setting.following.lower() in _FESTIVE or not (parts["year"] or setting.published):
        return None
    if parts["year"]:
        return Period("day", holidays.day_of(parts["holiday"], int(parts["year"])))
    year = setting.published.year if setting.published else 2
    near = [Period("day", holidays.day_of(parts["holiday"], each)) for each in range(year - 1, year + 2)]
    if step := turned(parts["which"]):
        here = setting.published or date.min
        near = [one for one in near if (one.first - here).days * step > 0]
        return near[0 if step > 0 else -1]
    return nearest(near, setting)


_FESTIVE = listed("""
tree trees card cards gift gifts present presents shopping party parties costume costumes carol carols song songs
decorations lights dinner turkey eggs bunny island movie movies special market markets candy parade sale sales season
""")


READERS: Mapping[str, Callable[[Parts, Setting], Read]] = {
    "iso": iso,
    "numeric": numeric,
    "days_months": days_months,
    "days": days,
    "days_before": days,
    "month_day": month_day,
    "day_month": month_day,
    "month_year": month_year,
    "which_month": which_month,
    "months": months,
    "month": month,
    "holiday": holiday,
}
