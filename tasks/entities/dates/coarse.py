"""A year, a quarter, a season, a decade, a century of the calendar -> the period it means."""

from collections.abc import Callable, Mapping
from datetime import date

from tasks.entities.dates.beside import is_short_decade, is_short_year, is_year
from tasks.entities.dates.periods import Period, Unit
from tasks.entities.dates.setting import Read, Setting, nearest, turned, year_said
from tasks.entities.dates.words import CENTURIES, DECADES, SEASONS

Parts = dict[str, str]


def year(parts: Parts, setting: Setting) -> Read:
    """Read 2012 where it is a year."""
    if parts["surface"] == parts["year"] and not is_year(int(parts["year"]), setting):
        return None
    return Period("year", date(int(parts["year"]), 1, 1))


def short_year(parts: Parts, setting: Setting) -> Read:
    """Read '92, fiscal '92, FY2019."""
    if parts["surface"][0] in "'’‘" and not is_short_year(setting):
        return None
    year = year_said(parts, setting)
    return Period("year", date(year, 1, 1)) if year else None


def years(parts: Parts, _: Setting) -> Read:
    """Read 2012-2014, 2012-13."""
    first, until = int(parts["year"]), int(parts["until"])
    if until < 100:
        until += first - first % 100
    if not first < until < first + 100:
        return None
    return Period("year", date(first, 1, 1)), Period("year", date(until, 1, 1))


def quarter_year(parts: Parts, setting: Setting) -> Read:
    """Read the third quarter of 2018, Q3 2018, the first half of last year; a quarter alone by tense."""
    unit: Unit = "half" if parts.get("unit") == "half" else "quarter"
    number = _ordinal(parts["ordinal"])
    said = year_said(parts, setting)
    if not said and parts.get("which") and setting.published:
        said = setting.published.year + turned(parts["which"])
    if number > (2 if unit == "half" else 4) or (not said and _of_a_match(setting.sentence)):
        return None
    if said:
        return Period(unit, date(said, (12 // (2 if unit == "half" else 4)) * (number - 1) + 1, 1))
    if unit == "half" and "-" not in parts["surface"] and not parts.get("of"):
        return None
    around = (setting.published.year if setting.published else 2) - 1
    months = 6 if unit == "half" else 3
    return nearest([Period(unit, date(around + add, months * (number - 1) + 1, 1)) for add in range(3)], setting)


def _ordinal(written: str) -> int:
    return {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(written.lower()) or int(written[0])


def _of_a_match(sentence: str) -> bool:
    return any(word in sentence for word in ("touchdown", "goal", "game", "score", "kick", "team", "coach", "halftime"))


def season_year(parts: Parts, setting: Setting) -> Read:
    """Read the summer of 2015."""
    year = year_said(parts, setting)
    return Period("season", date(year, SEASONS[parts["season"].lower()], 1)) if year else None


def decade(parts: Parts, setting: Setting) -> Read:
    """Read the 1990s, the '90s, the 90s."""
    if parts["decade"] and parts["decade"][-1] == "0" and parts["decade"] < "200":  # "the 1800s"
        return Period("century", date(int(parts["decade"]) * 10, 1, 1))
    if parts["decade"]:
        return Period("decade", date(int(parts["decade"]) * 10, 1, 1))
    if not parts["mark"] and not is_short_decade(int(parts["tens"]), parts["surface"], setting):
        return None
    return Period("decade", date(1900 + 10 * int(parts["tens"]), 1, 1))


def decade_word(parts: Parts, setting: Setting) -> Read:
    """Read the mid-nineties; not the late sixties of somebody's age."""
    if setting.previous.lower() in ("his", "her", "their", "my", "your", "our"):
        return None
    return Period("decade", date(1900 + 10 * DECADES[parts["decade"].lower()], 1, 1))


def century(parts: Parts, setting: Setting) -> Read:
    """Read the 19th century; not a firm that calls itself after one."""
    if "Century" in parts["surface"] and setting.following[:1].isupper():
        return None
    return Period("century", date(100 * (CENTURIES[parts["century"].lower()] - 1), 1, 1))


READERS: Mapping[str, Callable[[Parts, Setting], Read]] = {
    "quarter_year": quarter_year,
    "short_quarter": quarter_year,
    "fiscal": short_year,
    "season_year": season_year,
    "decade": decade,
    "decade_word": decade_word,
    "century": century,
    "years": years,
    "year": year,
    "short_year": short_year,
}
