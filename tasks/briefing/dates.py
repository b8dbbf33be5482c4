"""A date as a text tells it, ISO 8601 and what TIMEX3 adds, in; its days, and how a page words it, out."""

import re
from calendar import monthrange
from datetime import date, timedelta

from tasks.briefing.wording import partial_date

_QUARTERS = ("first", "second", "third", "fourth")
_SEASONS = {"SP": ("spring", 3), "SU": ("summer", 6), "FA": ("autumn", 9), "WI": ("winter", 12)}


def days(value: str) -> tuple[date, date] | None:
    """The first and the last day of a date: all of 2019 for "2019"; None for what is no date, or lies in no calendar.

    A season is taken as that of the northern half of the earth, a winter by the year it begins in.
    """
    try:
        return _days(value)
    except ValueError:  # the 30th of February, week 54
        return None


def _days(value: str) -> tuple[date, date] | None:
    if "/" in value:
        first, _, last = value.partition("/")
        start, end = _days(first), _days(last)
        return (start[0], end[1]) if start and end else None
    if whole := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        day = date(*map(int, whole.groups()))
        return day, day
    if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(month[1]), int(month[2]), 1)
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + timedelta(days=6)
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return _months(int(quarter[1]), 3 * int(quarter[2]) - 2, 3)
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return _months(int(season[1]), _SEASONS[season[2]][1], 3)
    if years := re.fullmatch(r"\d{2,4}", value):
        rest = 4 - len(years[0])
        return date(int(value + "0" * rest), 1, 1), date(int(value + "9" * rest), 12, 31)
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last = month + count - 1
    year_of_last, month_of_last = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, month, 1), date(year_of_last, month_of_last, monthrange(year_of_last, month_of_last)[1])


def shown(value: str) -> str:
    """A date as the page words it: "7 Nov 2019", "week 45 of 2019", "third quarter of 2019", "1990s", "2012–2014"."""
    if "/" in value:
        return "–".join(shown(part) for part in value.split("/"))
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return f"week {int(week[2])} of {week[1]}"
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"{_QUARTERS[int(quarter[2]) - 1]} quarter of {quarter[1]}"
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{_SEASONS[season[2]][0]} {season[1]}"
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0s"
    if re.fullmatch(r"\d{2}", value):
        return f"{value}00s"
    return partial_date(value)
