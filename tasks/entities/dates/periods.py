"""A stretch of the calendar: which one holds a day, which comes so many later, and how ISO 8601 writes it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"]

SEASONS = ("WI", "SP", "SU", "FA")  # of December, March, June and September: as TIMEX3 writes them
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "weekend": 7, "week": 7}
_COARSE: tuple[Unit, ...] = (
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a week, a month...: its unit and its first day. Made by `holding`, so that the first day fits the unit."""

    unit: Unit
    first: date

    @property
    def value(self) -> str:
        """ISO 8601, or TIMEX3 for what ISO 8601 has no sign for: "2019-11-07", "2019-W45", "2019-Q4", "201"."""
        year, month = f"{self.first.year:04}", self.first.month
        match self.unit:
            case "day":
                return self.first.isoformat()
            case "week" | "weekend":
                return self.first.strftime("%G-W%V") + ("-WE" if self.unit == "weekend" else "")
            case "month":
                return f"{year}-{month:02}"
            case "quarter":
                return f"{year}-Q{month // 3 + 1}"
            case "half":
                return f"{year}-H{month // 7 + 1}"
            case "season":
                return f"{year}-{SEASONS[month % 12 // 3]}"
        return year[: {"year": 4, "decade": 3, "century": 2}[self.unit]]

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        following = self.moved(1)
        return following.first - timedelta(1) if following else date.max

    def moved(self, number: int) -> "Period | None":
        """The one that comes `number` later, earlier where it is negative; None outside the calendar."""
        try:
            if days := _DAYS.get(self.unit):
                return Period(self.unit, self.first + timedelta(days * number))
            years, month = divmod(self.first.month - 1 + _MONTHS[self.unit] * number, 12)
            return Period(self.unit, date(self.first.year + years, month + 1, 1))
        except (OverflowError, ValueError):
            return None

    def fits(self, unit: Unit) -> bool:
        """Whether it is as fine as this unit or finer, so that it falls into one."""
        return _COARSE.index(self.unit) <= _COARSE.index(unit)


def holding(unit: Unit, day: date) -> Period:
    """The period of this unit that a day falls into; January's and February's winter began in the year before."""
    if unit in _DAYS:
        return Period(unit, day - timedelta(day.weekday() if unit != "day" and day.toordinal() > 7 else 0))
    if unit == "season":
        first = day.month // 3 * 3
        return Period(unit, date(day.year, first, 1) if first else date(max(day.year - 1, 1), 12, 1))
    months = _MONTHS[unit]
    if months > 12:
        return Period(unit, date(max(day.year - day.year % (months // 12), 1), 1, 1))
    return Period(unit, date(day.year, (day.month - 1) // months * months + 1, 1))


def day_of(year: int, month: int, day: int) -> Period | None:
    """That day, None where there is none."""
    try:
        return Period("day", date(year, month, day))
    except ValueError:
        return None
