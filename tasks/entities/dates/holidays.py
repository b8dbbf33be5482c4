"""The name of a feast, and the year -> its day, for those whose day a rule gives."""

from collections.abc import Callable
from datetime import date, timedelta

_FIXED = {
    "New Year's Day": (1, 1),
    "New Year's Eve": (12, 31),
    "Valentine's Day": (2, 14),
    "St. Patrick's Day": (3, 17),
    "April Fools' Day": (4, 1),
    "May Day": (5, 1),
    "Juneteenth": (6, 19),
    "Independence Day": (7, 4),
    "Fourth of July": (7, 4),
    "July Fourth": (7, 4),
    "Bastille Day": (7, 14),
    "Halloween": (10, 31),
    "Guy Fawkes Night": (11, 5),
    "Veterans Day": (11, 11),
    "Armistice Day": (11, 11),
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
}


def _weekday(month: int, weekday: int, number: int) -> Callable[[int], date]:
    """The `number`-th such weekday of a month; the last for -1."""

    def day(year: int) -> date:
        if number < 0:
            last = date(year, month + 1, 1) - timedelta(1)
            return last - timedelta((last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))

    return day


def _easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    lead = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + lead - 7 * ((a + 11 * h + 22 * lead) // 451) + 114, 31)
    return date(year, month, day + 1)


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: _easter(year) + timedelta(days)


def _election(year: int) -> date:
    return _weekday(11, 0, 1)(year) + timedelta(1)  # the Tuesday after the first Monday


_MOVED: dict[str, Callable[[int], date]] = {
    "Martin Luther King Jr. Day": _weekday(1, 0, 3),
    "Martin Luther King Day": _weekday(1, 0, 3),
    "Presidents Day": _weekday(2, 0, 3),
    "Presidents' Day": _weekday(2, 0, 3),
    "Mother's Day": _weekday(5, 6, 2),
    "Memorial Day": _weekday(5, 0, -1),
    "Father's Day": _weekday(6, 6, 3),
    "Labor Day": _weekday(9, 0, 1),
    "Columbus Day": _weekday(10, 0, 2),
    "Election Day": _election,
    "Thanksgiving Day": _weekday(11, 3, 4),
    "Thanksgiving": _weekday(11, 3, 4),
    "Black Friday": lambda year: _weekday(11, 3, 4)(year) + timedelta(1),
    "Ash Wednesday": _after_easter(-46),
    "Palm Sunday": _after_easter(-7),
    "Good Friday": _after_easter(-2),
    "Easter Sunday": _easter,
    "Easter Monday": _after_easter(1),
    "Easter": _easter,
}

WORDS = sorted({name.split()[0] for name in (*_FIXED, *_MOVED)})  # one of them stands in each
NAMES = (
    "(?:"
    + "|".join(
        name.replace("'", "['’]").replace(".", r"\.").replace(" ", r"\s")
        for name in sorted((*_FIXED, *_MOVED), key=lambda name: (-len(name), name))
    )
    + ")"
)


def day_of(name: str, year: int) -> date:
    """The day of a feast that NAMES matched."""
    name = " ".join(name.replace("’", "'").split())
    if fixed := _FIXED.get(name):
        return date(year, *fixed)
    return _MOVED[name](year)
