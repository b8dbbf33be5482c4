"""A cadence and a day, or a Briefing, go in; the period that holds the day comes out, or those that came before it."""

from calendar import monthrange
from datetime import date, timedelta

from tasks.records import BriefedPeriod, Briefing, Cadence, Period


def period_of(day: date, cadence: Cadence, first: date | None = None) -> Period:
    """The period that holds `day`: the day, its ISO week (Monday to Sunday), its month, or all there is.

    first: the earliest day there is, needed by "all" alone, which reaches from there to `day`.
    """
    if cadence == "daily":
        return Period(cadence, day.isoformat(), day, day)
    if cadence == "weekly":
        year, week, weekday = day.isocalendar()
        monday = day - timedelta(days=weekday - 1)
        return Period(cadence, f"{year:04d}-W{week:02d}", monday, monday + timedelta(days=6))
    if cadence == "monthly":
        last = monthrange(day.year, day.month)[1]
        return Period(cadence, f"{day:%Y-%m}", day.replace(day=1), day.replace(day=last))
    return Period(cadence, "all", min(first or day, day), day)


def earlier_periods(period: Period, count: int) -> tuple[Period, ...]:
    """The `count` periods before this one, oldest first; there is nothing before "all"."""
    found: list[Period] = []
    while len(found) < count and period.cadence != "all" and period.start > date.min + timedelta(days=31):
        period = period_of(period.start - timedelta(days=1), period.cadence)
        found.append(period)
    return tuple(reversed(found))


def periods_between(first: date, last: date, cadence: Cadence) -> tuple[Period, ...]:
    """Every period that holds a day from `first` to `last`, oldest first."""
    found = [period_of(first, cadence, first)]
    while found[-1].end < last and cadence != "all":
        found.append(period_of(found[-1].end + timedelta(days=1), cadence))
    return tuple(found)


def history(briefing: Briefing) -> tuple[BriefedPeriod, ...]:
    """The periods before this issue's own, oldest first, from the first that brought a document."""
    before = [period for period in briefing.periods if period.start < briefing.issue.start]
    while before and not before[0].documents:  # nothing was gathered yet: no period to compare with
        before.pop(0)
    return tuple(before)
