"""A date as pages and file names write it in, ISO 8601 out, as precise as it was written."""

import re
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
NUMBER = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
ZONES = {
    "z": "+00:00",
    "utc": "+00:00",
    "gmt": "+00:00",
    "bst": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "est": "-05:00",
}
ZONES |= {
    "edt": "-04:00",
    "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
}
ZONES |= {"aest": "+10:00", "aedt": "+11:00", "jst": "+09:00", "hkt": "+08:00", "sgt": "+08:00"}  # ist, ast: ambiguous

MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
TIME = (
    r"(?:(?:,? (?:at )?|t| - )(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r" ?(?P<half>[ap]\.?m\.?)? ?(?P<zone>z|[+-]\d\d:?\d\d|[a-z]{2,5})?)?"
)
LEAD = r"(?:(?:first |last )?(?:published|posted|updated|released|issued|date|dated|modified)(?: on| at)?:? )?"
FORMS = tuple(
    re.compile(LEAD + form, re.I)
    for form in (
        rf"{YEAR}-(?P<number>\d\d?)-{DAY}{TIME}",
        rf"{YEAR}([/.])(?P<number>\d\d?)\2{DAY}{TIME}",
        rf"{YEAR}(?P<number>\d\d)(?P<day>\d\d){TIME}",
        rf"{WEEKDAY}{DAY}(?: of)?[ -]{MONTH},?[ -]{YEAR}{TIME}",
        rf"{WEEKDAY}{MONTH} {DAY},? {YEAR}{TIME}",
        rf"(?P<first>\d\d?)[/.](?P<other>\d\d?)[/.]{YEAR}{TIME}",
        rf"{MONTH},? {YEAR}",
        rf"{YEAR}-(?P<number>\d\d)",
        YEAR,
    )
)


def parse_date(written: str) -> str:
    """ISO 8601 for a string that is a date and nothing else ("Nov. 7, 2019" -> "2019-11-07"); "" for any other.

    The result is as precise as what was written: a year, a month, a day, a minute or a second; a time zone stands with
    a time where it was given and is not ambiguous. 03/04/2019 is March in one country and April in another: "2019".
    """
    written = " ".join(written.split()).strip(" .,;:-–—|()[]")
    for form in FORMS:
        if found := form.fullmatch(written):
            return _iso({name: value or "" for name, value in found.groupdict().items()})
    return ""


def _iso(parts: dict[str, str]) -> str:
    year, month, day = int(parts["year"]), _month(parts), int(parts.get("day") or 0)
    if first := int(parts.get("first") or 0):
        day, month = _day_and_month(first, int(parts["other"]))
    if not month:
        return f"{year:04}"
    try:
        written = date(year, month, day or 1).isoformat()
    except ValueError:
        return ""
    return written + _time(parts) if day else written[:7]


def _month(parts: dict[str, str]) -> int:
    if name := parts.get("month"):
        return NUMBER[name[:3].lower()]
    return int(parts.get("number") or 0)


def _day_and_month(first: int, other: int) -> tuple[int, int]:
    """Day and month of 25/12 and 12/25, which only one reading allows; (0, 0) where both are possible."""
    if first > 12 >= other or first == other:
        return first, other
    return (other, first) if other > 12 >= first else (0, 0)


def _time(parts: dict[str, str]) -> str:
    if not parts.get("hour"):
        return ""
    hour, minute, second = int(parts["hour"]), int(parts["minute"]), int(parts["second"] or 0)
    if half := parts["half"].lower():
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return ""
    return f"T{hour:02}:{minute:02}" + (f":{second:02}" if parts["second"] else "") + _zone(parts["zone"].lower())


def _zone(written: str) -> str:
    if written[:1] in ("+", "-"):
        return f"{written[:3]}:{written[-2:]}"
    return ZONES.get(written, "")
