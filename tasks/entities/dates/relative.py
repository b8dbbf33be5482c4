"""A date told from the day of publication, or from the date that was told before it -> the period it means."""

from collections.abc import Callable, Mapping
from datetime import date

from tasks.entities.dates.beside import is_weekday
from tasks.entities.dates.periods import Period, Unit, holding
from tasks.entities.dates.setting import Read, Setting, nearest, turned
from tasks.entities.dates.words import NUMBERS, SEASONS, WEEKDAYS, listed

Parts = dict[str, str]
_UNITS: Mapping[str, Unit] = {
    "day": "day",
    "weekend": "weekend",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "centurie": "century",
}
_OF_THE_STORY = ("following", "next", "previous", "prior", "preceding", "same", "that")  # after "the", or "that"
_OVER = ("over", "for", "in", "within", "during", "of", "throughout", "through")


def today(parts: Parts, setting: Setting) -> Read:
    """Read today, yesterday afternoon, tonight, last night, the day after tomorrow."""
    said = parts["surface"].lower()
    if not setting.published or _is_nowadays(parts["surface"], setting):
        return None
    step = ("tomorrow" in said) - ("yesterday" in said or "last" in said.split())
    step *= 2 if said.startswith("the day") else 1
    return Period("day", setting.published).moved(step)


def _is_nowadays(surface: str, setting: Setting) -> bool:
    """Tell "today's world" and "Today there are" from the day."""
    if setting.previous.lower() == "of" and surface.lower() == "tomorrow":
        return True
    if "today" not in surface.lower():
        return False
    if setting.previous.lower() in ("world", "society", "america", "us"):
        return True
    if setting.previous == "USA" or (surface == "Today" and setting.following.lower() == "show"):
        return True
    if setting.previous.lower() in ("of", "the", "in", "even", "still", "here") or setting.following == "'s":
        return setting.tensed.tense not in ("past", "future") or setting.following == "'s"
    return surface == "Today" and setting.tensed.tense == "present" and setting.tensed.verb in ("is", "are")


def weekday(parts: Parts, setting: Setting) -> Read:
    """Read Thursday, last Thursday, Monday next week: the last one up to publication, the next if it is to come."""
    number = WEEKDAYS[parts["weekday"].rstrip(".").lower()]
    if not setting.published or not is_weekday(setting):
        return None
    if parts["of"]:
        week = holding("week", setting.published).moved(turned(parts["of"]))
        return week and Period("day", week.first).moved(number)
    return Period("day", setting.published).moved(_days_to(number, parts["which"].lower(), setting))


def _days_to(number: int, which: str, setting: Setting) -> int:
    assert setting.published
    on = (number - setting.published.weekday()) % 7
    if turned(which):
        return on - 7 if turned(which) < 0 else on or 7
    future = setting.forward or (which and setting.tensed.tense != "past")
    return on if future or not on else on - 7


def week_from(parts: Parts, setting: Setting) -> Read:
    """Read a week ago Thursday, a week from Monday."""
    if not setting.published:
        return None
    number = WEEKDAYS[parts["weekday"].lower()]
    on = (number - setting.published.weekday()) % 7
    return Period("day", setting.published).moved(on + 7 if parts["way"] == "from" else (on or 7) - 14)


def which_unit(parts: Parts, setting: Setting) -> Read:
    """Read last week, this year, the following month, that day."""
    which = " ".join(parts["which"].lower().split())
    unit = _UNITS[parts["unit"]]
    told = which.removeprefix("the ").removeprefix("very ").split()[0]
    if which in ("last", "next") and setting.previous.lower() == "the":
        return None  # "in the last year" is a length of time
    if which.startswith("the ") or told == "that":
        if (which == "the next" and setting.previous.lower() in _OVER) or which == "the coming":
            return None
        if told == "latest":
            return setting.quarter if unit == "quarter" else None
        if told in _OF_THE_STORY and setting.before:
            return _moved(setting.before, unit, turned(told))
        if told in ("same", "that") or (unit == "day" and told != "next"):
            return None
    if unit == "day" or not setting.published:
        return None
    return holding(unit, setting.published).moved(turned(which))


def beside(parts: Parts, setting: Setting) -> Read:
    """Read the year before, the day after: beside the date that was told before."""
    step = 1 if parts["way"] == "after" else -1
    if parts["unit"] == "year" and (quarter := _quarter_told(setting)):
        return _years_before(quarter, step)
    return _moved(setting.before, _UNITS[parts["unit"]], step) if setting.before else None


def _moved(anchor: Period, unit: Unit, number: int) -> Read:
    """The period of a unit that holds the anchor, moved; None where the anchor is coarser than that."""
    here = holding(unit, anchor.first)
    return here.moved(number) if anchor.fits(unit) else None


def edge_unit(parts: Parts, setting: Setting) -> Read:
    """Read the end of the year, later in the month, year-end."""
    unit = _UNITS[parts["unit"] or parts["which"]]
    if parts["year"]:
        return Period("year", date(int(parts["year"]), 1, 1))
    told = parts["edge"].lower() in ("earlier", "later") and setting.before
    if told and setting.before and setting.tensed.tense == "past" and setting.before.fits(unit):
        return holding(unit, setting.before.first)
    return holding(unit, setting.published) if setting.published else None


def ago(parts: Parts, setting: Setting) -> Read:
    """Read two years ago, three months later: as fine as its unit, and no finer than what it is told from."""
    if setting.previous.lower() in ("half", "of"):  # "a quarter of a century ago"
        return None
    number = _number(parts["number"])
    unit: Unit = _UNITS[parts["unit"]]
    way = parts["way"].lower()
    from_now = way == "ago" or way.endswith("now") or way == "hence"
    step = -number if way in ("ago", "earlier", "before", "prior", "previously") else number
    if unit == "year" and number == 1 and (quarter := _quarter_told(setting)):
        return _years_before(quarter, step)
    if not from_now and setting.before:
        return _moved(setting.before, unit, step)
    if not setting.published or (not from_now and way not in ("earlier", "later")):
        return None
    if parts["which"]:
        finer: Unit = "day" if parts["which"] == "today" else _UNITS[parts["which"].split()[-1]]
        anchor = holding(finer, setting.published)
        months = {"year": 12, "decade": 120, "month": 1}.get(unit, 0)
        return _years_before(anchor, step * months // 12)
    return holding(unit, setting.published).moved(step)


def _years_before(anchor: Period, years: int) -> Read:
    try:
        return holding(anchor.unit, anchor.first.replace(year=anchor.first.year + years))
    except ValueError:
        return None


def _quarter_told(setting: Setting) -> Period | None:
    return setting.before if setting.before and setting.before.unit in ("quarter", "half") else None


def _number(written: str) -> int:
    written = " ".join(written.lower().split())
    return int(written) if written.isdigit() else NUMBERS[written]


def year_ago(parts: Parts, setting: Setting) -> Read:
    """Read the year-earlier quarter: the one that was told, a year before."""
    if setting.before and setting.before.unit in ("quarter", "half", "month"):
        return _years_before(setting.before, -1)
    anchor = setting.before.first if setting.before and "earlier" in parts["surface"] else setting.published
    return holding("year", anchor).moved(-1) if anchor else None


def same(parts: Parts, setting: Setting) -> Read:
    """Read the quarter, the weekend, that night: the one that was told before, or the weekend that the tense means."""
    if parts["unit"] == "quarter":
        return setting.quarter
    if not parts["unit"]:
        return setting.before if setting.before and setting.before.unit == "day" else None
    if not setting.published:
        return None
    here = holding("weekend", setting.published)
    return here if setting.forward or setting.published.weekday() > 4 else here.moved(-1)


def season(parts: Parts, setting: Setting) -> Read:
    """Read last fall, this spring, in the summer."""
    which = parts["which"].lower()
    first = SEASONS[parts["season"].lower()]
    if not which and (setting.previous.lower() not in _BEFORE_SEASON or setting.following == "of"):
        return None
    if which in ("that", "the same", "the following", "the next", "the previous") and setting.before:
        anchor = setting.before.first.year
        return Period("season", date(anchor + turned(which), first, 1)) if setting.before.unit != "decade" else None
    if not setting.published:
        return None
    here = holding("season", setting.published)
    around = [Period("season", date(setting.published.year + add, first, 1)) for add in (-2, -1, 0, 1)]
    past, ahead = [one for one in around if one.first <= here.first], [one for one in around if one.first > here.first]
    if turned(which) < 0:
        return [one for one in around if one.first < here.first][-1]
    if turned(which) > 0:
        return ahead[0]
    if which:
        return past[-1] if first == 12 and setting.published.month < 4 else around[2]
    return nearest(around, setting)


_BEFORE_SEASON = listed("in by during since until late early this")

READERS: Mapping[str, Callable[[Parts, Setting], Read]] = {
    "today": today,
    "weekday": weekday,
    "week_from": week_from,
    "which_unit": which_unit,
    "edge_unit": edge_unit,
    "ago": ago,
    "beside": beside,
    "year_ago": year_ago,
    "same": same,
    "season": season,
}
