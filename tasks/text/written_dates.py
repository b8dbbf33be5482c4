"""A date as pages, mails and file names write it in, ISO 8601 out, as precise as it was written."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tasks.text.months import MODIFIED, MONTHS, PUBLISHED, SEASONED, WEEKDAYS, ZONES

LONGEST = 120  # characters of a line that may be nothing but dates

WEEKDAY = rf"(?:(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b[.,]*,? ?(?:den |the |le |el )?)?"
MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
DAY = r"(?P<day>\d{1,2})"
NTH = r"(?:st|nd|rd|th|er|º|°|\.)?"
YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
OF = r"(?: (?:of|de|d[ei]l|di)\b|,)?"
ZONE = r"(?P<zone>z|(?:gmt|utc)?[+-−]\d\d?:?(?:\d\d)?|[a-z]{2,5})?(?: \([a-z ]{2,40}\)?)?"
CLOCK = (
    r"(?P<hour>\d{1,2})(?:(?:[:.h]|時|点|시 ?)(?P<minute>\d\d)[分분]?(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"| ?(?=[ap]\.?m\b)) ?(?P<half>[ap]\.?m\b\.?)?(?: ?(?:uhr|hrs|h)\b)?"
)
BEFORE_CLOCK = r"(?:,? ?(?:at|um|à|as|às|a las|alle|ore|om|kl\.?|klo|o|в|об?) |,? ?t|,? ?[-–—|,·•/@] ?|,? )"
TIME = rf"(?:{BEFORE_CLOCK}{CLOCK} ?{ZONE})?"
AFTER_LEAD = r"(?:\b ?(?:on|at|am|le|el|il|em|op)\b)? ?[:：]? ?"
LEAD = rf"(?:(?:{PUBLISHED}|{MODIFIED}){AFTER_LEAD})?(?:le |el |il |den |am |on )?"
WEEKDAY_AFTER = (
    r"(?: ?[(（]?(?:[一二三四五六日月火水木金土]|星期.|周.|.요일|[日月火水木金土]曜日?|[월화수목금토일])[)）]?)?"
)
FORMS = tuple(
    re.compile(LEAD + form, re.I)
    for form in (
        rf"{YEAR}-(?P<number>\d\d?)-{DAY}{TIME}",
        rf"{YEAR}(?P<mark>[/.]) ?(?P<number>\d\d?)(?P=mark) ?{DAY}\.?{TIME}",
        rf"{YEAR}(?P<number>\d\d)(?P<day>\d\d){TIME}",
        rf"{YEAR}(?P<number>\d\d)(?P<day>\d\d)t?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>z)?",
        rf"{YEAR} ?[年년] ?(?P<number>\d\d?) ?[月월] ?{DAY} ?[日일号號]{WEEKDAY_AFTER}{TIME}",
        rf"{YEAR} ?[年년] ?(?P<number>\d\d?) ?[月월]",
        rf"{WEEKDAY}{DAY}{NTH}{OF}[ .-]?[ -]?{MONTH}{OF}[ -]{YEAR}(?: (?:г|р)\.?)?{TIME}",
        rf"{WEEKDAY}{MONTH} {DAY}{NTH},? {YEAR}{TIME}",
        rf"{WEEKDAY}{MONTH} {DAY} {CLOCK}(?: {ZONE})? {YEAR}",  # as C and Unix write it
        rf"{CLOCK} ?(?:{ZONE})[ ,|-]+{WEEKDAY}{MONTH} {DAY}{NTH},? {YEAR}",
        rf"{CLOCK} ?(?:{ZONE})[ ,|-]+{WEEKDAY}{DAY}{NTH}{OF} {MONTH}{OF} {YEAR}",
        rf"{WEEKDAY}(?P<first>\d\d?)(?P<mark>[/.-])(?P<other>\d\d?)(?P=mark){YEAR}{TIME}",
        rf"{CLOCK}[ ,|-]+(?P<first>\d\d?)(?P<mark>[/.])(?P<other>\d\d?)(?P=mark){YEAR}",
        rf"{MONTH}{OF} {YEAR}",
        rf"{YEAR}-(?P<number>\d\d)",
        rf"{YEAR}[年년]?",
    )
)
BETWEEN_DATES = re.compile(rf"(?<![^\W\d_])(?:(?P<modified>{MODIFIED})|(?:{PUBLISHED}))(?![a-z]){AFTER_LEAD}", re.I)
CENTURY = re.compile(r"(?:1[6-9]|20)\d\d")  # every date here has its year
EDGES = " .,;:-–—|()[]·•"


def parse_date(written: str) -> str:
    """ISO 8601 for a string that is a date and nothing else ("Nov. 7, 2019" -> "2019-11-07"); "" for any other.

    The result is as precise as what was written: a year, a month, a day, a minute or a second; a time zone stands with
    a time where it was given and is not ambiguous. 03/04/2019 is March in one country and April in another: "2019";
    with points between, the day is first. A year of two figures may be any century's: "".
    """
    written = " ".join(written.split()).strip(EDGES)
    for form in FORMS if len(written) <= LONGEST and CENTURY.search(written) else ():
        if (found := form.fullmatch(written)) and (
            iso := _iso({name: value or "" for name, value in found.groupdict().items()})
        ):
            return iso
    return ""


def parse_dates(written: str) -> tuple[str, str]:
    """When it was published and when modified, by a line of nothing but dates; ("", "") for any other line.

    "Published: 24 Nov 2026 Updated: 25 Nov 2026" has both; a date with no word before it is that of publication.
    """
    if len(written) > 2 * LONGEST or not CENTURY.search(written):
        return "", ""
    leads = list(BETWEEN_DATES.finditer(written))
    begins = [(0, False), *((lead.end(), bool(lead["modified"])) for lead in leads)]
    ends = [*(lead.start() for lead in leads), len(written)]
    found: dict[bool, str] = {}
    for (begin, modified), end in zip(begins, ends, strict=True):
        if piece := written[begin:end].strip(EDGES + "/ \n\t"):
            if not (iso := parse_date(piece)):
                return "", ""
            found.setdefault(modified, iso)
    return found.get(False, ""), found.get(True, "")


def _iso(parts: dict[str, str]) -> str:
    year, month, day = int(parts["year"]), _month(parts), int(parts.get("day") or 0)
    if first := int(parts.get("first") or 0):
        day, month = _day_and_month(first, int(parts["other"]), parts["mark"])
        if not month:
            return f"{year:04}" if max(first, int(parts["other"])) <= 12 else ""
    if not month and (parts.get("month") or parts.get("number")):
        return ""
    if not month:
        return f"{year:04}"
    try:
        written = date(year, month, day or 1)
    except ValueError:
        return ""
    return written.isoformat() + _time(parts, written) if day else written.isoformat()[:7]


def _month(parts: dict[str, str]) -> int:
    if name := parts.get("month"):
        return MONTHS.get(name.lower(), 0)
    return int(parts.get("number") or 0)


def _day_and_month(first: int, other: int, mark: str) -> tuple[int, int]:
    """Day and month of 25/12 and 12/25, which only one reading allows; (0, 0) where both are possible or none is."""
    if first > 12 >= other or first == other or (mark == "." and other <= 12):
        return first, other
    return (other, first) if other > 12 >= first else (0, 0)


def _time(parts: dict[str, str], day: date) -> str:
    if not parts.get("hour"):
        return ""
    hour, minute, second = int(parts["hour"]), int(parts["minute"] or 0), int(parts.get("second") or 0)
    if half := parts.get("half", "").lower():
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return ""
    written = f"T{hour:02}:{minute:02}" + (f":{second:02}" if parts.get("second") else "")
    return written + _zone(parts.get("zone", "").lower().replace("−", "-"), day, hour)


def _zone(written: str, day: date, hour: int) -> str:
    """The offset of a zone; "" for one that is not known or may be several."""
    if place := SEASONED.get(written):
        offset = datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(place)).strftime("%z")
        return f"{offset[:3]}:{offset[3:]}"
    if found := re.fullmatch(r"(?:gmt|utc)?([+-])(\d\d?):?(\d\d)?", written):
        hours, minutes = int(found[2]), int(found[3] or 0)
        return f"{found[1]}{hours:02}:{minutes:02}" if hours <= 14 and minutes <= 59 else ""
    return ZONES.get(written, "")
